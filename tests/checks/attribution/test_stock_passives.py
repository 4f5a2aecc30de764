"""Set phrases that tell of a challenge, and of nobody who makes it."""

from __future__ import annotations

import pytest

from newslint.checks.attribution.agentless_attribution import AgentlessAttribution
from newslint.checks.attribution.vague_collective_source import VagueCollectiveSource
from newslint.finding import Severity
from tests.checks.conftest import Ask

pytestmark = pytest.mark.model
RULE = AgentlessAttribution()


@pytest.mark.parametrize(
    ("sentence", "cue"),
    [
        ("The price of the wheel has been called into question.", "has been called into question"),
        ("His future has been thrown into doubt.", "has been thrown into doubt"),
        ("The mill has come under fire for its record.", "has come under fire"),
        ("The owner has come in for criticism over the wheel.", "has come in for criticism"),
        ("Ana Ruiz has been urged to step down.", "has been urged"),
        ("The minister has been called on to resign.", "has been called on"),
        ("The mill stands accused of hiding the leak.", "stands accused"),
        ("The sale is being read as a warning.", "is being read as"),
        ("The mill has been tipped for closure.", "has been tipped for"),
        (
            "The mill has long been known as the dirtiest place in the county.",
            "has long been known as",
        ),
        ("The sale has been roundly attacked.", "has been roundly attacked"),
        ("The mill has been called a disgrace.", "has been called"),
        ("Science has always said so.", "Science has always said"),
    ],
)
def test_somebody_must_have_said_so(ask: Ask, sentence: str, cue: str) -> None:
    assert ask(RULE, sentence) == [(cue, Severity.WARNING)]


@pytest.mark.parametrize(
    "sentence",
    [
        "The price was called into question by the Mill Board.",
        "The price was called into question when the court threw out the bill.",
        "The owner was called into the office.",
        "Residents have been urged to stay indoors.",
        "Ana Ruiz has been urged by her party to step down.",
        "The letter was being read as he came in.",
        "The lorry was tipped on its side.",
        "The mill has long been known as Old Smoky.",
        "The mill stands accused of murder in the village song.",
        "The crew came under fire on the bridge.",
    ],
)
def test_somebody_is_told_or_nothing_was_said(ask: Ask, sentence: str) -> None:
    assert ask(RULE, sentence) == []


def test_a_belief_told_in_passing_is_a_suggestion(ask: Ask) -> None:
    story = "A bid, thought to be from a Dutch brewer, came in May."
    assert ask(RULE, story) == [("thought to be", Severity.SUGGESTION)]


def test_whoever_is_cited_in_the_clause_before_is_not_behind_the_next(ask: Ask) -> None:
    story = "Ana Ruiz called the sale a shame, and there has been an outcry in the town."
    assert [words for words, _ in ask(RULE, story)] == ["there has been an outcry"]


@pytest.mark.parametrize(
    ("sentence", "group"),
    [
        ("Every banker you meet expects a cut.", "Every banker you meet"),
        ("All the millers one speaks to expect a cut.", "All the millers one speaks to"),
        ("Plenty of people along the quay regard the toll as robbery.", "Plenty of people along"),
        ("People in the valley regard him as a crook.", "People"),
        ("Insiders at the mill tell a different story.", "Insiders"),
        ("Officials have let it be known that they will sell.", "Officials"),
        ("Other analysts are less sanguine.", "Other analysts"),
        ("Diplomats describe him as quick and impatient.", "Diplomats"),
    ],
)
def test_groups_that_judge_in_roundabout_words(ask: Ask, sentence: str, group: str) -> None:
    found = ask(VagueCollectiveSource(), sentence)
    assert [severity for _, severity in found] == [Severity.WARNING]
    assert found[0][0].startswith(group)


def test_people_met_on_the_way_are_no_source(ask: Ask) -> None:
    story = (
        "Every miller you meet has a dog. People in the valley draw their water from wells. "
        "Staff describe her condition as stable."
    )
    assert ask(VagueCollectiveSource(), story) == []
