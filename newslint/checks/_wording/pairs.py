"""Pairs of words of which the second is not the one that the first asks for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from newslint.language.tokens import Token
from newslint.span import Span

_FAR = 9  # words from the first word of a pair to its second
_HALTS = frozenset({",", ".", ":", ";", "``", "''", "-LRB-", "-RRB-"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_BE = frozenset({"is", "are", "was", "were", "be", "been"})
_NEGATIVES = frozenset({"not", "n't", "n’t", "never", "no", "hardly", "without"})
#: "Either side and", "either of": no pair is begun.
_EITHER_ONE = frozenset({"of", "way", "side", "end", "case", "party", "team", "direction", "hand"})
#: What goes on after "not only", as "but" does.
_GOES_ON = frozenset({"also", "as", "but", "even", "rather", "too", ";", ":", "—", "–", "-", "--"})
#: "So long as", "so far as".
_SO_AS = frozenset({"far", "long", "many", "much", "soon", "often", "little"})
_AMOUNTS = frozenset(
    {"big", "deep", "fast", "far", "high", "large", "long", "many", "much", "often", "wide"}
)
#: What "than" may belong to.
_COMPARING = frozenset(
    {"different", "differently", "else", "less", "more", "other", "rather", "sooner"}
)
_OPENERS = frozenset({"hardly", "scarcely", "barely"})


class Broken(NamedTuple):
    """The first word of a pair, where the second stands, and what it should be."""

    first: str
    span: Span
    there: str
    right: str


def _after(tokens: Sequence[Token], first: Token) -> list[Token]:
    """Return what follows a word in its sentence."""
    return [t for t in tokens[first.i + 1 :] if t.sentence == first.sentence]


def _coordinator(rest: Sequence[Token]) -> Token | None:
    """Return the first "and", "or" or "nor", if neither a mark nor a verb stands before it."""
    for token in rest[:_FAR]:
        if token.lower in ("and", "or", "nor"):
            return token
        if token.tag in _HALTS or token.tag in _FINITE:
            return None
    return None


def _both(tokens: Sequence[Token], both: Token) -> Broken | None:
    rest = _after(tokens, both)
    if both.dep not in ("preconj", "cc") and both.tag != "CC":
        return None
    found = _coordinator(rest)
    if found is None or found.lower != "or" or rest[0].lower == "of":
        return None
    return None if any(t.lower == "and" for t in rest) else _broken(both, found, "and")


def _either(tokens: Sequence[Token], either: Token) -> Broken | None:
    rest = _after(tokens, either)
    if not rest or rest[0].lower in _EITHER_ONE or rest[0].tag in _HALTS:
        return None
    if either.tag == "DT" and rest[0].tag in ("NN", "NNS"):
        return None
    found = _coordinator(rest)
    if found is None or found.lower != "and" or any(t.lower in ("or", "nor") for t in rest):
        return None
    return _broken(either, found, "or")


def _neither(tokens: Sequence[Token], neither: Token) -> Broken | None:
    rest = _after(tokens, neither)
    if not rest or rest[0].lower in _EITHER_ONE or any(t.lower == "nor" for t in rest):
        return None
    if neither.tag == "DT" and rest[0].tag in ("NN", "NNS"):
        return None
    found = _coordinator(rest)
    return _broken(neither, found, "nor") if found is not None else None


def _not_only(tokens: Sequence[Token], only: Token) -> Broken | None:
    if not only.i or tokens[only.i - 1].lower not in ("not", "n't", "n’t"):
        return None
    rest = _after(tokens, only)
    found = next((t for t in rest if t.lower == "and"), None)
    if found is None or found.i + 1 >= len(tokens):
        return None
    after = tokens[found.i + 1]
    also = after.lower == "also"
    ahead = {t.lower for t in rest if not (also and t is after)}
    if ahead & _GOES_ON or any(t.tag in ("``", "''", ":") for t in rest):
        return None
    begun = tokens[found.i - 1].text == "," and not (only.i == 1 or tokens[only.i - 2].text == ".")
    if (
        rest[0].lower in ("that", "this", "so")
        or after.tag in ("NNP", "PRP")
        or (begun and not also)
    ):
        return None
    return Broken("not only", found.span, found.text, "but" if also else "but also")


def _no_sooner(tokens: Sequence[Token], sooner: Token) -> Broken | None:
    if not sooner.i or tokens[sooner.i - 1].lower != "no":
        return None
    rest = _after(tokens, sooner)
    if any(t.lower in ("than", "then") for t in rest):
        return None
    found = next((t for t in rest if t.lower in ("when", "before", "that")), None)
    return Broken("no sooner", found.span, found.text, "than") if found is not None else None


def _hardly(tokens: Sequence[Token], hardly: Token) -> Broken | None:
    rest = _after(tokens, hardly)
    before = tokens[hardly.i - 1].lower if hardly.i else ""
    had = bool(rest) and rest[0].lower == "had"
    if not had and not (before == "had" and rest and rest[0].tag == "VBN"):
        return None
    if any(t.lower in ("when", "before", "more", "less", "other", "rather") for t in rest):
        return None
    found = next((t for t in rest if t.lower == "than"), None)
    compares = found is not None and tokens[found.i - 1].tag in ("JJR", "RBR")
    return _broken(hardly, found, "when") if found is not None and not compares else None


def _so(tokens: Sequence[Token], so: Token) -> Broken | None:
    rest = _after(tokens, so)
    if len(rest) < 4 or rest[0].tag not in ("JJ", "RB") or rest[1].lower != "as":
        return None
    if rest[0].lower in _SO_AS or rest[2].lower == "to":
        return None
    before = [t for t in tokens[max(0, so.i - 4) : so.i] if t.sentence == so.sentence]
    if any(t.lower in _NEGATIVES for t in before) or not before or before[-1].lower not in _BE:
        return None
    clause = any(t.tag in _FINITE for t in rest[3:8])
    noun = rest[2].tag in ("DT", "NNS", "NNP", "PRP$", "PRP", "NN")
    return _broken(so, rest[1], "that") if clause and noun else None


def _as(tokens: Sequence[Token], first: Token) -> Broken | None:
    """Find the "than" of "as much to luck than to skill" and "twice as long than"."""
    rest = _after(tokens, first)
    if len(rest) < 3 or rest[0].tag not in ("JJ", "RB"):
        return None
    if rest[0].lower not in _AMOUNTS and rest[1].lower != "than":
        return None
    for token in rest[1:_FAR]:
        if token.lower == "than":
            break
        if token.lower == "as" or token.tag in _HALTS | _FINITE | {"JJR", "RBR"}:
            return None
    else:
        return None
    before = [t for t in tokens[: first.i] if t.sentence == first.sentence]
    compares = {t.lower for t in (*before, *rest[: token.i - first.i])} & _COMPARING
    if compares or any(t.tag in ("JJR", "RBR") for t in before):
        return None
    return _broken(first, token, "as")


def _between(tokens: Sequence[Token], between: Token) -> Broken | None:
    """Find the "or" of "between a new school or an old one"."""
    rest = _after(tokens, between)
    found = None
    for token in rest[:_FAR]:
        if token.lower == "or":
            found = token
            break
        if token.lower in ("and", "to") or token.tag in _HALTS | _FINITE:
            return None
    if found is None or any(t.lower == "and" for t in rest if t.i > found.i):
        return None
    return _broken(between, found, "and")


def _reason(tokens: Sequence[Token], because: Token) -> Broken | None:
    be = tokens[because.i - 1] if because.i else None
    if be is None or be.lower not in _BE or be.sentence != because.sentence:
        return None
    if because.i + 1 < len(tokens) and tokens[because.i + 1].lower == "of":
        return None
    subject = be.child("nsubj")
    if subject is None or subject.lemma != "reason":
        return None
    return Broken(subject.text, because.span, because.text, "that")


def _broken(first: Token, second: Token, right: str) -> Broken:
    return Broken(first.text, second.span, second.text, right)


_FINDERS: dict[str, Callable[[Sequence[Token], Token], Broken | None]] = {
    "as": _as,
    "because": _reason,
    "between": _between,
    "both": _both,
    "either": _either,
    "neither": _neither,
    "only": _not_only,
    "so": _so,
    "sooner": _no_sooner,
    **dict.fromkeys(_OPENERS, _hardly),
}


def broken_pair(tokens: Sequence[Token], token: Token) -> Broken | None:
    """Return the pair that a word of a block begins, if its second word is the wrong one."""
    find = _FINDERS.get(token.lower)
    return find(tokens, token) if find is not None else None
