"""Concerns, rumours and calls that nobody is said to have: questions have been raised."""

from __future__ import annotations

from newslint.checks._phrases import vocabulary
from newslint.checks._support import is_negated, verb_group
from newslint.finding import Severity
from newslint.language.tokens import Token
from newslint.span import Span

_SPEAKERS = frozenset({"among", "amongst", "by", "from", "within"})
_OWNED = frozenset({"any", "few", "little", "no", "of", "the", "these", "this", "those"})
_DRAWN = frozenset({"attract", "draw"})
_GREETED = frozenset({"greet", "meet", "receive"})  # with dismay
_LONG = 4  # words before the noun that still belong to the cue


def murmur_severity(verb: Token) -> Severity | None:
    """Return how serious it is that the verb tells of a murmur and names nobody; else None.

    Five forms count: "questions have been raised", "rumours are swirling", "there have been
    calls for", "has been dogged by suspicions" and "the move sparked outrage". Somebody who
    murmurs, "by" or "from" or "among" them, makes them one's own. Needs `parse`.
    """
    noun = _murmur(verb)
    if (
        noun is None
        or is_negated(verb)
        or any(c.dep == "aux" and c.tag == "MD" for c in verb.children)
    ):
        return None
    if any(c.lower in {"if", "when", "whether"} and c.i < verb.i for c in verb.children):
        return None
    by = verb.child("agent") if noun.dep == "pobj" else None
    if any(w.lower in _SPEAKERS and w is not by for w in verb.subtree) or any(
        c.dep == "poss" or (c.lower in _OWNED and not _is_content(noun, c)) for c in noun.children
    ):
        return None
    return Severity.SUGGESTION if verb.lemma == "remain" else Severity.WARNING


def _is_content(noun: Token, part: Token) -> bool:
    """Return whether "of" tells what it is about, not whose it is: hopes of a deal."""
    return part.lower == "of" and noun.lemma in vocabulary("attribution", "agentless", "about")


def murmur_span(verb: Token) -> Span | None:
    """Return the words to mark, from the noun or "there" to the verb or noun; None if no murmur."""
    noun = _murmur(verb)
    if noun is None:
        return None
    there = verb.child("expl")
    if noun.dep == "pobj" and noun.head is verb.child("agent"):
        return Span(verb_group(verb).start, noun.end)
    if noun.i > verb.i and there is None:
        return Span(verb.start, noun.end)
    before = [c for c in noun.children if c.i < noun.i and noun.i - c.i <= _LONG]
    first = min((there or noun, *before), key=lambda t: t.i)
    return Span(first.start, max(noun.end, verb.end))


def _murmur(verb: Token) -> Token | None:
    """Return the noun of the murmur that the verb tells of, if it tells of one."""
    murmurs = vocabulary("attribution", "agentless", "murmurs")
    if not verb.tag.startswith("VB"):
        return None
    if verb.child("expl") is not None:  # a parser may make "growing" the verb of "growing calls"
        told = verb.child("attr", "nsubj", "dobj")
        heavy = told is not None and any(
            c.dep in {"prep", "acl", "ccomp", "relcl"} and c.i > told.i
            for c in (*told.children, *verb.children)
        )
        return told if told is not None and heavy and told.lemma in murmurs else None
    passive = verb.child("auxpass") is not None
    beset = verb.lemma in vocabulary("attribution", "agentless", "beset")
    by = verb.child("agent") if beset and passive else None
    if by is not None:
        trouble = by.child("pobj")
        return trouble if trouble is not None and trouble.lemma in murmurs else None
    if is_elicited(verb):
        return _elicited(verb)
    subject = verb.child("nsubjpass" if passive else "nsubj")
    if verb.lemma == "remain" and verb.child("acomp", "attr", "oprd", "advcl") is not None:
        return None
    if subject is None or subject.lemma.lower() not in murmurs or verb.dep not in _MAIN:
        return None
    known = "voiced" if passive else "spreading"
    rife = beset or verb.lemma in vocabulary("attribution", "agentless", known)
    return subject if rife else None


def is_elicited(verb: Token) -> bool:
    """Return whether this is a reaction that an event drew: sparked outrage."""
    if verb.child("auxpass") is not None:
        return verb.lemma in _GREETED and any(c.lower == "with" for c in verb.children)
    return verb.lemma in vocabulary("attribution", "agentless", "eliciting")


def is_praise(verb: Token) -> bool:
    """Return whether the reaction that an event drew is of the kind that harms nobody: plaudits."""
    told = _elicited(verb) if is_elicited(verb) else None
    return told is not None and told.lemma in vocabulary("attribution", "agentless", "praise")


def _elicited(verb: Token) -> Token | None:
    """Return the reaction that an event drew from nobody in particular: sparked outrage."""
    told = verb.child("dobj")
    if told is None:
        to = next((c for c in verb.children if c.lower in {"with", "under", "to"}), None)
        told = to.child("pobj") if to is not None else None
    reactions = vocabulary("attribution", "agentless", "reactions")
    if told is None or told.lemma not in reactions or verb.dep not in _MAIN:
        return None
    subject = verb.child("nsubj", "nsubjpass")
    if subject is not None and subject.lower in {"it", "this", "that"}:
        return told if verb.tag in {"VBD", "VBN", "VBZ"} else None
    thing = subject is not None and subject.tag.startswith("NN") and subject.entity != "PERSON"
    thing |= subject is not None and verb.lemma in _DRAWN  # he has drawn suspicion
    return told if thing and verb.tag in {"VBD", "VBN", "VBZ"} else None


_MAIN = frozenset({"ROOT", "conj", "ccomp", "parataxis", "advcl"})
