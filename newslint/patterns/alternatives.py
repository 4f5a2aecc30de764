"""Long lists of expressions, of which only those are searched for that can be found.

A word list has hundreds of alternatives, and an article the letters of a few of them. Which,
is told by sets of six letters: those of the article are found once for all lists. What is
left is compiled and searched for one by one, and the matches are put in the order in which
one expression with all alternatives would have found them.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TypeAlias

from newslint.language.literals import levelled_digits
from newslint.patterns.regexes import Expression, Match, matches, may_match, searched
from newslint.span import Span

#: Letters that are looked up together.
_LENGTH = 6
#: A word with the number of its alternative, and with letters in its middle and at its end.
_Sought: TypeAlias = tuple[str, int, tuple[str, str]]
#: What does not mean the same, or not only for itself, where an alternative stands alone:
#: references to groups and to what they matched, and flags for all that follows.
_NOT_ALONE = re.compile(r"\\[1-9gk]|\(\?(?:P[=>&]|[(&R\d+])|\(\?[a-zA-Z]+\)")


@dataclass(frozen=True)
class Alternatives:
    """Expressions of which, at each place, the first that matches counts.

    They stand for `whole`, the one expression that joins them by "or", which `join` makes: it is
    long, and seldom needed.
    """

    parts: tuple[Expression, ...]
    join: Callable[[], Expression]

    @cached_property
    def whole(self) -> Expression:
        """The one expression."""
        return self.join()

    def among(self, text: str) -> Candidates:
        """Return what of all this can be found in `text` or a stretch of it."""
        if not self._separable:
            return Candidates(self, None)
        index, begun, short = self._index
        folded = folded_text(text)
        looked = levelled_digits(text) if self._exact else folded
        there = _letters(folded)
        near = [
            (word, part)
            for letters in there.intersection(begun)
            for word, part, more in index[letters]
            if there.issuperset(more)
        ]
        found = [(word, part) for word, part in (*near, *short) if word in looked]
        parts = tuple(sorted({part for _, part in found}))
        if len(looked) != len(text):  # places would be others: a letter became two
            return Candidates(self, parts)
        places = [(at, end, part) for word, part in found for at, end in _places(word, looked)]
        return Candidates(self, parts, tuple(sorted(places)))

    @cached_property
    def _exact(self) -> bool:
        """Whether capital letters matter in all parts."""
        return not any(part.ignores_case for part in self.parts)

    @cached_property
    def _separable(self) -> bool:
        return all(part.needed and not _NOT_ALONE.search(part.pattern) for part in self.parts)

    @cached_property
    def _index(
        self,
    ) -> tuple[Mapping[str, Sequence[_Sought]], frozenset[str], Sequence[tuple[str, int]]]:
        """What the parts cannot match without, by its first letters; these; what is shorter."""
        index: dict[str, list[_Sought]] = {}
        short: list[tuple[str, int]] = []
        for number, part in enumerate(self.parts):
            for literal in part.needed[0]:
                folded = literal.casefold()
                word = literal if self._exact else folded
                if len(folded) < _LENGTH:
                    short.append((word, number))
                    continue
                middle = (len(folded) - _LENGTH) // 2
                more = (folded[middle : middle + _LENGTH], folded[-_LENGTH:])
                index.setdefault(folded[:_LENGTH], []).append((word, number, more))
        return index, frozenset(index), short


@dataclass(frozen=True, slots=True)
class Candidates:
    """The alternatives that may be found in a text, by number; None means any of them.

    `places` are where the text has what they cannot match without: start, end and number.
    None means anywhere.
    """

    alternatives: Alternatives
    parts: Sequence[int] | None
    places: Sequence[tuple[int, int, int]] | None = None

    @property
    def are_none(self) -> bool:
        """Whether nothing can be found."""
        return self.parts is not None and not self.parts

    def within(self, start: int, end: int) -> Sequence[int] | None:
        """Return what may be found between two places of the text; None means any of them."""
        if self.places is None:
            return self.parts
        found: set[int] = set()
        for at in range(bisect_left(self.places, (start,)), len(self.places)):
            first, last, part = self.places[at]
            if first >= end:
                break
            if last <= end:
                found.add(part)
        return sorted(found)

    def may_be_in(self, span: Span) -> bool:
        """Return whether anything may be found in this part of the text."""
        if self.places is None:
            return not self.are_none
        at = bisect_left(self.places, (span.start,))
        while at < len(self.places) and self.places[at][0] < span.end:
            if self.places[at][1] <= span.end:
                return True
            at += 1
        return False

    def matches(self, stretch: str, start: int = 0) -> Iterator[tuple[int | None, Match]]:
        """Yield the matches in a stretch of the text, which begins at `start` in it.

        With each comes the number of its alternative, or None where the whole expression had
        to be searched for.

        Raises:
            NewslintError: if a search takes too long.
        """
        parts = self.within(start, start + len(stretch))
        if parts is None:
            for match in matches(self.alternatives.whole, stretch):
                yield None, match
        elif parts:
            yield from self._in_order(parts, stretch)

    def _in_order(self, parts: Sequence[int], text: str) -> Iterator[tuple[int, Match]]:
        expressions = self.alternatives.parts
        waiting: dict[int, Match] = {}
        for number in parts:
            if not may_match(expressions[number], text):
                continue
            if (match := searched(expressions[number], text, 0)) is not None:
                waiting[number] = match
        while waiting:
            first = min(waiting, key=lambda number: (waiting[number].start(), number))
            found = waiting[first]
            yield first, found
            for number in [n for n, match in waiting.items() if match.start() < found.end()]:
                match = searched(expressions[number], text, found.end())
                if match is None:
                    del waiting[number]
                else:
                    waiting[number] = match


@lru_cache(maxsize=2)
def folded_text(text: str) -> str:
    """Return `text` case-folded, its digits levelled: every list asks for that of an article."""
    return levelled_digits(text).casefold()


def _places(word: str, text: str) -> Iterator[tuple[int, int]]:
    """Yield where a word begins and ends in a text, wherever it stands."""
    at = text.find(word)
    while at >= 0:
        yield at, at + len(word)
        at = text.find(word, at + 1)


@lru_cache(maxsize=2)
def _letters(text: str) -> frozenset[str]:
    """Return all sets of letters that stand together in `text`."""
    return frozenset(map("".join, zip(*(text[i:] for i in range(_LENGTH)), strict=False)))
