"""Speech tags read off the surface, where the parse does not show them.

A quotation, a pause, then a short stretch with a name and a verb is a speech tag whatever
the parser makes of it: '"...," the 43-year-old retaliated'.
"""

from __future__ import annotations

from newslint.attribution.graph import CueClass
from newslint.attribution.lexicon import lemma_of, verbs
from newslint.attribution.passage import DASHES, PAUSES, Draft, Passage
from newslint.attribution.subjects import Holder, verb_group
from newslint.attribution.surface import before_verb, surface_phrase
from newslint.language.tokens import Token

_FARTHEST = 28  # tokens between a quotation and the verb of its tag
_LONGEST_BARE = 10  # tokens of a tag after a quotation that does not announce it
_SENTENCE = 4  # fewer words in quotation marks are a name or a borrowed word
_TENSED = frozenset({"VBD", "VBZ", "VBP", "VBN"})


def tag_after(passage: Passage, run: range) -> Draft | None:
    """Return the draft for a tag that follows a quotation, if there is one."""
    start = run.stop
    while start < len(passage) and passage.tokens[start].text in PAUSES:
        start += 1
    if start >= len(passage):
        return None
    stop = _end_of_tag(passage, start)
    verb = _verb_in(passage, start, stop)
    if verb is None or not (_invites_tag(passage, run) or _is_all(passage, run, verb, stop)):
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
    sentence = passage.sentence_of(passage.tokens[last])
    named: Draft | None = None
    if passage.tokens[last].text == ":" and passage.tokens[last - 1].pos == "PROPN":
        named = _named_before(passage, run, last)
        first = min(named.source)
        if first == sentence.start or passage.quoted[first - 1]:
            return named
        if passage.tokens[first - 1].text in DASHES:
            return named
    start = max(sentence.start, last - _FARTHEST)
    if passage.tokens[last].text == ":":
        named = named or _from_document(passage, run, sentence.start, last)
        if _is_mistaken(passage, passage.tokens[last - 1]) and last - 1 > start:
            holder = surface_phrase(passage, range(start, last - 1))
            return Draft(
                holder.words, frozenset({last - 1}), frozenset(run),
                passage.tokens[last - 1].lemma.lower(), CueClass.NEUTRAL, last - 1,
                None if holder.head is None else holder.head.i, strength=2,
            )  # fmt: skip
    for i in range(last - 1, start - 1, -1):
        verb = passage.tokens[i]
        if passage.quoted[i]:
            return named
        cue = verbs().get(lemma_of(verb))
        if verb.tag in _TENSED and cue is not None and "quote" in cue.frames:
            subject = [t for t in verb.children if t.dep == "nsubj"]
            holder = (
                Holder(passage.below(subject[0]), subject[0])
                if subject
                else before_verb(passage, verb, min(verb_group(verb)))
            )
            return Draft(
                holder.words, frozenset({i}), frozenset(run), cue.lemma, cue.implies("quote"), i,
                None if holder.head is None else holder.head.i, strength=2,
            )  # fmt: skip
    return named


def _invites_tag(passage: Passage, run: range) -> bool:
    """Return whether a quotation ends in the way that announces a tag."""
    if any(passage.tokens[i].text in (",", "?", "!", "—", "–", "--") for i in run[-2:]):
        return True
    return run.stop < len(passage) and passage.tokens[run.stop].text == ","


def _is_all(passage: Passage, run: range, verb: Token, stop: int) -> bool:
    """Return whether only a name and a verb of speech follow: '"..." the mayor said'."""
    cue = verbs().get(lemma_of(verb))
    if cue is None or "quote" not in cue.frames or stop - run.stop > _LONGEST_BARE:
        return False
    return verb.i in (run.stop, stop - 1) and len(passage.words_in(run)) > 1


def _end_of_tag(passage: Passage, start: int) -> int:
    stop = start
    while stop < min(len(passage), start + _FARTHEST):
        run = passage.run_of(stop)
        if run is not None and len(passage.words_in(run)) < _SENTENCE:
            stop = run.stop
            continue
        if run is not None or passage.tokens[stop].text in (".", "!", "?", ";", ":"):
            break
        stop += 1
    return stop


def _verb_in(passage: Passage, start: int, stop: int) -> Token | None:
    """Return the verb of a tag: the first that reports speech, else the first tensed one."""
    fallback: Token | None = None
    for i in range(start, stop):
        token = passage.tokens[i]
        if passage.quoted[i]:
            continue
        if fallback is None and i > start and _is_mistaken(passage, token):
            fallback = token
        if token.tag not in _TENSED and not (i > start and token.pos == "VERB"):
            continue
        cue = verbs().get(lemma_of(token))
        if cue is not None and "quote" in cue.frames:
            return token
        relative = any(passage.tokens[j].tag in ("WP", "WDT") for j in range(start, i))
        if fallback is None and token.tag in ("VBD", "VBZ") and i <= start + 6 and not relative:
            fallback = token
    return fallback


def _is_mistaken(passage: Passage, token: Token) -> bool:
    """Return whether a word tagged as a noun stands where a verb of speech does."""
    before = passage.tokens[token.i - 1]
    after = passage.tokens[token.i + 1] if token.i + 1 < len(passage) else None
    cue = verbs().get(token.lemma.lower())
    return (
        token.pos == "NOUN"
        and cue is not None
        and "quote" in cue.frames
        and before.pos in ("PROPN", "NOUN", "PRON")
        and (after is None or after.text in PAUSES or after.tag in ("IN", ".", "RB"))
    )


def _from_document(passage: Passage, run: range, start: int, colon: int) -> Draft | None:
    """Return the draft for 'From the report: "..."'."""
    first = start + 1 if passage.lowered[start] == "more" else start
    if passage.lowered[first] != "from" or colon - first > _LONGEST_BARE:
        return None
    holder = surface_phrase(passage, range(first + 1, colon))
    if holder.head is None:
        return None
    return Draft(
        holder.words, frozenset({colon}), frozenset(run), ":", CueClass.NEUTRAL, colon,
        holder.head.i, strength=2,
    )  # fmt: skip


def _named_before(passage: Passage, run: range, colon: int) -> Draft:
    """Return the draft for a name and a colon before a quotation: 'Ana Ruiz: "..."'."""
    low = colon
    while low and passage.tokens[low - 1].pos == "PROPN":
        low -= 1
    return Draft(
        frozenset(range(low, colon)), frozenset({colon}), frozenset(run), ":", CueClass.NEUTRAL,
        colon, colon - 1, strength=2,
    )  # fmt: skip
