"""How far what is reported reaches, where the parse lets go of it too early."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from newslint.attribution.lexicon import document_phrases, lemma_of, verbs
from newslint.attribution.passage import PAUSES, Draft, Passage
from newslint.language.tokens import Token

#: Words that go on with what stands before them, whatever the parse hangs them from.
_CONTINUING = frozenset(
    {"of", "for", "to", "that", "who", "whom", "whose", "which", "between", "among", "than", "if",
     "unless", "should", "rather", "especially", "including", "is", "are", "was", "were", "will",
     "would", "has", "have", "had", "from", "against", "with", "into", "because"}
)  # fmt: skip
_CLAUSE_OPENERS = frozenset({"that", "whether", "how", "why", "what", "if"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_OCCASIONS = frozenset({"past", "meantime", "meanwhile", "appearance", "remark", "comment", "way", "end",
                        "briefing", "conference", "meeting", "response", "reply", "turn", "advance"})
_JOINING = frozenset({"and", "or", "but", "nor"})


def reaching(passage: Passage, drafts: Iterable[Draft]) -> list[Draft]:
    """Return the drafts, with their contents carried on to where they end."""
    return [replace(d, content=_carried(passage, d)) for d in drafts]


def _carried(passage: Passage, draft: Draft) -> frozenset[int]:
    content = draft.content
    if not draft.cue or not content or max(content) < max(draft.cue):
        return content
    sentence = passage.sentence_of(passage.tokens[draft.anchor])
    while True:
        stop = max(content) + 1
        end = _further(passage, draft, stop, sentence)
        if end <= stop:
            return content
        content |= frozenset(range(stop, end)) - draft.source - draft.cue


def _further(passage: Passage, draft: Draft, stop: int, sentence: range) -> int:
    """Return where what is reported ends, if it goes on at `stop`; otherwise `stop`."""
    if stop not in sentence or stop + 1 >= sentence.stop or passage.quoted[stop - 1]:
        return stop
    token = passage.tokens[stop]
    if passage.quoted[stop] or stop in draft.source or stop in draft.cue:
        return stop
    if (token.lower in _CONTINUING and _belongs(passage, draft, token)) or _is_matter(token):
        return _next_pause(passage, stop, sentence)
    if token.text == ":" and draft.anchor < stop and not _ends_in_quote(passage, stop, sentence):
        return _sentence_end(passage, sentence)
    paused = token.text in (",", ";")
    joint = stop + 1 if paused else stop
    if passage.tokens[joint].lower in _JOINING and joint + 1 < sentence.stop:
        return _after_joint(passage, draft, stop, joint, sentence, paused=paused)
    return stop


def _ends_in_quote(passage: Passage, colon: int, sentence: range) -> bool:
    """Return whether a quotation stands behind a colon: it has a speaker of its own."""
    return any(passage.quoted[i] for i in range(colon + 1, min(colon + 4, sentence.stop)))


def _sentence_end(passage: Passage, sentence: range) -> int:
    last = passage.tokens[sentence.stop - 1]
    return sentence.stop - 1 if last.text in (".", "!", "?") else sentence.stop


def _belongs(passage: Passage, draft: Draft, token: Token) -> bool:
    """Return whether a word goes on with the content rather than with the cue."""
    if token.tag in _FINITE and token.lower in ("is", "are", "was", "were", "has", "have", "had"):
        return draft.strength > 0
    return token.lower not in ("is", "are", "was", "were")


def _is_matter(preposition: Token) -> bool:
    """Return whether "in ..." tells more of the matter, and not when or where it was told."""
    noun = preposition.child("pobj")
    if preposition.lower != "in" or noun is None or noun.entity in ("DATE", "TIME"):
        return False
    return noun.lemma.lower() not in document_phrases()[1] | _OCCASIONS


def _after_joint(
    passage: Passage, draft: Draft, stop: int, joint: int, sentence: range, *, paused: bool
) -> int:
    """Return where a second part after "and" or "but" ends: "and that he had paid"."""
    following = passage.tokens[joint + 1]
    opened = following.lower in _CLAUSE_OPENERS and _opens(passage, draft, following)
    if opened:
        return _next_pause(passage, joint + 1, sentence)
    return stop


def _opens(passage: Passage, draft: Draft, opener: Token) -> bool:
    first = passage.tokens[min(i for i in draft.content if i > max(draft.cue))]
    return first.lower in _CLAUSE_OPENERS or (opener.lower == "that" and draft.strength > 0)


def _next_pause(passage: Passage, start: int, sentence: range) -> int:
    i = start
    while i < sentence.stop:
        token = passage.tokens[i]
        run = passage.run_of(i)
        if run is not None:
            i = run.stop
            continue
        if token.text in PAUSES and token.text != "-" and i > start:
            return i
        if token.text in (".", "!", "?"):
            return i
        if i > start + 1 and _reports(token):
            return _clause_start(passage, token, start)
        i += 1
    return min(i, sentence.stop)


def _reports(token: Token) -> bool:
    """Return whether a coordinated verb starts a report of its own: "and said ..."."""
    cue = verbs().get(lemma_of(token))
    return (
        cue is not None
        and "quote" in cue.frames
        and token.dep == "conj"
        and token.tag in ("VBD", "VBZ", "VBP")
    )


def _clause_start(passage: Passage, verb: Token, start: int) -> int:
    i = max(start, min(passage.below(verb)))
    while i > start and passage.tokens[i - 1].tag in ("CC", ","):
        i -= 1
    return i
