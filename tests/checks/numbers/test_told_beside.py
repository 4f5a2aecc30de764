"""Wholes and their parts, rates, and lengths beside dates: sums that a reader does along."""

from __future__ import annotations

import pytest

from newslint.checks.numbers.duration_arithmetic import DurationArithmetic
from newslint.checks.numbers.told_arithmetic import ToldArithmetic
from tests.checks.conftest import Ask

pytestmark = pytest.mark.model

DAY = "2026-03-12"

# Each story with the words that its other figures belie.
WRONG = (
    # parts and wholes
    "She heard 31 claims, of which 19 were settled and [14 dismissed].",
    "There were 61 speakers. Forty-four of them spoke against it, and [19 in] favour.",
    "It bought four mills since 2020: two in Marl, one in Tow and [two in Eddle].",
    "They made 24,000 jars. Some 9,600 of them have come back. The rest, [16,400], are lost.",
    "The price of $340 million was agreed. It is made up of $190 million in cash and"
    " [$130 million] in shares.",
    "It has 1,140 staff, 620 of them in Marl and [430] in Tow, its only two yards.",
    "Nine survived. Six of the nine survivors wept. It rained.\n\nThe nine survivors slept. Six"
    " were still in hospital and [the other two] were at home.",
    "The line has 12 routes. It will drop three routes in June. That will [leave it with eight].",
    "The choir sold 1,200 seats for the first night and 900 for the second,"
    " [more than 2,500 in all].",
    # products and rates
    "They want four halls of 250,000 square feet each, or [1.2 million square feet in all].",
    "It loses 4.5 million euros a day, which makes [36 million] for the fortnight.",
    # shares and changes
    "The loss ratio was 6.4 percent, against 4.8 percent a year before,"
    " [an increase of 1.6 percent].",
    "They treated 400 hens last year and 600 this year. That is [a rise of 75 per cent].",
    "The rate fell to 4.1 per cent from 4.4 per cent. The [0.5-point fall] was small.",
    "They offer 248 crowns a share, [24 per cent more] than the price of 190 crowns on Friday.",
    "They paid for a quarter of the film's budget of 3.2 billion won, some [640 million].",
    "The plan needs £200,000. They have raised £57,000, [more than a third] of that.",
    "A third of the drivers, [20 of 45], will go.",
    # which way
    "Turnover [fell] to 940 million crowns last year from 880 million.",
    "Turnout was [higher] than the 55 per cent of 2022, at 51 per cent.",
    "Some 62 per cent backed the plan and [48 per cent] were against.",
)

RIGHT = (
    "She heard 31 claims, of which 19 were settled and 12 dismissed.",
    "There are 40 pupils, of whom 25 play chess and 20 swim.",
    "It bought twelve mills: four in Marl, five in Tow and three in Eddle.",
    "They made 24,000 jars. Some 9,600 of them have come back. The rest, 14,400, are lost.",
    "It costs £500 million. The first part is made up of £190 million in cash and £250 million"
    " in loans.",
    "The line has 12 routes. It will drop two routes in June and one in July. That will leave"
    " it with nine.",
    "They want four halls of 250,000 square feet each, or a million square feet in all.",
    "It loses 4.5 million euros a day, which makes 63 million for the fortnight.",
    "The rate was 6.4 percent, against 4.8 percent, an increase of 1.6 percentage points.",
    "The rate was 4 per cent in May and 6 per cent in June. That is a rise of 50 per cent.",
    "The price fell 2 percent to $98 from $100.",
    "They offer 300p a share, 20 per cent more than the price of 250p on Friday.",
    "Turnout was lower than the 55 per cent of 2022, at 51 per cent.",
    "Some 62 per cent of men backed it and 48 per cent of women were against.",
)

WRONG_DATES = (
    "The case was put off [last month, on March 3], after the judge fell ill.",
    "The deal is to close by March 31, 2027, [four months from now].",
    "The fair runs for [five days], from 3 to 6 April.",
    "The raft sank on 4 March. Divers went down [the day before, on 6 March].",
    "The talks took [four hours, from 6pm to 9pm].",
    "The law was passed in [the 1980s, in 1979].",
    "Its keeper [for 30 years], Amos Hay, served from 1950 to 1985.",
    "The painter was born in 1841. He came to Leck [in 1836].",
    "The firm was founded in 1991. It rained.\n\nThe firm, which [turned 30 last year], is glad.",
    "The dairy was founded in 1911. It celebrated its [120th birthday] last summer.",
    "The label, founded in 2009, marks its [fifteenth anniversary] this year.",
    "They signed it in 1994. The peace has now held [for 22 years].",
)

RIGHT_DATES = (
    "The case was put off last month, on February 3.",
    "The fair runs for four days, from 3 to 6 April.",
    "The raft sank on 4 March. Divers went down two days later, on 6 March.",
    "The talks took three hours, from 6pm to 9pm.",
    "The law was passed in the 1970s, in 1979.",
    "She worked for 20 years and lived in Leck from 1980 to 2015.",
    "He was born in 1941. His father came to Leck in 1936.",
    "The dairy was founded in 1911. It celebrated its 114th birthday last summer.",
)


def _split(story: str) -> tuple[str, str]:
    return story.replace("[", "").replace("]", ""), story.partition("[")[2].partition("]")[0]


@pytest.mark.parametrize("story", WRONG)
def test_figure_that_others_belie_is_reported(ask: Ask, story: str) -> None:
    text, words = _split(story)
    assert words in [found for found, _ in ask(ToldArithmetic(), text)]


@pytest.mark.parametrize("story", RIGHT)
def test_figure_that_others_bear_out_is_not(ask: Ask, story: str) -> None:
    assert not ask(ToldArithmetic(), story)


@pytest.mark.parametrize("story", WRONG_DATES)
def test_length_that_dates_belie_is_reported(ask: Ask, story: str) -> None:
    text, words = _split(story)
    assert words in [found for found, _ in ask(DurationArithmetic(), text, date=DAY)]


@pytest.mark.parametrize("story", RIGHT_DATES)
def test_length_that_dates_bear_out_is_not(ask: Ask, story: str) -> None:
    assert not ask(DurationArithmetic(), story, date=DAY)
