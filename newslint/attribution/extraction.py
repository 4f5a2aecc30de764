"""From parsed blocks and quotations to the attribution graph."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from newslint.article import Article, BlockKind
from newslint.attribution.asides import find_asides
from newslint.attribution.continuation import carry_over
from newslint.attribution.extent import reaching
from newslint.attribution.graph import Attribution, AttributionGraph, Source, SourceKind
from newslint.attribution.headlines import find_headline_verbs
from newslint.attribution.labels import find_labels
from newslint.attribution.nominal import find_nominal
from newslint.attribution.ownership import claim_quotations
from newslint.attribution.passage import Draft, Passage
from newslint.attribution.relays import relay_of
from newslint.attribution.reports import find_reports
from newslint.attribution.resolve import resolve
from newslint.attribution.roster import roster_of
from newslint.attribution.secondhand import find_secondhand
from newslint.attribution.sources import describe
from newslint.attribution.speakers import Told, cluster, directness
from newslint.language.quotation import Quotations
from newslint.language.tokens import Parse, token_spans
from newslint.span import Span

_RELAYING = frozenset({SourceKind.OUTLET, SourceKind.DOCUMENT})


@dataclass(frozen=True, slots=True)
class Claimed:
    """What a block says by itself, told with the places of a block that starts at `start`.

    In token indices, `left` are the quotations that nothing in the block reports, and `nested`
    pairs attributions with those inside them.
    """

    start: int
    told: tuple[Told, ...]
    left: tuple[range, ...]
    nested: tuple[tuple[Draft, Draft], ...]


#: Answers for a block, by its index, with what the function would work out.
Recall = Callable[[int, Callable[[], Claimed]], Claimed]


def extract(
    article: Article,
    parses: Sequence[Parse],
    sentences: Sequence[Sequence[Span]],
    quotations: Quotations,
    recall: Recall = lambda _, work_out: work_out(),
) -> AttributionGraph:
    """Return who said what.

    `parses` and `sentences` (text coordinates) have one entry for each block. Contents
    never overlap: of nested attributions only the outermost stands; what an outlet or a
    document passes on is kept apart as `relayed`. `recall` may answer for a block, by its
    index, with what was worked out for the same block in another place.
    """
    outer = quotations.outer
    passages = [
        Passage.of(n, block.kind, parse, (q for q in outer if q.block == n))
        for n, (block, parse) in enumerate(zip(article.blocks, parses, strict=True))
    ]
    claimed = [recall(p.index, partial(_claimed, article, p)) for p in passages]
    told: list[Told] = []
    for passage, claim in zip(passages, claimed, strict=True):
        by = article.blocks[passage.index].span.start - claim.start
        told += [_moved(one, by, passage.index) for one in claim.told]
    carried = carry_over(passages, [c.left for c in claimed], [t.attribution for t in told])
    told += [Told(attribution) for attribution in carried]
    for passage, claim in zip(passages, claimed, strict=True):
        for outside, inside in claim.nested:
            relay = describe(passage, outside)
            if relay.kind in _RELAYING and inside.source:
                told.append(Told(_attribution(article, passage, inside), relay, inner=True))
    told.sort(key=lambda t: t.attribution.place)
    quoted = [q.inner for q in outer]
    quoted += [block.span for block in article.blocks if block.kind is BlockKind.QUOTE]
    return cluster(told, article.text, quoted, roster_of(passages, parses, sentences))


def _claimed(article: Article, passage: Passage) -> Claimed:
    resolved = resolve(passage, _drafts(passage))
    drafts, left = claim_quotations(passage, resolved.outer)
    told = (Told(_attribution(article, passage, d), relay_of(passage, d)) for d in drafts)
    start = article.blocks[passage.index].span.start
    return Claimed(start, tuple(told), tuple(left), resolved.inner)


def _moved(told: Told, by: int, block: int) -> Told:
    """Return what is told as it is in a block that stands `by` characters further on."""
    a = told.attribution
    if not by and a.block == block:
        return told
    attribution = replace(
        a,
        content=_shifted(a.content, by),
        cue=_shifted(a.cue, by),
        source=_moved_source(a.source, by),
        block=block,
    )
    return replace(
        told, attribution=attribution, relay=told.relay and _moved_source(told.relay, by)
    )


def _moved_source(source: Source, by: int) -> Source:
    def place(span: Span | None) -> Span | None:
        return None if span is None else span.shifted(by)

    return replace(
        source,
        spans=_shifted(source.spans, by),
        head=place(source.head),
        descriptor=place(source.descriptor),
        reason=place(source.reason),
        terms=place(source.terms),
        antecedent=place(source.antecedent),
    )


def _shifted(spans: tuple[Span, ...], by: int) -> tuple[Span, ...]:
    return tuple(span.shifted(by) for span in spans)


def _drafts(passage: Passage) -> list[Draft]:
    return [
        *find_labels(passage),
        *find_headline_verbs(passage),
        *find_asides(passage),
        *find_secondhand(passage),
        *reaching(passage, find_reports(passage)),
        *reaching(passage, find_nominal(passage)),
    ]


def _attribution(article: Article, passage: Passage, draft: Draft) -> Attribution:
    content = passage.spans(draft.content)
    quoted = [q.inner for q in passage.quotations]
    return Attribution(
        content=content,
        cue=token_spans([passage.tokens[i] for i in draft.cue]),
        source=describe(passage, draft),
        directness=directness(content, quoted, article.text)[0],
        cue_class=draft.implied,
        cue_lemma=draft.lemma,
        negated=draft.negated,
        block=passage.index,
    )
