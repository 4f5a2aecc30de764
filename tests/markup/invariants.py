"""What holds of every article, whatever the text it was read from."""

from __future__ import annotations

import random

from newslint.article import Article, InlineKind
from newslint.span import Span


def check(article: Article, seed: int = 0) -> None:
    """Fail if `article` breaks a rule that the rest of newslint relies on."""
    check_blocks(article)
    check_map(article)
    check_marks(article)
    check_back_and_forth(article, random.Random(seed))


def check_blocks(article: Article) -> None:
    text = article.text
    at = 0
    for block in article.blocks:
        words = block.span.cut(text)
        assert block.span.start == (at + 2 if at else 0)
        assert words
        assert words == words.strip()
        assert "\n" not in words
        assert "\r" not in words
        if at:
            gap = Span(at, block.span.start)
            assert gap.cut(text) == "\n\n"
            assert not article.source_map.is_literal(gap)
        at = block.span.end
    assert at == len(text)


def check_map(article: Article) -> None:
    segments = article.source_map.segments
    ends = [*(s.text_start for s in segments[1:]), len(article.text)]
    at = source_at = 0
    for segment, end in zip(segments, ends, strict=False):
        assert segment.text_start == at < end
        assert source_at <= segment.source.start <= segment.source.end <= len(article.source)
        if segment.literal:
            assert segment.source.cut(article.source) == article.text[at:end]
        at, source_at = end, segment.source.end
    assert at == len(article.text)


def check_marks(article: Article) -> None:
    text, source = Span(0, len(article.text)), Span(0, len(article.source))
    for inline in article.inlines:
        assert len(inline.span)
        assert any(block.span.covers(inline.span) for block in article.blocks)
        if inline.kind is InlineKind.PLACEHOLDER:
            assert inline.span.cut(article.text) == "\ufffc"
    for link in article.links:
        assert text.covers(link.text)
        assert source.covers(link.span)
        if link.url_span is not None:
            assert source.covers(link.url_span)
            written = link.url_span.cut(article.source)
            assert written == link.url or "&" in written or "\\" in written
    for image in article.images:
        assert source.covers(image.span)
        assert image.url_span is None or source.covers(image.url_span)
        for part in (image.alt, image.caption, image.credit):
            assert part is None or text.covers(part)
    for footnote in article.footnotes:
        for part in (footnote.reference, footnote.definition):
            assert part is None or text.covers(part)
    for comment in article.comments:
        assert source.covers(comment.span)
        assert 0 <= comment.at <= len(article.text)
    for note in article.notes:
        assert source.covers(note.span)
        assert note.message.endswith(".")
        assert note.hint
    for field in article.front_matter.fields if article.front_matter else ():
        assert source.covers(field.span)
        assert source.covers(field.key_span)


def check_back_and_forth(article: Article, chance: random.Random) -> None:
    for block in article.blocks:
        size = len(block.span)
        for _ in range(3):
            start = block.span.start + chance.randrange(size)
            span = Span(start, start + 1 + chance.randrange(block.span.end - start))
            origin = article.source_map.to_source(span)
            assert Span(0, len(article.source)).covers(origin)
            if article.source_map.is_literal(span):
                assert origin.cut(article.source) == span.cut(article.text)
                assert article.source_map.to_text(origin.start) == span.start
            elif len(origin):
                found = article.source_map.to_text(origin.start)
                assert found is not None
                assert found <= span.start
