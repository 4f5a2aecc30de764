"""Quick looks that tell of most texts that an expression finds nothing in them.

Of an expression it is known which words a match cannot do without. A sentence is looked through
for them. Those of an article, of which hundreds of expressions ask, are told by their first and
last letters: all letters that stand together in it are found once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import TypeAlias

from newslint.language.literals import levelled_digits

#: As many letters are looked up together.
_TOGETHER = 4
#: From so many characters on, a text is looked up in by its letters.
_LONG = 1_000
#: Characters from one place to the next, where places are so many that they are not told.
_APART = 40

#: Of a set of words: the letters that they begin with, and by these the words with those that
#: they end with; and the words that have fewer letters.
_Begun: TypeAlias = tuple[frozenset[str], Mapping[str, Sequence[tuple[str, str]]], Sequence[str]]


class Sieve:
    """Lets a text through unless it lacks what a match must have: a word of each of some sets.

    The words are case-folded, or as they stand if capital letters matter (`exact`). In words and
    texts alike every digit is a nought.
    """

    __slots__ = ("_begun", "_exact", "_sets")

    def __init__(self, sets: Iterable[frozenset[str]], *, exact: bool) -> None:
        """Take the sets, the one that says most first."""
        self._exact = exact
        self._sets = tuple(sets)
        self._begun: Sequence[_Begun] = ()

    def passes(self, text: str) -> bool:
        """Return whether `text` has a word of each set."""
        looked = _levelled(text) if self._exact else _folded(text)
        if len(text) >= _LONG:
            return self._passes_long(text, looked)
        for words in self._sets:
            for word in words:  # no generators: nothing is asked for more often
                if word in looked:
                    break
            else:
                return False
        return True

    def _passes_long(self, text: str, looked: str) -> bool:
        letters = _letters(text)
        begun = self._begun or self._by_letters()
        for heads, _, short in begun:
            if not short and heads.isdisjoint(letters):
                return False
        for one in begun:
            for word in _near(one, letters):
                if word in looked:
                    break
            else:
                return False
        return True

    def places(self, text: str) -> Sequence[int] | None:
        """Return where `text` has a word of the sets, in order.

        None stands for anywhere: what is in every other sentence says nothing of a sentence.
        """
        looked = _levelled(text) if self._exact else _folded(text)
        if len(looked) != len(text):  # a letter became two
            return None
        most = len(text) // _APART
        found: list[int] = []
        near: Iterable[Iterable[str]] = self._sets
        if len(text) >= _LONG:
            letters = _letters(text)
            near = (_near(begun, letters) for begun in self._begun or self._by_letters())
        for words in near:
            for word in words:
                found.extend(_places(word, looked))
                if len(found) > most:
                    return None
        return sorted(found)

    def _by_letters(self) -> Sequence[_Begun]:
        self._begun = tuple(map(_by_letters, self._sets))
        return self._begun


def _by_letters(words: Iterable[str]) -> _Begun:
    begun: dict[str, list[tuple[str, str]]] = {}
    short: list[str] = []
    for word in words:
        folded = word.casefold()
        if len(folded) < _TOGETHER:
            short.append(word)
        else:
            begun.setdefault(folded[:_TOGETHER], []).append((word, folded[-_TOGETHER:]))
    return frozenset(begun), begun, short


def _near(begun: _Begun, letters: frozenset[str]) -> Iterator[str]:
    """Yield the words of a set of which a long text has the first letters, and the last."""
    heads, words, short = begun
    yield from short
    for head in heads & letters:
        for word, tail in words[head]:
            if tail in letters:
                yield word


def _places(word: str, text: str) -> Iterator[int]:
    """Yield where a word begins in a text, as often as it stands there."""
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + 1)


@lru_cache(maxsize=256)
def _folded(text: str) -> str:
    return _levelled(text).casefold()


@lru_cache(maxsize=256)
def _levelled(text: str) -> str:
    return levelled_digits(text)


@lru_cache(maxsize=8)
def _letters(text: str) -> frozenset[str]:
    """Return all sets of letters that stand together in a text, case-folded."""
    shifted = [_folded(text)[by:] for by in range(_TOGETHER)]
    return frozenset(map("".join, zip(*shifted, strict=False)))
