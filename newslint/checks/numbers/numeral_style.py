"""numbers.numeral-style."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from pydantic import Field

from newslint.checks import _houses as houses
from newslint.checks._phrases import vocabulary
from newslint.checks._prose import is_writers_own
from newslint.checks._support import prose
from newslint.finding import Edit, Fix, Problem, Severity
from newslint.language.lazy_regex import LazyRegex
from newslint.language.numbers import Quantity, find_quantities
from newslint.reading import Reading
from newslint.rule import Example, Rule
from newslint.span import Span

_ONES = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]

# A number beside these is part of a range, a measure or a vote, which houses write in figures.
_JOINED_BEFORE = LazyRegex(r"(?:\d\s*(?:to|or|and|by|in|out of|[-–—/,x×])\s*|[-–—/.,:$£€#])$")
_JOINED_AFTER = LazyRegex(r"\s*(?:to|or|by|[-–—/x×])\s*\d|[-–—/.:%]\w")
_OLD = LazyRegex(r"\s+\w+\s+(?:old|of age)\b")
_FEW = 30  # characters before and after a number that are looked at


class NumeralStyle(Rule):
    """Write small numbers in words and larger ones in figures.

    One story that has "4 boats" and "four boats" looks unread. Only whole numbers that count
    something are looked at: ages, measures, dates, times, money, percentages, votes and
    ranges have rules of their own in every house. A number that opens a sentence stays in
    words. `words_up_to` is the largest number that the house writes in words.
    """

    id: str = "numbers.numeral-style"
    message: str = "The house writes “%s” here, not “%s”."
    severity: Severity = Severity.SUGGESTION
    words_up_to: int = Field(9, ge=0, le=98)

    on: ClassVar = False
    needs: ClassVar = frozenset({"quotations", "sentences"})
    fixes: ClassVar = "safe"
    standards: ClassVar = houses.HOUSES
    examples: ClassVar = (
        Example("The storm sank [[4]] boats.", fixed="The storm sank four boats."),
        Example("Nobody missed the [[twenty-five]] rafts.", fixed="Nobody missed the 25 rafts."),
        Example(
            "The storm sank [[12]] boats.",
            fixed="The storm sank twelve boats.",
            options=(("words_up_to", 20),),
        ),
        Example("The storm sank four boats and 12 rafts. Twelve crews and a dozen gulls lived."),
        Example("The boys, 4 and 9 years old, walked 3 miles. The vote was 5-4, or 1 in 4."),
        Example('"It sank 4 boats," Lind said of storm 7, which came on 4 May at 5 p.m.'),
    )

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield each counted number that is written the other way."""
        for _, block in prose(reading):
            text = block.span.cut(reading.text)
            for quantity in find_quantities(text):
                if not _counts(quantity, text):
                    continue
                written = quantity.span.cut(text)
                value = int(quantity.value)
                place = quantity.span.shifted(block.span.start)
                opens = self._opens(reading, place)
                if written.isdigit() and value <= self.words_up_to:
                    right = spelt(value).capitalize() if opens else spelt(value)
                elif self.words_up_to < value < 100 and written == spelt(value) and not opens:
                    right = str(value)
                else:
                    continue
                if is_writers_own(reading, place):
                    yield self.problem(place, right, written, fix=Fix((Edit(place, right),), True))

    def _opens(self, reading: Reading, place: Span) -> bool:
        sentence = reading.sentence_at(place.start)
        return sentence is not None and sentence.span.start == place.start


def spelt(value: int) -> str:
    """Return a whole number from 0 to 99 in words."""
    if value < 20:
        return _ONES[value]
    tens, ones = divmod(value, 10)
    return _TENS[tens - 2] + (f"-{_ONES[ones]}" if ones else "")


def _counts(quantity: Quantity, text: str) -> bool:
    """Return whether the number counts things that are no measure."""
    if quantity.unit is not None or quantity.noun is None or quantity.value.denominator != 1:
        return False
    before = text[max(0, quantity.span.start - _FEW) : quantity.span.start]
    after = text[quantity.span.end : quantity.span.end + _FEW]
    if _JOINED_BEFORE.search(before) or _JOINED_AFTER.match(after) or _OLD.match(after):
        return False
    return not any(w in vocabulary("measures", "units") for w in quantity.noun.lower().split())
