"""Lengths of time reckoned from the dates of their sentence: "for a year, until May 2028"."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence

from newslint.checks._days.reckoning import (
    LENGTH,
    LENGTH_WORDS,
    THAT_YEAR,
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
from newslint.language.numbers import has_digit
from newslint.reading import Reading
from newslint.span import Span

# For eighteen months, | until February; a lease of nine years | to 2030
_UNTIL = LazyRegex(
    r"(?:,|\s\(|\s[–—-])?\s?(?:until|till|ending\sin|that\sended\sin|up\sto)\s"
    r"(?:the\s(?:end|beginning|start|spring|summer|autumn|winter)\sof\s)?"
)
# From 1998 to 2011, | a reign of | nine years
_GAP = LazyRegex(
    r"(?:,|\)|\s[–—-])\s(?:and\s|or\s|in\s|for\s|over\s|after\s|all\s)?"
    r"(?:(?:a|the|his|her|its|their|those|these)\s)?(?:[a-z-]+\s){0,2}(?:of\s)?"
)
_SINCE = LazyRegex(
    r"\bsince\s(?:[^.;,\d]{1,40}\s(?:in|on)\s)?(?:the\s(?:end|beginning|start)\sof\s)?$"
)
# Signed in 2010 for 20 years, | runs out in | 2035
_ENDS = LazyRegex(
    r"[^.;\d]{0,50}\b(?:ends?|ended|expires?|expired|r[au]ns?\sout|lapses?|lapsed|finish(?:es|ed)?)\s(?:in|on)\s"
)
# Retired in 2015 after | 30 years | at the mill, which he had joined in | 1995
_JOINED = LazyRegex(
    r"[^.;\d]{0,50}\b(?:joined|started|began|begun|entered|came|come|arrived|bought|opened)\b[^.;,\d]{0,20}?\sin\s"
    r"(?:[A-Z][a-z]+\s)?"
)
_OR = LazyRegex(r"(?:,|\s\(|\s[–—-])\s?(?:or\s|for\s|a\stotal\sof\s|now\s|all\sof\s)?")
_AGO = LazyRegex(r"\sago\b")
_LATER = LazyRegex(r"\s(?:later|after\sthat|afterwards)\b")
_ON = LazyRegex(LENGTH_WORDS + r"\s(?:on|later)\b,?")
_IS = LazyRegex(r"[^.;]{0,40}?\s(?:is|are|has|have|remains?)\b")
_BEGAN = LazyRegex(
    r"\b(?:signed|founded|formed|opened|began|begun|started|launched|established|created|built|set\sup|born)\b"
)
_FROM_WHEN = LazyRegex(r"\b(?:in|on|from|since|of|by)\s(?:the\s[a-z]+\sof\s|early\s|late\s|mid-)?$")
_NEW = LazyRegex(
    r"[;:]|\b(?:while|whereas|whose|when|but|who|if|before|until|compared|than|earlier|born)\b",
)
_OTHERS = LazyRegex(r"\b(?:old|anniversary|birthday|aged|sentence|jail\w*|prison|suspended)\b")
_FAR = 45  # characters between a date and the "years ago" that counts back to it


def reckoned(reading: Reading, today: datetime.date | None) -> Iterator[tuple[Span, str, Span]]:
    """Yield each length, or end of one, that the dates beside it rule out, why, and a date.

    `today` is the date of the article, if it has one. Needs `sentences` and `quotations`.
    """
    before: Place | None = None
    for place in places(reading):
        text = place.text
        if today is not None and before is not None:
            yield from _years_on(place, before, today)
        near = before is not None and place.sentence.block - before.sentence.block <= 1
        last = _begun(before, today) if before is not None and near else None
        before = place
        if not has_digit(text) or _OTHERS.search(text):
            continue
        lengths = [found for m in LENGTH.finditer(text) if (found := length_of(m)) is not None]
        if not lengths or len(lengths) > 3:
            continue
        points = points_in(text, today)
        now = today.year * 12 + today.month - 1 if today is not None else None
        for length in lengths:
            for span, least, most, usual in _stretches(text, length, points, now, last):
                if length.fits(least, most) or most <= 0:
                    continue
                where = span.shifted(place.sentence.span.start)
                if is_far_off(length, most) or not is_writers_own(reading, where):
                    continue
                yield where, message(length, least, most), _in(place, usual)
                break


def _years_on(
    place: Place, before: Place, today: datetime.date
) -> Iterator[tuple[Span, str, Span]]:
    """Yield "Ten years on, they are still waiting" after a sentence with another year in it."""
    match = _ON.match(place.text)
    if match is None or place.sentence.block - before.sentence.block > 1:
        return
    length = length_of(match)
    now = today.year * 12 + today.month - 1
    points = [p for p in points_in(before.text, today) if p.first < now]
    if points_in(place.text, today):
        return  # "ten years on, in 2021"
    if length is None or len(points) != 1 or not _IS.match(place.text, match.end()):
        return
    least, most = now - points[0].last, now - points[0].first
    where = length.span.shifted(place.sentence.span.start)
    if length.fits(least, most) or is_far_off(length, most):
        return
    if is_writers_own(place.reading, where):
        yield where, message(length, least, most), _in(before, points[0].span)


def _begun(place: Place, today: datetime.date | None) -> Point | None:
    """Return the one date of a sentence, if something began on it."""
    found = points_in(place.text, today) if _BEGAN.search(place.text) else []
    return found[0] if len(found) == 1 else None


def _in(place: Place, span: Span) -> Span:
    return span.shifted(place.sentence.span.start)


_Stretch = tuple[Span, int, int, Span]


def _stretches(
    text: str,
    length: Length,
    points: Sequence[Point],
    now: int | None,
    begun: Point | None,
) -> Iterator[_Stretch]:
    """Yield the stretches that a length is told of: place, least and most months, a date."""
    span = length.span
    before = [p for p in points if p.span.end <= span.start]
    after = [p for p in points if p.span.start >= span.end]
    until = _UNTIL.match(text, span.end)
    if until is not None and len(before) == 1 and after and after[0].span.start == until.end():
        yield _between(before[0], after[0], Span(span.start, after[0].span.end))
        return
    if until is not None and begun is not None and not before and after:
        first = re.search(r"\b(?:first|opening|initial)\s$", text[: span.start])
        if first is not None and after[0].span.start == until.end():
            yield _between(begun, after[0], Span(first.start(), after[0].span.end))
        return
    if len(before) == 1 and len(after) == 1:
        between = text[span.end : after[0].span.start]
        ahead = text[before[0].span.end : span.start]
        if _ENDS.fullmatch(between) and re.search(r"\bfor\s(?:an?\s)?$", ahead):
            yield _between(before[0], after[0], after[0].span)
            return
        if _JOINED.fullmatch(between) and re.search(r"\bafter\s$", ahead) and len(ahead) < _FAR:
            yield _between(after[0], before[0], after[0].span)
            return
    gap = text[before[-1].span.end : span.start] if before else ""
    if len(before) >= 2 and _GAP.fullmatch(gap) and _is_range(text, before[-2], before[-1]):
        if not re.match(r"\s(?:later|earlier|ago|before|after)\b", text[span.end :]):
            yield _between(before[-2], before[-1], span)
        return
    if len(before) == 2 and _LATER.match(text, span.end) and re.fullmatch(r",\s", gap):
        if not _NEW.search(text, before[0].span.end, before[1].span.start):
            yield _between(before[0], before[1], span)
        return
    if now is None or not before:
        if len(before) == 0 and len(after) == 2 and THAT_YEAR.match(text, after[1].span.end):
            lead = text[: span.start]
            if re.search(r"\bafter\s$", lead) and "having" in text[span.end :]:
                yield _between(after[1], after[0], span)
        return
    point = before[-1]
    lead = text[: point.span.start]
    if _AGO.match(text, span.end):
        near = len(gap) <= _FAR and _FROM_WHEN.search(lead) and not _NEW.search(gap)
        if near and len(before) == 1 and not after and "," in gap[:3]:
            yield (
                Span(point.span.start, span.end + len(" ago")),
                now - point.last, now - point.first, point.span,
            )  # fmt: skip
    elif (
        _SINCE.search(lead)
        and _OR.fullmatch(gap)
        and not re.match(
            r"\s(?:later|before|after|earlier|ago|older|than|when)\b", text[span.end :]
        )
    ):
        yield span, now - point.last, now - point.first, point.span


def _between(first: Point, last: Point, span: Span) -> _Stretch:
    return span, last.first - first.last, last.last - first.first, first.span


def _is_range(text: str, first: Point, last: Point) -> bool:
    middle = text[first.span.end : last.span.start]
    lead = text[: first.span.start]
    if re.fullmatch(r"\s(?:to|until|till|through|and)\s(?:[a-z]+\s)?|[-–]", middle):
        return re.search(r"\b(?:from|between)\s(?:[a-z]+\s)?$", lead) is not None
    return bool(
        _FROM_WHEN.search(lead)
        and re.search(r"\b(?:until|till|to)\s(?:[a-z]+\s)?$", middle)
        and not _NEW.search(middle.replace("until", ""))
        and len(middle) < _FAR
    )
