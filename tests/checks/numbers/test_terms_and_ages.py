"""Terms that begin today, deadlines spelled out, ages beside births and years in office."""

from __future__ import annotations

import pytest

from newslint.checks.consistency.age_conflict import AgeConflict
from newslint.checks.numbers.duration_arithmetic import DurationArithmetic
from tests.checks.conftest import Ask

_DAY = "2026-07-02"

WRONG = [
    "Orr has agreed a five-year contract that runs [until June 2030], her agent said.",
    "Her new four-year deal, signed on Monday, [expires in 2028].",
    "The club won a ten-year lease of the pier on Tuesday, [until 2041].",
    "They have 21 days to appeal, [which means that the door closes on 5 September].",
    "They got it on 26 June and have 120 days for it, [which takes them to early January].",
    "In 2019 the board resigned. It came back in [2022, two years] later.",
    "She was appointed in 2023 for five years, and her term ends in [2029].",
    "She has ten days to name a new board, [that is until Friday 24 July].",
    "They gave the owner 28 days to clean up, [taking her to the middle of October].",
    "Orr was first elected in 2013. In his [nine years] on the board he has not missed a vote.",
]
RIGHT = [
    "Orr has agreed a five-year contract that runs until June 2031, her agent said.",
    "The club has a ten-year lease of the pier, until 2029.",
    "Orr has signed an extension of her old four-year deal, until 2027.",
    "They have 21 days to appeal, which means that the door closes on 23 July.",
    "They got the papers on 26 June and have 120 days to decide, which takes them to October.",
    "In 2019 the board resigned. It came back in 2022, three years later.",
    "She was appointed in 2023 for five years, and her term ends in 2028.",
    "It shut in the autumn of 2019 and opened again in the spring of 2022, two years later.",
    "Orr was first elected in 2013 and left in 2022. In his nine years on the board he was ill.",
]
AGES = [
    "Her son, born in March 2012, [is nine].",
    "Ada Orr, whose daughter was born in 2015 and [is now four], ran the mill.",
    "Born in 1928, he died in 2009 [at the age of 71].",
    "The tenor, Bo Orr, born in 1961 and [60 this spring], will sing.",
]
AGES_RIGHT = [
    "Her son, born in March 2012, is 14.",
    "Born in 1928, he died in 2009 at the age of 81.",
    "Born in 1928, his wife, born in 1930, died in 2009 at the age of 79.",
    "The tenor, Bo Orr, born in 1961 and 65 this spring, will sing.",
]


def _odd(text: str) -> tuple[str, str]:
    return text.replace("[", "").replace("]", ""), text[text.index("[") + 1 : text.index("]")]


@pytest.mark.parametrize("text", WRONG)
def test_an_end_that_its_length_rules_out_is_marked(text: str, ask: Ask) -> None:
    story, odd = _odd(text)

    assert any(odd in words for words, _ in ask(DurationArithmetic(), story, date=_DAY))


@pytest.mark.parametrize("text", RIGHT)
def test_an_end_that_agrees_or_was_agreed_before_is_left(text: str, ask: Ask) -> None:
    assert not ask(DurationArithmetic(), text, date=_DAY)


@pytest.mark.parametrize("text", AGES)
def test_an_age_that_the_birth_beside_it_rules_out_is_marked(text: str, ask: Ask) -> None:
    story, odd = _odd(text)

    assert odd in [words for words, _ in ask(AgeConflict(), story, date=_DAY)]


@pytest.mark.parametrize("text", AGES_RIGHT)
def test_an_age_that_agrees_is_left(text: str, ask: Ask) -> None:
    assert not ask(AgeConflict(), text, date=_DAY)


def test_minutes_are_counted_to_the_time_behind_them(ask: Ask) -> None:
    start = "They saw the van at about 9:40 p.m. on Friday. It crashed 11 minutes later, "

    found = ask(DurationArithmetic(), f"{start}shortly before 9 p.m.", date=_DAY)

    assert [words for words, _ in found] == ["11 minutes later, shortly before 9 p.m."]
    assert not ask(DurationArithmetic(), f"{start}shortly before 10 p.m.", date=_DAY)


def test_two_days_are_held_apart_though_the_story_has_no_date(ask: Ask) -> None:
    first = "She called the police on 2 October 2023. He was held "

    found = ask(DurationArithmetic(), f"{first}nine days later, on 14 October.")

    assert [words for words, _ in found] == ["nine days later, on 14 October"]
    assert not ask(DurationArithmetic(), f"{first}twelve days later, on 14 October.")


def test_a_weekday_is_held_against_a_date_and_not_against_a_weekday(ask: Ask) -> None:
    found = ask(
        DurationArithmetic(),
        "The firm told buyers on Wednesday, nine days after it found the leak on 26 June.",
        date="2026-07-02",
    )

    assert found
    for story in (
        "The firm told buyers on Wednesday, five days after it found the leak on 26 June.",
        "The council came out against it on Tuesday, minutes after it was tabled. It sat Monday.",
    ):
        assert not ask(DurationArithmetic(), story, date="2026-07-02")
