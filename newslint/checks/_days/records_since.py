"""Since when a figure has not been so low or high, told two ways: "six-year high", "since 2013"."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence

from newslint.article import BlockKind
from newslint.checks._facts.told import NUMBER, Place, number, places
from newslint.checks._prose import is_writers_own
from newslint.language.lazy_regex import LazyRegex
from newslint.reading import Reading
from newslint.span import Span

_YEAR = r"(?P<year>(?:19|20)\d\d)"
_SINCE = LazyRegex(
    r"\b(?P<most>lowest|smallest|weakest|fewest|highest|biggest|largest|strongest|most|best|worst)\b[^.;]{0,45}?"
    rf"\b(?P<whole>since\s(?:[A-Z][a-z]+\s|the\s[a-z]+\sof\s|early\s|late\s)?{_YEAR})\b"
)
# Six-year high
_HIGH = LazyRegex(rf"\b(?P<whole>(?P<n>(?i:{NUMBER}))-year\s(?P<most>high|low|peak|record))\b")
# The last time it was so low was in 2017
_LAST = LazyRegex(
    rf"\b(?P<whole>[Ll]ast\stime\s[^.;\d]{{0,40}}?\b(?P<most>low|lower|high|higher|few|many|bad|weak|strong)\b[^.;\d]{{0,40}}?"
    rf"\bin\s(?:[A-Z][a-z]+\s|the\s[a-z]+\sof\s|early\s|late\s)?{_YEAR})\b"
)
_LOW = frozenset({"lowest", "smallest", "weakest", "fewest", "low", "lower", "few", "weak"})
_OPENING = 3  # sentences of the story in which a headline is taken up


def records_since(
    reading: Reading, today: datetime.date | None
) -> Iterator[tuple[Span, str, Span]]:
    """Yield each year since which a figure was not so low or high, against another, and that.

    Compared are "the last time" with the only such year of the story, and the "six-year high"
    of a headline with the first lines. Needs `sentences` and `quotations`.
    """
    heads: list[Place] = []
    body: list[Place] = []
    for place in places(reading):
        head = reading.blocks[place.sentence.block].kind in (BlockKind.HEADLINE, BlockKind.SUMMARY)
        (heads if head else body).append(place)
    since = [(p, m) for p in (*heads, *body) if "since" in p.text for m in _SINCE.finditer(p.text)]
    if not since:
        return
    for place in body:
        for match in _LAST.finditer(place.text) if "last time" in place.text.lower() else ():
            low = match["most"] in _LOW
            years = {m["year"]: (p, m) for p, m in since if (m["most"] in _LOW) is low}
            if len(years) == 1 and match["year"] not in years:
                yield from _told(place, match, *next(iter(years.values())))
    if today is not None:
        yield from _heads(heads, [*heads, *body[:_OPENING]], since, today)


def _heads(
    heads: Sequence[Place],
    near: Sequence[Place],
    since: Sequence[tuple[Place, re.Match[str]]],
    today: datetime.date,
) -> Iterator[tuple[Span, str, Span]]:
    for place in (*heads, *near[len(heads) :]):
        for match in _HIGH.finditer(place.text) if "-year" in place.text else ():
            years = number(match["n"].lower())
            low = match["most"] == "low"
            found = [(p, m) for p, m in since if p in near and (m["most"] in _LOW) is low]
            if years is None or len({m["year"] for _, m in found}) != 1:
                continue
            if abs(today.year - int(found[0][1]["year"]) - years) > 1:
                yield from _told(*found[0], place, match)


def _told(
    place: Place, match: re.Match[str], other: Place, told: re.Match[str]
) -> Iterator[tuple[Span, str, Span]]:
    span = Span(*match.span("whole")).shifted(place.sentence.span.start)
    if is_writers_own(place.reading, span):
        yield (
            span,
            f"“{told['whole']}” elsewhere: make the two agree.",
            Span(*told.span("whole")).shifted(other.sentence.span.start),
        )
