"""Praise, blame and warnings without anybody who utters them."""

from __future__ import annotations

import pytest

from newslint.checks.attribution.agentless_attribution import AgentlessAttribution
from newslint.finding import Severity
from tests.checks.conftest import Ask

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("story", "odd"),
    [
        ("The weir was rebuked in the strongest terms.", "was rebuked"),
        ("The weir had been billed as a wonder of the age.", "had been billed as"),
        ("The pump was singled out for its noise.", "was singled"),
        ("The leak has been put down to the heat.", "has been put"),
        ("The minister had been warned about the weir.", "The minister had been warned"),
        ("She was given assurances about the weir.", "was given"),
        ("The cost of the weir is calculated at 12 million.", "is calculated"),
    ],
)
def test_nobody_is_told_who_said_so(ask: Ask, story: str, odd: str) -> None:
    found = ask(AgentlessAttribution(), story)
    assert [(words[: len(odd)], severity) for words, severity in found] == [(odd, Severity.WARNING)]


@pytest.mark.parametrize(
    "story",
    [
        "The weir was slated by engineers.",
        "The weir is slated to open in May.",
        "Motorists have been warned to keep away.",
        "The poem is attributed to Ada Lind.",
        "She was not praised for the weir.",
        "The weir was assured of a place in the list.",
        "The man was identified as Bo Lind.",
    ],
)
def test_somebody_is_or_need_not_be(ask: Ask, story: str) -> None:
    assert ask(AgentlessAttribution(), story) == []
