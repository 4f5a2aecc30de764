"""Quick looks that tell of most texts that an expression finds nothing in them.

Of an expression it is known which words a match cannot do without. A sentence is looked through
for them. Those of an article, of which hundreds of expressions ask, are told by their first
letters: all letters that stand together in it are found once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

#: As many letters are looked up together, or of a shorter word fewer.
_TOGETHER = (4, 3, 2, 1)
#: From so many characters on, a text is looked up in by its letters.
_LONG = 1_000
#: Characters from one place to the next, where places are so many that they are not told.
_APART = 40


class Sieve:
    """Lets a text through unless it lacks what a match must have: a word of each of some sets.

    The words are case-folded, or as they stand if capital letters matter (`exact`).
    """

    __slots__ = ("_begun", "_exact", "_sets")

    def __init__(self, sets: Iterable[frozenset[str]], *, exact: bool) -> None:
        """Take the sets, the one that says most first."""
        self._exact = exact
        self._sets = tuple(sets)
        self._begun: Sequence[tuple[frozenset[str], Mapping[str, Sequence[str]]]] = ()

    def passes(self, text: str) -> bool:
        """Return whether `text` has a word of each set."""
        looked = text if self._exact else _folded(text)
        if len(text) >= _LONG:
            return all(any(word in looked for word in near) for near in self._near(text))
        for words in self._sets:
            for word in words:  # no generators: nothing is asked for more often
                if word in looked:
                    break
            else:
                return False
        return True

    def places(self, text: str) -> Sequence[int] | None:
        """Return where `text` has a word of the sets, in order.

        None stands for anywhere: what is in every other sentence says nothing of a sentence.
        """
        looked = text if self._exact else _folded(text)
        if len(looked) != len(text):  # a letter became two
            return None
        most = len(text) // _APART
        found: list[int] = []
        for words in self._near(text) if len(text) >= _LONG else self._sets:
            for word in words:
                found.extend(_places(word, looked))
                if len(found) > most:
                    return None
        return sorted(found)

    def _near(self, text: str) -> Iterator[Sequence[str]]:
        """Yield of each set the words of which a long text has the first letters."""
        if not self._begun:
            self._begun = tuple(map(_by_letters, self._sets))
        letters = _letters(text)
        for heads, begun in self._begun:
            yield [word for head in heads & letters for word in begun[head]]


def _by_letters(words: Iterable[str]) -> tuple[frozenset[str], Mapping[str, Sequence[str]]]:
    """Return the letters that words begin with, case-folded, and the words by them."""
    begun: dict[str, list[str]] = {}
    for word in words:
        folded = word.casefold()
        length = next(length for length in _TOGETHER if length <= len(folded))
        begun.setdefault(folded[:length], []).append(word)
    return frozenset(begun), begun


def _places(word: str, text: str) -> Iterator[int]:
    """Yield where a word begins in a text, as often as it stands there."""
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + 1)


@lru_cache(maxsize=256)
def _folded(text: str) -> str:
    return text.casefold()


@lru_cache(maxsize=8)
def _letters(text: str) -> frozenset[str]:
    """Return all that stands together in a text, case-folded: of one letter, two, up to four."""
    shifted = [_folded(text)[by:] for by in range(max(_TOGETHER))]
    together = (zip(*shifted[:length], strict=False) for length in _TOGETHER)
    return frozenset().union(*(map("".join, letters) for letters in together))
