"""Stories whose first quotation comes from somebody unnamed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from newslint.attribution.graph import SourceKind
from newslint.checks import _standards as standards
from newslint.checks._sourcing.sources import is_relayed, is_unnamed
from newslint.checks._support import prose, word_count
from newslint.finding import Problem, Severity
from newslint.reading import Reading
from newslint.rule import Example, Rule


class AnonymousFirstQuote(Rule):
    """Let somebody with a name speak first.

    The first quotation sets the tone and carries most weight with readers. It should not be
    the one that nobody can be held to.
    """

    id: str = "anonymity.anonymous-first-quote"
    message: str = "The first quotation of the story has no named speaker: lead with one that has."
    severity: Severity = Severity.WARNING
    least: int = 4  # words from which quoted text counts as a quotation

    examples: ClassVar[tuple[Example, ...]] = (
        Example(
            '[["The vault was quite empty,"]] said one bank official.\n\n'
            '"We shall see about that," said Klara Voss, the manager.'
        ),
        Example('A person close to the owner said: [["The vault was quite empty."]]'),
        Example(
            '"We shall see about that," said Klara Voss, the manager.\n\n'
            '"The vault was quite empty," said one bank official.'
        ),
        Example('One bank official called the vault "an empty box" on Monday.'),
    )
    needs: ClassVar[frozenset[str]] = frozenset({"attributions"})
    standards: ClassVar[tuple[str, ...]] = (standards.WASHINGTON_POST,)
    genres_off: ClassVar[frozenset[str]] = frozenset({"fiction", "opinion"})

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield the first attributed quotation if its speaker is unnamed."""
        story = {index for index, _ in prose(reading)}
        for quotation in reading.quotations.outer:
            if quotation.block not in story:
                continue
            if word_count(quotation.inner.cut(reading.text)) < self.least:
                continue
            attribution = reading.attributions.of_quotation(quotation)
            if attribution is None or attribution.source.kind is SourceKind.NONE:
                continue
            if is_unnamed(reading, attribution) and not is_relayed(reading, attribution):
                yield self.problem(quotation.span)
            return
