"""numbers.percent-form."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Literal

from newslint.checks import _houses as houses
from newslint.finding import Edit, Fix, Problem, Severity
from newslint.language.lazy_regex import LazyRegex
from newslint.reading import Reading
from newslint.rule import Example, Rule

_PERCENT = LazyRegex(
    r"(?<![\w.,])(?P<figure>\d{1,15}(?:[.,]\d{1,9}){0,4})(?P<form>\s?%|\sper\s?cent\b)"
)


class PercentForm(Rule):
    """Write percentages as the house does: with the sign, as one word or as two.

    `form` is `%`, `percent` or `per cent`. Looked at are percentages in figures, in the
    story's own text; mixed forms within one article are reported by numbers.percent-style,
    for those who have no house style.
    """

    id: str = "numbers.percent-form"
    message: str = "The house writes “%s”, not “%s”."
    severity: Severity = Severity.SUGGESTION
    form: Literal["%", "percent", "per cent"] = "%"

    on: ClassVar = False
    needs: ClassVar = frozenset({"quotations"})
    fixes: ClassVar = "safe"
    standards: ClassVar = houses.HOUSES
    examples: ClassVar = (
        Example("Fares rose by [[4.5 percent]].", fixed="Fares rose by 4.5%."),
        Example(
            "Fares rose by [[4%]] to 6 per cent.",
            fixed="Fares rose by 4 per cent to 6 per cent.",
            options=(("form", "per cent"),),
        ),
        Example("Fares rose by 4%."),
        Example("“They rose by 4 percent,” Lind said. The percentage was 4 percentage points off."),
    )

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield each percentage in another form."""
        for block, text in houses.own_prose(reading):
            for match in _PERCENT.finditer(text):
                if text[match.end() :].startswith("age"):
                    continue
                right = match["figure"] + ("%" if self.form == "%" else f" {self.form}")
                place = houses.own_span(reading, block, *match.span())
                if " ".join(match[0].split()) == right or place is None:
                    continue
                yield self.problem(place, right, match[0], fix=Fix((Edit(place, right),), True))
