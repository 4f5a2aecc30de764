"""grammar.space-before-mark."""

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

# After a letter or figure and before white space, so that ".5", "..." and ":-)" stay.
_SPACED = LazyRegex(r"(?<=[^\W_])(?P<space>[ \t\u00a0]+)(?P<mark>[,;.])(?=\s|$)(?!\s\.)")
_CUT_BY_MACHINE = LazyRegex(r"[^\s.!?:\"”][ \t]{2,}\S")


class SpaceBeforeMark(Rule):
    """Set a comma, semicolon or full stop close to the word before it.

    The space is left over from an edit. On a narrow screen the mark may even begin a line.
    Quotations and code are left alone.
    """

    id: str = "grammar.space-before-mark"
    message: str = "Delete the space before “%s”."
    severity: Severity = Severity.SUGGESTION

    needs: ClassVar = frozenset({"quotations"})
    reach: ClassVar = "block"
    standards: ClassVar = (standards.GOV_UK,)
    fixes: ClassVar = "safe"
    examples: ClassVar = (
        Example("The mayor[[ ,]] Ana Ruiz, left.", fixed="The mayor, Ana Ruiz, left."),
        Example("The ferry left[[ .]]", fixed="The ferry left."),
        Example("The mayor, Ana Ruiz, left; the ferry waited."),
        Example("It rose by .5 points ... and fell . . . at last."),
        Example("She wrote about  The Mill , a novel."),
        Example('"The ferry left ," said Ana Ruiz. Type `go .` now.'),
    )

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield a problem at each mark that stands apart, the space included."""
        for block in reading.blocks:
            text = block.span.cut(reading.text)
            for match in _SPACED.finditer(text) if not _CUT_BY_MACHINE.search(text) else ():
                place = Span(*match.span()).shifted(block.span.start)
                space = Span(*match.span("space")).shifted(block.span.start)
                if is_writers_own(reading, place):
                    fix = Fix((Edit(space, ""),), safe=True)
                    yield self.problem(place, match["mark"], fix=fix)
