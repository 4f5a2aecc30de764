"""Days of the week counted from one another: "for three days, until Monday"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newslint.checks._facts.told import NUMBER, Place, number, places
from newslint.checks._prose import is_writers_own
from newslint.language.date_mention import WEEKDAYS
from newslint.language.lazy_regex import LazyRegex
from newslint.reading import Reading
from newslint.span import Span

_DAY = rf"(?:{'|'.join(WEEKDAYS)})"
_N = rf"(?P<n>(?i:{NUMBER})|an?|the)"
# opens on Friday and runs for three days, until Monday
_LASTS = LazyRegex(
    rf"\b(?P<d1>{_DAY})\b(?P<mid>[^.;]{{1,50}}?)\b(?:for|lasts?|lasting|takes?|,)\s(?P<length>(?P<n>(?i:{NUMBER}))\s"
    rf"(?P<unit>days|nights)),?\s(?P<whole>(?:until|till|to|ending\son|and\sends\son|ending)\s(?P<d2>{_DAY}))\b"
)
# On Tuesday, a day after the vote; on Tuesday, two days before the hearing
_BESIDE = LazyRegex(
    rf"\b(?P<whole>(?:[Oo]n\s)?(?P<d1>{_DAY}),?\s(?P<length>{_N}\sdays?)\s(?P<way>after|before)\s"
    r"(?:the|that|his|her|its|their)\s(?:[a-z]+\s)?(?P<noun>[a-z]{4,}))\b"
)
# A day after the vote, on Tuesday
_AHEAD = LazyRegex(
    rf"\b(?P<whole>(?P<length>(?i:{_N}\sdays?))\s(?P<way>after|before)\s(?:the|that|his|her|its|their)\s"
    rf"(?:[a-z]+\s)?(?P<noun>[a-z]{{4,}}),\son\s(?P<d1>{_DAY}))\b"
)
_NAMED = LazyRegex(rf"\b{_DAY}\b")
_OTHER = LazyRegex(r"\b(?:last|next|previous|following|earlier|first|second|another|every|each)\b")
_RUNS = LazyRegex(r"\b(?:runs?|lasts?|goes\son|takes\splace|is\sheld)\b")
_WEEK = 7


def days_reckoned(reading: Reading) -> Iterator[tuple[Span, str, Span]]:
    """Yield each day of the week that a count from another one rules out, why, and that one.

    Needs `sentences` and `quotations`.
    """
    before: list[Place] = []
    for place in places(reading):
        if not reading.blocks[place.sentence.block].is_body:
            continue
        if "day" in place.text:
            for span, message, usual in (*_lasting(place), *_counted(place, before)):
                if is_writers_own(reading, span):
                    yield span, message, usual
        before = [*before[-3:], place]


def _lasting(place: Place) -> Iterator[tuple[Span, str, Span]]:
    start = place.sentence.span.start
    for match in _LASTS.finditer(place.text):
        count = number(match["n"].lower())
        if count is None or not 1 < count < _WEEK or _NAMED.search(match["mid"]):
            continue
        gap = (WEEKDAYS.index(match["d2"]) - WEEKDAYS.index(match["d1"])) % _WEEK
        fits = (gap, gap + 1) if match["unit"] == "nights" else (gap + 1,)
        # "Shut for three days, until Monday" may leave the Monday itself out.
        if count == gap and not _RUNS.search(match["mid"]):
            continue
        if count not in fits:
            yield (
                Span(*match.span("whole")).shifted(start),
                f"{match['length']} from {match['d1']} do not end on {match['d2']}: check.",
                Span(*match.span("d1")).shifted(start),
            )


def _counted(place: Place, before: Sequence[Place]) -> Iterator[tuple[Span, str, Span]]:
    for pattern in (_BESIDE, _AHEAD):
        for match in pattern.finditer(place.text):
            count = 1 if match["n"].lower() in ("a", "an", "the") else number(match["n"].lower())
            if count is None or not 0 < count < _WEEK:
                continue
            told = _day_of(match["noun"], before)
            if told is None:
                continue
            day, where = told
            gap = (WEEKDAYS.index(match["d1"]) - WEEKDAYS.index(day)) % _WEEK
            if match["way"] == "before":
                gap = -gap % _WEEK
            if gap != count:
                message = (
                    f"{match['d1']} is not {match['length']} {match['way']} {day}: check the days."
                )
                yield Span(*match.span("whole")).shifted(place.sentence.span.start), message, where


def _day_of(noun: str, before: Sequence[Place]) -> tuple[str, Span] | None:
    """Return the one day of the week that the sentences before tell of an event."""
    stem = noun.removesuffix("s")[:6]
    for earlier in reversed(before):
        text = earlier.text
        days = list(_NAMED.finditer(text))
        if re.search(rf"\b{re.escape(stem)}", text.lower()) and days:
            if len(days) != 1 or _OTHER.search(text):
                return None
            return days[0][0], Span(*days[0].span()).shifted(earlier.sentence.span.start)
    return None
