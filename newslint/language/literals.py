r"""Which letters a regular expression cannot match without.

Most patterns find nothing in most paragraphs. Looking for a few fixed words first, which
Python does very quickly, spares nearly all of the searches.

What stands side by side is put together: of `(?<=\b(?:is|was) )their(?= own)` it is known that
the text has "is their own" or "was their own".
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from itertools import chain
from typing import NamedTuple, TypeAlias

#: Escapes that take no argument: for a character of some kind, and for a place.
_KINDS = frozenset("wWdDsSnrtfv")
_PLACES = frozenset("bBAZzG")
_DIGIT = re.compile(r"\d")
_SHORTEST = 2
#: Signs that say something by themselves, for there are few in a text.
_TELLING = frozenset("%$€£@#[0")
#: Sets of words to look for; more of them rarely rule out more.
_MOST = 3
#: Words that are in nearly every paragraph: to look for them rules out little.
_COMMON = frozenset({
    "a", "all", "an", "and", "are", "as", "at", "be", "but", "by", "for", "from", "had", "has",
    "have", "he", "her", "his", "in", "is", "it", "its", "not", "of", "on", "one", "or", "out",
    "she", "that", "the", "their", "they", "this", "to", "was", "were", "which", "who", "will",
    "with",
})  # fmt: skip
#: Words in a set that is put together from others.
_MANY = 24
#: Letters that stand for themselves, once: what follows the last does not repeat it.
_LETTERS = re.compile(r"[^\\()\[\]{}|.^$*+?]+(?![*+?{])")
#: A choice of plain words: all that is left up to a closing bracket, or the end.
_WORDS = re.compile(r"[^\\()\[\]{}.^$*+?]+(?=\)|\Z)")
#: One group and the edges of words around it, as around every word of a list.
_WRAPPED = re.compile(r"(?:\\b)?\((?:\?:)?([^?].*)\)(?:\\b)?", re.DOTALL)
#: A few characters of which one is there, as in `[’']`.
_FEW = re.compile(r"\[([^\\\[\]^-][^\\\[\]-]{0,2}|-[^\\\[\]-])\]")

#: What makes capital letters not matter.
_FOLDING = re.compile(r"\(\?[a-z]*i")

_Words: TypeAlias = tuple[str, ...]
_NOTHING: _Words = ("",)


class _Unclear(Exception):
    """The expression uses something that this reader does not know."""


class _Part(NamedTuple):
    """What is known of a part of an expression.

    Of each set in `found` the text has a word. `exact` is all that the part may be, if that is
    little; what it matches begins with one of `starts` and ends with one of `ends`.
    """

    found: tuple[_Words, ...] = ()
    exact: _Words | None = None
    starts: _Words = _NOTHING
    ends: _Words = _NOTHING


_ANYTHING = _Part()
#: Any digit: where words are looked for, all digits are taken for noughts.
_A_DIGIT = _Part((("0",),), ("0",), ("0",), ("0",))
#: A place between two characters.
_PLACE = _Part(exact=_NOTHING)


class _Sequence:
    """Reads one alternative from left to right.

    `run` is what stands together up to the place that is reached, `behind` what is looked for
    before that. `starts` is what the first run was, and None while it goes on.
    """

    __slots__ = ("behind", "found", "known", "run", "starts")

    def __init__(self) -> None:
        self.found: list[_Words] = []
        self.behind = self.run = _NOTHING
        self.starts: _Words | None = None
        self.known = False  # whether the run is part of what was found

    def add(self, words: _Words) -> None:
        """Go on with one of some words."""
        longer = _joined(self.run, words)
        if longer is None:
            self.end_run()
            longer = words
        self.run = longer
        self.known = False

    def add_exact(self, part: _Part, exact: _Words) -> None:
        """Go on with a part of which all is known, and perhaps what is around it."""
        begins = self.run == _NOTHING
        self.add(exact)
        if part.found and part.found != (exact,):
            self.found.extend(part.found)
            self.known = begins

    def add_part(self, part: _Part) -> None:
        """Go on with a part of which not all is known."""
        self._find(part.starts)
        self.found.extend(part.found)
        self.end_run()
        self.run = part.ends
        self.known = True  # by the part itself

    def add_unknown(self) -> None:
        """Go on with anything."""
        self.end_run()

    def look_ahead(self, part: _Part) -> None:
        """Take note of what follows, and stay."""
        self._find(part.starts if part.exact is None else part.exact)
        self.found.extend(part.found if part.exact is None else ())

    def look_behind(self, part: _Part) -> None:
        """Take note of what comes before."""
        if self.run == _NOTHING == self.behind:
            self.behind = part.ends if part.exact is None else part.exact
            if part.exact is not None:
                return
        self.found.extend(part.found)

    def end_run(self) -> None:
        """Begin anew after a gap."""
        if not self.known:
            self._find(_NOTHING)
        if self.starts is None:
            self.starts = self.run
        self.behind = self.run = _NOTHING
        self.known = False

    def part(self) -> _Part:
        """Return what is known of the whole."""
        whole, last = self.starts is None, self.run
        self.end_run()
        found = self.found
        if len(found) > 1:
            found.sort(key=lambda words: (min(map(_telling, words)), -len(words)), reverse=True)
        return _Part(tuple(found), last if whole else None, self.starts or _NOTHING, last)

    def _find(self, ahead: _Words) -> None:
        """Note that the run is in the text, with what is around it as far as that is not much."""
        run = _joined(self.run, ahead)
        if run is None:
            self._note(ahead)
            run = self.run
        around = _joined(self.behind, run)
        if around is None:
            self._note(self.behind)
            around = run
        self._note(around)
        self.known = True

    def _note(self, words: _Words) -> None:
        if min(map(len, words)) >= _SHORTEST or _TELLING.issuperset(words):
            self.found.append(words)


def _telling(word: str) -> int:
    """Return how much it says that a text has a word: the longer the word, the more."""
    return 1 if word.strip().lower() in _COMMON else len(word)


def _joined(first: _Words, second: _Words) -> _Words | None:
    """Return each of the first followed by each of the second, unless that is too much."""
    if first == _NOTHING:
        return second
    if second == _NOTHING:
        return first
    if len(first) * len(second) > _MANY:
        return None
    return tuple([one + other for one in first for other in second])


def required(source: str, *, exact: bool = False) -> frozenset[str]:
    """Return words one of which is part of whatever `source` matches.

    They are case-folded, as the text is to be; with `exact` they are as they stand, for an
    expression in which capital letters matter. Their digits are levelled, and so are the
    text's to be. Nothing is returned where there is no such set, or where it cannot be told:
    then every text has to be searched.
    """
    return next(iter(_read(source, False, exact)), frozenset())


def requirements(
    source: str, *, exact: bool = False, around: bool = True
) -> tuple[frozenset[str], ...]:
    """Return sets of words like that of `required`, of each of which a text has one.

    They are part of the match, or, with `around`, of what the expression looks for around it.
    The first says most, and there are few.
    """
    # Where nothing is looked for around a match, the answer is that of `required`, read once.
    return _read(source, around and ("(?=" in source or "(?<=" in source), exact)


def ignores_case(source: str) -> bool:
    """Return whether some part of `source` says itself that capital letters do not matter."""
    return _FOLDING.search(source) is not None


@cache
def _read(source: str, around: bool, exact: bool) -> tuple[frozenset[str], ...]:
    wrapped = _WRAPPED.fullmatch(source)
    bare = wrapped[1] if wrapped else source
    try:
        part, end = _alternatives(bare, 0, around)
        if end != len(bare) and bare is not source:  # "(?:old) pier (?:here)" is not wrapped
            bare = source
            part, end = _alternatives(bare, 0, around)
    except (_Unclear, IndexError, ValueError):
        return ()
    if end != len(bare):
        return ()
    found = part.found[:_MOST]
    sets: Iterable[Iterable[str]] = found
    if _DIGIT.search(source):
        sets = (map(levelled_digits, words) for words in found)
    return tuple(_shortest(words if exact else map(str.casefold, words)) for words in sets)


def levelled_digits(text: str) -> str:
    """Return `text` with every digit as a nought: so words are told in which one may stand."""
    return _DIGIT.sub("0", text)


def _shortest(words: Iterable[str]) -> frozenset[str]:
    """Return some words without those that begin with another: "hinted" adds nothing to "hint"."""
    kept: list[str] = []
    for word in sorted(words):
        if not kept or not word.startswith(kept[-1]):
            kept.append(word)
    return frozenset(kept)


def _alternatives(source: str, at: int, around: bool) -> tuple[_Part, int]:
    """Read up to a closing bracket or the end; return what is known and where it ended."""
    if words := _WORDS.match(source, at):
        return _one_of(tuple(words[0].split("|"))), words.end()
    options: list[_Part] = []
    sequence = _Sequence()
    while at < len(source) and source[at] != ")":
        if letters := _LETTERS.match(source, at):
            sequence.add((letters[0],))
            at = letters.end()
        elif source[at] == "|":
            options.append(sequence.part())
            sequence = _Sequence()
            at += 1
        elif source[at] == "(" and source.startswith(("?=", "?!", "?<=", "?<!"), at + 1):
            at = _look_around(source, at, around, sequence)
        else:
            at = _go_on(source, at, around, sequence)
    options.append(sequence.part())
    return (options[0] if len(options) == 1 else _either(options)), at


def _one_of(words: _Words) -> _Part:
    """Return what is known of a choice of plain words, as most groups are."""
    found = (words,) if min(map(len, words)) >= _SHORTEST else ()
    few = len(words) <= _MANY
    return _Part(found, words, words, words) if few else _Part(found)


def _either(options: list[_Part]) -> _Part:
    """Return what is known of a choice."""
    exact = [part.exact for part in options if part.exact is not None]
    return _Part(
        (_all_of(part.found[0] for part in options),) if all(p.found for p in options) else (),
        _few(_all_of(exact)) if len(exact) == len(options) else None,
        _few(_all_of(part.starts for part in options)) or _NOTHING,
        _few(_all_of(part.ends for part in options)) or _NOTHING,
    )


def _all_of(sets: Iterable[_Words]) -> _Words:
    return tuple(dict.fromkeys(chain.from_iterable(sets)))


def _few(words: _Words) -> _Words | None:
    return words if len(words) <= _MANY else None


def _go_on(source: str, at: int, around: bool, sequence: _Sequence) -> int:
    """Add what stands at `at` to a sequence, and return where it ends."""
    part, at = _atom(source, at, around)
    least, most, at = _quantifier(source, at)
    exact = part.exact
    if exact is not None and (least, most) == (1, 1):
        sequence.add_exact(part, exact)
    elif exact is not None and (least, most) == (0, 1) and sequence.run != _NOTHING:
        sequence.add(exact + _NOTHING)
    elif exact is not None and least and sequence.run != _NOTHING:  # "ab+c": ends with a first b
        sequence.add(exact)
        sequence.end_run()
    elif least:
        sequence.add_part(part)
    else:
        sequence.add_unknown()
    return at


def _look_around(source: str, at: int, around: bool, sequence: _Sequence) -> int:
    """Add what is looked for around the place `at`; return where that ends."""
    ahead = source[at + 2] in "=!"
    wanted = source[at + (2 if ahead else 3)] == "="
    part, end = _alternatives(source, at + (3 if ahead else 4), around)
    if source[end] != ")":
        raise _Unclear
    if wanted and around:
        (sequence.look_ahead if ahead else sequence.look_behind)(part)
    least, most, at = _quantifier(source, end + 1)
    if (least, most) != (1, 1):
        raise _Unclear
    return at


def _atom(source: str, at: int, around: bool) -> tuple[_Part, int]:
    """Return what is known of the atom at `at`, and where it ends."""
    character = source[at]
    if character == "(":
        return _group(source, at, around)
    if character == "[":
        if few := _FEW.match(source, at):
            return _Part(exact=tuple(few[1])), few.end()
        return _ANYTHING, _set_end(source, at)
    if character == "\\":
        escaped = source[at + 1]
        if escaped in "pP" and source[at + 2] == "{":
            return _ANYTHING, source.index("}", at) + 1
        if escaped == "d":
            return _A_DIGIT, at + 2
        if escaped in _KINDS:
            return _ANYTHING, at + 2
        if escaped in _PLACES:
            return _PLACE, at + 2
        if escaped.isalnum():
            raise _Unclear
        return _Part(exact=(escaped,)), at + 2
    if character == ".":
        return _ANYTHING, at + 1
    if character in "^$":
        return _PLACE, at + 1
    if character in "*+?{":
        raise _Unclear
    return _Part(exact=(character,)), at + 1


def _group(source: str, at: int, around: bool) -> tuple[_Part, int]:
    inside = at + 1
    if source[inside] == "?":
        if source.startswith(("<", "P<"), inside + 1):
            inside = source.index(">", inside) + 1
        elif source.startswith(("|", ">"), inside + 1):
            inside += 2
        else:
            inside += 1
            while source[inside] in "ims-":
                inside += 1
            if source[inside] == ")":  # flags for what follows
                return _PLACE, inside + 1
            if source[inside] != ":":
                raise _Unclear
            inside += 1
    part, end = _alternatives(source, inside, around)
    if source[end] != ")":
        raise _Unclear
    return part, end + 1


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


def _quantifier(source: str, at: int) -> tuple[int, int | None, int]:
    """Return how often the atom before `at` must and may occur, and the end."""
    if at >= len(source) or source[at] not in "?*+{":
        return 1, 1, at
    least, most = int(source[at] == "+"), (1 if source[at] == "?" else None)
    if source[at] == "{":
        end = source.index("}", at)
        digits = source[at + 1 : end].partition(",")[0]
        if not digits.isdigit():
            raise _Unclear
        least, at = int(digits), end
    at += 1
    if at < len(source) and source[at] in "?+":  # lazy or possessive
        at += 1
    return least, most, at
