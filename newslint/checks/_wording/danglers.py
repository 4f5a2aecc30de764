"""Openings that hang on nobody: "Wading up the lane, the water rose to her waist"."""

from __future__ import annotations

from newslint.checks._phrases import vocabulary
from newslint.language.tokens import Token

Pair = tuple[Token, Token]

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl"})
_MARKS = frozenset({",", ":", ";", "—", "–", "--"})
_LONG = 16  # words an opening may have
_HAVING = frozenset({"having"})
_AGED = frozenset({"aged", "only", "just", "now", "still"})


def hanging(tokens: tuple[Token, ...], first: Token) -> Pair | None:
    """Return the first word of an opening and the subject that it cannot be about."""
    if first.i and tokens[first.i - 1].sentence == first.sentence:
        return None
    comma = _comma(tokens, first)
    if comma is None:
        return None
    subject = _subject_after(tokens, comma)
    if subject is None:
        return None
    if _is_age(tokens, first, comma):
        return (first, subject) if _is_no_person(tokens, subject) else None
    if not _asks_for_person(tokens, first):
        return None
    empty = subject.lower == "there" and subject.tag == "EX"
    it = subject.lower == "it" and _is_empty_it(tokens, subject)
    return (first, subject) if empty or it or _is_no_person(tokens, subject) else None


def _comma(tokens: tuple[Token, ...], first: Token) -> Token | None:
    """Return the one comma that closes the opening."""
    for token in tokens[first.i + 1 : first.i + _LONG]:
        if token.sentence != first.sentence:
            return None
        if token.text == ",":
            return token
        if token.text in _MARKS or (token.tag in ("VBD", "VBZ", "MD") and not _is_inner(token)):
            return None
    return None


def _is_inner(finite: Token) -> bool:
    """Return whether a finite verb stands in a clause of its own: "asked where it had gone"."""
    verb = finite.head if finite.dep in ("aux", "auxpass") else finite
    own = verb.child("nsubj", "nsubjpass")
    return own is not None and own.i < finite.i


def _subject_after(tokens: tuple[Token, ...], comma: Token) -> Token | None:
    """Return the subject whose phrase begins right after the comma, with its verb near."""
    begin = comma.i + 1
    for token in tokens[begin : begin + 6]:
        if token.sentence != comma.sentence or token.text in _MARKS or token.tag == "CC":
            return None
        if token.dep in _SUBJECTS:
            after = tokens[token.i + 1] if token.i + 1 < len(tokens) else None
            ahead = tokens[begin : token.i]
            plain = all(t.tag in ("DT", "PRP$", "JJ", "JJR", "NN", "CD", "RB") for t in ahead)
            return token if plain and after is not None and after.text != "," else None
    return None


def _asks_for_person(tokens: tuple[Token, ...], first: Token) -> bool:
    """Return whether only a person or a body of people can do what the opening says."""
    if first.lower == "having":
        verb = tokens[first.i + 1] if first.i + 1 < len(tokens) else None
        known = verb is not None and verb.tag in ("VBN", "VBD")
        return known and verb is not None and verb.lemma in vocabulary("danglers", "acts")
    if first.tag == "VBG":
        stem = first.lower.removesuffix("ing")
        return bool({first.lemma, stem, stem + "e"} & vocabulary("danglers", "doing"))
    asked = first.tag == "VBN" and first.lemma in ("ask", "question", "press", "quiz")
    return asked and tokens[first.i + 1].lower in (
        "about",
        "by",
        "if",
        "whether",
        "how",
        "why",
        "what",
        "where",
        "when",
        "who",
        "for",
    )


def _is_no_person(tokens: tuple[Token, ...], subject: Token) -> bool:
    """Return whether the subject names a thing that does nothing of itself."""
    if subject.tag not in ("NN", "NNS") or subject.entity in ("PERSON", "ORG", "NORP"):
        return False
    after = tokens[subject.i + 1] if subject.i + 1 < len(tokens) else None
    return (
        subject.lemma in vocabulary("danglers", "no-persons")
        and after is not None
        and after.tag in ("VBD", "VBZ", "VBP", "MD", "IN", "RB")
    )


def _is_empty_it(tokens: tuple[Token, ...], it: Token) -> bool:
    """Return whether "it" stands for a clause that comes: "it was clear that"."""
    be, adjective, that = (tokens[it.i + k] if it.i + k < len(tokens) else None for k in (1, 2, 3))
    if be is None or adjective is None or that is None or be.lower not in ("was", "is", "became"):
        return False
    return adjective.tag == "JJ" and that.lower == "that"


def _is_age(tokens: tuple[Token, ...], first: Token, comma: Token) -> bool:
    """Return whether the opening is an age alone: "Only 26, her voice"."""
    words = tokens[first.i : comma.i]
    if len(words) != 2 or words[0].lower not in _AGED:
        return False
    number = words[1].text
    return number.isdecimal() and 10 < int(number) < 100
