"""structure.missing-sign-off."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from newslint.checks import _standards as standards
from newslint.checks._desk import desk_field, field_place, is_answered, key_of
from newslint.checks._support import document_place
from newslint.finding import Problem, Severity
from newslint.reading import Reading
from newslint.rule import Example, Rule


class MissingSignOff(Rule):
    """Have an editor sign for the article, and a lawyer where the house asks for one.

    A second reader finds what the writer cannot see, and a name shows that there was one.
    The rule is off until a house demands it: by switching it on, or by naming its keys as
    `approved-by` and `legal-read` under `[front-matter]`. A value such as "no" or "pending"
    is no sign-off. `approved` and `legal` say which of the two are demanded.
    """

    id: str = "structure.missing-sign-off"
    message: str = "%s: write `%s` into the front matter once it is done."
    severity: Severity = Severity.ERROR
    approved: bool = True
    legal: bool = False

    on: ClassVar = False
    standards: ClassVar = (standards.REUTERS, standards.NEW_YORK_TIMES)
    examples: ClassVar = (
        Example("---\ntitle: [[Harbour bridge shut]]\n---\n\nIt closed at noon."),
        Example(
            "---\ntitle: Harbour bridge shut\napproved-by: [[pending]]\n---\n\nIt closed at noon."
        ),
        Example(
            "---\ntitle: [[Harbour bridge shut]]\napproved-by: Ada Lind\n---\n\nIt closed.",
            options=(("legal", True),),
        ),
        Example("---\ntitle: Harbour bridge shut\napproved-by: Ada Lind\n---\n\nIt closed."),
        Example(
            "---\ntitle: Bridge shut\napproved_by: Ada Lind\nlegal-read: 2031-03-04\n---\n\nShut.",
            options=(("legal", True),),
        ),
    )

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield one problem for each sign-off that is demanded and not there."""
        if self.approved:
            yield from self._missing(reading, "approved_by", "No editor has signed for this")
        if self.legal:
            yield from self._missing(reading, "legal_read", "No lawyer has read this")

    def _missing(self, reading: Reading, role: str, what: str) -> Iterator[Problem]:
        field = desk_field(reading.article, role)
        if is_answered(field):
            return
        key = key_of(reading.article, role)
        place = document_place(reading)
        if field is not None:
            yield self.problem(field_place(reading, field), what, key, in_source=True)
        elif place is not None:
            yield self.problem(place, what, key, document=True)
