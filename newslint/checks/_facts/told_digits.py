"""Figures whose digits have changed places: $280,000 above, "the $208,000" below."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from newslint.checks._facts.told import Fact, Place, places
from newslint.language.lazy_regex import LazyRegex
from newslint.reading import Reading

_SCALE = r"million|billion|trillion|thousand|bn|m"
_FIGURE = LazyRegex(
    r"(?<![\w.,/:-])(?P<whole>(?P<sign>[£$€]?)(?P<n>\d{1,3}(?:,\d{3}){1,3}|\d{1,9}(?:\.\d{1,2})?)"
    rf"(?:\s?(?P<scale>{_SCALE})\b|(?P<percent>\s?%|\sper\s?cent\b))?)(?![\w%]|[-–/:]\d|[.,]\d)"
    rf"(?:\s(?:[A-Z][a-z]+\s)?(?P<noun>[a-z]{{3,20}}))?"
)
_THE = LazyRegex(r"\b(?:[Tt]he|[Tt]hose|[Tt]hese|[Aa]ll)\s$")
# A time alone at the head of a paragraph stamps an entry of a live page.
_CLOCK = LazyRegex(
    r"\b(?:at|until|by|from)\s(?P<whole>(?P<h>\d{1,2})[.:](?P<m>[0-5]\d)\s?(?P<half>[ap]\.?m\b))"
)
_YEAR = LazyRegex(r"(?:1[5-9]|20)\d\d")
_MOST = 150  # figures looked at: a text with more is a table


@dataclass(frozen=True, slots=True)
class _Figure:
    fact: Fact
    digits: str
    unit: str
    noun: str
    definite: bool


def swapped_digits(reading: Reading) -> Iterator[tuple[Fact, Fact]]:
    """Yield each figure that an earlier one becomes when its digits change places, and that one.

    Reported are figures with "the" before them, which take up one given before, and clock
    times. Either must stand nowhere else. Needs `names` and `quotations`.
    """
    figures = [f for place in places(reading) for f in (*_figures(place), *_clocks(place))]
    if len(figures) > _MOST:
        return
    for at, later in enumerate(figures):
        same = [f for f in figures if f is not later and f.unit == later.unit]
        if not later.definite or any(f.digits == later.digits for f in same):
            continue
        for first in figures[:at]:
            apart = (first.fact.block, first.fact.word.sentence) != (
                later.fact.block, later.fact.word.sentence,
            )  # fmt: skip
            if apart and first.unit == later.unit and _swapped(first.digits, later.digits):
                yield later.fact, first.fact
                break


def _swapped(one: str, other: str) -> bool:
    """Return whether two neighbouring digits have changed places, and nothing else."""
    if len(one) != len(other) or one == other:
        return False
    differ = [i for i in range(len(one)) if one[i] != other[i]]
    digits = [i for i in differ if one[i].isdigit()]
    if len(differ) != 2 or len(digits) != 2:
        return False
    first, second = differ
    beside = second - first == 1 or not one[first + 1 : second].isdigit()
    return beside and (one[first], one[second]) == (other[second], other[first])


def _figures(place: Place) -> Iterator[_Figure]:
    for match in _FIGURE.finditer(place.text):
        digits = match["n"]
        small = len(re.sub(r"\D", "", digits).rstrip("0")) < 2 and "," not in digits
        bare = not match["sign"] and not match["scale"] and not match["percent"]
        if small or (bare and (_YEAR.fullmatch(digits) or not match["noun"])):
            continue
        definite = _THE.search(place.text, max(0, match.start() - 8), match.start()) is not None
        unit = match["sign"] + (match["scale"] or "").strip() + ("%" if match["percent"] else "")
        for fact in place.fact(("digits",), "", digits, match.span("whole")):
            yield _Figure(fact, digits, unit, match["noun"] or "", definite)


def _clocks(place: Place) -> Iterator[_Figure]:
    for match in _CLOCK.finditer(place.text):
        digits = f"{match['h']}.{match['m']}"
        for fact in place.fact(("digits",), "", digits, match.span("whole")):
            yield _Figure(fact, digits, "clock " + match["half"][0], "", True)
