"""secondhand.credit-without-link: outlets that are credited by their sort, and one's own."""

from __future__ import annotations

import pytest

from newslint.checks.secondhand.credit_without_link import CreditWithoutLink
from newslint.finding import Severity
from tests.checks.conftest import Ask

pytestmark = pytest.mark.model
RULE = CreditWithoutLink()


@pytest.mark.parametrize(
    ("sentence", "outlet"),
    [
        ("The size of the order was revealed by a newspaper in Lindow.", "a newspaper"),
        ("The claim has been picked up by a cable host.", "a cable host"),
        ("Two bidders have been named in the financial press.", "the financial press"),
        ("Troops are on their way, according to a regional news site.", "a regional news site"),
        ("The ship sailed at nine, according to the regional paper.", "the regional paper"),
    ],
)
def test_an_outlet_of_some_sort_is_credited_to_nobody(ask: Ask, sentence: str, outlet: str) -> None:
    assert ask(RULE, sentence) == [(outlet, Severity.WARNING)]


@pytest.mark.parametrize(
    "sentence",
    [
        "The plan was printed by a newspaper called the Lindow Chart.",
        "The results were published in a paper by two chemists.",
        "The fair will open at noon, according to the event website.",
        "The wall was painted by a broadcaster.",
        "It was revealed by [a newspaper](https://chart.example/order) in Lindow.",
    ],
)
def test_a_named_outlet_and_a_site_of_ones_own_are_left_alone(ask: Ask, sentence: str) -> None:
    assert ask(RULE, sentence) == []


def test_only_ones_own_outlet_checks_things(ask: Ask) -> None:
    story = "The film is old, the Tarn Gazette said. {}"
    other = "Nobody has seen it since."
    own = "The Tarn Gazette could not verify where it was shot."
    assert ask(RULE, story.format(other)) == [("Tarn Gazette", Severity.WARNING)]
    assert ask(RULE, story.format(own)) == []
