"""The ledger of an article: who its sources are, and how much of it rests on each of them.

It is made from the attribution graph (text coordinates), and is itself in the coordinates of
the source file. Pure.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from newslint.article import Article, BlockKind
from newslint.attribution.graph import (
    Attribution,
    AttributionGraph,
    CueClass,
    SourceKind,
    Speaker,
)
from newslint.finding import Position
from newslint.language.quotation import Quotations
from newslint.language.words import word_spans
from newslint.lines import Lines
from newslint.source_map import SourceMap
from newslint.span import Span

#: A story rests on one source if that one has this share of at least so many statements.
SINGLE_SHARE = 0.8
SINGLE_LEAST = 3
#: Words that open what a label of a source without a name does without.
_ADDED = (" who ", " which ", " on condition ", " on the condition ")


@dataclass(frozen=True, slots=True)
class Entry:
    """One speaker's line in the ledger.

    `speaker` is the graph's, with `first_mention` in source coordinates; `place` is where
    that begins. `label` is the name, or else the words of the first mention, without
    what is added to them. `statements`
    counts what the speaker is reported to say, `relayed` what the speaker passes on for
    others, `refusals` how often no comment was had. What is left of `speaker.attributions`
    are beliefs, wishes, decisions and feelings.
    """

    speaker: Speaker
    label: str
    place: Position
    statements: int = 0
    relayed: int = 0
    refusals: int = 0

    @property
    def is_source(self) -> bool:
        """Whether the speaker states something, or passes on what others state."""
        return self.statements + self.relayed > 0


@dataclass(frozen=True, slots=True)
class SentenceEntry:
    """A sentence in source coordinates, and whether sources stand behind half its words."""

    span: Span
    attributed: bool
    kind: BlockKind


class Shares:
    """The shares of some words that are quoted, attributed and stated; each from 0 to 1."""

    __slots__ = ()

    words: int
    quoted_words: int
    attributed_words: int
    stated_words: int

    @property
    def quoted_share(self) -> float:
        """The share of quoted words, from 0 to 1."""
        return share(self.quoted_words, self.words)

    @property
    def attributed_share(self) -> float:
        """The share of attributed words, from 0 to 1."""
        return share(self.attributed_words, self.words)

    @property
    def stated_share(self) -> float:
        """The share of words that sources state, from 0 to 1."""
        return share(self.stated_words, self.words)


@dataclass(frozen=True, slots=True)
class Ledger(Shares):
    """Who said what in an article, added up.

    `entries` has one line for each speaker of the graph, in order of ids. Words are those of
    the body's blocks: `words` all of them, `quoted_words` the ones in quotation marks or
    block quotations, `attributed_words` the ones that are content of an attribution with a
    source, `stated_words` those of them that the source stated. `statements` counts the
    reports with a source, `unplaced` those of them whose speaker could not be told (a
    pronoun), `sourceless` the attributions that give no source. No speaker makes or passes
    on more of the statements than `heaviest`: `heaviest_count` of them.
    """

    entries: tuple[Entry, ...] = ()
    sentences: tuple[SentenceEntry, ...] = ()
    words: int = 0
    quoted_words: int = 0
    attributed_words: int = 0
    stated_words: int = 0
    statements: int = 0
    unplaced: int = 0
    sourceless: int = 0
    heaviest: int | None = None
    heaviest_count: int = 0

    @property
    def sources(self) -> tuple[Entry, ...]:
        """The speakers who state something or pass it on."""
        return tuple(entry for entry in self.entries if entry.is_source)

    @property
    def single_source(self) -> Entry | None:
        """The one source that the article rests on, if it does."""
        few = self.statements < SINGLE_LEAST
        if few or self.heaviest_count < SINGLE_SHARE * self.statements:
            return None
        return next((e for e in self.entries if e.speaker.id == self.heaviest), None)

    def count(self, *kinds: SourceKind) -> int:
        """Return how many speakers are of one of these kinds."""
        return sum(entry.speaker.kind in kinds for entry in self.entries)

    def count_sources(self, *kinds: SourceKind) -> int:
        """Return how many sources are of one of these kinds."""
        return sum(entry.speaker.kind in kinds for entry in self.sources)


def share(part: int, whole: int) -> float:
    """Return how much of `whole` `part` is, from 0 to 1; 0 of nothing."""
    return part / whole if whole else 0.0


def ledger_of(
    article: Article,
    sentences: Sequence[Span],
    quotations: Quotations,
    graph: AttributionGraph,
    is_statement: Callable[[Attribution], bool],
) -> Ledger:
    """Return the ledger of an article.

    `sentences`, `quotations` and `graph` are in text coordinates. `is_statement` says
    whether an attribution of the graph reports what a source stated, rather than thought,
    wanted or did.
    """
    quoted = [q.inner for q in quotations.outer]
    quoted += [block.span for block in article.blocks if block.kind is BlockKind.QUOTE]
    sourced = [a for a in graph if a.source.kind is not SourceKind.NONE]
    stated = [a for a in sourced if is_statement(a)]
    content = _content(sourced)
    words = [w for b in article.blocks if b.is_body for w in word_spans(article.text, b.span)]
    carried = Counter(n for a in stated for n in {a.speaker, a.via} if n is not None)
    heaviest = max(carried, key=lambda number: carried[number], default=None)
    return Ledger(
        tuple(_entries(article, graph, [*stated, *filter(is_statement, graph.relayed)])),
        tuple(_sentences(article, sentences, content)),
        words=len(words),
        quoted_words=_count_inside(words, _merged(quoted)),
        attributed_words=_count_inside(words, content),
        stated_words=_count_inside(words, _content(stated)),
        statements=len(stated),
        unplaced=sum(a.speaker is None for a in stated),
        sourceless=len(graph) - len(sourced),
        heaviest=heaviest,
        heaviest_count=carried[heaviest] if heaviest is not None else 0,
    )


def unread_ledger(article: Article) -> Ledger:
    """Return the ledger of an article in a language that newslint cannot read: its words."""
    return Ledger(
        words=sum(len(word_spans(article.text, b.span)) for b in article.blocks if b.is_body)
    )


def in_source(attribution: Attribution, source_map: SourceMap) -> Attribution:
    """Return the attribution with every span in source coordinates.

    Markup inside a span becomes part of it; pieces that then touch become one.
    """
    source = attribution.source

    def mapped(spans: Iterable[Span]) -> tuple[Span, ...]:
        places = (_mapped(span, source_map) for span in spans)
        return tuple(_merged(place for place in places if place is not None))

    return replace(
        attribution,
        content=mapped(attribution.content),
        cue=mapped(attribution.cue),
        source=replace(
            source,
            spans=mapped(source.spans),
            head=_mapped(source.head, source_map),
            descriptor=_mapped(source.descriptor, source_map),
            reason=_mapped(source.reason, source_map),
            terms=_mapped(source.terms, source_map),
            antecedent=_mapped(source.antecedent, source_map),
        ),
    )


def _mapped(span: Span | None, source_map: SourceMap) -> Span | None:
    """Return the place in the source, or None where nothing was written there."""
    place = source_map.to_source(span) if span is not None else None
    return place if place is not None and len(place) else None


def _entries(
    article: Article, graph: AttributionGraph, stated: Sequence[Attribution]
) -> Iterator[Entry]:
    lines = Lines(article.source)
    statements = Counter(a.speaker for a in stated)
    relayed = Counter(a.via for a in stated)
    refusals = Counter(
        a.speaker for a in (*graph.attributions, *graph.relayed) if a.cue_class is CueClass.REFUSAL
    )
    for speaker in graph.speakers:
        mention = article.source_map.to_source(speaker.first_mention)
        yield Entry(
            replace(speaker, first_mention=mention),
            _label(speaker, article.text),
            lines.position(mention.start),
            statements[speaker.id],
            relayed[speaker.id],
            refusals[speaker.id],
        )


def _label(speaker: Speaker, text: str) -> str:
    """Return the name, or the words of the first mention up to what is added to them.

    "A soldier, speaking on condition of anonymity" is a soldier in a table.
    """
    mention = " ".join(speaker.first_mention.cut(text).split())
    if speaker.name:
        return " ".join(speaker.name.split())
    short = mention.partition(",")[0].strip()
    for added in _ADDED:
        short = short.partition(added)[0]
    return short if len(short.split()) > 1 else mention


def _sentences(
    article: Article, sentences: Sequence[Span], content: Sequence[Span]
) -> Iterator[SentenceEntry]:
    for span in sentences:
        words = word_spans(article.text, span)
        place = _mapped(span, article.source_map)
        block = article.block_at(span.start)
        if place and block:
            half = bool(words) and _count_inside(words, content) * 2 >= len(words)
            yield SentenceEntry(place, half, block.kind)


def _content(attributions: Iterable[Attribution]) -> list[Span]:
    return _merged(span for a in attributions for span in a.content)


def _merged(spans: Iterable[Span]) -> list[Span]:
    """Return the spans in order, those that overlap or touch made one."""
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.start <= found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return found


def _count_inside(words: Iterable[Span], spans: Sequence[Span]) -> int:
    """Return how many words begin inside one of `spans`, which are in order and apart."""
    starts = [span.start for span in spans]
    count = 0
    for word in words:
        at = bisect_right(starts, word.start) - 1
        count += at >= 0 and word.start < spans[at].end
    return count
