"""Cutting blocks into pieces that an engine can take at once."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from newslint.language.tokens import ParseRequest

#: The longest piece, in characters. What an engine needs grows with it, sometimes faster.
LONGEST = 20_000


@dataclass(frozen=True, slots=True)
class Piece:
    """A block, or a part of a very long one.

    `offset` is where the text starts in the article, `starts` are the places of sentences in
    the text, `first_sentence` the number of its first sentence within the block, `request`
    the index of the request that it is part of.
    """

    text: str
    offset: int
    starts: tuple[int, ...]
    first_sentence: int
    request: int


def pieces(requests: Sequence[ParseRequest]) -> Iterator[Piece]:
    """Yield the pieces of all blocks, in order; blocks of white space alone have none."""
    for index, request in enumerate(requests):
        starts = [s.start for s in request.sentences]
        cuts = _cuts(request.text, starts)
        for start, end in pairwise([*cuts, len(request.text)]):
            text = request.text[start:end]
            if not text.strip():
                continue
            first, last = bisect_left(starts, start), bisect_left(starts, end)
            inside = tuple(s - start for s in starts[first:last])
            if inside and not text[: inside[0]].strip():
                inside = (0, *inside[1:])
            begun = first if inside[:1] == (0,) or not first else first - 1
            yield Piece(text, request.offset + start, inside, begun, index)


def _cuts(text: str, starts: Sequence[int]) -> list[int]:
    """Return where pieces begin: at a sentence, else after a space, else anywhere."""
    cuts = [0]
    candidates = [*starts, len(text)]
    while len(text) - cuts[-1] > LONGEST:
        limit = cuts[-1] + LONGEST
        best = candidates[max(0, bisect_left(candidates, limit + 1) - 1)]
        if best <= cuts[-1]:
            space = text.rfind(" ", cuts[-1] + 1, limit)
            best = space + 1 if space > 0 else limit
        cuts.append(best)
    return cuts
