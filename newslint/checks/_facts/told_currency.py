"""One sum of money told in two currencies."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from newslint.checks._facts.clauses import thing_of
from newslint.checks._facts.told import MONEY, Fact, money, places
from newslint.language.lazy_regex import LazyRegex
from newslint.reading import Reading

_MONEY = LazyRegex(MONEY)
_LIGHT = frozenset({"year", "month", "week", "day", "people", "cost", "price", "time"})


@dataclass(frozen=True, slots=True)
class _Sum:
    fact: Fact
    unit: str
    value: Fraction
    nouns: frozenset[str]


def sums_in_two_currencies(reading: Reading) -> Iterator[tuple[Fact, Fact]]:
    """Yield each sum that another sentence gives in another currency, of the same thing.

    A story that converts between the two in one sentence means both. Needs `names` and
    `quotations`.
    """
    sums: list[_Sum] = []
    converted: set[frozenset[str]] = set()
    for place in places(reading, _MONEY):
        matches = list(_MONEY.finditer(place.text))
        if not matches:
            continue
        found: list[_Sum] = []
        parse = reading.parses[place.sentence.block]
        nouns = frozenset(
            thing_of(t)
            for t in parse.within(place.sentence.span)
            if t.pos in ("NOUN", "PROPN") and t.lemma not in _LIGHT and t.entity != "MONEY"
        )
        for match in matches:
            amount = money(match[0])
            if amount is None:
                continue
            for fact in place.fact(("currency",), "", amount[0], match.span()):
                found.append(_Sum(fact, amount[0], amount[1], nouns))
        units = {s.unit for s in found}
        if len(units) > 1:
            converted.add(frozenset(units))
        sums += found
    uses = Counter(s.unit for s in sums)
    for at, later in enumerate(sums):
        for first in sums[:at]:
            if first.unit == later.unit or first.value != later.value:
                continue
            if frozenset({first.unit, later.unit}) in converted or not first.nouns & later.nouns:
                continue
            odd, usual = (first, later) if uses[first.unit] < uses[later.unit] else (later, first)
            yield odd.fact, usual.fact
            break
