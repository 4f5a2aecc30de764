"""Cues that are no verbs: "according to", "in her view", "in a statement", "reportedly"."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.attribution.graph import CueClass
from newslint.attribution.kinds import nouns_for
from newslint.attribution.lexicon import (
    document_phrases,
    hearsay,
    lemma_of,
    owned_phrases,
    polls,
    source_phrases,
    verbs,
)
from newslint.attribution.passage import PAUSES, Draft, Passage, between, narrated
from newslint.attribution.subjects import Holder, noun_phrase
from newslint.language.tokens import Token

_TELLING = 8  # tokens between "to hear" and "tell it"


def find_asides(passage: Passage) -> Iterator[Draft]:
    """Yield a draft for every set phrase or adverb that attributes its sentence."""
    for token in narrated(passage):
        for phrase in source_phrases().get(token.lower, ()):
            end = token.i + len(phrase.words)
            if passage.lowered[token.i : end] == phrase.words:
                draft = _phrase(passage, token.i, end, phrase.implied)
                if draft is not None:
                    yield draft
        if token.tag == "IN":
            draft = _owned(passage, token) or _document(passage, token) or _poll(passage, token)
            if draft is not None:
                yield draft
        elif token.lower in hearsay() and token.pos == "ADV":
            draft = _rumoured(passage, token)
            if draft is not None:
                yield draft


def _phrase(passage: Passage, start: int, end: int, implied: CueClass) -> Draft | None:
    cue = frozenset(range(start, end))
    following = passage.tokens[end] if end < len(passage) else None
    if end - start == 1 and (following is None or following.pos not in ("DET", "PROPN")):
        return None  # "per share" is no source
    if passage.lowered[start] == "to" and "tell" not in passage.lowered[end : end + _TELLING]:
        return None  # "ready to hear the case" is no "to hear her tell it"
    source = _noun_after(passage, end, passage.sentence_of(passage.tokens[start]))
    if source is None or source.head is None:
        return None
    content = beside(passage, cue | source.words)
    if not passage.words_in(content):
        return None
    lemma = " ".join(passage.lowered[start:end])
    return Draft(source.words, cue, content, lemma, implied, start, source.head.i, strength=2)


def _noun_after(passage: Passage, start: int, sentence: range) -> Holder | None:
    """Return the noun phrase that begins at `start`."""
    best: Token | None = None
    for i in range(start, min(start + 12, sentence.stop)):
        token = passage.tokens[i]
        if token.pos not in ("NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET"):
            continue
        below = passage.below(token)
        low = min(j for j in below if j >= start) if below else i
        if low == start and token.head.i not in range(start, sentence.stop):
            best = token
            break
        if low == start and token.pos in ("NOUN", "PROPN", "PRON"):
            best = token
            if token.head.i < start or token.dep == "pobj":
                break
    if best is None:
        return None
    outside = frozenset(range(start))
    return noun_phrase(passage, best, outside)


def beside(passage: Passage, aside: frozenset[int]) -> frozenset[int]:
    """Return what an aside attributes: the clause it stands in, without the aside itself.

    An aside that closes a sentence reaches back to its start; one that opens it reaches to
    the end; one between commas takes both sides.
    """
    first, last = min(aside), max(aside)
    sentence = passage.sentence_of(passage.tokens[first])
    before = frozenset(range(sentence.start, first))
    after = frozenset(range(last + 1, sentence.stop))
    words_before = passage.words_in(before)
    if not words_before:
        return after
    if not passage.words_in(after):
        return before
    between_pauses = (
        passage.tokens[first - 1].text in PAUSES and passage.tokens[last + 1].text in PAUSES
    )
    if between_pauses and passage.tokens[min(last + 2, sentence.stop - 1)].tag != "CC":
        return before | after
    return before


def _owned(passage: Passage, preposition: Token) -> Draft | None:
    noun = preposition.child("pobj")
    if noun is None:
        return None
    implied = owned_phrases().get((preposition.lower, noun.lower))
    owner = noun.child("poss")
    if implied is None or owner is None or passage.quoted[noun.i]:
        return None
    source = noun_phrase(passage, owner)
    words = frozenset(i for i in source.words if passage.tokens[i].tag != "POS")
    cue = between({preposition.i, noun.i}) - source.words
    content = beside(passage, between({preposition.i, *passage.below(noun)}))
    if not passage.words_in(content):
        return None
    lemma = f"{preposition.lower} {noun.lower}"
    return Draft(words, cue, content, lemma, implied, noun.i, owner.i, strength=1)


def _document(passage: Passage, preposition: Token) -> Draft | None:
    """Return the draft for "In a new survey, ..." at the start of a sentence."""
    before, nouns = document_phrases()
    sentence = passage.sentence_of(preposition)
    if preposition.i != sentence.start or preposition.lower not in before:
        return None
    noun = preposition.child("pobj")
    if noun is None or noun.lemma.lower() not in nouns:
        return None
    phrase = passage.below(preposition)
    end = max(phrase) + 1
    if end >= sentence.stop or passage.tokens[end].text != ",":
        return None
    content = frozenset(range(end + 1, sentence.stop))
    if len(passage.words_in(content)) < 3:
        return None
    verb = preposition.head
    subject = verb.child("nsubj")
    asked = noun.lemma.lower() in polls() and subject is not None and is_share(subject)
    if subject is not None and not asked and lemma_of(verb) in verbs():
        return None
    source = noun_phrase(passage, noun)
    return Draft(
        source.words, frozenset({preposition.i}), content, preposition.lower, CueClass.NEUTRAL,
        preposition.i, noun.i, strength=3 if asked else -1,
    )  # fmt: skip


def _poll(passage: Passage, preposition: Token) -> Draft | None:
    """Return the draft for "The party led by six points in the latest poll"."""
    noun = preposition.child("pobj")
    if preposition.lower != "in" or noun is None or noun.lemma.lower() not in polls():
        return None
    verb = preposition.head
    while verb.pos not in ("VERB", "AUX") and verb.head is not verb:
        verb = verb.head
    subject = verb.child("nsubj", "nsubjpass")
    if subject is None or verb.tag not in ("VBD", "VBZ", "VBP") or lemma_of(verb) in verbs():
        return None
    content = passage.below(verb) - passage.below(preposition)
    source = noun_phrase(passage, noun)
    return Draft(
        source.words, frozenset({preposition.i}), content, preposition.lower, CueClass.NEUTRAL,
        preposition.i, noun.i, strength=-1,
    )  # fmt: skip


def is_share(subject: Token) -> bool:
    """Return whether a noun counts those asked: "28 per cent of voters", "most tenants"."""
    if subject.tag == "CD" or subject.entity in ("PERCENT", "CARDINAL"):
        return True
    return subject.lemma.lower() in nouns_for("parts") or any(
        c.dep == "nummod" or c.lower in ("most", "more", "fewer") for c in subject.children
    )


def _rumoured(passage: Passage, adverb: Token) -> Draft | None:
    verb = adverb.head
    if verb.pos not in ("VERB", "AUX"):
        return None
    content = passage.below(verb) - {adverb.i}
    return Draft(
        frozenset(), frozenset({adverb.i}), content, adverb.lower, CueClass.DOUBTING, adverb.i,
        strength=-2,
    )  # fmt: skip
