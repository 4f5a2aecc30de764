"""What a headline or standfirst says of people and outcomes, and the first lines otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from newslint.article import BlockKind
from newslint.checks._facts.told import Place, number, places
from newslint.language.lazy_regex import LazyRegex
from newslint.reading import Reading
from newslint.span import Span

_WORD = (
    r"one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
    r"|thirteen|fourteen|fifteen|sixteen|twenty"
)
_N = rf"(?P<n>\d{{1,3}}(?:,\d{{3}})*|(?i:{_WORD}|thirty|forty|fifty))"
_WHO = r"(?:\s(?!and\b|or\b|were\b|was\b|who\b)[a-z-]+){0,3}?"
_AUX = (
    r"(?:\s(?:were|was|are|is|have\sbeen|has\sbeen|had\sbeen|have|has|had|are\sknown\sto\shave))?"
)
#: How each number of people is told in a headline and in a lead.
_FATES = {
    "dead": (
        rf"\b(?:[Kk]ill(?:s|ed|ing)|claim(?:s|ed|ing)\sthe\slives\sof)\s(?:all\s)?{_N}\b(?!-|\.\d|\s(?:per|in\s\d|years|hours|days|of))",
        rf"\b{_N}{_WHO}{_AUX}\s(?:dead|killed|died|die)\b",
        rf"\b[Dd]eath\stoll\s(?:is|was|stands\sat|stood\sat|of|rises\sto|rose\sto|reaches|reached)\s{_N}\b",
    ),
    "hurt": (
        rf"\b(?:[Ii]njur(?:es|ed|ing)|[Ww]ound(?:s|ed|ing)|[Hh]urt(?:s|ing))\s{_N}\b(?!-|\s(?:per|in|years|hours|days|of))",
        rf"\b{_N}{_WHO}{_AUX}\s(?:injured|hurt|wounded)\b",
    ),
    "missing": (rf"\b{_N}{_WHO}{_AUX}\s(?:missing|unaccounted\sfor)\b",),
    "held": (
        rf"\b[Aa]rrest(?:s|ed|ing)\s{_N}\b(?!-|\.\d|\s(?:years|hours|days|of))",
        rf"\b{_N}{_WHO}{_AUX}\s(?:arrested|detained)\b",
    ),
    "hospital": (rf"\b{_N}{_WHO}{_AUX}\s(?:(?:taken|still|now)\s)?(?:to|in)\shospital\b",),
    "age": (
        rf"\b(?:dies|dead|died)\s(?:aged|at)\s{_N}\b(?!\s(?:hospital|per))",
        rf"\b(?:He|She)\swas\s{_N}(?=[.;]|$)",
    ),
    "margin": (
        rf"\bby\s(?:just\s|only\s)?{_N}\svotes\b(?!\sto)",
        rf"\bmajority\sof\s(?:just\s|only\s)?{_N}\b(?!-)",
        rf"\b(?:victory|win|defeat)\s(?:by|of)\s(?:just\s|only\s)?{_N}(?!\s(?:to|per|goals|points|runs))\b",
    ),
}  # fmt: skip
_PATTERNS = {fate: tuple(LazyRegex(p) for p in found) for fate, found in _FATES.items()}
_OPEN = LazyRegex(
    r"\b(?:at\sleast|more\sthan|over|up\sto|nearly|almost|about|around|some|another|further|dozens|hundreds|other|under"
    r"|fewer\sthan|less\sthan|of\sthe|among|including|earlier|previous|between)\s(?:the\s)?$",
    re.IGNORECASE,
)
_NOT_NOW = LazyRegex(
    r"\b(?:last\s(?:year|month|week)|in\s(?:19|20)\d\d|since|earlier|previous(?:ly)?|initially|at\sfirst|revised|had\sbeen"
    r"|another|separate(?:ly)?|risen|rose|rises)\b"
)
#: Outcomes of one thing that cannot both be; the words of a headline, then those of a lead.
_OUTCOMES = (
    (
        r"(?:is\s|was\s)?(?:cleared|acquitted)\b|found\snot\sguilty"
        r"|\b(?:(?:jury|court|judge)s?\s(?:clear|acquit|free)s?|walks\sfree)\b",
        r"found\sguilty|convicted|was\sjailed|\b(?:jailed|sent(?:enced)?)\b.{0,30}\b(?:prison|years)\b",
    ),
    (
        r"(?:found\s|is\s|was\s)?guilty\b|convicted",
        r"was\scleared|were\scleared|acquitted|found\snot\sguilty",
    ),
    (r"(?:dies|killed|dead)\b", r"\bsurvived\b|was\s(?:unhurt|unharmed|uninjured)"),
)  # fmt: skip
_PAIRS = tuple(
    (LazyRegex(rf"\b(?P<whole>{above})", re.IGNORECASE), LazyRegex(rf"\b(?:{below})\b"))
    for above, below in _OUTCOMES
)
_BUT = LazyRegex(
    r"\b(?:not|never|retrial|appeal|other|others|another|while|but|earlier|previous(?:ly)?|plead\w*|had|co-?accused"
    r"|brother|sister|father|mother|son|wife|husband|cousin|partner|accomplice|friend|colleague"
    r"|counts?|charges?|wrongly|wrongful(?:ly)?|after\sbeing|before|overturned|quashed|pardon\w*|both"
    r"|(?:one|two|three|four|five)\s(?:of|men|women|people|officers|brothers|defendants)|one)\b",
    re.IGNORECASE,
)
_LEFT_OPEN = Fraction(-1)  # "at least three" goes with any number
_LEAD = 4  # sentences of the story in which a headline is taken up


def numbers_above(reading: Reading) -> Iterator[tuple[Span, Span]]:
    """Yield the dead, hurt or held of a headline whom the first lines count otherwise, and there.

    Needs `sentences`.
    """
    heads, lead = _heads_and_lead(reading)
    for head in heads:
        yield from _numbers(head, lead)


def outcomes_above(reading: Reading) -> Iterator[tuple[Span, Span]]:
    """Yield the "cleared" of a headline whose first line has "found guilty", and those words.

    Needs `sentences`.
    """
    heads, lead = _heads_and_lead(reading)
    for head in heads:
        yield from _outcomes(head, lead[:2])


def title_again(reading: Reading) -> Iterator[Place]:
    """Yield the heading that stands above the story, where its title is given apart."""
    first = next((i for i, b in enumerate(reading.blocks) if b.is_body), 0)
    for sentence in reading.sentences:
        if sentence.block < first and reading.blocks[sentence.block].kind is BlockKind.HEADING:
            yield Place(reading, sentence, sentence.span.cut(reading.text))


def _heads_and_lead(reading: Reading) -> tuple[list[Place], list[Place]]:
    heads: list[Place] = list(title_again(reading))
    lead: list[Place] = []
    for place in places(reading):
        if reading.blocks[place.sentence.block].kind in (BlockKind.HEADLINE, BlockKind.SUMMARY):
            heads.append(place)
        elif reading.blocks[place.sentence.block].is_body and len(lead) < _LEAD:
            lead.append(place)
    return heads, lead


def _numbers(head: Place, lead: Sequence[Place]) -> Iterator[tuple[Span, Span]]:
    for fate in _PATTERNS:
        above = list(_told(head, fate))
        if len(above) != 1:
            continue
        below = [found for place in lead for found in _told(place, fate)]
        values = {value for value, _ in below}
        if len(values) == 1 and not values & {above[0][0], _LEFT_OPEN} and above[0][0] > 0:
            yield above[0][1], below[0][1]


def _told(place: Place, fate: str) -> Iterator[tuple[Fraction, Span]]:
    if _NOT_NOW.search(place.text):
        return
    taken: set[int] = set()
    for pattern in _PATTERNS[fate]:
        for match in pattern.finditer(place.text):
            start = match.start("n")
            value = number(match["n"].lower())
            if value is None or start in taken:
                continue
            taken.add(start)
            if _OPEN.search(place.text[max(0, start - 20) : start]):
                yield _LEFT_OPEN, Span(*match.span()).shifted(place.sentence.span.start)
            else:
                yield value, Span(*match.span()).shifted(place.sentence.span.start)


def _outcomes(head: Place, lead: Sequence[Place]) -> Iterator[tuple[Span, Span]]:
    for above, below in _PAIRS:
        said = above.search(head.text)
        if said is None or _BUT.search(head.text):
            continue
        for place in lead:
            other = below.search(place.text)
            if other is None or above.search(place.text):
                continue
            if _BUT.search(place.text[: other.start()]):
                continue
            start = place.sentence.span.start
            yield (
                Span(*said.span("whole")).shifted(head.sentence.span.start),
                Span(*other.span()).shifted(start),
            )
