"""What a house demands of stories with unnamed sources."""

from __future__ import annotations

import pytest

from newslint.checks.anonymity.missing_sign_off import MissingSignOff
from newslint.checks.anonymity.plural_for_one import PluralForOne
from newslint.checks.anonymity.single_anonymous_lead import SingleAnonymousLead
from newslint.finding import Severity
from tests.checks.conftest import Ask

pytestmark = pytest.mark.model

LEAD = "A bank official said on Monday that the vault in the old town had been empty for a year."


class TestLead:
    def test_one_unnamed_source_is_marked(self, ask: Ask) -> None:
        assert ask(SingleAnonymousLead(), LEAD) == [("A bank official", Severity.SUGGESTION)]

    def test_a_byline_before_it_is_not_the_lead(self, ask: Ask) -> None:
        found = ask(SingleAnonymousLead(), f"By Ada Lind\n\n{LEAD}")
        assert [words for words, _ in found] == ["A bank official"]

    @pytest.mark.parametrize(
        "lead",
        [
            "Bank officials said on Monday that the vault in the old town had been empty.",
            "A bank official and Klara Voss, the manager, said on Monday that the vault was empty.",
            "A bank official said on Monday that [the vault](https://bank.example/vault) was "
            "empty for a year.",
            "Reuters reported on Monday that a bank official said the vault had been empty.",
            "The vault in the old town has been empty for a year, the court ruled on Monday.",
        ],
    )
    def test_several_sources_a_link_or_another_outlet_are_left_alone(
        self, ask: Ask, lead: str
    ) -> None:
        assert ask(SingleAnonymousLead(), lead) == []


class TestPlural:
    def test_the_plural_is_marked_and_the_singular_shown(self, ask: Ask) -> None:
        story = "Sources at the bank said the vault is empty.\n\nThe source said it was sold."
        assert ask(PluralForOne(), story) == [("Sources at the bank", Severity.SUGGESTION)]

    @pytest.mark.parametrize(
        "then",
        [
            "Another source said it was sold. The source gave no reason.",
            "The first source said it was sold.",
            "The sources said it was sold.",
            "“The source of the gold is unknown,” said Klara Voss.",
            "The source of the gold is unknown.",
            "The official Klara Voss said it was sold.",
        ],
    )
    def test_several_sources_that_are_told_apart_are_left_alone(self, ask: Ask, then: str) -> None:
        story = f"Sources and officials at the bank said the vault is empty.\n\n{then}"
        assert ask(PluralForOne(), story) == []


class TestSignOff:
    def test_it_is_reported_once_at_the_first_source(self, ask: Ask) -> None:
        story = f"{LEAD}\n\nA person close to the owner said that it was sold."
        assert ask(MissingSignOff(), story) == [("A bank official", Severity.ERROR)]

    def test_a_story_in_which_all_are_named_needs_none(self, ask: Ask) -> None:
        assert ask(MissingSignOff(), "The vault is empty, Klara Voss, the manager, said.") == []
