"""Speech tags read off the surface, where the parse does not show them.

A quotation, a pause, then a short stretch with a name and a verb is a speech tag whatever
the parser makes of it: '"...," the 43-year-old retaliated'.
"""

from __future__ import annotations

from newslint.attribution.graph import CueClass
from newslint.attribution.lexicon import lemma_of, verbs
from newslint.attribution.passage import PAUSES, Draft, Passage
from newslint.attribution.subjects import surface_phrase
from newslint.language.tokens import Token

_FARTHEST = 28  # tokens between a quotation and the verb of its tag
_TENSED = frozenset({"VBD", "VBZ", "VBP", "VBN"})


def tag_after(passage: Passage, run: range) -> Draft | None:
    """Return the draft for a tag that follows a quotation, if there is one."""
    start = run.stop
    while start < len(passage) and passage.tokens[start].text in PAUSES:
        start += 1
    if start >= len(passage) or not _invites_tag(passage, run):
        return None
    stop = _end_of_tag(passage, start)
    verb = _verb_in(passage, start, stop)
    if verb is None:
        return None
    if verb.i == start:
        end = start + 1
        while end < stop and passage.tokens[end].text not in PAUSES:
            end += 1
        source = range(start + 1, end)
    else:
        source = range(start, verb.i)
    holder = surface_phrase(passage, source)
    if holder.head is None:
        return None
    cue = verbs().get(lemma_of(verb))
    return Draft(
        holder.words,
        frozenset({verb.i}),
        frozenset(run),
        lemma_of(verb),
        cue.implies("quote") if cue else CueClass.NEUTRAL,
        verb.i,
        holder.head.i,
        strength=2,
    )


def tag_before(passage: Passage, run: range) -> Draft | None:
    """Return the draft for a tag that leads up to a quotation: 'She wrote, "..."'."""
    last = run.start - 1
    while last > 0 and not passage.tokens[last].text.strip():
        last -= 1
    if last < 1 or passage.tokens[last].text not in (",", ":"):
        return None
    if passage.tokens[last].text == ":" and passage.tokens[last - 1].pos == "PROPN":
        return _named_before(passage, run, last)
    sentence = passage.sentence_of(passage.tokens[last])
    start = max(sentence.start, last - _FARTHEST)
    for i in range(last - 1, start - 1, -1):
        verb = passage.tokens[i]
        if passage.quoted[i]:
            return None
        cue = verbs().get(lemma_of(verb))
        if verb.tag in _TENSED and cue is not None and "quote" in cue.frames:
            subject = [t for t in verb.children if t.dep == "nsubj"]
            words = passage.below(subject[0]) if subject else frozenset[int]()
            head = subject[0].i if subject else None
            return Draft(
                words, frozenset({i}), frozenset(run), cue.lemma, cue.implies("quote"), i, head,
                strength=2,
            )  # fmt: skip
    return None


def _invites_tag(passage: Passage, run: range) -> bool:
    """Return whether a quotation ends in the way that announces a tag."""
    if any(passage.tokens[i].text in (",", "?", "!", "—", "–", "--") for i in run[-2:]):
        return True
    return run.stop < len(passage) and passage.tokens[run.stop].text == ","


def _end_of_tag(passage: Passage, start: int) -> int:
    stop = start
    while stop < min(len(passage), start + _FARTHEST):
        if passage.quoted[stop] or passage.tokens[stop].text in (".", "!", "?", ";", ":"):
            break
        stop += 1
    return stop


def _verb_in(passage: Passage, start: int, stop: int) -> Token | None:
    """Return the verb of a tag: the first that reports speech, else the first tensed one."""
    fallback: Token | None = None
    for i in range(start, stop):
        token = passage.tokens[i]
        if token.tag not in _TENSED and not (i > start and token.pos == "VERB"):
            continue
        cue = verbs().get(lemma_of(token))
        if cue is not None and "quote" in cue.frames:
            return token
        relative = any(passage.tokens[j].tag in ("WP", "WDT") for j in range(start, i))
        if fallback is None and token.tag in ("VBD", "VBZ") and i <= start + 6 and not relative:
            fallback = token
    return fallback


def _named_before(passage: Passage, run: range, colon: int) -> Draft:
    """Return the draft for a name and a colon before a quotation: 'Ana Ruiz: "..."'."""
    low = colon
    while low and passage.tokens[low - 1].pos == "PROPN":
        low -= 1
    return Draft(
        frozenset(range(low, colon)), frozenset({colon}), frozenset(run), ":", CueClass.NEUTRAL,
        colon, colon - 1, strength=2,
    )  # fmt: skip
