"""The rules of second-hand reporting: credit, links, and whose source it was."""

from __future__ import annotations

import pytest

from newslint.checks.secondhand.credit_without_link import CreditWithoutLink
from newslint.checks.secondhand.empty_link import EmptyLink
from newslint.checks.secondhand.hidden_anonymity import HiddenAnonymity
from newslint.finding import Severity
from tests.checks.conftest import Ask

pytestmark = pytest.mark.model


@pytest.mark.parametrize("address", ["#", "", "javascript:void(0)", "about:blank", "https://"])
def test_addresses_that_lead_nowhere(ask: Ask, address: str) -> None:
    link = f'<a href="{address}">met</a>'
    story = f"<p>They {link} in May.</p>"
    assert ask(EmptyLink(), story, "story.html") == [(link, Severity.WARNING)]


def test_links_that_a_reader_cannot_follow_or_foresee(ask: Ask) -> None:
    assert ask(EmptyLink(), "They met.[](https://harbour.example/met)") == [
        ("[](https://harbour.example/met)", Severity.WARNING)
    ]
    assert ask(EmptyLink(), "Read [Click here](https://harbour.example/met).") == [
        ("Click here", Severity.SUGGESTION)
    ]


@pytest.mark.parametrize("path", ["story.md", "story.txt"])
@pytest.mark.parametrize(
    ("story", "outlet"),
    [
        ("The bridge will close, Reuters reported.", "Reuters"),
        ("The plan, first reported by Bloomberg, is dead.", "Bloomberg"),
        ("According to the New York Times, the bridge is safe.", "New York Times"),
    ],
)
def test_credit_in_any_form_and_format(ask: Ask, story: str, outlet: str, path: str) -> None:
    [(words, severity)] = ask(CreditWithoutLink(), story, path)
    assert words.removeprefix("the ") == outlet
    assert severity == Severity.WARNING


def test_one_report_for_each_outlet(ask: Ask) -> None:
    story = "It will close, Reuters reported.\n\nIt is old, Reuters said."
    assert ask(CreditWithoutLink(), story) == [("Reuters", Severity.WARNING)]


def test_an_address_written_out_is_a_link(ask: Ask) -> None:
    story = "It will close, Reuters reported: https://reuters.example/bridge"
    assert ask(CreditWithoutLink(), story, "story.txt") == []


def test_a_placeholder_is_reported_for_itself_only(ask: Ask) -> None:
    assert ask(CreditWithoutLink(), "It will close, Reuters [reported](#).") == []


def test_the_source_of_another_outlet_must_be_said_to_be_theirs(ask: Ask) -> None:
    credit = "The bridge, Reuters reported, will close.\n\n"
    hidden = credit + "A person close to the owner said that it was rotten."
    assert ask(HiddenAnonymity(), hidden) == [("A person close to the owner", Severity.WARNING)]
    assert ask(HiddenAnonymity(), hidden + " They told us that it was old.") == []
    late = "A person close to the owner said it was rotten.\n\n" + credit
    assert ask(HiddenAnonymity(), late) == []


@pytest.mark.model
@pytest.mark.parametrize(
    "story",
    [
        "Klara Voss told the New York Times that the bridge was safe.",
        "“It is safe,” Klara Voss said in an interview with CNN on Monday.",
        "“It is safe,” Klara Voss said on CNN.",
    ],
)
def test_an_outlet_that_somebody_only_spoke_to_is_reported_on_request(ask: Ask, story: str) -> None:
    assert ask(CreditWithoutLink(), story) == []
    found = ask(CreditWithoutLink(interviews=True), story)
    assert [severity for _, severity in found] == [Severity.SUGGESTION]


@pytest.mark.model
@pytest.mark.parametrize(
    "story",
    [
        "---\ntitle: Bridge\npublisher: The Tarn Courier\n---\n\nThe bridge is shut, according to "
        "the Tarn Courier.",
        "The bridge is shut, the Tarn Courier reported.\n\n© 2024 Tarn Courier",
        "TARN (AP) — The bridge is shut, according to the Associated Press.",
    ],
)
def test_ones_own_outlet_needs_no_link(ask: Ask, story: str) -> None:
    assert ask(CreditWithoutLink(), story) == []


@pytest.mark.model
def test_an_outlet_that_the_story_is_about_is_no_credit(ask: Ask) -> None:
    for story in (
        "Reuters said that its editors had checked the report.",
        "The debate hosted by CNN begins at noon, said Klara Voss.",
        "CBS said it was moving the show.",
    ):
        assert ask(CreditWithoutLink(), story) == []


@pytest.mark.model
def test_the_short_name_of_an_outlet_is_no_second_credit(ask: Ask) -> None:
    story = "The Wall Street Journal reported the sale. The Journal reported that it was cheap."
    assert len(ask(CreditWithoutLink(), story)) == 1
