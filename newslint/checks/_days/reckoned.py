"""Lengths of time reckoned from the dates of their sentence: "for a year, until May 2028"."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence

from newslint.checks._days.reckoning import (
    LENGTH,
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
# A two-year | audit, from | March to September
_FROM = LazyRegex(
    r"(?:\s(?!ago|later|earlier|before|after|each|every|old)[a-z-]+){0,4}?,?\s(?:from|between)\s"
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
_OR = LazyRegex(r"(?:,|\s\(|\s[–—-])\s?(?:or\s)?(?:for\s|a\stotal\sof\s|now\s|all\sof\s)?")
_AGO = LazyRegex(r"\sago\b")
_AGO_IN = LazyRegex(r"\sago,\s(?:back\s)?in\s(?:the\s[a-z]+\sof\s)?")
_LATER = LazyRegex(r"\s(?:later|after\sthat|afterwards)\b")
# Ten years on, they are still waiting
_ON = LazyRegex(r"\s(?:on|later)\b,?[^.;]{0,40}?\s(?:is|are|has|have|remains?)\b")
# That was | 57 years | ago; after that night | 57 years | ago
_THAT = LazyRegex(
    r"(?:^That\s(?:was|is|came|happened)|\bthat\s[a-z]+)(?:\s(?:almost|nearly|some|about))?\s$"
)
# In his | 23 years | there; in her | six years | in charge
_THEIRS = LazyRegex(
    r"\b(?:[Ii]n|[Oo]ver|[Dd]uring|[Aa]fter|[Oo]f)\s(?:all\s)?(?:his|her|its|their|those|these)\s$"
)
_THERE = LazyRegex(
    r"\s(?:there|(?:in|at|on|with|of|as|under|behind|around)\b|[a-z]+ing\b|he\b|she\b|it\b|they\b)|,"
)
_SINCE_POINT = LazyRegex(
    r"\bsince\s(?:[A-Z][a-z]+\s)?$|\b(?:elected|appointed|joined|hired|sworn\sin|took\s(?:over|office|charge"
    r"|up\sthe\spost)|came\sto|arrived|moved)\b[^.;,\d]{0,30}\sin\s(?:[A-Z][a-z]+\s)?$"
)
_OVER = LazyRegex(
    r"\b(?:left|retired|until|resigned|died|dead|former(?:ly)?|ousted|sacked|lost|ended|stepped|quit"
    r"|closed|replaced|succeeded|was\sthen|by\sthen)\b"
)
# Returned in 2022, | two years | later
_THEN_LATER = LazyRegex(r",\s(?:or\s|some\s)?$")
# Over the next | six years | the team fed it dust
_NEXT = LazyRegex(r"\b(?:[Oo]ver|[Ii]n|[Ff]or|[Dd]uring)\sthe\s(?:next|following)\s$")
_AHEAD = LazyRegex(
    r"\b(?:will|would|plan\w*|hop\w+|expect\w*|due|to\sbe|could|may|should|aims?|is\sto|are\sto)\b"
)
# Three years | to run until | April 2028; another | two years, until | June 2029
_TO_RUN = LazyRegex(
    r"\s(?:to\srun|left|to\sgo|remaining)(?:,|\s(?:on\sit|on\s[a-z]+\s[a-z]+))?\s(?:until|till|before|to)\s"
)
_ANOTHER = LazyRegex(r"\b(?:another|a\sfurther)\s$")
_BEGAN = LazyRegex(
    r"\b(?:signed|founded|formed|opened|began|begun|started|launched|established|created|built|set\sup|born)\b"
)
_FROM_WHEN = LazyRegex(r"\b(?:in|on|from|since|of|by)\s(?:the\s[a-z]+\sof\s|early\s|late\s|mid-)?$")
_NEW = LazyRegex(
    r"[;:]|\b(?:while|whereas|whose|when|but|who|if|before|until|compared|than|earlier|born)\b",
)
_OTHERS = LazyRegex(r"\b(?:old|anniversary|birthday|aged|sentence|jail\w*|prison|suspended)\b")
_BESIDE = 15  # characters from a length to what makes it an age or a sentence
_FAR = 45  # characters between a date and the "years ago" that counts back to it


def reckoned(reading: Reading, today: datetime.date | None) -> Iterator[tuple[Span, str, Span]]:
    """Yield each length, or end of one, that the dates beside it rule out, why, and a date.

    `today` is the date of the article, if it has one. Needs `sentences` and `quotations`.
    """
    before: Place | None = None
    for place in places(reading):
        text = place.text
        if today is not None and before is not None:
            yield from _taken_up(place, before, today)
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


def _taken_up(
    place: Place, before: Place, today: datetime.date
) -> Iterator[tuple[Span, str, Span]]:
    """Yield lengths counted from the sentence before that it rules out: "That was 9 years ago"."""
    if place.sentence.block - before.sentence.block > 1:
        return
    lengths = [found for m in LENGTH.finditer(place.text) if (found := length_of(m)) is not None]
    there = points_in(before.text, today) if len(lengths) == 1 else []
    if not there or len(there) > 2:
        return
    length, now = lengths[0], today.year * 12 + today.month - 1
    if _OTHERS.search(place.text, max(0, length.span.start - _BESIDE), length.span.end + _BESIDE):
        return
    counted = _counted(place.text, length, before.text, there, points_in(place.text, today), now)
    if counted is None:
        return
    least, most, usual = counted
    where = length.span.shifted(place.sentence.span.start)
    if length.fits(least, most) or most <= 0 or is_far_off(length, most):
        return
    if is_writers_own(place.reading, where):
        yield where, message(length, least, most), _in(before, usual)


def _counted(
    text: str,
    length: Length,
    before: str,
    there: Sequence[Point],
    here: Sequence[Point],
    now: int,
) -> tuple[int, int, Span] | None:
    """Return the least and most months that a length is told of, and the date it counts from."""
    lead, start, point = text[: length.span.start], length.span.start, there[0]
    past = len(there) == 1 and point.last < now
    if past and not here:
        if start == 0 and _ON.match(text, length.span.end):
            return now - point.last, now - point.first, point.span
        if _AGO.match(text, length.span.end) and _THAT.search(lead):
            return now - point.last, now - point.first, point.span
        if _NEXT.search(lead) and not _AHEAD.search(text):
            # What is over took no longer than there was time for.
            return 0, max(now - point.first, 1), point.span
    if not here and _THEIRS.search(lead) and _THERE.match(text, length.span.end):
        if len(there) == 2 and _is_range(before, there[0], there[1]):
            return there[1].first - there[0].last, there[1].last - there[0].first, point.span
        over = _OVER.search(before) or _OVER.search(text)
        if past and not over and _SINCE_POINT.search(before[: point.span.start]):
            return now - point.last, now - point.first, point.span
    if past and len(here) == 1 and here[0].span.end <= start and point.last < here[0].first:
        gap = text[here[0].span.end : start]
        if _THEN_LATER.fullmatch(gap) and _LATER.match(text, length.span.end):
            return here[0].first - point.last, here[0].last - point.first, point.span
    return None


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
        if _ENDS.fullmatch(between) and re.search(r"\b(?:for|of)\s(?:an?\s)?$", ahead):
            yield _between(before[0], after[0], after[0].span)
            return
        if _JOINED.fullmatch(between) and re.search(r"\bafter\s$", ahead) and len(ahead) < _FAR:
            yield _between(after[0], before[0], after[0].span)
            return
    if not before and len(after) == 2 and _is_range(text, after[0], after[1]):
        if _FROM.fullmatch(text, span.end, after[0].span.start):
            yield _between(after[0], after[1], span)
        return
    if now is not None and not before and len(after) == 1:
        gap = text[span.end : after[0].span.start]
        runs = _TO_RUN.fullmatch(gap) or (
            _UNTIL.fullmatch(gap) and _ANOTHER.search(text[: span.start])
        )
        if runs and after[0].first > now:
            yield span, after[0].first - now - 1, after[0].last - now + 1, after[0].span
        elif _AGO_IN.fullmatch(gap) and after[0].last <= now:
            yield span, now - after[0].last, now - after[0].first, after[0].span
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
    if len(before) == 1 and not after and _THEIRS.search(text[: span.start]):
        if _SINCE.search(lead) and _THERE.match(text, span.end):
            yield span, now - point.last, now - point.first, point.span
        return
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
    if first.is_year and last.is_year:
        # From 2019 to 2022 is three years, to any writer.
        return span, last.first - first.first, last.first - first.first, first.span
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
