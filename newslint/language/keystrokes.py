"""Slips of the keys: two letters that changed places, one too many, one left out."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache

from newslint.vocabulary import load

_SHORTEST = 6  # letters: short words are often names, units, or words of another language
_PART = 3  # letters of the shorter half of a compound: "watchlist"
_WORD = re.compile(r"[a-z]+")


@cache
def _listed(name: str) -> tuple[str, ...]:
    data = load("newslint.language", "keystrokes.yml")
    found = data.get(name) if isinstance(data, dict) else None
    assert isinstance(found, list)
    return tuple(str(each) for each in found)


def is_askable(word: str) -> bool:
    """Return whether a word that no dictionary has may be a slip: small letters, and not short."""
    return len(word) >= _SHORTEST and _WORD.fullmatch(word) is not None


def meant_word(word: str, suggested: Sequence[str], is_word: Callable[[str], bool]) -> str | None:
    """Return the word that was meant, if a slip of the keys alone explains a word nobody knows.

    `word` is what a dictionary has not, `suggested` what it proposes for it; `is_word` says
    whether that or another one has a word of small letters. None where more than one word may
    be meant, and where the word may be a coinage: built with a prefix or an ending, or of two.
    """
    if not is_askable(word) or word in _listed("words") or is_word(word):
        return None
    meant = {s for s in suggested if _WORD.fullmatch(s) and _is_one_slip(word, s)}
    if len(meant) != 1 or _is_coined(word, is_word):
        return None
    return meant.pop()


def _is_one_slip(word: str, meant: str) -> bool:
    """Return whether two letters stand crosswise, or one inside the word is missing or too many."""
    if len(word) == len(meant):
        off = [i for i, (a, b) in enumerate(zip(word, meant, strict=True)) if a != b]
        return (
            len(off) == 2
            and off[1] == off[0] + 1
            and word[off[0]] == meant[off[1]]
            and word[off[1]] == meant[off[0]]
        )
    longer, shorter = sorted((word, meant), key=len, reverse=True)
    if len(longer) != len(shorter) + 1:
        return False
    return any(longer[:i] + longer[i + 1 :] == shorter for i in range(1, len(longer) - 1))


def _is_coined(word: str, is_word: Callable[[str], bool]) -> bool:
    """Return whether the word is made of words that a dictionary has: watchlist, leaners."""
    for prefix in _listed("prefixes"):
        rest = word.removeprefix(prefix)
        if rest != word and len(rest) > _PART and is_word(rest):
            return True
    for suffix in _listed("suffixes"):
        stem = word.removesuffix(suffix)
        if stem == word or len(stem) < _PART:
            continue
        if (
            is_word(stem)
            or is_word(stem + "e")
            or (stem[-1:] == stem[-2:-1] and is_word(stem[:-1]))
        ):
            return True
    halves = ((word[:i], word[i:]) for i in range(_PART, len(word) - _PART + 1))
    return any(is_word(a) and is_word(b) for a, b in halves)
