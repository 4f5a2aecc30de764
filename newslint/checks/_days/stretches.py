"""Stretches of time that a sentence tells by both ends, or by the start and how long they took."""

from __future__ import annotations

import datetime
import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from newslint.checks._days.day_counts import CLOCK, minutes_of
from newslint.checks._days.reckoning import LENGTH, Length, Point, length_of, message, points_in
from newslint.checks._facts.told import NUMBER, Place, number, places
from newslint.checks._prose import is_writers_own
from newslint.language.date_mention import WEEKDAYS
from newslint.language.lazy_regex import LazyRegex
from newslint.reading import Reading
from newslint.span import Span

_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
# Ten hours; a 10-hour; 72 hours
_HOURS = LazyRegex(
    rf"\b(?P<length>(?:(?P<loose>about|around|some|nearly|almost|over|more\sthan|just\sunder)\s)?"
    rf"(?P<n>{NUMBER})(?P<half>\sand\sa\shalf)?[\s-](?P<unit>hour|minute)s?)\b"
    r"(?!\s(?:later|after|before|earlier|ago|away|old|each|every|a\s(?:day|week)|of\s[a-z]+\stime))",
    re.IGNORECASE,
)
_TO = LazyRegex(r"\s?(?:to|until|till|and|[-–])\s?(?:about\s|around\s)?", re.IGNORECASE)
_FROM = LazyRegex(r"\b(?:from|between|at)\s(?:about\s|around\s)?$", re.IGNORECASE)
# 6am until 1pm, | a | ten-hour stretch; from 8pm to 3am, a shift of | ten hours
_AFTER = LazyRegex(
    r"(?:,|\s\(|\s[–—-])\s(?:and\s|or\s|in\sall\s|all\s)?(?:(?:an?|the|his|her|its|their|those)\s)?"
    r"(?:[a-z]+\s){0,3}?(?:(?:of|for|lasting)\s)?"
)
# A ten-hour | stretch, from | 6am until 1pm
_BEFORE = LazyRegex(r"(?:\s(?!to\b|later|each|every|per\b|old)[a-z-]+){0,4}?,?\s(?:from|between)\s")
# It began in May 2022 and went on for | five years
_BEGAN = LazyRegex(
    r"\b(?:beg[ai]n|begun|begins|start(?:s|ed)?|open(?:s|ed)?|broke\sout|set\sout|walked\sout"
    r"|launched|took\s(?:office|power|over|up)|went\son\s(?:strike|show|sale)|moved\sin)"
    r"(?:\s[a-z]+){0,2}?\s(?:in|on|at|from)\s(?:the\s[a-z]+\sof\s|early\s|late\s|mid-)?$"
)
_LASTED = LazyRegex(
    r"\b(?:(?:lasts?|lasted|takes?|took)\s(?:for\s)?|(?:went|goes?|kept|keeps?|carried|dragged|ran|runs?"
    r"|continued?|stayed|held|lived)(?:\s[a-z]+){0,2}?\sfor\s)(?:the\snext\s)?(?:a\stotal\sof\s)?$"
)
_OVER = LazyRegex(r"\b(?:lasted|took|went|kept|carried|dragged|ran|continued|stayed|held|lived)\b")
# ... for six months, to | New Year
_END = LazyRegex(
    r"(?:,|\s\(|\s[–—-])?\s?(?:(?:that\sis|which\sis\sto\ssay|or|and)\s)?"
    r"(?:(?:so|and|which|it)\s)?(?:is\s|was\s)?"
    r"(?:until|till|to|up\sto|(?:end(?:s|ed|ing)|clos(?:es|ed|ing)|finish(?:es|ed|ing))\s(?:in|on|at))\s"
)
_NEW_YEAR = LazyRegex(r"(?:the\s)?(?:New\sYear|Christmas)(?!\w)")
_IT = LazyRegex(r"(?:It|They|The\s[a-z]+(?:\s[a-z]+)?)\s")
_WEEKDAY_BESIDE = LazyRegex(rf",?\s(?:on\s|the\s)?(?P<day>{_DAY})\b")
_UNSURE = LazyRegex(
    r"\b(?:should|could|might|may|would|if|unless|not|extended|originally|had)\b|n[’']t\b"
)
_CLOCK_DAY = 24 * 60
_WEEK = 7 * _CLOCK_DAY
_FEW = 3


@dataclass(frozen=True, slots=True)
class _Moment:
    """A time of the clock in minutes after midnight, with its day of the week if that is told."""

    minutes: int
    day: int | None
    start: int
    end: int


def stretches_wrong(
    reading: Reading, today: datetime.date | None
) -> Iterator[tuple[Span, str, Span]]:
    """Yield each length that the ends told beside it rule out, why, and one of the ends.

    `today` is the date of the article, if it has one. Needs `sentences` and `quotations`.
    """
    before: Place | None = None
    for place in places(reading):
        near = before if before and before.sentence.block == place.sentence.block else None
        for inside, why, usual in (*_by_clock(place), *_by_date(place, near, today)):
            where = inside.shifted(place.sentence.span.start)
            if is_writers_own(reading, where):
                yield where, why, usual
        before = place


