"""Which stretches of a text are the writer's own prose, and how much of it there is."""

from __future__ import annotations

from newslint.article import Article, InlineKind
from newslint.checks._support import word_count
from newslint.reading import Reading
from newslint.span import Span

_NOT_PROSE = frozenset({InlineKind.CODE, InlineKind.URL, InlineKind.PLACEHOLDER})


def not_prose(article: Article, span: Span) -> bool:
    """Return whether `span` (text coordinates) touches code, an address or a template tag."""
    return any(i.kind in _NOT_PROSE and i.span.overlaps(span) for i in article.inlines)


def is_writers_own(reading: Reading, span: Span) -> bool:
    """Return whether `span` is neither quoted nor code: words the writer may change.

    Needs `quotations`.
    """
    return not reading.quotations.touches(span) and not not_prose(reading.article, span)


def body_words(article: Article) -> int:
    """Return the number of words in the article's body blocks."""
    return sum(word_count(b.span.cut(article.text)) for b in article.blocks if b.is_body)
