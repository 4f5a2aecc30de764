"""Amounts told two ways."""

from __future__ import annotations

import pytest

from newslint.checks.consistency.amount_conflict import AmountConflict
from newslint.finding import Severity
from tests.checks.conftest import Ask

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
    assert ask(AmountConflict(), story, date=date) == [(odd, Severity.WARNING)]


@pytest.mark.parametrize(
    ("story", "date"),
    [
        (
            "---\ntitle: Storm hits coast\nsummary: Five boats sank in the "
            "storm.\ndate: 2026-01-04",
            None,
        ),
        (
            "Three boats sank. Two boats were saved. The five boats were all from Lind.",
            None,
        ),
        (
            "Four of the six men were freed. The two men who stayed are brothers.",
            None,
        ),
        (
            "The club has two pools. The three pools in the next town are larger.",
            None,
        ),
        (
            "Two women and a man were held. The three suspects are due in court.",
            None,
        ),
        (
            "The repairs will take six weeks. The inquiry will take three months.",
            None,
        ),
        (
            "Last year the repairs took six weeks. This year the repairs will take three months.",
            None,
        ),
        (
            "Sales fell by 12 per cent in May. Sales fell by 21 per cent in June.",
            None,
        ),
        (
            "Sales in the north fell by 12 per cent. Sales in the south fell by 21 per cent.",
            None,
        ),
        (
            "The firm employs 900 people, 700 of them in Lindow. The firm's 700 "
            "staff in Lindow were told.",
            None,
        ),
        (
            "Police arrested four men at dawn. Police arrested two men at noon. "
            "The six men are brothers.",
            None,
        ),
        (
            "Ada Lind said that the fire burned for six hours. Bo Varga said that "
            "it took nine hours to put out the fire.",
            None,
        ),
        (
            "Beck was jailed for four years. Varga was jailed for six years.",
            None,
        ),
        (
            "The school has 640 pupils. Its 460 girls were sent home.",
            None,
        ),
        (
            "The charity raised £4,000 at the fair. Last year the charity raised "
            "£6,000 at the fair.",
            None,
        ),
        (
            "Three people died in the fire. Three other people died later.",
            None,
        ),
        (
            "The council has 14 members. Nine members voted for it, and five members against.",
            None,
        ),
        (
            "He served two terms. He served three years in prison.",
            None,
        ),
        (
            "The mill made 900 shirts a day. The mill makes 700 shirts a week.",
            None,
        ),
        (
            "Two fires broke out on Monday. The three fires of last summer were worse.",
            None,
        ),
    ],
)
def test_what_may_both_be_right_is_left_alone(ask: Ask, story: str, date: str | None) -> None:
    assert ask(AmountConflict(), story, date=date) == []
