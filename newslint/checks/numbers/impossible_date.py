"""numbers.impossible-date."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from typing import ClassVar

from newslint.finding import Problem, Severity
from newslint.language.dates import MONTHS, DateKind, DateMention, find_dates
from newslint.reading import Reading
from newslint.rule import Example, Rule

_LEAP = 2000


class ImpossibleDate(Rule):
    """Name only days that the calendar has.

    There is no 31 April, and no 29 February but in leap years. Such a date is a slip of the
    keys, and nobody can tell which day was meant.
    """

    id: str = "numbers.impossible-date"
    message: str = "%s has %s days: check the date."
    severity: Severity = Severity.ERROR

    reach: ClassVar = "block"

    standards: ClassVar = ("https://www.ap.org/about/news-values-and-principles/",)
    examples: ClassVar = (
        Example("The bridge will open on [[31 April]], the board said."),
        Example("The bridge was shut on [[February 29, 2023]], after a storm."),
        Example("The bridge was shut on February 29, 2024, after a storm."),
        Example("The bridge will open on 30 April. Frost is likely until the 31st."),
        Example("The joke says that he was born on 30 February."),
    )

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield a problem at each day that its month does not have."""
        for block in reading.blocks:
            for mention in find_dates(block.span.cut(reading.text), block.span.start):
                for day in (mention, mention.first, mention.last):
                    if day is None or day.kind is not DateKind.DAY or day.ambiguous:
                        continue
                    if day.month is None or day.day is None:
                        continue
                    # 30 February is never a slip: it is a way to say "never".
                    days = monthrange(day.year or _LEAP, day.month)[1]
                    if day.day > days and not (day.month == 2 and day.day > 29):
                        yield self.problem(mention.span, _month(day), str(days))
                        break


def _month(day: DateMention) -> str:
    name = MONTHS[(day.month or 1) - 1]
    return f"{name} {day.year}" if day.year else name
