"""Quotations that go on from the paragraph before, or stand without anybody's name."""

from __future__ import annotations

from collections.abc import Sequence

from newslint.attribution.graph import Attribution, CueClass, Directness, Source, SourceKind
from newslint.attribution.holders import holder_of
from newslint.attribution.ownership import doer_of, is_only_quotation, leading_verb
from newslint.attribution.passage import DASHES, Passage
from newslint.attribution.sources import describe_head
from newslint.attribution.subjects import acts, noun_phrase, own_subject, verb_group
from newslint.attribution.surface import surface_phrase

_SPEECH = frozenset({CueClass.NEUTRAL, CueClass.FACTIVE, CueClass.DOUBTING, CueClass.EMOTIVE})
_SIGNATURE = 14  # tokens
_TITLE = 3  # words: as long as a title may be


def carry_over(
    passages: Sequence[Passage],
    left: Sequence[Sequence[range]],
    attributions: Sequence[Attribution],
) -> list[Attribution]:
    """Return attributions for the quotations that nothing in their own block reports.

    `left` lists those quotations for each block. A quotation that opens its block goes on
    from the last quoting attribution of the block before, or from words there that end in a
    colon; any other has no source.
    """
    found: list[Attribution] = []
    carried: dict[int, Source] = {}
    for n, passage in enumerate(passages):
        for run in left[n]:
            if not _reads_as_speech(passage, run):
                continue
            source = None
            if run.start == 0:
                source = _signed(passages, n) or _previous(passages, attributions, carried, n)
            else:
                source = _actor(passage, run) or _heard(passage, run, attributions)
            if source is not None and is_only_quotation(passage, run):
                carried[n] = source
            found.append(
                Attribution(
                    content=passage.spans(run),
                    cue=(),
                    source=source or Source(),
                    directness=Directness.DIRECT,
                    cue_class=CueClass.NEUTRAL,
                    cue_lemma="",
                    block=n,
                )
            )
    return found


def _previous(
    passages: Sequence[Passage],
    attributions: Sequence[Attribution],
    carried: dict[int, Source],
    n: int,
) -> Source | None:
    if n == 0:
        return None
    introduced = _introduced(passages[n - 1])
    if introduced is not None:
        return introduced
    if n - 1 in carried:
        return carried[n - 1]
    before = [a for a in attributions if a.block == n - 1 and a.source.kind is not SourceKind.NONE]
    quoting = [a for a in before if a.directness is not Directness.INDIRECT]
    speaking = quoting or [a for a in before if a.cue_class in _SPEECH]
    return speaking[-1].source if speaking else _doer(passages[n - 1])


def _doer(before: Passage) -> Source | None:
    """Return the person whom the last sentence of the block before is about."""
    doer = doer_of(before, before.sentences[-1]) if before.sentences else None
    if doer is None or doer.head is None:
        return None
    return describe_head(before, doer.head, doer.words)


def _actor(passage: Passage, run: range) -> Source | None:
    """Return who acts in the clause that a quotation is part of: 'The ad attacks a "..."'."""
    above = {passage.tokens[i].head.i for i in run} - set(run)
    outside = [passage.tokens[i] for i in sorted(above) if not passage.quoted[i]]
    for word in outside[:1]:
        for verb in (word, *word.ancestors):
            subject = own_subject(passage, verb) if verb.pos in ("VERB", "AUX") else None
            if subject is None:
                continue
            if not acts(subject):
                return None
            holder = noun_phrase(passage, subject, frozenset(run))
            return describe_head(passage, subject, holder.words)
    return None


def _heard(passage: Passage, run: range, attributions: Sequence[Attribution]) -> Source | None:
    """Return who was quoted last in the same block: 'That, he said. It was "..."'."""
    place = passage.tokens[run.start].start
    before = [
        a
        for a in attributions
        if a.block == passage.index
        and a.source.kind is not SourceKind.NONE
        and a.directness is not Directness.INDIRECT
        and a.place < place
    ]
    return max(before, key=lambda a: a.place).source if before else None


def _signed(passages: Sequence[Passage], n: int) -> Source | None:
    """Return who signs a quotation in the block behind it, after a dash: "- Ana Ruiz"."""
    if n + 1 == len(passages):
        return None
    words = [t for t in passages[n + 1].tokens if t.text.strip()]
    if not 2 <= len(words) <= _SIGNATURE or words[0].text[:1] not in DASHES:
        return None
    if words[0].text not in DASHES:  # a dash joined to the name: "-Ana Ruiz, ..."
        words = [words[0], *words]
    name = words[1].text.lstrip("-–—―")
    if not name[:1].isupper() or any(t.tag in ("VBD", "VBZ", "VBP") for t in words):
        return None
    holder = surface_phrase(passages[n + 1], range(words[1].i, words[-1].i + 1))
    if holder.head is None:
        return None
    return describe_head(passages[n + 1], holder.head, holder.words)


def _introduced(before: Passage) -> Source | None:
    """Return the source of "She wrote:" at the end of the block before."""
    words = [t for t in before.tokens if t.text.strip()]
    if not words or words[-1].text != ":":
        return None
    verb = leading_verb(before, range(before.sentence_of(words[-1]).start, words[-1].i))
    if verb is None:
        return None
    holder = holder_of(before, verb, verb_group(verb))
    return None if holder.head is None else describe_head(before, holder.head, holder.words)


def _reads_as_speech(passage: Passage, run: range) -> bool:
    """Return whether a quotation is a sentence rather than a title or borrowed words."""
    ended = any(passage.tokens[i].text in ".!?," for i in run[-3:])
    if run.start == 0:
        return True
    before = passage.tokens[run.start - 1]
    if before.text in (":", ".", "!", "?") or not before.text.strip():
        return ended or len(passage.words_in(run)) > _TITLE
    tensed = any(passage.tokens[i].tag in ("VBD", "VBZ", "VBP", "MD") for i in run)
    return ended and tensed
