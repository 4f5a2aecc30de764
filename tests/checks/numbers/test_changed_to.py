"""numbers.told-arithmetic: what a figure comes to after a share, and names beside their number."""

from __future__ import annotations

import pytest

from newslint.checks.numbers.told_arithmetic import ToldArithmetic
from tests.checks.conftest import Ask

pytestmark = pytest.mark.model
RULE = ToldArithmetic()


@pytest.mark.parametrize(
    ("story", "place"),
    [
        ("The fare is £8 and will rise by a tenth, to £9.80.", "£9.80"),
        ("The wage of £400 a week will rise by a quarter, to £550.", "£550"),
        ("Sales of £20m fell by 20 per cent, to £14m.", "£14m"),
        (
            "The two winners, Ida Voss, Bo Falk and Ana Ruiz, will share the prize.",
            "Ida Voss, Bo Falk and Ana Ruiz",
        ),
        ("Three people were named: Ida Voss and Bo Falk.", "Ida Voss and Bo Falk"),
        ("Six members voted for it and four against, a majority of three.", "a majority of three"),
    ],
)
def test_the_figure_that_does_not_come_out_is_marked(ask: Ask, story: str, place: str) -> None:
    assert [found for found, _ in ask(RULE, story)] == [place]


@pytest.mark.parametrize(
    "story",
    [
        "The fare is £8 and will rise by a tenth, to £8.80.",
        "Sales of £20m fell by a fifth, to £16m.",
        "Linder closed at $31; Norline fell 3.4 per cent to $301.",
        "The three winners, Ida Voss, Bo Falk and Ana Ruiz, will share the prize.",
        "The first two winners, Ida Voss, Bo Falk and Ana Ruiz, are at home.",
        "Six members voted for it and four against, a majority of two.",
    ],
)
def test_what_comes_out_is_left_alone(ask: Ask, story: str) -> None:
    assert ask(RULE, story) == []
