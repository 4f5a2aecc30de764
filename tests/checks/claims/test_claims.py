"""The rules of claims: hedges, guesses and motives in the newsroom's voice."""

from __future__ import annotations

import pytest

from newslint.checks.claims.motive_claim import MotiveClaim
from newslint.checks.claims.orphan_hedge import OrphanHedge
from newslint.checks.claims.writer_speculation import WriterSpeculation
from newslint.finding import Severity
from tests.checks.conftest import Ask

pytestmark = pytest.mark.model


def test_a_reporter_next_door_makes_a_hedge_a_suggestion(ask: Ask) -> None:
    story = "Reuters said that the lamp was gone. The keeper reportedly sold it."
    assert ask(OrphanHedge(), story) == [("reportedly", Severity.SUGGESTION)]
    story = "The ledger shows that the lamp was gone. The keeper reportedly sold it."
    assert ask(OrphanHedge(), story) == [("reportedly", Severity.WARNING)]


def test_an_outlet_that_follows_does_not_stand_behind_the_hedge(ask: Ask) -> None:
    story = (
        "It rained. The town slept. Reportedly, the keeper left. The lamp was lit, the Tarn "
        "Gazette said."
    )
    assert ask(OrphanHedge(), story) == [("Reportedly", Severity.WARNING)]


def test_an_adjective_before_a_noun_is_marked_on_request(ask: Ask) -> None:
    sentence = "The alleged thief sold the lamp."
    assert ask(OrphanHedge(), sentence) == []
    assert ask(OrphanHedge(adjectives=True), sentence) == [("alleged", Severity.SUGGESTION)]


def test_a_crime_is_allegedly_committed_until_a_court_has_spoken(ask: Ask) -> None:
    assert ask(OrphanHedge(), "The thief allegedly killed the keeper.") == []
    assert ask(OrphanHedge(), "The thief allegedly sold the lamp.") != []


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("The board seems set to close the lock.", "seems set to"),
        ("The board appears poised to close the lock.", "appears poised to"),
        ("The lock shut, suggesting a growing rift in the board.", "suggesting a growing"),
        ("The closure may further complicate the talks.", "may further complicate"),
    ],
)
def test_phrases_that_guess(ask: Ask, sentence: str, words: str) -> None:
    assert ask(WriterSpeculation(), sentence) == [(words, Severity.SUGGESTION)]


@pytest.mark.parametrize("words", ["is poised to", "is likely to", "threatens to close"])
def test_everyday_forecasts_are_marked_on_request(ask: Ask, words: str) -> None:
    sentence = f"The board {words} the lock." if "close" in words else f"The board {words} go."
    assert ask(WriterSpeculation(), sentence) == []
    assert ask(WriterSpeculation(mild=True), sentence) == [(words, Severity.SUGGESTION)]


@pytest.mark.parametrize(
    "sentence",
    [
        "The board looks at the lock every day.",
        "The lock could be reshaped by the tide.",
        "The lamp signals to ships that the lock is shut.",
        "The lock may open at noon.",
    ],
)
def test_plain_uses_of_the_same_words(ask: Ask, sentence: str) -> None:
    assert ask(WriterSpeculation(), sentence) == []


def test_a_guess_tacked_on_to_data_is_a_suggestion(ask: Ask) -> None:
    story = (
        "Nine barges turned back, according to data from the tracking site Lockwatch, "
        "signalling a potential blockade."
    )
    assert ask(WriterSpeculation(), story) == [("signalling a potential", Severity.SUGGESTION)]


def test_a_motive_with_a_link_is_left_alone(ask: Ask) -> None:
    bare = "The board cut the tolls in a bid to win barges."
    assert ask(MotiveClaim(), bare) == [("in a bid to win", Severity.SUGGESTION)]
    linked = "The board [cut](https://locks.example/tolls) the tolls in a bid to win barges."
    assert ask(MotiveClaim(), linked) == []
