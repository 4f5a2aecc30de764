"""Tables that tell kinds of sources apart, read from `data/kinds.yml`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from newslint.vocabulary import load, words

_PACKAGE = "newslint.attribution"
_FILE = "data/kinds.yml"
_OWNERS = ("his", "her", "their")


@cache
def nouns_for(kind: str) -> frozenset[str]:
    """Return the nouns listed under `kind`, in lower case."""
    return frozenset(word.lower() for word in words(_PACKAGE, _FILE, kind))


@cache
def nouns_as_written(kind: str) -> frozenset[str]:
    """Return the nouns listed under `kind`, with their capitals."""
    return frozenset(words(_PACKAGE, _FILE, kind))


@cache
def outlets() -> frozenset[str]:
    """Return the names of well-known news organisations, as written, without "the"."""
    return frozenset(name.removeprefix("The ") for name in words(_PACKAGE, _FILE, "outlets"))


@cache
def pronouns() -> Mapping[str, str]:
    """Return for each pronoun whom it may stand for."""
    data = load(_PACKAGE, _FILE)
    if not isinstance(data, dict) or not isinstance(data["pronouns"], dict):
        raise TypeError("kinds.yml has no pronouns")
    return {word: str(group) for word, group in data["pronouns"].items()}


@cache
def anonymity_terms() -> tuple[tuple[str, ...], ...]:
    """Return the phrases that say that a name is withheld, as words, longest first."""
    found = set(words(_PACKAGE, _FILE, "anonymity", "terms"))
    for first, second in (("refusing", "refused"), ("asking", "asked")):
        for opening in words(_PACKAGE, _FILE, "anonymity", first):
            for what in words(_PACKAGE, _FILE, "anonymity", second):
                found.update(f"{opening} {what.replace('*', owner)}" for owner in _OWNERS)
    return tuple(sorted((tuple(p.split()) for p in found), key=lambda p: (-len(p), p)))


@cache
def anonymity_reasons() -> tuple[tuple[str, ...], ...]:
    """Return the phrases that open the reason why a name is withheld, as words."""
    found = words(_PACKAGE, _FILE, "anonymity", "reasons")
    return tuple(sorted((tuple(p.split()) for p in found), key=len, reverse=True))
