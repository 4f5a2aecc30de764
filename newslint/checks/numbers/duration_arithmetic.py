"""numbers.duration-arithmetic."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from newslint.checks._spans_of_time import wrong_lengths, wrong_orders
from newslint.finding import Problem, Severity
from newslint.reading import Reading
from newslint.rule import Example, Rule


class DurationArithmetic(Rule):
    """Let how long something lasted agree with when it began and ended.

    "Came in 1966 and retired in 2001, after 37 years" has a wrong year or a wrong sum in it,
    and readers can tell. Checked are years, days and hours that stand beside the dates or
    times they are counted from; "since 2015, for ten years" and anniversaries are counted up
    to the article's own date, never today's. So are ranges that end before they begin.
    """

    id: str = "numbers.duration-arithmetic"
    message: str = "The dates and the length do not agree: check both."
    severity: Severity = Severity.ERROR

    needs: ClassVar = frozenset({"sentences", "date"})
    standards: ClassVar = ("https://www.ap.org/about/news-values-and-principles/",)
    examples: ClassVar = (
        Example("She came to the mill in 1966 and retired in [[2001, after 37 years]]."),
        Example("The [[six-day fair runs from 3 to 12 May]] on the quay."),
        Example("Lind has led the club [[since 2015, for ten years]].", date="2028-05-04"),
        Example("The [[three-year term that began in 2019 ends in 2023]]."),
        Example("The pool is open [[from 9am to 5pm, six hours]] in all, the board said."),
        Example("The office is shut [[from 19 to 12 May]]."),
        Example("She came to the mill in 1966 and retired in 2001, after 35 years."),
        Example("The six-day fair runs from 3 to 8 May. The pool is open from 10pm to 2am."),
        Example("Lind has led the club since 2015, for ten years.", date="2025-05-04"),
        Example("He built it in 1990 and sold it in 2001, ten years before the flood."),
    )

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield a problem at each length or range that cannot be right."""
        anchor = reading.date.date if reading.date is not None else None
        for sentence in reading.sentences:
            text = sentence.span.cut(reading.text)
            if not any(c.isdigit() for c in text):
                continue
            year = anchor.year if anchor else None
            for wrong in (*wrong_lengths(text, year, anchor), *wrong_orders(text)):
                yield self.problem(wrong.span.shifted(sentence.span.start), message=wrong.message)
