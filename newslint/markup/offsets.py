"""Byte offsets to code points."""

from __future__ import annotations

from bisect import bisect_right

_STEP = 128


class CodePoints:
    """Turns byte offsets of a text's UTF-8 form into offsets of its code points."""

    def __init__(self, text: str) -> None:
        """Index `text`, which must hold no lone surrogate."""
        self._ascii = text.isascii()
        if self._ascii:
            return
        chunks = [text[i : i + _STEP].encode() for i in range(0, len(text), _STEP)]
        self._bytes = b"".join(chunks)
        self._starts: list[int] = []
        at = 0
        for chunk in chunks:
            self._starts.append(at)
            at += len(chunk)

    def __call__(self, offset: int) -> int:
        """Return the number of code points that begin before the byte at `offset`."""
        if self._ascii:
            return offset
        index = bisect_right(self._starts, offset) - 1
        start = self._starts[index]
        return index * _STEP + len(self._bytes[start:offset].decode("utf-8", "replace"))
