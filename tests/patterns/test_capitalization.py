from __future__ import annotations

import pytest

from tests.patterns.conftest import Find


def rule(match: str, *more: str) -> str:
    lines = ["extends: capitalization", 'message: "“%s”"', f"match: {match}", "scope: heading"]
    return "\n".join([*lines, *more])


@pytest.mark.parametrize(
    ("match", "right", "wrong"),
    [
        ("$title", "Council Votes to Close the Pier", "Council votes to close the pier"),
        ("$sentence", "Council votes to close the pier", "Council Votes To Close The Pier"),
        ("$lower", "council votes", "Council votes"),
        ("$upper", "COUNCIL VOTES", "Council votes"),
        ("'Council .*'", "Council votes", "The council votes"),
    ],
)
def test_the_form_is_kept_or_the_whole_is_reported(
    find: Find, match: str, right: str, wrong: str
) -> None:
    assert find(rule(match), f"# {right}\n\nText.") == []
    (finding,) = find(rule(match), f"# {wrong}\n\nText.")
    assert finding.excerpt == wrong


def test_words_with_a_form_of_their_own_are_right(find: Find) -> None:
    assert find(rule("$sentence"), "# The NATO pier of iPhone users\n\nText.") == []


def test_exceptions_keep_their_form(find: Find) -> None:
    strict = rule("$sentence", "threshold: 0.99")
    text = "# The pier of Brenholt\n\nText."
    assert len(find(strict, text)) == 1
    assert find(strict + "\nexceptions: [Brenholt]", text) == []


def test_a_capital_is_right_after_an_indicator(find: Find) -> None:
    strict = rule("$sentence", "threshold: 0.99")
    text = "# Pier: What we know\n\nText."
    assert len(find(strict, text)) == 1
    assert find(strict + "\nindicators: [':']", text) == []


def test_a_prefix_is_left_out_of_account(find: Find) -> None:
    strict = rule("$sentence", "threshold: 0.99", r"prefix: 'Part [A-Z]+: '")
    assert find(strict, "# Part II: The pier fell\n\nText.") == []
    assert len(find(strict, "# The Pier fell\n\nText.")) == 1


def test_a_headline_that_is_all_quotation_is_left_alone(find: Find) -> None:
    assert find(rule("$title"), "# “we will not go”\n\nText.") == []
