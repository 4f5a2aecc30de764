"""From many possible attributions to the outermost ones, which never overlap."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from newslint.attribution.passage import Draft, Passage


@dataclass(frozen=True, slots=True)
class Resolved:
    """The attributions of a block, in text order, and those that stand inside them."""

    outer: tuple[Draft, ...]
    inner: tuple[tuple[Draft, Draft], ...] = ()  # (outer, inner)


def resolve(passage: Passage, drafts: Iterable[Draft]) -> Resolved:
    """Return the drafts that hold: the longest first, each word reported only once.

    Quotations count whole: a draft that reports part of one reports all of it.
    """
    queue = sorted(
        (_with_whole_quotations(passage, d) for d in drafts),
        key=lambda d: (-(d.strength > 0), -len(d.content), d.anchor),
    )
    taken: set[int] = set()
    cues: set[int] = set()
    kept: list[Draft] = []
    inner: list[tuple[Draft, Draft]] = []
    for draft in queue:
        if draft.cue & cues:
            continue
        if draft.anchor in taken or draft.cue & taken:
            outer = next((k for k in kept if draft.anchor in k.content), None)
            if outer is not None:
                inner.append((outer, draft))
            continue
        content = draft.content - taken - cues
        if not passage.words_in(content):
            continue
        kept.append(replace(draft, content=content))
        taken |= content
        cues |= draft.cue
    order = sorted(range(len(kept)), key=lambda n: min(kept[n].content | kept[n].cue))
    return Resolved(tuple(kept[n] for n in order), tuple(inner))


def _with_whole_quotations(passage: Passage, draft: Draft) -> Draft:
    content = set(draft.content)
    for number in {passage.quoted[i] for i in draft.content} - {0}:
        content |= set(passage.runs[number - 1])
    content -= draft.cue | draft.source
    return replace(draft, content=frozenset(content))
