"""Groups without a name for which somebody speaks close by."""

from __future__ import annotations

import pytest

from newslint.checks.attribution.vague_collective_source import VagueCollectiveSource
from newslint.finding import Severity
from tests.checks.conftest import Ask

pytestmark = pytest.mark.model
RULE = VagueCollectiveSource()


@pytest.mark.parametrize(
    "story",
    [
        "Officials told residents to boil the water.",
        "Ana Ruiz and many Republicans hope that the mine will stay.",
        "Republicans say that the mine is safe. The mine will stay, Sen. Nora Quill said.",
        "The camp was attacked by militants.",
        "If that is what people want, the mine will go.",
        "Some advisers think that the mine is safe. “It is dry,” said one of those advisers.",
        "Many of her Republican supporters say they are cross. Joe Moss, a Republican from Tarn, "
        "said that he was.",
    ],
)
def test_whoever_is_meant_can_be_told(ask: Ask, story: str) -> None:
    assert ask(RULE, story) == []


@pytest.mark.parametrize(
    ("story", "words"),
    [
        ("Republicans say that the mine is unsafe. It was dug in 1971.", "Republicans"),
        ("Critics say that the mine is unsafe. The mayor, Ana Ruiz, said no more.", "Critics"),
    ],
)
def test_nobody_speaks_for_them(ask: Ask, story: str, words: str) -> None:
    assert ask(RULE, story) == [(words, Severity.WARNING)]


def test_what_a_trade_calls_a_thing_is_only_a_suggestion(ask: Ask) -> None:
    story = "That is the limit that economists generally consider safe."
    assert ask(RULE, story) == [("economists", Severity.SUGGESTION)]


def test_a_share_of_something_else_is_no_poll(ask: Ask) -> None:
    story = "Prices rose by 4 per cent in May. Suppliers complain that the pain is not shared."
    assert [words for words, _ in ask(RULE, story)] == ["Suppliers"]
