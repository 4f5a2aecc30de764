"""A reading: an article with everything that may be asked of its language.

It is the only thing a rule sees. Each fact is computed at most once, and only when asked
for. The engine computes parses ahead, in batches over many files (`prepare`).
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from newslint.article import Article, Block
from newslint.errors import Unavailable, UndeclaredNeed
from newslint.language.engines import Incomplete
from newslint.language.measures import DateAnchor, GrammarIssue, Readability
from newslint.language.quotation import Quotations
from newslint.language.quotations import find_quotations
from newslint.language.sentences import split_sentences
from newslint.language.tokens import Entity, Parse, ParseRequest
from newslint.span import Span

if TYPE_CHECKING:
    from newslint.attribution.graph import AttributionGraph

_IMPLIED: dict[str, tuple[str, ...]] = {
    "attributions": ("sentences", "quotations", "names", "parse"),
    "names": ("parse",),
    "readability": ("sentences", "quotations"),
}


def with_implied(needs: Iterable[str]) -> frozenset[str]:
    """Return `needs` together with everything they are computed from."""
    found: set[str] = set()
    queue = list(needs)
    while queue:
        need = queue.pop()
        if need not in found:
            found.add(need)
            queue.extend(_IMPLIED.get(need, ()))
    return frozenset(found)


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


class _Facts:
    """What has been computed for one article; shared by all views of its reading."""

    def __init__(self, article: Article, analyser: Analyser, date: datetime.date | None) -> None:
        self.article = article
        self.analyser = analyser
        self.option_date = date
        self.parsed: tuple[Parse, ...] | None = None
        self.named = False

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        return tuple(
            Sentence(span.shifted(block.span.start), index)
            for index, block in enumerate(self.article.blocks)
            for span in split_sentences(block.span.cut(self.article.text))
        )

    @cached_property
    def by_block(self) -> tuple[tuple[Sentence, ...], ...]:
        found: list[list[Sentence]] = [[] for _ in self.article.blocks]
        for sentence in self.sentences:
            found[sentence.block].append(sentence)
        return tuple(tuple(sentences) for sentences in found)

    def requests(self) -> list[ParseRequest]:
        return [
            ParseRequest(
                block.span.cut(self.article.text),
                block.span.start,
                tuple(s.span.shifted(-block.span.start) for s in self.by_block[index]),
            )
            for index, block in enumerate(self.article.blocks)
        ]

    def parses(self, names: bool) -> tuple[Parse, ...]:
        if self.parsed is None or (names and not self.named):
            self.parsed = tuple(self.analyser.parse(self.requests(), names=names))
            self.named = names
        return self.parsed

    @cached_property
    def quotations(self) -> Quotations:
        return find_quotations(self.article)

    @cached_property
    def attributions(self) -> AttributionGraph:
        from newslint.attribution.extraction import extract

        return extract(
            self.article,
            self.parses(names=True),
            tuple(tuple(s.span for s in group) for group in self.by_block),
            self.quotations,
        )

    @cached_property
    def readability(self) -> Readability:
        return self.readability_of(self.body)

    @cached_property
    def quoted_readability(self) -> Readability:
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
        return any(
            q.span.covers(sentence.span)
            or (sentence.span.covers(q.span) and len(q.span) * 2 > len(sentence.span))
            for q in self.quotations.outer
            if q.block == sentence.block
        )

    @cached_property
    def grammar(self) -> tuple[tuple[GrammarIssue, ...], Unavailable | None]:
        missing: Unavailable | None = None
        try:
            found = self.analyser.grammar(self.requests())
        except Incomplete as incomplete:
            found, missing = incomplete.found, incomplete
        return tuple(issue for issues in found for issue in issues), missing

    @cached_property
    def date(self) -> DateAnchor | None:
        from newslint.language.anchor import find_anchor

        return find_anchor(self.article, self.option_date)


class Reading:
    """An article and its language, as far as the asking rule declared its `needs`.

    Made by the engine (or `read` in tests); `declaring` gives a rule its own view. Asking
    for something undeclared calls `undeclared`, which by default raises `UndeclaredNeed`.
    """

    def __init__(
        self,
        article: Article,
        analyser: Analyser,
        *,
        date: datetime.date | None = None,
        undeclared: Callable[[str], None] | None = None,
    ) -> None:
        """Make a reading that may be asked anything; nothing is computed yet."""
        self.article = article
        self._facts = _Facts(article, analyser, date)
        self._declared: frozenset[str] | None = None
        self._undeclared = undeclared

    def declaring(
        self, needs: Iterable[str], undeclared: Callable[[str], None] | None = None
    ) -> Reading:
        """Return a view of this reading for a rule with these `needs`; facts are shared.

        `undeclared` replaces what this reading calls when something else is asked for.
        """
        view = object.__new__(Reading)
        view.article = self.article
        view._facts = self._facts
        view._declared = with_implied(needs)
        view._undeclared = undeclared or self._undeclared
        return view

    def _ask(self, need: str) -> None:
        if self._declared is None or need in self._declared:
            return
        if self._undeclared is None:
            raise UndeclaredNeed(
                f"a rule asks for {need!r} without declaring it", f'add "{need}" to its `needs`'
            )
        self._undeclared(need)

    @property
    def text(self) -> str:
        """The article's text."""
        return self.article.text

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The article's blocks."""
        return self.article.blocks

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """All sentences, in text order."""
        self._ask("sentences")
        return self._facts.sentences

    def sentences_of(self, block: int) -> tuple[Sentence, ...]:
        """The sentences of one block, by its index."""
        self._ask("sentences")
        return self._facts.by_block[block]

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that holds the text character at `offset`."""
        self._ask("sentences")
        low, high = 0, len(self._facts.sentences)
        while low < high:
            middle = (low + high) // 2
            if self._facts.sentences[middle].span.end <= offset:
                low = middle + 1
            else:
                high = middle
        if low < len(self._facts.sentences):
            sentence = self._facts.sentences[low]
            if sentence.span.start <= offset:
                return sentence
        return None

    @property
    def quotations(self) -> Quotations:
        """Everything in quotation marks, and marks without a partner."""
        self._ask("quotations")
        return self._facts.quotations

    @property
    def parses(self) -> tuple[Parse, ...]:
        """One parse for each block, in the same order. Entities need `names`."""
        names = self._declared is None or "names" in self._declared
        self._ask("names" if self._declared is None else "parse")
        return self._facts.parses(names)

    @property
    def entities(self) -> tuple[Entity, ...]:
        """All named entities, in text order."""
        self._ask("names")
        return tuple(e for parse in self._facts.parses(names=True) for e in parse.entities)

    @property
    def attributions(self) -> AttributionGraph:
        """Who said what."""
        self._ask("attributions")
        return self._facts.attributions

    @property
    def readability(self) -> Readability:
        """Readability of the narration: body sentences, long quotations left out."""
        self._ask("readability")
        return self._facts.readability

    @property
    def quoted_readability(self) -> Readability:
        """Readability of the body sentences that are mostly quoted."""
        self._ask("readability")
        return self._facts.quoted_readability

    def readability_of(self, blocks: Sequence[int]) -> Readability:
        """Readability of the narration in some blocks, by their indexes."""
        self._ask("readability")
        return self._facts.readability_of(blocks)

    @property
    def grammar(self) -> tuple[GrammarIssue, ...]:
        """What the grammar engines say, unfiltered."""
        self._ask("grammar")
        return self._facts.grammar[0]

    @property
    def grammar_missing(self) -> Unavailable | None:
        """Why `grammar` is not all that was asked for: an engine of several is missing."""
        self._ask("grammar")
        return self._facts.grammar[1]

    @property
    def date(self) -> DateAnchor | None:
        """The article's own date, never today's."""
        self._ask("date")
        return self._facts.date


def prepare(readings: Sequence[Reading], needs: Iterable[str]) -> None:
    """Parse and check the blocks of many readings in one batch, as far as `needs` ask for it.

    Raises:
        Unavailable: if the language model is missing.
    """
    wanted = with_implied(needs)
    if "grammar" in wanted:
        _check_together([r._facts for r in readings if "grammar" not in vars(r._facts)])
    if "parse" in wanted:
        _parse_together([r._facts for r in readings if r._facts.parsed is None], "names" in wanted)


def _parse_together(facts: Sequence[_Facts], names: bool) -> None:
    requests = [f.requests() for f in facts]
    if not facts:
        return
    parses = iter(facts[0].analyser.parse([r for group in requests for r in group], names=names))
    for fact, group in zip(facts, requests, strict=True):
        fact.parsed = tuple(next(parses) for _ in group)
        fact.named = names


def _check_together(facts: Sequence[_Facts]) -> None:
    """Ask the engines once about many articles. What fails is asked again, and told, singly."""
    requests = [f.requests() for f in facts]
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
