"""Lengths, terms and days that are reckoned from the dates beside them."""

from __future__ import annotations

import pytest

from newslint.checks.numbers.duration_arithmetic import DurationArithmetic
from tests.checks.conftest import Ask

pytestmark = pytest.mark.model

_DAY = "2026-05-04"


@pytest.mark.parametrize(
    ("story", "odd"),
    [
        ("It was signed in 1996. In its first fifteen years, until 2009, it had no quotas.",
         "first fifteen years, until 2009"),
        ("Ash founded the firm in 2015, fourteen years ago by his count.",
         "2015, fourteen years ago"),
        ("It has been with the ministry since March 2024, or more than three years.",
         "more than three years"),
        ("The office opens on 3 August 2026, to run for eighteen months, until February 2029.",
         "eighteen months, until February 2029"),
        ("The lease, signed in 2010 for 20 years, runs out in 2035.", "2035"),
        ("He retired in 2015 after 30 years at the mill, which he had joined in 1995.", "1995"),
        ("The bridge fell in 2011. Ten years on, the families are still waiting.", "Ten years"),
        ("The work began in March 2019 and ended in March 2024. In this decade-long project, it"
         " rained.", "decade-long project"),
        ("The curfew begins at 10pm and ends at 6am. The six-hour curfew is hated.",
         "six-hour curfew"),
        ("The rate is the lowest since 2019. The last time it was so low was in 2017.",
         "last time it was so low was in 2017"),
        ("The walkout, now in its fifth week, began on 20 April.", "in its fifth week"),
    ],
)  # fmt: skip
def test_a_length_that_its_dates_rule_out_is_told(story: str, odd: str, ask: Ask) -> None:
    found = ask(DurationArithmetic(), story, date=_DAY)
    assert any(odd in words for words, _ in found)


@pytest.mark.parametrize(
    "story",
    [
        "It was signed in 1996. In its first thirteen years, until 2009, it had no quotas.",
        "Ash founded the firm in 2012, fourteen years ago by his count.",
        "It has been with the ministry since March 2023, or more than three years.",
        "The plant makes cars, a thousand a year until 2030, and was built in 1998.",
        "The bridge fell in 2011. Ten years on, in 2021, the families were still waiting.",
        "The court rose at 1:10. He was led away at 12:40 p.m., half an hour before 1:10.",
        "The walkout, now in its third week, began on 20 April.",
        "The report is shut for three days, from Friday until Monday.",
    ],
)
def test_a_length_that_fits_its_dates_is_left_alone(story: str, ask: Ask) -> None:
    assert not ask(DurationArithmetic(), story, date=_DAY)
