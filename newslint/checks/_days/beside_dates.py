"""Lengths, months and decades that the date right beside them rules out."""

from __future__ import annotations

import datetime
import itertools
import re
from collections.abc import Iterator, Sequence

from newslint.checks._days.day_counts import CLOCK, minutes_of
from newslint.checks._facts.told import NUMBER, Place, number, places
from newslint.checks._prose import is_writers_own
from newslint.language.date_mention import MONTHS
from newslint.language.dates import DateKind, DateMention, find_dates, resolve
from newslint.language.lazy_regex import LazyRegex
from newslint.reading import Reading
from newslint.span import Span

_MONTH = "|".join(MONTHS)
_LENGTH = rf"(?:(?P<n>{NUMBER})|an?|one|the)\s(?P<unit>day|week|fortnight|month)s?"
# last month, on March 3; next year, in 2024
_MONTH_TOLD = LazyRegex(
    rf"\b(?P<whole>(?P<rel>[Ll]ast|[Tt]his|[Nn]ext)\smonth),\s(?:on|in)\s(?:[A-Z][a-z]+day,?\s)?(?:\d{{1,2}}\s)?(?P<month>{_MONTH})\b"
    r"(?!\s(?:\d{1,2},\s)?(?:19|20)\d\d)"
)
_YEAR_TOLD = LazyRegex(
    r"\b(?P<whole>(?P<rel>[Ll]ast|[Tt]his|[Nn]ext)\syear),\sin\s(?:[A-Z][a-z]+\s)?(?P<year>(?:19|20)\d\d)\b"
)
_RELATIVE = {"last": -1, "this": 0, "next": 1}
# five days, from 3 to 6 April
_RANGE = LazyRegex(
    rf"\b(?P<whole>(?P<n>{NUMBER})\s(?P<unit>day|night|week)s),?\sfrom\s(?:[A-Z][a-z]+day,?\s)?(?:(?P<a>\d{{1,2}})(?:\s(?P<am>{_MONTH}))?\s(?:to|until|till)"
    rf"\s(?:[A-Z][a-z]+day,?\s)?(?P<b>\d{{1,2}})\s(?P<bm>{_MONTH})|(?P<am2>{_MONTH})\s(?P<a2>\d{{1,2}})\s(?:to|until|till|through)\s(?:(?P<bm2>{_MONTH})\s)?(?P<b2>\d{{1,2}}))\b"
)
# the day before, on 6 March; a week later, on 9 March
_LATER = LazyRegex(
    rf"\b(?P<whole>(?:{_LENGTH}\s(?P<way>later|earlier|before|after)|(?:the|on\sthe)\s(?P<next>next|following|previous)\sday)),?\s(?:on\s)?(?:[A-Z][a-z]+day,?\s)?\Z"
)
# landed at 11.10am, two and a half hours later; four hours, from 6pm to 9pm
_HOURS = (
    rf"(?P<whole>(?P<loose>(?:about|almost|nearly|around|some|more\sthan|over|just\s(?:over|under))\s)?(?P<n>{NUMBER}|an|half\san)(?P<half>\sand\sa\shalf)?"
    r"\s(?P<unit>hour|minute)s?"
)
_HOURS_AFTER = LazyRegex(rf",?\s{_HOURS}\slater)\b")
_HOURS_BEFORE = LazyRegex(rf"\b{_HOURS}),?\s(?:from|between)\s\Z")
_FROM_TO = LazyRegex(r"\s(?:to|until|till|and)\s")
_AT = LazyRegex(
    r"(?:\s[^.;:\d]{1,50})?\s(?:and|then|but)\s[^.;:\d]{2,60}?\s(?:at|by)\s(?:about\s|around\s)?"
)
# the 1980s, in 1979
_DECADE = LazyRegex(
    r"\b(?P<whole>the\s(?P<d>(?:1[5-9]|20)\d)0s),\s(?:in|on)\s[^.,;:\d]{0,15}(?P<y>(?:1[5-9]|20)\d\d)\b"
)
_YEARS = LazyRegex(
    rf"\b(?P<whole>for\s(?P<n>{NUMBER})\syears)\b(?:(?!\b(?:and|but|while|then|before|after)\b)[^.;\d]){{0,40}}?"
    r"\bfrom\s(?:[A-Z][a-z]+\s)?(?P<a>(?:1[5-9]|20)\d\d)\s(?:to|until|till)\s"
    r"(?:[A-Z][a-z]+\s)?(?P<b>(?:1[5-9]|20)\d\d)\b"
)
_BORN = LazyRegex(r"\b(?:was\sborn|born)\s[^.;\d]{0,40}?\b(?P<year>(?:1[5-9]|20)\d\d)\b")
_HE_DID = LazyRegex(
    r"(?:He|She)\s(?:first\s|then\s|later\s|also\s)?(?P<verb>[a-z]+)\b[^.;\d]{0,60}?\b(?P<whole>in\s(?P<year>(?:1[5-9]|20)\d\d))\b"
)
# The company, which turned 30 last year
_TURNED = LazyRegex(
    r"\b(?:(?P<it>It)|(?:[Tt]he|[Ii]ts|[Tt]his)\s(?P<noun>company|firm|club|charity|school|theatre|museum|festival|band|party|college|bank|airline|brewery|mill"
    r"|society|trust|paper|newspaper|orchestra|choir|hospital|bridge|group|business|association|union))(?:,\swhich|\sthat|\swhich)?"
    r"\s(?:has\s)?(?P<whole>(?:turned|turns|will\sturn|marked\sits|marks\sits|celebrated\sits|celebrates\sits)\s(?P<n>\d{1,3})(?:(?:st|nd|rd|th)\s(?:birthday|anniversary))?\s(?P<rel>last|this|next)\s(?:year|spring|summer|autumn|fall|winter|month))\b"
)
_FOUNDED = LazyRegex(
    r"\b(?:founded|established|set\sup|started|formed|opened|launched|began)\b[^.;\d]{0,40}?\bin\s(?:[A-Z][a-z]+\s)?(?P<year>(?:1[5-9]|20)\d\d)\b"
)
_EVENT = LazyRegex(
    rf",\s(?P<whole>{_LENGTH}\s(?P<way>before|after)\s(?:the|its|his|her|their)\s(?P<noun>[a-z]{{4,15}}))\b(?!\s(?:of|in|on)\b|[’'-])"
)
_UNITS = {"day": 1.0, "week": 7.0, "fortnight": 14.0, "month": 30.4}
_SPARE = {"day": 0.0, "week": 1.0, "fortnight": 3.0, "month": 16.0}
_STEM = 5  # letters by which "recall" and "recalled" are one
_BACK = 2  # sentences
_LATE = 1  # years: "last winter" may be this year's
_QUARTER, _HALF, _DAY = 15, 30, 24 * 60

