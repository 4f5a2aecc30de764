"""Is this English? newslint reads no other language, and must not pretend to."""

from __future__ import annotations

import unicodedata
from functools import cache

from newslint.language.words import word_spans
from newslint.vocabulary import load, words

_PACKAGE, _FILE = "newslint.language", "english.yml"

#: English prose has nearly twice this share of function words or more, other languages half
#: of it or less. English lists and tables may have none.
_ENGLISH = 0.14
#: The share of its own function words from which a text is taken for that language.
_ELSEWHERE = 0.1
#: Running text of this length without English function words is no English, whatever it is.
_LONG = 40
_NO_ENGLISH = 0.05
_RUNNING = 0.75
#: Enough of a text to judge it by.
_ENOUGH = 20_000


def is_english(text: str) -> bool:
    """Return whether `text` is in English, as far as its small words and its script tell.

    What gives no sign of another language (names, results, a few words) counts as English.
    """
    start = text[:_ENOUGH]
    written = [span.cut(start) for span in word_spans(start)]
    written = [word for word in written if word[0].isalpha()]
    if not written:
        return True
    lower = [word.lower() for word in written]
    known = words(_PACKAGE, _FILE, "function_words")
    english = sum(word in known for word in lower) / len(lower)
    if english >= _ENGLISH:
        return True
    if not _is_latin(start) or _elsewhere(written) > max(_ELSEWHERE, english):
        return False
    running = sum(word[0].islower() for word in written) >= _RUNNING * len(written)
    return not (running and len(written) >= _LONG and english < _NO_ENGLISH)


@cache
def _others() -> tuple[frozenset[str], ...]:
    """Return the small words of each other language that are not English words as well."""
    data = load(_PACKAGE, _FILE)
    lists = data["elsewhere"] if isinstance(data, dict) else []
    shared = words(_PACKAGE, _FILE, "shared")
    return tuple(frozenset(map(str, entry)) - shared for entry in lists)


def _elsewhere(written: list[str]) -> float:
    """Return the share of small words of the language that has most of them.

    Capitals do not count: El Paso and Los Angeles are places in English, too.
    """
    return max(sum(word in other for word in written) for other in _others()) / len(written)


def _is_latin(text: str) -> bool:
    letters = [c for c in text if c.isalpha()]
    latin = sum(c.isascii() or "LATIN" in unicodedata.name(c, "") for c in letters)
    return latin * 2 >= len(letters)
