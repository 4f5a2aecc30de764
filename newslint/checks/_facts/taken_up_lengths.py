"""Measures that "the" or "its" takes up, where the story tells one other of their unit near."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from newslint.checks._facts.told import MONEY, NUMBER, Place, money, number, places
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
    rf"(?<![\w-])(?P<n>(?i:{NUMBER}))[\s-](?P<unit>{_UNIT})(?:e?s)?\b(?!-old|\sold\b|\sago\b|\slater\b"
    r"|\searlier\b|\s(?:before|after)\b|\s(?:of\sage|more|fewer|per)\b)(?:\s(?P<noun>[a-z]{3,20}))?"
)
#: What may take up any length or size.
_ANY = frozenset(
    {"run", "spell", "stint", "stay", "reign", "effort", "ordeal", "stretch", "streak", "endurance",
     "range", "span", "structure", "building", "site", "route", "length", "height", "vessel"}
)  # fmt: skip
_LOW, _HIGH = Fraction(85, 100), Fraction(118, 100)
_SUM = LazyRegex(
    rf"(?:\b(?P<the>[Tt]he|[Ii]ts|[Tt]heir|[Tt]his|[Tt]hat)\s)?(?P<sum>{MONEY})"
    r"(?:\s(?P<noun>scheme|project|plan|deal|contract|bid|offer|bill|programme|program|package"
    r"|takeover|purchase|work|works|repairs?|upgrade|refit|redevelopment|revamp|investment)\b)?"
)
_SAME = {"kilometer": "kilometre", "meter": "metre", "feet": "foot", "liter": "litre",
         "ton": "tonne", "story": "storey", "floor": "storey"}  # fmt: skip
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
    {"high", "low", "record", "old", "period", "plan", "limit", "deadline", "notice", "target",
     "average", "rule", "maximum", "minimum", "anniversary", "history", "bond", "lead", "gap",
     "mark", "extension", "option"}
)  # fmt: skip


def lengths_told_otherwise(reading: Reading) -> Iterator[tuple[Span, Span]]:
    """Yield each measure taken up that the only other of its unit near belies, and that one.

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
            own = match["noun"] in _ANY or match["noun"] in place.text[: match.start()]
            told = [*_told(place, unit, match.start())] if own else []
            told = told or [
                t for p in found[:at] if _is_near(p, place, match["noun"])
                for t in _told(p, unit, None)
            ]  # fmt: skip
            told = [t for t in told if t[3] in ("", match["noun"])]
            if len({t[0] for t in told}) != 1 or not all(t[2] for t in told):
                continue
            other, where, _, _ = told[-1]
            if other == value or not Fraction(1, 3) < value / other < 3:
                continue
            elsewhere = {t[0] for p in found for t in _told(p, unit, None)}
            if len(elsewhere) > _TWO:
                continue
            span = Span(*match.span("whole")).shifted(place.sentence.span.start)
            if is_writers_own(reading, span):
                yield span, where


def sums_told_otherwise(reading: Reading) -> Iterator[tuple[Span, Span]]:
    """Yield each "the £4.6 million scheme" where the only sum told so far is another, and that one.

    Needs `sentences` and `quotations`.
    """
    told: dict[str, list[tuple[Fraction, Span, bool]]] = {}
    for place in places(reading):
        if not any(sign in place.text for sign in "£$€") or len(told) > _TWO:
            continue
        start = place.sentence.span.start
        here = list(_SUM.finditer(place.text))
        for match in here:
            amount = money(match["sum"])
            if amount is None:
                continue
            sign, value = amount
            before = told.get(sign, [])
            span = Span(*match.span("sum")).shifted(start)
            if match["the"] and match["noun"] and match["noun"] not in _SET_APART:
                ratio = value / before[0][0] if len({v for v, _, _ in before}) == 1 else Fraction(9)
                near = _LOW < ratio < _HIGH and ratio != 1
                if near and before[0][2] and is_writers_own(reading, span):
                    yield span, before[0][1]
            sure = _OTHER.search(place.text[max(0, match.start("sum") - 16) : match.start("sum")])
            told.setdefault(sign, []).append((value, span, sure is None))


def _unit(written: str) -> str:
    return _SAME.get(written.lower(), written.lower())


def _is_near(place: Place, here: Place, noun: str) -> bool:
    """Return whether a sentence may speak of the same thing: it names it, or is just before."""
    if noun in place.text:
        return True
    return noun in _ANY and here.sentence.block - place.sentence.block <= _NEAR


def _told(place: Place, unit: str, end: int | None) -> Iterator[tuple[Fraction, Span, bool, str]]:
    """Yield the measures of a unit in a sentence, or before `end` in it.

    With each come whether it is sure, and the noun that it is told of, as in "two-year inquiry".
    """
    for match in _TOLD.finditer(place.text, 0, len(place.text) if end is None else end):
        value = number(match["n"].lower())
        if _unit(match["unit"]) == unit and value:
            sure = _OTHER.search(place.text[max(0, match.start() - 16) : match.start()]) is None
            noun = match["noun"] or "" if "-" in match[0] else ""
            span = Span(match.start(), match.start("noun") - 1 if match["noun"] else match.end())
            yield value, span.shifted(place.sentence.span.start), sure, noun
