"""Verbs and clauses that the parse gets wrong, read off the words round them."""

from __future__ import annotations

from newslint.attribution.closing import closed_by
from newslint.attribution.graph import CueClass
from newslint.attribution.lexicon import Cue, lemma_of, nouns, verbs
from newslint.attribution.passage import Draft, Passage
from newslint.attribution.subjects import is_passive, verb_group
from newslint.attribution.surface import surface_phrase
from newslint.language.tokens import Token

_SPEECH = frozenset({CueClass.NEUTRAL, CueClass.FACTIVE, CueClass.DOUBTING, CueClass.EMOTIVE})
_FARTHEST_CLAUSE = 14  # tokens


def mistaken_verb(passage: Passage, token: Token) -> Draft | None:
    """Return the draft for a verb of speech or finding that is taken for a noun.

    It ends the sentence (", court papers *show*.") or has a clause of its own ("the firm
    *projects* that ...").
    """
    if token.tag not in ("NNS", "NN", "NNP", "NNPS") or token.i < 1:
        return None
    if passage.tokens[token.i - 1].pos not in ("NOUN", "PROPN", "PRON"):
        return None
    cue = _cue_of_noun(token)
    if cue is None:
        return None
    group = frozenset({token.i})
    sentence = passage.sentence_of(token)
    if (
        token.tag == "NNS"
        and token.head is token
        and "that" in passage.lowered[token.i + 1 : token.i + 2]
    ):
        content = frozenset(range(token.i + 1, sentence.stop))
        before = range(sentence.start, token.i)
    elif content := closed_by(passage, token, group):
        before = range(max(content) + 2, token.i)
    else:
        return None
    source = surface_phrase(passage, before)
    if source.head is None or passage.tokens[before.start].tag == "IN":
        return None
    return Draft(
        source.words, group, content, cue.lemma, cue.implies("that"), token.i, source.head.i,
        strength=1,
    )  # fmt: skip


def lost_verb(passage: Passage, participle: Token, cue: Cue) -> Draft | None:
    """Return the draft for a past tense that the parse takes for a participle of its subject.

    "A survey *found* last week that rents rose": what it reports then heads the sentence,
    with "that" before it or with a subject beside the one that it seems to have.
    """
    noun, main = participle.head, participle.head.head
    if participle.tag != "VBN" or participle.dep != "acl" or noun.dep != "nsubj":
        return None
    if "that" not in cue.frames or cue.implies("that") not in _SPEECH:
        return None
    opener = next(
        (
            c
            for c in main.children
            if participle.i < c.i < main.i
            and ((c.dep == "mark" and c.lower == "that") or c.dep in ("nsubj", "nsubjpass"))
        ),
        None,
    )
    if opener is None or participle.child("agent") is not None:
        return None
    inside = passage.below(participle)
    start = min(passage.below(opener) - inside - {participle.i})
    words = passage.below(noun) - inside
    content = frozenset(range(start, passage.sentence_of(participle).stop))
    if passage.quoted[start] or max(inside | words) >= start:
        return None
    return Draft(
        words, verb_group(participle), content, cue.lemma, cue.implies("that"), participle.i,
        noun.i, strength=1,
    )  # fmt: skip


def is_mistaken_noun(token: Token) -> bool:
    """Return whether a verb is taken for a plural noun: it heads a sentence with a subject."""
    return token.tag == "NNS" and token.head is token and token.child("nsubj") is not None


def _cue_of_noun(token: Token) -> Cue | None:
    cue = verbs().get(token.lower) or verbs().get(token.lower.removesuffix("s"))
    if cue is None or "that" not in cue.frames or cue.implies("that") not in _SPEECH:
        return None
    return cue


def distant_clause(passage: Passage, verb: Token, cue: Cue) -> frozenset[int]:
    """Return a clause with "that" that the parse hangs elsewhere: "told us at noon that"."""
    if "that" not in cue.frames or cue.implies("that") not in _SPEECH or is_passive(verb):
        return frozenset()
    if verb.tag not in ("VBD", "VBZ", "VBP", "VBG") or verb.dep == "acl":
        return frozenset()
    sentence = passage.sentence_of(verb)
    for i in range(verb.i + 2, min(verb.i + _FARTHEST_CLAUSE, sentence.stop - 2)):
        token = passage.tokens[i]
        if passage.quoted[i] or token.text in ('"', ";", ":", "."):
            return frozenset()
        if token.pos in ("VERB", "NOUN") and _takes_clause(token):
            return frozenset()
        if token.lower == "that" and token.tag in ("IN", "WDT") and token.dep == "mark":
            return frozenset(range(i, sentence.stop))
    return frozenset()


def _takes_clause(word: Token) -> bool:
    """Return whether a clause with "that" may be this word's own."""
    cue = verbs().get(lemma_of(word)) if word.pos == "VERB" else nouns().get(word.lemma.lower())
    return cue is not None and "that" in cue.frames


def may_close(verb: Token, cue: Cue) -> bool:
    """Return whether a verb is one that may close the sentence that it reports."""
    finding = cue.implies("that") is CueClass.FACTIVE and "that" in cue.frames
    speaking = "quote" in cue.frames and cue.implies("quote") in _SPEECH
    return (finding or speaking) and not is_passive(verb)
