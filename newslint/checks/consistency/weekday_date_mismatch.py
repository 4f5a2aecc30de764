"""consistency.weekday-date-mismatch."""

from __future__ import annotations

import datetime
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import ClassVar

from newslint.checks._days.weekdays import is_ahead, odd_weekdays
from newslint.finding import Problem, Related, Severity
from newslint.language.dates import MONTHS, WEEKDAYS, DateKind, DateMention, find_dates, resolve
from newslint.language.lazy_regex import LazyRegex
from newslint.reading import Reading
from newslint.rule import Example, Rule
from newslint.span import Span

# Words that tie a weekday to dates named before: "the last of these flights was on Friday".
_TIE = LazyRegex(
    r"\b(?:last|final|latest|first|second|third|most\srecent|one|all|both|each|none)\s(?:one\s)?of\s"
    r"(?:these|those|them|the)\b",
    re.IGNORECASE,
)
# The office was told on 12 May, a Friday
_AFTER = LazyRegex(
    rf",\s(?:which\s(?:is|was|will\sbe)\s)?(?P<whole>an?\s(?P<day>{'|'.join(WEEKDAYS)}))(?=[,.;)])"
)
# Saturday's general election, held on 14 June
_BEFORE = LazyRegex(
    rf"\b(?P<day>{'|'.join(WEEKDAYS)})[’']s\s(?:[a-z-]+\s){{0,3}}[a-z-]+,\s"
    r"(?:which\swas\s)?(?:held|played|called|fought|dated|recorded)\son\s$"
)
_NEAR = 300  # characters before a weekday in which its tie may stand
_LEAD = 80  # characters before a date in which the weekday may stand whose thing it was
_SOON = 60  # days from the article in which a date without a year is the nearest one
_YEAR = 366
_SURE = 1930  # before, a date may be of the old calendar


