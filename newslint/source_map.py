"""Where each character of an article's text came from in its source file."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from itertools import pairwise

from newslint.span import Span


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of text with one origin.

    `text_start` is an offset into the article's text, `source` a span of the source file.
    A *literal* segment has the same characters in both. A *derived* one (an entity, a soft
    line break, the gap between blocks) stands for all of its source as a whole.
    """

    text_start: int
    source: Span
    literal: bool


@dataclass(frozen=True, slots=True)
class SourceMap:
    """An ordered list of segments that covers the text without gaps.

    Built by `newslint.markup.builder.TextBuilder` and by nothing else.
    """

    segments: tuple[Segment, ...]
    text_length: int
    _starts: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Index the segment starts once."""
        object.__setattr__(self, "_starts", tuple(s.text_start for s in self.segments))

    def segment_at(self, offset: int) -> Segment:
        """Return the segment that holds the text character at `offset`.

        Raises:
            IndexError: if `offset` is not a character of the text.
        """
        if not 0 <= offset < self.text_length:
            raise IndexError(f"no character {offset} in a text of {self.text_length}")
        return self.segments[bisect_right(self._starts, offset) - 1]

    def to_source(self, span: Span) -> Span:
        """Return the source span that produced the text in `span` (text coordinates).

        Markup that lies between the first and the last character is included. An empty
        span maps to an empty one at the origin of the character that follows it.
        """
        if not self.segments:
            return Span(0, 0)
        if span.start == span.end:
            if span.start >= self.text_length:
                end = self.segments[-1].source.end
                return Span(end, end)
            start = self._start(span.start)
            return Span(start, start)
        return Span(self._start(span.start), self._end(span.end - 1))

    def is_literal(self, span: Span) -> bool:
        """Return whether `span` has the very same characters, contiguous, in the source.

        Only then may a replacement be written back: anything else could eat markup.
        """
        if span.end > self.text_length:
            return False
        if span.start == span.end:
            return self.text_length > 0 and (
                (span.start < self.text_length and self.segment_at(span.start).literal)
                or (span.start > 0 and self.segment_at(span.start - 1).literal)
            )
        first = bisect_right(self._starts, span.start) - 1
        last = bisect_right(self._starts, span.end - 1) - 1
        run = self.segments[first : last + 1]
        return all(s.literal for s in run) and all(
            a.source.end == b.source.start for a, b in pairwise(run)
        )

    def to_text(self, offset: int) -> int | None:
        """Return the text offset that the source character at `offset` became, if any.

        A character that was dropped as markup gives None; one in a derived segment gives
        the start of that segment.
        """
        index = bisect_right(self.segments, offset, key=lambda s: s.source.start) - 1
        while index >= 0:
            segment = self.segments[index]
            if segment.source.start <= offset < segment.source.end:
                inside = offset - segment.source.start if segment.literal else 0
                return segment.text_start + inside
            if segment.source.end > segment.source.start:
                return None
            index -= 1
        return None

    def _start(self, offset: int) -> int:
        segment = self.segment_at(offset)
        inside = offset - segment.text_start if segment.literal else 0
        return segment.source.start + inside

    def _end(self, offset: int) -> int:
        segment = self.segment_at(offset)
        if segment.literal:
            return segment.source.start + offset - segment.text_start + 1
        return segment.source.end
