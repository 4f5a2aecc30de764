"""numbers.duration-arithmetic."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import chain
from typing import ClassVar

from newslint.checks._days.after_events import lengths_after_events
from newslint.checks._days.beside_dates import beside_dates
from newslint.checks._days.called_by_age import called_by_age
from newslint.checks._days.date_gaps import wrong_gaps
from newslint.checks._days.dated_order import wrong_dates
from newslint.checks._days.dates_apart import dates_apart
from newslint.checks._days.day_counts import DAY_COUNTS, clock_times, wrong_hours, wrong_weekdays
from newslint.checks._days.days_reckoned import days_reckoned
from newslint.checks._days.distances import distances
from newslint.checks._days.elapsed import outside_window, wrong_spans
from newslint.checks._days.intervals import intervals
from newslint.checks._days.lengths_taken_up import lengths_taken_up
from newslint.checks._days.reckoned import reckoned
from newslint.checks._days.records_since import records_since
from newslint.checks._days.spans_of_time import WrongLength, wrong_lengths, wrong_orders
from newslint.checks._days.stretches import stretches_wrong
from newslint.checks._days.terms_agreed import terms_agreed
from newslint.checks._days.things_aged import things_aged
from newslint.checks._days.timeline import WrongTime, wrong_times
from newslint.checks._days.told_between import told_between
from newslint.checks._days.told_order import wrong_order
from newslint.checks._days.with_dates import with_dates
from newslint.checks._days.years_counted import miscounted_years
from newslint.checks._prose import is_writers_own
from newslint.checks._sums.works import works_told_twice
from newslint.finding import Problem, Related, Severity
from newslint.language.numbers import has_digit
from newslint.reading import Reading
from newslint.rule import Example, Rule
from newslint.span import Span

#: Sentences of which is remembered what they say by themselves: those of the article under work.
_SENTENCES = 2_048


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

    needs: ClassVar = frozenset({"sentences", "quotations", "parse", "date"})
    standards: ClassVar = ("https://www.ap.org/about/news-values-and-principles/",)
    examples: ClassVar = (
        Example("She came to the mill in 1966 and retired in [[2001, after 37 years]]."),
        Example("The [[six-day fair runs from 3 to 12 May]] on the quay."),
        Example("Lind has led the club [[since 2015, for ten years]].", date="2028-05-04"),
        Example("The [[three-year term that began in 2019 ends in 2023]]."),
        Example("The pool is open [[from 9am to 5pm, six hours]] in all, the board said."),
        Example("The office is shut [[from 19 to 12 May]]."),
        Example(
            "It was the first win since Boxing Day 2019, a wait of [[more than five years]].",
            date="2024-03-08",
        ),
        Example("The van was [[three years]] old, and new in 2019.", date="2026-03-08"),
        Example("The hall burned on Friday, [[three days]] after it was sold on Wednesday."),
        Example(
            "The barge sank at 7.20am on Monday. It was raised at noon, [[almost nine hours]]"
            " after it struck."
        ),
        Example(
            "Friday would be the fourth day in a row without rain; the dry spell began"
            " [[on Monday]]."
        ),
        Example("The barge sank on Sunday [[evening at 9.15am]], the harbour master said."),
        Example("It shut on 20 May, [[three weeks]] after it opened on 12 May.", date="2026-06-01"),
        Example(
            "Work is to start in the autumn. The mayor will turn the first sod [[this spring]]."
        ),
        Example("Ivo Lind (1611-1669) drew ferries. One is of [[1673]], late in his life."),
        Example(
            "She has run the mill since 2017. [[In all those 12 years]] it has never stood still.",
            date="2026-03-08",
        ),
        Example("They held a count over 14 days in May. That [[three-week count]] found nine."),
        Example("The board meets on [[9 July, a fortnight from now]].", date="2026-07-03"),
        Example("The offer came in November; it was signed [[six months later, in March]]."),
        Example("She bought the mill in 2004 and ran it for [[twelve years, until 2018]]."),
        Example("He led the choir from 1998 to 2011, a reign of [[nine years]]."),
        Example(
            "He called police in June 2024. He was charged in May 2025, [[seven months]] after the"
            " call."
        ),
        Example("The fair opens on Friday and runs for three days, [[until Monday]]."),
        Example("The vote was held on Wednesday. [[On Tuesday, a day after the vote]], he quit."),
        Example(
            "The pair married in 1976 and will mark their [[silver wedding]].", date="2026-05-04"
        ),
        Example(
            "He wrote on 19 February. The paper was signed on [[27 February, five days]] later.",
            date="2026-05-04",
        ),
        Example(
            "The ferry was boarded on 17 March. Lind has been in custody for [[four months]], since"
            " the ferry was boarded.",
            date="2026-05-04",
        ),
        Example(
            "He wrote on 19 February. The paper was signed on 27 February, eight days later.",
            date="2026-05-04",
        ),
        Example("She came to the mill in 1966 and retired in 2001, after 35 years."),
        Example("She bought the mill in 2004 and ran it for fourteen years, until 2018."),
        Example("They held a count over 21 days in May. That three-week count found nine."),
        Example(
            "The ferry was built in 1998. [[The 18-year-old ship]] was due to go.",
            date="2026-05-04",
        ),
        Example(
            "The ferry was built in 1998. The 28-year-old ship was due to go.", date="2026-05-04"
        ),
        Example("The board meets on 17 July, a fortnight from now.", date="2026-07-03"),
        Example("The six-day fair runs from 3 to 8 May. The pool is open from 10pm to 2am."),
        Example("Lind has led the club since 2015, for ten years.", date="2025-05-04"),
        Example(
            "It was the first win since May 2019, a wait of nearly five years.", date="2024-03-08"
        ),
        Example("The hall burned on Friday, two days after it was sold on Wednesday."),
        Example("He built it in 1990 and sold it in 2001, ten years before the flood."),
    )

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield a problem at each length or range that cannot be right."""
        anchor = reading.date.date if reading.date is not None else None
        before = ""
        block = -1
        times: list[int] = []
        marked: list[Span] = []
        bodies = (
            b for b in reading.blocks if b.is_body and not _is_byline(b.span.cut(reading.text))
        )
        lead = next((b.span.cut(reading.text) for b in bodies), "")
        counted_in = frozenset(reading.sentences_with(*DAY_COUNTS))
        for sentence in reading.sentences:
            text = sentence.span.cut(reading.text)
            if sentence.block != block:
                before, block = "", sentence.block
            start = sentence.span.start
            done: list[Span] = []
            for wrong in _wrong(text, anchor):
                place = with_dates(reading.text, wrong.span.shifted(start))
                done.append(place.shifted(-start))
                marked.append(place)
                yield self.problem(place, message=wrong.message)
            body = reading.blocks[block].is_body
            told_apart = _told_apart(text, before, anchor)
            if sentence in counted_in:
                told_apart = chain(
                    told_apart, wrong_weekdays(text, before, lead), wrong_hours(text, times)
                )
            for wrong in told_apart if body else ():
                place = wrong.span.shifted(start)
                if is_writers_own(reading, place) and not any(map(wrong.span.overlaps, done)):
                    whole = with_dates(reading.text, place)
                    done.append(whole.shifted(-start))
                    marked.append(whole)
                    yield self.problem(whole, message=wrong.message, at_most=Severity.WARNING)
            before = text
            times += clock_times(text) if body else []
        told: tuple[WrongTime, ...] = (
            *wrong_times(reading, anchor),
            *wrong_dates(reading, anchor),
        )
        for late in told:
            own = is_writers_own(reading, late.span)
            if own and not any(late.span.overlaps(span) for span in marked):
                marked.append(late.span)
                related = (Related(late.usual, "told here"),)
                yield self.problem(
                    late.span, message=late.message, related=related, at_most=Severity.WARNING
                )
        again = (
            *reckoned(reading, anchor),
            *lengths_after_events(reading, anchor),
            *intervals(reading, anchor),
            *records_since(reading, anchor),
            *days_reckoned(reading),
            *called_by_age(reading, anchor),
            *distances(reading),
            *terms_agreed(reading, anchor),
        )
        counted = (
            *works_told_twice(reading, anchor),
            *miscounted_years(reading),
            *lengths_taken_up(reading),
            *dates_apart(reading),
            *things_aged(reading),
            *beside_dates(reading),
            *stretches_wrong(reading, anchor),
            *wrong_order(reading, anchor),
            *(r for r in again if not any(map(r[2].overlaps, marked))),
        )
        found = [(with_dates(reading.text, at), at, why, usual) for at, why, usual in counted]
        dated = [f for f in found if f[0] != f[1]]
        for place, _, message, usual in (*dated, *(f for f in found if f not in dated)):
            if any(map(place.overlaps, marked)):
                continue
            marked.append(place)
            related = (Related(usual, "told here"),)
            yield self.problem(place, message=message, related=related, at_most=Severity.WARNING)


def _is_byline(text: str) -> bool:
    """Return whether a paragraph is a byline or a date line, and no sentence."""
    return not text.rstrip().endswith((".", "!", "?", "”", '"'))


@lru_cache(maxsize=_SENTENCES)
def _wrong(text: str, anchor: datetime.date | None) -> Sequence[WrongLength]:
    """Return what the sentence itself rules out."""
    if not has_digit(text):
        return ()
    lengths = wrong_lengths(text, anchor.year if anchor else None, anchor)
    return (*lengths, *wrong_orders(text))


def _told_apart(text: str, before: str, anchor: datetime.date | None) -> Iterator[WrongLength]:
    """Yield what the article's date, or what was said before, rules out."""
    if anchor is not None:
        yield from wrong_spans(text, anchor)
        yield from outside_window(text, before, anchor)
    yield from _gaps(text, anchor)
    yield from told_between(text, anchor)


@lru_cache(maxsize=_SENTENCES)
def _gaps(text: str, anchor: datetime.date | None) -> Sequence[WrongLength]:
    return tuple(wrong_gaps(text, anchor))
