"""Things and states that a story tells two ways."""

from __future__ import annotations

import pytest

from newslint.checks.consistency.detail_conflict import DetailConflict
from newslint.checks.consistency.headline_number import HeadlineNumber
from newslint.checks.consistency.number_conflict import NumberConflict
from newslint.checks.numbers.told_arithmetic import ToldArithmetic
from newslint.finding import Severity
from newslint.rule import Rule
from tests.checks.conftest import Ask

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("rule", "story", "odd"),
    [
        (
            DetailConflict(),
            "Nan Orme kept a blue coat on a peg.\n\n“She wore that green thing,” he said.",
            "green thing",
        ),
        (
            DetailConflict(),
            "The boat lost its steering off Holm. It rained.\n\nThe engine had failed, he said.",
            "engine",
        ),
        (
            DetailConflict(),
            "Ada Roe was acquitted of theft. It rained.\n\nHer sentence was read out at noon.",
            "Her sentence",
        ),
        (
            NumberConflict(),
            "Four divers took turns at the net. It rained.\n\nEk was the last of the trio to go.",
            "trio",
        ),
        (
            NumberConflict(),
            "The book follows three sisters. It rained.\n\nThe novel's pair of sisters part.",
            "pair of sisters",
        ),
        (
            ToldArithmetic(),
            "She left £2 million. Each of the 40 staff has £30,000 when it is shared equally.",
            "£30,000",
        ),
    ],
)
def test_what_cannot_be_so_is_marked(ask: Ask, rule: Rule, story: str, odd: str) -> None:
    assert ask(rule, story) == [(odd, Severity.WARNING)]


def test_a_measure_of_the_headline_is_marked_with_that_of_the_story(ask: Ask) -> None:
    story = "# Patients face 90-km drive\n\nPatients will drive 60 kilometres to see a doctor."
    marked = {place for place, _ in ask(HeadlineNumber(), story)}
    assert marked == {"90-km", "60 kilometres"}


@pytest.mark.parametrize(
    ("rule", "story"),
    [
        (DetailConflict(), "She brewed a stout. Her rival brewed a porter. The porter won."),
        (DetailConflict(), "Ada Roe was acquitted of theft. Her brother was not hurt."),
        (DetailConflict(), "Ash and his late wife, Bo, lived in Spain."),
        (DetailConflict(), "Bo Ash, 79, lives there. It rained. The pensioner is cross."),
        (NumberConflict(), "Four men were held in Leeds.\n\nThree men were held in Glasgow."),
        (HeadlineNumber(), "# A 90-km drive\n\nThe drive is 45 km out and 45 km back."),
        (ToldArithmetic(), "It cost £6 million. The state paid £4 million and I the rest, £2m."),
    ],
)  # fmt: skip
def test_what_may_both_be_so_is_left_alone(ask: Ask, rule: Rule, story: str) -> None:
    assert ask(rule, story) == []
