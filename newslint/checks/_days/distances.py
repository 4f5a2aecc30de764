"""How far off a date is, told beside it: "on 12 May, three weeks away", "30 days, until 3 May"."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from newslint.checks._days.whens import LENGTH, Length, When, dates_of, length_told, with_date
from newslint.checks._facts.told import Place, places
from newslint.checks._prose import is_writers_own
from newslint.language.dates import DateKind, find_dates, resolve
from newslint.language.lazy_regex import LazyRegex
from newslint.reading import Reading
from newslint.span import Span

# In two days' time; six weeks from today; just three weeks away; two months ago
_FAR_OFF = (
    rf"(?P<whole>(?:(?P<in>in)\s)?(?:(?:just|only|barely|a\smere)\s)?{LENGTH}"
    r"(?:(?P<time>[’']?s?[’']?\stime)|\s(?:from\s(?:now|today)|away|off|hence)"
    r"|\s(?P<back>ago)|(?P<bare>(?=,\son\s))))\b(?!\sfrom)"
)
_DISTANCE = LazyRegex(rf"\b{_FAR_OFF}", re.IGNORECASE)
# On 12 May|, only | three weeks away; the vote on 12 May | is now | three weeks away
_TAIL = LazyRegex(
    r"(?:,|\s\(|\s[–—-])?\s(?:(?:is|are|now|still|just|only|barely|but|some|which|more)\s){0,3}"
)
# Three weeks away|, on Friday | 12 May
_LEAD = LazyRegex(r"(?:,|\s\(|\s[–—-])?\s(?:(?:on|in|by|late|early|[A-Z][a-z]+day,?)\s){0,3}")
# Has 30 days, | until | 15 September; 21 days | to respond, by | 15 August
_DEADLINE = LazyRegex(
    rf"\b(?P<has>has|have|had|given|gives?|gave|allows?|allowed|gets?|got|for|lasts?|runs?)\s"
    rf"(?P<whole>{LENGTH})\b(?P<doing>\s(?:to|in\swhich\sto|for)\s[^.;:,\d]{{2,40}}?)?,?"
    r"\s\(?(?P<end>(?:until|till|to|by|up\sto|ending\son)\s(?:[A-Z][a-z]+day,?\s)?)"
)
_LENGTH = LazyRegex(rf"\b(?P<whole>{LENGTH})\b")
# 21 days | to lodge a petition, which means that the door closes on | 5 October
_WHICH_MEANS = LazyRegex(
    r"(?!\s(?:ago|later|earlier|before|after))[^.;]{0,90}?,?\s(?P<end>(?:(?:which|this|that)\s(?:is|means?"
    r"|meant|takes?|took|gives?|brings?|leaves?|runs|would|will|makes?)|so\s(?:must|has|have|it|they|the)"
    r"|(?:taking|bringing|giving|meaning|leading)\b)[^.;\d]{0,45}?\s)"
)
_WITHIN = LazyRegex(
    r"\b(?:within|has|have|had|gets?|got|(?:given?|gives|gave|allows?|allowed)(?:\s[^.;:]{1,40})?)\s$"
)
_THEN = LazyRegex(r"\b(?:then|at\sthe\stime|by\sthen|would|were|had)\b")
_DATED = LazyRegex(r"\d|[A-Z]")
_SAME = frozenset(["hour", "decade"])
_RECENT, _SOON = 8, 4  # days around today from which a writer counts
_FAR, _YEAR = 300, 365  # days
_BACK = 3  # sentences
_TIMES = 6
_SHORT = 34  # characters


def distances(reading: Reading) -> Iterator[tuple[Span, str, Span]]:
    """Yield each distance of a date from the article's own, why it is wrong, and the sentence.

    "In three weeks' time" and "two months ago" are held against the date right beside them,
    "until 15 September" against the day the days given can be counted from. Needs `date`,
    `sentences` and `quotations`.
    """
    today = reading.date.date if reading.date is not None else None
    if today is None:
        return
    before: list[Place] = []
    for place in places(reading):
        whens = dates_of(place)
        for inside, why in (
            *(_told(place, whens, today) if whens else ()),
            *(_given(place, whens, before[-_BACK:], today) if whens else ()),
        ):
            where = inside.shifted(place.sentence.span.start)
            if is_writers_own(reading, where):
                yield where, why, place.sentence.span
        before.append(place)


def _told(place: Place, whens: Sequence[When], today: datetime.date) -> Iterator[tuple[Span, str]]:
    for match in _DISTANCE.finditer(place.text):
        length = length_told(match)
        if length is None or (match["unit"] in _SAME) or (match["time"] and not match["in"]):
            continue
        if match["bare"] is not None and not match["in"]:
            continue
        when = _beside(place.text, Span(*match.span("whole")), whens)
        if when is None or (when.last - when.first).days > _YEAR:
            continue
        back = match["back"] is not None
        now = When(today, today, when.span, Span(0, 0))
        on_side = when.first <= today if back else when.last >= today
        gap = abs((when.first - today).days)
        if (
            not on_side
            or (when.floats and gap > _FAR)
            or (_THEN.search(place.text, 0, match.start()) and not back)
        ):
            continue
        length = _loosely(length, match["unit"])
        one, other = (when, now) if back else (now, when)
        if not length.fits(one, other) and gap < _TIMES * length.high + _TIMES:
            yield (
                with_date(place, length.inside),
                f"It is {_shown(gap)} from the article: check both.",
            )


def _beside(text: str, length: Span, whens: Sequence[When]) -> When | None:
    """Return the date that a length stands right behind or before."""
    for when in whens:
        if not _DATED.search(when.inside.cut(text)):
            continue  # "five years ago this week"
        if when.inside.end <= length.start:
            if _TAIL.fullmatch(text, when.inside.end, length.start):
                return when
        elif when.inside.start >= length.end and _LEAD.fullmatch(
            text, length.end, when.inside.start
        ):
            return when
    return None


def _given(
    place: Place, whens: Sequence[When], before: Sequence[Place], today: datetime.date
) -> Iterator[tuple[Span, str]]:
    """Yield ends of so many days that no day told near by, nor today, can be the start of."""
    for start, length, told, end in (*_until(place, whens), *_which_means(place, whens)):
        starts = _days(place.text[: start if told is None else end.inside.start], today)
        starts += [
            d for p in before if place.sentence.block - p.sentence.block <= 1
            for d in _days(p.text, today)
        ]  # fmt: skip
        if end.floats and starts and end.last < min(starts):
            end = end.shifted(1)
        owns = _WITHIN.search(place.text, 0, length.inside.start) and end.last >= today
        if not starts and not owns:
            continue
        if end.last >= today:
            near = range(-_RECENT, _SOON)
            starts += [today + datetime.timedelta(days=d) for d in near]
        if any(length.fits(When(s, s, end.span, Span(0, 0)), end) for s in starts):
            continue
        gaps = [(end.first - s).days for s in starts if s < end.first]
        if gaps and min(gaps) < _TIMES * length.high:
            both = Span(length.inside.start, end.inside.end)
            until = Span(start, end.inside.end)
            yield (
                both if len(both) <= _SHORT else until,
                f"{length.words} do not end there, counted from any day told here: check both.",
            )


_Deadline = tuple[int, Length, re.Match[str] | None, When]


def _until(place: Place, whens: Sequence[When]) -> Iterator[_Deadline]:
    """Yield "30 days, until 15 September": where the end is told, how long, and the end."""
    for match in _DEADLINE.finditer(place.text):
        length = length_told(match)
        end = next((w for w in whens if w.inside.start == match.end()), None)
        if length is not None and end is not None and match["unit"] not in _SAME:
            yield match.start("end"), _loosely(length, match["unit"]), None, end


def _which_means(place: Place, whens: Sequence[When]) -> Iterator[_Deadline]:
    """Yield "21 days to appeal, which means by 5 October", likewise."""
    for match in _LENGTH.finditer(place.text):
        length = length_told(match)
        if length is None or match["unit"] in (*_SAME, "year"):
            continue
        for end in (w for w in whens if w.inside.start > match.end()):
            tie = _WHICH_MEANS.fullmatch(place.text, match.end(), end.inside.start)
            if tie is not None:
                yield tie.start("end"), _loosely(length, match["unit"]), tie, end
                break


def _loosely(length: Length, unit: str) -> Length:
    """Return a length of days or weeks with a day more: who counts may have begun tomorrow."""
    spare = 1 if unit in ("day", "week") else 0
    return replace(length, low=length.low - spare, high=length.high + spare)


def _days(text: str, today: datetime.date) -> list[datetime.date]:
    found: list[datetime.date] = []
    for mention in find_dates(text):
        ends = (mention.first, mention.last) if mention.kind is DateKind.RANGE else (mention,)
        for one in ends:
            day = resolve(one, today) if one is not None else None
            if day is not None:
                found += day if isinstance(day, tuple) else (day,)
    return found


def _shown(gap: int) -> str:
    return f"{gap} day{'s' if gap != 1 else ''}"
