"""Passives that name nobody, and leave no reader asking who."""

from __future__ import annotations

import pytest

from newslint.checks.attribution.agentless_attribution import AgentlessAttribution
from newslint.finding import Severity
from tests.checks.conftest import Ask

pytestmark = pytest.mark.model
RULE = AgentlessAttribution()


@pytest.mark.parametrize(
    "sentence",
    [
        "A claim is dismissed as false when it does not suit the owner.",
        "When the Mill Board examined the claim, it was labelled false.",
        "For the mill's leadership, the fire is seen as a warning.",
        "The owner is seen as honest by a quarter of voters.",
        "The red lamp is believed to bring good luck.",
        "The disease has been linked to bad water.",
        "No fire has been traced to the mill.",
        "The owner was sacked after it emerged that he had sold the wheel.",
        "It turns out that the wheel was sold in May.",
        "There were legitimate concerns about the wheel.",
    ],
)
def test_nobody_asks_who(ask: Ask, sentence: str) -> None:
    assert ask(RULE, sentence) == []


@pytest.mark.parametrize(
    ("sentence", "cue"),
    [
        ("The owner has been linked to the fire.", "has been linked"),
        ("The owner is believed to have sold the wheel.", "is believed"),
        ("There were concerns about the wheel.", "There were concerns"),
        ("The mill is widely considered a failure.", "is widely considered"),
    ],
)
def test_what_somebody_must_have_said_is_still_asked_for(ask: Ask, sentence: str, cue: str) -> None:
    assert ask(RULE, sentence) == [(cue, Severity.WARNING)]


def test_one_speaker_is_still_heard_between_two_sentences(ask: Ask) -> None:
    story = (
        "The wheel has worried the crew all year, Ana Ruiz said. There was pressure to sell it. "
        "She said that nobody would buy it."
    )
    assert ask(RULE, story) == []
