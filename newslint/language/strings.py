"""The words and labels of a language model, each made once.

A model tells every word and label by a number. The same string for the same number is quicker
to come by than a new one, and to compare and to look up whenever a rule does so.
"""

from __future__ import annotations

import sys
from collections.abc import Callable

#: Strings that are kept at most: some ten megabytes.
_MOST = 100_000


class Strings(dict[int, str]):
    """Strings by number."""

    def __init__(self, named: Callable[[int], str]) -> None:
        """Ask `named` for a string when its number is first met."""
        super().__init__()
        self._named = named

    def __missing__(self, number: int) -> str:
        """Return the string with a number, the same one that code and vocabularies hold."""
        if len(self) > _MOST:
            self.clear()
        text = self[number] = sys.intern(self._named(number))
        return text
