"""What several tests need to make articles and parses by hand."""

from __future__ import annotations

from newslint.article import Article, Block, BlockKind, Inline, InlineKind
from newslint.markup.builder import TextBuilder
from newslint.span import Span


def article_of(
    *paragraphs: str | tuple[BlockKind, str],
    path: str = "story.txt",
    inlines: tuple[tuple[InlineKind, str], ...] = (),
) -> Article:
    """Return an article of these paragraphs, or of blocks of other kinds.

    Source and text are the same: blocks joined by blank lines. Each of `inlines` marks up
    the first place where its words stand.
    """
    kinds = [p[0] if isinstance(p, tuple) else BlockKind.PARAGRAPH for p in paragraphs]
    texts = [p[1] if isinstance(p, tuple) else p for p in paragraphs]
    source = "\n\n".join(texts)
    builder = TextBuilder(source)
    builder.add(source, Span(0, len(source)))
    text, source_map = builder.build()
    blocks: list[Block] = []
    start = 0
    for kind, words in zip(kinds, texts, strict=True):
        if words:
            blocks.append(Block(kind, Span(start, start + len(words))))
        start += len(words) + 2
    marked = (Inline(kind, span_of(text, words)) for kind, words in inlines)
    return Article(path, "text", source, text, source_map, tuple(blocks), tuple(marked))


def span_of(text: str, words: str) -> Span:
    """Return the first place of `words` in `text`."""
    start = text.index(words)
    return Span(start, start + len(words))