class WeekdayDateMismatch(Rule):
    """Check weekdays against the calendar.

    A weekday and a date that do not go together mean that one of them is wrong, and readers
    plan by both. Checked are a weekday beside a date ("Monday, 4 March 2031") and a weekday
    on which one of several things happened that were dated just before ("between 4 and 6
    March ... the last of these on Friday"). A date without a year is taken to be the one
    nearest to the article's own date; without that, such a pair cannot be checked, which is
    reported once.
    """

    id: str = "consistency.weekday-date-mismatch"
    message: str = "%s is a %s: check the weekday and the date."
    severity: Severity = Severity.ERROR

    needs: ClassVar = frozenset({"sentences", "quotations", "parse", "date"})
    standards: ClassVar = ("https://www.ap.org/about/news-values-and-principles/",)
    exact: ClassVar[str] = "the calendar says which day it was"
    examples: ClassVar = (
        Example("The bridge was shut on [[Monday, March 5, 2030]], after a storm."),
        Example("The fair opens on [[Friday, 6 March]].", date="2030-03-02"),
        Example("The fair will open on [[Wednesday, 6 June]].", date="2030-03-02"),
        Example(
            "It rained on [[Wednesday, 6 March]], and on Thursday, 7 March. It was dry on"
            " [[Sunday, 9 March]]."
        ),
        Example(
            "The ferry ran aground three times between March 4 and March 7. The last of these"
            " groundings was on [[Sunday]], the harbour master said.",
            date="2030-03-12",
        ),
        Example(
            "The ferry ran aground three times between March 4 and March 7. The last of these"
            " groundings was on [[Sunday]], the harbour master said."
        ),
        Example("The fair opens on 6 March, [[a Friday]].", date="2030-03-02"),
        Example("The fair opens on 6 March, a Wednesday.", date="2030-03-02"),
        Example("The bridge was shut on Tuesday, March 5, 2030, after a storm."),
        Example(
            "The ferry ran aground three times between March 4 and March 7. The last of these"
            " groundings was on Thursday.",
            date="2030-03-12",
        ),
        Example(
            "The ferry ran aground twice between March 4 and March 7. It will sail on Sunday.",
            date="2030-03-12",
        ),
        Example("The fair opens on Wednesday, 6 March.", date="2030-03-02"),
        Example("In 1976 the ban ended on a Tuesday, 31 August.", date="2025-07-02"),
    )

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield a problem at each pair that the calendar rules out."""
        anchor = reading.date.date if reading.date is not None else None
        open_pair: Problem | None = None
        if anchor is None:
            yield from self._undated(reading)
        for index, block in enumerate(reading.blocks):
            mentions = find_dates(block.span.cut(reading.text), block.span.start)
            years = {m.year for m in mentions if m.year is not None}
            for found in mentions:
                mention = _with_weekday_after(reading, found)
                if mention.kind is not DateKind.DAY or mention.weekday is None:
                    continue
                if mention.year is None and anchor is None:
                    open_pair = open_pair or self._unchecked(reading, mention.span, mention.span)
                    continue
                problem = self._explicit(reading, mention, anchor, years)
                if problem is not None:
                    yield problem
            for weekday, dates in _tied(reading, index, mentions):
                if anchor is None and dates.first is not None and dates.first.year is None:
                    open_pair = open_pair or self._unchecked(reading, weekday.span, dates.span)
                    continue
                problem = self._outside(weekday, dates, anchor)
                if problem is not None:
                    yield problem
        if open_pair is not None:
            yield open_pair

    def _undated(self, reading: Reading) -> Iterator[Problem]:
        """Yield the one weekday and date that no year has which has all the others."""
        for odd, usual in odd_weekdays(reading):
            here, there = (" ".join(span.cut(reading.text).split()) for span in (odd, usual))
            yield self.problem(
                odd,
                message=f"No year has both “{here}” and “{there}”: check the weekdays.",
                related=(Related(usual, f"“{there}” here"),),
                at_most=Severity.WARNING,
            )

    def _explicit(
        self, reading: Reading, mention: DateMention, anchor: datetime.date | None, years: set[int]
    ) -> Problem | None:
        day = resolve(mention, anchor or datetime.date(mention.year or 1, 1, 1))
        if not isinstance(day, datetime.date) or day.weekday() == mention.weekday:
            return None
        if mention.year is None and anchor is not None and _other_year(mention, day, anchor):
            # Who looks ahead means the next such day; that of last year is over.
            ahead = anchor < day and is_ahead(reading, mention.span)
            if not ahead or _other_year(mention, day, anchor, back=False):
                return None
        if mention.year is None and _of_own_year(reading, mention):
            return None
        # Where the year is a guess and the paragraph speaks of another one, so may the date.
        guess = mention.year is None and bool(years - {day.year})
        unsure = guess or day.year < _SURE or reading.quotations.touches(mention.span)
        return self.problem(
            mention.span,
            _written(day),
            WEEKDAYS[day.weekday()],
            at_most=Severity.WARNING if unsure else None,
        )

    def _outside(
        self, weekday: DateMention, dates: DateMention, anchor: datetime.date | None
    ) -> Problem | None:
        year = dates.first.year if dates.first is not None else None
        days = resolve(dates, anchor or datetime.date(year or 1, 1, 1))
        if not isinstance(days, tuple) or (days[1] - days[0]).days >= 6:
            return None
        length = (days[1] - days[0]).days + 1
        within = {(days[0].weekday() + i) % 7 for i in range(length)}
        if weekday.weekday is None or weekday.weekday in within:
            return None
        first, last = (WEEKDAYS[d.weekday()] for d in days)
        return self.problem(
            weekday.span,
            message=(
                f"{WEEKDAYS[weekday.weekday]} is not among the days named before, {first}"
                f" {_written(days[0])} to {last} {_written(days[1])}: check both."
            ),
            related=(Related(dates.span, "these days"),),
        )

    def _unchecked(self, reading: Reading, weekday: Span, dates: Span) -> Problem:
        words = " ".join(weekday.cut(reading.text).split())
        related = () if dates == weekday else (Related(dates, "the dates it belongs to"),)
        return self.problem(
            weekday,
            message=(
                f"“{words}” cannot be checked: the article has no date, so the year is unknown."
            ),
            at_most=Severity.WARNING,
            related=related,
        )


def _with_weekday_after(reading: Reading, mention: DateMention) -> DateMention:
    """Return a date with the weekday that is told of it: "12 May, a Friday".

    Also "Saturday's vote, held on 14 June".
    """
    if mention.kind is not DateKind.DAY or mention.weekday is not None:
        return mention
    after = _AFTER.match(reading.text, mention.span.end)
    if after is None:
        start = mention.span.start
        before = _BEFORE.search(reading.text, max(0, start - _LEAD), start)
        if before is None:
            return mention
        whole = Span(before.start("day"), mention.span.end)
        return replace(mention, weekday=WEEKDAYS.index(before["day"]), span=whole)
    return replace(mention, weekday=WEEKDAYS.index(after["day"]), span=Span(*after.span("whole")))


def _of_own_year(reading: Reading, mention: DateMention) -> bool:
    """Return whether the sentence has a year that goes with both: "In 1976, on a Tuesday, ..."."""
    sentence = reading.sentence_at(mention.span.start)
    if sentence is None:
        return False
    for found in find_dates(sentence.span.cut(reading.text)):
        if found.kind is DateKind.YEAR and found.year is not None:
            day = resolve(replace(mention, year=found.year), datetime.date(found.year, 1, 1))
            if isinstance(day, datetime.date) and day.weekday() == mention.weekday:
                return True
    return False


def _other_year(
    mention: DateMention, day: datetime.date, anchor: datetime.date, back: bool = True
) -> bool:
    """Return whether the weekday fits a date without a year in the year before or after.

    Without `back`, only in the year after. Within `_SOON` days of the article nobody would
    leave out another year.
    """
    if abs((day - anchor).days) <= _SOON:
        return False
    years = (day.year - 1, day.year + 1) if back else (day.year + 1,)
    others = (resolve(replace(mention, year=year), anchor) for year in years)
    return any(
        isinstance(other, datetime.date)
        and other.weekday() == mention.weekday
        and abs((other - anchor).days) <= _YEAR
        for other in others
    )


def _tied(
    reading: Reading, index: int, mentions: tuple[DateMention, ...]
) -> Iterator[tuple[DateMention, DateMention]]:
    """Yield each weekday that is said to be one of the days of a range just before it.

    Each comes with that range. The tie stands in the weekday's own sentence; the range in the
    same sentence or the one before, which may end the paragraph above.
    """
    before: Sequence[DateMention] = ()
    if index:
        above = reading.sentences_of(index - 1)
        if above:
            before = find_dates(above[-1].span.cut(reading.text), above[-1].span.start)
    starts = [m.span.start for m in mentions]
    for sentence in reading.sentences_of(index):
        first, last = sentence.span.start, sentence.span.end
        inside = mentions[bisect_left(starts, first) : bisect_left(starts, last)]
        ranges = [m for m in (*before, *inside) if _is_range_of_days(m)]
        for weekday in inside if ranges else ():
            if weekday.kind is not DateKind.WEEKDAY or weekday.relation is not None:
                continue
            ahead = Span(max(first, weekday.span.start - _NEAR), weekday.span.start)
            earlier = (m for m in reversed(ranges) if m.span.end <= weekday.span.start)
            dates = next(earlier, None)
            if dates is not None and _TIE.search(ahead.cut(reading.text)):
                yield weekday, dates
        before = inside


def _is_range_of_days(mention: DateMention) -> bool:
    return mention.first is not None and mention.first.kind is DateKind.DAY


def _written(day: datetime.date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
