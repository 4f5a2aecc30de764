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
        ("The ship sailed, according to an article in a Dutch magazine.", "a Dutch magazine"),
        ("A podcast about shipwrecks says that the ship sailed.", "A podcast"),
        ("As other media have told, the ship sailed at nine.", "As other media have told"),
        ("As the story goes on Facebook, the ship sank.", "As the story goes on Facebook"),
        ("Other outlets have gone further, reporting that it sank.", "Other outlets"),
        ("According to a television report, the ship sailed.", "a television report"),
        ("The ship sailed at nine, local pages say.", "local pages"),
        ("Several dailies have it that the ship sailed.", "Several dailies"),
        ("Papers have run details of the ship.", "Papers"),
        ("A local radio station has been told that the ship sailed.", "A local radio station"),
        ("It was on a radio show that the price had dropped.", "It was on a radio show that"),
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


@pytest.mark.parametrize(
    ("sentence", "outlet"),
    [
        ("A gardening podcast claimed in May that the well had run dry.", "A gardening podcast"),
        ("One news site has already concluded that the well is dry.", "One news site"),
        ("A Lindow tabloid had the miller hiding in the loft.", "A Lindow tabloid"),
        ("A biography printed in May has her calling the mill a tomb.", "A biography"),
        (
            "A Sunday supplement's profile had called the mill unsafe.",
            "A Sunday supplement's profile",
        ),
        ("Danish broadcasters have gone further and named the owner.", "Danish broadcasters"),
        ("The owner told a breakfast show that the mill was safe.", "a breakfast show"),
    ],
)
def test_nameless_outlets_and_works_that_tell_something(
    ask: Ask, sentence: str, outlet: str
) -> None:
    assert ask(RULE, sentence) == [(outlet, Severity.WARNING)]


@pytest.mark.parametrize(
    ("sentence", "phrase"),
    [
        ("The mill is sold, as the gossip columns have it.", "as the gossip columns have it"),
        ("Elsewhere we read that the mill is sold.", "Elsewhere we read"),
        (
            "It was, in the words of a breakfast bulletin, a ruin.",
            "in the words of a breakfast bulletin",
        ),
        (
            "As a rival paper was first to notice, it is sold.",
            "As a rival paper was first to notice",
        ),
    ],
)
def test_set_phrases_that_lean_on_another_outlet(ask: Ask, sentence: str, phrase: str) -> None:
    assert ask(RULE, sentence) == [(phrase, Severity.WARNING)]


@pytest.mark.parametrize(
    "sentence",
    [
        "A local radio station closed in May.",
        "A newspaper has apologised to the miller.",
        "A [gardening podcast](https://pod.example/9) claimed that the well had run dry.",
        "The mill has a website that works. A podcast may say so.",
        "Legend has it that the well was dug in a night.",
        "The station put up new signs. The account shows a loss.",
    ],
)
def test_outlets_that_are_the_news_themselves_are_left_alone(ask: Ask, sentence: str) -> None:
    assert ask(RULE, sentence) == []


def test_outlets_named_in_ways_of_their_own(ask: Ask) -> None:
    for sentence in (
        "Den Tarnske has it that the mill is sold.",
        "As the magazine Den Tarnske told its readers, the mill is sold.",
    ):
        assert ask(RULE, sentence) == [("Den Tarnske", Severity.WARNING)]
    assert ask(RULE, "The mill is sold, it was said on Radio Lindow.") == [
        ("Radio Lindow", Severity.WARNING)
    ]
