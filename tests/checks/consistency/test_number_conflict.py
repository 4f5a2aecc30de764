"""Numbers that refer back, and counts in other words."""

from __future__ import annotations

import pytest

from newslint.checks.consistency.number_conflict import NumberConflict
from newslint.finding import Severity
from tests.checks.conftest import Ask

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
    assert ask(NumberConflict(), story, date=date) == []
