"""Half-open ranges of characters."""

from __future__ import annotations

from dataclasses import dataclass

_set = object.__setattr__  # a frozen value is set so; looked up once, for spans are many


@dataclass(frozen=True, slots=True, order=True, init=False)
class Span:
    """The characters from `start` up to, not including, `end`.

    Offsets are Unicode code points. A span says nothing of which string it indexes:
    the field that holds it does (article text, or source file).
    """

    start: int
    end: int

    def __init__(self, start: int, end: int) -> None:
        """Make a span that does not run backwards.

        Raises:
            ValueError: if `start` is negative or lies after `end`.
        """
        if not 0 <= start <= end:
            raise ValueError(f"not a span: {start}..{end}")
        _set(self, "start", start)
        _set(self, "end", end)

    def __len__(self) -> int:
        """Return the number of code points covered."""
        return self.end - self.start

    def __bool__(self) -> bool:
        """Return True even for an empty span: a span is a place, not a container."""
        return True

    def cut(self, text: str) -> str:
        """Return the characters of `text` that this span covers."""
        return text[self.start : self.end]

    def covers(self, other: Span) -> bool:
        """Return whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Return whether the two spans share at least one character."""
        return self.start < other.end and other.start < self.end

    def shifted(self, by: int) -> Span:
        """Return the same span, `by` characters further on."""
        return Span(self.start + by, self.end + by)


def hull(spans: tuple[Span, ...] | list[Span]) -> Span:
    """Return the smallest span that covers all of `spans`.

    Raises:
        ValueError: if `spans` is empty.
    """
    if not spans:
        raise ValueError("no spans to cover")
    return Span(min(span.start for span in spans), max(span.end for span in spans))
