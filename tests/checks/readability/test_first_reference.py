"""People who are not introduced."""

from __future__ import annotations

import pytest

from newslint.checks.readability.first_reference import FirstReference
from newslint.finding import Severity
from tests.checks.conftest import Ask

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("story", "odd", "date"),
    [
        (
            "The ward will shut in May. Councillor Obi called for an inquiry.",
            "Councillor Obi",
            None,
        ),
        (
            "The bridge is bent. Engineer Farrow said the pivot would be replaced.",
            "Engineer Farrow",
            None,
        ),
        (
            "Rates will rise, the bank said. Analyst Mbeki expects two more rises.",
            "Analyst Mbeki",
            None,
        ),
        (
            "It has not rained. Farmer Trudgill has sold his herd.",
            "Farmer Trudgill",
            None,
        ),
        (
            "The clinic is full. Nurse Okello gave 90 of the jabs.",
            "Nurse Okello",
            None,
        ),
        (
            "The mill will shut. Union leader Brandt vowed to fight.",
            "leader Brandt",
            None,
        ),
        (
            "The trial went on. Prosecutor Hale asked for ten years.",
            "Prosecutor Hale",
            None,
        ),
        (
            "The farm was sold. Mrs Orr wept.",
            "Mrs Orr",
            None,
        ),
        (
            "The mill will shut. Spokesman Lund gave no date.",
            "Spokesman Lund",
            None,
        ),
        (
            "The boats went out in May, coxswain Berry said. It rained.",
            "coxswain Berry",
            None,
        ),
        (
            "The town was quiet. PC Hale arrested two men.",
            "PC Hale",
            None,
        ),
        (
            "The vote is over. According to Brandreth, it was rigged.",
            "Brandreth",
            None,
        ),
        (
            "The survey is out.\n\nGarside said that it was late. The board had it, she said.",
            "Garside",
            None,
        ),
        (
            "The mill will shut. The defence minister called it a pity. It rained.",
            "The defence minister",
            None,
        ),
    ],
)
def test_a_person_without_a_full_name_is_marked(
    ask: Ask, story: str, odd: str, date: str | None
) -> None:
    assert ask(FirstReference(), story, date=date) == [(odd, Severity.WARNING)]


@pytest.mark.parametrize(
    ("story", "date"),
    [
        (
            "Councillor Ada Obi called for an inquiry. Councillor Obi was cross.",
            None,
        ),
        (
            "Union leader Karl Brandt vowed to fight. Brandt left.",
            None,
        ),
        (
            "The mill in Lindow will shut. Lindow has 900 people.",
            None,
        ),
        (
            "Brazil scored in the last minute. Germany lost.",
            None,
        ),
        (
            "Tamsin Orr, a volunteer, poured the tea. Tamsin is ten.",
            None,
        ),
        (
            "Apple blamed the printer. Sony said nothing.",
            None,
        ),
        (
            "President Macron will sign. Prime minister Starmer will not.",
            None,
        ),
        (
            "Shakespeare wrote it. Einstein would not have liked it.",
            None,
        ),
        (
            "Police said so. Parliament blamed the printer.",
            None,
        ),
        (
            "Rovers crashed to defeat. Farmer unions said nothing.",
            None,
        ),
        (
            "Minister Lund will sign, said Pope Francis.",
            None,
        ),
        (
            "FBI Director James Orme left. Orme said that he was tired.",
            None,
        ),
        (
            "The Rev. Al Brandreth rang. Brandreth said that he was tired.",
            None,
        ),
        (
            "Ada Lind, a senator, rang. The senator was cross. When the minister rang, it rained.",
            None,
        ),
        (
            "The minister of the lakes rang. The minister’s car was late.",
            None,
        ),
        (
            "The town asked. (Junichiro) Orme told members that he would sign.",
            None,
        ),
    ],
)
def test_people_and_things_that_need_none_are_left_alone(
    ask: Ask, story: str, date: str | None
) -> None:
    assert ask(FirstReference(), story, date=date) == []


@pytest.mark.parametrize("plural", ["Islanders", "Ratepayers", "Farmers", "Homeowners"])
def test_a_group_that_opens_a_story_is_nobody_by_name(ask: Ask, plural: str) -> None:
    story = f"{plural} voted on Tuesday to buy the Marsh ferry from its owner, Norline, for £1.2m."
    assert not list(ask(FirstReference(), f"{story}\n\nThe ferry was built in 1998."))


def test_what_firms_mostly_are_says_enough_of_a_lone_name(ask: Ask) -> None:
    story = "The town bought the pier from its owner, Norline, for £1.2m.\n\nIt was built in 1998."
    assert not list(ask(FirstReference(), story))
    chairman = story.replace("owner, Norline,", "chairman, Norline,")
    assert [found for found, _ in ask(FirstReference(), chairman)] == ["Norline"]
