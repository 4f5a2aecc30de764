"""Verbs and nouns by which the newsroom condemns what somebody does."""

from __future__ import annotations

from newslint.attribution.kinds import nouns_for
from newslint.checks._support import is_negated
from newslint.checks._wording.lists import listed
from newslint.checks._wording.loaded import is_somebody
from newslint.language.tokens import Token

_BEFORE_NOUNS = frozenset({"amod", "compound", "nmod", "nummod", "quantmod", "det"})
_NOUN_PLACES = frozenset({"amod", "compound", "dobj", "nsubj", "pcomp", "pobj"})
_PERSONS = frozenset({"he", "she", "they", "who"})
_OWNERS = frozenset({"his", "her", "their"})
_BENCH = frozenset({"court", "judge", "justice", "magistrate", "panel", "tribunal"})
_SIGNS = frozenset({"$", "£", "€", "¥"})


def is_verdict_verb(verb: Token) -> bool:
    """Return whether the verb condemns its doer, or pities whom it is done to."""
    if is_negated(verb):
        return False
    doubted = verb.tag == "VBG" and not any(c.dep in {"aux", "nsubj"} for c in verb.children)
    doubted = doubted or any(c.tag == "MD" for c in verb.children)
    if doubted or verb.dep in _NOUN_PLACES:
        return False
    kinds = (_is_sneered, _is_forced, _is_bodily, _is_brought_low, _is_wronged, _is_wasted)
    return (
        _is(verb, "done")
        or any(kind(verb) for kind in kinds)
        or _is_struck(verb)
        or _is_robbed(verb)
        or _is_leaping(verb)
    )


def is_vice(noun: Token) -> bool:
    """Return whether a vice or a virtue is laid to somebody: the greed of the board."""
    if not _is(noun, "vices"):
        return False
    of = next((c for c in noun.children if c.dep == "prep" and c.lower == "of"), None)
    owner = noun.child("poss") or (of.child("pobj") if of is not None else None)
    return owner is not None and (owner.lower in _OWNERS or is_somebody(owner))


def is_antic(noun: Token) -> bool:
    """Return whether a noun makes little of what somebody did: a stunt, her tirade."""
    if not _is(noun, "antics"):
        return False
    named = any(c.dep == "compound" and c.tag.startswith("NNP") for c in noun.children)
    return noun.dep not in _BEFORE_NOUNS and not named and not is_negated(noun)


def _is(word: Token, name: str) -> bool:
    return word.lemma.lower() in listed(name)


def _is_bodily(verb: Token) -> bool:
    """Return whether a body of people, which has no legs, lurches or sleepwalks somewhere."""
    subject = verb.child("nsubj")
    if subject is None or not _is(verb, "bodily"):
        return False
    met = verb.child("dobj")
    return met is None and subject.lemma.lower() in nouns_for("organisations")


def _is_brought_low(verb: Token) -> bool:
    """Return whether somebody is humiliated, in the newsroom's eyes."""
    if verb.lower not in listed("brought_low"):
        return False
    met = verb.child("nsubjpass") or verb.child("dobj")
    if met is None and verb.tag == "VBN":
        first = verb.head if verb.dep == "conj" else None
        met = first.child("nsubjpass") or first.child("nsubj") if first is not None else None
    return met is not None and (met.tag.startswith("NNP") or _is_person(met))


def _is_sneered(verb: Token) -> bool:
    """Return whether somebody is said to move or to speak as one sneers at: he slunk off."""
    subject = verb.child("nsubj")
    if subject is None or not _is(verb, "sneered"):
        return False
    met = verb.child("dobj")
    if (met is not None and met.lower != "home") or subject.i > verb.i:
        return False
    return _is_person(subject)


def _is_forced(verb: Token) -> bool:
    """Return whether somebody does violence to what is only decided or said: quashed debate."""
    if not _is(verb, "forced"):
        return False
    passive = verb.child("nsubjpass")
    met = passive if passive is not None else verb.child("dobj")
    by = verb.child("agent") if passive is not None else None
    doer = verb.child("nsubj") if passive is None else None if by is None else by.child("pobj")
    if met is None or not _is(met, "abstract"):
        return False
    if doer is None:
        return passive is not None or verb.dep in {"xcomp", "conj", "advcl"}
    return doer.lower in _PERSONS or (is_somebody(doer) and doer.lemma.lower() not in _BENCH)


def _is_wronged(verb: Token) -> bool:
    """Return whether a body or an office-holder is said to bully or to betray people."""
    if not _is(verb, "wronged"):
        return False
    passive = verb.child("nsubjpass")
    by = verb.child("agent")
    doer = verb.child("nsubj") if passive is None else by.child("pobj") if by else None
    met = verb.child("dobj") if passive is None else passive
    if met is None or doer is None or not _is_person(met):
        return False
    lemma = doer.lemma.lower()
    kinds = ("organisations", "roles", "collectives", "newspaper_words")
    return any(lemma in nouns_for(kind) for kind in kinds)


def _is_robbed(verb: Token) -> bool:
    """Return whether somebody is robbed of what no thief can carry: of her vote."""
    met = verb.child("dobj")
    below = (*verb.children, *(met.children if met is not None else ()))
    of = next((c for c in below if c.dep == "prep" and c.lower == "of"), None)
    lost = of.child("pobj") if of is not None else None
    return verb.lemma == "rob" and lost is not None and _is(lost, "abstract")


def _is_wasted(verb: Token) -> bool:
    """Return whether somebody wastes or pockets money: squandered 3 million on a logo."""
    if not _is(verb, "money_verbs"):
        return False
    subject, met = verb.child("nsubj"), verb.child("dobj")
    if met is None or (subject is not None and not _is_person(subject)):
        return False
    return any(_is(w, "money") or w.text in _SIGNS for w in met.subtree if w.i <= met.i)


def _is_struck(verb: Token) -> bool:
    """Return whether somebody is slapped with a fine, or a levy slapped on something."""
    if not _is(verb, "struck"):
        return False
    met = verb.child("dobj") or verb.child("nsubjpass")
    after = {c.lower: c.child("pobj") for c in verb.children if c.dep == "prep"}
    told = [w for w in (met, after.get("with")) if w is not None]
    return bool(after.keys() & {"with", "on"}) and any(_is(w, "deeds") for w in told)


def _is_leaping(verb: Token) -> bool:
    """Return whether figures, which have no legs, skyrocket."""
    subject = verb.child("nsubj")
    return subject is not None and _is(verb, "leaping") and not _is_person(subject)


def _is_person(word: Token) -> bool:
    return word.lower in _PERSONS or is_somebody(word)
