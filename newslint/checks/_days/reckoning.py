"""Lengths of time and dates as months, so that one can be reckoned from the other."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from newslint.checks._days.whens import is_part
from newslint.checks._facts.told import NUMBER, number
from newslint.language.dates import DateKind, DateMention, find_dates, resolve
from newslint.language.lazy_regex import LazyRegex
from newslint.span import Span

_MONTHS = {"month": 1, "year": 12, "decade": 120, "season": 12, "term": 12}
_HEDGE = (
    r"(?P<over>more\sthan|over|at\sleast|well\sover|just\sover)"
    r"|(?P<under>less\sthan|under|nearly|almost|just\sunder|not\squite)"
    r"|(?P<about>about|around|some|roughly)"
)
_ROUND = r"(?P<round>(?:half\sa|a\squarter\sof\sa)\scentury|(?:a|one)\s(?:decade|century|year))"
_LENGTH_WORDS = (
    rf"\b(?P<length>(?:(?i:{_HEDGE})\s)?(?:(?P<n>(?i:{NUMBER}))(?P<half>(?:\sand\sa\shalf|½))?[\s-]"
    rf"(?P<unit>year|month|decade|season)s?|{_ROUND}))\b"
)
#: A length of years or months, and words that round it.
LENGTH = LazyRegex(rf"{_LENGTH_WORDS}(?![\s-](?:olds?|in\s(?:prison|jail)))")
_ROUNDS = {"half": 600, "quarter": 300, "century": 1200, "decade": 120, "year": 12}
# LUND, 3 May 2028 —
_DATELINE = LazyRegex(r"[A-Z][A-Z .’'-]+,[^—–:;]{3,40}\s[—–-]\s")
_FOR = LazyRegex(r"\b(?:for|after|over|lasted|took|within|only|just|than)\s$|^\s*$")
#: "February that year": the year is that of the date before.
THAT_YEAR = LazyRegex(r",?\s(?:of\s)?(?:that|the\ssame)\syear\b")


@dataclass(frozen=True, slots=True)
class Point:
    """The months, counted from the year nought, in which a date may lie.

    Of one that `is_year` no more is told than the year, not even "the spring of".
    """

    first: int
    last: int
    span: Span
    is_year: bool = False


@dataclass(frozen=True, slots=True)
class Length:
    """A length of time in months, with the least and the most that its words may mean."""

    months: float
    low: float
    high: float
    span: Span
    words: str

    def fits(self, least: int, most: int) -> bool:
        """Return whether a stretch of so many months may be called by this length."""
        return least <= self.high and most >= self.low


def message(length: Length, least: int, most: int) -> str:
    """Return what to tell the writer of a length that its dates rule out."""
    middle = (least + most) / 2
    shown = f"{round(middle)} months" if middle < 36 else f"{round(middle / 12)} years"
    return f"By the dates it is about {shown}, not {length.words}: check both."


def is_far_off(length: Length, most: int) -> bool:
    """Return whether the length is so far off that it will be of something else."""
    return not 0.2 < length.months / max(most, 1) < 6


def length_of(match: re.Match[str]) -> Length | None:
    """Return the length of a match of `LENGTH`; nothing for "six a year"."""
    if match["round"] in ("a year", "one year") and not _FOR.search(match.string[: match.start()]):
        return None
    if match["round"]:
        months = float(next(v for k, v in _ROUNDS.items() if k in match["round"]))
        slack = months * (0.2 if months > 12 else 0.4)
    else:
        count = number(match["n"].lower())
        if count is None or not 0 < count < 400:
            return None
        unit = _MONTHS[match["unit"]]
        months = (float(count) + (0.5 if match["half"] else 0)) * unit
        slack = {1: 1.0 + months // 12, 12: 6.0 + months // 120}.get(unit, months * 0.3)
        if unit == 12 and count == 1:
            slack = 5.0
    low, high = months - slack, months + slack
    if match["over"]:
        low, high = months - 1, months + max(12.0, months * 0.5)
    elif match["under"]:
        low, high = months * 0.8 - 2, months + 1
    elif match["about"]:
        low, high = low - months * 0.15, high + months * 0.15
    return Length(months, low, high, Span(*match.span("length")), match["length"])


def points_in(text: str, today: datetime.date | None) -> list[Point]:
    """Return the dates in a text; those without a year count from `today`, the article's date."""
    found: list[Point] = []
    dateline = _DATELINE.match(text)
    for mention in find_dates(text):
        if dateline is not None and mention.span.end <= dateline.end():
            continue
        ends = _ends(mention) if mention.kind is DateKind.RANGE else (mention,)
        for one in ends:
            point = _point(text, one, today, found) if one is not None else None
            if point is not None:
                found.append(point)
    return found


def _ends(dates: DateMention) -> tuple[DateMention | None, ...]:
    """Return both ends of a range; "March to May 2028" has one year for the two."""
    first, last = dates.first, dates.last
    if first is None or last is None or first.year is not None or last.year is None:
        return first, last
    over = (first.month or 0) > (last.month or 0)
    return replace(first, year=last.year - over), last


def _point(
    text: str, mention: DateMention, today: datetime.date | None, before: Sequence[Point]
) -> Point | None:
    if mention.kind is DateKind.YEAR and mention.year is not None:
        whole = not is_part(text, mention.span)
        return Point(mention.year * 12, mention.year * 12 + 11, mention.span, whole)
    if mention.kind not in (DateKind.DAY, DateKind.MONTH) or mention.month is None:
        return None
    year = mention.year
    if year is None and before and THAT_YEAR.match(text, mention.span.end):
        year = before[-1].first // 12
    if year is None:
        if today is None or mention.relation is not None:
            return None
        day = resolve(mention, today)
        first = day[0] if isinstance(day, tuple) else day
        if first is None:
            return None
        year = first.year
    month = year * 12 + mention.month - 1
    return Point(month, month, mention.span)
