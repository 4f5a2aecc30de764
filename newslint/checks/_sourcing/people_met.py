"""People without a name who are told by where a reporter met them: team-mates by the table."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.attribution.graph import SourceKind
from newslint.checks._phrases import vocabularies, vocabulary
from newslint.checks._sourcing.person_nouns import (
    is_formed_as_person,
    known_people,
    person_lemma,
)
from newslint.checks._sourcing.unnamed import is_call_to, is_heard, is_unnamed_person
from newslint.checks._support import is_negated, is_own_voice, prose_tokens
from newslint.language.tokens import Token
from newslint.reading import Reading

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_WHERE = frozenset({"at", "behind", "beside", "by", "in", "inside", "near", "on", "outside"})
_WHENEVER = frozenset({"if", "when", "whenever"})
_US = frozenset({"i", "me", "us", "we"})
_KEPT = frozenset({SourceKind.ANONYMOUS, SourceKind.UNKNOWN, SourceKind.COLLECTIVE})
_NAMES = frozenset({"PERSON", "ORG"})
_ADDED = frozenset({"acl", "advcl", "relcl"})
_TOLD = frozenset({"VBD", "VBP", "VBZ"})


def people_met(reading: Reading) -> Iterator[Token]:
    """Yield nouns for people who are heard and have no name, in text order.

    One or a few of them ("a deckhand reached on his mobile"), or any number told by where or
    how they were met ("team-mates huddled by the table", "the woman in the ticket window").
    They are heard if words are put down to them, or if their verb is of speech or mind. Needs
    `parse` with names, and `attributions`.
    """
    cues = [
        cue
        for a in reading.attributions
        if a.source.kind in _KEPT and a.content and not a.source.pronoun
        for cue in a.cue
    ]
    for head in prose_tokens(reading):
        if not head.tag.startswith("NN") or not _is_people(head) or _has_name(head):
            continue
        few = is_unnamed_person(head)
        if not few and not _is_met(head):
            continue
        verb = _verb(head)
        if verb is None or is_negated(verb) or is_heard(verb) or is_call_to(verb):
            continue
        if any(c.lower in _WHENEVER or c.tag == "MD" for c in verb.children):
            continue  # any of them, or nobody yet
        told = any(cue.overlaps(verb.span) for cue in cues) or _is_of_mind(verb)
        if told and is_own_voice(reading, head.span):
            yield head


def _is_people(head: Token) -> bool:
    lemma = person_lemma(head)
    if lemma in vocabulary("anonymity", "not_people"):
        return False
    return lemma in known_people() or is_formed_as_person(lemma) or head.lower == "people"


def _has_name(head: Token) -> bool:
    """Return whether a name stands with the noun, or in apposition to it."""
    if head.entity in _NAMES and head.text[:1].isupper():
        return True
    return any(
        (c.dep == "appos" and c.tag.startswith("NNP"))
        or (c.dep == "conj" and c.entity == "PERSON")
        or (c.i < head.i and c.tag.startswith("NNP") and c.entity in _NAMES)
        or c.dep in {"poss", "nummod"}
        for c in head.children
    )


def _is_met(head: Token) -> bool:
    """Return whether words after the noun say where or how they were met, and name no body."""
    the = any(c.lower == "the" for c in head.children)
    if (head.tag == "NN") is not the or any(c.lower in {"these", "those"} for c in head.children):
        return False
    after = [c for c in head.children if c.i > head.i]
    for part in after:
        if part.dep in _ADDED and any(w.lower in _US and w.dep in _SUBJECTS for w in part.subtree):
            return True  # personnel we met on the jetty
        named = any(w.entity == "ORG" for w in part.subtree)
        if part.dep == "acl" and part.lemma in vocabulary("anonymity", "met") and not named:
            return True
        place = part.child("pobj") if part.dep == "prep" and part.lower in _WHERE else None
        if place is not None and place.lemma in vocabulary("anonymity", "meeting_places"):
            return not named
    return False


def _verb(head: Token) -> Token | None:
    """Return the verb that tells what they say, also where it stands before them."""
    verb = head.head
    if head.dep in _SUBJECTS and verb.tag in _TOLD | {"VBN", "VBG"}:
        return verb
    inverted = head.dep == "dobj" and verb.i < head.i and verb.tag in _TOLD
    return verb if inverted and verb.child("nsubj") is None else None


def _is_of_mind(verb: Token) -> bool:
    minds = vocabularies(
        ("attribution", "collective", "statements"),
        ("attribution", "collective", "wants"),
        ("anonymity", "heard"),
        ("anonymity", "judging"),
        ("moods", "minds"),
    )
    return verb.lemma in minds
