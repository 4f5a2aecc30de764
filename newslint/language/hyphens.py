"""The patterns of hyphenation behind textstat's count of syllables, read as they are needed.

Words that the pronouncing dictionary does not have are counted by where they may be divided.
The package for that reads eleven thousand patterns when it is first asked, of which the
words of an article need some hundreds.
"""

from __future__ import annotations

import string
from functools import cached_property
from pathlib import Path

import pyphen

#: The language in which textstat counts.
_LANGUAGE = "en_US"
_ENCODING = "UTF-8\n"
_HEAD = ("LEFTHYPHENMIN", "RIGHTHYPHENMIN", "COMPOUNDLEFTHYPHENMIN", "COMPOUNDRIGHTHYPHENMIN")
_WITHOUT_DIGITS = str.maketrans("", "", string.digits)

#: Where a pattern has its first number, and its numbers from there on.
Numbers = tuple[int, tuple[int, ...]]


class Patterns:
    """What pyphen asks for the numbers that go with some letters."""

    def __init__(self, text: str) -> None:
        """Take the patterns of a dictionary, a line each."""
        self._text = text

    @cached_property
    def lines(self) -> dict[str, str]:
        """Each pattern by its letters."""
        letters = self._text.translate(_WITHOUT_DIGITS).split("\n")
        return dict(zip(letters, self._text.split("\n"), strict=True))

    def get(self, letters: str) -> Numbers | None:
        """Return the numbers between these letters, None if they mean nothing."""
        line = self.lines.get(letters)
        if not line:
            return None
        numbers = [0]
        for character in line:
            if character.isdigit():
                numbers[-1] = int(character)
            else:
                numbers.append(0)
        told = [at for at, number in enumerate(numbers) if number]
        return (told[0], tuple(numbers[told[0] : told[-1] + 1])) if told else None


def hyphenate_as_needed() -> None:
    """Have pyphen divide English words with `Patterns`, unless it has read its own.

    A dictionary in another form than the one that is known is left to pyphen.
    """
    path = pyphen.LANGUAGES[_LANGUAGE]
    if path in pyphen.hdcache:
        return
    text = Path(path).read_text(encoding="utf-8")
    if text.startswith(_ENCODING) and not any(mark in text for mark in ("/", "^^", "%", "#")):
        pyphen.hdcache[path] = _dictionary(text)


def _dictionary(text: str) -> pyphen.HyphDict:
    """Return pyphen's dictionary with patterns that are read as they are needed."""
    lines = (line.strip() for line in text.split("\n")[1:])
    made = object.__new__(pyphen.HyphDict)
    made.patterns = Patterns("\n".join(line for line in lines if not line.startswith(_HEAD)))
    made.cache = {}
    made.maxlen = max(map(len, made.patterns.lines))
    return made
