"""Deeds that somebody is to blame for, told without the doer: corners were cut."""

from __future__ import annotations

from newslint.checks._phrases import vocabulary
from newslint.checks._support import is_negated
from newslint.finding import Severity
from newslint.language.tokens import Token
from newslint.span import Span

_FINITE = frozenset({"VBD", "VBP", "VBZ"})
_MAIN = frozenset({"ROOT", "conj", "ccomp", "parataxis", "relcl"})
_NONE = frozenset({"no", "few"})
_SUPPOSED = frozenset({"after", "before", "if", "unless", "until", "when", "whether", "while"})
_ABOUT = frozenset({"about", "of", "that"})
_PARTICLES = frozenset({"about", "aside", "away", "off", "on", "out", "over", "up"})
_MISHAPS = frozenset({"during", "in"})  # in the fire, during the war
_LONG = 6  # words before the noun that still belong to what is marked


def hidden_doer_severity(verb: Token) -> Severity | None:
    """Return how serious it is that the passive hides who did the deed; None if it is none.

    Four forms count: what is due was set aside ("warnings were brushed aside"), money or
    papers were misused ("funds were diverted"), people were leant on ("officials were
    silenced"), and somebody was told in good time ("ministers were told of the risks").
    Anybody named with "by", and an order or a wish, makes it another matter. Needs `parse`.
    """
    if not verb.tag.startswith("VB") or verb.dep not in _MAIN or verb.child("auxpass") is None:
        return None
    subject = verb.child("nsubjpass")
    if subject is None or verb.child("agent") is not None or _is_open(verb):
        return None
    if not any(c.tag in _FINITE for c in verb.children if c.dep in {"aux", "auxpass"}):
        return None
    if any(c.lower in _NONE and c.i < subject.i for c in subject.children):
        return None
    known = _is_set_aside(verb, subject) or _is_misused(verb, subject)
    known = known or _is_found(verb, subject) or _is_leant_on(verb, subject)
    return Severity.WARNING if known or _is_told(verb, subject) else None


def hidden_doer_span(verb: Token) -> Span:
    """Return the words to mark, from what the deed was done to up to the verb's particle."""
    subject = verb.child("nsubjpass")
    first = verb if subject is None else subject
    if subject is not None:
        before = [c for c in subject.children if c.i < subject.i and subject.i - c.i <= _LONG]
        first = min((subject, *before), key=lambda word: word.i)
        if verb.i - first.i > 2 * _LONG:
            first = min((c for c in verb.children if c.dep in {"aux", "auxpass"}), key=_place)
    last = next((c for c in verb.children if c.i == verb.i + 1 and c.lower in _PARTICLES), verb)
    return Span(first.start, last.end)


def _place(word: Token) -> int:
    return word.i


def _words(name: str) -> frozenset[str]:
    return vocabulary("attribution", "hidden_doers", name)


def _is_open(verb: Token) -> bool:
    """Return whether it is denied, asked, wished for or only told as a time or a condition."""
    if any(c.dep == "aux" and c.tag == "MD" for c in verb.children):
        return True
    if any(c.lower == "by" and c.i > verb.i for c in verb.children):
        return True
    asked = any(c.lower in _SUPPOSED and c.i < verb.i for c in verb.children)
    return asked or (is_negated(verb) and verb.lemma not in {"act", "heed", "take"})


def _is_set_aside(verb: Token, subject: Token) -> bool:
    """Judge "complaints were not taken seriously", "the rules were bent"."""
    if subject.lemma.lower() in _words("dues"):
        lightly = verb.lemma in {"act", "heed", "take"} and is_negated(verb)
        return verb.lemma in _words("set_aside") or (lightly and _is_serious(verb))
    done = f"{subject.lemma.lower()} {verb.lemma}"
    return done in _words("wrongs")


def _is_serious(verb: Token) -> bool:
    return verb.lemma != "take" or any(c.lower in {"seriously", "up"} for c in verb.children)


def _is_misused(verb: Token, subject: Token) -> bool:
    """Judge "money had been splashed about", "emails were deleted"."""
    noun = subject.lemma.lower()
    if subject.tag == "NNPS":  # "Records", at the head of a sentence
        noun = noun.removesuffix("s")
    return (noun in _words("money") and verb.lemma in _words("wasted")) or (
        noun in _words("papers")
        and verb.lemma in _words("doctored")
        and not any(c.lower in _MISHAPS and c.i > verb.i for c in verb.children)
    )


def _is_found(verb: Token, subject: Token) -> bool:
    """Judge "serious shortcomings have been identified"."""
    return subject.lemma.lower() in _words("failings") and verb.lemma in _words("found")


def _is_leant_on(verb: Token, subject: Token) -> bool:
    """Judge "contractors were leant on", "he was paid off"."""
    if verb.lemma == "make" and any(
        c.dep in {"xcomp", "ccomp", "advcl"} and c.i > verb.i and c.lemma in _words("made_to")
        for c in verb.children
    ):
        return True
    if not _is_somebody(subject):
        return False
    with_word = {f"{verb.lemma} {c.lower}" for c in verb.children if c.i == verb.i + 1}
    if verb.lemma in _words("silenced") or with_word & _words("silenced"):
        return True
    return verb.lemma == "tell" and any(
        c.dep in {"xcomp", "ccomp"} and c.lemma in _words("made_to") for c in verb.children
    )


def _is_told(verb: Token, subject: Token) -> bool:
    """Judge "ministers were told of the risks", "had been warned that"."""
    if verb.lemma not in _words("told") or not _is_responsible(subject):
        return False
    after = [c for c in verb.children if c.i > verb.i]
    if verb.lemma == "warn":
        had = any(c.lower in {"had", "been"} for c in verb.children if c.i < verb.i)
        clause = any(c.dep == "ccomp" for c in after)
        return had and (clause or any(c.lower in _ABOUT for c in after))
    of = next((c for c in after if c.lower in {"about", "of", "to"}), None)
    what = of.child("pobj") if of is not None else None
    return what is not None and what.lemma.lower() in _words("risks")


def _is_somebody(noun: Token) -> bool:
    people = vocabulary("attribution", "collective", "crowd")
    people |= vocabulary("attribution", "collective", "authority")
    return _is_responsible(noun) or noun.lemma.lower() in people


def _is_responsible(noun: Token) -> bool:
    """Return whether the subject holds an office, or has a name: ministers, the board, he."""
    office = vocabulary("attribution", "collective", "office") | _words("bodies")
    named = noun.entity in {"PERSON", "ORG"} or noun.tag == "NNP"
    return named or noun.lower in {"he", "she"} or noun.lemma.lower() in office
