"""Names of which one word is another of its kind."""

from __future__ import annotations

import pytest

from newslint.checks._people.likeness import opposite
from newslint.checks.consistency.name_variant import NameVariant
from newslint.checks.consistency.pronoun_conflict import PronounConflict
from newslint.checks.consistency.role_conflict import RoleConflict
from newslint.checks.consistency.weekday_date_mismatch import WeekdayDateMismatch
from newslint.finding import Severity
from tests.checks.conftest import Ask

SWAPPED = [
    ("Mahan Memorial Hospital has six beds. It rained.", "[Mahan General Hospital] is full."),
    ("Orme Mansions has no lift. It is old.", "[Orme Gardens] was painted in May."),
    ("The Union for Warm Homes won twelve seats.", "The [Alliance for Warm Homes] will not join."),
    ("The Free Quay Party won twelve seats.", "The [Free Quay Movement] will not join."),
    ("She wrote the cantata The Drowned Oars.", "[The Sunken Oars] will be sung in May."),
    ("The roof of St Wystan’s leaks.", "The bells of [St Winstan]’s will be sold."),
    ("Orme Hospital has six beds.", "[Orme Infirmary] is full."),
    ("The Quiet Star ran aground.", "The [Quiet Light] will be towed."),
    ("The Orme Evening Post was sold.", "The [Orme Evening News] has six staff."),
    ("Work began in Ferris Road on Monday.", "The shops of [Ferris Street] are shut."),
]
APART = [
    ("Mahan Memorial Hospital and Mahan General Hospital are full.",
     "Mahan General Hospital has nine beds."),
    ("Orme Mansions has no lift.", "Its neighbour, Orme Gardens, has two."),
    ("Orme Mansions has no lift.", "Orme Gardens, which is owned by a bank, has two."),
    ("Orme Mansions has no lift.", "Nearby Orme Gardens has two."),
    ("The Free Quay Party won twelve seats.", "A breakaway Free Quay Movement won one."),
    ("The National Party won.", "The National Front lost."),
    ("She wrote the cantata The Drowned Oars.", "She also wrote The Sunken Oars."),
    ("The roof of St Mary’s leaks.", "The roof of St Mark’s does not."),
    ("The Eastmoor District Hospital is shut.", "Many went to Westmoor District Hospital."),
    ("Orr Parish Council met.", "Orr Town Council, which covers the quay, did not."),
]  # fmt: skip


@pytest.mark.parametrize(("first", "second"), SWAPPED)
def test_a_swapped_word_is_marked(first: str, second: str, ask: Ask) -> None:
    odd = second[second.index("[") + 1 : second.index("]")]
    story = f"{first}\n\n{second.replace('[', '').replace(']', '')}"

    assert [words for words, _ in ask(NameVariant(), story)] == [odd]


@pytest.mark.parametrize(("first", "second"), APART)
def test_two_names_that_are_told_apart_are_left(first: str, second: str, ask: Ask) -> None:
    assert not ask(NameVariant(), f"{first}\n\n{second}")


def test_opposite_knows_places_told_apart_by_side() -> None:
    assert opposite("eastmoor", "westmoor")
    assert opposite("upper", "lower")
    assert not opposite("eastmoor", "eastmore")
    assert not opposite("north", "north")


def test_ranks_of_the_fire_service_are_held_one_at_a_time(ask: Ask) -> None:
    first = "Group manager Sean Ackroyd said it was a loft. It rained."

    found = ask(RoleConflict(), f"{first}\n\nStation manager Ackroyd said it was dry.")

    assert [words for words, _ in found] == ["Station manager"]
    made = first.replace("said it was a loft", "was made a station manager in May")
    assert not ask(RoleConflict(), f"{made}\n\nStation manager Ackroyd said it was dry.")


def test_weekdays_of_an_undated_story_are_held_against_one_another(ask: Ask) -> None:
    story = "It sank on Friday, 17 April. The inquest is on Tuesday, 30 June. "

    found = ask(WeekdayDateMismatch(), story + "The board meets on Thursday, 20 May.")

    assert [words for words, _ in found][-1] == "Thursday, 20 May"
    assert len(ask(WeekdayDateMismatch(), story + "The board meets on Wednesday, 20 May.")) == 1


def test_a_lost_accent_weighs_more_than_a_lost_capital(ask: Ask) -> None:
    accent = ask(NameVariant(), "Annika Sjöholm runs the mill. It rained.\n\nSjoholm will leave.")
    capital = ask(NameVariant(), "Ann MacInnes runs the mill. It rained.\n\nMacinnes will leave.")

    assert [severity for _, severity in accent] == [Severity.WARNING]
    assert all(severity < Severity.WARNING for _, severity in capital)


def test_an_honour_says_whether_he_or_she_is_meant(ask: Ask) -> None:
    first = "The minister, Haja Isata Conte, spoke."

    assert ask(PronounConflict(), f"{first} He was brief.")
    assert not ask(PronounConflict(), f"{first} She was brief.")