_Found = tuple[Span, str]


def beside_dates(reading: Reading) -> Iterator[tuple[Span, str, Span]]:
    """Yield what a date beside it rules out, why, and the sentence of that date.

    Needs `sentences`, `quotations` and `date`.
    """
    anchor = reading.date.date if reading.date is not None else None
    found = [p for p in places(reading) if reading.blocks[p.sentence.block].is_body]
    for at, place in enumerate(found):
        if not any(map(str.isdigit, place.text)):
            continue
        near = [
            p for p in found[max(0, at - _BACK) : at]
            if place.sentence.block - p.sentence.block <= 1
        ]  # fmt: skip
        own = [*_spans(place.text), *_clocks(place.text), *_lives(place, near)]
        if anchor is not None:
            own += [*_relative(place.text, anchor), *_dated(place, near, anchor)]
            own += [*_turned(place, found, anchor), *_events(place, found, anchor)]
        for span, message in own:
            whole = span.shifted(place.sentence.span.start)
            if is_writers_own(reading, whole):
                yield whole, message, place.sentence.span


def _relative(text: str, anchor: datetime.date) -> Iterator[_Found]:
    if " month" in text or "month " in text:
        for match in _MONTH_TOLD.finditer(text):
            told = MONTHS.index(match["month"]) + 1
            meant = (anchor.month - 1 + _RELATIVE[match["rel"].lower()]) % 12 + 1
            if told != meant:
                yield (
                    Span(*match.span("whole")),
                    f"From {MONTHS[anchor.month - 1]}, that is not {match['month']}: check both.",
                )
    for match in _YEAR_TOLD.finditer(text) if " year, in " in text else ():
        if int(match["year"]) != anchor.year + _RELATIVE[match["rel"].lower()]:
            yield (
                Span(*match.span("whole")),
                f"From {anchor.year}, that is not {match['year']}: check both.",
            )


