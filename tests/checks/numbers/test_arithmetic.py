"""Sums that readers can check: what is marked, and the look-alikes that are right."""

from __future__ import annotations

import pytest

from newslint.checks.numbers.duration_arithmetic import DurationArithmetic
from newslint.checks.numbers.each_arithmetic import EachArithmetic
from newslint.checks.numbers.exchange_rate import ExchangeRate
from newslint.checks.numbers.impossible_date import ImpossibleDate
from newslint.checks.numbers.list_count import ListCount
from newslint.checks.numbers.percent_arithmetic import PercentArithmetic
from newslint.checks.numbers.share_arithmetic import ShareArithmetic
from newslint.checks.numbers.sum_mismatch import SumMismatch
from newslint.checks.numbers.unit_conversion import UnitConversion
from newslint.checks.numbers.vote_count import VoteCount
from newslint.rule import Rule
from tests.checks.conftest import Ask

pytestmark = pytest.mark.model

WRONG = [
    (UnitConversion(), "It rises [3,000 feet (2,914 metres)] above the bay."),
    (UnitConversion(), "It was [100F (48C)] on Monday and 95F (35C) on Tuesday."),
    (UnitConversion(), "It fell to minus 5C (23F) and then [-10C (24F)]."),
    (UnitConversion(), "The fish weighed [12 pounds (8.4 kg)]."),
    (UnitConversion(), "It covers 500 acres (202 hectares), or [2 square miles (8.2 sq km)]."),
    (UnitConversion(), "Winds of [60 mph (79 km/h)] tore roofs off."),
    (UnitConversion(), "The pool is [50m/146ft] long."),
    (UnitConversion(), "The pipe lost [1 million litres (2.6 million gallons)]."),
    (UnitConversion(), "He took a [five-mile (18km)] walk."),
    (UnitConversion(), "The pier is [200 m, or 606 yards,] long."),
    (ExchangeRate(), "It fell from £400,000 ($508,000) to [£250,000 ($371,500)]."),
    (ShareArithmetic(), "Of the staff, [30 of 120 nurses (35%)] have left."),
    (ShareArithmetic(), "Nearly [half of the pupils (54%)] walk to school."),
    (ShareArithmetic(), "More than [a quarter (22%)] of the boats leak."),
    (EachArithmetic(), "It bought 15 bikes at £400 each for [£9,000]."),
    (
        EachArithmetic(),
        "A fund of $2 million for 400 families, about [$50,000 per family].",
    ),
    (VoteCount(), "The council has 15 members. It voted [10 to 7] against the plan."),
    (SumMismatch(), "The club lost £90,000. Of this, [£70,000 went on oats and £25,000] on hay."),
    (SumMismatch(), "[20 passengers, 12 men and seven women], were taken off."),
    (SumMismatch(), "They took [30 knives and 12 guns], a total of 45 weapons."),
    (
        PercentArithmetic(),
        "It [falls from £450 million to £360 million, a cut of 25 percent].",
    ),
    (PercentArithmetic(), "Oxygen [fell from 8% to 6% of saturation, a drop of 2%], by May."),
    (PercentArithmetic(), "Membership [rose from 210 to 264, an increase of 44]."),
    (PercentArithmetic(), "It cut the grant [from £400 to £300, a cut of 20 percent]."),
    (DurationArithmetic(), "He ran it [for 12 years, from 1990 to 2005], and left."),
    (DurationArithmetic(), "The [four-hour meeting ran from 7pm to 9pm]."),
    (DurationArithmetic(), "Ada Lind [(1961–1953)] wrote hymns."),
    (DurationArithmetic(), "The road will be shut [from 9pm to 6pm] on Monday."),
    (ImpossibleDate(), "The fair opens on [31 June]."),
    (ListCount(), "It has had [four winners]: Dunmore, Halvik and Port Ellis."),
]

RIGHT = [
    (UnitConversion(), "A 5-10 mile (8-16 km) belt, 12mph (19km/h) winds, a six-foot (1.8m) wall."),
    (UnitConversion(), "The slick is 30 miles (50 km) long and about 10 miles (15 km) wide."),
    (UnitConversion(), "Warming of 1.5 degrees Celsius (2.7 degrees Fahrenheit) is near."),
    (UnitConversion(), "The parcel weighed 3 lbs ($5 to post). It is 2 miles (4 km on foot) off."),
    (ExchangeRate(), "€1 million ($1.1 million), €5 million (about $5.4 million), €12m ($13.2m)."),
    (ShareArithmetic(), "Half of the 300 homes (48 percent) had no power."),
    (ShareArithmetic(), "A third of the 900 jobs (12% of the town's work) will go."),
    (ShareArithmetic(), "In all 45 of the 60 boats, 15 of them new, were lost."),
    (EachArithmetic(), "The £12 million road has 40 bends and costs £30,000 a year."),
    (VoteCount(), "The seven-member board approved the plan 5-2. Its 12-person staff cheered."),
    (SumMismatch(), "Of the 50 members, 30 are women and 20 are men."),
    (SumMismatch(), "The fleet has 40 boats, 30 trucks and 12 cranes."),
    (PercentArithmetic(), "He led the town from 2011 to 2015. Ages ran from 18 to 60, up 5%."),
    (PercentArithmetic(), "Fuel is down 5 percent. Shares rose 10% to $550 from $500."),
    (DurationArithmetic(), "In 1990 he was fined and in 2001, after 37 years in office, he left."),
    (DurationArithmetic(), "It was shut from 9pm to 6am. From 9pm to 8pm the next day it rained."),
    (ImpossibleDate(), "It was shut on 29 February, and on 30 June."),
    (ListCount(), "It has had four winners, among them: Dunmore, Halvik and Port Ellis."),
]


def _cases(stories: list[tuple[Rule, str]]) -> list[object]:
    return [pytest.param(rule, story, id=f"{rule.id}: {story[:40]}") for rule, story in stories]


@pytest.mark.parametrize(("rule", "marked"), _cases([(r, s) for r, s in WRONG]))
def test_a_wrong_sum_is_marked_where_it_stands(rule: Rule, marked: str, ask: Ask) -> None:
    story = marked.replace("[", "").replace("]", "")
    expected = marked[marked.index("[") + 1 : marked.index("]")]
    assert [words for words, _ in ask(rule, story)] == [expected]


@pytest.mark.parametrize(("rule", "story"), _cases([(r, s) for r, s in RIGHT]))
def test_a_right_sum_is_left_alone(rule: Rule, story: str, ask: Ask) -> None:
    assert ask(rule, story) == []


def test_years_are_counted_up_to_the_articles_own_date(ask: Ask) -> None:
    rule = DurationArithmetic()
    story = "The club, founded in 1990, marks its 30th anniversary this year."
    assert ask(rule, story) == []
    assert ask(rule, story, date="2020-05-01") == []
    marked = "founded in 1990, marks its 30th anniversary"
    assert [words for words, _ in ask(rule, story, date="2026-05-01")] == [marked]
