"""grammar.word-order."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from newslint.checks import _standards as standards
from newslint.checks._prose import is_writers_own
from newslint.checks._support import prose
from newslint.checks._wording.edit_marks import asked_as_question
from newslint.finding import Problem, Severity
from newslint.reading import Reading
from newslint.rule import Example, Rule
from newslint.span import Span


class WordOrder(Rule):
    """Put subject before verb in a question that is told, not asked.

    "They asked what was the city doing" is half question and half report. What a source asked
    is told in the order of a statement: "they asked what the city was doing".
    """

    id: str = "grammar.word-order"
    message: str = "“%s” has the order of a question: the subject goes first where it is told."
    severity: Severity = Severity.WARNING

    needs: ClassVar = frozenset({"parse", "quotations"})
    reach: ClassVar = "block"
    standards: ClassVar = (standards.GUARDIAN_A,)
    examples: ClassVar = (
        Example("Members asked what [[was the city]] doing with the money."),
        Example("Officers wanted to know where [[had the men]] gone."),
        Example("Members asked what the city was doing, and what was wrong with the roof."),
        Example("She asked: what was the city doing? He asked who was it for?"),
        Example('"He asked what was the city doing," Lind said.'),
    )

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield a problem at each such helper and the subject after it."""
        for index, _ in prose(reading):
            tokens = reading.parses[index].tokens
            for what in tokens:
                pair = asked_as_question(tokens, what)
                if pair is None:
                    continue
                place = Span(pair[0].start, pair[1].end)
                if is_writers_own(reading, place):
                    yield self.problem(place, " ".join(place.cut(reading.text).split()))
