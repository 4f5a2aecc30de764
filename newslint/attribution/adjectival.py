"""Adjectives as cues: "eager to sail", "worried about the dam", "it is unclear whether"."""

from __future__ import annotations

from newslint.attribution.holders import holder_of
from newslint.attribution.lexicon import Cue, lemma_of
from newslint.attribution.passage import Draft, Passage, between
from newslint.attribution.subjects import NOBODY, noun_phrase, verb_group
from newslint.attribution.surface import before_verb
from newslint.language.tokens import Token

#: Prepositions before what a feeling, a wish or a claim is about.
ABOUT = frozenset(
    {
        "of",
        "about",
        "on",
        "over",
        "for",
        "against",
        "to",
        "with",
        "toward",
        "towards",
        "in",
        "at",
        "regarding",
        "concerning",
        "from",
    }
)
_LINKING = frozenset(
    {
        "be",
        "feel",
        "seem",
        "appear",
        "become",
        "remain",
        "sound",
        "look",
        "stay",
        "grow",
        "get",
        "prove",
    }
)


def adjectival(passage: Passage, adjective: Token, cue: Cue) -> Draft | None:
    """Return the draft for an adjective with what the subject thinks, feels or wants."""
    verb = adjective.head
    if (
        adjective.dep in ("amod", "acl", "relcl")
        and adjective.i > verb.i
        and adjective.pos != "VERB"
    ):
        return _after_noun(passage, adjective, cue)
    participle = adjective.tag in ("VBN", "VBG") and adjective.pos == "VERB"
    if participle:
        verb = adjective
        if adjective.child("auxpass", "aux", "nsubjpass") is None:
            return None
    elif (
        not (adjective.dep in ("acomp", "oprd", "conj") and verb.pos in ("VERB", "AUX"))
        or lemma_of(verb) not in _LINKING
    ):
        return None
    frame, link, content = _state(passage, adjective, verb, cue)
    if not content:
        return None
    group = verb_group(verb)
    words = between(group | {adjective.i}) | link
    if len(words) > 8:
        words = frozenset({adjective.i}) | link
    if frame == "impersonal":
        source = NOBODY
    else:
        subject = verb.child("nsubj", "nsubjpass")
        if subject is not None and subject.lower in ("it", "that", "this", "there"):
            return None
        source = (
            noun_phrase(passage, subject, content | words)
            if subject is not None
            else holder_of(passage, verb, content | words)
        )
        if source is NOBODY and participle and subject is None:
            source = before_verb(passage, verb, min(group))
        if source is NOBODY:
            return None
    content -= words | source.words
    if not passage.words_in(content):
        return None
    return Draft(
        source.words,
        words,
        content,
        cue.lemma,
        cue.implies(frame),
        adjective.i,
        None if source.head is None else source.head.i,
        negated=verb.child("neg") is not None,
        strength=-1,
    )


def _after_noun(passage: Passage, adjective: Token, cue: Cue) -> Draft | None:
    """Return the draft for an adjective behind its noun: "towns *worried* about the dam"."""
    noun = adjective.head
    if noun.pos not in ("NOUN", "PROPN", "PRON"):
        return None
    frame, link, content = _state(passage, adjective, adjective, cue)
    source = noun_phrase(passage, noun, passage.below(adjective))
    if not content or not source.words:
        return None
    return Draft(
        source.words, frozenset({adjective.i}) | link, content - link, cue.lemma,
        cue.implies(frame), adjective.i, noun.i, strength=-1,
    )  # fmt: skip


def _state(
    passage: Passage, adjective: Token, verb: Token, cue: Cue
) -> tuple[str, frozenset[int], frozenset[int]]:
    places = [adjective] if verb is adjective else [adjective, verb]
    subject = verb.child("nsubj", "nsubjpass", "expl")
    impersonal = subject is not None and subject.lower == "it"
    for place in places:
        for child in place.children:
            if child.i < adjective.i:
                continue
            if child.dep in ("ccomp", "xcomp", "advcl", "csubj"):
                below = passage.below(child)
                first = passage.tokens[min(below)]
                clause = first.lower in ("that", "whether", "if") or first.tag in (
                    "WRB",
                    "WP",
                    "WDT",
                )
                if impersonal and "impersonal" in cue.frames and (clause or child.dep == "ccomp"):
                    return "impersonal", frozenset(), frozenset(below)
                if not impersonal and "that" in cue.frames and (clause or child.dep == "ccomp"):
                    return "that", frozenset(), frozenset(below)
                if not impersonal and "to" in cue.frames and first.lower == "to":
                    return "to", frozenset(), frozenset(below)
            if (
                "of" in cue.frames
                and not impersonal
                and child.dep == "prep"
                and child.lower in ABOUT
                and (child.i <= adjective.i + 2)
            ):
                content = passage.below_objects(child)
                if content:
                    return "of", frozenset({child.i}), content
    return "", frozenset(), frozenset()
