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

from newslint.language.literals import has_each, requirements


class LazyRegex:
    """A regular expression; searching for it does what it does with `re.Pattern`."""

    def __init__(self, pattern: str, flags: int = 0) -> None:
        """Take what `re.compile` takes; whether it is an expression shows when it is used."""
        self.pattern = pattern
        self.flags = flags

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The expression, ready to search with.

        Raises:
            re.error: if it is none.
        """
        return re.compile(self.pattern, self.flags)

    @cached_property
    def _words(self) -> tuple[frozenset[str], ...]:
        """Sets of words, case-folded, without one of each of which nothing is found."""
        return () if self.flags & re.VERBOSE else requirements(self.pattern)

    def may_be_in(self, text: str) -> bool:
        """Return False only if a few quick looks show that nothing can be found."""
        return not self._words or has_each(_folded(text), self._words)

    def search(self, text: str, start: int = 0, end: int = maxsize) -> re.Match[str] | None:
        """Return the first match that lies between two places of `text`."""
        return self.compiled.search(text, start, end) if self.may_be_in(text) else None

    def match(self, text: str, start: int = 0, end: int = maxsize) -> re.Match[str] | None:
        """Return the match that begins at `start`."""
        return self.compiled.match(text, start, end) if self.may_be_in(text) else None

    def fullmatch(self, text: str, start: int = 0, end: int = maxsize) -> re.Match[str] | None:
        """Return the match that is all there is between two places of `text`."""
        return self.compiled.fullmatch(text, start, end) if self.may_be_in(text) else None

    def finditer(self, text: str, start: int = 0, end: int = maxsize) -> Iterator[re.Match[str]]:
        """Return the matches that lie between two places of `text`."""
        return self.compiled.finditer(text, start, end) if self.may_be_in(text) else iter(())

    def sub(self, replacement: str, text: str) -> str:
        """Return `text` with each match replaced."""
        return self.compiled.sub(replacement, text) if self.may_be_in(text) else text


@lru_cache(maxsize=8)
def _folded(text: str) -> str:
    return text.casefold()
