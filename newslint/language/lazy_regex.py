"""Regular expressions that are compiled when a text may hold what they look for.

Rules have hundreds, of which an article needs few: to compile them all takes longer than to
read it. A few quick looks for words that an expression cannot match without show that most
find nothing, and spare the search as well.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from sys import maxsize
from typing import Any

from newslint.language.literals import ignores_case, required, requirements
from newslint.language.sieve import Sieve


class LazyRegex:
    """A regular expression; searching for it does what it does with `re.Pattern`."""

    def __init__(self, pattern: str, flags: int = 0) -> None:
        """Take what `re.compile` takes; whether it is an expression shows when it is used."""
        self.pattern = pattern
        self.flags = flags
        self._asked: tuple[str, Sequence[int] | None] = ("", None)

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The expression, ready to search with.

        Raises:
            re.error: if it is none.
        """
        return re.compile(self.pattern, self.flags)

    @cached_property
    def _exact(self) -> bool:
        """Whether capital letters matter everywhere."""
        return not (self.flags & re.IGNORECASE or ignores_case(self.pattern))

    @cached_property
    def _sieve(self) -> Sieve | None:
        """What no text gets through without what is in or around a match; None if all do."""
        if self.flags & re.VERBOSE:
            return None
        needed = requirements(self.pattern, exact=self._exact)
        return Sieve(needed, exact=self._exact) if needed else None

    @cached_property
    def _within(self) -> Sieve | None:
        """The words one of which is part of a match; None if that cannot be told."""
        needed = None if self.flags & re.VERBOSE else required(self.pattern, exact=self._exact)
        return Sieve((needed,), exact=self._exact) if needed else None

    @cached_property
    def _inside(self) -> Sieve | None:
        """The same with all that a match holds, for a part of a text with such a word."""
        needed = requirements(self.pattern, exact=self._exact, around=False)
        return Sieve(needed, exact=self._exact) if self._within is not None else None

    def may_be_in(self, text: str, start: int = 0, end: int = maxsize) -> bool:
        """Return False only if a few quick looks show that nothing can be found."""
        sieve = self._sieve
        if sieve is None:
            return True
        if start == 0 and end >= len(text):
            return sieve.passes(text)
        places = self.places_in(text)
        if places is not None:
            at = bisect_left(places, start)
            if at == len(places) or places[at] >= end:
                return False
        return self._inside is None or self._inside.passes(text[start:end])

    def places_in(self, text: str) -> Sequence[int] | None:
        """Return where a text, of which many parts are asked about, has what a match holds.

        A part that has none of these places holds no match, also if it is cut out. None stands
        for anywhere.
        """
        if self._asked[0] is not text:
            self._asked = (text, self._found_in(text))
        return self._asked[1]

    def _found_in(self, text: str) -> Sequence[int] | None:
        if self._sieve is not None and not self._sieve.passes(text):
            return ()
        return self._within.places(text) if self._within is not None else None

    def _may_begin(self, text: str, start: int, end: int) -> bool:
        """Return the same for a match at one place: to look around takes longer than to try.

        So it is only asked whether the expression is worth compiling.
        """
        if "compiled" in vars(self):
            return True
        to_the_end = end >= len(text)
        return self.places_in(text) != () if to_the_end else self.may_be_in(text, start, end)

    def search(self, text: str, start: int = 0, end: int = maxsize) -> re.Match[str] | None:
        """Return the first match that lies between two places of `text`."""
        return self.compiled.search(text, start, end) if self.may_be_in(text, start, end) else None

    def match(self, text: str, start: int = 0, end: int = maxsize) -> re.Match[str] | None:
        """Return the match that begins at `start`."""
        return self.compiled.match(text, start, end) if self._may_begin(text, start, end) else None

    def fullmatch(self, text: str, start: int = 0, end: int = maxsize) -> re.Match[str] | None:
        """Return the match that is all there is between two places of `text`."""
        if not self._may_begin(text, start, end):
            return None
        return self.compiled.fullmatch(text, start, end)

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


def places_of_any(text: str, patterns: Iterable[LazyRegex]) -> Sequence[int] | None:
    """Return where a text has what a match of one of the expressions holds, in order.

    None stands for anywhere, as in `LazyRegex.places_in`.
    """
    found: list[int] = []
    for pattern in patterns:
        places = pattern.places_in(text)
        if places is None:
            return None
        found.extend(places)
    found.sort()
    return found
