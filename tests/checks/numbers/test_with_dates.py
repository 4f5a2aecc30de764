"""numbers.duration-arithmetic: a length is marked with the date or time right behind it."""

from __future__ import annotations

import pytest

from newslint.checks.numbers.duration_arithmetic import DurationArithmetic
from tests.checks.conftest import Ask

pytestmark = pytest.mark.model
RULE = DurationArithmetic()


@pytest.mark.parametrize(
    ("story", "place"),
    [
        ("The talks began at 7pm and ended two hours later, at 8pm.", "two hours later, at 8pm"),
        (
            "The course lasts six weeks, from 2 March to 30 March.",
            "six weeks, from 2 March to 30 March",
        ),
        ("The board met for three hours, from 2pm to 4pm.", "three hours, from 2pm to 4pm"),
    ],
)
def test_both_are_marked_since_either_may_be_wrong(ask: Ask, story: str, place: str) -> None:
    assert [found for found, _ in ask(RULE, story)] == [place]


def test_a_length_with_no_date_behind_it_is_marked_alone(ask: Ask) -> None:
    story = "She came to the mill in 1966 and retired in 2001 after 37 years there."
    assert [found for found, _ in ask(RULE, story)] == ["2001 after 37 years"]
