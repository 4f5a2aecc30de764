"""Names a slip away from another of the story, and bodies and titles that turn."""

from __future__ import annotations

import pytest

from newslint.checks.consistency.name_variant import NameVariant
from newslint.checks.consistency.role_conflict import RoleConflict
from tests.checks.conftest import Ask, Found

pytestmark = pytest.mark.model


def words(found: Found) -> list[str]:
    return [word for word, _ in found]


@pytest.mark.parametrize(
    ("story", "odd"),
    [
        ("Dr Moira Strathmorris warned against it.\n\nNobody listened. It rained.\n\n"
         "Dr Strathmaurice has asked for a ban.", "Strathmaurice"),
        ("Ifor Penrice, the manager, spoke first.\n\nIt was late.\n\nMr Penrice-Hale would not be"
         " drawn.", "Penrice-Hale"),
        ("The minister, Orla Deeny, spoke first.\n\nIt was late.\n\nMs O’Deeny was glad.",
         "O’Deeny"),
        ("Marit van Ulk, an engineer, slept.\n\nIt was late.\n\nMs Van Olk opened the sluice.",
         "Van Olk"),
        ("One guard, Imran Qaderi, lay on the floor.\n\nIt was late.\n\nQadderi wept.", "Qadderi"),
        ("Shares in Morden Vale fell. It rained.\n\nIn June Morden Vail closed higher.",
         "Morden Vail"),
        ("Tarner & Roe will shut. It rained.\n\nThe fee is owed by Tarner & Row in June.",
         "Tarner & Row"),
        ("The ruins of Sub Fellan lie below. It rained.\n\nIn the end Subfellan was not rebuilt.",
         "Subfellan"),
        ("The chief, Barnaby Gowe, said no. It rained.\n\nBarney Gow wished them well.",
         "Barney Gow"),
        ("Han Ji-woo runs the plant. It rained.\n\nMr Ji-woo will hire more.", "Ji-woo"),
        ("The singer, Cormac Yardley, fell. It rained.\n\nMr Cormac will play in a splint.",
         "Cormac"),
    ],
)  # fmt: skip
def test_a_name_that_nobody_else_bears_is_marked(ask: Ask, story: str, odd: str) -> None:
    assert words(ask(NameVariant(), story)) == [odd]


@pytest.mark.parametrize(
    "story",
    [
        "Dr Moira Strathmorris warned.\n\nIt rained.\n\nDr Ian Strathmaurice is her colleague. Dr"
        " Strathmaurice has asked for a ban.",
        "Ifor Penrice spoke first.\n\nIt was late.\n\nMr Penrice would not be drawn.",
        "Marit van Ulk, an engineer, slept.\n\nIt was late.\n\nMs Van Ulk opened the sluice.",
        "The town of Orvelia voted. It rained.\n\nThe Orvelians cheered.",
        "The actor, Ian Cormac, spoke. Cormac Yardley fell.\n\nMr Cormac was glad.",
        "Sir Cormac Yardley fell. It rained.\n\nSir Cormac will play in a splint.",
        "Hanna Stone asked @HannaStone for it. It rained.\n\nIn June Hanna Stone left.",
    ],
)
def test_a_name_with_a_bearer_of_its_own_is_left_alone(ask: Ask, story: str) -> None:
    assert words(ask(NameVariant(), story)) == []


@pytest.mark.parametrize(
    ("story", "odd"),
    [
        ("The Guild of Coopers said on Friday that it knew. It rained.\n\nThe Coopers’ Guild"
         " wants a register.", "Coopers’ Guild"),
        ("The Ladders Authority announced it. It rained.\n\nThe Ladders Agency was told on"
         " Wednesday.", "Ladders Agency"),
        ("The boats were of the QF-9 type. It rained.\n\nThe QF-6 was built for this.", "QF-6"),
    ],
)  # fmt: skip
def test_a_body_or_type_taken_up_by_another_name_is_marked(ask: Ask, story: str, odd: str) -> None:
    assert words(ask(NameVariant(), story)) == [odd]


@pytest.mark.parametrize(
    "story",
    [
        "The National Guild said no. It rained.\n\nThe National League said yes.",
        "The University of Ribe said no. It rained.\n\nRibe University is old.",
        "They have an QF-9. It rained.\n\nAn QF-6 came as well.",
    ],
)
def test_two_bodies_or_types_are_left_alone(ask: Ask, story: str) -> None:
    assert words(ask(NameVariant(), story)) == []


def test_a_name_in_the_headline_is_held_against_the_story(ask: Ask) -> None:
    story = (
        "# Ravenmoer mill shuts\n\nThe mill in Ravenmoor shut on Friday.\n\nIt stood in Ravenmoor."
    )
    assert words(ask(NameVariant(), story)) == ["Ravenmoer"]


@pytest.mark.parametrize(
    ("story", "odd"),
    [
        ("Captain Ilona Varr spoke first. It rained.\n\nCommander Varr sent divers.",
         "Commander Varr"),
        ("Pieter Brandt, a retired brigadier, spoke. It rained.\n\nColonel Brandt saw it fire.",
         "Colonel Brandt"),
        ("Lord Tarn called it sane. It rained.\n\nMr Tarn left in June.", "Mr Tarn"),
        ("Achille Bonnet, a former energy minister, spoke. It rained.\n\nThe former farm"
         " minister proposed more.", "The former farm minister"),
    ],
)  # fmt: skip
def test_another_title_than_before_is_marked(ask: Ask, story: str, odd: str) -> None:
    assert words(ask(RoleConflict(), story)) == [odd]


@pytest.mark.parametrize(
    "story",
    [
        "Brigadier General Ann Brandt spoke. It rained.\n\nGeneral Brandt saw it fire.",
        "Captain Ann Brandt was promoted. It rained.\n\nMajor Brandt saw it fire.",
        "Dr. Ann Brandt spoke. It rained.\n\nMs. Brandt saw it.",
        "Captain Ann Brandt spoke. Major Bo Brandt did not.\n\nMajor Brandt saw it fire.",
    ],
)
def test_titles_of_one_rank_or_two_people_are_left_alone(ask: Ask, story: str) -> None:
    assert words(ask(RoleConflict(), story)) == []
