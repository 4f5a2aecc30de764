"""Counts in running text: "three boats", "1,200 people"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from newslint.language.numbers import Quantity, find_quantities
from newslint.language.tokens import Token
from newslint.reading import Reading
from newslint.span import Span


@dataclass(frozen=True, slots=True)
class Count:
    """A number that counts `noun`; `number` is its first word."""

    quantity: Quantity
    number: Token
    noun: Token

    @property
    def value(self) -> Fraction:
        """How many."""
        return self.quantity.value

    @property
    def span(self) -> Span:
        """Where the number stands."""
        return self.quantity.span

    @property
    def is_open(self) -> bool:
        """Whether "nearly", "at least" or the like lets the number stand for others."""
        return self.quantity.approximate or any(
            c.i < self.number.i and c.dep in ("advmod", "quantmod") for c in self.number.children
        )


def quantities(reading: Reading, index: int) -> tuple[Quantity, ...]:
    """Return the quantities of the block with this index."""
    block = reading.blocks[index].span
    return find_quantities(block.cut(reading.text), block.start)


def counts(reading: Reading, index: int) -> Iterator[Count]:
    """Yield the counted nouns of the block with this index. Needs `parse`.

    Percentages and sums of money count nothing.
    """
    tokens = {token.start: token for token in reading.parses[index]}
    for quantity in quantities(reading, index):
        if quantity.unit is not None or quantity.noun_span is None:
            continue
        number, noun = (tokens.get(s.start) for s in (quantity.span, quantity.noun_span))
        if number is not None and noun is not None and noun.pos in ("NOUN", "PROPN"):
            yield Count(quantity, number, noun)


def particulars(noun: Token) -> set[str]:
    """Return the words that say which things are counted: "fishing" in "five fishing boats"."""
    return {c.lower for c in noun.children if c.dep in ("amod", "compound", "nmod")}
