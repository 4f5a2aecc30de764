"""Turns of an interview: paragraphs that a speaker's name and a colon open."""

from __future__ import annotations

import re

from newslint.article import Article, BlockKind, InlineKind
from newslint.span import Span

_LABEL = re.compile(r"(?:[A-Z][\w.’'-]*\s?){1,4}:\s?|[QA][:.]\s")
_SPOKEN = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.QUOTE})
_LEAST = 2  # turns from which on an article is an interview


def turns(article: Article) -> tuple[Span, ...]:
    """Return what is spoken in the turns of an interview (text coordinates).

    A turn is a paragraph that opens with a speaker's name in bold, or with a name and a
    colon. One such paragraph alone is no interview, and nor is a paragraph with a bold lead
    that appears only once.
    """
    found = [
        Span(end, block.span.end)
        for block in article.blocks
        if block.kind in _SPOKEN and (end := _label_end(article, block.span)) is not None
    ]
    return tuple(found) if len(found) >= _LEAST else ()


def _label_end(article: Article, block: Span) -> int | None:
    """Return where the speaker's name and its colon end, if they open the paragraph."""
    label = _LABEL.match(article.text, block.start, block.end)
    if label is None:
        return None
    bold = any(
        i.kind is InlineKind.STRONG
        and i.span.start == block.start
        and i.span.end <= label.end() + 1
        for i in article.inlines
    )
    return label.end() if bold else None
