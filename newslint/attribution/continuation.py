"""Quotations that go on from the paragraph before, or stand without anybody's name."""

from __future__ import annotations

from collections.abc import Sequence

from newslint.attribution.graph import Attribution, CueClass, Directness, Source, SourceKind
from newslint.attribution.ownership import is_only_quotation, leading_verb
from newslint.attribution.passage import Passage
from newslint.attribution.sources import describe_head
from newslint.attribution.subjects import holder_of, verb_group

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
            source = _previous(passages, attributions, carried, n) if run.start == 0 else None
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
    quoting = [
        a.source
        for a in attributions
        if a.block == n - 1
        and a.source.kind is not SourceKind.NONE
        and a.directness is not Directness.INDIRECT
    ]
    return quoting[-1] if quoting else None


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
