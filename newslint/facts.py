"""What is computed of one article: each fact once, and only when it is asked for."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from newslint.article import Article
from newslint.block_keys import Keys, keys_of_blocks
from newslint.errors import Unavailable
from newslint.language.engines import Incomplete
from newslint.language.measures import DateAnchor, GrammarIssue, Readability
from newslint.language.quotation import Quotations
from newslint.language.quotations import find_quotations
from newslint.language.sentences import split_sentences
from newslint.language.tokens import Parse, ParseRequest
from newslint.language.turns import turns as find_turns
from newslint.recent import Recent
from newslint.span import Span

if TYPE_CHECKING:
    from newslint.attribution.graph import AttributionGraph

#: What is kept of a block weighs in bytes, about: a few words of it, or all that it says.
_SOME, _ALL = 200, 6_000
_Found = TypeVar("_Found")


class Analyser(Protocol):
    """What loads and runs the language libraries. Raises `Unavailable` where it cannot."""

    def parse(self, requests: Sequence[ParseRequest], *, names: bool) -> list[Parse]:
        """Parse blocks in one batch; entities only if `names`."""
        ...

    def grammar(self, requests: Sequence[ParseRequest]) -> list[tuple[GrammarIssue, ...]]:
        """Return what the grammar engines say of each block."""
        ...


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a block: its place in the text, and the index of its block."""

    span: Span
    block: int


