"""Phrases of a vocabulary, as they are searched for in running text."""

from __future__ import annotations

import time

import pytest

from newslint.checks._phrases import find_phrases, phrase_pattern
from newslint.span import Span


def phrases(text: str, *path: str) -> list[str]:
    found = find_phrases(text, Span(0, len(text)), phrase_pattern(*path))
    return [span.cut(text) for span in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The tolls fell in a bid to win.", ["in a bid to win"]),
        ("The tolls fell in a last-ditch bid to win.", ["in a last-ditch bid to win"]),
        ("It is a step toward closing.", ["a step toward closing"]),
        ("It is another small step towards\nclosing.", ["another small step towards\nclosing"]),
        ("It is part of the board’s long plan to close.", ["part of the board’s long plan to"]),
        ("A forbidding bidder took a step.", []),
    ],
)
def test_gaps_endings_and_apostrophes(text: str, expected: list[str]) -> None:
    assert phrases(text, "claims", "motive", "strong") == expected


def test_a_phrase_is_found_whatever_its_case() -> None:
    assert phrases("NOT JUST a lock", "anonymity", "opinion", "reading") == ["NOT JUST"]


def test_a_phrase_is_whole_words() -> None:
    assert phrases("The mustard was weakened.", "anonymity", "opinion", "stance") == []


def test_long_text_without_a_match_takes_little_time() -> None:
    text = "in a " + "very " * 60_000 + "in what in what " * 5_000
    started = time.perf_counter()
    assert phrases(text, "claims", "motive", "strong") == []
    assert time.perf_counter() - started < 2
