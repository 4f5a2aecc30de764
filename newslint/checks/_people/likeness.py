"""Whether two words may be two spellings of one name."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from newslint.checks._phrases import PACKAGE
from newslint.vocabulary import load

_SHORTEST = 6  # letters: shorter names are too often one letter apart (Mario, Maria)
_SHORT = 4
#: Words whose plain forms are remembered: the names of many articles.
_REMEMBERED = 10_000
_SOUNDS = str.maketrans("czy", "ksi")
_VOWELS = str.maketrans("", "", "aeiouyhwj")


@lru_cache(_REMEMBERED)
def plain(word: str) -> str:
    """Return the word in small letters without accents, marks and possessive ending."""
    decomposed = unicodedata.normalize("NFD", word.casefold())
    return "".join(c for c in decomposed if c.isalpha() and not unicodedata.combining(c))


@lru_cache(_REMEMBERED)
def folded(word: str) -> str:
    """Return a plain word with what transcriptions of foreign names differ in made alike."""
    data = load(PACKAGE, "vocabularies/transliteration.yml")
    folds = data["folds"] if isinstance(data, dict) else []
    for pair in folds:
        word = word.replace(str(pair[0]), str(pair[1])) if isinstance(pair, list) else word
    # Doubled letters count once.
    return "".join(c for i, c in enumerate(word) if i == 0 or c != word[i - 1])


@lru_cache(_REMEMBERED)
def skeleton(word: str) -> str:
    """Return the first letter of a plain word and the consonants after it, alike ones folded."""
    alike = word.replace("ph", "f").replace("ck", "k").replace("c", "k").replace("z", "s")
    alike = alike.replace("v", "f")
    rest = alike[1:].translate(_VOWELS)
    return alike[:1] + "".join(c for i, c in enumerate(rest) if i == 0 or c != rest[i - 1])


def same_name(one: str, other: str) -> bool:
    """Return whether two words are so alike that they can hardly be two names.

    They differ in one letter before the last, or only as two transcriptions of a foreign
    name do. Words that differ in case or accents only are one word.
    """
    first, second = plain(one), plain(other)
    if first == second or first.startswith(second) or second.startswith(first):
        return False
    if folded(first) == folded(second):
        return True
    if min(len(first), len(second)) < _SHORTEST:
        return False
    return one_letter_apart(first, second) or _turned(first, second) or _far(first, second)


def _turned(one: str, other: str) -> bool:
    """Return whether two parts of a word have changed places: Nordhav, Havnord."""
    return len(one) == len(other) and other in one + one and one != other


def _far(one: str, other: str) -> bool:
    """Return whether two long words that begin alike sound alike: Voltrane, Voltrain."""
    begins = one[:_SHORT] == other[:_SHORT]
    return (
        begins
        and distance(one, other) <= 2
        and skeleton(one) == skeleton(other)
        and (
            min(len(one), len(other)) > _SHORTEST
            and not _is_ending(one.rstrip("s"), other.rstrip("s"))
        )
    )


def similar_name(one: str, other: str) -> bool:
    """Return whether two words may be one name, if all else speaks for it.

    They sound alike (Coyle, Coil), or differ in one letter or two (Hahn, Hann).
    """
    first, second = plain(one), plain(other)
    if first == second or min(len(first), len(second)) < _SHORT:
        return False
    if _sound(first)[:1] != _sound(second)[:1]:
        return False  # Koker and Coker begin alike
    if abs(len(first) - len(second)) > 2:
        return False
    if first.rstrip("s") == second.rstrip("s"):
        return False
    if skeleton(first) == skeleton(second) and distance(first, second) <= 2:
        return True
    return distance(first, second) <= 1 and not _is_ending(first, second)


def sounds_alike(one: str, other: str) -> bool:
    """Return whether two words are spellings of one sound: Venn, Ven; Pyle, Pile; Anna, Hanna.

    They differ only in a silent H, a doubled letter, C for K, Z for S or Y for I. Words that
    differ in case or accents only are one word.
    """
    first, second = plain(one), plain(other)
    return first != second and _sound(first) == _sound(second)


@lru_cache(_REMEMBERED)
def _sound(word: str) -> str:
    alike = word.replace("ph", "f").replace("h", "")
    alike = alike.translate(_SOUNDS)
    return "".join(c for i, c in enumerate(alike) if i == 0 or c != alike[i - 1])


@lru_cache(_REMEMBERED)
def distance(one: str, other: str) -> int:
    """Return in how many letters two words differ: changed, left out, or swapped.

    Optimal string alignment (Damerau-Levenshtein without repeated edits).
    """
    rows = [list(range(len(other) + 1))]
    for i, a in enumerate(one, 1):
        row = [i]
        for j, b in enumerate(other, 1):
            cost = min(rows[-1][j] + 1, row[-1] + 1, rows[-1][j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                cost = min(cost, rows[-2][j - 2] + 1)
            row.append(cost)
        rows.append(row)
    return rows[-1][-1]


def _is_ending(one: str, other: str) -> bool:
    """Return whether one word is the other with an ending: Norway, Norways."""
    return one.startswith(other) or other.startswith(one)


def one_letter_apart(one: str, other: str) -> bool:
    """Return whether one letter is changed, left out, or has changed places, but not the last.

    A different ending makes another word of it (Norway, Norwegian).
    """
    if one[0] != other[0] or abs(len(one) - len(other)) > 1:
        return False
    short, long = sorted((one, other), key=len)
    at = next((i for i in range(len(short)) if short[i] != long[i]), len(short))
    if at >= len(short) - 1:
        return False
    if len(short) < len(long):
        return short[at:] == long[at + 1 :]
    changed = short[at + 1 :] == long[at + 1 :]
    swapped = short[at] == long[at + 1] and short[at + 1] == long[at]
    return changed or (swapped and short[at + 2 :] == long[at + 2 :])


_SIDES = (
    ("north", "south", "east", "west", "mid"),
    ("upper", "lower", "nether", "over", "inner", "outer"),
    ("great", "little", "greater", "lesser"),
)


def opposite(one: str, other: str) -> bool:
    """Return whether two plain words are of two places told apart by side: Eastmoor, Westmoor."""
    for row in _SIDES:
        ends = [{w[len(p) :] for p in row if w.startswith(p)} for w in (one, other)]
        if one != other and ends[0] & ends[1]:
            return True
    return False
