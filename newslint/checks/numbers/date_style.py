"""numbers.date-style."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar, Literal

from newslint.checks import _houses as houses
from newslint.checks._datelines import dateline_of
from newslint.finding import Edit, Fix, Problem, Severity
from newslint.language.lazy_regex import LazyRegex
from newslint.reading import Reading
from newslint.rule import Example, Rule

_MONTH = houses.MONTH_PATTERN
_DAY = r"(?P<day>\d{1,2}(?:[-–]\d{1,2})?)(?:st|nd|rd|th)?"
_YEAR = r"(?:(?P<comma>,?)\s(?P<year>[12]\d{3})\b)?"
_PATTERNS = {
    "month-day": LazyRegex(rf"\b(?P<month>{_MONTH})\s{_DAY}(?![\w:%]|[.,]\d){_YEAR}"),
    "day-month": LazyRegex(rf"(?<![\w.,:/-]){_DAY}\s(?:of\s)?(?P<month>{_MONTH})(?![a-z]){_YEAR}"),
}


_DATE_LINE = 2  # words beside a date in the line that dates the article: "Published Monday"


class DateStyle(Rule):
    """Write the day, the month and the year in the order and form of the house.

    Readers take 5 June and June 5 equally well, but not both in one paper. `order` is
    `month-day` (June 5, 2031) or `day-month` (5 June 2031). `months` is `full`, `short` (Jan.,
    Feb., Aug., Sept., Oct., Nov. and Dec. before a day) or `any`. Ordinals (5th June) are no
    house's style. Months without a day, the dateline and a line of its own are left alone.
    """

    id: str = "numbers.date-style"
    message: str = "The house writes “%s”, not “%s”."
    severity: Severity = Severity.SUGGESTION
    order: Literal["month-day", "day-month"] = "month-day"
    months: Literal["any", "full", "short"] = "any"

    on: ClassVar = False
    needs: ClassVar = frozenset({"quotations", "sentences"})
    fixes: ClassVar = "safe"
    standards: ClassVar = houses.HOUSES
    examples: ClassVar = (
        Example(
            "The mill burnt on [[4 October]], before noon.",
            fixed="The mill burnt on October 4, before noon.",
        ),
        Example(
            "The mill burnt on [[October 4, 2031]].",
            fixed="The mill burnt on 4 October 2031.",
            options=(("order", "day-month"), ("months", "full")),
        ),
        Example(
            "It burnt on [[October 4th]] and again on [[Sep 9]].",
            fixed="It burnt on Oct. 4 and again on Sept. 9.",
            options=(("months", "short"),),
        ),
        Example("The mill burnt on October 4, 2031, and was rebuilt in May 2033."),
        Example(
            "It burnt on Oct. 4 and on March 5, in October 2031.", options=(("months", "short"),)
        ),
        Example("“It was the 4th of October,” Lind said. Was it in October? In October 2031."),
    )

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield each date in another order or form."""
        dateline = dateline_of(reading.article)
        for block, text in houses.own_prose(reading):
            taken = -1
            found = [(m, order) for order, p in _PATTERNS.items() for m in p.finditer(text)]
            # In "4 May 5 boats sank" the first reading wins.
            for match, order in sorted(found, key=lambda pair: pair[0].span()):
                beside = text[: match.start()] + text[match.end() :]
                if match.start() < taken or len(beside.split()) <= _DATE_LINE:
                    continue
                taken = match.end()
                right = self._right(match)
                place = houses.own_span(reading, block, *match.span())
                if place is None or " ".join(match[0].split()) == right:
                    continue
                if dateline is not None and dateline.span.overlaps(place):
                    continue
                # With a year, the comma that must follow it changes too.
                safe = match["year"] is None or order == self.order
                point = match[0].endswith(".") and houses.ends_sentence(reading, place.end)
                fix = Fix((Edit(place, right + "." * point),), safe)
                yield self.problem(place, right, match[0], fix=fix)

    def _right(self, match: re.Match[str]) -> str:
        month = match["month"]
        if self.months != "any":
            full = houses.month_named(month)
            month = full if self.months == "full" else houses.SHORT_MONTHS[full]
        day, year = match["day"].lstrip("0"), match["year"]
        if self.order == "month-day":
            return f"{month} {day}" + (f", {year}" if year else "")
        return f"{day} {month}" + (f" {year}" if year else "")
