"""attribution.vague-collective-source: the shapes in which nobody in particular speaks."""

from __future__ import annotations

import pytest

from newslint.checks.attribution.vague_collective_source import VagueCollectiveSource
from newslint.finding import Severity
from tests.checks.conftest import Ask

pytestmark = pytest.mark.model
RULE = VagueCollectiveSource()


@pytest.mark.parametrize(
    ("sentence", "group"),
    [
        # words for people that no list holds
        ("Beekeepers complain that the lime trees were felled.", "Beekeepers"),
        ("Organists insist that the pipes are cracked.", "Organists"),
        # judging, not only saying
        ("Economists dispute the ministry's sums.", "Economists"),
        ("Brokers regard the bid as too low.", "Brokers"),
        ("Veterans see the closure as a betrayal.", "Veterans"),
        # feeling and reacting
        ("Customers were left stunned by the notice.", "Customers"),
        ("Neighbours are living in terror of the dogs.", "Neighbours"),
        ("Users took to social media to complain of the outage.", "Users"),
        ("Workers are bracing for more cuts.", "Workers"),
        ("The prospect has alarmed scientists.", "alarmed scientists"),
        # behind a noun, a preposition or a passive
        ("The scheme has drawn criticism from environmentalists.", "environmentalists"),
        ("There are fears among parents that the school will close.", "parents"),
        ("The painting is considered by experts to be a copy.", "experts"),
        ("The pledge is not believed by workers.", "workers"),
        ("To some, the tower is an insult to the town.", "some"),
        ("To his critics, he is a bully with a budget.", "critics"),
        # a verb of saying at the end of a chain
        ("Some analysts went further and called the price a steal.", "Some analysts"),
        ("Bloggers were quick to point out that the seal was old.", "Bloggers"),
        # pinned down to a place, and still anybody
        ("Workers at the depot say the brakes are never checked.", "Workers"),
        ("People living near the plant say the smell is unbearable.", "People"),
        ("Those who knew him say he never drank.", "Those"),
        ("The majority of locals oppose the wind farm.", "The majority of locals"),
        ("Few in Lindow doubt that the mill will close.", "Few in Lindow"),
        ("Defence circles in the region see it as a message.", "Defence circles"),
        # a mark before the group
        ("🚢🚢 Analysts say the port will close.", "Analysts"),
    ],
)
def test_nobody_in_particular_is_marked_in_every_shape(ask: Ask, sentence: str, group: str) -> None:
    assert ask(RULE, sentence) == [(group, Severity.WARNING)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Beekeepers met in Lindow on Monday.",
        "Drivers must say at the booth how many they are.",
        "Striking miners have taken to the streets.",
        "Civilians were held by the rebels for a week.",
        "For those with a ticket, there was tea.",
        "For many years the mill was the only employer.",
        "Asked whether critics were right to call it a sham, Petra Lund said they were not.",
        "Sanders accused the board of neglect. The board had asked Mr Sanders to leave.",
        "Numbers rose, and orders say which way the ship must turn.",
        "Supporters gave each other cakes and held signs.",
        "The firm is believed by detectives to have known.",
        "Others say it is late. Petra Lund, a baker, said the bread was ready.",
    ],
)
def test_deeds_names_and_people_who_are_met_are_left_alone(ask: Ask, sentence: str) -> None:
    assert ask(RULE, sentence) == []


def test_somebody_who_disagrees_is_not_one_of_them(ask: Ask) -> None:
    claim = (
        "Scientists believe the mud is harmless. Maria Holt, a chemist at Tarn University, said "
    )
    assert ask(RULE, claim + "it would be safe to bathe in it.") == []
    assert ask(RULE, claim + "the picture was mixed.") == [("Scientists", Severity.WARNING)]
