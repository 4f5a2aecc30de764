"""From parsed blocks and quotations to the attribution graph."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from newslint.article import Article, BlockKind
from newslint.attribution.asides import find_asides
from newslint.attribution.continuation import carry_over
from newslint.attribution.extent import reaching
from newslint.attribution.graph import Attribution, AttributionGraph, SourceKind
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
    """What a block says by itself: in token indices, so that it holds wherever the block stands.

    `left` are the quotations that nothing in the block reports, `nested` pairs attributions
    with those inside them.
    """

    drafts: tuple[Draft, ...]
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
    claimed = [recall(p.index, partial(_claimed, p)) for p in passages]
    told: list[Told] = []
    for passage, claim in zip(passages, claimed, strict=True):
        told += [
            Told(_attribution(article, passage, draft), relay_of(passage, draft))
            for draft in claim.drafts
        ]
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


def _claimed(passage: Passage) -> Claimed:
    resolved = resolve(passage, _drafts(passage))
    drafts, left = claim_quotations(passage, resolved.outer)
    return Claimed(tuple(drafts), tuple(left), resolved.inner)


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
