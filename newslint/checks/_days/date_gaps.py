"""Dates, months, centuries and parts of the day that stand together and do not agree."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from newslint.checks._days.day_counts import CLOCK, minutes_of
from newslint.checks._days.parts_of_day import parts_at_odds
from newslint.checks._days.spans_of_time import WrongLength
from newslint.language.date_mention import MONTHS
from newslint.language.dates import DateKind, DateMention, find_dates, resolve
from newslint.language.lazy_regex import LazyRegex
from newslint.language.numbers import find_quantities
from newslint.span import Span

_SMALL = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fourteen|eighteen"
_MONTH = "|".join(MONTHS)
_GAP = LazyRegex(
    rf"\b(?P<length>(?P<n>\d{{1,3}}|{_SMALL}|a)\s(?P<unit>day|week|fortnight|month)s?)\s"
    r"(?P<way>after|before|later|earlier|ago)\b"
)
_AHEAD = LazyRegex(
    rf"\bin\s(?P<length>(?P<n>\d{{1,3}}|{_SMALL})\s(?P<unit>day|week|month)s)(?:[’']\stime)?,\son\s$"
)
_DAYS = {"day": 1, "week": 7, "fortnight": 14, "month": 30.4}
_SLACK = {"day": 1, "week": 4, "fortnight": 5, "month": 20}
_MONTHS_LONG = LazyRegex(
    rf"\b(?P<length>(?P<n>\d{{1,2}}|{_SMALL})[\s-]months?)\b[^.;\d]{{0,60}}?\b(?:from|between)\s"
    rf"(?P<a>{_MONTH})\s(?:to|until|till|and)\s(?P<b>{_MONTH})\b"
    rf"|\b(?:from|between)\s(?P<a2>{_MONTH})\s(?:to|until|till|and)\s(?P<b2>{_MONTH})(?:,|\s\()\s?"
    rf"(?:for\s|a\stotal\sof\s|or\s)?(?P<length2>(?P<n2>\d{{1,2}}|{_SMALL})\smonths)\b"
)
_PARTS = {
    "morning": (0, 12 * 60 + 29),
    "afternoon": (11 * 60 + 30, 18 * 60 + 59),
    "evening": (16 * 60, 24 * 60),
    "early hours": (0, 6 * 60 + 30),
    "small hours": (0, 6 * 60),
    "lunchtime": (11 * 60, 15 * 60),
    "breakfast": (4 * 60, 11 * 60 + 30),
    "dawn": (3 * 60, 9 * 60),
    "daybreak": (3 * 60, 9 * 60),
    "dusk": (14 * 60 + 30, 23 * 60),
}
_PART = "|".join(_PARTS)
_PART_THEN_CLOCK = LazyRegex(
    rf"\b(?P<part>{_PART})(?:,|\s\()?\s(?:at|around|about|just\sbefore|just\safter|shortly\sbefore"
    r"|shortly\safter|from)\s(?:about\s|around\s)?$"
)
_CLOCK_THEN_PART = LazyRegex(
    rf"\s(?:in\sthe|on\s[A-Z][a-z]+day|that|this|yesterday)\s(?P<part>{_PART})\b"
)
_CENTURY = LazyRegex(
    r"\b(?P<century>(?P<n>1\d|20|21)th[\s-]century|(?P<w>eighteenth|nineteenth|seventeenth|sixteenth"
    r"|fifteenth|twentieth)[\s-]century)\b[^.;\d]{0,60}?\b(?:built|opened|founded|dating|dates|erected"
    r"|made|finished|completed|painted|written|from|of)\b[^.;\d]{0,20}?\s(?P<year>1[0-9]\d\d|20\d\d)\b"
    r"|\b(?:built|opened|founded|erected|made|finished|completed|painted|written)\sin\s"
    r"(?P<year2>1[0-9]\d\d|20\d\d)\b[^.;\d]{0,40}?\b(?P<century2>(?P<n2>1\d|20)th[\s-]century)\b"
)
_CENTURIES = {
    "fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19,
    "twentieth": 20,
}  # fmt: skip
_NTH_YEAR = LazyRegex(
    r"\b(?P<length>(?P<n>\d{1,3})(?:st|nd|rd|th)\s(?:annual|year|edition|season|consecutive|running))\b"
    r"[^.;\d]{0,90}?\b(?:first\s(?:held|run|staged|played|met|opened)|founded|began|begun|started"
    r"|since|launched|set\sup)\s(?:it\s(?:began|started)\s)?(?:in\s)?(?P<year>(?:1[89]|20)\d\d)\b"
)
_MISSED = 4  # years in which a yearly event may have been left out


def wrong_gaps(text: str, anchor: datetime.date | None) -> Iterator[WrongLength]:
    """Yield the words in the sentence `text` that the dates and times beside them rule out.

    Args:
        text: one sentence; spans count from its start.
        anchor: the article's date, or None.
    """
    yield from _between_days(text, anchor)
    yield from _between_months(text)
    yield from _parts_of_day(text)
    yield from parts_at_odds(text)
    yield from _centuries(text)
    if anchor is not None:
        yield from _nth_years(text, anchor)


def _count(written: str) -> int:
    if written == "a":
        return 1
    if written.isdigit():
        return int(written)
    found = find_quantities(f"{written} days")
    return int(found[0].value) if found else 0


# Nine weeks and | three days later
_AND = LazyRegex(r"\b(?:years?|months?|weeks?|days?)\sand\s$")


def _between_days(text: str, anchor: datetime.date | None) -> Iterator[WrongLength]:
    """Three weeks after it opened on 12 May, it closed on 20 May."""
    days = [(m, d) for m in find_dates(text) if (d := _day(m, anchor)) is not None]
    for match in _GAP.finditer(text):
        if _AND.search(text[: match.start()]):
            continue
        apart: float | None = None
        if match["way"] == "ago":
            beside = [
                d
                for m, d in days
                if re.fullmatch(r",?\s(?:on\s)?", text[match.end() : m.span.start])
            ]
            if beside and anchor is not None:
                apart = (anchor - beside[0]).days
        elif len(days) == 2 and (
            match["way"] in ("after", "before") or days[0][0].span.end <= match.start()
        ):
            first, second = (d for _, d in days)
            apart = abs((second - first).days)
        if apart is not None:
            yield from _judge(match, apart)
    for mention, day in days if anchor is not None else ():
        ahead = _AHEAD.search(text[: mention.span.start])
        if ahead is not None and anchor is not None:
            yield from _judge(ahead, (day - anchor).days)


def _judge(match: re.Match[str], apart: float) -> Iterator[WrongLength]:
    unit = match["unit"]
    count = _count(match["n"])
    if count and abs(apart - count * _DAYS[unit]) > _SLACK[unit] + count * (unit == "month") * 3:
        yield WrongLength(
            Span(*match.span("length")),
            f"The two days are {int(apart)} days apart: check “{match['length']}”.",
        )


def _day(mention: DateMention, anchor: datetime.date | None) -> datetime.date | None:
    if mention.kind is not DateKind.DAY or (anchor is None and mention.year is None):
        return None
    day = resolve(mention, anchor or datetime.date(mention.year or 1, 1, 1))
    return day if isinstance(day, datetime.date) else None


def _between_months(text: str) -> Iterator[WrongLength]:
    for match in _MONTHS_LONG.finditer(text):
        which = "" if match["length"] else "2"
        first, last = (MONTHS.index(match[k + which]) for k in ("a", "b"))
        real = (last - first) % 12
        if _count(match["n" + which]) not in (real, real + 1):
            yield WrongLength(
                Span(*match.span("length" + which)),
                f"{MONTHS[first]} to {MONTHS[last]} is {real + 1} months with both: check.",
            )


def _parts_of_day(text: str) -> Iterator[WrongLength]:
    """On Sunday evening at 9.15am; at 3pm in the morning."""
    for clock in CLOCK.finditer(text):
        if clock["word"]:
            continue
        before = _PART_THEN_CLOCK.search(text[: clock.start()])
        after = _CLOCK_THEN_PART.match(text, clock.end())
        part = before or after
        if part is None:
            continue
        first, last = _PARTS[part["part"]]
        if not first <= minutes_of(clock) <= last:
            start = before.start("part") if before else clock.start()
            end = clock.end() if before else after.end() if after else clock.end()
            yield WrongLength(
                Span(start, end), f"{clock[0]} is not in the {part['part']}: check the time."
            )


def _centuries(text: str) -> Iterator[WrongLength]:
    for match in _CENTURY.finditer(text):
        which = "" if match["century"] else "2"
        written = match["n" + which]
        century = int(written) if written else _CENTURIES[match["w"]]
        year = int(match["year" + which])
        if (year - 1) // 100 + 1 != century and year % 100:
            yield WrongLength(
                Span(*match.span("year" + which)),
                f"{year} is not in the {century}th century: check both.",
            )


def _nth_years(text: str, anchor: datetime.date) -> Iterator[WrongLength]:
    for match in _NTH_YEAR.finditer(text):
        nth, years = int(match["n"]), anchor.year - int(match["year"]) + 1
        if nth > years + 1 or nth < years - _MISSED - 1:
            yield WrongLength(
                Span(*match.span("length")),
                f"From {match['year']} to {anchor.year} it would be number {years}: check.",
            )
