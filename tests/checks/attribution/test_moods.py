"""Moods of crowds that nobody is said to have found out."""

from __future__ import annotations

import pytest

from newslint.checks.attribution.vague_collective_source import VagueCollectiveSource
from newslint.finding import Severity
from tests.checks.conftest import Ask

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("story", "odd"),
    [
        ("Frustration spilled over at the weir.", "Frustration spilled over"),
        ("Hopes are high for the new weir.", "Hopes are high"),
        ("Commuters are weary of the detour.", "Commuters"),
        ("Anglers have lost patience with the board.", "Anglers"),
        ("The whole village is jubilant.", "The whole village"),
        ("The markets are jittery.", "The markets are jittery"),
        ("Alarm has begun to spread in the valley.", "Alarm has begun to spread"),
        ("The verdict on the quay was that he had lost.", "The verdict on the quay was"),
        ("The man in the street knows better.", "The man in the street"),
        ("There is growing disquiet about the weir.", "disquiet"),
        ("There was genuine relief on the quay.", "genuine relief"),
        ("The anger in the hall was palpable.", "The anger in the hall was palpable"),
        ("The sense of relief was palpable.", "The sense of relief was palpable"),
        ("The coast is in shock.", "The coast is in shock"),
        ("The island is on edge.", "The island is on edge"),
        ("The city is stunned by the verdict.", "The city is stunned"),
        ("The valley mourns its dead.", "The valley mourns"),
        ("The hall, for most music lovers the finest in the land, burnt.", "most music lovers"),
    ],
)
def test_a_mood_that_is_nobodys(ask: Ask, story: str, odd: str) -> None:
    assert ask(VagueCollectiveSource(), story) == [(odd, Severity.WARNING)]


@pytest.mark.parametrize(
    "story",
    [
        "The verdict of the jury was that he had lied. The judge's view was that he had not.",
        "He was the man in the street when the wall fell.",
        "Her frustration spilled over at the weir.",
        "There was no alarm. There was some tension between the needs of users and of the state.",
        "There is little hope of a cure. There was real fear for the crew.",
        "The port is in the north. The coast is up for sale, and the island is long.",
        "For most ships the best berth is the third.",
        "Hopes are high for the new weir, said Ada Lind, who drew it.",
        "Commuters are not weary of the detour.",
        "Anglers may lose patience with the board.",
        "“Commuters are weary,” Ada Lind said.",
        "Four anglers are jubilant. The weir is high.",
    ],
)
def test_a_mood_that_is_somebodys(ask: Ask, story: str) -> None:
    assert ask(VagueCollectiveSource(), story) == []
