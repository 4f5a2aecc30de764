"""Years that a story counts, and the years it names beside them."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from newslint.checks._facts.told import NUMBER, Place, number, places
from newslint.checks._prose import is_writers_own
from newslint.language.lazy_regex import LazyRegex
from newslint.reading import Reading
from newslint.span import Span

_TENS = (
    r"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
    r"(?:-(?:one|two|three|four|five|six|seven|eight|nine))?"
)
_N = rf"(?P<n>{_TENS}|{NUMBER})"
_ROUND = r"(?P<round>(?:half\sa|a\squarter\sof\sa)\scentury|(?:a|the|one)\s(?:decade|century))"
_UNIT = r"(?P<unit>years|decades|seasons|summers|winters|centuries)"
_HEDGE = (
    r"(?P<hedge>(?:more|less|fewer)\sthan|over|under|almost|nearly|about|around|some|roughly"
    r"|just\s(?:over|under)|at\sleast|up\sto|well\sover)"
)
_LENGTH = rf"(?P<length>(?:{_HEDGE}\s)?(?:{_N}\s{_UNIT}|{_ROUND}))"
#: What ties a length to the years that stand with it, counted up to the article's own.
_UP_TO_NOW = tuple(
    LazyRegex(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b(?P<whole>(?:(?:in|for|over|through|during)\s)?(?:all\s)?(?:those|these)\s{_LENGTH})\b",
        rf"\b(?P<whole>{_LENGTH}\ssince)\b",
        rf"\bevery\s(?:year|spring|summer|autumn|winter|season)\ssince\s[^.;\d]{{0,20}}\d{{4}},\s"
        rf"(?P<whole>{_LENGTH}\s(?:in\sa\srow|running|in\ssuccession))\b",
        rf"\b(?P<whole>(?:not|never)\s(?:for|in)\s{_LENGTH})\b",
        rf"\b(?:first|longest|highest|lowest|worst|best|most|fewest)\b[^.;\d]{{0,40}}?\s"
        rf"(?P<whole>(?:for|in)\s{_LENGTH})\b",
        rf"\b(?P<whole>(?:for\s)?another\s{_LENGTH}),?\suntil\b",
        rf"\b(?:has|have)\s(?:now\s|already\s|since\s)?(?:been|led|run|held|served|worked|lived|owned|stood|lasted|waited|fought)"
        rf"\b[^.;\d]{{0,30}}?\s(?P<whole>for\s(?:the\s(?:past|last)\s)?{_LENGTH})\b",
        rf"\b(?:is|comes|falls|leaves?|retires|goes|steps\sdown)\b[^.;\d]{{0,20}}?\b"
        rf"(?P<whole>{_LENGTH}\safter)\s(?:th(?:e|at)\s)?(?:[a-z]+\s)?(?:of|in)\s"
        r"(?:[A-Z][a-z]+\s)?(?=(?:1[5-9]|20)\d\d)",
        r"\bsince\s(?:[A-Z][a-z]+\s)?(?:1[5-9]|20)\d\d,\s(?:some\s)?"
        rf"(?P<whole>{_LENGTH})\s(?:back|ago|before|earlier)\b",
        rf"\b(?P<whole>(?:for\s)?{_LENGTH}),\ssince\s(?:[A-Z][a-z]+\s)?(?=(?:1[5-9]|20)\d\d)",
        rf"(?P<whole>{_LENGTH})(?:\s(?:of\sservice|(?:in|with|at)\sthe\s[a-z]+))?,"
        r"\s(?:having\s(?:come|joined|begun|started|arrived|taken)"
        r"|which\s(?:he|she|it|they)\s(?:joined|began|took|entered|started))\b",
    )
)
#: Likewise, between two years that are told.
_BETWEEN = tuple(
    LazyRegex(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b(?P<whole>{_LENGTH}\s(?:later|earlier|after|before))\b",
        rf"\b(?P<whole>{_LENGTH}\son)\b(?=[,.]|\sfrom|\sin\s\d)",
    )
)
_YEAR = LazyRegex(
    r"(?<![\d.,£$€/:-])(?P<year>(?:1[5-9]|20)\d\d)(?:[-–](?P<to>\d\d))?"
    r"(?![\d%]|[.,:]\d|\s(?:people|men|women|metres|miles|tonnes|houses|homes|seats|jobs|members))"
)
_NOT_COUNTED = LazyRegex(
    r"\b(?:aged?|sentenced?|jail(?:ed)?|prison|term|lease|contract|deal|guarantee|plan|within|next"
    r"|per|each|average|oldest?|billion)\b",
    re.IGNORECASE,
)
_ROUNDS = {"half": (42, 58), "quarter": (22, 28), "decade": (8, 13), "century": (90, 115)}
_CLOSE = 40  # characters between a length and the year it is counted from
_FAR = 150  # years; more is history, where years are told loosely
_NEAR = 2  # sentences back


@dataclass(frozen=True, slots=True)
class _Years:
    """Years told in one sentence."""

    block: int
    found: tuple[tuple[int, Span], ...]


def miscounted_years(reading: Reading) -> Iterator[tuple[Span, str, Span]]:
    """Yield each length in years that no two of the years beside it give, why, and such a year.

    Beside it are its own sentence and those just before it in the paragraph; the year of the
    article counts too. Needs `sentences`, `quotations` and `date`.
    """
    now = reading.date.date.year if reading.date is not None else None
    before: list[_Years] = []
    for place in places(reading):
        here = _years(place)
        if reading.blocks[place.sentence.block].is_body:
            near = [b for b in before[-_NEAR:] if b.block == place.sentence.block]
            own = tuple(itertools.chain.from_iterable(n.found for n in near))
            yield from _wrong(reading, place, (*own, *here), now)
        before.append(_Years(place.sentence.block, here))


def _years(place: Place) -> tuple[tuple[int, Span], ...]:
    if "1" not in place.text and "2" not in place.text:
        return ()
    start = place.sentence.span.start
    return tuple(
        (int(m["year"]), Span(*m.span("year")).shifted(start)) for m in _YEAR.finditer(place.text)
    )


def _wrong(
    reading: Reading, place: Place, years: Sequence[tuple[int, Span]], now: int | None
) -> Iterator[tuple[Span, str, Span]]:
    if not years or len(years) > 3 or not any(w in place.text for w in _WORTH):
        return
    known = {year for year, _ in years}
    if now is not None:
        known.add(now)
    if len(known) < 2:
        return
    gaps = {abs(a - b) for a, b in itertools.combinations(known, 2)}
    if max(gaps) > _FAR:
        return
    tied = _UP_TO_NOW if now is None or len(known - {now}) < 2 else (*_UP_TO_NOW, *_BETWEEN)
    for pattern in tied:
        for match in pattern.finditer(place.text):
            least, most = _bounds(match)
            about = place.text[max(0, match.start() - 30) : match.end() + 25]
            if not most or _NOT_COUNTED.search(about):
                continue
            if any(least <= gap <= most for gap in gaps) or most > 4 * max(gaps) + 4:
                continue
            span = Span(*match.span("whole")).shifted(place.sentence.span.start)
            if is_writers_own(reading, span):
                told = sorted(gaps)
                by_year = f"it is {told[0]} years" if len(told) == 1 else "it is another number"
                message = f"By the years given {by_year}: check both."
                yield span, message, years[-1][1]
                for year, where in years:
                    near = 0 < where.start - span.end < _CLOSE
                    if (
                        pattern in _UP_TO_NOW
                        and near
                        and year != now
                        and place.sentence.span.covers(where)
                    ):
                        yield where, message, span
                return


_WORTH = ("year", "decade", "season", "summer", "winter", "centur")


def _bounds(match: re.Match[str]) -> tuple[float, float]:
    """Return the fewest and the most years that a length may mean."""
    if match["round"]:
        key = next(
            k for k in ("half", "quarter", "decade", "century") if k in match["round"].lower()
        )
        return _ROUNDS[key]
    value = number(match["n"].lower())
    if value is None:
        return 0, 0
    years, spare = float(value), 1.0
    unit = match["unit"].lower()
    if unit == "decades":
        years, spare = years * 10, 6.0
    elif unit == "centuries":
        return 0, 0
    if match["hedge"]:
        spare += max(1.0, years * 0.2)
    return years - spare, years + spare
