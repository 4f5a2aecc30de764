from __future__ import annotations

import time

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from newslint.errors import NewslintError
from newslint.patterns import regexes
from newslint.patterns.regexes import (
    TIME_LIMIT,
    PatternError,
    alternation,
    compiled,
    matches,
    without_groups,
)


def test_a_pattern_that_runs_away_is_stopped_and_named() -> None:
    start = time.process_time()  # so counts the limit: a busy machine takes nothing from it
    with pytest.raises(NewslintError, match=r"gave up: \(a\|aa\)\+\$ took longer than") as error:
        list(matches(compiled("(a|aa)+$"), "a" * 60 + "b"))
    assert time.process_time() - start < TIME_LIMIT * 5
    assert "nested repetition" in error.value.hint


def test_a_longer_block_has_more_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(regexes, "TIME_LIMIT", 0.05)
    hostile = compiled(r"(a|aa)+$", "tokens")
    with pytest.raises(NewslintError, match=r"took longer than 0\.1 s on one block"):
        list(matches(hostile, "x" * 99_940 + "a" * 59 + "b"))


def test_a_bad_token_is_named_by_its_place() -> None:
    with pytest.raises(PatternError, match=r"`pi\(er` is not a regular expression") as error:
        alternation(["quay", "pi(er"], "tokens")
    assert error.value.where == ("tokens", 1)


def test_empty_matches_are_no_matches() -> None:
    assert list(matches(compiled("x*"), "abc")) == []


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("(a)", "(?:a)"),
        ("(?:a)", "(?:a)"),
        (r"\(a\)", r"\(a\)"),
        ("[(]a", "[(]a"),
        (r"[\]()]a", r"[\]()]a"),
        ("(?<x>a)", "(?:a)"),
        ("(?P<x>a)", "(?:a)"),
        ("(?<=a)b(?<!c)(?=d)(?!e)", "(?<=a)b(?<!c)(?=d)(?!e)"),
    ],
)
def test_only_capturing_groups_change(written: str, read: str) -> None:
    assert without_groups(written) == read


@given(st.sets(st.text("abc '-", min_size=1, max_size=6).map(str.strip), min_size=50, max_size=80))
def test_a_long_list_finds_what_its_words_find(words: set[str]) -> None:
    words = {word for word in words if regex.fullmatch(r"\w(?:.*\w)?", word)}
    folded = compiled(rf"\b(?:{alternation(sorted(words), 'tokens')})\b")
    for word in words:
        assert folded.compiled.fullmatch(word)
    for other in ("", "d", "abcabcabc"):
        assert bool(folded.compiled.fullmatch(other)) == (other in words)
