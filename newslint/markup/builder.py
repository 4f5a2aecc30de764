"""The only way to make an article's text: together with its origin."""

from __future__ import annotations

from newslint.source_map import Segment, SourceMap
from newslint.span import Span


class TextBuilder:
    """Collects text piece by piece, each with the source span that it came from.

    Pieces must be added in source order: the map is monotone by construction.
    """

    def __init__(self, source: str) -> None:
        """Start an empty text over `source`."""
        self.source = source
        self._parts: list[str] = []
        self._segments: list[Segment] = []
        self._length = 0

    def __len__(self) -> int:
        """Return the length of the text so far."""
        return self._length

    @property
    def source_end(self) -> int:
        """The source offset that everything added from now on must reach or pass."""
        return self._segments[-1].source.end if self._segments else 0

    def add(self, text: str, source: Span, *, derived: bool = False) -> Span:
        """Append `text`, which stands for `source`; return its span in the text.

        Whether the piece is literal is found out here, by comparing; `derived` says that
        it is not, even where the characters happen to agree (the gap between blocks).

        Raises:
            ValueError: if the piece lies before one that was already added.
        """
        if not text:
            return Span(self._length, self._length)
        if self._segments and source.start < self._segments[-1].source.end:
            raise ValueError(f"text added out of order: {source} after {self._segments[-1]}")
        literal = not derived and len(source) == len(text) and source.cut(self.source) == text
        last = self._segments[-1] if self._segments else None
        if not (last and literal and last.literal and last.source.end == source.start):
            self._segments.append(Segment(self._length, source, literal))
        else:
            merged = Segment(last.text_start, Span(last.source.start, source.end), True)
            self._segments[-1] = merged
        self._parts.append(text)
        start = self._length
        self._length += len(text)
        return Span(start, self._length)

    def build(self) -> tuple[str, SourceMap]:
        """Return the text and its map."""
        return "".join(self._parts), SourceMap(tuple(self._segments), self._length)
