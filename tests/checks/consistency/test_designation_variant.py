"""Two codes with transposed digits are one code, mistyped."""

from __future__ import annotations

from newslint.checks.consistency.designation_variant import DesignationVariant
from newslint.finding import Severity
from tests.checks.conftest import Ask

RULE = DesignationVariant()


def test_the_later_of_two_single_uses_is_marked(ask: Ask) -> None:
    story = "A Zu-214 was seen. It left at noon. The Zu-241 came back."
    assert ask(RULE, story) == [("Zu-241", Severity.WARNING)]


def test_the_rarer_is_marked_though_it_comes_first(ask: Ask) -> None:
    story = "A Zu-241 was seen. The Zu-214 left. The Zu-214 came back."
    assert ask(RULE, story) == [("Zu-241", Severity.WARNING)]


def test_variants_and_neighbours_are_other_types(ask: Ask) -> None:
    for other in ("Zu-214M", "Zu-214-100", "Zu-215", "Zu-2140", "Zv-241"):
        assert ask(RULE, f"A Zu-214 was seen. Rain fell. The {other} left.") == []


def test_two_codes_in_one_sentence_are_meant(ask: Ask) -> None:
    assert ask(RULE, "The Zu-214 followed the Zu-241.") == []


def test_a_number_without_letters_is_no_code(ask: Ask) -> None:
    assert ask(RULE, "He sold 214 boats. She sold 241 boats.") == []
