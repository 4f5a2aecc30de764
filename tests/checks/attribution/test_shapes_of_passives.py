"""attribution.agentless-attribution: the shapes in which nobody is said to have said it."""

from __future__ import annotations

import pytest

from newslint.checks.attribution.agentless_attribution import AgentlessAttribution
from newslint.finding import Severity
from tests.checks.conftest import Ask

pytestmark = pytest.mark.model
RULE = AgentlessAttribution()


@pytest.mark.parametrize(
    ("sentence", "cue"),
    [
        ("It is generally agreed that the dam was badly built.", "is generally agreed"),
        ("It has come to light that he was paid twice.", "has come to light"),
        ("It can be revealed that he was paid twice.", "can be revealed"),
        ("The pair are known to have quarrelled.", "are known"),
        ("The painting is considered his finest.", "is considered"),
        ("Nine people are feared dead.", "are feared"),
        ("The dye has been linked to asthma.", "has been linked"),
        ("The plan has been hailed as a triumph.", "has been hailed as"),
        ("He was branded a liar.", "was branded"),
        ("She was called a coward at the gate.", "was called"),
        ("The fire has been blamed on a heater.", "has been blamed"),
        ("A sale is being considered.", "is being considered"),
        ("Pressure is growing on the bursar to quit.", "Pressure is growing"),
        ("Tempers are fraying in the port.", "Tempers are fraying"),
        ("There is a feeling that the money is gone.", "There is a feeling"),
        ("The advert sparked outrage.", "sparked outrage"),
        ("It was greeted with dismay along the quay.", "greeted with dismay"),
        ("That has been disputed.", "has been disputed"),
        ("His account has since been challenged.", "has since been challenged"),
        ("The newcomer is regarded with suspicion.", "is regarded"),
        ("The kelp was once thought of as a nuisance.", "was once thought"),
        ("The dye is considered responsible for the rash.", "is considered"),
        ("The rate is seen falling to 4 per cent.", "is seen"),
        ("The talks were written off long ago.", "were written"),
        ("Its silence was read as a threat.", "was read as"),
        ("Their report was quietly shelved.", "Their report was quietly shelved"),
        ("The finding was brushed aside.", "The finding was brushed aside"),
        (
            "The owner has long been accused of greed; his lawyer told a court that it was untrue.",
            "has long been accused of",
        ),
        ("A 2020 audit is reported to have found two leaks.", "is reported"),
    ],
)
def test_nobody_is_named_in_any_shape(ask: Ask, sentence: str, cue: str) -> None:
    assert ask(RULE, sentence) == [(cue, Severity.WARNING)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Guests are expected to wear black.",
        "The rock is called the Needle, and the boy was called Hal.",
        "The two towns are linked by a ferry.",
        "The price was put at 4 pounds on the label.",
        "It is said in her memoir that the house was cold.",
        "The ship was blamed in the tribunal's ruling.",
        "He is accused of fraud. The trial goes on.",
        "Geese have been known to attack.",
        "The claim was rated false.",
        "Money was raised for the roof.",
        "The advert sparked outrage. Petra Lund said it was an insult.",
    ],
)
def test_events_texts_and_courts_are_left_alone(ask: Ask, sentence: str) -> None:
    assert ask(RULE, sentence) == []


def test_a_paragraph_of_its_own_is_nobodys_between_two_of_one_speakers(ask: Ask) -> None:
    before = "Fuel has doubled in price, the harbour master, Ann Lowe, told the board."
    after = "The board will meet again in April, Ms Lowe said."
    passive = "It was alleged that the books had been altered."
    assert ask(RULE, f"{before}\n\n{passive}\n\n{after}") == [("was alleged", Severity.WARNING)]
    assert ask(RULE, f"{before} {passive} {after}") == []


def test_a_notice_in_the_paragraph_before_holds_no_beliefs(ask: Ask) -> None:
    story = "The bridge will be shut, a notice of Tarn Council says.\n\nA strike is feared."
    assert ask(RULE, story) == [("is feared", Severity.WARNING)]


@pytest.mark.parametrize(
    "sentence",
    [
        "The will has been contested by two nephews.",
        "The ruling has been challenged in the Court of Appeal.",
        "The witness has been questioned.",
        "He was received with full honours.",
        "The patient was treated with penicillin.",
        "A man is seen falling from the roof in the film.",
        "The car was written off.",
        "The poem was read as a tribute.",
        "The plan was shelved in March.",
    ],
)
def test_the_same_verbs_of_deeds_are_left_alone(ask: Ask, sentence: str) -> None:
    assert ask(RULE, sentence) == []


def test_what_turned_out_is_mostly_the_writers_tale(ask: Ask) -> None:
    sentence = "It turned out that the dam was badly built."
    assert ask(RULE, sentence) == [("turned out", Severity.SUGGESTION)]
