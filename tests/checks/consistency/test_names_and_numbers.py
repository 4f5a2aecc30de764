"""One spelling for a name, one number for a count, one pronoun for a country."""

from __future__ import annotations

import pytest

from newslint.checks.consistency.confirmation_conflict import ConfirmationConflict
from newslint.checks.consistency.headline_number import HeadlineNumber
from newslint.checks.consistency.name_variant import NameVariant
from newslint.checks.consistency.number_conflict import NumberConflict
from newslint.checks.consistency.pronoun_drift import PronounDrift
from tests.checks.conftest import Ask, Found

pytestmark = pytest.mark.model


def words(found: Found) -> list[str]:
    return [word for word, _ in found]


def test_a_surname_with_swapped_letters_is_marked_at_the_odd_one(ask: Ask) -> None:
    story = (
        "Maria Steinberg won the race on Monday.\n\nSteinberg had trained for a year.\n\n"
        "The town will give Maria Stienberg a boat."
    )
    assert words(ask(NameVariant(), story)) == ["Stienberg"]


def test_a_brother_is_not_a_slip(ask: Ask) -> None:
    story = "Maria Steinberg won the race. The cup was made by Peter Stienberg, a smith."
    assert ask(NameVariant(), story) == []


def test_two_spellings_used_again_and_again_are_two_names(ask: Ask) -> None:
    story = (
        "Mr Steinberg spoke first. Mr Stienberg was next. Then Mr Steinberg left."
        " At noon Mr Stienberg left."
    )
    assert ask(NameVariant(), story) == []


def test_a_quoted_spelling_is_the_speakers(ask: Ask) -> None:
    story = 'Maria Steinberg won the race. "Maria Stienberg is the best," the banner said.'
    assert ask(NameVariant(), story) == []


def test_a_headline_may_round_or_add_up(ask: Ask) -> None:
    rule = HeadlineNumber()
    story = "# Nine boats lost\n\nSix boats were lost in the storm."
    assert words(ask(rule, story)) == ["Nine", "Six boats"]
    assert ask(rule, "# Nine boats lost\n\nSix boats sank. Three boats burnt.") == []
    assert ask(rule, "# Nine boats lost\n\nNearly ten boats were lost in the storm.") == []
    assert ask(rule, "# Nine boats lost\n\nThe storm took 9 boats, six of them new boats.") == []


def test_a_count_of_something_narrower_is_another_count(ask: Ask) -> None:
    story = "# Nine fishing boats lost\n\nThe storm took six boats from the yacht club."
    assert ask(HeadlineNumber(), story) == []


def test_numbers_on_different_days_do_not_conflict(ask: Ask) -> None:
    rule = NumberConflict()
    assert words(ask(rule, "Six divers drowned. Later nine divers drowned.")) == ["nine divers"]
    assert ask(rule, "Six divers drowned on Monday. Nine divers drowned on Tuesday.") == []
    assert ask(rule, "Six divers drowned. Nine other divers drowned.") == []


def test_a_woman_keeps_her_pronoun_and_a_country_its(ask: Ask) -> None:
    rule = PronounDrift()
    assert words(ask(rule, "Spain will pay her debts with its own gold.")) == ["her"]
    assert ask(rule, "Spain will pay her debts with borrowed gold.") == []
    assert ask(rule, "The queen of Spain gave her crown to its museum.") == []
    assert ask(rule, "Ada Lind came home. Spain had sent her word of its offer.") == []


def test_what_is_confirmed_and_not_confirmed_is_the_same_thing(ask: Ask) -> None:
    rule = ConfirmationConflict()
    denial = "No official confirmation of the sale has come."
    assert words(ask(rule, f"A clerk confirmed the sale. {denial}")) == ["No official confirmation"]
    assert ask(rule, f"A clerk confirmed the date of the fair. {denial}") == []
    assert ask(rule, f"A clerk could not confirm the sale. {denial}") == []
    assert ask(rule, f"A clerk will confirm the sale on Monday. {denial}") == []
