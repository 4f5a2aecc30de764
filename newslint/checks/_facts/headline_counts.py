"""Numbers that a headline tells by another name than the lead: homes, and households."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from newslint.checks._facts.counted import same_noun
from newslint.checks._facts.headline_pairs import N, at, value_of
from newslint.checks._facts.recounted import singular
from newslint.checks._facts.told import NUMBER, Place, number
from newslint.language.lazy_regex import LazyRegex
from newslint.span import Span

_NEAR = 2  # times that one length may be of the other, and still be of the same thing
_CLEAR = Fraction(6, 5)
_LONG = LazyRegex(r"(?<![\d.,])(?:\d{1,3}(?:,\d{3})+|\d{3,9})(?![\d]|[.,]\d|[-–]\d)")
_LEAST = 100
_SIZES = {"dozens": 24, "scores": 40, "hundreds": 150, "thousands": 1_500}
_SIZE = LazyRegex(r"\b(?P<size>Dozens|Scores|Hundreds|Thousands)\b(?!\sof\s(?:years|miles|times))")
_FEW = LazyRegex(
    r"\b(?P<size>a\sfew\sdozen|dozens|a\sfew\shundred|several\shundred|hundreds|a\shandful)\b",
    re.IGNORECASE,
)
_AT_MOST = {"a few dozen": 99, "dozens": 199, "a handful": 19}
_BELOW_THOUSANDS = 1_499
_PEOPLE = LazyRegex(
    rf"{N}\s(?:[a-z]+\s)?(?:people|workers|staff|jobs|posts|residents|protesters|demonstrators|fans"
    r"|mourners|pupils|students|families|homes|passengers|employees|marchers|supporters|visitors)\b"
)
_MARGIN = LazyRegex(
    rf"\bby\s(?:(?:just|only)\s)?(?:a\s)?(?P<n>single|one|two|three|four|five|six|{NUMBER})[\s-]votes?\b"
    r"|\b(?P<o>one|two|three|four|five|six|\d{1,3})-vote\b|\bby\s(?P<p>one|a\ssingle)\s(?:vote|ballot)\b",
    re.IGNORECASE,
)
_POLLED = LazyRegex(r"\b(?P<a>\w+)(?:\svotes)?(?:\sto\s|\sagainst\s|[-–])(?P<b>\w+)\b")
_COUNT = LazyRegex(
    rf"(?P<whole>{N}(?:-(?P<joined>[a-z]+)|(?P<of>\sof\s(?:the|its|their|all)\s(?:[\w-]+\s)?)?"
    r"(?P<sort>(?:\s?[a-z][\w-]+){0,2}?)\s(?P<noun>[a-z]{3,}s|children|people|staff|men|women"
    r"|aircraft|police)))\b"
)
_ANY_NUMBER = LazyRegex(NUMBER)
_SMALL, _MOST = 12, 20
_HEDGED = LazyRegex(
    r"\b(?:some|about|around|roughly|nearly|almost|over|more\sthan|at\sleast|up\sto|fewer\sthan"
    r"|less\sthan|another|other|extra|further|first|last|next|of|and)\s$",
    re.IGNORECASE,
)
_OPEN = frozenset({"another", "other", "extra", "further", "first", "last", "next", "of", "and"})
_TIMES = frozenset(
    {
        *("second", "minute", "hour", "day", "week", "month", "year", "time", "way", "point"),
        *("percent", "goal", "run", "pound", "euro", "dollar", "mile", "metre", "kilometre"),
        *("million", "thousand", "old", "vote"),
    }
)


@dataclass(frozen=True, slots=True)
class _Count:
    """A number of things, with their noun and its sort; whether it is round, or of others."""

    value: Fraction
    noun: str
    sort: frozenset[str]
    span: Span
    hedged: bool
    others: bool


def slips_of_digits(
    head: Place, lead: Sequence[Place], body: Sequence[Place]
) -> Iterator[tuple[Span, Span]]:
    """Yield "12,000" above "21,000", and "4,000" above "40,000"."""
    told = {v for p in body for m in _LONG.finditer(p.text) if (v := number(m[0].lower()))}
    for match in _LONG.finditer(head.text):
        value = number(match[0].lower())
        if value is None or value in told or value < _LEAST:
            continue
        for place in lead[:2]:
            near = [
                m for m in _LONG.finditer(place.text)
                if (v := number(m[0].lower())) and v != value and _is_slip(value, v)
            ]  # fmt: skip
            if len(near) == 1:
                yield at(head, match.span()), at(place, near[0].span())
                break


def _is_slip(one: Fraction, other: Fraction) -> bool:
    """Return whether two numbers have the same digits in another order, or a nought more."""
    digits = [sorted(str(int(v)).rstrip("0")) for v in (one, other)]
    return digits[0] == digits[1] and max(one, other) <= 10 * min(one, other)


def rough_numbers(
    head: Place, lead: Sequence[Place], body: Sequence[Place]
) -> Iterator[tuple[Span, Span]]:
    """Yield "Thousands march" above "A few hundred people marched"."""
    above = _SIZE.search(head.text)
    if above is None:
        return
    word = above["size"].lower()
    least = _SIZES[word]
    whole = " ".join(p.text for p in body).lower()
    if word in whole or (word == "thousands" and "thousand" in whole):
        return
    if any((value_of(m[0]) or 0) >= least for m in _ANY_NUMBER.finditer(whole)):
        return
    for place in lead[:2]:
        few = _FEW.search(place.text)
        if few is not None:
            if _AT_MOST.get(few["size"].lower(), _BELOW_THOUSANDS) < least:
                yield at(head, above.span()), at(place, few.span())
            return
        told = [m for m in _PEOPLE.finditer(place.text) if (number(m["n"].lower()) or 0) > 1]
        if len(told) == 1:
            yield at(head, above.span()), at(place, told[0].span())
            return


def majorities(
    head: Place, lead: Sequence[Place], _body: Sequence[Place]
) -> Iterator[tuple[Span, Span]]:
    """Yield "by one vote" above "the vote went 76 to 74"."""
    above = _MARGIN.search(head.text)
    margin = value_of(above["n"] or above["o"] or above["p"]) if above is not None else None
    if above is None or margin is None:
        return
    for place in lead:
        if "vote" not in place.text and "ballot" not in place.text:
            continue
        told = [
            (one - two, m) for m in _POLLED.finditer(place.text)
            if (one := number(m["a"].lower())) and (two := number(m["b"].lower()))
        ]  # fmt: skip
        if len(told) == 1:
            if abs(told[0][0]) != margin:
                yield at(head, above.span()), at(place, told[0][1].span())
            return


def counts_by_another_name(
    head: Place, lead: Sequence[Place], body: Sequence[Place]
) -> Iterator[tuple[Span, Span]]:
    """Yield "Three units shut" above "Four of the seven units have been closed"."""
    told = [found for p in body for found in _counts_of(p)]
    for above in _counts_of(head):
        same = [c.value for c in told if same_noun(c.noun, above.noun)]
        if above.value in same or (
            above.value > _SMALL and any(c.value == above.value for c in told)
        ):
            continue
        if any(a + b == above.value for a, b in itertools.combinations(same[:_MOST], 2)):
            continue
        for sentence in lead[:2]:
            near = [
                c for c in _counts_of(sentence)
                if same_noun(c.noun, above.noun) and not c.others
            ]  # fmt: skip
            if len(near) == 1 and _differs(above, near[0]):
                yield above.span, near[0].span
            if near:
                break


def _differs(above: _Count, below: _Count) -> bool:
    """Return whether the lead counts the same things, and others than round numbers allow."""
    if above.noun == below.noun and not above.sort <= below.sort:
        return False  # nine fishing boats, six boats
    ratio = max(above.value, below.value) / min(above.value, below.value)
    return ratio != 1 and ratio <= _NEAR and (not below.hedged or ratio > _CLEAR)


def _counts_of(place: Place) -> Iterator[_Count]:
    for match in _COUNT.finditer(place.text):
        value = number(match["n"].lower())
        hedge = _HEDGED.search(place.text[max(0, match.start() - 12) : match.start()])
        if not value or value.denominator != 1 or value == 1:
            continue
        others = hedge is not None and hedge[0].strip().lower() in _OPEN
        noun = match["joined"] or singular(match["noun"])
        sort = frozenset((match["sort"] or "").split())
        if noun not in _TIMES:
            yield _Count(
                value, noun, sort, at(place, match.span("whole")), hedge is not None, others
            )
