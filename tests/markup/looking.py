"""Ways to look at an article that keep tests short."""

from __future__ import annotations

from newslint.article import Article, Inline, InlineKind, Link
from newslint.markup.read import parse_article
from newslint.span import Span
from tests.markup.invariants import check


def read(source: str, path: str = "story.md") -> Article:
    """Return the article, its invariants checked."""
    article = parse_article(source, path)
    check(article)
    return article


def blocks(article: Article) -> list[tuple[str, str]]:
    """Return the kind and text of every block."""
    return [(block.kind.value, block.span.cut(article.text)) for block in article.blocks]


def marked(article: Article, kind: InlineKind) -> list[str]:
    """Return the text of every mark of `kind`."""
    return [i.span.cut(article.text) for i in article.inlines if i.kind is kind]


def source_of(article: Article, words: str) -> str:
    """Return what was written where `words` now stand."""
    start = article.text.index(words)
    return article.source_map.to_source(Span(start, start + len(words))).cut(article.source)


def address(article: Article, link: Link) -> str | None:
    """Return the address of `link` as it is written."""
    return None if link.url_span is None else link.url_span.cut(article.source)


def only(inlines: tuple[Inline, ...]) -> Inline:
    """Return the one mark there is."""
    (found,) = inlines
    return found
