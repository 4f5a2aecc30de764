"""structure.embargo."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from newslint.article import Field
from newslint.checks._desk import desk_field, field_place, is_answered
from newslint.finding import Problem, Severity
from newslint.language.dates import DateKind, find_dates, resolve
from newslint.language.lazy_regex import LazyRegex
from newslint.reading import Reading
from newslint.rule import Example, Rule

_LIFTED = frozenset({"lifted", "over", "expired", "true", "yes"})
_CLOCK = LazyRegex(r"[T\s](\d{2}):?(\d{2})(?::?\d{2}(?:\.\d+)?)?\s?(Z|[+-]\d{2}:?\d{2})?\s*$")


class Embargo(Rule):
    """Do not date an article before its embargo ends.

    Whoever breaks an embargo loses the source. The end of the embargo, in the front matter,
    is compared with the article's own date (or `--date`), never with the day on which
    newslint runs: an article without a date is left alone. On one and the same day the times
    are compared if both are given in one time zone. A value that names no day is reported, for
    nobody can hold to it.
    """

    id: str = "structure.embargo"
    message: str = "The embargo ends on %s, the article is dated %s: hold it, or correct the date."
    severity: Severity = Severity.ERROR

    needs: ClassVar = frozenset({"date"})
    standards: ClassVar = ("https://www.eurekalert.org/embargo",)
    examples: ClassVar = (
        Example("---\ndate: 2031-03-04\nembargo: [[2031-03-06]]\n---\n\nThe mill is sold."),
        Example("---\nembargo: '[[6 March 2031]]'\n---\n\nThe mill is sold.", date="2031-03-04"),
        Example(
            "---\ndate: 2031-03-04T08:00Z\nembargo: [[2031-03-04T10:30Z]]\n---\n\nThe mill is sold."
        ),
        Example("---\ndate: 2031-03-04\nembargo: [[until the vote]]\n---\n\nThe mill is sold."),
        Example("---\ndate: 2031-03-06\nembargo: 2031-03-06\n---\n\nThe mill is sold."),
        Example("---\nembargo: 2031-03-06\n---\n\nThe mill is sold."),
        Example("---\ndate: 2031-03-04\nembargo: lifted\n---\n\nThe mill is sold."),
    )

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield the end of the embargo if the article is dated before it."""
        field = desk_field(reading.article, "embargo")
        if field is None or not is_answered(field) or field.value.strip().lower() in _LIFTED:
            return
        place = field_place(reading, field)
        ends = next(
            (
                resolve(m, reading.date.date)
                for m in find_dates(field.value[:200])
                if reading.date is not None and m.kind is DateKind.DAY
            ),
            None,
        )
        if ends is None:
            if not any(m.kind is DateKind.DAY for m in find_dates(field.value[:200])):
                message = "This embargo names no day: give the date on which it ends."
                yield self.problem(place, message=message, in_source=True, at_most=Severity.WARNING)
            return
        anchor = reading.date
        if anchor is None or isinstance(ends, tuple):
            return
        early = anchor.date < ends
        if anchor.date == ends and anchor.origin == "front matter":
            early = _is_later(field, desk_field(reading.article, "date"))
        if early:
            yield self.problem(place, _words(field), anchor.date.isoformat(), in_source=True)


def _is_later(field: Field, other: Field | None) -> bool:
    """Return whether `field` names a later time of day than `other`, in the same time zone."""
    one = _CLOCK.search(field.value.strip())
    two = _CLOCK.search(other.value.strip()) if other is not None else None
    if one is None or two is None or one[3] != two[3]:
        return False
    return (one[1], one[2]) > (two[1], two[2])


def _words(field: Field) -> str:
    return " ".join(field.value.split())
