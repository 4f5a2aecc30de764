"""Lengths of time reckoned from the dates of their sentence: "for a year, until May 2028"."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from newslint.checks._facts.told import NUMBER, Place, number, places
from newslint.checks._prose import is_writers_own
from newslint.language.dates import DateKind, DateMention, find_dates, resolve
from newslint.language.lazy_regex import LazyRegex
from newslint.reading import Reading
from newslint.span import Span

_MONTHS = {"month": 1, "year": 12, "decade": 120, "season": 12, "term": 12}
_HEDGE = (
    r"(?P<over>more\sthan|over|at\sleast|well\sover|just\sover)"
    r"|(?P<under>less\sthan|under|nearly|almost|just\sunder|not\squite)"
    r"|(?P<about>about|around|some|roughly)"
)
_ROUND = r"(?P<round>(?:half\sa|a\squarter\sof\sa)\scentury|(?:a|one)\s(?:decade|century|year))"
_LENGTH_WORDS = (
    rf"\b(?P<length>(?:(?i:{_HEDGE})\s)?(?:(?P<n>(?i:{NUMBER}))[\s-]"
    rf"(?P<unit>year|month|decade|season)s?|{_ROUND}))\b"
)
_LENGTH = LazyRegex(rf"{_LENGTH_WORDS}(?![\s-](?:olds?|in\s(?:prison|jail)))")
_ROUNDS = {"half": 600, "quarter": 300, "century": 1200, "decade": 120, "year": 12}
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
_SINCE = LazyRegex(r"\bsince\s(?:the\s(?:end|beginning|start)\sof\s)?$")
_OR = LazyRegex(r"(?:,|\s\(|\s[–—-])\s?(?:or\s|for\s|a\stotal\sof\s|now\s)")
_AGO = LazyRegex(r"\sago\b")
_LATER = LazyRegex(r"\s(?:later|after\sthat|afterwards)\b")
_ON = LazyRegex(_LENGTH_WORDS + r"\s(?:on|later)\b,?")
_IS = LazyRegex(r"[^.;]{0,40}?\s(?:is|are|has|have|remains?|still)\b")
# Eleven months | after the call
_EVENT = LazyRegex(r"\s(?P<way>after|before)\s(?:the|that)\s(?:[a-z]+\s)?(?P<noun>[a-z]{4,})\b")
_BEGAN = LazyRegex(
    r"\b(?:signed|founded|formed|opened|began|begun|started|launched|established|created|built|set\sup|born)\b"
)
_FROM_WHEN = LazyRegex(r"\b(?:in|on|from|since|of|by)\s(?:the\s[a-z]+\sof\s|early\s|late\s|mid-)?$")
_THAT_YEAR = LazyRegex(r",?\s(?:of\s)?(?:that|the\ssame)\syear\b")
_NEW = LazyRegex(
    r"[;:]|\b(?:while|whereas|whose|when|but|who|if|before|until|compared|than|earlier|born)\b",
)
_OTHERS = LazyRegex(r"\b(?:old|anniversary|birthday|aged|sentence|jail\w*|prison|suspended)\b")
_FAR = 45  # characters between a date and the "years ago" that counts back to it


@dataclass(frozen=True, slots=True)
class _Point:
    """The months, counted from the year nought, in which a date may lie."""

    first: int
    last: int
    span: Span


@dataclass(frozen=True, slots=True)
class _Length:
    months: float
    low: float
    high: float
    span: Span
    words: str

    def fits(self, least: int, most: int) -> bool:
        """Return whether a stretch of so many months may be called by this length."""
        return least <= self.high and most >= self.low


def reckoned(reading: Reading, today: datetime.date | None) -> Iterator[tuple[Span, str, Span]]:
    """Yield each length, or end of one, that the dates beside it rule out, why, and a date.

    `today` is the date of the article, if it has one. Needs `sentences` and `quotations`.
    """
    before: Place | None = None
    recent: list[Place] = []
    for place in places(reading):
        text = place.text
        if " the " in text or " that " in text:
            yield from _after_event(place, recent, today)
        recent = [*recent[-4:], place]
        if today is not None and before is not None:
            yield from _years_on(place, before, today)
        near = before is not None and place.sentence.block - before.sentence.block <= 1
        last = _begun(before, today) if before is not None and near else None
        before = place
        if not any(c.isdigit() for c in text) or _OTHERS.search(text):
            continue
        lengths = [found for m in _LENGTH.finditer(text) if (found := _length(m)) is not None]
        if not lengths or len(lengths) > 3:
            continue
        points = _points(text, today)
        now = today.year * 12 + today.month - 1 if today is not None else None
        for length in lengths:
            for span, least, most, usual in _stretches(text, length, points, now, last):
                if length.fits(least, most) or most <= 0:
                    continue
                where = span.shifted(place.sentence.span.start)
                if _is_far_off(length, most) or not is_writers_own(reading, where):
                    continue
                yield where, _message(length, least, most), _in(place, usual)
                break


def _years_on(
    place: Place, before: Place, today: datetime.date
) -> Iterator[tuple[Span, str, Span]]:
    """Yield "Ten years on, they are still waiting" after a sentence with another year in it."""
    match = _ON.match(place.text)
    if match is None or place.sentence.block - before.sentence.block > 1:
        return
    length = _length(match)
    now = today.year * 12 + today.month - 1
    points = [p for p in _points(before.text, today) if p.first < now]
    if length is None or len(points) != 1 or not _IS.match(place.text, match.end()):
        return
    least, most = now - points[0].last, now - points[0].first
    where = length.span.shifted(place.sentence.span.start)
    if length.fits(least, most) or _is_far_off(length, most):
        return
    if is_writers_own(place.reading, where):
        yield where, _message(length, least, most), _in(before, points[0].span)


def _after_event(
    place: Place, recent: Sequence[Place], today: datetime.date | None
) -> Iterator[tuple[Span, str, Span]]:
    """Yield "in February 2025, eleven months after the call" where the call has another date."""
    for match in _LENGTH.finditer(place.text):
        event = _EVENT.match(place.text, match.end())
        length = _length(match)
        if event is None or length is None:
            continue
        points = [p for p in _points(place.text, today) if p.span.end <= match.start()]
        if not points or not re.fullmatch(r",?\s", place.text[points[-1].span.end : match.start()]):
            continue
        stem = re.compile(rf"\b{re.escape(event['noun'][:5])}")
        earlier = next((r for r in reversed(recent) if stem.search(r.text.lower())), None)
        dates = _points(earlier.text, today) if earlier is not None else []
        if earlier is None or len(dates) != 1:
            continue
        first, last = (dates[0], points[-1]) if event["way"] == "after" else (points[-1], dates[0])
        least, most = last.first - first.last, last.last - first.first
        where = _in(place, length.span)
        off = most <= 0 or _is_far_off(length, most) or length.fits(least, most)
        if not off and is_writers_own(place.reading, where):
            yield where, _message(length, least, most), _in(earlier, dates[0].span)


def _begun(place: Place, today: datetime.date | None) -> _Point | None:
    """Return the one date of a sentence, if something began on it."""
    found = _points(place.text, today) if _BEGAN.search(place.text) else []
    return found[0] if len(found) == 1 else None


def _message(length: _Length, least: int, most: int) -> str:
    middle = (least + most) / 2
    shown = f"{round(middle)} months" if middle < 36 else f"{round(middle / 12)} years"
    return f"By the dates it is about {shown}, not {length.words}: check both."


def _is_far_off(length: _Length, most: int) -> bool:
    """Return whether the length is so far off that it will be of something else."""
    return not 0.2 < length.months / max(most, 1) < 6


def _in(place: Place, span: Span) -> Span:
    return span.shifted(place.sentence.span.start)


def _length(match: re.Match[str]) -> _Length | None:
    if match["round"]:
        months = float(next(v for k, v in _ROUNDS.items() if k in match["round"]))
        slack = months * (0.2 if months > 12 else 0.4)
    else:
        count = number(match["n"].lower())
        if count is None or not 0 < count < 400:
            return None
        unit = _MONTHS[match["unit"]]
        months = float(count) * unit
        slack = {1: 1.0 + months // 12, 12: 6.0 + months // 120}.get(unit, months * 0.3)
        if unit == 12 and count == 1:
            slack = 5.0
    low, high = months - slack, months + slack
    if match["over"]:
        low, high = months - 1, months + max(12.0, months * 0.5)
    elif match["under"]:
        low, high = months * 0.8 - 2, months + 1
    elif match["about"]:
        low, high = low - months * 0.15, high + months * 0.15
    return _Length(months, low, high, Span(*match.span("length")), match["length"])


def _points(text: str, today: datetime.date | None) -> list[_Point]:
    found: list[_Point] = []
    for mention in find_dates(text):
        ends = (mention.first, mention.last) if mention.kind is DateKind.RANGE else (mention,)
        for one in ends:
            point = _point(text, one, today, found) if one is not None else None
            if point is not None:
                found.append(point)
    return found


def _point(
    text: str, mention: DateMention, today: datetime.date | None, before: Sequence[_Point]
) -> _Point | None:
    if mention.kind is DateKind.YEAR and mention.year is not None:
        return _Point(mention.year * 12, mention.year * 12 + 11, mention.span)
    if mention.kind not in (DateKind.DAY, DateKind.MONTH) or mention.month is None:
        return None
    year = mention.year
    if year is None and before and _THAT_YEAR.match(text, mention.span.end):
        year = before[-1].first // 12
    if year is None:
        if today is None or mention.relation is not None:
            return None
        day = resolve(mention, today)
        first = day[0] if isinstance(day, tuple) else day
        if first is None:
            return None
        year = first.year
    month = year * 12 + mention.month - 1
    return _Point(month, month, mention.span)


_Stretch = tuple[Span, int, int, Span]


def _stretches(
    text: str,
    length: _Length,
    points: Sequence[_Point],
    now: int | None,
    begun: _Point | None,
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
        if len(before) == 0 and len(after) == 2 and _THAT_YEAR.match(text, after[1].span.end):
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
        and not re.match(r"\s(?:later|before)", text[span.end :])
    ):
        yield span, now - point.last, now - point.first, point.span


def _between(first: _Point, last: _Point, span: Span) -> _Stretch:
    return span, last.first - first.last, last.last - first.first, first.span


def _is_range(text: str, first: _Point, last: _Point) -> bool:
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
