"""attribution.agentless-attribution: how serious a missing agent is."""

from __future__ import annotations

import pytest

from newslint.checks.attribution.agentless_attribution import AgentlessAttribution
from newslint.finding import Severity
from tests.checks.conftest import Ask

pytestmark = pytest.mark.model
RULE = AgentlessAttribution()


@pytest.mark.parametrize(
    ("sentence", "cue", "severity"),
    [
        ("It has been confirmed that the ferry sank.", "has been confirmed", Severity.ERROR),
        ("It was revealed that the ferry had no rafts.", "was revealed", Severity.ERROR),
        ("It is said that the ferry sank.", "is said", Severity.WARNING),
        ("The wreck is widely seen as a warning.", "is widely seen as", Severity.WARNING),
        ("The owner is widely expected to fight.", "is widely expected", Severity.SUGGESTION),
        ("The toll has been widely discredited.", "has been widely discredited", Severity.WARNING),
        ("The ferry has been dogged by rumours.", "has been dogged by rumours", Severity.WARNING),
        ("It has been called the best ferry afloat.", "has been called", Severity.WARNING),
        (
            "The bay is thought to be fouled; a doctor, Ana Ruiz, said she had seen 46 cases.",
            "is thought",
            Severity.WARNING,
        ),
    ],
)
def test_confirmation_is_worse_than_hearsay(
    ask: Ask, sentence: str, cue: str, severity: Severity
) -> None:
    assert ask(RULE, sentence) == [(cue, severity)]


def test_what_goes_on_from_another_outlets_report_is_a_suggestion(ask: Ask) -> None:
    story = "Reuters reported that a ferry was lost. The ferry was said to have sunk."
    assert ask(RULE, story) == [("was said", Severity.SUGGESTION)]


def test_a_person_cited_next_to_it_is_no_source_for_it(ask: Ask) -> None:
    story = "The ferry was said to have sunk. Ines Falk said that nobody had seen it since."
    assert ask(RULE, story) == [("was said", Severity.WARNING)]


@pytest.mark.parametrize(
    ("sentence", "cue"),
    [
        ("The ferry, it is thought, sank at noon.", "is thought"),
        ("The damage is put at £12 million.", "is put"),
        ("The owner has been accused of fraud.", "has been accused of"),
    ],
)
def test_hearsay_comes_in_other_shapes(ask: Ask, sentence: str, cue: str) -> None:
    assert ask(RULE, sentence) == [(cue, Severity.WARNING)]


def test_an_unnamed_neighbour_does_not(ask: Ask) -> None:
    story = "The wreck is seen as a warning. One diplomat in Tarn said that it was a message."
    assert ask(RULE, story) == [("is seen as", Severity.WARNING)]


def test_a_link_that_leads_somewhere_makes_it_a_suggestion(ask: Ask) -> None:
    story = "It [has been confirmed](https://tarn.example/ferry) that the ferry sank."
    assert ask(RULE, story) == [("has been confirmed", Severity.SUGGESTION)]


@pytest.mark.parametrize(
    "sentence",
    [
        "It should be noted that the ferry was old.",
        "The crew is supposed to wear vests.",
        "“It has been confirmed that the ferry sank,” said Ines Falk.",
        "Ines Falk said that it had been confirmed that the ferry sank.",
    ],
)
def test_rules_of_conduct_and_other_peoples_words_are_left_alone(ask: Ask, sentence: str) -> None:
    assert ask(RULE, sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "The owner is expected to fight.",
        "It seems that the ferry was late.",
        "The owner resigned when it was revealed that the ferry had no rafts.",
        "The owner is accused of murdering two sailors.",
        "The wreck is described on a sign as a warning.",
        "The wreck is seen as a warning by 40 percent of the islanders.",
    ],
    ids=["plan", "inference", "what is known", "crime", "place", "poll"],
)
def test_what_has_an_agent_after_all_is_left_alone(ask: Ask, sentence: str) -> None:
    assert ask(RULE, sentence) == []
