"""Measures that "the" or "its" takes up, where the story tells one other of their unit near."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from newslint.checks._facts.told import NUMBER, Place, number, places
from newslint.checks._prose import is_writers_own
from newslint.language.lazy_regex import LazyRegex
from newslint.reading import Reading
from newslint.span import Span

_UNIT = (
    r"hour|day|night|week|month|year|season|mile|kilomet(?:re|er)|met(?:re|er)|foot|feet|acre|hectare|tonne|ton|lane|storey|story|floor"
    r"|seat|bed|room|page|track|point|game|match|goal|man|woman|person|strong|litre|liter|megawatt|volt|degree|turbine|berth|bedroom"
    r"|shop|part|episode|verse|stage|lap|round"
)
_TAKEN_UP = LazyRegex(
    rf"\b(?P<the>[Tt]he|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[Tt]hat|[Tt]his)\s(?P<whole>(?P<n>{NUMBER})-(?P<unit>{_UNIT})\s(?P<noun>[a-z]{{3,20}}))\b(?![-’'])"
)
_TOLD = LazyRegex(
    rf"(?<![\w-])(?P<n>(?i:{NUMBER}))[\s-](?P<unit>{_UNIT})(?:e?s)?\b(?!-old|\sold\b|\sago\b|\slater\b|\searlier\b|\s(?:before|after)\b|\s(?:of\sage|more|fewer|per)\b)"
)
_SAME = {"kilometer": "kilometre", "meter": "metre", "feet": "foot", "liter": "litre", "ton": "tonne",
         "story": "storey", "floor": "storey"}  # fmt: skip
_OTHER = LazyRegex(
    r"\b(?:every|each|last|next|past|another|further|within|in\sthe|first|second|third|old|other|average|usual|normal|previous|former"
    r"|longer|shorter|extra|more\sthan|less\sthan|at\sleast|up\sto|about|almost|nearly|a\sfurther|under|over|aged?|or|to|between|per|than|by"
    r"|some|around|roughly|of\sthe)\s\Z",
    re.IGNORECASE,
)
_NEAR = 1  # paragraphs
_TWO = 2
#: What a story calls by a length that it has already told of something else.
_SET_APART = frozenset(
    {"high", "low", "record", "old", "period", "plan", "limit", "deadline", "notice", "target", "average", "rule",
     "maximum", "minimum", "anniversary", "history", "bond", "lead", "gap", "mark", "low", "extension", "option"}
)  # fmt: skip


def lengths_told_otherwise(reading: Reading) -> Iterator[tuple[Span, Span]]:
    """Yield each measure taken up that the only other one of its unit near does not bear out, and it.

    "The trial took nine weeks ... the four-week trial". Needs `sentences` and `quotations`.
    """
    found = list(places(reading))
    for at, place in enumerate(found):
        if "-" not in place.text or not reading.blocks[place.sentence.block].is_body:
            continue
        for match in _TAKEN_UP.finditer(place.text):
            value, unit = number(match["n"].lower()), _unit(match["unit"])
            if value is None or match["noun"] in _SET_APART:
                continue
            near = [
                p for p in found[: at + 1]
                if place.sentence.block - p.sentence.block <= _NEAR
                or match["noun"] in p.text[: match.start() if p is place else None]
            ]  # fmt: skip
            told = [t for p in near for t in _told(p, unit, match.start() if p is place else None)]
            if len({v for v, _, _ in told}) != 1 or any(not sure for _, _, sure in told):
                continue
            other, where, _ = told[-1]
            if other == value or not Fraction(1, 3) < value / other < 3:
                continue
            elsewhere = {v for p in found for v, _, _ in _told(p, unit, None)}
            if len(elsewhere) > _TWO:
                continue
            span = Span(*match.span("whole")).shifted(place.sentence.span.start)
            if is_writers_own(reading, span):
                yield span, where


def _unit(written: str) -> str:
    return _SAME.get(written.lower(), written.lower())


def _told(place: Place, unit: str, end: int | None) -> Iterator[tuple[Fraction, Span, bool]]:
    """Yield the measures of a unit in a sentence, or before `end` in it, and whether they are sure."""
    for match in _TOLD.finditer(place.text, 0, len(place.text) if end is None else end):
        value = number(match["n"].lower())
        if _unit(match["unit"]) == unit and value:
            sure = _OTHER.search(place.text[max(0, match.start() - 16) : match.start()]) is None
            yield value, Span(*match.span()).shifted(place.sentence.span.start), sure
