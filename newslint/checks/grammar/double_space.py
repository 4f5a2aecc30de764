"""grammar.double-space."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from newslint.checks import _standards as standards
from newslint.checks._prose import is_writers_own
from newslint.finding import Edit, Fix, Problem, Severity
from newslint.language.lazy_regex import LazyRegex
from newslint.reading import Reading
from newslint.rule import Example, Rule
from newslint.span import Span

_SPACES = LazyRegex(r"(?<=\S)(?P<first> )(?P<more> +)(?=\S)")


class DoubleSpace(Rule):
    """Put one space between words and between sentences.

    Two spaces are left over from an edit or from the typewriter. Web pages show one, print
    shows both. Off unless it is switched on. Quotations and code are left alone.
    """

    id: str = "grammar.double-space"
    message: str = "One space is enough."
    severity: Severity = Severity.SUGGESTION

    on: ClassVar = False
    needs: ClassVar = frozenset({"quotations"})
    reach: ClassVar = "block"
    standards: ClassVar = (standards.GOV_UK,)
    fixes: ClassVar = "safe"
    examples: ClassVar = (
        Example("The ferry left.[[  ]]The port closed.", fixed="The ferry left. The port closed."),
        Example("The[[   ]]ferry left.", fixed="The ferry left."),
        Example("The ferry left. The port closed."),
        Example('"The ferry  left," said Ana Ruiz. Type `go  on` now.'),
    )

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield a problem at each run of spaces inside a block."""
        for block in reading.blocks:
            for match in _SPACES.finditer(block.span.cut(reading.text)):
                place = Span(*match.span()).shifted(block.span.start)
                more = Span(*match.span("more")).shifted(block.span.start)
                if is_writers_own(reading, place):
                    yield self.problem(place, fix=Fix((Edit(more, ""),), safe=True))
