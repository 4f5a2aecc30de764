"""Sums, percentages, dates that count from nowhere, figures that nobody counted."""

from __future__ import annotations

import pytest

from newslint.checks.numbers.percent_arithmetic import PercentArithmetic
from newslint.checks.numbers.relative_date import RelativeDate
from newslint.checks.numbers.sum_mismatch import SumMismatch
from newslint.checks.numbers.unsourced_statistic import UnsourcedStatistic
from newslint.finding import Severity
from tests.checks.conftest import Ask


@pytest.mark.parametrize(
    "sentence",
    [
        "Rents rose from 8% to 10%, up 2%.",
        "Rents rose from 8 percent to 10 percent, a rise of 2 percent.",
        "Rents fell from $900 to $600, a drop of 50%.",
        "Rents rose from 8% to 10%, up 5 percentage points.",
        "Rents rose from $900 to $600 within a year.",
        "Sales grew from 1,200 to 1,800, up 30%.",
    ],
)
def test_a_change_that_the_figures_rule_out(ask: Ask, sentence: str) -> None:
    assert [severity for _, severity in ask(PercentArithmetic(), sentence)] == [Severity.ERROR]


@pytest.mark.parametrize(
    "sentence",
    [
        "Rents rose from 8% to 10%, up 25%.",
        "Rents rose from 8% to 10%, up 2 percentage points.",
        "Rents rose from 8% to 10%, up two points.",
        "Rents fell from $900 to $600, a drop of 33%.",
        "Sales grew from 1,200 to 1,800, up 50%.",
        "Sales grew from 900 to 1.2 million.",
        "Sales rose from 0 to 40, up 40%.",
        "Sales grew from 3 to 7 boats, and 12% of crews left.",
        "The bus rose from 8 to 10, a climb of 50 metres.",
        "Rents rose from 8% of income to 10 in every hundred, up 2%.",
    ],
)
def test_a_change_that_is_right_or_not_comparable(ask: Ask, sentence: str) -> None:
    assert ask(PercentArithmetic(), sentence) == []


def test_percent_and_points_are_told_apart_in_the_message() -> None:
    from newslint.language.pipeline import SpacyAnalyser
    from newslint.markup.read import parse_article
    from newslint.reading import Reading

    rule = PercentArithmetic()
    article = parse_article("Rents rose from 8% to 10%, up 2%.", "story.md")
    (problem,) = rule.check(Reading(article, SpacyAnalyser()).declaring(rule.needs))
    assert "2 percentage points" in problem.message
    assert "25%" in problem.message


def test_the_parts_must_give_the_total(ask: Ask) -> None:
    rule = SumMismatch()
    assert ask(rule, "He kept 20 animals: 12 goats and 6 cows.") == [
        ("20 animals: 12 goats and 6 cows", Severity.ERROR)
    ]
    assert ask(rule, "He kept 20 animals: 12 goats, 2 dogs and 6 cows.") == []
    assert ask(rule, "He kept 20 animals, among them 12 goats and 6 cows.") == []
    assert ask(rule, "He kept 20 animals: 12 goats and 6 cows among them.") == []
    assert ask(rule, "He kept 2 farms: 12 goats and 6 cows.") == []


LONG = " ".join(["The mill has stood by the river since the town was young."] * 8)


def test_relative_dates_count_from_the_articles_own_date(ask: Ask) -> None:
    rule = RelativeDate()
    story = f"{LONG}\n\nIt burnt on Friday. It will open next month."
    assert ask(rule, story) == [
        ("Friday", Severity.SUGGESTION),
        ("next month", Severity.SUGGESTION),
    ]
    assert ask(rule, story, date="2031-03-04") == []
    assert ask(rule, story, path="2031-03-04-mill.md") == []


def test_each_wording_is_reported_once_and_habits_never(ask: Ask) -> None:
    story = f"{LONG}\n\nIt burnt on Friday. On Friday it rained. It grinds every Monday."
    assert ask(RelativeDate(), story) == [("Friday", Severity.SUGGESTION)]


def test_names_quotations_and_stories_within_the_story_are_no_dates(ask: Ask) -> None:
    story = (
        f'{LONG}\n\n"It burnt yesterday," Lind told Towns Today. Two years later it was rebuilt.'
        " Recently it was painted."
    )
    assert ask(RelativeDate(), story) == []


@pytest.mark.model
def test_a_statistic_may_have_its_source_nearby(ask: Ask) -> None:
    rule = UnsourcedStatistic()
    assert ask(rule, "Rents on the coast rose by 12%.") == [("12%", Severity.SUGGESTION)]
    assert ask(rule, "A survey asked 800 tenants.\n\nRents on the coast rose by 12%.") == []
    assert ask(rule, 'Rents rose. "They rose by 12%," Ada Lind said.') == []
    assert ask(rule, "Rents on the coast rose by 12%.[^1]\n\n[^1]: The housing board.\n") == []
