"""Sentences joined by a comma and a part of what went before: ", none of them was insured"."""

from __future__ import annotations

from newslint.language.tokens import Token

Pair = tuple[Token, Token]

_PARTS = frozenset({"all", "both", "few", "half", "many", "most", "neither", "none", "some"})
_BE = frozenset({"was", "were", "is", "are", "has", "have", "had"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_OPENS = frozenset({"DT", "PRP", "PRP$", "NN", "NNS", "NNP", "NNPS", "CD", "JJ", "EX"})
_PRONOUNS = frozenset({"they", "he", "she", "it", "there"})


def joined_by_part(tokens: tuple[Token, ...], part: Token) -> Pair | None:
    """Return the words of "lost, none of them was" and "calm, however they were"."""
    if part.lower == "however":
        return _however(tokens, part)
    if part.lower not in _PARTS or part.i < 2 or part.i + 3 >= len(tokens):
        return None
    before, comma, of, them, verb = (tokens[part.i + k] for k in (-2, -1, 1, 2, 3))
    if comma.text != "," or of.lower != "of" or them.lower != "them" or verb.lower not in _BE:
        return None
    return (before, verb) if _is_whole(tokens, comma) else None


def _however(tokens: tuple[Token, ...], however: Token) -> Pair | None:
    if however.i < 2 or tokens[however.i - 1].text != ",":
        return None
    at = however.i + 1
    if at < len(tokens) and tokens[at].text == ",":
        at += 1
    if at + 1 >= len(tokens) or tokens[at].lower not in _PRONOUNS:
        return None
    finite = tokens[at + 1].tag in _FINITE and tokens[at + 1].lemma not in ("say", "add", "tell")
    whole = _is_whole(tokens, tokens[however.i - 1])
    return (tokens[however.i - 2], however) if finite and whole else None


def _is_whole(tokens: tuple[Token, ...], comma: Token) -> bool:
    """Return whether a full clause goes before a comma, and no clause that depends on another."""
    ahead = [t for t in tokens[: comma.i] if t.sentence == comma.sentence]
    if not ahead or (ahead[0].tag not in _OPENS and ahead[0].dep != "prep"):
        return False
    return any(t.tag in _FINITE for t in ahead)
