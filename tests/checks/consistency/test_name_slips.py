"""Names that stand once and are nearly another of the story."""

from __future__ import annotations

import pytest

from newslint.checks.consistency.name_variant import NameVariant
from newslint.checks.consistency.role_conflict import RoleConflict
from newslint.finding import Severity
from tests.checks.conftest import Ask

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("story", "odd"),
    [
        ("Rosa Tisdale, the clerk, kept the books.\n\nMs Tydale wept.", "Tydale"),
        (
            "The town has a captain, Omar Rashid.\n\nRashidi called it the worst day of the year.",
            "Rashidi",
        ),
        (
            "Mattheus Verhagen opened the inn in May.\n\nMatheus Verhage will sell it.",
            "Matheus",
        ),
        (
            "The Quiet Heron had lost her rudder.\n\nThe Quick Heron was tied up by five.",
            "Quick Heron",
        ),
        (
            "Her skipper is Merren Voss, a widower.\n\nThe inn was shut, Skipper Marron Voss said.",
            "Skipper Marron Voss",
        ),
        (
            "Understudy Ivo Achter-Holm sang.\n\nIt rained. The hall wept with Ivo Holm-Achter.",
            "Ivo Holm-Achter",
        ),
        (
            "Senator Martin Orrin put the bill.\n\nSenator Mark Orrin said it will pass.",
            "Senator Mark Orrin",
        ),
        ("The road runs through Derrow.\n\nPolice closed the road at Darrow.", "Darrow"),
        ("The Warm Home Act came in May.\n\nUnder the Warm Homes Act rent fell.", "Warm Homes Act"),
        ("Councillor Ann Maddox said no. It rained.\n\nCoun Madox left early.", "Madox"),
    ],
)
def test_a_slip_is_told(ask: Ask, story: str, odd: str) -> None:
    assert ask(NameVariant(), story) == [(odd, Severity.WARNING)]


@pytest.mark.parametrize(
    "story",
    [
        "The National Convention met in May.\n\nThe National Committee did not.",
        "Rosa Tisdale kept the books.\n\nHer brother, Raoul Tisdall, wept.",
        "The Quiet Heron had lost her rudder.\n\nThe Quick Heron, a tug, came to help.",
        "Wong Kwok-hing won.\n\nWong Kwok-kin lost to nobody.",
        "Martin Orrin won.\n\nMark Orrin, a farmer, said that he had lost.",
        "Martin Orrin won.\n\nHis brother Mark Orrin said that he had lost.",
        "Daniel Orrin won.\n\nDan Orrin said that he was glad.",
        "Orme's Old Hall is shut.\n\nThe Orme Old Hall was built by Roe.",
        "The road runs through Derrow.\n\nDarrow, a farmer, closed the gate.",
    ],
)
def test_another_name_is_not(ask: Ask, story: str) -> None:
    assert ask(NameVariant(), story) == []


def test_sir_goes_with_the_first_name(ask: Ask) -> None:
    story = "Sir Norris Pryde leads the board.\n\nA search had begun, Sir Pryde said."
    assert ask(RoleConflict(), story) == [("Sir Pryde", Severity.WARNING)]
    assert ask(RoleConflict(), story.replace("Sir Pryde said", "Sir Norris said")) == []


def test_the_rarer_spelling_is_the_odd_one(ask: Ask) -> None:
    story = (
        "Kintara, a small firm whose paint makes light, has raised a loan, its founder said.\n\n"
        "Kintera employs 41 people in a mill.\n\nVelmaro Inc., to give it its full name, has yet"
        " to earn a penny."
    )
    assert ask(NameVariant(), story) == [("Kintera", Severity.WARNING)]
