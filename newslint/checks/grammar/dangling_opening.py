"""grammar.dangling-opening."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from newslint.checks import _standards as standards
from newslint.checks._prose import is_writers_own
from newslint.checks._support import prose
from newslint.checks._wording.danglers import hanging
from newslint.finding import Problem, Severity
from newslint.reading import Reading
from newslint.rule import Example, Rule
from newslint.span import Span


class DanglingOpening(Rule):
    """Begin with a participle only if the subject after the comma is the one who does it.

    "Wading up the lane, the water rose" has the water wade. The reader sees the wrong picture
    first and has to mend it. Only openings are looked at that need a person, before a subject
    that is none.
    """

    id: str = "grammar.dangling-opening"
    message: str = "“%s” cannot be what “%s” does: name whoever it is after the comma."
    severity: Severity = Severity.SUGGESTION

    needs: ClassVar = frozenset({"parse", "names", "quotations"})
    reach: ClassVar = "block"
    standards: ClassVar = (standards.GUARDIAN_A,)
    examples: ClassVar = (
        Example("[[Wading]] up the lane, the water rose to her waist."),
        Example("[[Asked]] where the money had gone, there was a silence."),
        Example("[[Having]] heard the evidence, it was clear that the captain had lied."),
        Example("Wading up the lane, she felt the water rise. Asked about it, she was silent."),
        Example("Following the vote, there was silence. Built in 1810, the bridge has a toll."),
        Example('"Wading up the lane, the water rose," Lind said.'),
    )

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield a problem at the first word of each such opening."""
        for index, _ in prose(reading):
            tokens = reading.parses[index].tokens
            for first in tokens:
                if first.i and tokens[first.i - 1].sentence == first.sentence:
                    continue
                pair = hanging(tokens, first)
                if pair is None:
                    continue
                place = Span(first.start, pair[1].end)
                if is_writers_own(reading, place):
                    yield self.problem(first.span, first.text, pair[1].text)
