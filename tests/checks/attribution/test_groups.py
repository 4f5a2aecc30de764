"""attribution.vague-collective-source: which groups are nobody in particular."""

from __future__ import annotations

import pytest

from newslint.checks.attribution.vague_collective_source import VagueCollectiveSource
from newslint.finding import Severity
from tests.checks.conftest import Ask

pytestmark = pytest.mark.model
RULE = VagueCollectiveSource()


@pytest.mark.parametrize(
    ("sentence", "group"),
    [
        ("Some residents fear that the wall will fall.", "Some residents"),
        ("According to experts, the wall is old.", "experts"),
        ("Many residents say they were not asked.", "Many residents"),
        ("The plan has angered local residents, who say they were not asked.", "local residents"),
        ("Friends say the owner will sell.", "Friends"),
        ("Safety groups warned that the wall was cracked.", "Safety groups"),
        ("Pension experts have welcomed the plan.", "Pension experts"),
        ("A number of commentators have said so.", "A number of commentators"),
        ("Industry figures warned that the mill would close.", "Industry figures"),
        ("Teachers are furious.", "Teachers"),
        ("The letter, some claim, was forged.", "some"),
    ],
)
def test_a_group_that_cannot_be_asked_is_marked(ask: Ask, sentence: str, group: str) -> None:
    assert ask(RULE, sentence) == [(group, Severity.WARNING)]


@pytest.mark.parametrize(
    ("sentence", "group"),
    [
        ("Fire officials said the wall was safe.", "Fire officials"),
        ("Officials hope that the wall is safe.", "Officials"),
        ("Foreign governments have accused the board of neglect.", "Foreign governments"),
        ("Safety groups have accused the board of neglect.", "Safety groups"),
    ],
)
def test_a_group_that_the_story_may_be_about_is_marked_on_request(
    ask: Ask, sentence: str, group: str
) -> None:
    assert ask(RULE, sentence) == []
    assert ask(VagueCollectiveSource(crowds=True), sentence) == [(group, Severity.SUGGESTION)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Three engineers said the wall was old.",
        "Analysts at Tarn Bank expect a fall.",
        "Critics of the plan, among them Petra Lund, say it is dear.",
        "The residents said they had not been asked.",
        "Experts would not say whether the wall was safe.",
        "In the poll, most voters said the wall was ugly.",
        "The mill earned more than the 2 million that analysts expected.",
        "The wall is what engineers call a dyke, and what some call a folly.",
        "The mayor's critics said she would stand.",
        "Petra Lund, the engineer, said that critics say the wall is old.",
    ],
)
def test_a_group_that_can_be_told_is_left_alone(ask: Ask, sentence: str) -> None:
    assert ask(RULE, sentence) == []


@pytest.mark.parametrize(
    ("sentence", "group"),
    [
        ("Officials said the wall was safe.", "Officials"),
        ("The plan was condemned by campaigners.", "campaigners"),
        ("The mayor's friends said she would stand.", "friends"),
        ("The authorities maintain that the wall is safe.", "The authorities"),
        ("Those close to the yard doubt it.", "Those"),
        ("Folk in the district suspect a dealer.", "Folk"),
        ("Nobody in the trade believes it.", "Nobody"),
        ("Whitehall fears a long strike.", "Whitehall"),
        ("The market had assumed a loss.", "The market"),
        ("Many Republicans think the bill is lost.", "Many Republicans"),
        ("Leading surgeons hailed the operation.", "Leading surgeons"),
        ("Local traders have cried foul.", "Local traders"),
        ("Everyone who met him loved him.", "Everyone"),
    ],
)
def test_a_group_that_makes_a_claim_is_marked(ask: Ask, sentence: str, group: str) -> None:
    assert ask(RULE, sentence) == [(group, Severity.WARNING)]


@pytest.mark.parametrize(
    "story",
    [
        "Economists agree that it could be done; one, Dr Liza Poole of Tarn College, did the sums.",
        "Students alleged in the lawsuit that they were misled.",
        "Banks said their branches would stay open.",
        "Witnesses tell a different story.",
    ],
    ids=["one of them", "in court", "own affairs", "a tale"],
)
def test_a_group_that_is_shown_or_speaks_for_itself_is_left_alone(ask: Ask, story: str) -> None:
    assert ask(RULE, story) == []


def test_somebody_else_who_speaks_next_is_not_one_of_them(ask: Ask) -> None:
    story = "Pundits say the club is lost. Petra Lund, who owns it, said that it was not."
    assert ask(RULE, story) == [("Pundits", Severity.WARNING)]


def test_a_named_member_who_speaks_next_stands_for_them(ask: Ask) -> None:
    story = "Critics say the club is lost. Petra Lund, a critic of the owner, said she had left."
    assert ask(RULE, story) == []


def test_somebody_merely_quoted_next_may_be_none_of_them(ask: Ask) -> None:
    story = 'Critics say the club is lost.\n\n"It has no coach," said Petra Lund, who left it.'
    assert ask(RULE, story) == [("Critics", Severity.WARNING)]


@pytest.mark.parametrize(
    ("sentence", "group"),
    [
        ("Constitutional minds doubt that the bill will pass.", "Constitutional minds"),
        ("Restaurant critics found the menu dull.", "Restaurant critics"),
        ("Taxpayers may wonder what the levy pays for.", "Taxpayers"),
        ("Critics will say that the club acted too late.", "Critics"),
        ("Betting gurus say that the club will be sold.", "Betting gurus"),
        ("Mycologists warn that the mould will be back.", "Mycologists"),
        ("Crews unhappy with the vote said that they would sail.", "Crews"),
        ("Islanders speak of betrayal.", "Islanders"),
        ("Western officials expect the dam to fall.", "Western officials"),
    ],
)
def test_a_group_that_only_claims_to_know_is_marked(ask: Ask, sentence: str, group: str) -> None:
    assert ask(RULE, sentence) == [(group, Severity.WARNING)]


@pytest.mark.parametrize(
    "sentence",
    [
        "The doctors found him dead in the hall.",
        "Residents called an ambulance.",
        "Democratic candidates Hilary Moss and Ben Quill made their case to voters.",
        "Officials expect the road to open on Friday.",
    ],
)
def test_what_a_group_does_or_who_is_named_is_left_alone(ask: Ask, sentence: str) -> None:
    assert ask(RULE, sentence) == []


def test_a_lead_sums_up_what_a_named_member_says_further_down(ask: Ask) -> None:
    story = (
        "The club is lost, analysts say.\n\nIt has no coach. Its shirts are old. The rain came "
        "in. The grass is long.\n\nThe club owes 2 million, said Petra Lund, an analyst at Tarn "
        "Bank."
    )
    assert ask(RULE, story) == []
