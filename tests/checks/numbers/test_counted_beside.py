"""Years, lengths, shares and counts that a story tells beside others that rule them out."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable

import pytest

from newslint.checks._days.ages_taken_up import ages_taken_up
from newslint.checks._days.dates_apart import dates_apart
from newslint.checks._days.distances import distances
from newslint.checks._days.lengths_taken_up import lengths_taken_up
from newslint.checks._days.things_aged import things_aged
from newslint.checks._days.years_counted import miscounted_years
from newslint.checks._facts.above_and_below import numbers_above, outcomes_above
from newslint.checks._facts.changes_told import changes_told
from newslint.checks._facts.counts_told import counts_told
from newslint.checks._facts.fractions_told import fractions_told
from newslint.reading import Reading
from newslint.span import Span
from tests.rules_for_tests import read

TODAY = datetime.date(2026, 5, 4)

SLIPS = [
    (miscounted_years, "Orr has run it since 2017. Those 12 years were good.", "Those 12 years"),
    (miscounted_years, "It opened in 2009. The decade since has been hard.", "The decade since"),
    (
        miscounted_years,
        "It has raised them every spring since 2019, eleven years in a row.",
        "eleven years in a row",
    ),
    (
        miscounted_years,
        "They measured it in 1971. Forty years on, in the summer of 2024, they came back.",
        "Forty years on",
    ),
    (lengths_taken_up, "It took four years, from 2021 to 2024. The six-year effort paid.",
     "six-year effort"),
    (lengths_taken_up, "# A vote after seven-hour meeting\n\nIt began at 6pm and ended at 11.20pm.",
     "seven-hour meeting"),
    (distances, "It opens on 9 July, three weeks from now.", "9 July, three weeks from now"),
    (distances, "The term begins on 9 May, in two days' time.", "9 May, in two days' time"),
    (distances, "The vote is ten days off, on 9 June.", "ten days off, on 9 June"),
    (distances, "A month from now, on 12 July, it will shut.", "A month from now, on 12 July"),
    (distances, "The dig in August is two months away.", "August is two months away"),
    (distances, "The barge sank on 2 March, three weeks ago.", "2 March, three weeks ago"),
    (distances, "They have 14 days, until 2 July, to appeal.", "14 days, until 2 July"),
    (distances, "The court ruled on 1 May. The mill has 30 days to pay, by 15 July.",
     "30 days to pay, by 15 July"),
    (distances, "They have owed it since 2009. They have 14 days, until 2 July, to pay.",
     "14 days, until 2 July"),
    (distances, "It was shut on 29 April for 90 days, until 1 November.",
     "90 days, until 1 November"),
    (dates_apart, "He was held in October 2021. He was charged two years later, in March 2022.",
     "in March 2022"),
    (dates_apart, "She took office on 1 December 2024, after a race in the spring of 2025.",
     "a race in the spring of 2025"),
    (things_aged, "The ferry was built in 1998. The 18-year-old ship will go.", "18-year-old ship"),
    (things_aged, "The club was founded in 1985 and is now in its 51st year.", "51st year"),
    (things_aged, "The pier, a fixture since 1911, is gone. It had stood for 125 years.",
     "had stood for 125 years"),
    (things_aged, "The café, open since 1996, shut on Friday after 20 years.", "after 20 years"),
    (things_aged, "The works, set up in 1956 and 60 years old this summer, is up for sale.",
     "60 years old this summer"),
    (things_aged, "It has gone round since 1926 and marks its ninetieth birthday in August.",
     "ninetieth birthday"),
    (things_aged, "Ada Orr, 34, sang. The 1988-born singer was hoarse.", "1988-born singer"),
    (fractions_told, "Of 200 boats, 120 leaked. Fewer than half, 120, were mended.",
     "Fewer than half, 120"),
    (fractions_told, "They asked 400 tenants, and 90, more than half of them, owed rent.",
     "90, more than half"),
    (changes_told, "# Jobless rate rises to 5%\n\nThe rate fell to 5% in May.", "rises"),
    (changes_told, "It owes £21m, down from £17m.", "down from"),
    (counts_told, "The board passed it unanimously. Two members dissented.",
     "Two members dissented"),
    (counts_told, "It had ninety passengers and nine crew. All ninety on board are safe.",
     "All ninety on board"),
    (counts_told, "60% of the boats are blue and 70% white.", "60% of the boats are blue and 70"),
    (ages_taken_up, "A man in his sixties was hurt. The 57-year-old had been driving.",
     "57-year-old"),
    (numbers_above, "# Singer dies at 83\n\nAda Orr died on Monday. She was 84.", "dies at 83"),
    (numbers_above, "# Train fire: two dead\n\nThree people were killed on Monday.", "two dead"),
    (outcomes_above, "# Dealer cleared of fraud\n\nA dealer was found guilty today.", "cleared"),
]  # fmt: skip

RIGHT = [
    (miscounted_years, "Orr has run it since 2017. Those nine years were good."),
    (miscounted_years, "The state voted for him in 2008 but against him four years later."),
    (miscounted_years, "He ran in 1960 after eight years in office."),
    (lengths_taken_up, "They watched for 21 days. That three-week search paid."),
    (lengths_taken_up, "It took four years. The six-year deal for the site was signed apart."),
    (distances, "It opens on 9 July, in the third week of the fair."),
    (distances, "It opens on 9 July, nine weeks from now, and shuts a week later."),
    (distances, "It sank on 3 July, when the end of the war was two weeks away."),
    (distances, "She was shot five years ago this week, in March."),
    (distances, "The court ruled on 1 May. The mill has 30 days to pay, by 31 May."),
    (distances, "The show runs for 60 days, until 12 June."),
    (dates_apart, "He was held in October 2021. He was charged two years later, in March 2024."),
    (things_aged, "The ferry was built in 1998. The 28-year-old ship will go."),
    (things_aged, "The club was founded in 1985 and is now in its 41st year."),
    (things_aged, "The pier, built in 1911, is gone. It had stood for more than a century."),
    (things_aged, "The café, open since 1996, shut on Friday after 20 years in the red."),
    (things_aged, "The paper was begun in 1946. It shut in 1990 after 44 years."),
    (things_aged, "Ada Orr, 38, sang. The 1988-born singer was hoarse."),
    (fractions_told, "Of 200 boats, 90 leaked. Fewer than half, 90, were mended."),
    (changes_told, "# Jobless rate falls to 5%\n\nThe rate fell to 5% in May."),
    (changes_told, "It owes £21m, up from £17m, a rise of £4m."),
    (counts_told, "The board must be unanimous. Two members dissented."),
    (counts_told, "Women are 60% of the staff and 70% of the managers."),
    (ages_taken_up, "A man in his fifties was hurt. The 57-year-old had been driving."),
    (numbers_above, "# Train fire: two dead\n\nAt least three people were killed on Monday."),
    (outcomes_above, "# Dealer cleared of fraud\n\nHis brother was found guilty on Friday."),
]
Finder = Callable[[Reading], Iterable[tuple[Span, object]]]


@pytest.mark.parametrize(("find", "text", "words"), SLIPS)
def test_what_the_story_rules_out_is_marked(find: Finder, text: str, words: str) -> None:
    reading = read(text, date=TODAY)

    found = [hit[0].cut(reading.text) for hit in find(reading)]

    assert words in found


@pytest.mark.parametrize(("find", "text"), RIGHT)
def test_what_agrees_or_speaks_of_something_else_is_left(find: Finder, text: str) -> None:
    assert not list(find(read(text, date=TODAY)))
