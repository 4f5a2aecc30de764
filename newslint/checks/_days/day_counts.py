"""Days of the week and times of the clock that a story counts from one another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from newslint.checks._days.spans_of_time import WrongLength
from newslint.language.date_mention import WEEKDAYS
from newslint.language.lazy_regex import LazyRegex
from newslint.language.numbers import find_quantities
from newslint.span import Span

_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_SMALL = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen"
    "|sixteen|eighteen|twenty"
)
_N = rf"(?P<n>\d{{1,2}}|{_SMALL}|a)"
_ORDINALS = (
    *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"),
    *("tenth", "eleventh", "twelfth", "thirteenth", "fourteenth"),
)
_NTH = LazyRegex(
    rf"\b(?P<n>{'|'.join(_ORDINALS)}|\d{{1,2}}(?:st|nd|rd|th))\s(?P<mark>consecutive\s|straight\s"
    r"|successive\s)?(?:day|night)(?P<row>\s(?:in\sa\srow|running|on\sthe\strot)|\sof\s)?",
    re.IGNORECASE,
)
_BEGAN = LazyRegex(
    r"\b(?:began|begun|started|broke\sout|start|has\srun\ssince|been\s[a-z]+\ssince|walked\sout"
    rf"|since)\s(?:[a-z]+\s){{0,3}}?(?:on\s|last\s)?(?P<day>{_DAY})\b"
)
_APART = LazyRegex(
    rf"\b(?P<d1>{_DAY})\b(?P<mid>[^.;]{{0,60}}?)[,\s]\s?(?P<length>{_N}\s(?:days?|nights?))\s"
    rf"(?P<way>after|before)\b[^.;]{{0,60}}?\b(?:on\s)?(?P<d2>{_DAY})\b"
)
_LATER = LazyRegex(
    rf"\b(?P<length>{_N}\sdays?\s(?P<way>later|earlier)),?\s(?:on\s)?(?P<day>{_DAY})\b"
    rf"|\b(?P<next>(?:the\s)?(?:next|following)\s(?:day|morning|evening|night)),\s(?:on\s|a\s)?"
    rf"(?P<day2>{_DAY})\b",
    re.IGNORECASE,
)
_RANGE = LazyRegex(
    rf"\b(?P<length>(?P<n>\d|{_SMALL})-(?:day|night))\s[^.;\d]{{2,60}}?\b(?P<d1>{_DAY})\s?"
    rf"(?:to|until|till|through|and\sends?\son|[-–])\s?(?P<d2>{_DAY})\b"
)
#: A time of the clock: 7.20am, 3:42 p.m., 19:30, noon.
CLOCK = LazyRegex(
    r"\b(?:(?P<h>1[0-2]|0?[1-9])(?:[.:](?P<m>[0-5]\d))?\s?(?P<x>[ap])(?:\.m\.|m\b)"
    r"|(?P<h24>[01]?\d|2[0-3]):(?P<m24>[0-5]\d)\b|(?P<word>noon|midday|midnight)\b)",
    re.IGNORECASE,
)
_HOURS = LazyRegex(
    r"\b(?P<length>(?:(?P<loose>almost|nearly|about|around|some|more\sthan|over|just\sover"
    rf"|just\sunder)\s)?(?P<n>\d{{1,2}}|{_SMALL}|half\san|an)(?P<half>\sand\sa\shalf)?\s(?P<unit>hours?"
    r"|minutes?))\s(?P<way>after|later|before|earlier|on(?=,\s(?:at|by|in)\b))",
    re.IGNORECASE,
)
# Eleven minutes later, | shortly before | 9pm
_TIED = LazyRegex(
    r",?\s(?:(?:at|by|around|about|or|on)\s){0,2}(?P<shortly>(?:shortly|just|soon|a\slittle)\s"
    r"(?:before|after)\s)?"
)
_OPENS = LazyRegex(r"\b(?:open|start|beg[ai]n|depart|le(?:ave|ft)|set\soff|took\soff)\w*\b")
_SHUTS = LazyRegex(r"\b(?:clos|shut|end|finish|arriv|return|land)\w*\b")
_OVERNIGHT = LazyRegex(
    rf"\b(?:next|following|overnight|tomorrow|yesterday|day|{_DAY})\b", re.IGNORECASE
)
_DAYTIME = 24 * 60
_SHORTLY = 12  # minutes
_HALF_DAY = 12


#: What a sentence holds of which `wrong_weekdays` or `wrong_hours` yields anything.
DAY_COUNTS = (_NTH, _APART, _LATER, _RANGE, _HOURS)


def wrong_weekdays(text: str, before: str, lead: str = "") -> Iterator[WrongLength]:
    """Yield the days in the sentence `text` that are miscounted from another day of the week.

    Args:
        text: one sentence; spans count from its start.
        before: the sentence before it in the paragraph, or nothing.
        lead: the first paragraph of the story, whose day the next one follows.
    """
    yield from _rows(text, before)
    for match in _APART.finditer(text):
        if re.search(rf"\b{_DAY}\b", match["mid"]):
            continue
        count = _count(match["n"])
        first, second = (_weekday(match[d]) for d in ("d1", "d2"))
        gap = (first - second) % 7 if match["way"] == "after" else (second - first) % 7
        if count and gap != count % 7:
            yield WrongLength(
                Span(*match.span("length")),
                f"{match['d1']} is not {match['length']} {match['way']} {match['d2']}: check.",
            )
    for match in _LATER.finditer(text):
        named = re.findall(rf"\b{_DAY}\b", before) or re.findall(rf"\b{_DAY}\b", lead)
        inside = re.findall(rf"\b{_DAY}\b", text[: match.start()])
        day = _weekday(match["day"] or match["day2"])
        since = inside[-1:] or (named if len(set(named)) == 1 else [])
        if not since:
            continue
        count = _count(match["n"]) if match["length"] else 1
        sign = -1 if (match["way"] or "").lower() == "earlier" else 1
        if count and (day - _weekday(since[-1])) * sign % 7 != count % 7:
            told = match["day"] or match["day2"]
            words = match["length"] or match["next"]
            yield WrongLength(
                Span(*match.span()), f"“{words}” after {since[-1]} is not {told}: check."
            )
    for match in _RANGE.finditer(text):
        count = _count(match["n"])
        gap = (_weekday(match["d2"]) - _weekday(match["d1"])) % 7
        if count < 7 and count not in (gap, gap + 1):
            yield WrongLength(
                Span(match.start("length"), match.end()),
                f"{match['d1']} to {match['d2']} is {gap + 1} days: check “{match['length']}”.",
            )


def _rows(text: str, before: str) -> Iterator[WrongLength]:
    """Friday would be the sixth day in a row; the run began on Wednesday."""
    for match in _NTH.finditer(text):
        began = _BEGAN.search(text, match.end()) or _BEGAN.search(text[: match.start()])
        if began is None or not (match["mark"] or match["row"]):
            continue
        inside = text[: match.start()].replace(began[0], "")
        days = re.findall(rf"\b{_DAY}\b", inside) or re.findall(rf"\b{_DAY}\b", before)
        if len(set(days)) != 1:
            continue
        number = match["n"].lower()
        nth = _ORDINALS.index(number) + 1 if number in _ORDINALS else int(number[:-2])
        if (_weekday(days[0]) - _weekday(began["day"]) + 1 - nth) % 7:
            start = began.start("day") - (3 if text[: began.start("day")].endswith("on ") else 0)
            first = WEEKDAYS[(_weekday(days[0]) - nth + 1) % 7]
            yield WrongLength(
                Span(start, began.end("day")),
                f"If {days[0]} is day {nth}, it began on {first}, not {began['day']}: check.",
            )


def _weekday(name: str) -> int:
    return WEEKDAYS.index(name.capitalize())


def _count(written: str | None) -> int:
    if not written:
        return 0
    if written.lower() in ("a", "an"):
        return 1
    if written.isdigit():
        return int(written)
    found = find_quantities(f"{written.lower()} days")
    return int(found[0].value) if found else 0


def minutes_of(match: re.Match[str]) -> int:
    """Return the minutes after midnight of a match of `CLOCK`."""
    if match["word"]:
        return 0 if match["word"].lower() == "midnight" else 12 * 60
    if match["h24"]:
        return int(match["h24"]) * 60 + int(match["m24"])
    return (int(match["h"]) % 12 + (12 if match["x"].lower() == "p" else 0)) * 60 + int(
        match["m"] or 0
    )


@lru_cache(maxsize=1_024)
def clock_times(text: str) -> tuple[int, ...]:
    """Return the times of the clock in a text, in minutes after midnight."""
    return tuple(minutes_of(match) for match in CLOCK.finditer(text))


def wrong_hours(text: str, earlier: list[int]) -> Iterator[WrongLength]:
    """Yield the hours and minutes in `text` that do not lie between the times they join.

    Args:
        text: one sentence; spans count from its start.
        earlier: the times of the clock told before it in the story, in minutes.
    """
    lengths = list(_HOURS.finditer(text))
    clocks = list(CLOCK.finditer(text)) if lengths else []
    times = [minutes_of(match) for match in clocks]
    for match in lengths:
        short = {"an": 1.0, "half an": 0.5}.get(" ".join(match["n"].lower().split()))
        count = float(_count(match["n"])) if short is None else short
        count += 0.5 if match["half"] else 0
        length = count * (60 if match["unit"].lower().startswith("hour") else 1)
        others = times if len(times) == 2 else [*times, *set(earlier)]
        if len(times) not in (1, 2) or len(others) != 2 or not length:
            continue
        gaps = {(others[0] - others[1]) % _DAYTIME, (others[1] - others[0]) % _DAYTIME}
        if any(clock["h24"] and int(clock["h24"]) < _HALF_DAY for clock in clocks):
            gaps |= {gap % (_DAYTIME // 2) for gap in gaps}  # "1:10" after "12:40 p.m."
        slack = max(length * (0.25 if match["loose"] else 0.15), 35 if length >= 60 else 4)
        tie = _TIED.fullmatch(text, match.end(), clocks[0].start()) if len(clocks) == 1 else None
        slack += _SHORTLY if tie is not None and tie["shortly"] else 0
        if all(abs(gap - length) > slack for gap in gaps):
            real = min(gaps)
            shown = f"{real // 60} hours {real % 60} minutes" if real >= 60 else f"{real} minutes"
            start, end = match.span("length")
            yield WrongLength(
                Span(start, end if tie is None else clocks[0].end()),
                f"The two times are {shown} apart: check “{match['length']}”.",
            )
    if len(clocks) == 2 and clocks[0]["x"] and clocks[1]["x"]:
        ahead = text[max(0, clocks[0].start() - 40) : clocks[0].start()]
        between = text[clocks[0].end() : clocks[1].start()]
        if (
            times[1] < times[0]
            and clocks[0]["x"].lower() == clocks[1]["x"].lower()
            and _OPENS.search(ahead)
            and _SHUTS.search(between)
            and not _OVERNIGHT.search(text[clocks[0].end() :])
        ):
            yield WrongLength(
                Span(*clocks[1].span()), "The second time is before the first: check."
            )
