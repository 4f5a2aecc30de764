"""readability.quotation-grade."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from newslint.checks._support import document_place
from newslint.checks.readability._targets import _Targets
from newslint.finding import Problem, Severity
from newslint.reading import Reading
from newslint.rule import Example

_HARD = (
    "The municipal administration's preliminary environmental evaluation, notwithstanding"
    " considerable methodological uncertainties, anticipates an unprecedented intensification of"
    " commercial transportation requirements throughout the metropolitan area"
)


class QuotationGrade(_Targets):
    """Quote what readers can follow, and put the rest in your own words.

    Officials speak in documents. What they say may not be changed between quotation marks,
    but it may be paraphrased. Off unless it is switched on.
    """

    id: str = "readability.quotation-grade"
    message: str = "What is quoted is hard to read, %s: paraphrase some of it."
    severity: Severity = Severity.SUGGESTION
    max_grade: float | None = 16.0

    on: ClassVar = False
    needs: ClassVar = frozenset({"readability"})
    examples: ClassVar = (
        Example(f'# [[Lorries]]\n\n"{_HARD}," he said.', options=(("minimum_words", 10),)),
        Example(f'[["{_HARD}," he said.]]', options=(("minimum_words", 10),)),
        Example(f"# Lorries\n\n{_HARD}, he said.", options=(("minimum_words", 10),)),
        Example('# Lorries\n\n"They are loud," he said.', options=(("minimum_words", 3),)),
    )

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield one problem of the whole article if its quotations miss a target."""
        place = document_place(reading)
        told = self.misses(reading.quoted_readability) if place is not None else None
        if place is not None and told is not None:
            yield self.problem(place, told, document=True)
