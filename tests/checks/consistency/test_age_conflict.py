"""People of two ages."""

from __future__ import annotations

import pytest

from newslint.checks.consistency.age_conflict import AgeConflict
from newslint.finding import Severity
from tests.checks.conftest import Ask

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("story", "odd", "date"),
    [
        (
            "Nadia Holm, 34, was hurt in the fall. Her son wept.\n\nHolm, 36, had "
            "worked at the mill for years.",
            "36",
            None,
        ),
        (
            "Tom Beck, 52, was charged on Monday.\n\nBeck, who is 53, said nothing.",
            "53",
            None,
        ),
        (
            "A 10-year-old boy was pulled from the canal.\n\nThe boy, aged 11, is in hospital.",
            "11",
            None,
        ),
        (
            "Ivy Rask, 71, sold the shop.\n\nThe 69-year-old opened it in 1980.",
            "69-year-old",
            None,
        ),
        (
            "# Man, 45, held after blaze\n\nA 54-year-old man was held on Monday "
            "after a fire at a mill.",
            "54-year-old man",
            None,
        ),
        (
            "Sven Orr was born in 1950 in a hut.\n\nHe died on Monday, aged 70.",
            "aged 70",
            "2026-05-05",
        ),
        (
            "Dot Orr, who has died at 90, kept the light for years.\n\nOrr was born "
            "in 1935 over a shop. She joined the service in 1952, at 21.",
            "at 21",
            "2026-05-05",
        ),
        (
            "The girl, 8, fell from a wall. Her mother ran out.\n\nThe nine-year-old "
            "girl is at home again.",
            "nine-year-old girl",
            None,
        ),
        (
            "Bo Varga, aged 40, was found on Monday.\n\nVarga was 41.",
            "41",
            None,
        ),
        (
            "Tom Beck, 52, of Mill Lane, admitted theft. It rained.\n\n62-year-old Beck wept.",
            "62-year-old",
            None,
        ),
        (
            "The dead man, 34, had lived alone.\n\nThe man, 43, was a baker.",
            "43",
            None,
        ),
        (
            "# Woman, 80, rescued from flat\n\nCrews carried Jean Rask, 88, down the "
            "stairs on Monday.",
            "88",
            None,
        ),
        (
            "A 17-year-old youth was charged. The youth, who is 16, cannot be named.",
            "16",
            None,
        ),
    ],
)
def test_the_later_telling_is_marked(ask: Ask, story: str, odd: str, date: str | None) -> None:
    assert ask(AgeConflict(), story, date=date) == [(odd, Severity.WARNING)]


@pytest.mark.parametrize(
    ("story", "date"),
    [
        (
            "Nadia Holm, 34, and her sister Ada Holm, 36, ran the mill.",
            None,
        ),
        (
            "Nadia Holm, 34, left. In 2010 Holm, then 19, had won a prize.",
            None,
        ),
        (
            "Nadia Holm, 34, left school. She was 16 when she did.",
            None,
        ),
        (
            "A 10-year-old boy and an 11-year-old boy were hurt. The boy, 11, is at home.",
            None,
        ),
        (
            "The boy, 10, is at home. His brother, 12, is not.",
            None,
        ),
        (
            "Beck, 52, and Beck's wife, 50, were away.",
            None,
        ),
        (
            "Ivy Rask, 71, sold the shop. Rask turned 72 on Friday.",
            None,
        ),
        (
            "Sven Orr was born in 1950. He died on Monday, aged 75.",
            "2026-05-05",
        ),
        (
            "Orr was born in 1935. Her brother died in 1952, at 21.",
            "2026-05-05",
        ),
        (
            "Linder scored 34. Holm, 36, scored none. Holm won 36-34.",
            None,
        ),
        (
            "Tom Beck, 52, was charged. The 30-year-old he robbed was hurt. The 30-year-old wept.",
            None,
        ),
        (
            "Ada Lind, 20, won. At the age of 12, Lind had come last.",
            None,
        ),
        (
            "Smith, 12, and Jones, 14, led. Smith finished with 15 points.",
            None,
        ),
        (
            "Ada Orr, 35, is to be a mother again.\n\nOrr spoke of her first child, a girl born in "
            "2014.",
            "2026-05-05",
        ),
        (
            "Ada Orr, 61, ran the mill.\n\nThe doors opened at 6:30 on the morning of 19 March "
            "2002, and Orr made her case.",
            "2026-05-05",
        ),
        (
            "Ada Orr, 44, has helped many.\n\nOrr met a seamstress. It was hard, said the woman. "
            "Now 46 and living in Tarn, she fears for her post.",
            "2026-05-05",
        ),
    ],
)
def test_what_may_both_be_right_is_left_alone(ask: Ask, story: str, date: str | None) -> None:
    assert ask(AgeConflict(), story, date=date) == []


@pytest.mark.parametrize(
    ("story", "words"),
    [
        ("Bo Orr, 52, took office. The 54-year-old taught before that.", "54-year-old"),
        ("Ada Orr, 81, sold tickets for years. She started in 1969, aged 16.", "aged 16"),
        ("Tom Orr, 34, tested robots. Orr, who had joined in his late forties, left.", "forties"),
        ("Tom Orr, 58, was cleared. Orr, now 56, went with his daughter, Elin Orr, 29.", "56"),
    ],
)
def test_a_life_is_read_once_for_all_that_is_told_of_it(ask: Ask, story: str, words: str) -> None:
    (found,) = ask(AgeConflict(), story, date="2026-05-04")
    assert words in found[0]


def test_the_age_of_a_relative_is_not_the_persons(ask: Ask) -> None:
    story = "Tom Orr, 58, was cleared. He left with his daughter, Elin Orr, 29. Orr, 58, smiled."
    assert ask(AgeConflict(), story, date="2026-05-04") == []
