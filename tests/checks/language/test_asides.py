"""Asides to the reader: orders nobody is given, and remarks without a verb."""

from __future__ import annotations

import pytest

from newslint.checks.language.loaded_word import LoadedWord
from newslint.finding import Severity
from tests.checks.conftest import Ask

pytestmark = pytest.mark.model

STORY = "The weir was mended in May.\n\nIt cost 40,000 crowns, the board said on Monday.\n\n"


@pytest.mark.parametrize(
    ("sentence", "marked"),
    [
        ("Do not hold your breath.", "Do not hold your breath"),
        ("Tell that to the anglers.", "Tell that to the anglers"),
        ("Some fee for a leaking weir.", "Some fee for a leaking weir"),
        ("Not a bad week for the plumbers.", "Not a bad week for the plumbers"),
    ],
)
def test_an_aside_is_the_newsrooms(ask: Ask, sentence: str, marked: str) -> None:
    story = f"{STORY}The plumbers left on Friday. {sentence}\n"
    assert ask(LoadedWord(), story) == [(marked, Severity.WARNING)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Visit the weir on Sunday.",
        "Do not enter the lock before noon.",
        '"Do not hold your breath," said Ana Ruiz.',
        "The plumbers were paid on Friday.",
        "Results: three wins.",
    ],
)
def test_services_quotations_and_sentences_are_no_asides(ask: Ask, sentence: str) -> None:
    assert ask(LoadedWord(), f"{STORY}The plumbers left on Friday. {sentence}\n") == []


def test_a_guide_gives_orders(ask: Ask) -> None:
    story = f"{STORY}Rinse the beans. Soak them overnight. Drain them. Salt the water.\n"
    assert ask(LoadedWord(), story) == []


def test_a_guide_that_gives_many_orders_says_nothing_aside(ask: Ask) -> None:
    story = (
        "The stall is old.\n\nFill the pan with oil. Heat the fish slowly. Wait for a minute."
        " Spare the salt."
    )
    assert ask(LoadedWord(), story) == []
