"""Sources told without a name of whom no reader asks why."""

from __future__ import annotations

import pytest

from newslint.checks.anonymity.anonymous_first_quote import AnonymousFirstQuote
from newslint.checks.anonymity.no_reason import NoReason
from newslint.finding import Severity
from tests.checks.conftest import Ask

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    "story",
    [
        "The two clerks said that the vault was empty.",
        "A clerk emailed the owner a list of the vaults.",
        "Petra Lund did what a clerk had told her to do.",
        "Half of clerks left in May. The vault was empty, clerks familiar with it said.",
        "“The vault was empty,” an official said in a statement.",
        "A bank clerk says that the vault was empty. The bank is old, said Petra Lund, a clerk.",
    ],
)
def test_no_reason_is_asked(ask: Ask, story: str) -> None:
    assert ask(NoReason(), story) == []


def test_a_new_name_of_another_trade_is_not_the_source(ask: Ask) -> None:
    story = "A bank clerk says that the vault was empty. The minister, Petra Lund, said it was not."
    assert ask(NoReason(), story) == [("A bank clerk", Severity.WARNING)]


def test_a_post_or_a_statement_is_no_hidden_first_quotation(ask: Ask) -> None:
    posted = "“The vault was quite empty,” one clerk tweeted."
    stated = "“The vault was quite empty,” an official said in a statement."
    assert ask(AnonymousFirstQuote(), posted) == ask(AnonymousFirstQuote(), stated) == []
