"""numbers.multiple-arithmetic."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import ClassVar

from newslint.checks._sums.rounding import NUMBER, rounded, shown
from newslint.finding import Problem, Severity
from newslint.language.lazy_regex import LazyRegex
from newslint.language.numbers import find_quantities
from newslint.reading import Reading
from newslint.rule import Example, Rule
from newslint.span import Span

_TIMES = {
    "doubl": Fraction(2), "tripl": Fraction(3), "trebl": Fraction(3), "quadrupl": Fraction(4),
    "halv": Fraction(1, 2),
}  # fmt: skip
_SMALL = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_FIGURE = rf"(?:[£$€]?{NUMBER}|\b(?:{_SMALL})\b)"
_SCALE = r"(?:\s?(?:million|billion|bn|m|k|%|percent|per\scent)\b|%)?"
# Doubled from 40 to 80; halved in size, from 900 boats to 450
_CHANGE = LazyRegex(
    r"\b(?P<before>(?:more\sthan|almost|nearly|about|roughly|over|all\sbut|virtually|not\squite|at\sleast|just\sover)\s)?"
    r"(?:has\s|have\s|had\s)?(?P<word>doubl|tripl|trebl|quadrupl|halv)(?:ed|es|ing|e)\b"
    rf"(?:\sin\s[a-z]{{3,12}})?(?:\s[a-z]{{2,12}}){{0,3}}?,?\sfrom\s(?P<old>{_FIGURE})(?P<old_scale>{_SCALE})"
    rf"(?:\s[a-z][\w-]{{1,20}}){{0,3}}?,?\sto\s(?P<new>{_FIGURE})(?P<new_scale>{_SCALE})"
)
_YEAR = LazyRegex(r"1[5-9]\d\d|20\d\d")
_LEAST, _MOST = Fraction(85, 100), Fraction(115, 100)


class MultipleArithmetic(Rule):
    """Check "doubled": from 40 to 80 is double, from 40 to 120 is not.

    Reported are "doubled", "tripled", "quadrupled" and "halved" with both figures beside
    them, where the quotient is off by more than 15 percent; "more than doubled" may be any
    more, and "almost doubled" somewhat less.
    """

    id: str = "numbers.multiple-arithmetic"
    message: str = "From %s to %s is not “%s”, but %s times as much: check the figures."
    severity: Severity = Severity.ERROR

    needs: ClassVar = frozenset({"sentences"})
    standards: ClassVar = (
        "https://www.bbc.co.uk/editorialguidelines/guidance/reporting-statistics",
    )
    exact: ClassVar[str] = "the two figures are divided"
    examples: ClassVar = (
        Example("Complaints [[doubled from 40 to 120]] last year."),
        Example("The fleet [[tripled in size, from 12 boats to 24]], in five years."),
        Example("Complaints doubled from 40 to 81 last year."),
        Example("Complaints more than doubled from 40 to 120 last year."),
        Example("Output doubled from 1950 to 1960."),
        Example("Sales doubled, from £900,000 to £1.8 million."),
    )

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield a problem at each multiple that the figures beside it contradict."""
        for sentence in reading.sentences_with(_CHANGE):
            text = sentence.span.cut(reading.text)
            for match in _CHANGE.finditer(text):
                old, new = (_value(match, side) for side in ("old", "new"))
                if not old or not new or _are_years(match):
                    continue
                times, told = new / old, _TIMES[match["word"]]
                off = times / told if told > 1 else told / times
                before = (match["before"] or "").strip()
                most = None if before in ("more than", "over", "at least", "just over") else _MOST
                least = Fraction(3, 4) if before and most else _LEAST
                if off >= least and (most is None or off <= most):
                    continue
                word = text[match.start("word") : match.end("word")]
                word = re.findall(rf"{word}\w+", match[0])[0]
                span = Span(match.start("word"), match.end()).shifted(sentence.span.start)
                yield self.problem(
                    span,
                    match["old"] + match["old_scale"],
                    match["new"] + match["new_scale"],
                    word,
                    shown(times),
                )


def _are_years(match: re.Match[str]) -> bool:
    """Return whether the two only tell when: doubled from 1950 to 1960."""
    told = (match["old"], match["new"])
    scaled = match["old_scale"] or match["new_scale"]
    return not scaled and all(_YEAR.fullmatch(figure) for figure in told)


def _value(match: re.Match[str], side: str) -> Fraction | None:
    """Return a figure with its scale; that of the second holds for a bare first."""
    scale = (match[f"{side}_scale"] or "").strip()
    if not scale and side == "old" and not match["new"].startswith(("£", "$", "€")):
        scale = (match["new_scale"] or "").strip()
    digits = match[side].lstrip("£$€")
    if digits.replace(",", "").replace(".", "").isdigit():
        found = find_quantities(
            f"{digits} {scale} things" if scale.isalpha() else f"{digits} things"
        )
        return found[0].value if found else rounded(digits).value
    found = find_quantities(f"{digits} things")
    return found[0].value if found else None
