"""What is shown, drawn, handed round or counted, by nobody knows whom."""

from __future__ import annotations

import pytest

from newslint.checks.secondhand.unsourced_footage import UnsourcedFootage
from newslint.finding import Severity
from tests.checks.conftest import Ask

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("story", "marked"),
    [
        ("Photographs show the silo before the blast.", "Photographs"),
        ("A diagram compares the two designs of the weir.", "A diagram"),
        ("The graph shows the fall in catches since 2010.", "The graph"),
        ("A poster in the waiting room says that the clinic will close.", "A poster"),
        ("The footage obtained overnight shows the silo burning.", "The footage"),
        ("Attendance figures suggest that the fair is in decline.", "Attendance figures"),
        ("Noise readings put the level at 74 decibels.", "Noise readings"),
        ("A video of the brawl has been shared 9,000 times.", "A video"),
        ("In another clip, a boy says that the gate was open.", "another clip"),
    ],
)
def test_material_without_a_maker(ask: Ask, story: str, marked: str) -> None:
    assert ask(UnsourcedFootage(), story) == [(marked, Severity.WARNING)]


@pytest.mark.parametrize(
    "story",
    [
        "Photographs taken by Lena Orr show the silo before the blast.",
        "The ministry's graph shows the fall in catches since 2010.",
        "Ana Ruiz drew a graph. The graph shows the fall in catches.",
        "A poster by the clinic says that it will close.",
        "Opposition figures suggest that the fair be moved.",
        "The poster was printed in Tarn. Three maps hang in the hall.",
        "The table has four legs and a drawer.",
    ],
)
def test_material_with_a_maker_or_no_claim(ask: Ask, story: str) -> None:
    assert ask(UnsourcedFootage(), story) == []
