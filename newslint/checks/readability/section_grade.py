"""readability.section-grade."""

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
    " commercial transportation requirements throughout the metropolitan area."
)


class SectionGrade(_Targets):
    """Write each section so that it can be followed.

    A text may be easy on the whole and lose its readers in one section, often the one that
    explains. The mark stands on the heading of the section.
    """

    id: str = "readability.section-grade"
    message: str = "The section “%s” is hard to read, %s: shorten sentences and words."
    severity: Severity = Severity.SUGGESTION
    max_grade: float | None = 18.0

    needs: ClassVar = frozenset({"readability"})
    standards: ClassVar = (
        "https://en.wikipedia.org/wiki/Flesch%E2%80%93Kincaid_readability_tests",
    )
    examples: ClassVar = (
        Example(
            f"Lorries are loud.\n\n## [[Why]]\n\n{_HARD}\n\n## What now\n\nThe town waits.",
            options=(("minimum_words", 10),),
        ),
        Example(
            f"## [[Why]]\n\n{_HARD}\n\n### [[And how]]\n\n{_HARD}",
            options=(("minimum_words", 10),),
        ),
        Example(f"Lorries are loud.\n\n## Why\n\n{_HARD}"),
        Example(
            f'## Why\n\nLorries are loud. "{_HARD}"\n\n## What now\n\nThe town waits.',
            options=(("minimum_words", 10),),
        ),
    )

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield a problem at the heading of each section that misses a target."""
        for heading, blocks in _sections(reading):
            told = self.misses(reading.readability_of(blocks))
            if told is not None:
                place = reading.blocks[heading].span
                yield self.problem(place, " ".join(place.cut(reading.text).split()), told)


def _sections(reading: Reading) -> Iterator[tuple[int, list[int]]]:
    """Yield the index of each heading in the body, and those of the blocks below it."""
    heading: int | None = None
    below: list[int] = []
    for index, block in enumerate(reading.blocks):
        if block.kind is BlockKind.HEADING and block.key is None:
            if heading is not None:
                yield heading, below
            heading, below = index, []
        elif block.is_body:
            below.append(index)
    if heading is not None:
        yield heading, below
