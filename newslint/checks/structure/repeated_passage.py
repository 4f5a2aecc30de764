"""structure.repeated-passage."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from newslint.article import InlineKind
from newslint.checks._support import prose, word_count
from newslint.finding import Problem, Related, Severity
from newslint.language.lazy_regex import LazyRegex
from newslint.reading import Reading
from newslint.rule import Example, Rule
from newslint.span import Span

# The time of day above an entry of live coverage.
_CLOCK = LazyRegex(r"\W*\d{1,2}[:.]\d\d(?:\s?[ap]\.?m\.?)?(?:\s[A-Z]{2,4})?\W*", re.IGNORECASE)
_MARKS = LazyRegex(r"[\W_]+")


class RepeatedPassage(Rule):
    """Print a paragraph or a sentence once.

    When copy is moved about, a passage is easily pasted twice. Readers take it for a mistake,
    which it is. Reported is a sentence of `minimum_words` or more, or a paragraph made of
    such, that stands in the story a second time word for word. Quotations, which may be
    pulled out of the text, songs in italics and the entries of live coverage are left alone.
    """

    id: str = "structure.repeated-passage"
    message: str = "This stands in the story twice, word for word: take one out."
    severity: Severity = Severity.WARNING
    minimum_words: int = 8

    status: ClassVar = "preview"  # pull quotes repeat the story on purpose
    needs: ClassVar = frozenset({"sentences", "quotations"})
    standards: ClassVar = ("https://www.spj.org/spj-code-of-ethics/",)
    examples: ClassVar = (
        Example(
            "The harbour board will meet again on Friday to choose a builder.\n\nIt rained.\n\n"
            "[[The harbour board will meet again on Friday to choose a builder.]]"
        ),
        Example(
            "The ferry was late. The crew had waited an hour for the tide to turn. It was dark."
            " [[The crew had waited an hour for the tide to turn.]]"
        ),
        Example("The ferry was late. Nobody minded. The ferry was late."),
        Example(
            "The harbour board will meet again on Friday to choose a builder.\n\n"
            "The harbour board will meet again on Monday to choose a builder."
        ),
    )

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield a problem at each passage that has stood before."""
        if sum(_CLOCK.fullmatch(b.span.cut(reading.text)) is not None for b in reading.blocks) > 1:
            return
        seen: dict[str, Span] = {}
        for index, _ in prose(reading):
            run: list[Span] = []
            first: Span | None = None
            for sentence in reading.sentences_of(index):
                text = sentence.span.cut(reading.text)
                key = _MARKS.sub(" ", text.casefold()).strip()
                earlier = seen.get(key) if word_count(text) >= self.minimum_words else None
                if earlier is not None and not (
                    self._may_repeat(reading, earlier) or self._may_repeat(reading, sentence.span)
                ):
                    first = first or earlier
                    run.append(sentence.span)
                    continue
                seen.setdefault(key, sentence.span)
                if run and first is not None:
                    yield self._at(run, first)
                run, first = [], None
            if run and first is not None:
                yield self._at(run, first)

    def _may_repeat(self, reading: Reading, span: Span) -> bool:
        return reading.quotations.touches(span) or any(
            i.kind is InlineKind.EMPHASIS and i.span.overlaps(span) for i in reading.article.inlines
        )

    def _at(self, run: list[Span], first: Span) -> Problem:
        place = Span(run[0].start, run[-1].end)
        return self.problem(place, related=(Related(first, "first here"),))
