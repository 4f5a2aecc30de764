"""readability.first-reference: a full name of somebody of whom nothing is told."""

from __future__ import annotations

import pytest

from newslint.checks.readability.first_reference import FirstReference
from tests.checks.conftest import Ask

pytestmark = pytest.mark.model
RULE = FirstReference()
BEFORE = (
    "# Fares to rise\n\nFares will rise, the board said.\n\n"
    "Its chair, Ann Lowe, told members so.\n\n"
)
AFTER = "\n\nThe board meets again in April, Ms Lowe said."


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("Ingrid Solheim said the hull was sound.", "Ingrid Solheim"),
        ("Susan Petrosyan voted against the rise.", "Susan Petrosyan"),
        ("“The hull is sound,” said Tom Hargreaves.", "Tom Hargreaves"),
    ],
)
def test_somebody_nobody_introduced_is_asked_for(ask: Ask, sentence: str, who: str) -> None:
    """The members who were told something before are no group that this is one of."""
    assert [found for found, _ in ask(RULE, f"{BEFORE}{sentence}{AFTER}")] == [who]


@pytest.mark.parametrize(
    "sentence",
    [
        "Ingrid Solheim said the hull was sound. She has been the board's surveyor since 2019.",
        "Ingrid Solheim said the hull was sound. She runs the yard.",
        "Some members were angry. Ingrid Solheim said the hull was sound.",
        "Ingrid Solheim, a surveyor, said the hull was sound.",
    ],
)
def test_who_is_told_beside_the_name_or_next_is_left_alone(ask: Ask, sentence: str) -> None:
    assert ask(RULE, f"{BEFORE}{sentence}{AFTER}") == []
