"""anonymity.no-reason: what counts as a reason, and for whom."""

from __future__ import annotations

import pytest

from newslint.checks.anonymity.no_reason import NoReason
from tests.checks.conftest import Ask

pytestmark = pytest.mark.model
RULE = NoReason()


def test_a_because_inside_the_statement_is_no_reason_for_the_source(ask: Ask) -> None:
    story = "A bank official said that the vault was empty because nobody had paid."
    assert [words for words, _ in ask(RULE, story)] == ["A bank official"]


def test_the_reason_of_one_source_does_not_serve_another(ask: Ask) -> None:
    story = (
        "One carer said that the beds were full. One carer, who asked not to be named because "
        "she still works there, said that the doors were locked."
    )
    assert [words for words, _ in ask(RULE, story)] == ["One carer"]


def test_people_of_weight_and_nothing_else_are_unnamed(ask: Ask) -> None:
    story = "A senior Treasury figure said that more would follow."
    assert [words for words, _ in ask(RULE, story)] == ["A senior Treasury figure"]


def test_a_driver_and_a_volunteer_know_what_passers_by_do_not(ask: Ask) -> None:
    for who in ("A driver", "A volunteer"):
        assert [w for w, _ in ask(RULE, f"{who} said that the pumps had run dry.")] == [who]
    assert ask(RULE, "A shopper said that the pumps had run dry.") == []
