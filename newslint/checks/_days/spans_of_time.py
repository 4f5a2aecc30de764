"""Stretches of time told twice: by where they begin and end, and by how long they are."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass

from newslint.language.dates import DateKind, DateMention, find_dates, resolve
from newslint.language.lazy_regex import LazyRegex
from newslint.language.numbers import find_quantities
from newslint.span import Span


@dataclass(frozen=True, slots=True)
class WrongLength:
    """A length at `span` that does not fit; `message` says what would."""

    span: Span
    message: str


_N = (
    r"(?P<n>\d{1,3}|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen"
    r"|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy"
    r"|eighty|ninety)(?:-(?:one|two|three|four|five|six|seven|eight|nine))?)"
)
_ABOUT = r"(?:(?:about|around|some|nearly|almost|roughly|just\sover|more\sthan|over)\s)?"
_Y = r"(?:1[5-9]|20)\d\d"
_MONTHS = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|March|April|May|June|July|Aug(?:ust)?|Sept?(?:ember)?"
    r"|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)
_WHEN = rf"(?:(?:early|late|mid-?)\s)?(?:{_MONTHS}\s)?"
_LOOSE = LazyRegex(r"\b(?:about|around|some|nearly|almost|roughly|just\sover|more\sthan|over)\s")

# came in 1966 and retired in 2001, after 37 years
_YEARS_THEN_LENGTH = LazyRegex(
    rf"\b(?:in|from|since|between)\s{_WHEN}(?P<a>{_Y})\b(?P<middle>[^.;()\d]{{1,80}}?)\b(?:in|to|until|till|and)\s{_WHEN}"
    rf"(?P<b>{_Y})(?P<joint>,?\s(?:after|a\sspan\sof|a\stotal\sof|or)?\s?|\s\(|\s[-–—]\s)"
    rf"(?P<length>{_ABOUT}{_N}[\s-](?P<unit>years?|decades?))\b(?!\s(?:later|ago|before|earlier|after|old|in\s(?:prison|jail)))"
)
# ran it for 12 years, from 1990 to 2005
_LENGTH_THEN_YEARS = LazyRegex(
    rf"\b(?P<length>(?:for|spent|lasted|over|after)\s{_ABOUT}{_N}\s(?P<unit>years?|decades?)),?\s"
    rf"(?:[a-z]+\s){{0,3}}?(?:from|between)\s{_WHEN}(?P<a>{_Y})\s(?:to|until|till|and)\s{_WHEN}(?P<b>{_Y})\b"
)
# the three-year term that began in 2019 ends in 2023
_TERM = LazyRegex(
    rf"\b(?P<length>{_N}-(?P<unit>year)\s(?:[a-z]+\s)?(?:term|contract|lease|mandate|deal|licence|license|agreement|loan))\b"
    rf"[^.;\d]{{1,60}}?\b(?:began|begins|started|starts|beginning|starting|signed|from|ran|runs|running)\s"
    rf"(?:[a-z]+\s)?(?:in\s)?{_WHEN}(?P<a>{_Y})\b[^.;\d]{{1,40}}?\b(?:ends?|ended|ending|expires?|expired|to|until|up)\s"
    rf"(?:in\s)?{_WHEN}(?P<b>{_Y})\b"
)
# since 2015, for ten years
_SINCE = LazyRegex(
    rf"\bsince\s{_WHEN}(?P<a>{_Y})(?:,\s|\s\(|,?\sfor\s)(?:for\s|or\s|a\stotal\sof\s)?"
    rf"(?P<length>{_ABOUT}{_N}\s(?P<unit>years?|decades?))(?=[\s,.;)]|$)"
    r"(?!\s(?:ago|before|after|earlier|old))"
    rf"|\b(?P<length2>for\s(?P<about2>{_ABOUT})"
    rf"{_N.replace('?P<n>', '?P<n2>')}\s(?P<unit2>years?|decades?))"
    rf",\ssince\s{_WHEN}(?P<a2>{_Y})\b"
)
# ten years ago, in 2015
_AGO = LazyRegex(
    rf"\b(?P<length>{_ABOUT}{_N}\s(?P<unit>years?|decades?)\sago),\sin\s{_WHEN}(?P<a>{_Y})\b"
    rf"|\bin\s{_WHEN}(?P<a2>{_Y}),\s"
    rf"(?P<length2>{_ABOUT}{_N.replace('?P<n>', '?P<n2>')}\s(?P<unit2>years?|decades?)\sago)\b"
)
# founded in 1990, it marks its 30th anniversary this year
_ANNIVERSARY = LazyRegex(
    rf"\b(?:founded|established|opened|built|formed|launched|born|set\sup|created|begun|married)\sin\s{_WHEN}"
    rf"(?P<a>{_Y})\b[^.;\d]{{1,70}}?\b(?P<length>(?P<n>\d{{1,3}})(?:st|nd|rd|th)\s(?P<unit>anniversary|birthday))\b"
    r"(?=\s(?:this|next|on|in\sMay|today|with|celebrations?)|[,.;]|$)"
)
# a six-day fair from 3 to 9 May; from 3 to 9 May, six days
_DAYS_BEFORE = LazyRegex(rf"\b(?P<length>{_N}-(?P<unit>day|night|week))\s[^.;:\d]{{2,70}}$")
_DAYS_AFTER = LazyRegex(
    rf"(?:,\s(?:for\s|a\stotal\sof\s|or\s)?|\s\(|\s[-–—]\s|,?\sfor\s)(?P<length>{_N}\s(?P<unit>days?|nights?|weeks?))\b(?!\s(?:later|ago|before|earlier|after|of))"
)
_CLOCK = r"(?P<{0}h>1[0-2]|0?[1-9])(?:[.:](?P<{0}m>[0-5]\d))?\s?(?P<{0}x>[ap])(?:\.m\.|m\b)"
_FROM_TO = (
    rf"\b(?:from|between)\s{_CLOCK.format('a')}\s?(?:to|until|till|and|[-–])\s?{_CLOCK.format('b')}"
)
_HOURS_AFTER = LazyRegex(
    rf"{_FROM_TO}(?:,\s(?:a\stotal\sof\s|or\s|for\s)?|\s\()(?P<length>{_N}\s(?P<unit>hours?))\b(?!\s(?:later|ago|before|earlier|after|a\sday|of))",
    re.IGNORECASE,
)
_HOURS_BEFORE = LazyRegex(
    rf"\b(?P<length>{_N}-(?P<unit>hour))\s[^.;:\d]{{2,50}}{_FROM_TO}", re.IGNORECASE
)


def wrong_lengths(
    text: str, year: int | None, anchor: datetime.date | None
) -> Iterator[WrongLength]:
    """Yield each length in the sentence `text` that its own dates or times rule out.

    Args:
        text: one sentence; spans count from its start.
        year: the year of the article, or None where that is unknown.
        anchor: the article's date, or None.
    """
    yield from _between_years(text)
    if year is not None:
        yield from _until_now(text, year)
    yield from _days(text, anchor)
    yield from _hours(text)


def _between_years(text: str) -> Iterator[WrongLength]:
    for pattern, exact in ((_YEARS_THEN_LENGTH, False), (_LENGTH_THEN_YEARS, False), (_TERM, True)):
        for match in pattern.finditer(text):
            first, last = int(match["a"]), int(match["b"])
            length = _years(match["n"], match["unit"])
            real = last - first
            spare = 0 if exact else 1
            if _LOOSE.search(match["length"]):
                spare += 1 + real // 10
            if match["unit"].startswith("decade"):
                spare += 4
            if length is None or real <= 0 or abs(length - real) <= spare:
                continue
            start = match.start("b") if pattern is _YEARS_THEN_LENGTH else match.start()
            yield WrongLength(
                Span(start, match.end()),
                f"From {first} to {last} is {real} years, not {length}: check.",
            )


def _until_now(text: str, year: int) -> Iterator[WrongLength]:
    for pattern in (_SINCE, _AGO, _ANNIVERSARY):
        for match in pattern.finditer(text):
            groups = match.groupdict()
            which = "" if groups.get("a") else "2"
            first = int(groups["a" + which])
            unit, words = groups["unit" + which], groups["length" + which]
            length = _years(groups["n" + which], unit)
            real = year - first
            spare = 1
            if _LOOSE.search(words):
                spare += 1 + max(real, 0) // 10
            if unit.startswith("decade"):
                spare += 5
            # Counted up to the day, a year more is never right.
            over = spare if pattern is not _SINCE else spare - 1
            if length is None or real <= 0 or -spare <= length - real <= over:
                continue
            yield WrongLength(
                Span(*match.span()),
                f"From {first} to {year}, the year of the article, is {real} years, not {length}:"
                " check.",
            )


def _years(written: str, unit: str) -> int | None:
    number = _number(written)
    return None if number is None else number * (10 if unit.startswith("decade") else 1)


def _number(written: str) -> int | None:
    if written.isdigit():
        return int(written)
    found = find_quantities(f"{written} years")
    return int(found[0].value) if found else None


def _days(text: str, anchor: datetime.date | None) -> Iterator[WrongLength]:
    for mention in find_dates(text):
        days = _range_of_days(mention, anchor)
        if days is None:
            continue
        real = (days[1] - days[0]).days
        head = _DAYS_BEFORE.search(text[: mention.span.start])
        tail = _DAYS_AFTER.match(text, mention.span.end)
        for match in (head, tail):
            length = _number(match["n"]) if match else None
            if match is None or length is None or _fits(length, match["unit"], real):
                continue
            span = Span(
                min(match.start("length"), mention.span.start),
                max(match.end("length"), mention.span.end),
            )
            yield WrongLength(
                span,
                f"These dates are {real} days apart, {real + 1} with both: check"
                f" “{match['length']}”.",
            )


def _range_of_days(
    mention: DateMention, anchor: datetime.date | None
) -> tuple[datetime.date, datetime.date] | None:
    first = mention.first
    if first is None or first.kind is not DateKind.DAY:
        return None
    known = anchor or (datetime.date(first.year, 1, 1) if first.year else None)
    # Without any year, a leap year only matters around the end of February.
    known = known or (datetime.date(2001, 6, 1) if first.month not in (1, 2, 12) else None)
    days = resolve(mention, known) if known else None
    return days if isinstance(days, tuple) else None


def _fits(length: int, unit: str, real: int) -> bool:
    if unit.startswith("week"):
        return abs(real - 7 * length) <= 3
    if unit.startswith("night"):
        return real - 1 <= length <= real + 1
    return real <= length <= real + 1


def _hours(text: str) -> Iterator[WrongLength]:
    for pattern in (_HOURS_AFTER, _HOURS_BEFORE):
        for match in pattern.finditer(text):
            length = _number(match["n"])
            start, end = _minutes(match, "a"), _minutes(match, "b")
            real = (end - start) % (24 * 60)
            if length is not None and abs(real - 60 * length) > 30:
                shown = f"{real // 60} hours" + (f" {real % 60} minutes" if real % 60 else "")
                yield WrongLength(
                    Span(*match.span()), f"These times are {shown} apart, not {length}: check."
                )


def _minutes(match: re.Match[str], which: str) -> int:
    hour = int(match[which + "h"]) % 12 + (12 if match[which + "x"].lower() == "p" else 0)
    return hour * 60 + int(match[which + "m"] or 0)


_OVERNIGHT = LazyRegex(
    r"\s?(?:the\s)?(?:next|following|overnight|tomorrow|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)",
    re.IGNORECASE,
)
_CLOCKS = LazyRegex(_FROM_TO, re.IGNORECASE)
_LIFE = LazyRegex(rf"\((?:born\s)?(?P<a>{_Y})\s?[-–—]\s?(?:died\s)?(?P<b>{_Y})\)")
_RANGE_OF_YEARS = LazyRegex(rf"\bfrom\s{_WHEN}(?P<a>{_Y})\s(?:to|until|till)\s{_WHEN}(?P<b>{_Y})\b")
_FROM_DAYS = LazyRegex(
    rf"\bfrom\s(?P<a>[12]?\d|3[01])\s?(?:to|until|till|[-–])\s?(?P<b>[12]?\d|3[01])\s(?:of\s)?{_MONTHS}"
    rf"|\bfrom\s{_MONTHS}\s(?P<c>[12]?\d|3[01])\s?(?:to|until|till|[-–])\s?(?P<d>[12]?\d|3[01])\b(?!\s(?:{_MONTHS})|[\d:%])"
)


def wrong_orders(text: str) -> Iterator[WrongLength]:
    """Yield each range in the sentence `text` that ends before it begins."""
    for match in _CLOCKS.finditer(text):
        start, end = _minutes(match, "a"), _minutes(match, "b")
        same = match["ax"].lower() == match["bx"].lower()
        if same and end < start and not _OVERNIGHT.match(text, match.end()):
            yield WrongLength(Span(*match.span()), "The second time is before the first: check.")
    for pattern in (_LIFE, _RANGE_OF_YEARS):
        for match in pattern.finditer(text):
            if int(match["a"]) > int(match["b"]):
                yield WrongLength(
                    Span(*match.span()), "The second year is before the first: check."
                )
    for match in _FROM_DAYS.finditer(text):
        first, last = (int(match[a] or match[b]) for a, b in (("a", "c"), ("b", "d")))
        if first > last:
            end = match.start() + len(match[0].rstrip("."))
            yield WrongLength(
                Span(match.start(), end), "The second day is before the first: check."
            )
