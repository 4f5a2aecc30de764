"""Praise, blame and warnings that somebody must have uttered: the plan was slated."""

from __future__ import annotations

from newslint.checks._phrases import vocabulary
from newslint.checks._sourcing.person_nouns import known_people, person_lemma
from newslint.checks._support import is_negated
from newslint.finding import Severity
from newslint.language.tokens import Token

_MAIN = frozenset({"ROOT", "conj", "relcl", "ccomp", "advcl", "parataxis"})
_FINITE = frozenset({"VBD", "VBP", "VBZ"})
_WHO = frozenset({"among", "amongst", "by", "from"})
_LAID_TO = frozenset({"on", "to"})
_SOMEBODY = frozenset({"he", "she", "they", "who"})
_BODIES = frozenset({"PERSON", "ORG"})
_PLANNED = frozenset({"for", "to"})  # slated for May, slated to open


def spoken_of_severity(verb: Token) -> Severity | None:
    """Return how serious it is that the verb tells of a judgement and of nobody who made it.

    Five forms count: "was slated", "was billed as a cure", "was put down to the heat", "the
    minister had been warned", "he was given assurances". None if it is none of them, or
    somebody is told of. Needs `parse` with names.
    """
    if verb.tag != "VBN" or verb.dep not in _MAIN or is_negated(verb):
        return None
    helpers = [c for c in verb.children if c.dep in {"aux", "auxpass"}]
    passive = verb.child("auxpass")
    subject = verb.child("nsubjpass")
    if passive is None or subject is None or not any(c.tag in _FINITE for c in helpers):
        return None
    if any(c.tag == "MD" for c in helpers):
        return None
    if any(w.lower in _WHO for w in verb.subtree if w.i > verb.i):
        return None
    if any(c.dep == "advcl" and c.tag == "VBG" for c in verb.children):
        return None  # "criticising him, she was": somebody does it
    told = (
        _is_judged(verb)
        or _is_spoken_of_as(verb)
        or _is_laid_to(verb, subject)
        or _is_let_know(verb, subject)
    )
    return Severity.WARNING if told else None


def _words(name: str) -> frozenset[str]:
    return vocabulary("attribution", "agentless", name)


def _is_judged(verb: Token) -> bool:
    """Judge "was slated": not "is slated to open"."""
    if verb.lemma not in _words("spoken_of"):
        return False
    if verb.lemma == "slate":
        return not any(c.lower in _PLANNED and c.i == verb.i + 1 for c in verb.children) and (
            verb.child("xcomp") is None
        )
    if verb.lemma == "compare":
        return any(c.lower == "to" and c.i > verb.i for c in verb.children)
    return True


def _is_spoken_of_as(verb: Token) -> bool:
    """Judge "is billed as a cure", "was singled out for": not "was identified by its tail"."""
    if verb.lemma not in _words("spoken_of_as"):
        return False
    after = [c for c in verb.children if c.i > verb.i]
    if verb.lemma == "single":
        return any(c.lower == "out" for c in after)
    if verb.lemma == "hold" and not any(c.lower == "up" for c in after):
        return False
    if verb.lemma == "pronounce":
        return verb.child("oprd", "acomp", "attr", "dobj") is not None
    if verb.lemma == "earmark":
        return any(c.lower == "for" for c in after)
    if verb.lemma == "rank":
        return any(c.lower in {"among", "amongst", "as"} for c in after)
    as_word = next((c for c in after if c.lower == "as"), None)
    what = as_word.child("pobj", "amod") if as_word is not None else None
    if verb.lemma == "identify":  # as too weak: a judgement; as Ann Roe: a name
        return as_word is not None and (what is None or what.tag.startswith("JJ"))
    return as_word is not None


def _is_laid_to(verb: Token, subject: Token) -> bool:
    """Judge "was put down to the heat", "is blamed on the pump": not a work, to its maker."""
    if verb.lemma not in _words("laid_to") or subject.lemma.lower() in _words("works"):
        return False
    if verb.lemma in {"chalk", "put"} and not any(c.lower in {"down", "up"} for c in verb.children):
        return False
    return any(c.lower in _LAID_TO and c.i > verb.i for c in verb.children)


def _is_let_know(verb: Token, subject: Token) -> bool:
    """Judge "the minister had been warned": not the public, as a notice does."""
    given = verb.child("dobj") if verb.lemma == "give" else None
    if verb.lemma not in _words("let_know") and (
        given is None or given.lemma not in _words("words_given")
    ):
        return False
    if any(c.lower == "of" and c.i == verb.i + 1 for c in verb.children) and verb.lemma == "assure":
        return False  # is assured of a seat
    if subject.lower in _SOMEBODY or subject.entity in _BODIES:
        return True
    return subject.tag == "NN" and person_lemma(subject) in known_people()
