"""Dates as the first and last day they may mean, and lengths as the days they may lie apart."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from newslint.checks._facts.told import NUMBER, Place, number, places
from newslint.language.dates import DateKind, find_dates, resolve
from newslint.language.lazy_regex import LazyRegex
from newslint.reading import Reading, once_an_article
from newslint.span import Span

_TENS = (
    r"\b(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
    r"(?:-(?:one|two|three|four|five|six|seven|eight|nine))?\b"
)
_HEDGE = (
    r"(?:(?P<over>(?:just\s|well\s|slightly\s|a\slittle\s)?(?:more\sthan|over)|at\sleast)"
    r"|(?P<under>(?:just\s|well\s)?(?:less\sthan|under)|nearly|almost|barely|not\squite)"
    r"|(?P<about>about|around|some|roughly|exactly|just|only|barely))\s"
)
#: A length of time with what rounds it, as part of a pattern: "almost three and a half weeks".
LENGTH = (
    rf"(?:{_HEDGE})?(?:(?:(?P<n>{_TENS}|{NUMBER})(?:\sand\sa\s(?P<half>half))?|(?P<one>an?|one|half\sa))"
    r"[\s-](?P<unit>hour|day|week|fortnight|month|year|decade)s?)"
)
_KINDS = frozenset(
    [DateKind.DAY, DateKind.WEEKDAY, DateKind.MONTH, DateKind.YEAR, DateKind.RELATIVE]
)
_YEAR_TOLD = LazyRegex(r",?\s(?:of\s)?(?P<which>last|this|next|that|the\ssame)\syear\b")
_DAYS = {
    "hour": 1,
    "day": 1,
    "week": 7,
    "fortnight": 14,
    "month": 30.44,
    "year": 365.25,
    "decade": 3652.5,
}
_YEAR = 365
#: What tells of a year that only a part of it is meant: the spring of | 2022.
_PART_OF_YEAR = LazyRegex(
    r"\b(?:spring|summer|autumn|fall|winter|early|late|mid|start|beginning|end|middle|half|quarter)"
    r"(?:\sof|\sin|-)?\s?$",
    re.IGNORECASE,
)
_MANY = 400
_BESIDE, _SHORT = 14, 34


@dataclass(frozen=True, slots=True)
class When:
    """A date told at `span` of the article: the first and the last day it may mean.

    One that `floats` has no year in the text; of one that `is_year` no more is told than that,
    not even "the spring of"; one that `is_weekday` is the one last gone by. `inside` counts from
    the start of its sentence.
    """

    first: datetime.date
    last: datetime.date
    span: Span
    inside: Span
    floats: bool = False
    is_year: bool = False
    is_weekday: bool = False

    def shifted(self, years: int) -> When:
        """Return the same date so many years later."""
        first, last = (
            d.replace(year=d.year + years, day=28 if (d.month, d.day) == (2, 29) else d.day)
            for d in (self.first, self.last)
        )
        return replace(self, first=first, last=last)


@dataclass(frozen=True, slots=True)
class Length:
    """A length of time: the fewest and the most days that `words`, at `inside`, may mean.

    `inside` counts from the start of its sentence; `way` is what ties it to a date: "later".
    """

    low: float
    high: float
    way: str
    inside: Span
    words: str

    def fits(self, one: When, other: When) -> bool:
        """Return whether the length may lie between two dates, the earlier one first."""
        least, most = (other.first - one.last).days, (other.last - one.first).days
        if one.is_year and other.is_year:  # from 2019 to 2022 is three years, to any writer
            least = most = (other.first - one.first).days
        years = (-_YEAR, 0, _YEAR) if one.floats or other.floats else (0,)
        return any(least + y <= self.high and most + y >= self.low for y in years)


def length_told(match: re.Match[str]) -> Length | None:
    """Return the length of a match of a pattern that holds `LENGTH`, as its group `whole`.

    The groups `day` ("the day after") and `hours` ("hours later") are lengths too; `way` is
    taken over, where the pattern has such groups.
    """
    groups = match.groupdict()
    way, inside = (groups.get("way") or "").lower(), Span(*match.span("whole"))
    if groups.get("hours"):
        return Length(0, 1, way, inside, match["whole"])
    unit = (groups["unit"] or groups["day"] or "").lower()
    value = number(match["n"].lower()) if match["n"] else None
    many = float(value) if value is not None else 1.0
    many = 0.5 if (match["one"] or "").lower().startswith("half") else many
    many += 0.5 if match["half"] else 0.0
    if not 0 < many < _MANY:
        return None
    size = _DAYS[unit]
    spare = {
        "hour": many / 24, "day": 0.0 if many < 8 else 1.0 + many / 30, "week": 1.0 + many / 2,
        "fortnight": 3.0, "month": 8.0 + 5 * many, "year": 130.0 + 12 * many, "decade": 1400.0,
    }[unit]  # fmt: skip
    spare = min(spare, 25.0) if unit == "month" and many < 24 else spare
    middle = many * size if unit != "hour" else 0.0
    low, high = middle - spare, middle + spare
    if match["over"]:
        low = middle - (1 if unit in ("day", "week") else spare / 4)
        high = middle + max(spare, 0.5 * middle, size)
    elif match["under"]:
        low, high = middle - max(spare, 0.4 * middle), middle + (0 if unit == "day" else spare / 4)
    elif match["about"] and not match["about"].lower().startswith(("exact", "just", "only")):
        low, high = low - middle * 0.12, high + middle * 0.12
    return Length(low, high, way, inside, match["whole"])


def dates_of(place: Place) -> Sequence[When]:
    """Return the dates of a sentence.

    Those without a year are taken to be near the article's own date, or, where it has none,
    near the last day that it gives in full; without any, there are none.
    """
    return _found(place.reading).get(place.sentence.span.start, ())


def with_date(place: Place, inside: Span) -> Span:
    """Return a length with the date right beside it, if both are short: either may be the slip."""
    for when in dates_of(place):
        both = Span(min(when.inside.start, inside.start), max(when.inside.end, inside.end))
        if len(both) <= len(when.inside) + len(inside) + _BESIDE and len(both) <= _SHORT:
            return both
    return inside


@once_an_article
def _found(reading: Reading) -> dict[int, tuple[When, ...]]:
    """Return the dates of each sentence that has one, by where the sentence starts."""
    today = reading.date.date if reading.date is not None else _last_in_full(reading)
    if today is None:
        return {}
    starts = ((p.text, p.sentence.span.start) for p in places(reading))
    found = ((start, tuple(_whens(text, start, today))) for text, start in starts)
    return {start: whens for start, whens in found if whens}


def _last_in_full(reading: Reading) -> datetime.date | None:
    days = [
        resolve(m, datetime.date(m.year, 1, 1)) for p in places(reading) for m in find_dates(p.text)
        if m.kind is DateKind.DAY and m.year is not None
    ]  # fmt: skip
    return max((d for d in days if isinstance(d, datetime.date)), default=None)


def _whens(text: str, start: int, today: datetime.date) -> Iterator[When]:
    for mention in find_dates(text):
        whole = mention.kind is not DateKind.RANGE
        for one in (mention,) if whole else (mention.first, mention.last):
            if one is None or one.kind not in _KINDS or one.amount is not None:
                continue
            year = _YEAR_TOLD.match(text, one.span.end)
            if year is not None and one.year is None:
                step = {"last": -1, "this": 0, "next": 1}.get(year["which"])
                if step is None:
                    continue
                one = replace(one, year=today.year + step)
            if one.kind is DateKind.RELATIVE and one.unit not in ("week", "month"):
                continue
            days = resolve(one, today)
            if days is not None:
                first, last = days if isinstance(days, tuple) else (days, days)
                floats = one.year is None and one.kind is not DateKind.RELATIVE
                year_only = one.kind is DateKind.YEAR and not is_part(text, one.span)
                weekday = one.kind is DateKind.WEEKDAY
                floats = floats and not weekday
                span = one.span.shifted(start)
                yield When(first, last, span, one.span, floats, year_only, weekday)


def is_part(text: str, year: Span) -> bool:
    """Return whether a year in a text is one of which only a part is meant: "early 2022"."""
    return _PART_OF_YEAR.search(text, max(0, year.start - 20), year.start) is not None
