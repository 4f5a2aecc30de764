"""Dates that a story counts from its own day, or from one another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from newslint.checks._facts.told import NUMBER, Place, number, places
from newslint.checks._prose import is_writers_own
from newslint.language.date_mention import MONTHS
from newslint.language.lazy_regex import LazyRegex
from newslint.reading import Reading
from newslint.span import Span

_MONTH = "|".join(MONTHS)
# The first came in November; it was settled six months later, in March
_LATER = LazyRegex(
    rf"\b(?P<n>{NUMBER})\smonths\s(?:later|on|after\s(?:that|this))?,?\s(?:[a-z\s]{{0,12}}\s)?in\s(?:late\s|early\s)?"
    rf"(?P<whole>(?P<month>{_MONTH}))\b(?!\s\d)"
)
_LATER_FIRST = LazyRegex(
    rf"\b(?P<whole>(?P<n>{NUMBER})\smonths\s(?:later|on)),\s[^.;\d]{{0,25}}?(?P<month>{_MONTH})\b"
)
# Arrested in October 2021. He was charged two years later, in March 2022
_YEARS_LATER = LazyRegex(
    rf"\b(?:(?P<n>{NUMBER})|an?)\syears?\slater,\s(?P<whole>(?:in|on)\s(?:\d{{1,2}}\s)?(?P<month>{_MONTH})\s"
    r"(?P<year>(?:19|20)\d\d))\b"
)
_MONTH_OF_YEAR = LazyRegex(rf"\b(?P<month>{_MONTH})\s(?P<year>(?:19|20)\d\d)\b")
_IN_MONTH = LazyRegex(rf"\b(?P<month>{_MONTH})\b")
_SEASONS = {"spring": 4, "summer": 7, "autumn": 10, "fall": 10}
_DATED = (
    rf"(?:(?P<day{{0}}>\d{{{{1,2}}}})\s)?(?:(?P<month{{0}}>{_MONTH})\s(?:\d{{{{1,2}}}},\s)?"
    r"|(?:the\s)?(?P<season{0}>spring|summer|autumn|fall)\s(?:of\s)?)?(?P<year{0}>(?:19|20)\d\d)"
)
_AFTER = LazyRegex(
    rf"\b(?:in|on|since)\s(?:[A-Z][a-z]+day,?\s)?{_DATED.format('a')}\b(?:(?!\b(?:is|are|will|has|have|and)\b)[^.;:\d]){{0,70}}?,?\s(?:after|following)\s"
    rf"(?P<whole>(?:an?|the|his|her|its|their)\s[^.;:,\d]{{0,50}}?\s(?:in|on|of)\s(?:[A-Z][a-z]+day,?\s)?"
    rf"{_DATED.format('b')})\b"
)


def dates_apart(reading: Reading) -> Iterator[tuple[Span, str, Span]]:
    """Yield what is not as far from a date as it is said to be, why, and where the date is.

    Needs `sentences`, `quotations` and `date`.
    """
    before: Place | None = None
    for place in places(reading):
        start = place.sentence.span.start
        found = [*_order(place.text)]
        same = before is not None and before.sentence.block == place.sentence.block
        found += _months(place.text, before.text if same and before is not None else "")
        for span, message in found:
            whole = span.shifted(start)
            if is_writers_own(reading, whole):
                yield whole, message, place.sentence.span
        before = place


def _months(text: str, before: str) -> Iterator[tuple[Span, str]]:
    for match in _YEARS_LATER.finditer(text) if " later" in text else ():
        near = _MONTH_OF_YEAR.findall(text[: match.start()]) or _MONTH_OF_YEAR.findall(before)
        count = number(match["n"].lower()) if match["n"] else Fraction(1)
        if len(near) == 1 and count is not None:
            months = 12 * (int(match["year"]) - int(near[0][1]))
            months += MONTHS.index(match["month"]) - MONTHS.index(near[0][0])
            if abs(months - 12 * count) > 9:
                yield (
                    Span(*match.span("whole")),
                    f"From {near[0][0]} {near[0][1]} it is {months} months: check.",
                )
    if " months " not in text:
        return
    for pattern in (_LATER, _LATER_FIRST):
        for match in pattern.finditer(text):
            earlier = list(_IN_MONTH.finditer(text[: match.start()])) or list(
                _IN_MONTH.finditer(before)
            )
            count = number(match["n"].lower())
            if len(earlier) != 1 or count is None or count > 11:
                continue
            first, last = (MONTHS.index(m["month"]) for m in (earlier[0], match))
            gap = (last - first) % 12
            if abs(gap - int(count)) > 1 and abs(gap - int(count)) < 11:
                yield (
                    Span(*match.span("whole")),
                    f"From {earlier[0]['month']} to {match['month']} it is {gap} months: check.",
                )


def _order(text: str) -> Iterator[tuple[Span, str]]:
    if "after" not in text and "following" not in text:
        return
    for match in _AFTER.finditer(text):
        if _first(match, "b") > _last(match, "a"):
            yield Span(*match.span("whole")), "That came later by the dates given: check both."


def _month_of(match: re.Match[str], which: str) -> int | None:
    if match["month" + which]:
        return MONTHS.index(match["month" + which]) + 1
    season = match["season" + which]
    return _SEASONS[season] if season else None


def _first(match: re.Match[str], which: str) -> tuple[int, int]:
    return int(match["year" + which]), _month_of(match, which) or 1


def _last(match: re.Match[str], which: str) -> tuple[int, int]:
    return int(match["year" + which]), _month_of(match, which) or 12
