"""structure.dateline-style."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Literal

from newslint.checks import _houses as houses
from newslint.checks._datelines import Dateline, dateline_of
from newslint.finding import Edit, Fix, Problem, Severity
from newslint.reading import Reading
from newslint.rule import Example, Rule


class DatelineStyle(Rule):
    """Write the dateline as the house does, or leave it out.

    A dateline tells the reader where the reporter stood. `form` is `ap` (`OSLO (AP) —`, the
    agency may be left out), `reuters` (`OSLO, May 3 (Reuters) -`) or `none`. A story without
    a dateline is left alone: that a reporter was there is not for newslint to know.
    """

    id: str = "structure.dateline-style"
    message: str = "The house writes the dateline “%s”."
    severity: Severity = Severity.SUGGESTION
    form: Literal["ap", "reuters", "none"] = "ap"

    on: ClassVar = False
    fixes: ClassVar = "safe"
    standards: ClassVar = houses.HOUSES
    examples: ClassVar = (
        Example(
            "[[OSLO (AP) -]] The ferry is back.",
            fixed="OSLO (AP) — The ferry is back.",
        ),
        Example(
            "[[Oslo, Norway (AP) –]] The ferry is back.",
            fixed="OSLO, Norway (AP) — The ferry is back.",
        ),
        Example(
            "[[OSLO, May 3 (Reuters) —]] The ferry is back.",
            fixed="OSLO, May 3 (Reuters) - The ferry is back.",
            options=(("form", "reuters"),),
        ),
        Example("[[OSLO (Reuters) -]] The ferry is back.", options=(("form", "reuters"),)),
        Example("[[OSLO —]] The ferry is back.", options=(("form", "none"),)),
        Example("OSLO (AP) — The ferry is back. OSLO - the port - slept."),
        Example("The ferry is back - at last."),
        Example("Anna Lind - the mayor - is back.", options=(("form", "none"),)),
    )

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield the dateline if it has another form."""
        dateline = dateline_of(reading.article)
        if dateline is None:
            return
        written = dateline.span.cut(reading.text)
        if self.form == "none":
            message = "The house prints no dateline: say in the story where it happens."
            yield self.problem(dateline.span, message=message)
            return
        right = _ap(dateline) if self.form == "ap" else _reuters(dateline)
        if right is None:
            message = "The house writes the dateline with day and agency: “%s, May 3 (Reuters) -”."
            yield self.problem(dateline.span, dateline.city.upper(), message=message)
        elif " ".join(written.split()) != right:
            # To leave out the day takes something away from the reader.
            safe = self.form == "reuters" or dateline.date is None
            fix = Fix((Edit(dateline.span, right),), safe)
            yield self.problem(dateline.span, right, fix=fix)


def _ap(dateline: Dateline) -> str:
    agency = f" ({dateline.agency})" if dateline.agency else ""
    return f"{dateline.city.upper()}{dateline.region}{agency} —"


def _reuters(dateline: Dateline) -> str | None:
    if dateline.date is None or dateline.agency is None:
        return None
    return f"{dateline.city.upper()}{dateline.region}, {dateline.date} ({dateline.agency}) -"
