"""Which letters a regular expression cannot match without.

Most patterns find nothing in most paragraphs. Looking for a few fixed words first, which
Python does very quickly, spares nearly all of the searches.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache

#: Escapes that stand for a character or a place, and take no argument.
_PLAIN_ESCAPES = frozenset("wWdDsSbBAZzGnrtfv")
_SHORTEST = 2
#: Sets of words to look for; more of them rarely rule out more.
_MOST = 3
#: Sets of words of each of which one is there.
_Requirements = tuple[frozenset[str], ...]
#: Letters that stand for themselves, once: what follows the last does not repeat it.
_LETTERS = re.compile(r"[^\\()\[\]{}|.^$*+?]+(?![*+?{])")


#: A choice of plain words: all that is left up to a closing bracket, or the end.
_WORDS = re.compile(r"[^\\()\[\]{}.^$*+?]+(?=\)|\Z)")


class _Unclear(Exception):
    """The expression uses something that this reader does not know."""


@dataclass(slots=True)
class _Sequence:
    """What one alternative is made of: runs of letters, and what its groups require."""

    found: list[frozenset[str]] = field(default_factory=list)
    run: str = ""

    def end_run(self) -> None:
        if len(self.run) >= _SHORTEST:
            self.found.append(frozenset({self.run}))
        self.run = ""

    def requirements(self) -> _Requirements:
        """Return all requirements, that which says most first: that of the longest words."""
        self.end_run()
        if len(self.found) < 2:
            return tuple(self.found)
        return tuple(sorted(self.found, key=lambda w: (min(map(len, w)), -len(w)), reverse=True))


def required(source: str) -> frozenset[str]:
    """Return words, case-folded, one of which is part of whatever `source` matches.

    The text is to be case-folded as well. Nothing is returned where there is no such set, or
    where it cannot be told: then every text has to be searched.
    """
    return next(iter(_read(source, around=False)), frozenset())


def requirements(source: str) -> tuple[frozenset[str], ...]:
    """Return sets of words like that of `required`, of each of which a text has one.

    They are part of the match, or of what the expression looks for around it. The first says
    most, and there are few.
    """
    return _read(source, around=True)


@cache
def _read(source: str, *, around: bool) -> _Requirements:
    try:
        found, end = _alternatives(source, 0, around)
    except (_Unclear, IndexError, ValueError):
        return ()
    if end != len(source):
        return ()
    return tuple(map(_shortest, found[:_MOST]))


def _shortest(words: frozenset[str]) -> frozenset[str]:
    """Return some words without those that hold another: "hinted" adds nothing to "hint"."""
    if len(words) == 1:
        return words
    all_of_them = "\n".join(words)
    inside = [word for word in words if all_of_them.count(word) > 1]
    return frozenset(w for w in words if not any(o in w for o in inside if o != w))


def has_each(folded: str, sets: Iterable[frozenset[str]]) -> bool:
    """Return whether a case-folded text has a word of each of some sets."""
    for words in sets:
        for word in words:
            if word in folded:
                break
        else:
            return False
    return True


def _alternatives(source: str, at: int, around: bool) -> tuple[_Requirements, int]:
    """Read up to a closing bracket or the end; return the requirements and where it ended."""
    if words := _WORDS.match(source, at):
        return _one_of(words[0].casefold().split("|")), words.end()
    options: list[_Requirements] = []
    sequence = _Sequence()
    while at < len(source) and source[at] != ")":
        if source[at] == "|":
            options.append(sequence.requirements())
            sequence = _Sequence()
            at += 1
            continue
        if letters := _LETTERS.match(source, at):
            sequence.run += letters[0].casefold()
            at = letters.end()
            continue
        letter, inside, at = _atom(source, at, around)
        least, at = _quantifier(source, at)
        if letter and least is None:
            sequence.run += letter.casefold()
            continue
        if letter and least:  # "ab+c": the run ends with the first b
            sequence.run += letter.casefold()
        sequence.end_run()
        if least != 0:
            sequence.found.extend(inside)
    options.append(sequence.requirements())
    if len(options) == 1:
        return options[0], at
    return ((frozenset().union(*(sets[0] for sets in options)),) if all(options) else ()), at


def _one_of(words: Sequence[str]) -> _Requirements:
    """Return the requirements of a choice of plain words, as most groups are."""
    return () if any(len(word) < _SHORTEST for word in words) else (frozenset(words),)


def _atom(source: str, at: int, around: bool) -> tuple[str, _Requirements, int]:
    """Return the letter at `at`, or what a group requires, and where the atom ends."""
    nothing: _Requirements = ()
    character = source[at]
    if character == "(":
        return _group(source, at, around)
    if character == "[":
        return "", nothing, _set_end(source, at)
    if character == "\\":
        escaped = source[at + 1]
        if escaped in "pP" and source[at + 2] == "{":
            return "", nothing, source.index("}", at) + 1
        if escaped in _PLAIN_ESCAPES:
            return "", nothing, at + 2
        if escaped.isalnum():
            raise _Unclear
        return escaped, nothing, at + 2
    if character in ".^$":
        return "", nothing, at + 1
    if character in "*+?{":
        raise _Unclear
    return character, nothing, at + 1


def _group(source: str, at: int, around: bool) -> tuple[str, _Requirements, int]:
    inside, counts = at + 1, True
    if source[inside] == "?":
        rest = source[inside + 1 :]
        if rest.startswith(("=", "!", "<=", "<!")):
            counts = around and "!" not in rest[:2]  # what is looked for is in the text
            inside += 2 if rest[0] in "=!" else 3
        elif rest.startswith(("<", "P<")):
            inside = source.index(">", inside) + 1
        elif rest.startswith(("|", ">")):
            inside += 2
        else:
            inside += 1
            while source[inside] in "ims-":
                inside += 1
            if source[inside] == ")":  # flags for what follows
                return "", (), inside + 1
            if source[inside] != ":":
                raise _Unclear
            inside += 1
    found, end = _alternatives(source, inside, around)
    if source[end] != ")":
        raise _Unclear
    return "", found if counts else (), end + 1


def _set_end(source: str, at: int) -> int:
    """Return where the set of characters that begins at `at` ends."""
    at += 1
    if source[at] == "^":
        at += 1
    first = True
    while first or source[at] != "]":
        if source[at] == "[":
            raise _Unclear  # a class such as [:alpha:]
        at += 2 if source[at] == "\\" else 1
        first = False
    return at + 1


def _quantifier(source: str, at: int) -> tuple[int | None, int]:
    """Return how often the atom before `at` must occur, None for just once, and the end."""
    if at >= len(source) or source[at] not in "?*+{":
        return None, at
    if source[at] == "{":
        end = source.index("}", at)
        least = source[at + 1 : end].partition(",")[0]
        if not least.isdigit():
            raise _Unclear
        count, at = int(least), end + 1
    else:
        count, at = int(source[at] == "+"), at + 1
    if at < len(source) and source[at] in "?+":  # lazy or possessive
        at += 1
    return count, at
