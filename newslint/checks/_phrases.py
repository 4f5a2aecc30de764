"""Phrases from a vocabulary, searched for in running text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from newslint.span import Span
from newslint.vocabulary import words

#: The package folder that holds the word lists of the checks.
PACKAGE = "newslint"


@cache
def vocabulary(name: str, *path: str) -> frozenset[str]:
    """Return one word list of `newslint/vocabularies/NAME.yml`."""
    return words(PACKAGE, f"vocabularies/{name}.yml", *path)


@cache
def phrase_pattern(name: str, *path: str) -> re.Pattern[str]:
    r"""Return one pattern for a list of phrases, longest first, whatever the case.

    In a phrase a space stands for any white space, `*` for one word, `...` for up to three
    words. `a|b` within a word position and `(s)` for an optional ending may be written.
    Every gap is bounded, so matching takes time in proportion to the text.
    """
    phrases = sorted(vocabulary(name, *path), key=lambda phrase: (-len(phrase), phrase))
    return re.compile(rf"\b(?:{'|'.join(map(as_pattern, phrases))})\b", re.IGNORECASE)


def find_phrases(text: str, within: Span, pattern: re.Pattern[str]) -> Iterator[Span]:
    """Yield where `pattern` stands in the part of `text` that `within` covers."""
    for match in pattern.finditer(text, within.start, within.end):
        yield Span(*match.span())


def as_pattern(phrase: str) -> str:
    """Return a phrase as a part of a pattern; see `phrase_pattern` for how it is written."""
    pieces: list[str] = []
    for word in phrase.split():
        if word == "...":
            pieces.append(r"(?:[\w’'-]+\s+){0,3}")
        elif word == "*":
            pieces.append(r"[\w’'-]+\s+")
        else:
            forms = "|".join(_as_word(form) for form in word.split("|"))
            pieces.append(rf"(?:{forms})\s+")
    joined = "".join(pieces)
    return joined.removesuffix(r"\s+")


def _as_word(form: str) -> str:
    form = re.sub(r"\((\w+)\)$", r"<\1>", form)
    escaped = re.escape(form).replace("'", "['’]")
    escaped = re.sub(r"<(\w+)>$", r"(?:\1)?", escaped)
    return escaped.replace(r"\~", r"[\w’'-]+")
