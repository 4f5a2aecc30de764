"""quotes.closing-order."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from newslint.article import BlockKind
from newslint.checks import _houses as houses
from newslint.finding import Edit, Fix, Problem, Severity
from newslint.language.quotation import Quotation
from newslint.reading import Reading
from newslint.rule import Example, Rule
from newslint.span import Span

_POINTS = {".": "full stop", ",": "comma"}
#: A quoted sentence begins its block, or follows one of these.
_BEFORE = frozenset(".!?:,”’\"'")
_WORDS = 3
#: Quotations that set the order, and how many of them there are for each that departs from it.
_LEAST = 3
_TIMES = 3


class ClosingOrder(Rule):
    """Set the comma and the full stop of a quoted sentence on the same side of its closing mark.

    Most houses put the point that ends a quoted sentence before the closing mark. A story
    that does so nine times and not the tenth looks as if nobody had read it. Only whole
    sentences count: the point after a few quoted words stands where the house wants it.
    """

    id: str = "quotes.closing-order"
    message: str = "The %s stands after the closing mark here, and before it elsewhere: move it."
    severity: Severity = Severity.SUGGESTION

    needs: ClassVar = frozenset({"quotations"})
    fixes: ClassVar = "unsafe"
    standards: ClassVar = houses.HOUSES
    examples: ClassVar = (
        Example(
            "“We wait here,” said Ana Ruiz. “It is late,” said Bo Falk. “The boats are in.”\n\n"
            "“Nobody told us [[anything”,]] said Ida Voss.",
            fixed="“We wait here,” said Ana Ruiz. “It is late,” said Bo Falk. “The boats are in.”"
            "\n\n“Nobody told us anything,” said Ida Voss.",
        ),
        Example(
            "“We wait here,” said Ana Ruiz. “It is late,” said Bo Falk.\n\n"
            "“The boats are in,” said Ida Voss. “We counted [[them”.]]",
            fixed="“We wait here,” said Ana Ruiz. “It is late,” said Bo Falk.\n\n"
            "“The boats are in,” said Ida Voss. “We counted them.”",
        ),
        Example(
            "“We wait here,” said Ana Ruiz. “It is late,” said Bo Falk. “The boats are in.”\n\n"
            "Ida Voss called it “a long wait in the rain”."
        ),
        Example(
            "“We wait here”, said Ana Ruiz. “It is very late”, said Bo Falk. “The boats are in.”"
        ),
        Example(
            "“We wait here,” said Ana Ruiz. “It is late,” said Bo Falk. “The boats are in.”\n\n"
            "She had read “Ferry”, “The Long Wait at Home”, and little else."
        ),
    )

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield the last word and the point of quoted sentences that depart from the rest."""
        inside, outside = 0, []
        for quotation in reading.quotations.outer:
            if not _is_sentence(reading, quotation):
                continue
            last = reading.text[quotation.inner.end - 1]
            after = reading.text[quotation.span.end : quotation.span.end + 1]
            if last in _POINTS:
                inside += 1
            elif last.isalnum() and after in _POINTS:
                outside.append((quotation, after))
        if inside < _LEAST or inside < _TIMES * len(outside):
            return
        for quotation, point in outside:
            yield self.problem(
                _place(reading, quotation), _POINTS[point], fix=_swap(quotation, reading)
            )


def _is_sentence(reading: Reading, quotation: Quotation) -> bool:
    """Return whether a quotation is a sentence, as far as its first letter and place tell."""
    block = reading.blocks[quotation.block]
    words = quotation.inner.cut(reading.text).split()
    if block.kind is BlockKind.HEADLINE or not quotation.closed or len(words) < _WORDS:
        return False
    if not words[0][0].isupper() or 2 * sum(word[0].isupper() for word in words) > len(words):
        return False
    before = reading.text[block.span.start : quotation.span.start].rstrip()
    return not before or before[-1] in _BEFORE


def _place(reading: Reading, quotation: Quotation) -> Span:
    """Return the last word with the closing mark and the point."""
    word = quotation.inner.cut(reading.text).split()[-1]
    return Span(quotation.inner.end - len(word), quotation.span.end + 1)


def _swap(quotation: Quotation, reading: Reading) -> Fix:
    both = Span(quotation.inner.end, quotation.span.end + 1)
    written = both.cut(reading.text)
    return Fix((Edit(both, written[-1] + written[:-1]),), safe=False)
