"""Ages and years of one sentence: "Amory, 79, put it in in 2017, when she was 74"."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from newslint.checks._facts.told import places
from newslint.checks._prose import is_writers_own
from newslint.language.lazy_regex import LazyRegex
from newslint.language.numbers import find_quantities
from newslint.reading import Reading
from newslint.span import Span

_SMALL = (
    "twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|(?:twenty|thirty|forty|fifty|sixty)"
    "(?:-(?:one|two|three|four|five|six|seven|eight|nine))?"
)
_AGE = rf"(?P<n>\d{{1,2}}|{_SMALL})"
# Joan Amory, 79,
_BESIDE = LazyRegex(r"\b[A-Z][\w’'-]+,\s(?:aged\s)?(?P<age>\d{2}),")
_BORN = LazyRegex(
    r"\b[Bb]orn\b[^.;\d]{0,40}?(?:\d{1,2}\s)?(?:[A-Z][a-z]+\s)?(?P<year>(?:19|20)\d\d)\b"
)
_YEAR = LazyRegex(r"\b(?P<year>(?:19|20)\d\d)\b")
# at 22, in 1997; in 2017, when she was 74
_THEN = (
    LazyRegex(
        rf"\b(?:at|aged|at\sthe\sage\sof)\s{_AGE},?\s(?P<whole>in\s(?P<year>(?:19|20)\d\d))\b"
    ),
    LazyRegex(
        r"\bin\s(?:[A-Z][a-z]+\s)?(?P<year>(?:19|20)\d\d),?\s(?P<whole>(?:at(?:\sthe\sage\sof)?|aged|when\s(?:he|she)\swas)"
        rf"\s(?:only\s|just\s)?{_AGE})(?=[,.;]|\sand\b|$)"
    ),
)
# first rented as a student in 1994; joined it straight from university in 1974
_GROWN = LazyRegex(
    r"\b(?:as\sa\s(?:[a-z]+\s)?(?:student|graduate|teacher|lawyer|nurse|doctor|reporter|soldier|councillor|clerk|driver)"
    r"|from\suniversity|graduat\w+|(?:was|were)\s(?:elected|appointed|ordained|married|hired|promoted)|married|took\sover"
    r"|joined\s(?:it|the\s(?:firm|company|force|army|navy|police|bank|council|party|board|paper|office|service|staff))|founded|set\sup"
    r"|has\s(?:led|run|chaired|owned|taught|represented|worked)\b[^.;\d]{0,30}?\bsince|retired)\b"
    r"[^.;\d]{0,40}?\b(?P<whole>(?:in|since)\s(?:[A-Z][a-z]+\s)?(?P<year>(?:19|20)\d\d))\b"
)
_KIN = LazyRegex(
    r"\b(?:brother|sister|father|mother|son|daughter|wife|husband|cousin|uncle|aunt|niece|nephew"
    r"|parents?|family|ancestors?|grand\w+|widow|founder|predecessor|club|company\swas|died|late|whose)\b",
    re.IGNORECASE,
)
_FIRST_JOB = 14  # years


def ages_and_years(reading: Reading, today: datetime.date) -> Iterator[tuple[Span, str, Span]]:
    """Yield each age or year that the age told beside it rules out, why, and that age.

    The age is that of the one person of the sentence who has one, or of the sentence before
    where the next opens with "he" or "she". Needs `quotations` and `sentences`.
    """
    last: tuple[int, int, int, Span] | None = None
    for place in places(reading):
        if not reading.blocks[place.sentence.block].is_body:
            continue
        text, start = place.text, place.sentence.span.start
        born = list(_BORN.finditer(text)) if "born" in text.lower() else []
        beside = list(_BESIDE.finditer(text))
        life = None
        if len(beside) == 1:
            year = today.year - int(beside[0]["age"])
            where = Span(*beside[0].span("age")).shifted(start)
            life = (place.sentence.block, year - 1, year, where)
        elif len(born) == 1 and not beside:
            year = int(born[0]["year"])
            life = (place.sentence.block, year, year, Span(*born[0].span("year")).shifted(start))
        elif not beside and text.startswith(("He ", "She ")):
            life = last
        known = life if life is not None and life[0] == place.sentence.block else None
        if known is not None and any(c.isdigit() for c in text):
            for span, message in _wrong(text, known[1], known[2]):
                whole = span.shifted(start)
                if is_writers_own(reading, whole) and not whole.overlaps(known[3]):
                    yield whole, message, known[3]
        last = known


def _wrong(text: str, first: int, latest: int) -> Iterator[tuple[Span, str]]:
    if _KIN.search(text):
        return
    for pattern in _THEN:
        for match in pattern.finditer(text):
            age, year = _number(match["n"]), int(match["year"])
            if age is not None and not first - 1 <= year - age <= latest + 1:
                old = f"{year - latest} or {year - first}" if first != latest else f"{year - first}"
                yield Span(*match.span("whole")), f"By the age or year given, {old}: check both."
    for match in _GROWN.finditer(text):
        young = int(match["year"]) - first
        if young < _FIRST_JOB and latest - int(match["year"]) < 100:
            yield (
                Span(*match.span("whole")),
                f"That would be at the age of {max(0, young)}: check the age and the year.",
            )


def _number(written: str) -> int | None:
    if written.isdigit():
        return int(written)
    found = find_quantities(f"{written} years")
    return int(found[0].value) if found else None
