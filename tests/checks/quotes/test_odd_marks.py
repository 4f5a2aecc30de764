"""Quotation marks that have a partner and are wrong, and where an unclosed one is marked."""

from __future__ import annotations

import pytest

from newslint.checks.quotes.unbalanced_quote_marks import UnbalancedQuoteMarks
from newslint.finding import Severity
from tests.checks.conftest import Ask

pytestmark = pytest.mark.model
WARNING = Severity.WARNING
_OTHERS = '"It is late," said Ana Ruiz. "We wait," said Bo Falk.\n\n'


def _asked(ask: Ask, text: str) -> list[tuple[str, Severity]]:
    return ask(UnbalancedQuoteMarks(), text)


def test_a_mark_set_twice(ask: Ask) -> None:
    assert _asked(ask, f'{_OTHERS}The mill had ""lost the plot", she said.') == [('""', WARNING)]


def test_marks_of_another_country_in_a_story_with_its_own(ask: Ask) -> None:
    assert _asked(ask, f"{_OTHERS}The clerk called it „a farce“.") == [("„a farce“", WARNING)]
    assert _asked(ask, "The clerk called it „a farce“ and „a shame“.") == []


def test_marks_turned_round(ask: Ask) -> None:
    text = "“It is late,” said Ana Ruiz.\n\nThe letter ”was private“, she said."
    assert ("”was private“", WARNING) in _asked(ask, text)


def test_double_marks_within_double_marks(ask: Ask) -> None:
    text = "Ana Ruiz said: “The bank wrote, “Spend nothing”, and we obeyed.”"
    assert _asked(ask, text) == [("“Spend nothing”", WARNING)]
    assert _asked(ask, "Ana Ruiz said: “The bank wrote, ‘Spend nothing’, and we obeyed.”") == []


def test_a_closing_mark_that_stands_apart(ask: Ask) -> None:
    assert _asked(ask, '"It is late, " said Ana Ruiz.') == [(' "', WARNING)]


def test_halves_of_a_quotation_between_different_marks(ask: Ask) -> None:
    text = "\"The bus was late\", said Ana Ruiz, the driver, 'and I walked home.'"
    assert ("'", WARNING) in _asked(ask, text)


def test_one_mixed_pair_among_pure_ones_is_a_slip(ask: Ask) -> None:
    text = f'{_OTHERS}"No," said Ana Ruiz. He was “more worried about the coffee".'
    assert _asked(ask, text) == [('“more worried about the coffee"', WARNING)]


def test_a_stray_mark_far_below_is_not_the_partner_of_one_above(ask: Ask) -> None:
    text = (
        '"It is late, said Ana Ruiz.\n\nIt rained. "We wait," said Bo Falk.\n\n'
        'It rained on the quay. They paid in the end."'
    )
    assert [words for words, _ in _asked(ask, text)] == ['"It is late,', 'end."']


def test_words_that_go_on_from_the_writers_end_with_the_sentence(ask: Ask) -> None:
    text = (
        'The minister said that "no boat was in danger. Her rival, Bo Falk, left the hall and'
        ' called it "a lullaby".'
    )
    assert _asked(ask, text) == [("boat was in danger.", WARNING)]
