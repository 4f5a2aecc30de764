"""grammar.broken-relative."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from newslint.checks import _standards as standards
from newslint.checks._prose import is_writers_own
from newslint.finding import Problem, Severity
from newslint.language.tokens import Token
from newslint.reading import Reading
from newslint.rule import Example, Rule
from newslint.span import Span

_TIME = frozenset({"time", "moment", "period", "point"})
_TIMES = _TIME | {
    "afternoon", "age", "autumn", "century", "date", "day", "decade", "era", "evening", "fall",
    "hour", "holiday", "midnight", "month", "morning", "night", "noon", "phase", "season",
    "spring", "stage", "summer", "week", "weekend", "winter", "year",
}  # fmt: skip


class BrokenRelative(Rule):
    """Let "which is the time when" follow a time.

    A relative clause belongs to the noun before it. "Money, which is the time when" makes
    the reader go back and guess what was meant; start a new sentence instead.
    """

    id: str = "grammar.broken-relative"
    message: str = "“%s” has no time to refer to: start a new sentence, or write “at a time when”."
    severity: Severity = Severity.WARNING

    needs: ClassVar = frozenset({"parse", "names", "quotations"})
    reach: ClassVar = "block"
    standards: ClassVar = (standards.GOV_UK,)
    examples: ClassVar = (
        Example("The farms get seed and diesel [[which is the time when]] the rains have begun."),
        Example("The town lacks nurses, [[which was a moment when]] the clinic needed them most."),
        Example("They sail at night, which is the time when the fish rise."),
        Example("They left in April 1950, which was the time when the mill shut."),
        Example("The road was mended, which is why the fair could open."),
    )

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield a problem at each such clause that follows no word for a time."""
        for parse in reading.parses:
            tokens = parse.tokens
            for which in tokens:
                words = tokens[which.i : which.i + 5]
                if not _is_time_clause(words) or _follows_a_time(tokens, which):
                    continue
                place = Span(which.start, words[-1].end)
                if is_writers_own(reading, place):
                    yield self.problem(place, " ".join(place.cut(reading.text).split()))


def _is_time_clause(words: tuple[Token, ...]) -> bool:
    return (
        len(words) == 5
        and words[0].lower == "which"
        and words[1].lower in ("is", "was")
        and words[2].lower in ("the", "a")
        and words[3].lower in _TIME
        and words[4].lower == "when"
    )


def _follows_a_time(tokens: tuple[Token, ...], which: Token) -> bool:
    """Return whether one of the six words before "which" names a time."""
    before = [t for t in tokens[max(0, which.i - 6) : which.i] if t.sentence == which.sentence]
    return any(
        t.lemma in _TIMES or t.lower in _TIMES or t.pos == "NUM" or t.entity in ("DATE", "TIME")
        for t in before
    )
