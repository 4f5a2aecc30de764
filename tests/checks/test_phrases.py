"""Phrases of a vocabulary, as they are searched for in running text."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

import newslint
from newslint.checks._phrases import find_phrases, phrase_pattern
from newslint.checks._phrases import phrases as written_phrases
from newslint.span import Span
from newslint.vocabulary import load

VOCABULARIES = Path(newslint.__file__).parent / "vocabularies"
#: What only a phrase holds: a choice, an optional ending, a gap.
MARKS = re.compile(r"[|(*~]|\.\.\.")


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


def test_several_endings_may_be_written() -> None:
    wanted = written_phrases(["line(s|d) their|his pocket(s)"])
    text = "He lined his pockets; they line their pocket."
    found = [span.cut(text) for span in find_phrases(text, Span(0, len(text)), wanted)]
    assert found == ["lined his pockets", "line their pocket"]


def entries(data: object) -> Iterator[str]:
    """Yield the strings of a vocabulary, but for those in another notation."""
    if isinstance(data, str) and not re.search(r"[\\?^+@<_]", data):
        yield data
    elif isinstance(data, dict | list):
        for value in data.values() if isinstance(data, dict) else data:
            yield from entries(value)


def examples(phrase: str) -> Iterator[str]:
    """Write a phrase out, with each form of each of its words at least once."""
    positions = [
        [
            stem + ending
            for stem, endings in re.findall(r"([^|()]+)(?:\(([^)]*)\))?", word.replace("~", "x"))
            for ending in ("", *endings.split("|"))
        ]
        for word in phrase.replace("...", "").replace("*", "word").split()
    ]
    for turn in range(max(map(len, positions), default=0)):
        yield " ".join(forms[turn % len(forms)] for forms in positions)


@pytest.mark.parametrize("name", sorted(p.stem for p in VOCABULARIES.glob("*.yml")))
def test_no_phrase_of_a_vocabulary_is_dead(name: str) -> None:
    written = {e for e in entries(load("newslint", f"vocabularies/{name}.yml")) if MARKS.search(e)}
    dead = {
        (phrase, text)
        for phrase in written
        for text in examples(phrase)
        if not any(find_phrases(text, Span(0, len(text)), written_phrases([phrase])))
    }
    assert not dead
