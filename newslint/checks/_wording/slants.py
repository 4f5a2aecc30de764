"""Verbs and nouns that slant what they tell: slammed the plan, binned the levy, a hell bill."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from newslint.checks._phrases import vocabulary
from newslint.checks._support import is_negated
from newslint.checks._wording.lists import listed
from newslint.checks._wording.loaded import is_somebody
from newslint.finding import Severity
from newslint.language.tokens import Token

_PERSONS = frozenset({"he", "she", "they", "who"})
_LEFT = frozenset({"be", "get", "leave"})
_WARNING, _SUGGESTION = Severity.WARNING, Severity.SUGGESTION


def slant_of(word: Token) -> Severity | None:
    """Return how sure it is that a verb or noun slants what it tells: a severity, or None."""
    lemma = word.lemma.lower()
    if lemma not in _slanting() and word.lower not in _slanting():
        return None
    if word.tag.startswith("VB") and word.dep != "amod" and not is_negated(word):
        return next((s for s in (kind(word, lemma) for kind in _KINDS) if s is not None), None)
    if word.tag.startswith("JJ") or word.lower in listed("of_places"):
        return _of_place(word, word.lower)
    return _before_noun(word, lemma) if word.dep == "compound" else None


@cache
def _slanting() -> frozenset[str]:
    names = ("assailing", "soft_assailing", "hawked", "ditched", "soft_ditched", "soft_sneered")
    more = ("attributes", "soft_attributes", "moods", "lurid", "of_places")
    return frozenset().union(*(listed(name) for name in (*names, *more)))


def _assailed(verb: Token, lemma: str) -> Severity | None:
    """Rate a verb of combat for what is only said: slammed the plan."""
    sure = lemma in listed("assailing")
    if not sure and lemma not in listed("soft_assailing"):
        return None
    met, doer = _met(verb), _doer(verb)
    if met is None or (doer is not None and not _is_person(doer)):
        return None
    told = met.lemma.lower() in listed("abstract") or met.lemma.lower() in listed("deeds")
    if not told and (doer is None or not _is_person(met)):
        return None
    return _WARNING if sure else _SUGGESTION


def _hawked(verb: Token, lemma: str) -> Severity | None:
    """Rate what is done with facts and claims: trumpeted the figures."""
    met, doer = _met(verb), _doer(verb)
    if lemma not in listed("hawked") or met is None or met.lemma.lower() not in listed("told"):
        return None
    return _WARNING if doer is None or _is_person(doer) else None


def _ditched(verb: Token, lemma: str) -> Severity | None:
    """Rate a rough word for stopping something or dismissing somebody: binned the plan."""
    sure = lemma in listed("ditched")
    if not sure and lemma not in listed("soft_ditched"):
        return None
    met = _met(verb)
    if met is None or met.lemma.lower() not in listed("let_go"):
        return None
    return _WARNING if sure else _SUGGESTION


def _sneered(verb: Token, lemma: str) -> Severity | None:
    doer = verb.child("nsubj")
    if lemma not in listed("soft_sneered") or doer is None or verb.child("dobj") is not None:
        return None
    return _SUGGESTION if doer.i < verb.i and _is_person(doer) else None


def _moved(verb: Token, lemma: str) -> Severity | None:
    """Rate a feeling laid to people: residents were left fuming."""
    left = verb.head if verb.dep in {"xcomp", "ccomp", "oprd", "acomp"} else None
    moods = listed("moods") if left is not None else vocabulary("slant", "moods")
    if verb.lower not in moods and lemma not in moods:
        return None
    who = verb.child("nsubj", "nsubjpass")
    if who is None and left is not None and left.lemma in _LEFT:
        who = left.child("nsubjpass", "nsubj", "dobj")
    if who is None or verb.tag not in {"VBG", "VBN"} or verb.child("dobj") is not None:
        return None
    return _WARNING if _is_person(who) and who.i < verb.i else None


def _before_noun(word: Token, lemma: str) -> Severity | None:
    """Rate a noun that judges the noun after it: a nightmare journey."""
    head = word.head
    if word.text[:1].isupper() or head.i < word.i or head.tag.startswith("NNP"):
        return None
    name = head.lemma.lower()
    if lemma in listed("lurid"):
        return None if name in listed("lurid_names") else _WARNING
    if name not in listed("deeds") and name not in listed("outcomes") and not is_somebody(head):
        return None
    if lemma in listed("attributes"):
        return _WARNING
    return _SUGGESTION if lemma in listed("soft_attributes") else None


def _of_place(word: Token, lemma: str) -> Severity | None:
    """Rate an adjective that looks down on a place, or sells it: a sleepy backwater."""
    if word.dep not in {"amod", "compound"} or lemma not in listed("of_places"):
        return None
    head = word.head
    plain = word.text[:1].islower() and head.i > word.i and not head.tag.startswith("NNP")
    return _WARNING if plain and head.lemma.lower() in listed("places") else None


def _met(verb: Token) -> Token | None:
    """Return what the verb is done to."""
    return verb.child("dobj") or verb.child("nsubjpass")


def _doer(verb: Token) -> Token | None:
    """Return who does what the verb says, if that is told."""
    if verb.child("nsubjpass") is not None:
        by = verb.child("agent")
        return by.child("pobj") if by is not None else None
    return verb.child("nsubj")


def _is_person(word: Token) -> bool:
    return word.lower in _PERSONS or is_somebody(word)


_KINDS: tuple[Callable[[Token, str], Severity | None], ...] = (
    _assailed,
    _hawked,
    _ditched,
    _sneered,
    _moved,
)
