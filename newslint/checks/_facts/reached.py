"""Whether a number that differs from the one before can be reached from the figures told."""

from __future__ import annotations

import re
from fractions import Fraction
from itertools import combinations

from newslint.language.lazy_regex import LazyRegex
from newslint.language.numbers import find_quantities
from newslint.reading import Reading
from newslint.span import Span

_LAST = 12  # numbers before a place that are looked at
_STEM = 4  # letters by which a noun and its plural are alike
_JUST_BEFORE = 120  # characters in which small numbers are added up
_ONE = LazyRegex(r"\b(?:one|another)\b", re.IGNORECASE)
_SMALL = 10
_FAR = 900  # characters before it
_ONE_MORE = LazyRegex(
    r"\b(?:another|a (?:second|third|fourth|fifth)|the (?:other|third|fourth)|one more)"
    r"(?P<nouns>(?: [a-z-]+){1,2})",
    re.IGNORECASE,
)


def is_reached(reading: Reading, place: Span) -> bool:
    """Return whether the number in `place` is a sum, a difference or half of earlier ones.

    "14 on Saturday and nine on Sunday. Of the 23": so is "the three ferries" after two and "a
    third ferry". `place` is in text coordinates.
    """
    words = place.cut(reading.text)
    told = find_quantities(words)
    if not told:
        return False
    value = told[0].value
    before = reading.text[max(0, place.start - _FAR) : place.start]
    values = [q.value for q in find_quantities(before)][-_LAST:]
    near = [q.value for q in find_quantities(before[-_JUST_BEFORE:])]
    near += [Fraction(1)] * bool(_ONE.search(before[-_JUST_BEFORE:]))
    whole = words.lower().startswith("all ")
    if whole and any(one + other == value for one, other in _pairs(near)):
        return True
    large = value >= _SMALL  # small numbers are the sum of others by chance
    if large and any(
        one + other == value or abs(one - other) == value for one, other in _pairs(values)
    ):
        return True
    if large and any(2 * value == one or 2 * one == value for one in values):
        return _HALF.search(before) is not None
    if large and any(sum(three) == value for three in combinations(values, 3)):
        return True
    more = [word for m in _ONE_MORE.finditer(before) for word in m["nouns"].split()]
    last = words.split()[-1].lower()
    return value - 1 in values and any(last[:_STEM] == word.lower()[:_STEM] for word in more)


_HALF = LazyRegex(r"\b(?:half|halves|twice|double[ds]?|pairs?|each)\b")


def _pairs(values: list[Fraction]) -> combinations[tuple[Fraction, Fraction]]:
    return combinations(values, 2)
