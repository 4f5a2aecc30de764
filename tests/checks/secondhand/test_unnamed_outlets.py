"""secondhand.vague-outlet: outlets and posts without a name; and one's own, and odd names."""

from __future__ import annotations

import pytest

from newslint.checks.secondhand.credit_without_link import CreditWithoutLink
from newslint.checks.secondhand.vague_outlet import VagueOutlet
from newslint.finding import Severity
from tests.checks.conftest import Ask

pytestmark = pytest.mark.model
RULE = VagueOutlet()
CREDIT = CreditWithoutLink()


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
        ("In a radio interview on Monday, Ana Ruiz said that it sank.", "a radio interview"),
        ("In a broadcast on Sunday the bishop said that it sank.", "a broadcast"),
        ("Ana Ruiz told an interviewer last week that it sank.", "an interviewer"),
        ("The sum was named in a letter making the rounds.", "a letter making the rounds"),
        ("The ship sailed at nine, local pages say.", "local pages"),
        ("Several dailies have it that the ship sailed.", "Several dailies"),
        ("Papers have run details of the ship.", "Papers"),
        ("A local radio station has been told that the ship sailed.", "A local radio station"),
        ("Images posted online show the ship at noon.", "Images posted online"),
        ("A map of its track was all over social media.", "all over social media"),
        ("Footage from state TV left out the ship.", "Footage from state TV"),
        ("The ship sank, or so a harbour blog reports.", "or so a harbour blog reports"),
        ("It sank, if the Lindow press is right.", "if the Lindow press is right"),
        ("One German reporter claimed on X that it sank.", "One German reporter"),
        ("The ship sank, a group of Nordic broadcasters said.", "a group of Nordic broadcasters"),
        ("The tale was picked up by a radio show.", "picked up by a radio show"),
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
        "In an interview with the Lindow Chart, Ana Ruiz said that it sank.",
        "Images posted online by Ana Ruiz show the ship at noon.",
        "A reporter pointed out that the ship had sunk.",
        "In a broadcast to the nation, the queen said that it sank.",
        "It was revealed by [a newspaper](https://chart.example/order) in Lindow.",
    ],
)
def test_a_named_outlet_and_a_site_of_ones_own_are_left_alone(ask: Ask, sentence: str) -> None:
    assert ask(RULE, sentence) == []


def test_only_ones_own_outlet_checks_things(ask: Ask) -> None:
    story = "The film is old, the Tarn Gazette said. {}"
    other = "Nobody has seen it since."
    own = "The Tarn Gazette could not verify where it was shot."
    assert ask(CREDIT, story.format(other)) == [("Tarn Gazette", Severity.WARNING)]
    assert ask(CREDIT, story.format(own)) == []


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
        "The mill, reports the daily Den Tarnske, is sold.",
        "According to the Hamburg weekly Den Tarnske, the mill is sold.",
        "The mill is sold, Den Tarnske said in its report.",
    ):
        assert ask(CREDIT, sentence) == [("Den Tarnske", Severity.WARNING)]
    assert ask(CREDIT, "The mill is sold, it was said on Radio Lindow.") == [
        ("Radio Lindow", Severity.WARNING)
    ]


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Reports in Oslo suggest that the mill is sold.", "Reports"),
        ("Amid reports of a fire, the mayor left.", "reports"),
        ("There were reports that the mill had burnt.", "reports"),
        ("Reports of a wreck on the beach have not been confirmed.", "Reports"),
        ("Talk of a sale has swirled for weeks.", "Talk"),
        ("A clip passed round on WhatsApp shows the fire.", "A clip passed round"),
        ("A video making the rounds shows the fire.", "A video making the rounds"),
        (
            "A post that has been shared widely shows the miller.",
            "A post that has been shared",
        ),
        ("Three names are doing the rounds.", "Three names are doing the rounds"),
        ("The price is up, according to a thread in a farmers' group.", "a thread"),
        ("Multiple outlets linked her with the mill.", "Multiple outlets"),
        ("Blogs were the first to carry the claim.", "Blogs"),
        ("A business daily in Tarn has said that the mill is sold.", "A business daily"),
        ("As was reported at the time, the mill burnt down.", "As was reported"),
        ("The fire had been widely reported.", "had been widely reported"),
    ],
)
def test_reports_and_posts_that_are_nobodys(ask: Ask, sentence: str, words: str) -> None:
    assert ask(RULE, f"It is late. {sentence}") == [(words, Severity.WARNING)]


@pytest.mark.parametrize(
    "sentence",
    [
        "The annual report says that the mill is sold, and so do police reports.",
        "Reports from the ministry show that prices rose.",
        "Reports in the Tarn Gazette said so, according to [the mill](https://mill.example/a).",
        "She told reporters that reports about her were untrue.",
        "The tale of the mill is told in three rooms of the museum.",
        "A video shared by Ana Ruiz shows the fire.",
        "She shared the video with her sister.",
        "The doctor was doing the rounds of the ward.",
        "Several outlets, among them the Tarn Gazette, said that the mill was sold.",
        "Local media [said](https://gazette.example/mill) that the mill was sold.",
        "Newspapers are struggling, and many have closed.",
    ],
)
def test_reports_and_posts_that_are_somebodys(ask: Ask, sentence: str) -> None:
    assert ask(RULE, f"It is late. {sentence}") == []
