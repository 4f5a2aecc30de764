"""Dates that come before what the sentence puts first: "shut in 2019 and opened again in 2018"."""

from __future__ import annotations

import datetime
import itertools
from collections.abc import Iterator, Sequence

from newslint.checks._days.reckoning import Point, points_in
from newslint.checks._facts.told import Place, places
from newslint.checks._prose import is_writers_own
from newslint.language.lazy_regex import LazyRegex
from newslint.language.numbers import has_digit
from newslint.language.tokens import Token
from newslint.reading import Reading
from newslint.span import Span

_YEAR = LazyRegex(r"\b(?:1[5-9]|20)\d\d$")
# In autumn 2024, | months | before | digging began in | 2023
_ORDER = LazyRegex(
    r",?\s(?:(?:(?:some|about|nearly|just|long|well|shortly|soon|immediately|only)\s)?"
    r"(?:(?:[a-z\d-]+\s)?(?:and\sa\shalf\s)?(?:days|weeks|months|years|decades|centuries|day|week|month|year|decade)\s)?)"
    r"(?P<way>before|after)\s(?P<event>[^.;:()]{1,70}?)\b(?:in|on|of|from)\s"
    r"(?:the\s)?(?:(?:early|late|mid|spring|summer|autumn|winter)[\s-])?(?:of\s)?"
)
_NEW = LazyRegex(
    r"\b(?:and|but|or|who|which|whose|that|while|when|until|since|expected|planned|due|will|would"
    r"|before|after|compared|than|again|another|first|second|next)\b"
)
_BORN = LazyRegex(r"\b[Bb]orn\b[^.;:\d]{0,70}?\bin\s(?:[A-Z][a-z]+\s)?$")
_DID = LazyRegex(
    r",\s(?:he|she|[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?|who|and)\s(?:(?:he|she|then|later|first|also)\s)?"
    r"(?P<verb>(?!was\sbaptised|would|will|is\s|has\s)[a-z]+)\b[^.;:\d]{0,60}?\b(?:in|from)\s(?:[A-Z][a-z]+\s)?"
)
# First run in 1979, which makes it | older | than the bridge of | 1964
_OLDER = LazyRegex(
    r"[^.;:\d]{1,70}?\b(?P<way>older|younger|newer)\sthan\s[^.;:\d]{1,50}?\s(?:of|from|in)\s"
    r"(?:[A-Z][a-z]+\s)?"
)
_DATED = frozenset({"in", "on", "since", "during"})
_ALREADY = frozenset(
    {"earlier", "already", "previously", "before", "also", "had", "once", "formerly"}
)
_PAST = frozenset({"VBD", "VBN"})
_TODDLER = 3  # years


def wrong_order(reading: Reading, today: datetime.date | None) -> Iterator[tuple[Span, str, Span]]:
    """Yield each date that comes too early for what its sentence tells, why, and the other date.

    Only dates with a year are compared. Needs `parse`, `quotations` and `sentences`.
    """
    for place in places(reading):
        if not reading.blocks[place.sentence.block].is_body or not has_digit(place.text):
            continue
        points = [p for p in points_in(place.text, today) if _YEAR.search(p.span.cut(place.text))]
        if not 2 <= len(points) <= 3:
            continue
        for inside, usual in (
            *_set_apart(place, points),
            *_born(place, points),
            *_one_by_one(place, points),
        ):
            where = inside.shifted(place.sentence.span.start)
            if is_writers_own(reading, where):
                why = "By these dates it came before what goes before it: check both dates."
                yield where, why, usual.span.shifted(place.sentence.span.start)


def _set_apart(place: Place, points: Sequence[Point]) -> Iterator[tuple[Span, Point]]:
    """Yield the second date of "in 2024, months before digging began in 2023"."""
    for one, other in itertools.pairwise(points):
        aged = _OLDER.fullmatch(place.text, one.span.end, other.span.start)
        if aged is not None and (one.first < other.first) != (aged["way"] == "older"):
            yield Span(aged.start("way"), other.span.end), one
        match = _ORDER.fullmatch(place.text, one.span.end, other.span.start)
        if match is None or _NEW.search(match["event"]):
            continue
        early, late = (one, other) if match["way"] == "before" else (other, one)
        if early.first > late.last:
            yield Span(match.start("way"), other.span.end), one


def _born(place: Place, points: Sequence[Point]) -> Iterator[tuple[Span, Point]]:
    for one, other in itertools.pairwise(points):
        if not _BORN.search(place.text[: one.span.start]):
            continue
        if other.last >= one.first + 12 * _TODDLER:
            continue
        if _DID.fullmatch(place.text, one.span.end, other.span.start):
            yield other.span, one


def _one_by_one(place: Place, points: Sequence[Point]) -> Iterator[tuple[Span, Point]]:
    """Yield the second date of "was shut in 2019 and opened again in 2018"."""
    if len(points) != 2:
        return
    one, other = points
    first, second = (_verb_of(place, p) for p in points)
    if first is None or second is None or one.first <= other.last:
        return
    joined = second.dep == "conj" and second.head is first and second.lemma != first.lemma
    own = any(c.dep in ("nsubj", "nsubjpass") for c in second.children)
    if not joined or own or first.tag not in _PAST or second.tag not in _PAST:
        return
    if any(c.lower in _ALREADY for v in (first, second) for c in v.children):
        return
    if _start(place, one) < second.start < _start(place, other):
        yield other.span, one


def _start(place: Place, point: Point) -> int:
    return place.sentence.span.start + point.span.start


def _verb_of(place: Place, point: Point) -> Token | None:
    """Return the verb whose time a date gives: it hangs from it by "in" or "on"."""
    token = place.token(point.span.end - 1)
    hangs = False
    while token is not None and token.head is not token:
        if token.dep == "prep":
            hangs = hangs or token.lower in _DATED
            if token.lower not in (*_DATED, "after", "of"):
                return None
        token = token.head
        if token.pos == "VERB":
            return token if hangs else None
    return None