def _dated(place: Place, near: Sequence[Place], anchor: datetime.date) -> Iterator[_Found]:
    """Yield lengths that a day of the month beside them does not bear out."""
    text = place.text
    if not any(w in text for w in ("later", "earlier", "before", "after", " day,", " day on")):
        return
    told = _days(text, anchor)
    for at, (mention, day) in enumerate(told):
        match = _LATER.search(text[: mention.span.start])
        if match is None:
            continue
        bases = [d for m, d in told[:at]] or [d for p in near for _, d in _days(p.text, anchor)]
        if not bases:
            continue
        back = (match["way"] or "") in ("earlier", "before") or match["next"] == "previous"
        unit = match["unit"] or "day"
        size = _count(match["n"]) * _UNITS[unit]
        fits = [
            abs((base - day).days * (1 if back else -1) - size) <= _SPARE[unit] + 0.06 * size
            for base in bases
        ]
        if size and not any(fits) and min(abs((b - day).days) for b in bases) < 4 * size + 10:
            yield (
                Span(*match.span("whole")),
                f"It does not lead from the day told before to {_shown(day)}: check both.",
            )


def _days(text: str, anchor: datetime.date) -> list[tuple[DateMention, datetime.date]]:
    found: list[tuple[DateMention, datetime.date]] = []
    for mention in find_dates(text):
        day = resolve(mention, anchor) if mention.kind is DateKind.DAY else None
        if isinstance(day, datetime.date):
            found.append((mention, day))
    return found


def _count(written: str | None) -> float:
    value = number(written.lower()) if written else None
    return float(value) if value is not None else 1.0


def _shown(day: datetime.date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]}"


def _spans(text: str) -> Iterator[_Found]:
    """Yield lengths beside the two days, or years, from which to which they are told to go."""
    for match in _RANGE.finditer(text) if " from " in text else ():
        which = "" if match["a"] else "2"
        last = MONTHS.index(match["bm" + which] or match["am2"])
        first = MONTHS.index(match["am" + which]) if match["am" + which] else last
        gap = (last - first) % 12 * 30.4 + int(match["b" + which]) - int(match["a" + which])
        count = _count(match["n"])
        size = count * (7 if match["unit"] == "week" else 1)
        spare = 2.0 if match["unit"] == "week" or first != last else 0.0
        if gap > 0 and not gap - spare <= size <= gap + 1 + spare:
            yield Span(*match.span("whole")), f"By the days given it is {gap + 1:.0f} days: check."
    for match in _DECADE.finditer(text) if "0s, " in text else ():
        if match["y"][:3] != match["d"]:
            yield (
                Span(*match.span("whole")),
                f"{match['y']} is not in {match['whole']}: check both.",
            )
    for match in _YEARS.finditer(text) if " years" in text else ():
        years = int(match["b"]) - int(match["a"])
        if years > 0 and abs(years - _count(match["n"])) > 1:
            yield Span(*match.span("whole")), f"By the years given it is {years} years: check both."


