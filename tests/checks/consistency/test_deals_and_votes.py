"""Prices, votes and parts that a story tells in one place and belies in another."""

from __future__ import annotations

import pytest

from newslint.checks.consistency.event_conflict import EventConflict
from newslint.checks.consistency.number_conflict import NumberConflict
from newslint.checks.numbers.told_arithmetic import ToldArithmetic
from tests.checks.conftest import Ask

pytestmark = pytest.mark.model
PRICE = NumberConflict()
SUM = ToldArithmetic()
DAY = EventConflict()


@pytest.mark.parametrize(
    ("story", "place"),
    [
        (
            "The town bought the pier from its owner, Calder Line, for £1.2m. It is old.\n\n"
            "The £1.5m sale should go through in June.",
            "£1.5m sale",
        ),
        (
            "Calder Line sold its yard on Monday for $40 million. It rained.\n\n"
            "The purchase price was $44 million, the company said.",
            "$44 million",
        ),
    ],
)
def test_the_price_of_one_deal_is_told_one_way(ask: Ask, story: str, place: str) -> None:
    assert [found for found, _ in ask(PRICE, story)] == [place]


@pytest.mark.parametrize(
    "story",
    [
        "The town bought the pier for £1.2m. It is old.\n\nThe £1.2m sale should go through.",
        "The town bought the pier for £1.2m. A first offer, of £1m, was for the £1m deal.",
        "The town bought the pier for £1.2m. Sold in 2004 for £300,000, it is old.",
    ],
)
def test_another_deal_may_have_another_price(ask: Ask, story: str) -> None:
    assert not list(ask(PRICE, story))


@pytest.mark.parametrize(
    ("story", "place"),
    [
        (
            "The council agreed by seven votes to six to lend the money. It rained.\n\n"
            "All 15 councillors voted, and nobody changed sides.",
            "All 15 councillors voted",
        ),
        (
            "Of the 840 people who voted, 612 were in favour.\n\nThe narrow vote was a surprise.",
            "narrow vote",
        ),
        (
            "The motion passed by 50 votes to 48. It rained.\n\nIt was a landslide victory for"
            " the growers.",
            "landslide victory",
        ),
        (
            "The bakery will shut with the loss of 214 jobs. It is old.\n\nOf those who will go,"
            " 130 work on the lines, 52 in the store and 42 in the office.",
            "42",
        ),
    ],
)
def test_votes_and_parts_are_added_up(ask: Ask, story: str, place: str) -> None:
    assert [found for found, _ in ask(SUM, story)] == [place]


@pytest.mark.parametrize(
    "story",
    [
        "The council agreed by seven votes to six.\n\nAll 13 councillors voted.",
        "The council agreed by seven votes to six; two members abstained.\n\nAll 15 members voted.",
        "Of the 840 people who voted, 428 were in favour.\n\nThe narrow vote was a surprise.",
        "Of the 840 people who voted, 612 were in favour.\n\nLast time it was a narrow vote.",
        "The bakery will shut with the loss of 224 jobs.\n\nOf those who will go, 130 work on the"
        " lines, 52 in the store and 42 in the office.",
    ],
)
def test_votes_and_parts_that_add_up_are_left_alone(ask: Ask, story: str) -> None:
    assert not list(ask(SUM, story))


@pytest.mark.parametrize(
    ("story", "place"),
    [
        (
            "The ferry was built in 1998 and is old.\n\nThe ferry, built in 1989, needs a new"
            " engine.",
            "1989",
        ),
    ],
)
def test_what_a_clause_adds_to_a_noun_is_compared(ask: Ask, story: str, place: str) -> None:
    assert [found for found, _ in ask(DAY, story)] == [place]


def test_another_one_of_its_kind_is_left_alone(ask: Ask) -> None:
    story = "The ferry was built in 1998.\n\nThe second ferry, built in 1989, needs an engine."
    assert not list(ask(DAY, story))


def test_half_of_a_term_does_not_hide_what_the_term_is_said_to_be(ask: Ask) -> None:
    story = (
        "A clerk was jailed for six years on Monday. It rained.\n\nOrr must serve at least half of"
        " the five-year sentence."
    )
    assert [found for found, _ in ask(PRICE, story)] == ["the five-year sentence"]
