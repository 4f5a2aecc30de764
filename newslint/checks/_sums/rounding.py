"""How far a figure may be from the truth because it was rounded."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

#: A figure in digits: 1,200 or 12.5. Bounded, so that no text makes a huge number of it.
NUMBER = r"(?:\d{1,3}(?:,\d{3}){1,4}|\d{1,12})(?:\.\d{1,6})?"

_MOST_LENIENT = Fraction(8, 100)  # of a round figure: 20 miles are 32 km, or "30 km"


@dataclass(frozen=True, slots=True)
class Rounded:
    """A figure as written: its value, and how far rounding may have moved it."""

    value: Fraction
    slack: Fraction

    @property
    def low(self) -> Fraction:
        """The least that the figure may stand for."""
        return self.value - self.slack

    @property
    def high(self) -> Fraction:
        """The most that the figure may stand for."""
        return self.value + self.slack

    def scaled(self, factor: Fraction, offset: Fraction = Fraction(0)) -> Rounded:
        """Return the figure in another unit: times `factor`, then moved by `offset`."""
        return Rounded(self.value * factor + offset, self.slack * abs(factor))

    def agrees(self, other: Rounded, tolerance: Fraction = Fraction(0)) -> bool:
        """Return whether both may be one amount; the larger of slack and `tolerance` counts.

        `tolerance` is a share of the larger amount.
        """
        extra = tolerance * max(abs(self.value), abs(other.value))
        return abs(self.value - other.value) <= max(self.slack + other.slack, extra)


def rounded(digits: str, magnitude: Fraction = Fraction(1)) -> Rounded:
    """Return the figure with half of its last significant place as slack.

    Noughts at the end of a whole number may be rounding, so 1,200 may be 1,150 to 1,250;
    yet a round figure is never taken to be off by more than 8 percent.
    """
    plain = digits.replace(",", "")
    value = Fraction(Decimal(plain))
    whole, _, decimals = plain.partition(".")
    if decimals:
        place = Fraction(1, 10 ** len(decimals))
        return Rounded(value * magnitude, place / 2 * magnitude)
    zeros = len(whole) - len(whole.rstrip("0")) if value else 0
    slack = Fraction(10**zeros, 2)
    if zeros:
        slack = min(slack, max(value * _MOST_LENIENT, Fraction(1, 2)))
    return Rounded(value * magnitude, slack * magnitude)


def shown(value: Fraction) -> str:
    """Return a value for a message: three significant figures, no needless noughts."""
    if not value:
        return "0"
    number = float(value)
    if abs(number) >= 1000:
        digits = len(str(int(abs(number))))
        return f"{round(number, 3 - digits):,.0f}"
    return f"{number:.3g}"
