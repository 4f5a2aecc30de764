"""Readability by textstat's counts."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from newslint.language.measures import Readability

#: Words whose counts are kept at hand: those of many articles, some megabytes.
_MOST = 20_000
#: Syllables from which a word is long, in the formulas of Gunning and McLaughlin.
_LONG = 3
#: What textstat takes for a sentence if it has more words than these.
_SENTENCE = re.compile(r"\b[^.!?]+[.!?]*")
_TOO_FEW = 2
_WORD = re.compile(r"\w\S*")


class _Word(NamedTuple):
    """What textstat says of a word. `whole` if it counts all of it, asked for it alone."""

    syllables: int
    difficult: bool
    whole: bool


def measure(text: str, paragraphs: int = 1) -> Readability:
    """Return the readability of `text`; all zeros for a text without words.

    The formulas are those of Flesch and Kincaid, Gunning (fog) and McLaughlin (SMOG), as
    textstat computes them; it is asked about a word once, not for each of them.
    `paragraphs` is how many the text was made of.
    """
    if not any(c.isalnum() for c in text):
        return Readability(0, 0, 0.0, 0.0, 0.0, 0.0, 0)
    import textstat
    from textstat.backend.selections import list_words

    from newslint.language.hyphens import hyphenate_as_needed
    from newslint.language.pronunciations import read_as_needed

    hyphenate_as_needed()
    read_as_needed()
    words = [_word(word) for word in list_words(text)]
    together = all(word.whole for word in words)
    syllables = sum(w.syllables for w in words) if together else textstat.syllable_count(text)
    sentences = _sentences(text)
    length, weight = len(words) / sentences, syllables / len(words)
    share = 100 * sum(word.difficult for word in words) / len(words)
    long = sum(word.syllables >= _LONG for word in words)
    return Readability(
        words=len(words),
        sentences=sentences,
        grade=0.39 * length + 11.8 * weight - 15.59 if syllables else 0.0,
        ease=206.835 - 1.015 * length - 84.6 * weight if syllables else 0.0,
        fog=0.4 * (length + share),
        smog=1.043 * (30 * (long / sentences)) ** 0.5 + 3.1291,
        paragraphs=paragraphs,
    )


@lru_cache(_MOST)
def _word(word: str) -> _Word:
    import textstat
    from textstat.backend.selections import list_words

    return _Word(
        int(textstat.syllable_count(word)),
        bool(textstat.is_difficult_word(word, _LONG)),
        list_words(word.lower()) == [word.lower()],
    )


def _sentences(text: str) -> int:
    """Return the number of sentences, not counting those that are hardly any."""
    import textstat

    found = _SENTENCE.findall(text)
    short = sum(
        len(_WORD.findall(sentence)) <= _TOO_FEW and textstat.lexicon_count(sentence) <= _TOO_FEW
        for sentence in found
    )
    return max(1, len(found) - int(short))
