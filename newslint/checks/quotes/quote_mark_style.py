"""quotes.quote-mark-style."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Literal

from newslint.article import BlockKind
from newslint.checks import _houses as houses
from newslint.checks._prose import not_prose
from newslint.finding import Edit, Fix, Problem, Severity
from newslint.language.quotation import Quotation
from newslint.reading import Reading
from newslint.rule import Example, Rule
from newslint.span import Span

Marks = Literal["double", "single", "any"]

_DOUBLE = {"‘": "“", "’": "”", "'": '"'}
_SINGLE = {double: single for single, double in _DOUBLE.items()}
_LOOKED_AT = frozenset(
    {BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.SUMMARY, BlockKind.HEADLINE}
)


class QuoteMarkStyle(Rule):
    """Quote between the marks that the house uses.

    `marks` is `double` or `single` for the story, `headline` the same for headlines, where
    most houses use single marks to save space; `any` leaves them alone. Only the marks are
    looked at, never what stands between them; quotations within quotations have the other
    kind, and are left alone. Whether marks are curly or straight is left to the site.
    """

    id: str = "quotes.quote-mark-style"
    message: str = "The house quotes between %s marks here."
    severity: Severity = Severity.SUGGESTION
    marks: Marks = "double"
    headline: Marks = "single"

    on: ClassVar = False
    needs: ClassVar = frozenset({"quotations"})
    fixes: ClassVar = "safe"
    standards: ClassVar = houses.HOUSES
    examples: ClassVar = (
        Example(
            "[[‘]]It is over,’ said Ana Ruiz, the mayor.",
            fixed="“It is over,” said Ana Ruiz, the mayor.",
        ),
        Example(
            "# Bridge is [[“]]over”, says mayor\n\n“It is over,” said Ana Ruiz.",
            fixed="# Bridge is ‘over’, says mayor\n\n“It is over,” said Ana Ruiz.",
        ),
        Example(
            'Ana Ruiz said: [["]]It is over."',
            fixed="Ana Ruiz said: 'It is over.'",
            options=(("marks", "single"),),
        ),
        Example("“He said ‘no’ to me,” said Ana Ruiz. The boats’ owners, and the ’90s, agree."),
        Example("‘It is over,’ said Ana Ruiz, the mayor.", options=(("marks", "any"),)),
    )

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield the opening mark of each quotation between other marks."""
        for quotation in reading.quotations.outer:
            kind = reading.blocks[quotation.block].kind
            wanted = self.headline if kind is BlockKind.HEADLINE else self.marks
            known = _SINGLE if wanted == "single" else _DOUBLE
            opening = Span(quotation.span.start, quotation.inner.start)
            written = opening.cut(reading.text)
            if kind not in _LOOKED_AT or wanted == "any" or written not in known:
                continue
            if not_prose(reading.article, quotation.span):
                continue
            yield self.problem(opening, wanted, fix=_fix(reading, quotation, opening, known))


def _fix(
    reading: Reading, quotation: Quotation, opening: Span, known: dict[str, str]
) -> Fix | None:
    """Return the exchange of both marks, unless other marks within would clash."""
    inner = quotation.inner.cut(reading.text)
    closing = Span(quotation.inner.end, quotation.span.end)
    mark = closing.cut(reading.text)
    if not quotation.closed or mark not in known:
        return None
    if any(other in inner for other in known.values() if other not in "’'"):
        return None
    edits = (Edit(opening, known[opening.cut(reading.text)]), Edit(closing, known[mark]))
    # In single marks an apostrophe could be taken for the end of the quotation.
    return Fix(edits, safe=known is _DOUBLE or not ("'" in inner or "’" in inner))
