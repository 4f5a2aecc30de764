"""consistency.event-conflict."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import ClassVar

from newslint.checks._days.dated_deeds import dated_deeds
from newslint.checks._days.deeds_and_ends import deeds_after_ends
from newslint.checks._days.event_days import events_called_by_day
from newslint.checks._facts.clauses import (
    particulars_of,
    speak_apart,
)
from newslint.checks._facts.events import Told, events_told, lead_told
from newslint.finding import Problem, Related, Severity
from newslint.language.tokens import Token
from newslint.reading import Reading
from newslint.rule import Example, Rule
from newslint.span import Span

_NEAR = 200  # days: two dates further apart are of two events


class EventConflict(Rule):
    """Let one event happen on one day and in one place.

    "The crash happened on Monday" above and "the crash, which happened on Tuesday" below
    cannot both be right. Compared are sentences that say the same of the same thing, in the
    same tense; where one has "again", "another", "first", "postponed" or the like, two
    events may be meant, and nothing is said. What must come first (a report is ordered, then
    published) may not have the later date.
    """

    id: str = "consistency.event-conflict"
    message: str = "“%s” here, “%s” elsewhere, of the same event: check which is right."
    severity: Severity = Severity.WARNING

    needs: ClassVar = frozenset({"names", "quotations", "sentences", "attributions", "date"})
    standards: ClassVar = ("https://www.ipso.co.uk/editors-code-of-practice/",)
    examples: ClassVar = (
        Example(
            "The crash happened on Monday. The road was shut.\n\nThe crash was on [[Tuesday]]."
        ),
        Example("The shop will open on 3 March. It is full.\n\nThe shop opens on [[13 March]]."),
        Example("The talks were held in Halle. It rained.\n\nThe talks were held in [[Hamm]]."),
        Example(
            "The vote was taken on Tuesday. It rained.\n\nAda Lind wept after [[Wednesday's vote]]."
        ),
        Example("The report was published in May 2023. The board ordered it in [[October 2023]]."),
        Example("Piet Roy died in 2009. [[In 2015 Roy told]] a friend that the dam was safe."),
        Example("The report was published in May 2023. The board ordered it in October 2021."),
        Example("Piet Roy died in 2009. In 2015 his brother told a friend that the dam was safe."),
        Example("The council met on Monday. The council will meet on Friday."),
        Example("The first crash happened on Monday. The second crash happened on Tuesday."),
        Example("The fire began on Friday. The fire was put out on Saturday."),
    )

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield a problem at each later telling that differs from the first of its kind."""
        told = sorted((*events_told(reading), *lead_told(reading)), key=lambda t: t.span)
        values: dict[Token, dict[str, object]] = {}
        for telling in told:
            values.setdefault(telling.verb, {}).setdefault(telling.kind, telling.value)
        done: set[Span] = set()
        for at, later in enumerate(told):
            if later.span in done:
                continue
            rivals = [
                t
                for t in told[:at]
                if t.kind == later.kind and t.verb is not later.verb and _same_event(t, later)
            ]
            if not rivals or any(t.value == later.value for t in rivals):
                continue
            first = rivals[0]
            mine, theirs = values[first.verb], values[later.verb]
            if sum(mine[kind] != theirs[kind] for kind in mine.keys() & theirs.keys()) > 1:
                continue  # another day and another place: another event
            if _are_set_apart(reading, first, later):
                continue
            if not _differ(first, later) or speak_apart(reading, first.noun, later.noun):
                continue
            done.add(later.span)
            here, there = (" ".join(t.span.cut(reading.text).split()) for t in (later, first))
            yield self.problem(
                later.span, here, there, related=(Related(first.span, f"“{there}” here"),)
            )
        for odd, usual in events_called_by_day(reading):
            if not any(odd.overlaps(span) for span in done):
                here, there = (span.cut(reading.text) for span in (odd, usual))
                done.add(odd)
                yield self.problem(odd, here, there, related=(Related(usual, f"“{there}” here"),))
        today = reading.date.date if reading.date is not None else None
        for odd, message, usual in (*dated_deeds(reading, today), *deeds_after_ends(reading)):
            if not any(odd.overlaps(span) for span in done):
                done.add(odd)
                yield self.problem(odd, message=message, related=(Related(usual, "told here"),))


def _same_event(one: Told, other: Told) -> bool:
    if (one.act, one.thing, one.time) != (other.act, other.thing, other.time):
        return False
    if one.agent and other.agent and one.agent != other.agent:
        return False
    if _of(one.noun) != _of(other.noun):
        return False
    mine, theirs = particulars_of(one.noun), particulars_of(other.noun)
    return mine <= theirs or theirs <= mine


def _are_set_apart(reading: Reading, one: Told, other: Told) -> bool:
    """Return whether each place opens its sentence: "In Leck pay is low. In Orrin it is high."."""
    return all(reading.text[: told.span.start].endswith("In ") for told in (one, other))


def _of(noun: Token) -> str:
    """Return what an event is of: "the strike of 2021"."""
    return next((p.lower for c in noun.children if c.lower == "of" for p in c.children), "")


def _differ(one: Told, other: Told) -> bool:
    """Return whether two values of one kind rule each other out."""
    if isinstance(one.value, datetime.date) and isinstance(other.value, datetime.date):
        return abs((one.value - other.value).days) <= _NEAR
    return True
