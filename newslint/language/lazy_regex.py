"""Regular expressions that are compiled when a text may hold what they look for.

Rules have hundreds, of which an article needs few: to compile them all takes longer than to
read it. A few quick looks for words that an expression cannot match without show that most
find nothing, and spare the search as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property, lru_cache
from sys import maxsize
from typing import Any

from newslint.language.literals import has_each, required, requirements

#: Letters that are looked up together, and words from which on that is quicker.
_LENGTH, _MANY = 4, 10


class LazyRegex:
    """A regular expression; searching for it does what it does with `re.Pattern`."""

    def __init__(self, pattern: str, flags: int = 0) -> None:
        """Take what `re.compile` takes; whether it is an expression shows when it is used."""
        self.pattern = pattern
        self.flags = flags
        self._asked: tuple[str, bool] = ("", False)

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The expression, ready to search with.

        Raises:
            re.error: if it is none.
        """
        return re.compile(self.pattern, self.flags)

    @cached_property
    def _needed(self) -> tuple[frozenset[str], ...]:
        """Sets of words, case-folded, of each of which there is one in or around a match."""
        return () if self.flags & re.VERBOSE else requirements(self.pattern)

    @cached_property
    def _needed_within(self) -> tuple[frozenset[str], ...]:
        """The same for what is part of a match."""
        words = frozenset() if self.flags & re.VERBOSE else required(self.pattern)
        return (words,) if words else ()

    @cached_property
    def _letters(self) -> frozenset[str]:
        """Letters of each of the words that say most, if they are many to look for."""
        return _some_letters(self._needed[0])

    @cached_property
    def _letters_within(self) -> frozenset[str]:
        """The same for what is part of a match."""
        return _some_letters(self._needed_within[0])

    def may_be_in(self, text: str, start: int = 0, end: int = maxsize) -> bool:
        """Return False only if a few quick looks show that nothing can be found."""
        if not self._needed:
            return True
        if start == 0 and end >= len(text):
            folded = _folded(text)
            return self._may_be_near(folded, self._letters) and has_each(folded, self._needed)
        if not self._may_be_anywhere(text):
            return False
        if not self._needed_within:
            return True
        folded = _folded_part(text, start, end)
        return self._may_be_near(folded, self._letters_within) and has_each(
            folded, self._needed_within
        )

    def _may_be_near(self, folded: str, letters: frozenset[str]) -> bool:
        """Return False if a text has none of some sets of letters."""
        return not letters or not letters.isdisjoint(_letters_in(folded))

    def _may_be_anywhere(self, text: str) -> bool:
        """Return the answer for the whole of a text, of which many parts are asked about."""
        if self._asked[0] is not text:
            self._asked = (text, has_each(_folded(text), self._needed))
        return self._asked[1]

    def search(self, text: str, start: int = 0, end: int = maxsize) -> re.Match[str] | None:
        """Return the first match that lies between two places of `text`."""
        return self.compiled.search(text, start, end) if self.may_be_in(text, start, end) else None

    def match(self, text: str, start: int = 0, end: int = maxsize) -> re.Match[str] | None:
        """Return the match that begins at `start`."""
        return self.compiled.match(text, start, end) if self.may_be_in(text, start, end) else None

    def fullmatch(self, text: str, start: int = 0, end: int = maxsize) -> re.Match[str] | None:
        """Return the match that is all there is between two places of `text`."""
        return (
            self.compiled.fullmatch(text, start, end) if self.may_be_in(text, start, end) else None
        )

    def finditer(self, text: str, start: int = 0, end: int = maxsize) -> Iterator[re.Match[str]]:
        """Return the matches that lie between two places of `text`."""
        return (
            self.compiled.finditer(text, start, end)
            if self.may_be_in(text, start, end)
            else iter(())
        )

    def findall(self, text: str) -> list[Any]:
        """Return what stands in each match, or in its groups if it has any."""
        return self.compiled.findall(text) if self.may_be_in(text) else []

    def sub(self, replacement: str, text: str) -> str:
        """Return `text` with each match replaced."""
        return self.compiled.sub(replacement, text) if self.may_be_in(text) else text


def _some_letters(words: frozenset[str]) -> frozenset[str]:
    """Return some letters of each word; nothing where the words are few or short."""
    if len(words) < _MANY or min(map(len, words)) < _LENGTH:
        return frozenset()
    return frozenset(word[:_LENGTH] for word in words)


@lru_cache(maxsize=256)
def _letters_in(folded: str) -> frozenset[str]:
    """Return all sets of letters that stand together in a text."""
    return frozenset(folded[at : at + _LENGTH] for at in range(len(folded) - _LENGTH + 1))


@lru_cache(maxsize=256)
def _folded(text: str) -> str:
    return text.casefold()


@lru_cache(maxsize=256)
def _folded_part(text: str, start: int, end: int) -> str:
    return text[start:end].casefold()
