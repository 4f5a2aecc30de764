"""Amounts told two ways."""

from __future__ import annotations

import pytest

from newslint.checks.consistency.amount_conflict import AmountConflict
from newslint.finding import Severity
from tests.checks.conftest import Ask
from tests.checks.consistency.look_alikes import LOOK_ALIKES

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("story", "odd", "date"),
    [
        (
            "The repairs to the weir will take six weeks, the agency "
            "said.\n\nTraders are cross. The repairs will take three months.",
            "three months",
            None,
        ),
        (
            "Falk has run the mill for 12 years.\n\nFalk has been director for 15 years.",
            "15 years",
            None,
        ),
        (
            "Linder won by two minutes.\n\nCrowds cheered. Linder won by four "
            "minutes, the widest gap for years.",
            "four minutes",
            None,
        ),
        (
            "The pool, which opened in May, holds 600 people.\n\nThe pool holds 450.",
            "450",
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
            "Sales fell by 12 per cent in the year.\n\nThe chief said nothing. Sales "
            "fell by 21 per cent in the year.",
            "21 per cent",
            None,
        ),
        (
            "The bus was carrying 42 passengers when it left the road.\n\nThere were "
            "24 passengers on the bus.",
            "24 passengers",
            None,
        ),
        (
            "The petition was signed by 4,000 people.\n\nSome 5,000 people signed the petition.",
            "5,000 people",
            None,
        ),
        (
            "Beck was jailed for four years.\n\nHis mother wept as Beck was jailed for six years.",
            "six years",
            None,
        ),
        (
            "The journey takes 40 minutes.\n\nDrivers say the journey takes an hour.",
            "an hour",
            None,
        ),
    ],
)
def test_the_later_telling_is_marked(ask: Ask, story: str, odd: str, date: str | None) -> None:
    assert ask(AmountConflict(), story, date=date) == [(odd, Severity.SUGGESTION)]


@pytest.mark.parametrize(("story", "date"), LOOK_ALIKES)
def test_what_may_both_be_right_is_left_alone(ask: Ask, story: str, date: str | None) -> None:
    assert ask(AmountConflict(), story, date=date) == []
