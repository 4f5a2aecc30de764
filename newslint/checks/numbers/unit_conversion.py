"""numbers.unit-conversion."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import cache
from typing import ClassVar

from newslint.checks._sums.rounding import NUMBER, Rounded, rounded, shown
from newslint.checks._sums.units import Unit, conversions, unit_called, units
from newslint.finding import Problem, Severity
from newslint.language.lazy_regex import LazyRegex
from newslint.reading import Reading
from newslint.rule import Example, Rule
from newslint.span import Span

_MINUS = r"(?:(?<!\w)[-−–]|\bminus\s)"
_ABOUT = (
    r"(?:(?:or|and)\s)?(?:(?:about|around|roughly|approximately|approx\.?|almost|nearly|some|just"
    r"|over|under|more\sthan|less\sthan|up\sto|c\.)\s){0,2}(?:[~≈]\s?)?"
)
_SIZE = r"(?:\s(?P<{0}>hundred|thousand|million|billion))?"
_LARGE = {"hundred": 10**2, "thousand": 10**3, "million": 10**6, "billion": 10**9}
_SMALL_WORDS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
_DEGREE = Fraction(6, 10)
_SHARP = Fraction(3, 100)
_LOOSE = Fraction(15, 100)
_VAGUE = LazyRegex(r"\b(?:about|around|roughly|approx|almost|nearly|some|over|under|than|up\sto)")


class UnitConversion(Rule):
    """Convert units rightly: ten miles are 16 kilometres.

    A conversion in brackets is there for the readers who cannot picture the other unit; if it
    is wrong they alone are misled. Lengths, areas, weights, volumes, speeds and temperatures
    are checked, where the second figure follows the first in brackets, after a slash, or
    between commas. Rounding is allowed for, more of it after "about".
    """

    id: str = "numbers.unit-conversion"
    message: str = "“%s” is about %s %s, not “%s”: check the conversion."
    severity: Severity = Severity.ERROR

    reach: ClassVar = "block"

    standards: ClassVar = ("https://www.theguardian.com/guardian-observer-style-guide-m",)
    examples: ClassVar = (
        Example("The pier is [[10 miles (61 km)]] from the town."),
        Example("It was [[30C (66F)]] in the shade, the office said."),
        Example("The farm covers [[40 acres, or 61 hectares,]] of marsh."),
        Example("The pier is 10 miles (16 km) from the town, a 20-mile (32-km) round trip."),
        Example("It was 30C (86F) in the shade, 2 degrees Celsius (3.6F) above the mean."),
        Example("The tank holds 100 gallons (378 litres); another 100 gallons (455 litres)."),
        Example("It is 5 miles (a 16-minute drive) away, and 20 miles (30 km) by road."),
    )

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield a problem at each pair of measures that cannot be the same."""
        for block in reading.blocks:
            text = block.span.cut(reading.text)
            for match in _pattern().finditer(text) if _JOINT.search(text) else ():
                problem = self._judge(match)
                if problem is not None:
                    span, words = problem
                    yield self.problem(span.shifted(block.span.start), *words)

    def _judge(self, match: re.Match[str]) -> tuple[Span, tuple[str, ...]] | None:
        """Return where two measures differ and the words of the message, or None."""
        one, other = unit_called(match["u1"]), unit_called(match["u2"])
        if one is None or other is None or one.kind != other.kind or one.sizes == other.sizes:
            return None
        vague = _VAGUE.search(match[0]) is not None
        tolerance = _LOOSE if vague else _SHARP
        firsts, seconds = _amounts(match, "1"), _amounts(match, "2")
        if one.kind == "temperature":  # told to the degree, also where it ends in a nought
            firsts, seconds = ([Rounded(a.value, _DEGREE) for a in f] for f in (firsts, seconds))
        if len(firsts) != len(seconds):
            return None
        for amount, written in zip(firsts, seconds, strict=True):
            if not _agree(amount, one, written, other, tolerance):
                right = conversions(amount, one, other)[0]
                first = match[0][: match.end("u1") - match.start()]
                words = (first.strip(), shown(right.value), match["u2"], match["second"])
                return Span(*match.span()), words
        return None


def _amounts(match: re.Match[str], which: str) -> list[Rounded]:
    """Return the figure, or both of a range: 5-10 miles."""
    size = Fraction(_LARGE.get((match["m" + which] or "").lower(), 1))
    found = [_amount(match["n" + which], size)]
    if match["t" + which]:
        found.append(_amount(match["t" + which], size))
    if match["s" + which]:
        found[0] = found[0].scaled(Fraction(-1))
    return found


def _amount(written: str, size: Fraction) -> Rounded:
    word = written.lower()
    if word in _SMALL_WORDS:
        return Rounded(Fraction(_SMALL_WORDS.index(word) + 1) * size, size / 2)
    return rounded(written, size)


def _agree(amount: Rounded, unit: Unit, written: Rounded, into: Unit, tolerance: Fraction) -> bool:
    """Return whether either figure may have been worked out from the other.

    The one worked from is taken as exact, or the slack of a round figure would hide a slip.
    """
    exact = Rounded(amount.value, Fraction(0))
    if any(way.agrees(written, tolerance) for way in conversions(exact, unit, into)):
        return True
    back = Rounded(written.value, Fraction(0))
    return any(way.agrees(amount, tolerance) for way in conversions(back, into, unit))


#: What joins two measures: without it none are looked for.
_JOINT = re.compile(r"[(/]|,\sor\s", re.IGNORECASE)


@cache
def _pattern() -> re.Pattern[str]:
    names = sorted(units(), key=lambda name: (-len(name), name))
    # "10-mile (16-km)", "10 miles", "30C"; a bare "in" is a word more often than an inch.
    unit = "|".join(re.escape(n).replace(r"\ ", r"[\s-]") for n in names)
    numbers = rf"(?:{NUMBER}|(?:{'|'.join(_SMALL_WORDS)})(?=[\s-]))"
    to = r"\s?(?:[-–]|to)\s?"
    first = (
        rf"(?P<s1>{_MINUS})?(?<![\w.,/$£€])(?P<n1>{numbers})(?:{to}(?P<t1>{numbers}))?"
        rf"{_SIZE.format('m1')}[\s-]?(?P<u1>{unit})(?![\w²³])\.?"
    )
    second = (
        rf"(?P<second>{_ABOUT}(?P<s2>{_MINUS})?(?P<n2>{numbers})(?:{to}(?P<t2>{numbers}))?"
        rf"{_SIZE.format('m2')}[\s-]?(?P<u2>{unit}))(?![\w²³])\.?"
    )
    joint = r"(?:\s?\((?P<bracket>)|\s?/\s?(?P<slash>)|,\s(?=or\s)(?P<comma>))"
    close = r"(?(bracket)\s?\)|(?(comma)(?:,|(?=[.;:!?)]|\s[–—]|\s?$))|(?!\w)))"
    return re.compile(rf"{first}{joint}{second}{close}", re.IGNORECASE)
