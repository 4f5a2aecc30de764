"""A stretch of marked-up text as a parser sees it, and the way back to the source."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

from newslint.span import Span


class Argument(NamedTuple):
    """A named, quoted argument of a template tag; `start` and `end` delimit its value."""

    name: str
    start: int
    end: int


class Tag(NamedTuple):
    """A template tag, from `start` to `end` of its passage.

    `shown` says that the site generator puts something in its place; `block` that it
    stands alone on its line; `comment` that it is one.
    """

    start: int
    end: int
    name: str = ""
    shown: bool = False
    block: bool = False
    comment: bool = False
    arguments: tuple[Argument, ...] = ()


#: What parsers choke on, replaced one for one: lone surrogates, NUL.
_UNREADABLE = re.compile("[\ud800-\udfff\x00]")
#: The characters among which the stand-in for template tags is chosen.
_PRIVATE = range(0xE000, 0xF8FF)


class Passage:
    """Marked-up text with its template tags covered by a character of private use.

    `text` is as written; `masked`, of the same length, is what a parser is given, so that
    an offset means the same in both. `span` gives the source span of a passage's span.
    """

    def __init__(
        self,
        text: str,
        tags: list[Tag],
        locate: Callable[[int, int], Span] = Span,
        cuts: Sequence[int] = (),
    ) -> None:
        """Cover `tags` (sorted, not overlapping) in `text`.

        At the offsets `cuts` (sorted) the way to the source changes, as at an escape.
        """
        self.text = text
        self.cuts = cuts
        self.tags = tags
        self.span = locate
        self._starts = [tag.start for tag in tags]
        cover = next((chr(c) for c in _PRIVATE if chr(c) not in text), chr(_PRIVATE.start))
        parts: list[str] = []
        at = 0
        for tag in tags:
            parts += (text[at : tag.start], cover * (tag.end - tag.start))
            at = tag.end
        parts.append(text[at:])
        self.masked = _UNREADABLE.sub("\ufffd", "".join(parts))

    def has_tags(self, start: int, end: int) -> bool:
        """Return whether a template tag begins between `start` and `end`."""
        index = bisect_left(self._starts, start)
        return index < len(self._starts) and self._starts[index] < end

    def pieces(self, start: int, end: int) -> Iterator[Tag | tuple[int, int]]:
        """Yield the plain stretches and the tags between `start` and `end`, in order."""
        index = bisect_left(self._starts, start)
        if index and self.tags[index - 1].end > start:
            start = min(self.tags[index - 1].end, end)
        while index < len(self.tags) and self.tags[index].start < end:
            tag = self.tags[index]
            yield from self.stretches(start, tag.start)
            yield tag
            start = tag.end
            index += 1
        yield from self.stretches(start, end)

    def stretches(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Yield the text between two offsets, parted where the way to the source changes."""
        index = bisect_right(self.cuts, start)
        while index < len(self.cuts) and self.cuts[index] < end:
            yield start, self.cuts[index]
            start = self.cuts[index]
            index += 1
        if start < end:
            yield start, end

    def part(self, start: int, end: int) -> Passage:
        """Return the stretch between two offsets as a passage of its own, without tags."""
        cuts = [cut - start for cut in self.cuts if start < cut < end]
        return Passage(self.text[start:end], [], partial(self._shifted, start), cuts)

    def _shifted(self, by: int, start: int, end: int) -> Span:
        return self.span(start + by, end + by)
