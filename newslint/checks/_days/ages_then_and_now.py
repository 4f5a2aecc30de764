"""Ages at two times: "a 17-year-old in 2019. Now 31, he ..."; "Tate, 43, who turns 40"."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from newslint.checks._days.ages import Age, ages, same_person
from newslint.checks._facts.told import Place, places
from newslint.checks._people.likeness import plain
from newslint.checks._prose import is_writers_own
from newslint.language.lazy_regex import LazyRegex
from newslint.language.numbers import find_quantities
from newslint.reading import Reading
from newslint.span import Span

_SMALL = (
    "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
    "|(?:twenty|thirty|forty|fifty|sixty)(?:-(?:one|two|three|four|five|six|seven|eight|nine))?"
)
_AGE = rf"(?P<n>\d{{1,2}}|{_SMALL})"
_YEAR = LazyRegex(
    r"\b(?:in|since|of|on)\s(?:(?:\d{1,2}\s)?[A-Z][a-z]+\s(?:\d{1,2},\s)?|(?:early|late|the\s[a-z]+\sof)\s)?"
    r"(?P<year>(?:19|20)\d\d)\b"
)
_ANY_YEAR = LazyRegex(r"\b(?:19|20)\d\d\b")
# a 17-year-old apprentice when; aged 17; at 17; was 17 when he
_THEN = LazyRegex(
    rf"\b(?:was\sa|as\sa|then\sa|was\sjust\sa)n?\s{_AGE}-year-old\b"
    r"|\b(?:was|then|only|just|aged|at\sthe\sage\sof|when\s(?:he|she)\swas)\s"
    rf"{_AGE.replace('?P<n>', '?P<n2>')}"
    r"(?=\swhen\b|,\s(?:in|on)\s|\sin\s(?:19|20)|,\swhen\b)"
    r"|\bin\s(?:19|20)\d\d,\s(?:aged|at\sthe\sage\sof|at)\s(?P<n3>\d{1,2})\b",
    re.IGNORECASE,
)
_NOW = LazyRegex(
    rf"\b(?:[Nn]ow|[Tt]oday|is\snow|is\stoday)\s(?:aged\s)?(?P<n>\d{{2}}|{_SMALL})(?=[.,;]|\sand\b|$)"
    r"|\bwould\s(?:now\s)?(?:have\sbeen|be|have\sturned)\s(?P<n3>\d{2,3})\s(?:this\syear|today|now)\b"
    rf"|\b(?:[Hh]e|[Ss]he)\sis\s(?P<n2>\d{{2}}|{_SMALL})(?=[.,;]|\snow\b|\sand\b|$)"
)
_TURNS = LazyRegex(
    r"\b(?P<name>[A-Z][\w’'-]+),?\s(?P<whole>(?:who\s)?(?P<verb>turns|will\sturn|turned|celebrates\s(?:his|her)"
    r"|celebrated\s(?:his|her)|will\sbe)\s(?P<n>\d{2})(?:th|st|nd|rd)?(?:\sbirthday)?\s"
    r"(?P<when>(?:next|last|this|on|in|later)\s[A-Za-z0-9]+(?:\s[A-Z][a-z]+)?))"
)
_KIN = LazyRegex(
    r"\b(?:brother|sister|father|mother|son|daughter|wife|husband|widow|grand\w+|parents?)\b",
    re.IGNORECASE,
)


def ages_then_and_now(
    reading: Reading, today: datetime.date | None
) -> Iterator[tuple[Span, str, Span]]:
    """Yield each age that does not go with another of the same person, why, and that one.

    `today` is the date of the article. Needs `quotations` and `sentences`.
    """
    known: list[Age] | None = None
    before: tuple[Place, int, int, Span] | None = None  # age and year then
    for place in places(reading):
        text = place.text
        if "turn" in text or "birthday" in text:
            known = list(ages(reading)) if known is None else known
            yield from _turning(place, known)
        if before is not None and place.sentence.block - before[0].sentence.block > 1:
            before = None
        if today is not None:
            then = _then(place, today)
            before = then or before
            if before is not None and not _KIN.search(text):
                yield from _now(place, before, today)
                if then is None and before[0] is not place:
                    before = None


def _then(place: Place, today: datetime.date) -> tuple[Place, int, int, Span] | None:
    match = _THEN.search(place.text)
    if match is None or _KIN.search(place.text):
        return None
    if len(set(_ANY_YEAR.findall(place.text)) - {str(today.year)}) != 1:
        return None
    year = next((y for y in _YEAR.finditer(place.text) if y["year"] != str(today.year)), None)
    age = _number(match["n"] or match["n2"] or match["n3"])
    if year is None or age is None or abs(year.start() - match.end()) > 80:
        return None
    return place, age, int(year["year"]), Span(*match.span()).shifted(place.sentence.span.start)


def _now(
    place: Place, then: tuple[Place, int, int, Span], today: datetime.date
) -> Iterator[tuple[Span, str, Span]]:
    for match in _NOW.finditer(place.text):
        which = next(name for name in ("n", "n2", "n3") if match[name])
        age = _number(match[which])
        grown = then[1] + today.year - then[2]
        if age is None or abs(age - grown) <= 1:
            continue
        span = Span(*match.span(which)).shifted(place.sentence.span.start)
        if is_writers_own(place.reading, span) and not span.overlaps(then[3]):
            message = f"At {then[1]} in {then[2]}, a person is about {grown} now: check both."
            yield span, message, then[3]


def _turning(place: Place, known: list[Age]) -> Iterator[tuple[Span, str, Span]]:
    for match in _TURNS.finditer(place.text):
        name = plain(match["name"].removesuffix("’s").removesuffix("'s"))
        start = place.sentence.span.start
        span = Span(*match.span("whole")).shifted(start)
        told = [a for a in known if same_person(a.who, name) and not span.overlaps(a.span)]
        if match["name"] in ("He", "She"):
            told = _only_one(place, known)
        if not told or not is_writers_own(place.reading, span) or match["when"][-1].isdigit():
            continue
        turning = int(match["n"])
        fits = {turning - 1, turning}
        if not any(a.years in fits for a in told):
            message = f"“{match['n']}” does not go with the age given, {told[0].years}: check both."
            yield span, message, told[0].span


def _only_one(place: Place, known: list[Age]) -> list[Age]:
    """Return the ages that the paragraph tells before a place, if they are of one person."""
    block = place.reading.blocks[place.sentence.block].span
    told = [a for a in known if block.start <= a.span.start < place.sentence.span.start]
    return told if len({a.who for a in told}) == 1 else []


def _number(written: str | None) -> int | None:
    if not written:
        return None
    if written.isdigit():
        return int(written)
    found = find_quantities(f"{written.lower()} years")
    return int(found[0].value) if found else None
