"""A change told as a percentage beside the only two figures that it can be of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from newslint.checks._figures.lines import Line, is_share
from newslint.checks._sums.worked_figures import Sum, shown
from newslint.language.lazy_regex import LazyRegex
from newslint.span import Span

_UP = r"rise|increase|jump|gain|climb|growth|surge|leap|hike|mark-up"
_DOWN = r"fall|drop|decline|decrease|cut|dip|slump|reduction|slide|discount|saving"
# Prices are up by 70 per cent; that is a fall of 43%.
_OF = LazyRegex(
    rf"\b(?:(?:an?|the)\s(?:[a-z]+\s)?(?:(?P<up>{_UP})|(?P<down>{_DOWN}))\sof"
    r"|(?P<more>up)(?:\sby)?|(?P<less>down)(?:\sby)?)"
    r"\s(?:just\s|only\s|about\s|some\s|around\s|nearly\s|almost\s|over\s|a\s(?:hefty|mere)\s)?$",
    re.IGNORECASE,
)
_COMPARED = LazyRegex(
    r"\b(?:from|(?:a|one|two|three|five|ten)\s(?:year|month|week|decade|day)s?\s(?:ago|earlier|before)"
    r"|last\s(?:year|month|week|season|summer|winter|spring|autumn)|now|was\sto|previous\w*|before"
    r"|used\sto|originally|compared|against|the\syear\sbefore|at\sthe\sstart)\b",
    re.IGNORECASE,
)
_OTHER_THING = LazyRegex(
    r"\b(?:each|per(?!\scent)|of\swhich|points?|respectively|including|while)\b"
)
_SLACK, _SHARE = Fraction(2), Fraction(1, 10)
_FAR = 4


def change_told_wrong(line: Line) -> Iterator[tuple[Span, str]]:
    """Yield a percentage of rise or fall that the two figures before it belie.

    They are of one unit, stand in the sentence or in it and the one before, are compared in
    time, and no third figure stands with them. Spans count from the start of the sentence.
    """
    percents = [f for f in line.figures if f.unit == "percent"]
    if len(percents) != 1:
        return
    told = percents[0]
    said = _OF.search(line.text, max(0, told.span.start - 40), told.span.start)
    if said is None:
        return
    figures, words = [f for f in line.figures if f is not told], line.text
    if len(figures) < 2 and line.before and line.before[-1].block == line.block:
        earlier = line.before[-1]
        figures, words = [*earlier.figures, *figures], f"{earlier.text} {words}"
        if len(figures) < 2 and len(line.before) > 1 and line.before[-2].block == line.block:
            figures = [*line.before[-2].figures, *figures]
            words = f"{line.before[-2].text} {words}"
    kinds = {f.unit for f in line.figures if f is not told}
    figures = [f for f in figures if f.unit in kinds or not kinds]
    if len(figures) != 2 or not _same_kind(*figures) or not _COMPARED.search(words):
        return
    if _OTHER_THING.search(words) or any(f.span.start > told.span.start for f in line.figures):
        return
    low, high = sorted(f.value for f in figures)
    rising = said["up"] is not None or said["more"] is not None
    change = (high - low) / (low if rising else high) * 100
    off = abs(change - told.value)
    if off > max(_SLACK, _SHARE * told.value) and change < _FAR * told.value + _FAR:
        start = _start(said, line.text)
        yield (
            Span(start, told.span.end),
            f"From {shown(low if rising else high)} to {shown(high if rising else low)} it is"
            f" {shown(Fraction(round(change)))}%: check the figures.",
        )


def _start(said: re.Match[str], text: str) -> int:
    start = said.start()
    while text[start].isspace():
        start += 1
    return start


def _same_kind(one: Sum, other: Sum) -> bool:
    if is_share(one) or one.unit != other.unit or one.value <= 0 or other.value <= 0:
        return False
    if not (one.exact and other.exact) or one.value == other.value:
        return False
    return bool(one.unit) or not (one.noun and other.noun) or one.noun == other.noun
