"""consistency.outcome-conflict: what a story says plainly, and plainly belies soon after."""

from __future__ import annotations

import pytest

from newslint.checks.consistency.outcome_conflict import OutcomeConflict
from tests.checks.conftest import Ask

pytestmark = pytest.mark.model
RULE = OutcomeConflict()


@pytest.mark.parametrize(
    ("story", "place"),
    [
        (
            "Nobody was hurt in the crash. The two injured men are in hospital.",
            "The two injured men",
        ),
        ("All 12 on board escaped unhurt. A deckhand broke his leg.", "broke his leg"),
        ("He has never married. His wife, Ana, was at the hearing.", "His wife"),
        ("She is an only child. Her brother Tom runs the shop.", "Her brother"),
        ("He pleaded not guilty in March. He pleaded guilty on Monday.", "He pleaded guilty"),
        ("The jury found her not guilty. She was convicted after a day.", "She was convicted"),
        ("The strike was called off. Strikers stood at the gate on Tuesday.", "Strikers"),
        ("The yard has been shut since June. It is open on weekdays until six.", "It is open"),
    ],
)
def test_what_cannot_both_be_so_is_marked(ask: Ask, story: str, place: str) -> None:
    assert [found for found, _ in ask(RULE, story)] == [place]


@pytest.mark.parametrize(
    "story",
    [
        "Nobody was hurt in the crash. Two men had been injured in another crash in May.",
        "He has never married. Bo Falk sat at the back. His wife, Ana, was at the hearing.",
        "He pleaded not guilty in March. He later pleaded guilty.",
        "The strike was called off. Strikers had stood at the gate.",
        "The yard has been shut since June. It would open if it could.",
        "Nobody was hurt, Bo Falk said. Ana Ruiz said that the two injured men were in hospital.",
    ],
)
def test_another_day_person_or_voice_is_left_alone(ask: Ask, story: str) -> None:
    assert ask(RULE, story) == []
