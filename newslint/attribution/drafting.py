"""From a verb that reports to its draft: the words of the cue, its class, its strength."""

from __future__ import annotations

from newslint.attribution.graph import CueClass
from newslint.attribution.lexicon import Cue, aspects, lemma_of
from newslint.attribution.passage import Draft, Passage, between
from newslint.attribution.subjects import Holder, is_stranded, verb_group
from newslint.language.tokens import Token

_DECLINING = frozenset({"decline", "refuse"})
_ANSWERING = frozenset({"respond", "respond to", "reply", "reply to", "answer", "return"})
_REQUESTS = frozenset(
    {
        "request",
        "comment",
        "inquiry",
        "enquiry",
        "query",
        "question",
        "call",
        "message",
        "email",
        "e-mail",
    }
)
_LONGEST_CHAIN = 8
_SPEECH = frozenset({CueClass.NEUTRAL, CueClass.FACTIVE, CueClass.DOUBTING, CueClass.EMOTIVE})


def draft_of(
    passage: Passage,
    verb: Token,
    group: frozenset[int],
    content: frozenset[int],
    source: Holder,
    cue: Cue,
    frame: str,
) -> Draft | None:
    """Return the draft of a verb; None if no word is left for what it reports.

    `group` are the words of the verb. A verb that only says how something is done ("tried
    to", "declined to") is taken into the cue.
    """
    content -= group | source.words
    if not passage.words_in(content):
        return None
    implied = CueClass.REFUSAL if _is_silence(passage, verb, cue, content) else cue.implies(frame)
    governor = verb.head
    if verb.dep == "xcomp" and lemma_of(governor) in _DECLINING:
        implied = CueClass.REFUSAL
        group |= between(verb_group(governor) | group)
        content -= group
    elif verb.dep == "xcomp" and verb.tag == "VB" and _is_aspect(governor):
        above = governor.head if governor.pos == "ADJ" else governor
        chain = between(verb_group(above) | group)
        if len(chain) <= _LONGEST_CHAIN:
            group = chain
            content -= group
    speech = implied in _SPEECH and frame in ("quote", "that")
    return Draft(
        source.words,
        group,
        content,
        cue.lemma,
        implied,
        verb.i,
        None if source.head is None else source.head.i,
        negated=verb.child("neg") is not None or implied is CueClass.REFUSAL,
        strength=2 if frame == "quote" else int(speech),
    )


def _is_aspect(governor: Token) -> bool:
    """Return whether a word only says how something is done: "*tried* to explain"."""
    word = governor.lower if governor.pos == "ADJ" else lemma_of(governor)
    return word in aspects()


def _is_silence(passage: Passage, verb: Token, cue: Cue, content: frozenset[int]) -> bool:
    """Return whether the words say that somebody gave no answer to a request."""
    if verb.child("neg") is None or cue.lemma not in _ANSWERING:
        return False
    return any(passage.tokens[i].lemma.lower() in _REQUESTS for i in content)


def moved_subject(passage: Passage, verb: Token, frame: str) -> frozenset[int]:
    """Return the subject of a passive where it is part of what is reported."""
    subject = verb.child("nsubjpass")
    if subject is None or subject.lower == "it" or frame == "that":
        return frozenset()
    return passage.below(subject)


def is_command(verb: Token) -> bool:
    """Return whether a verb is an order to the reader: "*See* page 4"."""
    bare = verb.child("aux", "nsubj", "nsubjpass", "expl") is None
    return verb.tag == "VB" and verb.dep == "ROOT" and bare


def is_bare_participle(verb: Token) -> bool:
    """Return whether the verb only describes a noun: "people *briefed* on the matter"."""
    return verb.tag == "VBN" and verb.dep == "acl" and not is_stranded(verb)
