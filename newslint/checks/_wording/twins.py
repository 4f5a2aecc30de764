"""Words that are written for one another, known by the words and tags around them.

`vocabularies/twins.yml` holds them, and says how its patterns are written.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from newslint.checks._phrases import PACKAGE
from newslint.language.tokens import Token
from newslint.vocabulary import load

_FILE = "vocabularies/twins.yml"
_MOST = 3  # words that `~` may stand for
_LOOSE = frozenset({"CD", "DT", "HYPH", "JJ", "JJR", "JJS", "NN", "NNP", "NNS", "POS", "PRP$",
                    "RB", "VBG", "VBN", "$"})  # fmt: skip
_ENDS = frozenset({".", ":", "``", "''"})
_APOSTROPHES = "'’"  # "it's been": a helper of which the lemma is guessed


@dataclass(frozen=True, slots=True)
class Part:
    """One place of a pattern: the words and tags that fit, or those that must not."""

    words: frozenset[str]
    tags: frozenset[str]
    barred: bool = False
    loose: bool = False

    def fits(self, token: Token | None) -> bool:
        """Return whether a word may stand in this place; None is the end of the text."""
        if token is None:
            return self.barred
        same = (
            token.lower in self.words
            or token.tag in self.tags
            or (token.lemma in self.words and token.text[0] not in _APOSTROPHES)
        )
        return same is not self.barred


@dataclass(frozen=True, slots=True)
class Place:
    """What stands before the word, nearest first, and after it."""

    own: Part | None
    before: tuple[Part, ...]
    after: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Twin:
    """The word that is meant instead, where, and the words of a story that forbid it."""

    right: str
    places: tuple[Place, ...]
    unless: frozenset[str]


def twin_of(tokens: Sequence[Token], token: Token, text: str) -> str | None:
    """Return the word that is meant instead of `token`, or None if it is right.

    `tokens` are those of its block, `text` the article's.
    """
    if token.text[0].isupper() and token.i and tokens[token.i - 1].tag not in _ENDS:
        return None  # a name, or part of a title
    for twin in twins(token.lower) if token.lower in known_words() else ():
        if not any(_stands(tokens, token.i, place) for place in twin.places):
            continue
        if twin.unless and twin.unless & _words_of(text):
            continue
        return twin.right
    return None


def _stands(tokens: Sequence[Token], index: int, place: Place) -> bool:
    if place.own is not None and not place.own.fits(tokens[index]):
        return False
    return _follows(tokens, index, -1, place.before) and _follows(tokens, index, 1, place.after)


def _follows(tokens: Sequence[Token], index: int, step: int, parts: tuple[Part, ...]) -> bool:
    """Return whether the parts fit the words from `index` on, in one direction."""
    if not parts:
        return True
    part, rest = parts[0], parts[1:]
    if part.loose:
        for _ in range(_MOST + 1):
            if _follows(tokens, index, step, rest):
                return True
            index += step
            if not 0 <= index < len(tokens):
                return False
            passed = tokens[index]
            if passed.tag not in _LOOSE and passed.lower not in part.words:
                return False
        return False
    there = index + step
    token = tokens[there] if 0 <= there < len(tokens) else None
    return part.fits(token) and _follows(tokens, there, step, rest)


@lru_cache(maxsize=4)
def _words_of(text: str) -> frozenset[str]:
    return frozenset(text.casefold().replace(",", " ").replace(".", " ").split())


@cache
def _written() -> tuple[Mapping[str, Collection[str]], Mapping[str, Sequence[tuple[str, str]]]]:
    """Return the named sets, and for each word what may be meant instead, and where."""
    data = load(PACKAGE, _FILE)
    assert isinstance(data, dict)
    named, pairs = data["sets"], data["twins"]
    assert isinstance(named, dict)
    assert isinstance(pairs, dict)
    found: dict[str, list[tuple[str, str]]] = {}
    for pair, where in pairs.items():
        for wrong, right in _forms(str(pair)):
            found.setdefault(wrong, []).append((right, str(where)))
    return {name: frozenset(str(words).split()) for name, words in named.items()}, found


def known_words() -> Collection[str]:
    """Return the words that have a twin."""
    return _written()[1].keys()


@cache
def twins(word: str) -> tuple[Twin, ...]:
    """Return what may be meant instead of a word, and where; patterns are read when asked for."""
    sets, found = _written()
    read = []
    for right, said in found.get(word, ()):
        where, _, unless = said.partition(" unless ")
        places = tuple(_place(one.split(), sets) for one in where.split("; "))
        read.append(Twin(right, places, frozenset(unless.split())))
    return tuple(read)


def _forms(pair: str) -> Iterator[tuple[str, str]]:
    """Yield the forms of two words: `wave/s/d/-ing > waive/s/d/-ing`."""
    wrong, _, right = pair.partition(" > ")
    forms, others = _inflected(wrong), _inflected(right)
    return zip(forms, others * (len(forms) if len(others) == 1 else 1), strict=True)


def _inflected(word: str) -> list[str]:
    stem, *endings = word.split("/")
    ends = ((ending.lstrip("-"), ending.count("-")) for ending in endings)
    return [stem, *(stem[: len(stem) - fewer] + end for end, fewer in ends)]


def _place(pattern: Sequence[str], sets: Mapping[str, Collection[str]]) -> Place:
    at = next(i for i, piece in enumerate(pattern) if piece == "_" or piece[:2] in ("_<", "_!"))
    parts = [_part(piece, sets) for piece in pattern]
    own = _part(pattern[at][1:], sets) if len(pattern[at]) > 1 else None
    return Place(own, tuple(reversed(parts[:at])), tuple(parts[at + 1 :]))


def _part(piece: str, sets: Mapping[str, Collection[str]]) -> Part:
    pieces = piece.removeprefix("!").split("|")
    words: set[str] = set()
    tags: set[str] = set()
    for one in pieces:
        if one.startswith("@"):
            words |= set(sets[one[1:]])
        elif one[:1] == "<":
            tags.add(one[1:-1])
        else:
            words.add(one)
    return Part(frozenset(words), frozenset(tags), piece.startswith("!"), "~" in pieces)
