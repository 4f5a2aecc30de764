"""Numbers that refer back, and counts in other words."""

from __future__ import annotations

import pytest

from newslint.checks.consistency.number_conflict import NumberConflict
from newslint.finding import Severity
from tests.checks.conftest import Ask
from tests.checks.consistency.look_alikes import LOOK_ALIKES

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("story", "odd", "date"),
    [
        (
            "The tower has two lifts and a flag.\n\nThe three lifts are broken.",
            "three lifts",
            None,
        ),
        (
            "Police arrested four men at dawn.\n\nThe five men were later freed.",
            "five men",
            None,
        ),
        (
            "Three divers searched the lake. It was cold.\n\nBoth divers came up at noon.",
            "Both divers",
            None,
        ),
        (
            "In all 38 staff walked out of the school on Monday.\n\nParents cheered. "
            "Then 83 staff walked out.",
            "83 staff",
            None,
        ),
        (
            "The blaze killed three people.\n\nFour people died in the blaze, the mayor said.",
            "Four people",
            None,
        ),
        (
            "The clinic treated 90 patients in its first week.\n\n70 patients were "
            "treated in its first week, the manager said.",
            "70 patients",
            None,
        ),
        (
            "The school has 640 pupils.\n\nIts 460 pupils were sent home.",
            "460 pupils",
            None,
        ),
        (
            "Two men were held after the raid.\n\nThe three men, who are in their "
            "twenties, are due in court.",
            "three men",
            None,
        ),
        (
            "The hotel will have 80 rooms.\n\nIts 60 rooms will face the sea.",
            "60 rooms",
            None,
        ),
        (
            "The 32 hostages were freed at dawn.\n\nAll 23 hostages were well.",
            "All 23 hostages",
            None,
        ),
    ],
)
def test_the_later_telling_is_marked(ask: Ask, story: str, odd: str, date: str | None) -> None:
    assert ask(NumberConflict(), story, date=date) == [(odd, Severity.WARNING)]


@pytest.mark.parametrize(("story", "date"), LOOK_ALIKES)
def test_what_may_both_be_right_is_left_alone(ask: Ask, story: str, date: str | None) -> None:
    assert ask(NumberConflict(), story, date=date) == []
