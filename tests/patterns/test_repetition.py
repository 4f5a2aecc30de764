from __future__ import annotations

from tests.patterns.conftest import Find

RULE = """
extends: repetition
message: "“%s” twice"
"""


def test_the_same_word_twice_in_a_row_is_reported_with_both(find: Find) -> None:
    (finding,) = find(RULE + r"tokens: ['\w+']", "The the pier fell fell.")
    assert finding.excerpt == "fell fell"
    assert finding.message == "“fell” twice"


def test_case_can_be_ignored(find: Find) -> None:
    rule = RULE + r"tokens: ['\w+']" + "\nignorecase: true"
    assert [f.excerpt for f in find(rule, "The the pier.")] == ["The the"]


def test_max_allows_some(find: Find) -> None:
    rule = RULE + r"tokens: ['\w+']" + "\nmax: 1"
    assert find(rule, "no no") == []
    assert [f.excerpt for f in find(rule, "no no no")] == ["no no no"]


def test_alpha_leaves_numbers_out(find: Find) -> None:
    rule = RULE + r"tokens: ['\w+']" + "\nalpha: true"
    assert find(rule, "0 0 0") == []


def test_blocks_are_not_joined(find: Find) -> None:
    assert find(RULE + r"tokens: ['\w+']", "It fell\n\nfell down") == []
