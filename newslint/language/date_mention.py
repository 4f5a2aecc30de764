"""What a date in a text may be."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from newslint.span import Span

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


class DateKind(StrEnum):
    """What a mention of a date names."""

    DAY = "day"  # October 27, with or without a year
    MONTH = "month"
    YEAR = "year"
    WEEKDAY = "weekday"
    RELATIVE = "relative"  # yesterday, last week, three days ago, recently
    RANGE = "range"  # from Friday to Sunday


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date as written. `span` covers all of it.

    `month` and `day` count from 1; `weekday` from 0, Monday, also where it stands beside a
    day of the month. `ambiguous` marks 4/5/2025, which is read month first. `relation` is
    `last`, `this`, `next`, `the` ("over the weekend"), `ago` or `ahead`, or for a word that
    names no day the word itself (`recently`). `unit` is `day`, `week`, `weekend`, `month`,
    `quarter`, `year` or a season; `amount` how many of them, or None where that is vague.
    `part` is `earlier` or `later`, as in "earlier this week". A range has only `first` and
    `last`.
    """

    span: Span
    kind: DateKind
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    relation: str | None = None
    unit: str | None = None
    amount: int | None = None
    part: str | None = None
    ambiguous: bool = False
    first: DateMention | None = None
    last: DateMention | None = None
