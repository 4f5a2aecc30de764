"""How old things and people are said to be, beside the year in which they began."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.checks._days.age_forms import AGES, BEGUN_IN, MADE_IN, years_told
from newslint.checks._facts.told import NUMBER, Place, number, places
from newslint.checks._prose import is_writers_own
from newslint.language.lazy_regex import LazyRegex
from newslint.reading import Reading
from newslint.span import Span

_N = rf"(?P<n>{NUMBER})"
_THING = (
    r"ship|ferry|vessel|boat|trawler|liner|yacht|building|hall|bridge|tower|church|chapel|school"
    r"|company|firm|club|plant|factory|mill|theatre|theater|stadium|museum|station|aircraft|plane|helicopter|jet"
    r"|train|house|pub|hotel|newspaper|paper|band|orchestra|choir|party|charity|festival|fair|brewery|bank"
    r"|chain|business|group|start-?up|airline|league|team|dam|reactor|railway|road|tunnel|pier|organ|bell"
    r"|landmark|attraction|institution|favourite|tree|law|treaty|agreement|structure|venue|programme"
    r"|program|show|series|library|college|university"
)
_OLD_THING = LazyRegex(
    rf"\b(?:[Tt]he|[Ii]ts|[Tt]hat|[Tt]his)\s(?P<whole>{_N}-year-old\s(?:{_THING}))\b"
)
_THEN = LazyRegex(r"\b(?:then|was\sto|would|at\sthe\stime|had)\b")
_WAS = LazyRegex(r"\b(?:was|were)\s(?:only\s|just\s|barely\s|nearly\s|almost\s)?$")
_SOMEBODY = LazyRegex(
    r"\b(?:he|she|who|him|her|his|born|aged|married|joined|son|daughter|man|woman|wife|husband)\b",
    re.IGNORECASE,
)
_ANY_YEAR = LazyRegex(r"(?<![\d,.£$€-])(?:1[5-9]|20)\d\d(?![\d-]|[.,]\d)")
_ITS = LazyRegex(
    r"(?:(?:Now\s)?[Ii]n\s(?:its|their)|It|They|The\s(?:[a-z-]+\s)??(?P<noun>[a-z]+))\s"
)
_SORT = LazyRegex(_THING)
_BORN = LazyRegex(r"\b[Tt]he\s(?P<whole>(?P<year>(?:19|20)\d\d)-born\s[a-z]+)\b")
_AGED = LazyRegex(r"\b[A-Z][\w’'-]+,\s(?:aged\s)?(?P<n>\d{2}),")
_AGO = LazyRegex(
    r"\b(?:then|was\sto|would\shave|at\sthe\stime|when|had\sbeen|by\sthen|in\s(?:19|20)\d\d)\b"
)


def things_aged(reading: Reading) -> Iterator[tuple[Span, str, Span]]:
    """Yield each age that a year told beside it rules out, why, and where the year is.

    Needs `sentences`, `quotations` and `date`.
    """
    if reading.date is None:
        return
    now = reading.date.date.year
    before: Place | None = None
    for place in places(reading):
        if not reading.blocks[place.sentence.block].is_body:
            continue
        near = before if before and before.sentence.block == place.sentence.block else None
        for span, message, where in _wrong(place, near, now):
            whole = span.shifted(place.sentence.span.start)
            if is_writers_own(reading, whole):
                yield whole, message, where
        before = place


def _wrong(place: Place, before: Place | None, now: int) -> Iterator[tuple[Span, str, Span]]:
    text, here = place.text, place.sentence.span
    if "-year-old" in text:
        for match in _OLD_THING.finditer(text):
            source = place if MADE_IN.search(text) else before
            made = list(MADE_IN.finditer(source.text)) if source is not None else []
            age = number(match["n"].lower())
            if len(made) != 1 or source is None or age is None:
                continue
            real = now - int(made[0]["year"])
            if not _AGO.search(text[: match.start()]) and abs(real - age) > 1 and age < 3 * real:
                where = Span(*made[0].span("year")).shifted(source.sentence.span.start)
                yield Span(*match.span("whole")), f"By the year given it is {real}.", where
    yield from _marking(place, before, now)
    for match in _BORN.finditer(text) if "-born" in text else ():
        aged = list(_AGED.finditer(text)) or list(_AGED.finditer(before.text if before else ""))
        born = now - int(match["year"])
        if len(aged) == 1 and int(aged[0]["n"]) not in (born, born - 1):
            yield (
                Span(*match.span("whole")),
                f"Who is {aged[0]['n']} was not born in {match['year']}: check both.",
                here,
            )


def _marking(place: Place, before: Place | None, now: int) -> Iterator[tuple[Span, str, Span]]:
    """Yield "turns 90 this month" of a hall that went up in 1926."""
    for match in (m for pattern in AGES for m in pattern.finditer(place.text)):
        lead = place.text[: match.start()]
        sources = [place] if BEGUN_IN.search(place.text) else []
        its = _ITS.match(place.text)
        if not sources and before is not None and its is not None:
            noun = its["noun"]
            known = noun is None or noun in before.text or _SORT.fullmatch(noun)
            sources = [before] if known else []
        made = [(s, m) for s in sources for m in BEGUN_IN.finditer(s.text)]
        if len(made) != 1 or len(_ANY_YEAR.findall(made[0][0].text)) != 1:
            continue
        source, year = made[0]
        if _SOMEBODY.search(lead) or _SOMEBODY.search(source.text) or _THEN.search(lead):
            continue
        if source is not place and _ANY_YEAR.search(place.text):
            continue
        if _WAS.search(lead):
            continue  # "was 55 years old", when it shut
        told = years_told(match, int(year["year"]), now)
        real = now - int(year["year"])
        if told is None or told[0] <= real <= told[1]:
            continue
        where = Span(*year.span("year")).shifted(source.sentence.span.start)
        yield Span(*match.span("whole")), f"From {year['year']} it is {real} years: check.", where
