"""Phrases from a vocabulary, searched for in running text."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from newslint.language.lazy_regex import LazyRegex
from newslint.span import Span
from newslint.vocabulary import words

#: The package folder that holds the word lists of the checks.
PACKAGE = "newslint"

_WORD = re.compile(r"\w+")
#: The word that a form begins with, and its optional ending; not one that goes on as it likes.
_BEGUN = re.compile(r"(\w+)(?:\(([\w|]+)\)$|(?![\w~]))")
#: What stands between two forms: not what stands between the endings of one.
_OR = re.compile(r"\|(?![\w|]*\))")
_ENDINGS = re.compile(r"\(([\w|]+)\)$")


@cache
def vocabulary(name: str, *path: str) -> frozenset[str]:
    """Return one word list of `newslint/vocabularies/NAME.yml`."""
    return words(PACKAGE, f"vocabularies/{name}.yml", *path)


@cache
def vocabularies(*lists: tuple[str, ...]) -> frozenset[str]:
    """Return several word lists as one, each named as for `vocabulary`."""
    return frozenset().union(*(vocabulary(*path) for path in lists))


@dataclass(frozen=True, eq=False)
class Phrases:
    """Phrases to search for, whatever the case; the longest that fits counts.

    `by_word` holds them by the word that they begin with, so that a text is only searched where
    it has that word, and only then are they made into an expression. `whole` takes its place where
    a phrase begins with any.
    """

    by_word: Mapping[str, tuple[str, ...]]
    ending: str
    whole: LazyRegex | None = None


@cache
def phrase_pattern(name: str, *path: str) -> Phrases:
    """Return the phrases of one word list; see `phrases` for how they are written."""
    return phrases(vocabulary(name, *path))


def phrases(written: Iterable[str], ending: str = r"\b") -> Phrases:
    r"""Return what searches for these phrases.

    In a phrase a space stands for any white space, `*` for one word, `...` for up to three
    words. `a|b` within a word position and `(s)` or `(s|ed)` for an optional ending may be written.
    Every gap is bounded, so matching takes time in proportion to the text. `ending` is what
    must follow, as an expression.
    """
    ordered = sorted(written, key=lambda phrase: (-len(phrase), phrase))
    by_word: dict[str, list[str]] = {}
    begun = [_first_words(phrase) for phrase in ordered]
    for phrase, firsts in zip(ordered, begun, strict=True):
        for word in firsts:
            by_word.setdefault(word, []).append(phrase)
    if ordered and all(begun):
        return Phrases({word: tuple(found) for word, found in by_word.items()}, ending)
    return Phrases({}, ending, _any_of(ordered, ending))


def find_phrases(text: str, within: Span, wanted: Phrases) -> Iterator[Span]:
    """Yield where a phrase stands in the part of `text` that `within` covers."""
    if wanted.whole is not None:
        for match in wanted.whole.finditer(text, within.start, within.end):
            yield Span(*match.span())
        return
    places = _places(text, wanted)
    free = within.start
    for at in range(bisect_left(places, (free,)), len(places)):
        start, word = places[at]
        if start >= within.end:
            break
        if start < free:
            continue
        found = _beginning_with(wanted, word).match(text, start, within.end)
        if found is not None:
            free = found.end()
            yield Span(start, free)


def may_stand_in(text: str, wanted: Phrases) -> bool:
    """Return False only if none of the phrases can stand anywhere in a text."""
    return wanted.whole is not None or bool(_places(text, wanted))


def _any_of(written: Iterable[str], ending: str) -> LazyRegex:
    return LazyRegex(rf"\b(?:{'|'.join(map(as_pattern, written))}){ending}", re.IGNORECASE)


@cache
def _beginning_with(wanted: Phrases, word: str) -> LazyRegex:
    return _any_of(wanted.by_word[word], wanted.ending)


@lru_cache(maxsize=2)
def _words(text: str) -> Mapping[str, Sequence[int]]:
    """Return where each word of the article at hand begins: every list asks for some."""
    places: dict[str, list[int]] = {}
    for match in _WORD.finditer(text):
        places.setdefault(_folded(match[0]), []).append(match.start())
    return places


@lru_cache(maxsize=256)
def _places(text: str, wanted: Phrases) -> Sequence[tuple[int, str]]:
    """Return where `text` has a word that a phrase begins with, and the word, in order.

    Left out are the words of phrases of which the text lacks the rest.
    """
    places = _words(text)
    shared = wanted.by_word.keys() & places.keys()
    whole = [
        word
        for word in shared
        if word in wanted.by_word[word] or _beginning_with(wanted, word).may_be_in(text)
    ]
    return sorted((place, word) for word in whole for place in places[word])


def _folded(word: str) -> str:
    """Return a word as `re.IGNORECASE` compares it; it takes a Turkish i for any other."""
    return word.casefold().replace("i\N{COMBINING DOT ABOVE}", "i").replace("ı", "i")


def _first_words(phrase: str) -> frozenset[str]:
    """Return the words, case-folded, that a phrase may begin with; none if any may be."""
    found: set[str] = set()
    for form in _OR.split(phrase.split()[0]):
        begun = _BEGUN.match(form)
        if begun is None:
            return frozenset()
        found.add(_folded(begun[1]))
        if begun[2]:
            found.update(_folded(begun[1] + ending) for ending in begun[2].split("|"))
    return frozenset(found)


def as_pattern(phrase: str) -> str:
    """Return a phrase as a part of a pattern; see `phrases` for how it is written."""
    pieces: list[str] = []
    for word in phrase.split():
        if word == "...":
            pieces.append(r"(?:[\w’'-]+\s+){0,3}")
        elif word == "*":
            pieces.append(r"[\w’'-]+\s+")
        else:
            forms = "|".join(_as_word(form) for form in _OR.split(word))
            pieces.append(rf"(?:{forms})\s+")
    joined = "".join(pieces)
    return joined.removesuffix(r"\s+")


def _as_word(form: str) -> str:
    endings = _ENDINGS.search(form)
    stem = re.escape(form[: endings.start()] if endings else form).replace("'", "['’]")
    ending = f"(?:{endings[1]})?" if endings else ""
    return stem.replace(r"\~", r"[\w’'-]+") + ending
