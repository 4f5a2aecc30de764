"""Some blocks of an article, as if they were all of it.

An excerpt keeps the coordinates of the whole text, so that what is found in it is found in the
article. The other blocks are blanked out: who reads an excerpt cannot lean on them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cached_property

from newslint.article import Article, Footnote, Link
from newslint.attribution.graph import Attribution, AttributionGraph
from newslint.block_keys import footnotes_by_block, inlines_by_block, links_by_block
from newslint.errors import Unavailable
from newslint.facts import Facts, Sentence
from newslint.language.measures import DateAnchor, GrammarIssue
from newslint.language.quotation import Quotations
from newslint.language.tokens import Parse
from newslint.source_map import SourceMap
from newslint.span import Span


class Excerpt(Facts):
    """What is known of some blocks of an article.

    It is taken from what is known of the whole, not worked out anew: a quotation may go on
    from the paragraph before, and a pronoun has its source there. Speakers are those of a
    story and have no number here. Front matter, pictures, comments and the file are left out.
    """

    def __init__(self, whole: Facts, blocks: Sequence[int]) -> None:
        """Take the blocks with these indexes, in ascending order."""
        super().__init__(_excerpt(whole.article, blocks), whole.analyser, whole.option_date)
        self.whole = self._of = whole
        self._numbers = {old: new for new, old in enumerate(blocks)}

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences of these blocks."""
        return tuple(s for sentences in self.by_block for s in sentences)

    @cached_property
    def by_block(self) -> tuple[tuple[Sentence, ...], ...]:
        """The sentences of each of these blocks."""
        return tuple(
            tuple(Sentence(s.span, new) for s in self._of.by_block[old])
            for old, new in self._numbers.items()
        )

    def parses(self, names: bool) -> tuple[Parse, ...]:
        """Return the parse of each of these blocks."""
        parses = self._of.parses(names)
        return tuple(parses[index] for index in self._numbers)

    @cached_property
    def quotations(self) -> Quotations:
        """The quotations in these blocks."""
        numbers, whole = self._numbers, self._of.quotations
        return Quotations(
            tuple(replace(q, block=numbers[q.block]) for q in whole.all if q.block in numbers),
            tuple(replace(f, block=numbers[f.block]) for f in whole.faults if f.block in numbers),
        )

    @cached_property
    def turns(self) -> tuple[Span, ...]:
        """What is spoken in these blocks, if the whole article is an interview."""
        blocks = [block.span for block in self.article.blocks]
        return tuple(t for t in self._of.turns if any(b.covers(t) for b in blocks))

    @cached_property
    def attributions(self) -> AttributionGraph:
        """Who said what in these blocks."""
        graph = self._of.attributions
        return AttributionGraph(self._own(graph.attributions), (), self._own(graph.relayed))

    def _own(self, attributions: Iterable[Attribution]) -> tuple[Attribution, ...]:
        return tuple(
            replace(a, block=self._numbers[a.block], speaker=None, via=None)
            for a in attributions
            if a.block in self._numbers
        )

    @cached_property
    def grammar(self) -> tuple[tuple[GrammarIssue, ...], Unavailable | None]:
        """What the grammar engines say of these blocks, and what is missing."""
        issues, missing = self._of.grammar
        blocks = [block.span for block in self.article.blocks]
        return tuple(i for i in issues if any(b.covers(i.span) for b in blocks)), missing

    @cached_property
    def date(self) -> DateAnchor | None:
        """The date of the whole article."""
        return self._of.date


def _excerpt(article: Article, blocks: Sequence[int]) -> Article:
    """Return an article of some blocks; nothing in it leads to the file."""
    pieces: list[str] = []
    at = 0
    for span in (article.blocks[index].span for index in blocks):
        pieces += ("\n" * (span.start - at), span.cut(article.text))
        at = span.end
    pieces.append("\n" * (len(article.text) - at))
    kept = frozenset(blocks)
    return Article(
        article.path,
        article.format,
        "",
        "".join(pieces),
        SourceMap((), 0),
        tuple(article.blocks[index] for index in blocks),
        tuple(inline for index, inline in inlines_by_block(article) if index in kept),
        tuple(Link(k.text, k.url, Span(0, 0)) for i, k in links_by_block(article) if i in kept),
        footnotes=tuple(
            Footnote(note.label, note.reference, None)
            for index, note in footnotes_by_block(article)
            if index in kept
        ),
        keys=article.keys,
    )