def _moments(text: str) -> list[_Moment]:
    found: list[_Moment] = []
    for match in CLOCK.finditer(text):
        beside = _WEEKDAY_BESIDE.match(text, match.end())
        day = WEEKDAYS.index(beside["day"]) if beside else None
        found.append(
            _Moment(minutes_of(match), day, match.start(), beside.end() if beside else match.end())
        )
    return found


def _by_clock(place: Place) -> Iterator[tuple[Span, str, Span]]:
    text = place.text
    if "hour" not in text and "minute" not in text:
        return
    lengths = list(_HOURS.finditer(text))
    moments = _moments(text) if len(lengths) == 1 else []
    if not moments or len(moments) > _FEW:
        return
    match = lengths[0]
    told = number(match["n"].lower())
    if told is None or not told:
        return
    minutes = (float(told) + (0.5 if match["half"] else 0)) * (
        60 if match["unit"].lower() == "hour" else 1
    )
    gap = _clock_gap(text, match, moments)
    if gap is None:
        return
    least, usual = gap
    slack = max(minutes * (0.25 if match["loose"] else 0.12), 31 if minutes >= 60 else 4)
    real = [least] if least >= _CLOCK_DAY else [least, least % (_CLOCK_DAY // 2)]
    if usual.day is None and minutes > _CLOCK_DAY:
        return
    if all(abs(gone - minutes) > slack for gone in real):
        shown = f"{least // 60} hours" + (f" {least % 60} minutes" if least % 60 else "")
        yield (
            Span(*match.span("length")),
            f"Between the two times are {shown}: check “{match['length']}”.",
            Span(usual.start, usual.end).shifted(place.sentence.span.start),
        )


def _clock_gap(
    text: str, match: re.Match[str], moments: Sequence[_Moment]
) -> tuple[int, _Moment] | None:
    """Return the minutes between the two times that a length is told of, and the first."""
    start, end = match.span("length")
    for one, other in itertools.pairwise(moments):
        together = _TO.fullmatch(text, one.end, other.start) and _FROM.search(text[: one.start])
        after = other.end <= start and _AFTER.fullmatch(text, other.end, start)
        before = end <= one.start and _BEFORE.fullmatch(text, end, one.start)
        if together and (after or before):
            return _minutes_between(one, other), one
        lasts = one.end <= start and end <= other.start and _END.fullmatch(text, end, other.start)
        alike = len(moments) == 2 and (one.day is None) == (other.day is None)
        sure = _BEGAN.search(text[: one.start]) and not _UNSURE.search(text[one.end : start])
        if lasts and alike and sure:
            return _minutes_between(one, other), one
    return None


def _minutes_between(one: _Moment, other: _Moment) -> int:
    if one.day is None or other.day is None:
        return (other.minutes - one.minutes) % _CLOCK_DAY
    gap = (other.day - one.day) * _CLOCK_DAY + other.minutes - one.minutes
    return gap % _WEEK


def _by_date(
    place: Place, near: Place | None, today: datetime.date | None
) -> Iterator[tuple[Span, str, Span]]:
    text = place.text
    for match in LENGTH.finditer(text):
        if not _LASTED.search(text[: match.start()]):
            continue
        length = length_of(match)
        here = points_in(text, today)
        basis, begun = place, _begun(text, [p for p in here if p.span.end <= match.start()])
        if (
            begun is None
            and near is not None
            and not any(p.span.end <= match.start() for p in here)
        ):
            told = points_in(near.text, today)
            basis, begun = near, _begun(near.text, told) if _IT.match(text) else None
        if length is None or begun is None or _UNSURE.search(text[: match.start()]):
            continue
        usual = begun.span.shifted(basis.sentence.span.start)
        yield from _ended(text, match, length, begun, here, today, usual)


def _begun(text: str, points: Sequence[Point]) -> Point | None:
    began = [p for p in points if _BEGAN.search(text[: p.span.start])]
    return began[-1] if len(began) == 1 and len(points) == 1 else None


def _ended(
    text: str,
    match: re.Match[str],
    length: Length,
    begun: Point,
    here: Sequence[Point],
    today: datetime.date | None,
    usual: Span,
) -> Iterator[tuple[Span, str, Span]]:
    end = _END.match(text, match.end())
    until = next((p for p in here if end is not None and p.span.start == end.end()), None)
    if until is None and end is not None and _NEW_YEAR.match(text, end.end()):
        month = begun.first + (11 - begun.first % 12)
        until = Point(month, month + 1, length.span)
    if until is not None:
        least, most = until.first - begun.last, until.last - begun.first + 1
        if most > 0 and not length.fits(least, most):
            whole = Span(length.span.start, max(length.span.end, until.span.end))
            yield whole, message(length, least, most), usual
        return
    if today is None or not _OVER.search(text[: match.start()]):
        return
    # What is over took no longer than there was time for.
    most = today.year * 12 + today.month - 1 - begun.first
    if 0 <= most + 1 < length.low:
        why = f"Since it began there have been {most} months, less than {length.words}: check both."
        yield length.span, why, usual
