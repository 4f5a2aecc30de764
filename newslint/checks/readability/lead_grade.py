"""readability.lead-grade."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from newslint.article import BlockKind
from newslint.checks.readability._targets import _Targets
from newslint.finding import Problem, Severity
from newslint.reading import Reading
from newslint.rule import Example

_HARD = (
    "The municipal administration's preliminary environmental evaluation, notwithstanding"
    " considerable methodological uncertainties, anticipates an unprecedented intensification of"
    " commercial transportation requirements throughout the metropolitan area"
)


class LeadGrade(_Targets):
    """Write a lead that can be read once.

    Most readers read the lead and little else. One sentence may carry much of the news, so
    the target is wider than that of the whole text. A lead that is a quotation is left alone.
    """

    id: str = "readability.lead-grade"
    message: str = "The lead is hard to read, %s: say less in it, in shorter words."
    severity: Severity = Severity.SUGGESTION
    max_grade: float | None = 22.0
    minimum_words: int = 20

    needs: ClassVar = frozenset({"readability"})
    standards: ClassVar = (
        "https://en.wikipedia.org/wiki/Flesch%E2%80%93Kincaid_readability_tests",
    )
    examples: ClassVar = (
        Example(f"[[{_HARD}]].\n\nLorries are loud."),
        Example(f"# Traffic to grow\n\n[[{_HARD}]].\n\nLorries are loud."),
        Example(f"The town will get more lorries, the mayor said.\n\n{_HARD}."),
        Example(f'"{_HARD}," the mayor said.'),
    )

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield a problem at the lead if it misses a target; its full stop is left out."""
        lead = next(
            (i for i, b in enumerate(reading.blocks) if b.kind is BlockKind.PARAGRAPH), None
        )
        told = self.misses(reading.readability_of([lead])) if lead is not None else None
        if lead is None or told is None:
            return
        first = reading.sentences_of(lead)[0].span
        end = first.start + len(first.cut(reading.text).rstrip().rstrip(".!?"))
        yield self.problem(type(first)(first.start, end), told)
