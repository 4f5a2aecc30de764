"""The word lists by which a story takes sides, kept in two files and read as one."""

from __future__ import annotations

from functools import cache

from newslint.checks._phrases import PACKAGE, vocabulary
from newslint.vocabulary import load


@cache
def listed(name: str) -> frozenset[str]:
    """Return the words of one list of `loaded.yml`, `slant.yml` or both.

    Raises:
        KeyError: if neither file has the list.
    """
    files = [file for file in ("loaded", "slant") if name in _names(file)]
    if not files:
        raise KeyError(name)
    return frozenset().union(*(vocabulary(file, name) for file in files))


@cache
def _names(file: str) -> frozenset[str]:
    data = load(PACKAGE, f"vocabularies/{file}.yml")
    return frozenset(data) if isinstance(data, dict) else frozenset()
