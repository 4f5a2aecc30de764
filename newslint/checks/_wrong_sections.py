"""Links whose words promise a document or a report, and that lead to a shop or the weather."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from urllib.parse import SplitResult

from newslint.checks._phrases import PACKAGE, vocabulary
from newslint.language.lazy_regex import LazyRegex
from newslint.vocabulary import load

_LIST = "addresses"
#: A page, of which the words around tell what it should hold.
_A_PAGE = LazyRegex(r"\b(?:here|online|page|site|website)$")


def is_wrong_section(parts: SplitResult, host: str, words: str, around: str) -> bool:
    """Return whether a link promises papers or a report and leads to a section of another kind.

    `words` are those of the link and `around` those of its paragraph, both in lower case. A
    section is known by a whole part of the path or of the host; it is meant where the
    paragraph speaks of such things.
    """
    papers = _papers()
    if not papers.search(words) and not (_A_PAGE.search(words) and papers.search(around)):
        return False
    labels = host.removeprefix("www.").split(".")
    found = {part.partition(".")[0] for part in parts.path.lower().split("/")} | set(labels[:-2])
    if len(labels) > 1:
        # "lindow-tickets.example": a word of the site's own name.
        found |= set(labels[-2].split("-"))
    return any(
        found & known and not meant.search(words) and not meant.search(around)
        for known, meant in _sections()
    )


@cache
def _papers() -> LazyRegex:
    return LazyRegex(rf"\b(?:{_either(vocabulary(_LIST, 'papers'))})\b")


@cache
def _sections() -> tuple[tuple[frozenset[str], LazyRegex], ...]:
    data = load(PACKAGE, f"vocabularies/{_LIST}.yml")
    rows = data["sections"] if isinstance(data, dict) else []
    return tuple(
        (frozenset(_words(row, "known")), LazyRegex(rf"\b(?:{_either(_words(row, 'meant'))})"))
        for row in (rows if isinstance(rows, list) else [])
        if isinstance(row, dict)
    )


def _words(row: Mapping[str, object], key: str) -> list[str]:
    words = row.get(key)
    return [w for w in words if isinstance(w, str)] if isinstance(words, list) else []


def _either(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(words)))
