"""Groups that only do something, and sources that the sentence beside names."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from newslint.checks.anonymity.anonymous_opinion import AnonymousOpinion
from newslint.checks.anonymity.no_reason import NoReason
from newslint.checks.attribution.agentless_attribution import AgentlessAttribution
from newslint.checks.attribution.vague_collective_source import VagueCollectiveSource
from newslint.rule import Rule
from tests.checks.conftest import Ask

LEFT_ALONE: list[tuple[Callable[[], Rule], str]] = [
    (VagueCollectiveSource, "Refuse workers in Tarn have called off a strike."),
    (VagueCollectiveSource, "It cost too much, according to auditors whose report was read out."),
    (VagueCollectiveSource, "Owners who have not paid, the clerk, Mr Prys, said, face a charge."),
    (VagueCollectiveSource, "He had no gun, police said. Authorities have said that he ran."),
    (VagueCollectiveSource, "It was a bill opposed by unions."),
    (
        NoReason,
        "Two sisters said that they had sung all night. Ana and Ida Ruiz had lost the path.",
    ),
    (NoReason, "Six workers were taken to hospitals."),
    (NoReason, "We like it here. We built it. One cheeky engineer said that it would never work."),
    (AgentlessAttribution, "As the Tarn Gazette reported, Orr was also accused of breaking rules."),
    (AgentlessAttribution, "The ale, which was put at 6 per cent, is back."),
    (AgentlessAttribution, "It came to light when Ida Koch tried to pay and her card failed."),
    (AnonymousOpinion, "A reporter for the agency called it “a disgrace”."),
]


@pytest.mark.parametrize(("rule", "story"), LEFT_ALONE)
def test_it_is_left_alone(ask: Ask, rule: Callable[[], Rule], story: str) -> None:
    assert ask(rule(), story) == []


def test_a_group_that_says_something_is_reported(ask: Ask) -> None:
    found = ask(VagueCollectiveSource(), "Critics called it a waste. It rained.")
    assert [words for words, _ in found] == ["Critics"]
