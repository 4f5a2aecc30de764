"""Steps of a rate, and ranges that a figure is said to leave: "a cut to 2.75"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from newslint.checks._figures.lines import Line
from newslint.checks._sums.worked_figures import PERCENT, Sum, shown
from newslint.language.lazy_regex import LazyRegex
from newslint.reading import Reading
from newslint.span import Span

# A quarter of a point; half a percentage point; 0.25 points; 50 basis points
_STEP = LazyRegex(
    r"\b(?:(?P<word>an?\squarter|half|one|a\sfull|three[\s-]quarters)(?:\sof)?(?:\san?)?|(?P<n>\d{1,3}(?:\.\d{1,2})?)(?P<basis>\sbasis)?)"
    r"[\s-](?:percentage[\s-])?points?\b"
)
_STEPS = {"quarter": Fraction(1, 4), "half": Fraction(1, 2), "one": Fraction(1),
          "full": Fraction(1), "quarters": Fraction(3, 4)}  # fmt: skip
_RATE = LazyRegex(
    r"\b(?:main|key|base|policy|interest|lending|deposit|repo|benchmark|bank)?\s?rates?\b"
)
_MOVES = LazyRegex(
    r"\b(?:cut|cuts|raise[sd]?|rise|increase[ds]?|lower(?:s|ed)?|move|hike[ds]?|reduction|reduce[sd]?|trim\w*)\b"
)
_TO = LazyRegex(
    r"\b(?:take|takes|took|taking|bring|brings|brought|bringing|leave|leaving|put|cut|cutting|raise|raised|raising|lower"
    r"|lowered|lowering|reduce|reduced)\b[^.;:\d]{0,40}?\b(?:to|at)\s$"
)
_BEYOND = LazyRegex(
    r"\b(?P<whole>(?P<way>above|below|outside|over|under|beyond|exceed(?:s|ed)?)\s(?:the|that|its|this)\s(?:recommended\s"
    r"|sentencing\s|usual\s|normal\s|official\s|advised\s)?(?:guidelines?|range|band|bracket|scale))\b"
)
_RANGE = LazyRegex(r"\s(?:to|and)\s|[–-]")
_NOW = LazyRegex(
    r"\b(?:sentenced|jailed|gets?|got|given|was|is|stands?|set|paid|pays|fined|term)\b"
)


def steps_and_ranges(reading: Reading, everything: Sequence[Line]) -> Iterator[tuple[Span, str]]:
    """Yield each rate that the step told just before does not give, and each range not left.

    Spans are those of the article.
    """
    text = reading.text
    moves, beyond = _STEP.search(text), _BEYOND.search(text)
    if moves is None and beyond is None:
        return
    if moves is not None:
        yield from _steps(everything)
    if beyond is not None:
        yield from _ranges(everything)


def _steps(everything: Sequence[Line]) -> Iterator[tuple[Span, str]]:
    """Yield "It is 3.25 per cent. A cut of a quarter of a point would take it to 2.75"."""
    for line in everything:
        if _RATE.search(line.text) is None or _MOVES.search(line.text) is None:
            continue
        for told in line.figures:
            if told.unit not in PERCENT or _TO.search(line.text[: told.span.start]) is None:
                continue
            near = [*line.before[-2:], line]
            steps = {s for where in near for s in _told_steps(where.text)}
            olds = {
                f.value for where in near for f in where.figures
                if f.unit == "percent" and f is not told
                and (where is not line or f.span.start < told.span.start)
            }  # fmt: skip
            olds |= {
                f.value for where in everything for f in where.figures
                if f.unit == "percent" and _RATE.search(where.text) and f is not told
            }  # fmt: skip
            if len(steps) != 1 or not olds:
                continue
            step = next(iter(steps))
            if any(abs(abs(old - told.value) - step) < Fraction(1, 100) for old in olds):
                continue
            if any(abs(old - told.value) < 3 * step for old in olds):
                span = told.span.shifted(line.place.sentence.span.start)
                yield span, f"A step of {shown(step)} does not lead there: check the figures."


def _told_steps(text: str) -> Iterator[Fraction]:
    for match in _STEP.finditer(text):
        if match["n"]:
            yield Fraction(match["n"]) / (100 if match["basis"] else 1)
        else:
            yield _STEPS[re.split(r"[\s-]", match["word"])[-1]]


def _ranges(everything: Sequence[Line]) -> Iterator[tuple[Span, str]]:
    """Yield "The range was 46 to 57 months, so the judge went above it" of one of 54 months."""
    for line in everything:
        match = _BEYOND.search(line.text)
        if match is None:
            continue
        for where in (line, *line.before[-1:]):
            bounds = _bounds(where)
            if bounds is None:
                continue
            low, high = bounds
            told = {
                f.value for other in everything for f in other.figures
                if other is not where and other.place.text != where.text and f.unit == low.unit
                and f.exact and _NOW.search(other.text) and f.value >= low.value / 2
                and f.value <= high.value * 2
            }  # fmt: skip
            if told and all(low.value <= value <= high.value for value in told):
                span = Span(*match.span("whole")).shifted(line.place.sentence.span.start)
                value = shown(next(iter(told)))
                yield span, f"{value} lies within {shown(low.value)} to {shown(high.value)}: check."
            break


def _bounds(line: Line) -> tuple[Sum, Sum] | None:
    for low, high in zip(line.figures, line.figures[1:], strict=False):
        gap = line.text[low.span.end : high.span.start]
        if _RANGE.fullmatch(gap) and low.value < high.value and high.unit:
            return Sum(low.value, high.unit, low.span, low.exact, high.noun), high
    return None
