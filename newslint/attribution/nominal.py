"""Nouns and adjectives as cues: "her claim that", "expressed concern about", "eager to"."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.attribution.adjectival import ABOUT, adjectival
from newslint.attribution.graph import CueClass
from newslint.attribution.holders import holder_of
from newslint.attribution.lexicon import (
    Cue,
    adjectives,
    causing_verbs,
    lemma_of,
    light_verbs,
    nouns,
)
from newslint.attribution.passage import Draft, Passage, between, narrated
from newslint.attribution.subjects import NOBODY, Holder, noun_phrase, verb_group
from newslint.language.tokens import Token

#: Before these an account or a speech only has its place and hearers.
_SETTING = frozenset({"in", "at", "from", "with"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def find_nominal(passage: Passage) -> Iterator[Draft]:
    """Yield a draft for every noun or adjective outside quotations that reports."""
    for token in narrated(passage):
        if token.pos in ("NOUN", "PROPN"):
            cue = nouns().get(token.lemma.lower())
            draft = _noun(passage, token, cue) if cue else None
        elif token.pos == "ADJ" or token.tag in ("VBN", "VBG"):
            cue = adjectives().get(token.lower)
            draft = adjectival(passage, token, cue) if cue else None
        else:
            continue
        if draft is not None:
            yield draft


def _noun(passage: Passage, noun: Token, cue: Cue) -> Draft | None:
    frame, link, content = _reported(passage, noun, cue)
    if not content:
        frame, link, content = _behind_colon(passage, noun, cue)
    if not content:
        return _equated(passage, noun, cue)
    source, words = _owner(passage, noun, content)
    bare = cue.bare and ":" not in _texts(passage, link)
    if source is NOBODY and not (bare and (frame == "that" or _tells_matter(passage, noun))):
        return None
    words |= link
    content -= words | source.words
    if not passage.words_in(content):
        return None
    verb = noun.head
    return Draft(
        source.words,
        words,
        content,
        cue.lemma,
        cue.implies(frame),
        noun.i,
        None if source.head is None else source.head.i,
        negated=verb.pos == "VERB" and noun.dep == "dobj" and verb.child("neg") is not None,
        strength=-1,
    )


def _texts(passage: Passage, words: frozenset[int]) -> set[str]:
    return {passage.tokens[i].text for i in words}


def _tells_matter(passage: Passage, noun: Token) -> bool:
    """Return whether "about" or "over" follows: "a debate *over* the dam", "fears *about* it"."""
    after = passage.lowered[noun.i + 1] if noun.i + 1 < len(passage) else ""
    return after in ("about", "over", "whether", "regarding", "concerning")


def _equated(passage: Passage, noun: Token, cue: Cue) -> Draft | None:
    """Return the draft for "The hope is that ...", "Her plan was to ..."."""
    verb = noun.head
    if noun.dep != "nsubj" or verb.lemma != "be" or verb.child("neg") is not None:
        return None
    clause = next(
        (c for c in verb.children if c.i > verb.i and c.dep in ("ccomp", "xcomp", "advcl")), None
    )
    if clause is None:
        return None
    content = passage.below(clause)
    opener = passage.tokens[min(content)].lower
    frame = "to" if opener == "to" else "that"
    if opener not in ("that", "whether", "to") or frame not in cue.frames:
        return None
    owner = noun.child("poss")
    source = NOBODY if owner is None else noun_phrase(passage, owner, content)
    words = frozenset(i for i in source.words if passage.tokens[i].tag != "POS")
    return Draft(
        words,
        verb_group(verb) | {noun.i},
        content,
        cue.lemma,
        cue.implies(frame),
        noun.i,
        None if owner is None else owner.i,
        strength=-1,
    )


def _reported(
    passage: Passage, noun: Token, cue: Cue
) -> tuple[str, frozenset[int], frozenset[int]]:
    """Return frame, linking words and content of what follows a noun."""
    for child in noun.children:
        if child.i < noun.i:
            continue
        if child.dep in ("acl", "ccomp", "relcl", "xcomp"):
            below = passage.below(child)
            first = passage.tokens[min(below)]
            if (
                first.lower in ("that", "whether")
                and "that" in cue.frames
                and first.dep in ("mark", "advmod")
            ):
                return "that", frozenset(), frozenset(below)
            bare = child.dep != "relcl" and _is_bare_clause(noun, child, first)
            if bare and "that" in cue.frames:
                return "that", frozenset(), frozenset(below)
            if first.lower == "to" and "to" in cue.frames and child.tag == "VB":
                return "to", frozenset(), frozenset(below)
    if noun.dep == "dobj" and "that" in cue.frames and lemma_of(noun.head) in light_verbs():
        for child in noun.head.children:
            below = passage.below(child) if child.dep in ("ccomp", "advcl") else frozenset()
            if below and min(below) > noun.i and passage.tokens[min(below)].lower == "that":
                return "that", frozenset(), below
    if "of" in cue.frames:
        for child in noun.children:
            if (
                child.i > noun.i
                and child.dep == "prep"
                and child.lower in (ABOUT - _SETTING if _is_utterance(cue) else ABOUT)
                and child.i <= noun.i + 1
            ):
                content = passage.below_objects(child)
                if content:
                    return "of", frozenset({child.i}), content
    return "", frozenset(), frozenset()


def _behind_colon(
    passage: Passage, noun: Token, cue: Cue
) -> tuple[str, frozenset[int], frozenset[int]]:
    """Return what a colon after a noun opens: "the firm's message: *rents will rise*"."""
    colon, sentence = noun.i + 1, passage.sentence_of(noun)
    if not {"that", "to"} & cue.frames.keys() or colon + 2 >= sentence.stop:
        return "", frozenset(), frozenset()
    if passage.tokens[colon].text != ":" or passage.quoted[colon + 1]:
        return "", frozenset(), frozenset()
    frame = "that" if "that" in cue.frames else "to"
    return frame, frozenset({colon}), frozenset(range(colon + 1, sentence.stop))


def _is_bare_clause(noun: Token, verb: Token, first: Token) -> bool:
    """Return whether a clause without "that" follows: "her claim *it was late*"."""
    subject = verb.child("nsubj", "nsubjpass")
    tensed = verb.tag in _FINITE or any(c.tag in _FINITE for c in verb.children)
    starts = subject is not None and (first is subject or first in subject.subtree)
    return first.i == noun.i + 1 and tensed and starts and first.tag not in ("WP", "WDT", "WRB")


def _is_utterance(cue: Cue) -> bool:
    """Return whether a noun stands for words rather than for a feeling or a wish."""
    return cue.implies("of") is CueClass.NEUTRAL


def _owner(passage: Passage, noun: Token, content: frozenset[int]) -> tuple[Holder, frozenset[int]]:
    """Return who holds the claim, view or plan, and the words of the cue."""
    owner = noun.child("poss")
    if owner is not None and not _has_light_verb(noun):
        phrase = noun_phrase(passage, owner, content)
        words = frozenset(i for i in phrase.words if passage.tokens[i].tag != "POS")
        return Holder(words, owner), frozenset({noun.i})
    for child in noun.children:
        if child.dep == "prep" and child.lower in ("by", "from", "among") and child.i > noun.i:
            agent = child.child("pobj")
            if agent is not None and agent.i not in content:
                return noun_phrase(passage, agent, content), between({noun.i, child.i})
    verb = noun.head
    if noun.dep in ("dobj", "attr") and verb.pos in ("VERB", "AUX") and not passage.quoted[verb.i]:
        if lemma_of(verb) in causing_verbs():
            return NOBODY, frozenset({noun.i})
        source = holder_of(passage, verb, content | {noun.i})
        if lemma_of(verb) in light_verbs() and noun.dep == "dobj":
            words = verb_group(verb) | between({verb.i, noun.i})
            if len(words) <= 8:
                return source, words
        return source, frozenset({noun.i})
    return NOBODY, frozenset({noun.i})


def _has_light_verb(noun: Token) -> bool:
    """Return whether the noun is the object in "expressed her support": then "her" adds nothing."""
    owner = noun.child("poss")
    return (
        owner is not None
        and owner.tag == "PRP$"
        and noun.dep == "dobj"
        and lemma_of(noun.head) in light_verbs() - causing_verbs()
    )
