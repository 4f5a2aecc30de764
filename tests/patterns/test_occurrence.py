from __future__ import annotations

from tests.patterns.conftest import Find

RULE = """
extends: occurrence
message: "%s of %s"
"""


def test_a_stretch_with_too_many_is_reported_from_first_to_last(find: Find) -> None:
    rule = RULE + r"token: '\w+'" + "\nscope: sentence\nmax: 3"
    (finding,) = find(rule, "One two. One two three four. One.")
    assert finding.excerpt == "One two three four"
    assert finding.message == "4 of 3"


def test_words_in_quotation_marks_do_not_count(find: Find) -> None:
    rule = RULE + r"token: '\w+'" + "\nscope: sentence\nmax: 3"
    assert find(rule, "“One two three four,” she said.") == []


def test_a_stretch_without_any_is_reported_as_a_whole(find: Find) -> None:
    rule = RULE + "token: pier\nscope: headline\nmin: 1"
    (finding,) = find(rule, "# A long day\n\nThe pier fell.")
    assert finding.excerpt == "A long day"
    assert finding.message == "0 of 1"


def test_as_many_as_allowed_are_right(find: Find) -> None:
    rule = RULE + "token: a\nmax: 3\nmin: 3\nscope: paragraph"
    assert find(rule, "a a a") == []
