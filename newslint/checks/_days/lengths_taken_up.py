"""Lengths of time that "that" or "the" takes up: "a count over 14 days; that three-week count"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newslint.article import BlockKind
from newslint.checks._days.day_counts import CLOCK, minutes_of
from newslint.checks._days.event_days import event_words
from newslint.checks._facts.above_and_below import title_again
from newslint.checks._facts.told import NUMBER, Place, number, places
from newslint.checks._prose import is_writers_own
from newslint.language.date_mention import MONTHS
from newslint.language.lazy_regex import LazyRegex
from newslint.reading import Reading
from newslint.span import Span

_UNITS = {"hour": 1 / 24, "day": 1.0, "night": 1.0, "week": 7.0, "month": 30.4, "year": 365.25,
          "decade": 3652.5, "season": 365.25, "summer": 365.25, "winter": 365.25,
          "fortnight": 14.0}  # fmt: skip
_UNIT = "|".join(_UNITS)
_NOUN = (
    r"count|trial|trials|effort|search|wait|delay|test|tests|siege|strike|walkout|stoppage|closure"
    r"|campaign|inquiry|investigation|meeting|debate|session|hearing|battle|tour|trip|voyage|journey"
    r"|stay|visit|survey|study|project|work|dig|rescue|operation|run|spell|outage|blackout|absence"
    r"|ban|suspension|sentence|term|tenure|reign|premiership|stint|talks|truce|ceasefire|conflict"
    r"|war|occupation|break|pause|gap|race|crossing|march|drive|flight|endurance|fight|struggle"
    r"|negotiations|festival|fair|conference|course|programme|program|extension|lease|contract|deal"
    r"|curfew|shift|match|play|vigil|protest|rally|show|lecture|sitting|exam|class|service|concert"
    r"|exhibition|season|residency|restoration|repair|refit|experiment|training|rehearsal|performance|concert|standoff|stand-off"
)
# That three-week count; the day-long endurance; a headline's "after seven-hour meeting"
_TAKEN_UP = LazyRegex(
    rf"\b(?P<the>[Tt]hat|[Tt]his|[Tt]he|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts)\s"
    rf"(?P<whole>(?:(?P<n>{NUMBER})-(?P<unit>{_UNIT})|(?P<long>hour|day|week|month|year|decade)-?long)"
    rf"\s(?:[a-z]+\s)?(?P<noun>{_NOUN}))\b(?![-’'])"
)
# The sentence of 18 months; the three hours of play
_OF = LazyRegex(
    rf"\b(?P<the>[Tt]hat|[Tt]he|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts)\s(?P<whole>(?P<noun>{_NOUN})\sof\s(?P<n>{NUMBER})"
    rf"\s(?P<unit>{_UNIT})s?)\b(?!\s(?:before|after|earlier|later))"
)
_OF_IT = LazyRegex(
    rf"\b(?P<the>[Tt]hose|[Tt]hese|[Tt]he)\s(?P<whole>(?P<n>{NUMBER})\s(?P<unit>{_UNIT})s\sof\s(?P<noun>{_NOUN}))\b"
)
_HEADED = LazyRegex(rf"\b(?P<whole>(?P<n>{NUMBER})-(?P<unit>hour|day|week)\s(?P<noun>{_NOUN}))\b")
_TOLD = LazyRegex(
    rf"\b(?P<n>(?i:{NUMBER}))[\s-](?P<unit>{_UNIT})s?\b(?![\s-](?:old|ago|earlier|later))"
)
_ROUND = LazyRegex(r"\b(?:a|one|half\sa)\s(?P<unit>fortnight|month|week|year|day|decade)\b")
_MONTH = "|".join(MONTHS)
_RANGE = LazyRegex(
    rf"\b(?:from|between)\s(?P<a>\d{{1,2}})(?:\s(?P<am>{_MONTH}))?\s(?:to|until|and)\s"
    rf"(?P<b>\d{{1,2}})\s(?P<bm>{_MONTH})\b"
)
_YEARS = LazyRegex(
    r"\b(?:from|between)\s(?P<a>(?:19|20)\d\d)\s(?:to|until|and)\s(?P<b>(?:19|20)\d\d)\b"
)
# Began in March 2019 and ended in March 2024
_MONTHS_APART = LazyRegex(
    rf"\b(?:began|started|opened|ran\sfrom)\s(?:in\s)?(?P<am>{_MONTH})\s(?P<ay>(?:19|20)\d\d)\b[^.;\d]{{1,40}}?"
    rf"\b(?:ended|finished|closed|concluded|reported|broke\sup|to)\s(?:in\s)?(?P<bm>{_MONTH})\s(?P<by>(?:19|20)\d\d)\b"
)
_BEGAN = LazyRegex(r"\b(?:beg[aiu]ns?|start(?:ed|s)?|open(?:ed|s)?|from|between)\b", re.IGNORECASE)
_ENDED = LazyRegex(
    r"\b(?:end(?:ed|s)?|finish(?:ed|es)|close[ds]?|broke\sup|until|till|to|over|and)\b",
    re.IGNORECASE,
)
# What takes up any doing: "the five-year effort".
_GENERIC = frozenset(
    [
        "effort",
        "search",
        "wait",
        "delay",
        "endurance",
        "struggle",
        "work",
        "operation",
        "absence",
        "gap",
        "stay",
        "run",
        "spell",
    ]
)
_FEW = 2
_LINKS = {"sentence": ("jailed", "imprisoned"), "play": ("match", "game")}


def lengths_taken_up(reading: Reading) -> Iterator[tuple[Span, str, Span]]:
    """Yield each length taken up that was told otherwise just before, why, and where it was.

    Needs `sentences` and `quotations`.
    """
    before: list[Place] = []
    heads = [(place, m) for place in title_again(reading) for m in _HEADED.finditer(place.text)]
    bodies = 0
    for place in places(reading):
        body = reading.blocks[place.sentence.block].is_body
        if reading.blocks[place.sentence.block].kind in (BlockKind.HEADLINE, BlockKind.SUMMARY):
            heads += [(place, m) for m in _HEADED.finditer(place.text)]
        if not body:
            continue
        bodies += 1
        for head, match in heads if bodies <= 3 else ():
            clock = _by_the_clock(place.text)
            if clock is not None and match["unit"] == "hour":
                yield from _apart(reading, head, match, [(clock, place.sentence.span)])
        near = [b for b in before[-2:] if place.sentence.block - b.sentence.block <= 1]
        if "-" in place.text or "long " in place.text:
            yield from _told_again(reading, place, near, _TAKEN_UP)
        if " of " in place.text:
            yield from _told_again(reading, place, near, _OF)
            yield from _told_again(reading, place, near, _OF_IT)
        before.append(place)


def _told_again(
    reading: Reading, place: Place, near: Sequence[Place], pattern: LazyRegex
) -> Iterator[tuple[Span, str, Span]]:
    for match in pattern.finditer(place.text):
        told = _lengths(place, match.start())
        for earlier in reversed(near):
            told += _lengths(earlier, None)
        if told and _linked(match, told, place, near):
            yield from _apart(reading, place, match, told)


def _linked(
    match: re.Match[str], told: Sequence[tuple[float, Span]], place: Place, near: Sequence[Place]
) -> bool:
    """Return whether what is taken up is what the length before was told of."""
    if match["the"] in ("That", "that", "This", "this"):
        return True
    if match["noun"] in _GENERIC and match["the"] in ("The", "the"):
        return True
    texts = " ".join([*(n.text for n in near), place.text[: match.start()]]).lower()
    names = _LINKS.get(match["noun"], ()) or _same_event(match["noun"])
    stems = {name.rstrip("s")[:5] for name in (match["noun"], *names)}
    return len(told) <= _FEW and any(re.search(rf"\b{stem}", texts) for stem in stems)


def _same_event(noun: str) -> list[str]:
    row = event_words().get(noun)
    return [word for word, first in event_words().items() if row is not None and first == row]


def _apart(
    reading: Reading, place: Place, match: re.Match[str], told: Sequence[tuple[float, Span]]
) -> Iterator[tuple[Span, str, Span]]:
    groups = match.groupdict()
    if groups.get("long"):
        unit, value = match["long"], 1.0
    else:
        count = number(match["n"].lower())
        unit, value = match["unit"], float(count) if count is not None else 0.0
    days = value * _UNITS[unit]
    spare = (0.3 if unit == "decade" else 0.5) * _UNITS[unit] * (
        1.6 if unit in ("month", "year") else 1.0
    ) + days * 0.02
    if unit == "day" and groups.get("long"):
        days, spare = 1.0, 3 / 24
    if not days or any(abs(days - t) <= spare for t, _ in told):
        return
    if not any(0.3 < days / t < 3 for t, _ in told):
        return
    span = Span(*match.span("whole")).shifted(place.sentence.span.start)
    if is_writers_own(reading, span):
        where = next(s for t, s in told if 0.3 < days / t < 3)
        yield span, "The length and what is told of it do not agree: check both.", where


def _lengths(place: Place, end: int | None) -> list[tuple[float, Span]]:
    """Return the lengths in days told in a sentence, or in what comes before `end` in it."""
    text = place.text if end is None else place.text[:end]
    start = place.sentence.span.start
    found: list[tuple[float, Span]] = []
    for match in _TOLD.finditer(text):
        value = number(match["n"].lower())
        if value:
            days = float(value) * _UNITS[match["unit"]]
            found.append((days, Span(*match.span()).shifted(start)))
    for match in _ROUND.finditer(text):
        days = _UNITS[match["unit"]] * (0.5 if match[0].startswith("half") else 1.0)
        found.append((days, Span(*match.span()).shifted(start)))
    for match in _RANGE.finditer(text):
        last = MONTHS.index(match["bm"])
        first = MONTHS.index(match["am"]) if match["am"] else last
        days = (last - first) % 12 * 30.4 + int(match["b"]) - int(match["a"])
        if days > 0:
            found += [(d, Span(*match.span()).shifted(start)) for d in (days, days + 1)]
    for match in _YEARS.finditer(text):
        years = int(match["b"]) - int(match["a"])
        found += [(y * 365.25, Span(*match.span()).shifted(start)) for y in (years, years + 1)]
    for match in _MONTHS_APART.finditer(text):
        first, last = (int(match[f"{k}y"]) * 12 + MONTHS.index(match[f"{k}m"]) for k in "ab")
        if last > first:
            found.append(((last - first) * 30.4, Span(*match.span()).shifted(start)))
    clock = _by_the_clock(text)
    if clock is not None:
        found.append((clock, place.sentence.span))
    return found


def _by_the_clock(text: str) -> float | None:
    """Return the days between two times of day told as beginning and end."""
    times = list(CLOCK.finditer(text))
    if len(times) != 2 or not _BEGAN.search(text[max(0, times[0].start() - 25) : times[0].start()]):
        return None
    if not _ENDED.search(text[times[0].end() : times[1].start()]):
        return None
    first, last = minutes_of(times[0]), minutes_of(times[1])
    return ((last - first) % 1440) / 1440
