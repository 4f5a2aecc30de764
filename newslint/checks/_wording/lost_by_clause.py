"""Small words that the shape of a clause shows to be lost: "warned that would be hard to find"."""

from __future__ import annotations

from newslint.checks._wording.lost_word import Lost, at
from newslint.language.tokens import Token

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
#: After these, what "that" stands for would be the object of the infinitive.
_TOUGH = frozenset({"difficult", "easy", "hard", "impossible", "tough"})
_SOON = frozenset({"early", "late", "soon"})
_BACK = 5  # words from "that" to the adjective


def it_in_clause(tokens: tuple[Token, ...], adjective: Token) -> Lost | None:
    """Find "warned that would be hard to find the money": the infinitive has its own object."""
    verb = adjective.child("xcomp") or adjective.head.child("xcomp")
    if verb is None or verb.i < adjective.i or verb.tag != "VB":
        return None
    if adjective.lower in _TOUGH and verb.child("dobj") is None:
        return None
    if adjective.lower in _SOON and tokens[adjective.i - 1].lower != "too":
        return None
    if tokens[verb.i - 1].lower != "to" or verb.child("nsubj") is not None:
        return None
    for that in reversed(tokens[max(1, adjective.i - _BACK) : adjective.i]):
        said, finite = tokens[that.i - 1], at(tokens, that.i + 1)
        if that.lower == "that" and said.pos == "VERB" and finite is not None:
            said_so = said.sentence == that.sentence and finite.tag in _FINITE
            return Lost(that, finite, "it") if said_so else None
    return None


def who_after_one(tokens: tuple[Token, ...], one: Token) -> Lost | None:
    """Find "was one of three men were arrested": two finite verbs and one subject."""
    be, of, number, noun, finite = (at(tokens, one.i + k) for k in (-1, 1, 2, 3, 4))
    if be is None or of is None or number is None or noun is None or finite is None:
        return None
    if be.lower not in ("is", "was") or of.lower != "of" or number.tag != "CD":
        return None
    found = noun.tag == "NNS" and finite.tag in _FINITE and finite.sentence == be.sentence
    return Lost(noun, finite, "who or that") if found else None


def the_plural_of(tokens: tuple[Token, ...], many: Token) -> Lost | None:
    """Find "many of resident": no article, and one where several are counted."""
    of, noun, after = (at(tokens, many.i + k) for k in (1, 2, 3))
    if of is None or noun is None or after is None or of.lower != "of" or noun.tag != "NN":
        return None
    alone = noun.dep == "pobj" and noun.head is of and not noun.children and not noun.entity
    ends = after.tag in _FINITE or after.tag in ("IN", ".", ",")
    return Lost(of, noun, "the") if alone and ends and noun.text.islower() else None


def the_hours(tokens: tuple[Token, ...], hours: Token) -> Lost | None:
    """Find "in early hours of Friday"."""
    before, early, of = (at(tokens, hours.i + k) for k in (-2, -1, 1))
    if before is None or early is None or of is None or early.lower not in ("early", "small"):
        return None
    return Lost(before, early, "the") if before.tag == "IN" and of.lower == "of" else None
