"""Outlets that the story is about, or that somebody only spoke to: no credits that want a link."""

from __future__ import annotations

import pytest

from newslint.checks.secondhand.credit_without_link import CreditWithoutLink
from tests.checks.conftest import Ask


@pytest.mark.parametrize(
    "story",
    [
        "The Tarn Gazette, which sued the council in March, said on Friday that it had won.",
        "Radio Lindow was sold to a bank. Radio Lindow said that nobody would lose a job.",
        "“It is a swindle,” Orr told Bo Holm of Fox News on Monday.",
        "Orr said on the MSNBC show that it was late.",
        "The BBC broadcast his last service.",
        "Ana Ruiz tweeted from the hall. An early tweet quoted the mayor as being glad.",
        "Orr spoke on Monday on national radio: she said on national radio that she was well.",
        "The ministry denied it in a two-line message to this newspaper.",
    ],
)
def test_an_outlet_of_the_story_is_no_credit(ask: Ask, story: str) -> None:
    assert ask(CreditWithoutLink(), story) == []


def test_an_outlet_that_only_has_a_sort_is_told_once(ask: Ask) -> None:
    story = "A Durban newspaper reported that the mayor will go."
    assert len(ask(CreditWithoutLink(), story)) <= 1


def test_two_forms_of_one_name_are_one_credit(ask: Ask) -> None:
    story = "The NY Daily News reported on it. The New York Daily News reported on it again."
    assert [words for words, _ in ask(CreditWithoutLink(), story)] == ["NY Daily News"]
