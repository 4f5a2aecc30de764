"""attribution.agentless-attribution: talk and lore, and deeds whose doer is hidden."""

from __future__ import annotations

import pytest

from newslint.checks.attribution.agentless_attribution import AgentlessAttribution
from newslint.finding import Severity
from tests.checks.conftest import Ask

pytestmark = pytest.mark.model
RULE = AgentlessAttribution()


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("By all accounts the weir was overdue for repair.", "By all accounts"),
        ("Village lore has the miller hiding coins there.", "Village lore has"),
        ("Received wisdom says mills do not pay.", "Received wisdom says"),
        ("Doubt has been cast on the scales.", "Doubt has been cast"),
        ("There were those who found the mill too plain.", "There were those who"),
        ("The wheels have been going out, it is claimed, at night.", "it is claimed"),
        ("History suggests that millers leave in spring.", "History suggests"),
    ],
)
def test_talk_that_nobody_is_behind_is_marked(ask: Ask, sentence: str, words: str) -> None:
    assert ask(RULE, sentence)[0] == (words, Severity.WARNING)


def test_what_goes_on_all_around_is_only_a_suggestion(ask: Ask) -> None:
    story = "The weir was shut amid fears that it would burst."
    assert ask(RULE, story) == [("amid fears", Severity.SUGGESTION)]


def test_those_who_did_something_are_not_said_to_think_it(ask: Ask) -> None:
    assert ask(RULE, "There are many who left the mill in spring.") == []


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        (
            "Warnings about the weir were brushed aside.",
            "Warnings about the weir were brushed aside",
        ),
        ("Complaints were not taken seriously.", "Complaints were not taken"),
        ("Corners were cut at the weir.", "Corners were cut"),
        ("The money was splashed about on a new wheel.", "The money was splashed about"),
        ("Serious flaws have been identified.", "Serious flaws have been identified"),
        ("Ministers were told of the risks.", "Ministers were told"),
        ("The board had been warned that the weir leaked.", "The board had been warned"),
        ("He was paid off with shares.", "He was paid off"),
        ("Two of the dead were named as Ada Rook and Jon Vale.", "were named as"),
        ("The repair is put at a fifth of the budget.", "is put"),
    ],
)
def test_a_deed_without_its_doer_is_marked(ask: Ask, sentence: str, words: str) -> None:
    assert ask(RULE, sentence) == [(words, Severity.WARNING)]


def test_who_says_something_else_is_no_source_for_what_is_thought_of_him(ask: Ask) -> None:
    told = "Mr Vale, who is thought to have wanted more, said he would go."
    assert ask(RULE, told) == [("is thought", Severity.WARNING)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Complaints were dismissed by the board.",
        "The rules were ignored, the inquiry found.",
        "No corners were cut.",
        "The records were destroyed in the fire of 1931.",
        "Residents were warned that the river could rise.",
        "She was told of the problem by her doctor.",
        "The man was told to wait, and the road was made to last.",
        "The strait is known locally as the Needle.",
        "By her own account Ada Rook slept well.",
        "The weir was shut amid calls from the millers for a survey.",
        '"Legend has it that the miller drowned," said Ada Rook.',
    ],
)
def test_known_doers_names_and_quoted_talk_are_left_alone(ask: Ask, sentence: str) -> None:
    assert ask(RULE, sentence) == []
