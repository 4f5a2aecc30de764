"""Lines and columns of a source file."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field

from newslint.finding import Position
from newslint.span import Span

#: LF, CRLF and CR end a line; the other Unicode separators do not.
_BREAK = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines of a source file, indexed once."""

    source: str
    _starts: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Find where each line starts."""
        starts = (0, *(m.end() for m in _BREAK.finditer(self.source)))
        object.__setattr__(self, "_starts", starts)

    def position(self, offset: int) -> Position:
        """Return the 1-based line and column of a source offset, in code points."""
        line = bisect_right(self._starts, offset)
        return Position(line, offset - self._starts[line - 1] + 1)

    def line_span(self, offset: int) -> Span:
        """Return the source span of the line that holds `offset`, without its line break."""
        start = self._starts[bisect_right(self._starts, offset) - 1]
        end = _BREAK.search(self.source, start)
        return Span(start, end.start() if end else len(self.source))
