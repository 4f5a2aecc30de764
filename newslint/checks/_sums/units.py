"""Units of measure, and whether a conversion from one to another can be right."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import cache

from newslint.checks._phrases import PACKAGE
from newslint.checks._sums.rounding import Rounded
from newslint.vocabulary import load

_FREEZING = Fraction(32)
_FAHRENHEIT = Fraction(5, 9)


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: what it measures, and its size, or sizes where the name has several."""

    kind: str
    sizes: tuple[Fraction, ...]


@cache
def units() -> dict[str, Unit]:
    """Return every unit by each of its names, in small letters but for C and F."""
    data = load(PACKAGE, "vocabularies/units.yml")
    found: dict[str, Unit] = {}
    for kind, entries in data.items() if isinstance(data, dict) else ():
        for entry in entries if isinstance(entries, list) else ():
            if not isinstance(entry, dict):
                continue
            sizes, names = entry["size"], entry["words"]
            unit = Unit(kind, tuple(Fraction(s) for s in sizes if isinstance(s, str)))
            found |= {_key(name): unit for name in names if isinstance(name, str)}
    return found


def unit_called(name: str) -> Unit | None:
    """Return the unit with this name, whatever its case and white space."""
    return units().get(_key(name))


def _key(name: str) -> str:
    return " ".join(name.lower().replace(".", "").replace("-", " ").split())


def conversions(amount: Rounded, unit: Unit, into: Unit) -> tuple[Rounded, ...]:
    """Return what `amount` of one unit is in another of the same kind, in each reading.

    A temperature is read as a point on the scale and as a difference.
    """
    ways = [amount.scaled(a / b) for a in unit.sizes for b in into.sizes]
    if unit.kind == "temperature" and unit.sizes != into.sizes:
        if unit.sizes[0] == 1:
            ways.insert(0, amount.scaled(1 / _FAHRENHEIT, _FREEZING))
        else:
            ways.insert(0, amount.scaled(_FAHRENHEIT, -_FREEZING * _FAHRENHEIT))
    return tuple(ways)
