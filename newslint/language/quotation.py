"""The shape of a quotation; `newslint.language.quotations` finds them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from newslint.span import Span


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between quotation marks, within one block.

    `span` includes the marks, `inner` does not (text coordinates). `mark` is the opening
    mark. `depth` is 1 for a quotation, 2 for one inside it. `block` indexes
    `Article.blocks`. `closed` is False where the closing mark is missing: rightly so when
    `continues`, that is, when the next paragraph re-opens the same quotation.
    `continuation` says that this is such a re-opened paragraph.
    """

    span: Span
    inner: Span
    mark: str
    depth: int
    block: int
    closed: bool = True
    continues: bool = False
    continuation: bool = False


class MarkFault(StrEnum):
    """What can be wrong with a quotation mark."""

    UNCLOSED = "unclosed"  # opens, never closes, and the next paragraph does not go on
    UNOPENED = "unopened"  # closes what never opened


@dataclass(frozen=True, slots=True)
class FaultyMark:
    """A quotation mark without its partner. `span` is the mark itself."""

    fault: MarkFault
    span: Span
    block: int


@dataclass(frozen=True)
class Quotations:
    """All quotations of an article in text order, nested ones after their parent."""

    all: tuple[Quotation, ...] = ()
    faults: tuple[FaultyMark, ...] = ()

    @cached_property
    def outer(self) -> tuple[Quotation, ...]:
        """The quotations that are not inside another; they do not overlap."""
        return tuple(q for q in self.all if q.depth == 1)

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        return tuple(q.span.start for q in self.outer)

    def touches(self, span: Span) -> bool:
        """Return whether any part of `span` is quoted."""
        start, end = span.start, span.end
        before = bisect_right(self._starts, max(start, end - 1))
        # Of those that begin before `span` ends, only the last two may reach into it.
        for quotation in self.outer[max(0, before - 2) : before]:
            if quotation.span.start < end and start < quotation.span.end:
                return True
        return False

    def overlapping(self, span: Span) -> tuple[Quotation, ...]:
        """Return the outer quotations that share a character with `span`, in text order."""
        first = max(0, bisect_right(self._starts, span.start) - 1)
        near = self.outer[first : bisect_left(self._starts, span.end)]
        return near if not near or near[0].span.overlaps(span) else near[1:]
