"""Is this English? newslint reads no other language, and must not pretend to."""

from __future__ import annotations

import unicodedata

from newslint.language.words import word_spans
from newslint.vocabulary import words

#: English prose has two to three times this share of function words, other languages at most
#: two thirds of it.
_LEAST_SHARE = 0.14
#: Below this number of words a share says little.
_LEAST_WORDS = 20
#: Enough of a text to judge it by.
_ENOUGH = 20_000


def is_english(text: str) -> bool:
    """Return whether `text` is in English, as far as its function words tell.

    A text of a few words is taken for English if most of its letters are Latin.
    """
    start = text[:_ENOUGH]
    found = [span.cut(start).lower() for span in word_spans(start)]
    found = [word for word in found if any(c.isalpha() for c in word)]
    if len(found) < _LEAST_WORDS:
        return _is_latin(start)
    known = words("newslint.language", "english.yml", "function_words")
    return sum(word in known for word in found) >= _LEAST_SHARE * len(found)


def _is_latin(text: str) -> bool:
    letters = [c for c in text if c.isalpha()]
    latin = sum(c.isascii() or "LATIN" in unicodedata.name(c, "") for c in letters)
    return latin * 2 >= len(letters)
