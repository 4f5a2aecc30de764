"""Many paragraphs in one question, and the way back from its places to theirs."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from newslint.span import Span

#: Characters in one question. Larger ones save little, and keep everyone waiting.
BATCH = 8_000
#: A blank line ends a paragraph, so that no rule looks across.
_GAP = "\n\n"


@dataclass(frozen=True, slots=True)
class Joined:
    """Texts as one, and where in it each of them starts."""

    text: str
    texts: tuple[str, ...]
    starts: tuple[int, ...]

    def place(self, start: int, units: int) -> tuple[int, Span] | None:
        """Return which text a place is in, and its span there; None if it is in none.

        `start` counts code points, `units` UTF-16 code units: that is what LanguageTool's
        client gives. A place that reaches beyond one text is in none.
        """
        index = bisect_right(self.starts, start) - 1
        if index < 0 or units <= 0:
            return None
        text = self.texts[index]
        first = last = start - self.starts[index]
        while units > 0 and last < len(text):
            units -= 2 if ord(text[last]) > 0xFFFF else 1
            last += 1
        return (index, Span(first, last)) if units <= 0 and first < last else None


def join(texts: Sequence[str]) -> Joined:
    """Return the texts as one, with blank lines between them."""
    starts: list[int] = []
    at = 0
    for text in texts:
        starts.append(at)
        at += len(text) + len(_GAP)
    return Joined(_GAP.join(texts), tuple(texts), tuple(starts))


def batches(texts: Iterable[str], most: int = BATCH) -> Iterator[Joined]:
    """Yield the texts joined to at most `most` characters; a longer one is on its own."""
    waiting: list[str] = []
    size = 0
    for text in texts:
        if waiting and size + len(text) > most:
            yield join(waiting)
            waiting, size = [], 0
        waiting.append(text)
        size += len(text) + len(_GAP)
    if waiting:
        yield join(waiting)
