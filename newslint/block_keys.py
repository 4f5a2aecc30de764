"""What a block says, wherever it stands: a key that equal blocks share.

Two blocks of one article, or of two, with equal keys are alike in all that can be told of a
block but its place. What is said of the article as a whole is not in a key.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Hashable, Iterable, Sequence
from typing import TYPE_CHECKING, TypeVar

from newslint.article import Article, Footnote, Inline, Link
from newslint.language.quotation import Quotations
from newslint.span import Span

if TYPE_CHECKING:
    from newslint.attribution.graph import Attribution, AttributionGraph

Keys = tuple[tuple[Hashable, ...], ...]
Placed = TypeVar("Placed")


def keys_of_blocks(article: Article, quotations: Quotations, turns: Sequence[Span]) -> Keys:
    """Return a key of each block: its kind and text, its markup and its quotations.

    `turns` are what is spoken in an interview.
    """
    parts: list[list[Hashable]] = [
        [block.kind, block.level, block.key, block.span.cut(article.text)]
        for block in article.blocks
    ]
    starts = [block.span.start for block in article.blocks]
    for index, inline in inlines_by_block(article):
        parts[index].append((inline.kind, _from(starts[index], inline.span)))
    for q in quotations.all:
        at = starts[q.block]
        same = (q.mark, q.depth, q.closed, q.continues, q.continuation)
        parts[q.block].append((_from(at, q.span), _from(at, q.inner), same))
    for fault in quotations.faults:
        parts[fault.block].append((fault.fault, _from(starts[fault.block], fault.span)))
    for turn in turns:
        index = bisect_right(starts, turn.start) - 1
        parts[index].append(("turn", _from(starts[index], turn)))
    for index, link in links_by_block(article):
        parts[index].append((link.url, _from(starts[index], link.text)))
    for index, note in footnotes_by_block(article):
        if note.reference is not None:
            parts[index].append(("note", note.label, note.reference.start - starts[index]))
    return tuple(map(tuple, parts))


def passages_of(
    keys: Keys, article: Article, graph: AttributionGraph | None
) -> tuple[tuple[range, Hashable], ...]:
    """Return the passages of an article, as ranges of block indexes, each with its key.

    A passage is mostly one block. Blocks belong together where a statement in one is attributed
    to words in another. The key holds besides the blocks' own who says what in them, as far as
    there is a `graph`.
    """
    firsts = list(range(len(keys)))  # where the passage begins that a block belongs to
    said: list[list[Hashable]] = [[] for _ in keys]
    starts = [block.span.start for block in article.blocks]
    for inner, attributions in enumerate((graph.attributions, graph.relayed) if graph else ()):
        for a in attributions:
            touched = [max(0, bisect_right(starts, s.start) - 1) for s in _spans(a)]
            first, last = min(a.block, *touched), max(a.block, *touched)
            for index in range(first, last + 1):
                firsts[index] = min(firsts[index], first)
            said[a.block].append((inner, _of_attribution(a, starts[a.block])))
    found: list[range] = []
    for index, first in enumerate(firsts):
        while found and found[-1].start > first:
            found.pop()
        if found and found[-1].stop > first:
            found[-1] = range(found[-1].start, index + 1)
        else:
            found.append(range(first, index + 1))
    return tuple(
        (
            blocks,
            tuple((keys[i], starts[i] - starts[blocks[0]], tuple(said[i])) for i in blocks),
        )
        for blocks in found
    )


def inlines_by_block(article: Article) -> Iterable[tuple[int, Inline]]:
    """Return the inlines that lie in a block, each with the block's index."""
    return _by_block(article, ((inline.span, inline) for inline in article.inlines))


def links_by_block(article: Article) -> Iterable[tuple[int, Link]]:
    """Return the links that lie in a block, each with the block's index."""
    return _by_block(article, ((link.text, link) for link in article.links))


def footnotes_by_block(article: Article) -> Iterable[tuple[int, Footnote]]:
    """Return the footnotes that are referred to in a block, each with the block's index."""
    notes = ((n.reference, n) for n in article.footnotes)
    return _by_block(article, ((place, note) for place, note in notes if place is not None))


def _by_block(
    article: Article, placed: Iterable[tuple[Span, Placed]]
) -> Iterable[tuple[int, Placed]]:
    starts = [block.span.start for block in article.blocks]
    for span, value in placed:
        index = bisect_right(starts, span.start) - 1
        if index >= 0 and article.blocks[index].span.covers(span):
            yield index, value


def _of_attribution(a: Attribution, start: int) -> Hashable:
    """Return an attribution without its number and its speaker's, placed from `start` on."""
    s = a.source
    single = (s.head, s.descriptor, s.reason, s.terms, s.antecedent)
    return (
        tuple(_from(start, span) for span in a.content),
        tuple(_from(start, span) for span in a.cue),
        tuple(_from(start, span) for span in s.spans),
        tuple(span and _from(start, span) for span in single),
        (s.kind, s.name, s.role, s.plural, s.pronoun),
        (a.directness, a.cue_class, a.cue_lemma, a.negated),
    )


def _spans(a: Attribution) -> Iterable[Span]:
    s = a.source
    single = (s.head, s.descriptor, s.reason, s.terms, s.antecedent)
    return (*a.content, *a.cue, *s.spans, *(span for span in single if span is not None))


def _from(start: int, span: Span) -> tuple[int, int]:
    return span.start - start, span.end - start
