"""grammar.doubled-mark."""

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

# After a word and before white space, so that "..." and "../files" stay.
_DOUBLED = LazyRegex(r"(?<=[^\W_])(?P<first>[,.;])(?P<second>[,.;])(?=\s|$)")
_FINE = frozenset({".,", ".;"})  # "Lind Inc., the firm"


class DoubledMark(Rule):
    """Write one mark where one will do.

    Two full stops, or a comma before a full stop, are left over from an edit.
    """

    id: str = "grammar.doubled-mark"
    message: str = "“%s” is one mark too many."
    severity: Severity = Severity.WARNING

    needs: ClassVar = frozenset({"quotations"})
    reach: ClassVar = "block"
    standards: ClassVar = (standards.GOV_UK,)
    fixes: ClassVar = "unsafe"
    examples: ClassVar = (
        Example("The mill is shut until May[[..]]", fixed="The mill is shut until May."),
        Example(
            "The mill is shut[[,,]] the owner said.", fixed="The mill is shut, the owner said."
        ),
        Example("The mill is shut ... and Lind Inc., its owner, is gone..."),
        Example("Type `cd ..` or go to ../mill. What now?.."),
        Example('"The mill is shut..", the poster said.'),
    )

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield a problem at each such pair; its fix leaves the stronger mark."""
        for block in reading.blocks:
            for match in _DOUBLED.finditer(reading.text, block.span.start, block.span.end):
                place = Span(*match.span())
                if match[0] in _FINE or not is_writers_own(reading, place):
                    continue
                right = "." if "." in match[0] else match["first"]
                yield self.problem(place, match[0], fix=Fix((Edit(place, right),)))
