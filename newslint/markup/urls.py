"""Addresses that are written out in the text, without markup."""

from __future__ import annotations

import re
from bisect import bisect_right

from newslint.article import Inline, InlineKind, Link
from newslint.source_map import SourceMap
from newslint.span import Span

_URL = re.compile(r"(?<![\w@/])(?:https?://|www\.(?=\w))[^\s<>\"“”\ufffc]+", re.IGNORECASE)
_TRAILING = ".,;:!?'’‘*_~"
_BRACKETS = {")": "(", "]": "[", "}": "{"}


def bare_urls(
    source: str, text: str, source_map: SourceMap, links: list[Link], inlines: list[Inline]
) -> tuple[list[Link], list[Inline]]:
    """Return the addresses shown in `text`: links for those in no link yet, and marks.

    Punctuation that ends the sentence and a bracket that was opened before the address
    are not part of it, nor what follows after markup. Addresses in code are left alone.
    """
    segments = source_map.segments
    starts = [segment.text_start for segment in segments]
    linked = _Cover([link.text for link in links])
    code = _Cover([i.span for i in inlines if i.kind is InlineKind.CODE])
    found: list[Link] = []
    shown: list[Inline] = []
    for match in _URL.finditer(text):
        if code.has(match.start()):
            continue
        end = match.end()
        index = bisect_right(starts, match.start())
        while index < len(starts) and starts[index] < end:
            between = source[segments[index - 1].source.end : segments[index].source.start]
            if between not in ("", "\\"):
                end = starts[index]
            index += 1
        span = Span(match.start(), match.start() + _length(text[match.start() : end]))
        if not _URL.fullmatch(text, span.start, span.end):
            continue
        shown.append(Inline(InlineKind.URL, span))
        if not linked.has(span.start):
            origin = source_map.to_source(span)
            found.append(Link(span, span.cut(text), origin, origin))
    return found, shown


def _length(url: str) -> int:
    """Return how much of `url` is the address."""
    spare = {close: url.count(close) - url.count(opening) for close, opening in _BRACKETS.items()}
    end = len(url)
    while end:
        last = url[end - 1]
        if spare.get(last, 0) > 0:
            spare[last] -= 1
        elif last not in _TRAILING:
            break
        end -= 1
    return end


class _Cover:
    """Answers whether an offset lies inside any of some spans that do not overlap."""

    def __init__(self, spans: list[Span]) -> None:
        self._spans = sorted(span for span in spans if len(span))
        self._starts = [span.start for span in self._spans]

    def has(self, offset: int) -> bool:
        index = bisect_right(self._starts, offset) - 1
        return index >= 0 and offset < self._spans[index].end