def _clocks(text: str) -> Iterator[_Found]:
    if " hour" not in text and " minutes" not in text:
        return
    times = list(CLOCK.finditer(text))
    for first, last in itertools.pairwise(times):
        between = text[first.end() : last.start()]
        after = _HOURS_AFTER.match(text, last.end())
        before = _HOURS_BEFORE.search(text[: first.start()])
        if after is not None and _AT.fullmatch(between):
            match = after
        elif before is not None and _FROM_TO.fullmatch(between):
            match = before
        else:
            continue
        if not match["n"]:
            continue
        told = {"an": 1.0, "half an": 0.5}.get(match["n"].lower()) or _count(match["n"])
        told = (told + (0.5 if match["half"] else 0)) * (60 if match["unit"] == "hour" else 1)
        gap = (minutes_of(last) - minutes_of(first)) % _DAY
        spare = _HALF if match["loose"] or match["unit"] == "hour" else _QUARTER
        if abs(gap - told) > spare and abs(gap - told - _DAY / 2) > spare:
            hours = f"{gap // 60}:{gap % 60:02d} hours"
            yield Span(*match.span("whole")), f"By the times given it is {hours}: check both."


def _lives(place: Place, near: Sequence[Place]) -> Iterator[_Found]:
    """Yield a year in which who is told to be born later did something."""
    match = _HE_DID.match(place.text)
    if match is None or match["verb"] in ("says", "told", "said", "is", "has"):
        return
    for earlier in near:
        births = {m["year"] for m in _BORN.finditer(earlier.text)}
        if len(births) == 1:
            born = next(iter(births))
            if int(match["year"]) < int(born) and not re.search(
                r"\b(?:son|daughter|brother|sister|wife|husband|child)\b", earlier.text
            ):
                yield Span(*match.span("whole")), f"That is before {born}, the year of birth."


def _turned(place: Place, found: Sequence[Place], anchor: datetime.date) -> Iterator[_Found]:
    """Yield the years a firm turned, where the only year of its founding gives others."""
    match = _TURNED.search(place.text) if "turn" in place.text or "its " in place.text else None
    if match is None:
        return
    about = found
    if match["it"]:  # the founding stands in the same paragraph
        about = [p for p in found if p.sentence.block == place.sentence.block]
    years = {m["year"] for p in about for m in _FOUNDED.finditer(p.text)}
    if len(years) != 1:
        return
    year = int(next(iter(years)))
    real = anchor.year + _RELATIVE[match["rel"]] - year
    told = int(match["n"])
    if abs(told - real) > _LATE and real > 0 and real < 3 * told < 9 * real:
        yield Span(*match.span("whole")), f"Begun in {year}, it would be {real}: check both."


def _events(place: Place, found: Sequence[Place], anchor: datetime.date) -> Iterator[_Found]:
    """Yield "on June 10, two days before the recall" of a recall told for another day."""
    for mention, day in _days(place.text, anchor) if " the " in place.text else ():
        match = _EVENT.match(place.text, mention.span.end)
        if match is None:
            continue
        stem = match["noun"][:_STEM]
        dates = {
            d for p in found if p is not place and re.search(rf"\b{stem}", p.text, re.IGNORECASE)
            for d in _all_days(p.text, anchor)
        }  # fmt: skip
        back = match["way"] == "before"
        size, spare = _count(match["n"]) * _UNITS[match["unit"]], _SPARE[match["unit"]]
        gaps = [(d - day).days * (1 if back else -1) for d in dates]
        fits = any(abs(gap - size) <= spare + 0.06 * size for gap in gaps)
        if len(dates) == 1 and not fits and 0 < gaps[0] < 4 * size + 4:
            yield Span(*match.span("whole")), f"By the days given it is {gaps[0]} days: check."


def _all_days(text: str, anchor: datetime.date) -> Iterator[datetime.date]:
    for mention in find_dates(text):
        if mention.kind in (DateKind.DAY, DateKind.WEEKDAY):
            day = resolve(mention, anchor)
            if isinstance(day, datetime.date):
                yield day
