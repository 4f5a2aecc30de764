"""From parsed blocks and quotations to the attribution graph."""

from __future__ import annotations

from collections.abc import Sequence

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


def extract(
    article: Article,
    parses: Sequence[Parse],
    sentences: Sequence[Sequence[Span]],
    quotations: Quotations,
) -> AttributionGraph:
    """Return who said what.

    `parses` and `sentences` (text coordinates) have one entry for each block. Contents
    never overlap: of nested attributions only the outermost stands; what an outlet or a
    document passes on is kept apart as `relayed`.
    """
    outer = quotations.outer
    passages = [
        Passage.of(n, block.kind, parse, (q for q in outer if q.block == n))
        for n, (block, parse) in enumerate(zip(article.blocks, parses, strict=True))
    ]
    found: list[list[Draft]] = []
    left: list[list[range]] = []
    nested: list[tuple[int, Draft, Draft]] = []
    for passage in passages:
        resolved = resolve(passage, _drafts(passage))
        drafts, unclaimed = claim_quotations(passage, resolved.outer)
        found.append(drafts)
        left.append(unclaimed)
        nested += [(passage.index, outer_, inner) for outer_, inner in resolved.inner]
    told: list[Told] = []
    for passage, drafts in zip(passages, found, strict=True):
        told += [
            Told(_attribution(article, passage, draft), relay_of(passage, draft))
            for draft in drafts
        ]
    carried = carry_over(passages, left, [t.attribution for t in told])
    told += [Told(attribution) for attribution in carried]
    for n, outside, inside in nested:
        relay = describe(passages[n], outside)
        if relay.kind in _RELAYING and inside.source:
            told.append(Told(_attribution(article, passages[n], inside), relay, inner=True))
    told.sort(key=lambda t: t.attribution.place)
    quoted = [q.inner for q in outer]
    quoted += [block.span for block in article.blocks if block.kind is BlockKind.QUOTE]
    return cluster(told, article.text, quoted, roster_of(passages, parses, sentences))


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
