"""consistency.quotation-conflict."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from newslint.finding import Problem, Related, Severity
from newslint.language.lazy_regex import LazyRegex
from newslint.reading import Reading
from newslint.rule import Example, Rule
from newslint.span import Span

_FEWEST = 8  # words: two people may well say "It's a disgrace"
_WORD = LazyRegex(r"[\w’']+")


class QuotationConflict(Rule):
    """Give one quotation to one speaker.

    The same sentence in the mouths of two people is a slip of cut and paste, and one of them
    never said it. Reported are quotations of eight words or more that stand twice word for
    word, with two named speakers.
    """

    id: str = "consistency.quotation-conflict"
    message: str = "The same words are %s's here and %s's elsewhere: check who said them."
    severity: Severity = Severity.WARNING

    needs: ClassVar = frozenset({"names", "quotations", "sentences", "attributions"})
    standards: ClassVar = ("https://www.ap.org/about/news-values-and-principles/",)
    examples: ClassVar = (
        Example(
            '"We were told to wait, and nobody came," said Ada Lind. It rained.\n\n[["We were told'
            ' to wait, and nobody came,"]] said Bo Rask.'
        ),
        Example(
            '"The lamp was out when we passed the pier," said Ada Lind, a pilot.\n\nIt is old.\n\n'
            '[["The lamp was out when we passed the pier,"]] said Bo Rask, the cook.'
        ),
        Example('"It is a disgrace," said Ada Lind. "It is a disgrace," said Bo Rask.'),
        Example(
            '"The lamp was out when we passed," Ada Lind said. It is old. "The lamp was out when'
            ' we passed," Lind said again.'
        ),
    )

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield a problem at each quotation that another speaker has said already."""
        first: dict[tuple[str, ...], tuple[int, str, Span]] = {}
        names = {s.id: s.name for s in reading.attributions.speakers}
        for quotation in reading.quotations.outer:
            if not reading.blocks[quotation.block].is_body:
                continue
            words = tuple(_WORD.findall(quotation.inner.cut(reading.text).lower()))
            attribution = reading.attributions.of_quotation(quotation)
            speaker = attribution.speaker if attribution is not None else None
            name = names.get(speaker) if speaker is not None else None
            if len(words) < _FEWEST or speaker is None or not name:
                continue
            other, who, where = first.setdefault(words, (speaker, name, quotation.span))
            if other != speaker and who != name:
                related = (Related(where, f"{who} here"),)
                yield self.problem(quotation.span, name, who, related=related)
