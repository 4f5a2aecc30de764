"""grammar.stray-comma."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from newslint.checks import _standards as standards
from newslint.checks._prose import is_writers_own
from newslint.finding import Edit, Fix, Problem, Severity
from newslint.reading import Reading
from newslint.rule import Example, Rule
from newslint.span import Span

_STRAY = re.compile(
    r"(?<![,;:–—]\s)\b(?:and|but|or|that)\s(?:thus|therefore|hence|consequently)(?P<comma>,)\s"
    r"(?P<verb>is|are|was|were|has|have|had|does|do|did|will|would|can|could|may|might|must|should"
    r"|cannot|isn['’]t|aren['’]t|wasn['’]t|weren['’]t|hasn['’]t|haven['’]t|doesn['’]t)\b",
    re.IGNORECASE,
)


class StrayComma(Rule):
    """Do not cut a verb off from its subject with a single comma.

    In "and therefore, is closed" the comma parts the verb from what it belongs to. Either
    set the adverb between two commas, or leave both out.
    """

    id: str = "grammar.stray-comma"
    message: str = "A single comma stands before the verb “%s”: delete it, or use a pair."
    severity: Severity = Severity.WARNING

    needs: ClassVar = frozenset({"quotations"})
    standards: ClassVar = (standards.GUARDIAN_C,)
    fixes: ClassVar = "unsafe"
    examples: ClassVar = (
        Example(
            "The mill has its own spring [[and thus, is]] never short of water.",
            fixed="The mill has its own spring and thus is never short of water.",
        ),
        Example(
            "The road floods [[and therefore, was]] closed in March.",
            fixed="The road floods and therefore was closed in March.",
        ),
        Example("The mill has its own spring and, thus, is never short of water."),
        Example("The mill has its own spring and thus is never short of water."),
        Example("The spring never fails and thus, the owner said, the mill can run."),
    )

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield a problem at each such comma, with the words around it."""
        for block in reading.blocks:
            for match in _STRAY.finditer(block.span.cut(reading.text)):
                place = Span(*match.span()).shifted(block.span.start)
                comma = Span(*match.span("comma")).shifted(block.span.start)
                if is_writers_own(reading, place):
                    yield self.problem(place, match["verb"], fix=Fix((Edit(comma, ""),)))
