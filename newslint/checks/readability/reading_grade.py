"""readability.reading-grade."""

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
    " considerable methodological uncertainties, anticipates an unprecedented intensification"
    " of commercial transportation requirements throughout the metropolitan area."
)


class ReadingGrade(_Targets):
    """Write so that a reader of ordinary schooling can follow.

    The Flesch-Kincaid grade estimates from the length of words and sentences how many years
    of school a text asks for. Long quotations are not counted: they are not the writer's.
    Texts shorter than `minimum_words` give no reliable figure. Each profile has its own
    target. Other measures, and the length of sentences and paragraphs, may be given one, too.
    """

    id: str = "readability.reading-grade"
    message: str = "The text is hard to read, %s: shorten sentences and words."
    severity: Severity = Severity.SUGGESTION
    max_grade: float | None = 15.5

    needs: ClassVar = frozenset({"readability"})
    standards: ClassVar = (
        "https://en.wikipedia.org/wiki/Flesch%E2%80%93Kincaid_readability_tests",
    )
    exact: ClassVar[str] = "a published formula is computed"
    examples: ClassVar = (
        Example(f"[[{_HARD}]]", options=(("minimum_words", 10),)),
        Example(f"# [[Traffic to grow]]\n\n{_HARD}", options=(("minimum_words", 10),)),
        Example(
            "The town will get more lorries. A new road may help, the mayor said.",
            options=(("minimum_words", 10),),
        ),
        Example(_HARD),
    )

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield one problem of the whole article if it misses a target."""
        place = document_place(reading)
        told = self.misses(reading.readability) if place is not None else None
        if place is not None and told is not None:
            yield self.problem(place, told, document=True)
