"""Which sentences are worth checking: how much a reader would want to know who says so.

A sum of plain signs, not a verdict: an event of harm or force, a quantity, a name, a recent
date. Background, questions and plans are worth nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from newslint.checks._phrases import vocabulary
from newslint.checks._support import in_text
from newslint.language.lazy_regex import LazyRegex
from newslint.language.tokens import Token

_NAMED = frozenset({"PERSON", "ORG", "GPE", "NORP", "FAC", "LOC"})
_MEASURES = frozenset({"MONEY", "PERCENT", "QUANTITY"})
_SMALL = 10  # smaller numbers count things the reader sees at once
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_YEAR = LazyRegex(r"\b(?:1[0-9]|20)\d\d\b")
_CODE = LazyRegex(r"[A-Za-z]-?\d|\d-?[A-Za-z]")


def checkworthiness(tokens: Sequence[Token], text: str) -> int:
    """Return how much a sentence calls for a source, from 0 (not at all) to 5.

    Two points for a verb of harm or force in the past or as a participle; one each for a
    measure or a number of ten and more (designations apart), a name, and a recent date. A
    sentence without a finite verb in past or present, a question, a plan and background
    count nothing.

    Args:
        tokens: The parsed words of the sentence, with entities.
        text: The sentence as written.
    """
    if not tokens or text.rstrip().endswith("?") or not any(t.tag in _FINITE for t in tokens):
        return 0
    if in_text(vocabulary("worth", "background"), text) or _YEAR.search(text):
        return 0
    if any(t.tag == "MD" and t.head.dep == "ROOT" for t in tokens):
        return 0
    events = vocabulary("worth", "events")
    harm = any(t.lemma in events and t.tag in {"VBD", "VBN"} for t in tokens)
    quantity = any(_is_quantity(t) for t in tokens)
    name = any(t.entity in _NAMED for t in tokens)
    dates = " ".join(t.text for t in tokens if t.entity in {"DATE", "TIME"})
    recent = in_text(vocabulary("worth", "recent"), dates)
    return 2 * harm + quantity + name + recent


def _is_quantity(token: Token) -> bool:
    """Return whether the word belongs to a measure, or to a number that is not small."""
    if _CODE.search(token.text):
        return False
    if token.entity in _MEASURES:
        return True
    digits = token.text.replace(",", "")
    large = digits.isdecimal() and int(digits) >= _SMALL
    return token.entity == "CARDINAL" and (
        large or token.lower in vocabulary("worth", "large_numbers")
    )
