"""Where quotations without a closing mark end: none may cut another in two."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from newslint.language.quotation import Quotation
from newslint.span import Span


def fitted(closed: Sequence[Quotation], unclosed: Sequence[Quotation]) -> Iterator[Quotation]:
    """Yield the unclosed quotations of a block, in text order, each cut to where it may reach.

    It ends with the quotation in which it begins, and before one that goes on beyond it.
    Closed quotations must not cross one another. Takes time in proportion to their number, and
    to how deep they nest.
    """
    known = _Closed(closed)
    around: list[Quotation] = []
    ordered = [*((q, False) for q in closed), *((q, True) for q in unclosed)]
    for quotation, is_open in sorted(ordered, key=_in_order):
        while around and around[-1].span.end <= quotation.span.start:
            around.pop()
        if is_open:
            within = around[-1].inner.end if around else quotation.span.end
            end = min(quotation.span.end, within)
            quotation = _ending(quotation, known.before_cut(quotation.span.start, end))
            yield quotation
        around.append(quotation)


def _in_order(entry: tuple[Quotation, bool]) -> tuple[int, bool, int]:
    quotation, is_open = entry
    return quotation.span.start, is_open, -quotation.span.end


class _Closed:
    """Closed quotations by where they begin, each with the one around it."""

    def __init__(self, closed: Sequence[Quotation]) -> None:
        self.spans = sorted((q.span for q in closed), key=lambda span: (span.start, -span.end))
        self.starts = [span.start for span in self.spans]
        self.around: list[int] = []
        open_now: list[int] = []
        for index, span in enumerate(self.spans):
            while open_now and self.spans[open_now[-1]].end <= span.start:
                open_now.pop()
            self.around.append(open_now[-1] if open_now else -1)
            open_now.append(index)

    def before_cut(self, start: int, end: int) -> int:
        """Return `end`, or where the outermost begins that `end` would cut, behind `start`."""
        at = bisect_left(self.starts, end) - 1
        cut = end
        while at >= 0 and self.starts[at] > start:
            if self.spans[at].end > end:
                cut = self.starts[at]
            at = self.around[at]
        return cut


def _ending(quotation: Quotation, end: int) -> Quotation:
    start = quotation.inner.start
    end = max(start, end)
    return replace(quotation, span=Span(quotation.span.start, end), inner=Span(start, end))