class Facts:
    """What has been computed for one article; shared by all views of its reading."""

    def __init__(
        self,
        article: Article,
        analyser: Analyser,
        date: datetime.date | None,
        recent: Recent | None = None,
    ) -> None:
        """Hold the article and its language's analyser; `date` is that of the option.

        What is worked out of a block is looked up in `recent`, and kept there. An excerpt has
        the facts of its `whole` article, and in `asked` what that was asked, by function.
        """
        self.article = article
        self.analyser = analyser
        self.option_date = date
        self.recent = recent
        self.whole: Facts | None = None
        self.asked: dict[Any, Any] = {}
        self.parsed: tuple[Parse, ...] | None = None
        self.named = False
        self.worked_out: dict[Hashable, Any] = {}

    def once(self, key: Hashable, work_out: Callable[[], Any]) -> Any:
        """Return what `work_out` gave when it was asked for under this key first."""
        if key not in self.worked_out:
            self.worked_out[key] = work_out()
        return self.worked_out[key]

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """All sentences, in text order."""
        return tuple(
            Sentence(span.shifted(block.span.start), index)
            for index, block in enumerate(self.article.blocks)
            for span in split_sentences(block.span.cut(self.article.text))
        )

    @cached_property
    def by_block(self) -> tuple[tuple[Sentence, ...], ...]:
        """The sentences of each block."""
        found: list[list[Sentence]] = [[] for _ in self.article.blocks]
        for sentence in self.sentences:
            found[sentence.block].append(sentence)
        return tuple(tuple(sentences) for sentences in found)

    @cached_property
    def requests(self) -> tuple[ParseRequest, ...]:
        """What is to be parsed: each block with its sentences."""
        return tuple(
            ParseRequest(
                block.span.cut(self.article.text),
                block.span.start,
                tuple(s.span.shifted(-block.span.start) for s in self.by_block[index]),
            )
            for index, block in enumerate(self.article.blocks)
        )

    def parses(self, names: bool) -> tuple[Parse, ...]:
        """Return the parse of each block, with entities if `names`."""
        if self.parsed is None or (names and not self.named):
            self.parsed = tuple(self.analyser.parse(self.requests, names=names))
            self.named = names
        return self.parsed

    @cached_property
    def quotations(self) -> Quotations:
        """The quotations, and quotation marks that are at fault."""
        return find_quotations(self.article)

    @cached_property
    def turns(self) -> tuple[Span, ...]:
        """What is spoken in the turns of an interview."""
        return find_turns(self.article)

    @cached_property
    def block_keys(self) -> Keys:
        """What each block says, wherever it stands."""
        return keys_of_blocks(self.article, self.quotations, self.turns)

    @cached_property
    def attributions(self) -> AttributionGraph:
        """Who said what."""
        from newslint.attribution.extraction import extract

        return extract(
            self.article,
            self.parses(names=True),
            tuple(tuple(s.span for s in group) for group in self.by_block),
            self.quotations,
            partial(self.recalled, "claimed", weight=_ALL),
        )

    def recalled(
        self, what: Hashable, block: int, work_out: Callable[[], _Found], weight: int = _SOME
    ) -> _Found:
        """Return what was worked out for an equal block under the same name, or work it out.

        It must follow from the block's own words alone, and hold wherever the block stands;
        `weight` is about the bytes it takes.
        """
        if self.recent is None:
            return work_out()
        key = (what, self.named, self.block_keys[block])
        known: _Found | None = self.recent.get(key)
        if known is not None:
            return known
        letters = len(self.article.blocks[block].span)  # of the key, which others share
        return self.recent.put(key, work_out(), weight + letters)

    @cached_property
    def readability(self) -> Readability:
        """Readability of the narration."""
        return self.readability_of(self.body)

    @cached_property
    def quoted_readability(self) -> Readability:
        """Readability of what is quoted."""
        from newslint.language.readability import measure

        text, blocks = self.quoted
        return measure(text, blocks)

    @cached_property
    def body(self) -> tuple[int, ...]:
        """The indexes of the blocks of the story."""
        return tuple(i for i, block in enumerate(self.article.blocks) if block.is_body)

    def readability_of(self, blocks: Sequence[int]) -> Readability:
        """Measure the writer's own words in some blocks: what is quoted at length is left out."""
        from newslint.language.readability import measure

        parts = [part for index in blocks if (part := self.narration(index))]
        return measure(" ".join(parts), len(parts))

    def narration(self, block: int) -> str:
        """The sentences of a block that are not mostly quoted."""
        own = [s.span for s in self.by_block[block] if not self.is_quoted(s)]
        return " ".join(span.cut(self.article.text) for span in own)

    @cached_property
    def quoted(self) -> tuple[str, int]:
        """The sentences of the body that are mostly quoted, and in how many blocks they are."""
        told = [s for index in self.body for s in self.by_block[index] if self.is_quoted(s)]
        text = " ".join(s.span.cut(self.article.text) for s in told)
        return text, len({s.block for s in told})

    def is_quoted(self, sentence: Sentence) -> bool:
        """Tell whether more than half of a sentence is quoted."""
        return any(
            q.span.covers(sentence.span)
            or (sentence.span.covers(q.span) and len(q.span) * 2 > len(sentence.span))
            for q in self.quotations.overlapping(sentence.span)
        )

    @cached_property
    def grammar(self) -> tuple[tuple[GrammarIssue, ...], Unavailable | None]:
        """What the grammar engines say, and why it is not all that was asked for."""
        missing: Unavailable | None = None
        try:
            found = self.analyser.grammar(self.requests)
        except Incomplete as incomplete:
            found, missing = incomplete.found, incomplete
        return tuple(issue for issues in found for issue in issues), missing

    @cached_property
    def date(self) -> DateAnchor | None:
        """The article's own date, never today's."""
        from newslint.language.anchor import find_anchor

        return find_anchor(self.article, self.option_date)


def parse_together(facts: Sequence[Facts], names: bool) -> None:
    """Parse the blocks of many articles in one batch, with entities if `names`."""
    requests = [f.requests for f in facts]
    if not facts:
        return
    parses = iter(facts[0].analyser.parse([r for group in requests for r in group], names=names))
    for fact, group in zip(facts, requests, strict=True):
        fact.parsed = tuple(next(parses) for _ in group)
        fact.named = names


def check_together(facts: Sequence[Facts]) -> None:
    """Ask the engines once about many articles. What fails is asked again, and told, singly."""
    requests = [f.requests for f in facts]
    missing: Unavailable | None = None
    if not facts:
        return
    try:
        found = facts[0].analyser.grammar([r for group in requests for r in group])
    except Incomplete as incomplete:
        found, missing = incomplete.found, incomplete
    except Unavailable:
        return
    answers = iter(found)
    for fact, group in zip(facts, requests, strict=True):
        fact.grammar = tuple(issue for _ in group for issue in next(answers)), missing
