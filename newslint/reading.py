"""A reading: an article with everything that may be asked of its language.

It is the only thing a rule sees. Each fact is computed at most once, and only when asked
for. The engine computes parses ahead, in batches over many files (`prepare`).
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from functools import cache, wraps
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar, cast

from newslint.article import Article, Block
from newslint.block_keys import passages_of
from newslint.errors import Unavailable, UndeclaredNeed
from newslint.facts import Analyser, Facts, Sentence, check_together, parse_together
from newslint.language.lazy_regex import LazyRegex, places_of_any
from newslint.language.measures import DateAnchor, GrammarIssue, Readability
from newslint.language.quotation import Quotations
from newslint.language.tokens import Entity, Parse, Token
from newslint.recent import Recent
from newslint.span import Span

if TYPE_CHECKING:
    from newslint.attribution.graph import AttributionGraph

__all__ = [
    "Analyser",
    "Reading",
    "Sentence",
    "of_the_article",
    "once_an_article",
    "prepare",
    "with_implied",
]

_Args = ParamSpec("_Args")
_Found = TypeVar("_Found")

_IMPLIED: dict[str, tuple[str, ...]] = {
    "attributions": ("sentences", "quotations", "names", "parse"),
    "names": ("parse",),
    "readability": ("sentences", "quotations"),
}


def with_implied(needs: Iterable[str]) -> frozenset[str]:
    """Return `needs` together with everything they are computed from."""
    return _closure(frozenset(needs))


@cache
def _closure(needs: frozenset[str]) -> frozenset[str]:
    found: set[str] = set()
    queue = list(needs)
    while queue:
        need = queue.pop()
        if need not in found:
            found.add(need)
            queue.extend(_IMPLIED.get(need, ()))
    return frozenset(found)


class Reading:
    """An article and its language, as far as the asking rule declared its `needs`.

    Made by the engine (or `read` in tests); `declaring` gives a rule its own view. Asking
    for something undeclared calls `undeclared`, which by default raises `UndeclaredNeed`.
    `text` and `blocks` are those of the article.
    """

    article: Article
    text: str
    blocks: tuple[Block, ...]

    def __init__(
        self,
        article: Article,
        analyser: Analyser,
        *,
        date: datetime.date | None = None,
        undeclared: Callable[[str], None] | None = None,
        recent: Recent | None = None,
    ) -> None:
        """Make a reading that may be asked anything; nothing is computed yet.

        What was worked out of the same blocks before is taken from `recent`, which must go
        with the analyser.
        """
        self.article = article
        self.text = article.text
        self.blocks = article.blocks
        self._facts = Facts(article, analyser, date, recent)
        self._declared: frozenset[str] | None = None
        self._undeclared = undeclared

    def declaring(
        self, needs: Iterable[str], undeclared: Callable[[str], None] | None = None
    ) -> Reading:
        """Return a view of this reading for a rule with these `needs`; facts are shared.

        `undeclared` replaces what this reading calls when something else is asked for.
        """
        return self._view(self._facts, with_implied(needs), undeclared or self._undeclared)

    def excerpt(self, blocks: Sequence[int]) -> Reading:
        """Return a reading of some blocks, by their indexes in ascending order.

        It shows nothing of the others. Rules see it as they do a reading: through `declaring`.
        """
        from newslint.excerpt import Excerpt

        return self._view(Excerpt(self._facts, blocks), None, self._undeclared)

    def passages(self, needs: Iterable[str]) -> tuple[tuple[range, Hashable], ...]:
        """Return the passages of the article: ranges of block indexes, each with a key.

        Passages with equal keys look the same in an excerpt to a rule with these `needs`, but
        for their place. Blocks that share an attribution are one passage, if attributions are
        needed; otherwise each block is.
        """
        facts, wanted = self._facts, with_implied(needs)
        if "parse" in wanted:
            facts.parses("names" in wanted)
        graph = facts.attributions if "attributions" in wanted else None
        passages = passages_of(facts.block_keys, facts.article, graph)
        return tuple((blocks, (facts.named, key)) for blocks, key in passages)

    def asked_of_article(self) -> dict[Callable[[Reading], object], object]:
        """Return what an excerpt was told of its whole article since the last call."""
        asked, self._facts.asked = self._facts.asked, {}
        return asked

    def _view(
        self,
        facts: Facts,
        declared: frozenset[str] | None,
        undeclared: Callable[[str], None] | None,
    ) -> Reading:
        view = object.__new__(Reading)
        view.article = facts.article
        view.text = facts.article.text
        view.blocks = facts.article.blocks
        view._facts = facts
        view._declared = declared
        view._undeclared = undeclared
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
    def sentences(self) -> tuple[Sentence, ...]:
        """All sentences, in text order."""
        self._ask("sentences")
        return self._facts.sentences

    def sentences_of(self, block: int) -> tuple[Sentence, ...]:
        """The sentences of one block, by its index."""
        self._ask("sentences")
        return self._facts.by_block[block]

    def sentences_with(self, *patterns: LazyRegex) -> tuple[Sentence, ...]:
        """The sentences in which one of these expressions may find something, in text order.

        Where they look for rare words, those of the article are found once: that takes less
        than to search every sentence.
        """
        self._ask("sentences")
        places = places_of_any(self.text, patterns)
        if places is None:
            return self._facts.sentences
        holding = (self.sentence_at(place) for place in places)
        return tuple(dict.fromkeys(s for s in holding if s is not None))

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
    def turns(self) -> tuple[Span, ...]:
        """What is spoken in the turns of an interview; none in another article."""
        return self._facts.turns

    @property
    def parses(self) -> tuple[Parse, ...]:
        """One parse for each block, in the same order. Entities need `names`."""
        names = self._declared is None or "names" in self._declared
        self._ask("names" if self._declared is None else "parse")
        return self._facts.parses(names)

    def marked(
        self, block: int, mark: Callable[[Token], _Found | None]
    ) -> Iterator[tuple[Token, _Found]]:
        """Yield the words of a block, by its index, to which `mark` gives something, with that.

        `mark` looks at nothing but the words of the block and their grammar, and what it gives
        has no place in the text. It must be a function of a module: the same one for the
        same block is not asked twice in a process.
        """
        tokens = self.parses[block].tokens

        def work_out() -> tuple[tuple[int, _Found], ...]:
            kept: list[tuple[int, _Found]] = []
            for token in tokens:
                found = mark(token)
                if found is not None:
                    kept.append((token.i, found))
            return tuple(kept)

        for i, found in self._facts.recalled(mark, block, work_out):
            yield tokens[i], found

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


def once_an_article(
    work_out: Callable[Concatenate[Reading, _Args], _Found],
) -> Callable[Concatenate[Reading, _Args], _Found]:
    """Let what several rules ask of a reading be worked out once for an article.

    The other arguments must be hashable, and the result must not be changed. Who asks must
    have declared what it needs, also where the answer is there already.
    """

    def remembered(reading: Reading, *args: _Args.args, **kwargs: _Args.kwargs) -> _Found:
        facts = reading._facts
        key: Hashable = work_out
        if args or kwargs:
            key = (work_out, args, tuple(sorted(kwargs.items())))
        if key in facts.worked_out:  # nearly always: what follows takes three times as long
            return facts.worked_out[key]  # type: ignore[no-any-return]
        return facts.once(key, lambda: work_out(reading, *args, **kwargs))  # type: ignore[no-any-return]

    return cast("Callable[Concatenate[Reading, _Args], _Found]", wraps(work_out)(remembered))


def of_the_article(work_out: Callable[[Reading], _Found]) -> Callable[[Reading], _Found]:
    """Let an excerpt be told of its whole article what `work_out` says of that.

    What is told must be comparable, and is best free of places: whatever was found in the
    excerpt holds only as long as the article says the same.
    """

    @wraps(work_out)
    def told(reading: Reading) -> _Found:
        facts = reading._facts
        if facts.whole is None:
            return work_out(reading)
        found = work_out(reading._view(facts.whole, reading._declared, reading._undeclared))
        facts.asked[told] = found
        return found

    return told


def prepare(readings: Sequence[Reading], needs: Iterable[str]) -> None:
    """Parse and check the blocks of many readings in one batch, as far as `needs` ask for it.

    Raises:
        Unavailable: if the language model is missing.
    """
    wanted = with_implied(needs)
    if "grammar" in wanted:
        check_together([r._facts for r in readings if "grammar" not in vars(r._facts)])
    if "parse" in wanted:
        parse_together([r._facts for r in readings if r._facts.parsed is None], "names" in wanted)
