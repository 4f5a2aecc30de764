"""The rules of anonymity, on small stories."""

from __future__ import annotations

import pytest

from newslint.checks.anonymity.anonymity_share import AnonymityShare
from newslint.checks.anonymity.anonymous_first_quote import AnonymousFirstQuote
from newslint.checks.anonymity.anonymous_opinion import AnonymousOpinion
from newslint.checks.anonymity.bare_source import BareSource
from newslint.checks.anonymity.no_reason import NoReason
from newslint.finding import Severity
from tests.checks.conftest import Ask

pytestmark = pytest.mark.model


def test_a_source_is_asked_for_its_reason_once(ask: Ask) -> None:
    story = (
        "A person close to the owner said that the vault was empty.\n\n"
        "The person close to the owner said that it had been so for a year."
    )
    assert ask(NoReason(), story)[0] == ("A person close to the owner", Severity.WARNING)


def test_every_source_is_asked(ask: Ask) -> None:
    story = (
        "One diplomat in Tarn said that the vault was empty.\n\n"
        "A defence official said that it had been so for a year."
    )
    assert [words for words, _ in ask(NoReason(), story)] == [
        "One diplomat in Tarn",
        "A defence official",
    ]


@pytest.mark.parametrize(
    "story",
    [
        "Sources familiar with the audit told Reuters that the vault was empty.",
        "Bloomberg said that a person close to the owner had seen the empty vault.",
        "The vault was empty, said a person close to the owner, citing fear of arrest.",
        "“Shame on them all,” wrote one customer of the bank.",
    ],
    ids=["told an outlet", "relayed by an outlet", "reason", "written in public"],
)
def test_no_reason_is_owed(ask: Ask, story: str) -> None:
    assert ask(NoReason(), story) == []


def test_a_passer_by_is_only_a_suggestion_and_only_on_request(ask: Ask) -> None:
    story = "“It was quite empty,” one voter said."
    assert ask(NoReason(), story) == []
    assert ask(NoReason(passers_by=True), story) == [("one voter", Severity.SUGGESTION)]
    withheld = "“It was quite empty,” said one voter, who spoke on condition of anonymity."
    assert [severity for _, severity in ask(NoReason(), withheld)] == [Severity.WARNING]


@pytest.mark.parametrize(
    "words",
    ["A source", "Two sources", "An unnamed source", "Well-placed sources", "A senior source"],
)
def test_praise_and_number_do_not_describe_a_source(ask: Ask, words: str) -> None:
    story = f"{words} said that the vault was empty."
    assert ask(BareSource(), story) == [(words, Severity.WARNING)]


@pytest.mark.parametrize(
    "words",
    ["A Treasury source", "Diplomatic sources", "A source at the bank", "A source who saw it"],
)
def test_function_body_and_access_do(ask: Ask, words: str) -> None:
    assert ask(BareSource(), f"{words} said that the vault was empty.") == []


@pytest.mark.parametrize(
    "quotation",
    [
        '"The board is a shambles,"',
        '"It is not just about the vault,"',
        '"They are bound to fail,"',
        '"They should all resign,"',
    ],
    ids=["verdict", "reading", "forecast", "stance"],
)
def test_opinions_of_the_unnamed(ask: Ask, quotation: str) -> None:
    story = f"{quotation} said one diplomat in Tarn."
    assert ask(AnonymousOpinion(), story) == [(quotation, Severity.WARNING)]


def test_one_opinion_a_paragraph_is_enough(ask: Ask) -> None:
    story = '"They should go," said one diplomat in Tarn. "They are bound to fail."'
    assert ask(AnonymousOpinion(), story) == [('"They should go,"', Severity.WARNING)]


def test_the_first_quotation_of_another_outlet_is_not_ours(ask: Ask) -> None:
    story = '"It was quite empty then," one diplomat in Tarn told Reuters.'
    assert ask(AnonymousFirstQuote(), story) == []


def test_a_share_below_the_error_line_is_a_warning(ask: Ask) -> None:
    story = (
        "# Gold gone\n\nOne diplomat in Tarn said the vault was empty.\n\n"
        "A person close to the owner said that the gold had gone north.\n\n"
        "Klara Voss said that it had been sold."
    )
    assert ask(AnonymityShare(least=3), story) == [("Gold gone", Severity.WARNING)]
    assert ask(AnonymityShare(error_from=0.6, least=3), story) == [("Gold gone", Severity.ERROR)]
    assert ask(AnonymityShare(limit=0.7), story) == []


def test_a_former_foreman_who_gives_no_name_and_calls_names_is_asked(ask: Ask) -> None:
    story = "A former foreman, who gave no name, called the owner a bully."
    assert [severity for _, severity in ask(NoReason(), story)] == [Severity.WARNING]


@pytest.mark.parametrize(
    "story",
    [
        "A member of staff called an ambulance.",
        "A nurse called it a day after 30 years.",
        "Two clerks, Ana Ruiz and Hal Moss, said that the vault was empty.",
        "A manager, who asked not to be named since her post is under review, said it was empty.",
    ],
)
def test_a_call_a_name_or_a_reason_leaves_nothing_to_ask(ask: Ask, story: str) -> None:
    assert ask(NoReason(), story) == []
