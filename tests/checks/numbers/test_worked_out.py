"""Figures, lengths and dates that follow from others of the same story."""

from __future__ import annotations

import pytest

from newslint.checks.numbers.duration_arithmetic import DurationArithmetic
from newslint.checks.numbers.told_arithmetic import ToldArithmetic
from tests.checks.conftest import Ask

pytestmark = pytest.mark.model

WRONG_SUMS = [
    (
        "It will cost £30 million, £6 million more than planned. They had set aside £21 million.",
        "£21 million",
    ),
    ("It has 90 staff, 60 of them in Orm and the remaining 40 in Lund.", "the remaining 40"),
    ("The prize doubled in a year, from 6 to 9 euros.", "doubled"),
    ("The council bought 8 boats for £16 million. That makes £3 million each.", "£3 million"),
    ("It has 500 members and a debt of £40 a head, or £30,000 in all.", "£30,000"),
    (
        "A bag cost 900 francs, against 600 francs in May, a rise of 30 per cent.",
        "a rise of 30 per cent",
    ),
    ("A bag cost 900 francs in May and 1,800 francs in June, up by a third.", "up by a third"),
    ("One boat in five leaked. That is 40 per cent of them.", "40 per cent"),
    ("They tested 50 wells and found lead in ten, or 40 per cent.", "40 per cent"),
    ("The offer of $6 a share is a 50 per cent premium to the price of $5.", "50 per cent"),
    (
        "It was promised at £2 million; now it costs £5 million, an increase of £4 million.",
        "£4 million",
    ),
    ("The motion passed by 20 votes to 11, a majority of 12.", "12"),
    ("Of the 40 pupils tested, 52 had it.", "52"),
]
RIGHT_SUMS = [
    "It will cost £30 million, £6 million more than planned. They had set aside £24 million.",
    "It has 90 staff, 60 of them in Orm and the remaining 30 in Lund.",
    "The prize doubled in a year, from 6 to 12 euros.",
    "The council bought 8 boats for £16 million. That makes £2 million each.",
    "It has 500 members and a debt of £40 a head, or £20,000 in all.",
    "A bag cost 900 francs, against 600 francs in May, a rise of 50 per cent.",
    "One boat in five leaked. That is 20 per cent of them.",
    "The motion passed by 20 votes to 11, a majority of nine.",
    "Of the 40 pupils tested, 32 had it.",
    "Ada Orr has 11 votes, Bo Lund has 10, Cy Moe has five and Di Roe has three.",
]
WRONG_TIMES = [
    (
        "The road is shut from May 4 to June 29. The twelve-week closure is the first.",
        "twelve-week",
    ),
    ("It was founded in 1964 and sold 40 years later, in 2006.", "40 years later, in 2006"),
    ("The bridge was built in 1936. The 70-year-old span will go.", "The 70-year-old span"),
    ("She was admitted on June 12. She was discharged on June 10.", "June 10"),
    ("Ada Orr, who is 68, turns 70 in July.", "70"),
]
RIGHT_TIMES = [
    "The road is shut from May 4 to June 29. The eight-week closure is the first.",
    "It was founded in 1964 and sold 42 years later, in 2006.",
    "The bridge was built in 1936. The 90-year-old span will go.",
    "The bridge was built in 1936. The 70-year-old farmer wept.",
    "She was admitted on June 10. She was discharged on June 12.",
    "Ada Orr, who is 69, turns 70 in July.",
]


@pytest.mark.parametrize(("story", "odd"), WRONG_SUMS)
def test_a_figure_that_does_not_follow_is_marked(ask: Ask, story: str, odd: str) -> None:
    assert odd in [words for words, _ in ask(ToldArithmetic(), story)]


@pytest.mark.parametrize("story", RIGHT_SUMS)
def test_figures_that_follow_are_left_alone(ask: Ask, story: str) -> None:
    assert ask(ToldArithmetic(), story) == []


@pytest.mark.parametrize(("story", "odd"), WRONG_TIMES)
def test_a_time_that_does_not_follow_is_marked(ask: Ask, story: str, odd: str) -> None:
    found = ask(DurationArithmetic(), story, date="2026-06-20")
    assert odd in [words for words, _ in found]


@pytest.mark.parametrize("story", RIGHT_TIMES)
def test_times_that_follow_are_left_alone(ask: Ask, story: str) -> None:
    assert ask(DurationArithmetic(), story, date="2026-06-20") == []
