"""Lengths counted from an event that the story dates elsewhere: "eleven months after the call"."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence

from newslint.checks._days.reckoning import (
    LENGTH,
    Length,
    Point,
    is_far_off,
    length_of,
    message,
    points_in,
)
from newslint.checks._facts.told import Place, places
from newslint.checks._prose import is_writers_own
from newslint.language.lazy_regex import LazyRegex
from newslint.reading import Reading
from newslint.span import Span

# Eleven months | after the call; six years | on from the fire; the ten years | since the strike
_EVENT = LazyRegex(
    r"\s(?P<way>after|before|since|on\sfrom|later\sthan)\s(?:the|that)\s(?:[a-z]+\s)?(?P<noun>[a-z]{4,})\b"
    r"(?!\s(?:of|in|on|at)\s[A-Z0-9])"
)
_NOW = LazyRegex(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|is|are|has|have|today|now|still)\b"
)
_ANY = frozenset(
    [
        "case", "change", "city", "company", "council", "country", "court", "date", "event",
        "first", "government", "incident", "initial", "last", "latest", "month", "original",
        "other", "party", "people", "police", "policy", "previous", "same", "start", "time",
        "town", "week", "year",
    ]
)  # fmt: skip
_OTHER = LazyRegex(r"\b(?:another|second|third|previous|earlier|also|again)\b")


def lengths_after_events(
    reading: Reading, today: datetime.date | None
) -> Iterator[tuple[Span, str, Span]]:
    """Yield each length that the dates of the two events it joins rule out, why, and a date.

    The one event is dated in the sentence of the length, or is of the day of the article,
    `today`; the other is the only one of its name that the story dates. Needs `sentences` and
    `quotations`.
    """
    told = [p for p in places(reading) if reading.blocks[p.sentence.block].is_body]
    for place in told:
        if not LENGTH.search(place.text):
            continue
        for match in LENGTH.finditer(place.text):
            event = _EVENT.match(place.text, match.end())
            length = length_of(match)
            if event is None or length is None or event["noun"] in _ANY:
                continue
            dated = _dated(told, place, event["noun"], today)
            here = _here(place, match, event, today)
            if dated is not None and here is not None:
                yield from _judged(place, length, event["way"], here, dated)


def _judged(
    place: Place, length: Length, way: str, here: Point, dated: tuple[Point, Span]
) -> Iterator[tuple[Span, str, Span]]:
    first, last = (here, dated[0]) if way == "before" else (dated[0], here)
    least, most = last.first - first.last, last.last - first.first
    where = length.span.shifted(place.sentence.span.start)
    off = most <= 0 or is_far_off(length, most) or length.fits(least, most)
    if not off and is_writers_own(place.reading, where):
        yield where, message(length, least, most), dated[1]


def _here(
    place: Place, length: re.Match[str], event: re.Match[str], today: datetime.date | None
) -> Point | None:
    """Return the date from which the sentence counts: its own, or the article's."""
    points = points_in(place.text, today)
    if not points:
        now = today.year * 12 + today.month - 1 if today is not None else None
        told = now is not None and event["way"] != "before" and _NOW.search(place.text)
        return Point(now, now, Span(0, 0)) if told and now is not None else None
    before = [p for p in points if p.span.end <= length.start()]
    after = [p for p in points if p.span.start >= event.end()]
    if before and re.fullmatch(r",?\s", place.text[before[-1].span.end : length.start()]):
        return before[-1]
    gap = place.text[event.end() : after[0].span.start] if after else ""
    return after[0] if after and re.fullmatch(r",?\s(?:in|on)\s", gap) else None


def _dated(
    told: Sequence[Place], place: Place, noun: str, today: datetime.date | None
) -> tuple[Point, Span] | None:
    """Return the one date that other sentences give an event, or nothing."""
    stem = re.compile(rf"\b{re.escape(noun[:5])}")
    found: list[tuple[Point, Span]] = []
    for other in told:
        if other is place or not stem.search(other.text.lower()):
            continue
        points = points_in(other.text, today)
        if len(points) > 1 or (points and _OTHER.search(other.text)):
            return None
        found += [(p, p.span.shifted(other.sentence.span.start)) for p in points]
    return found[0] if len({(p.first, p.last) for p, _ in found}) == 1 else None
