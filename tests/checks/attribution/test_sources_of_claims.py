"""The rules of attribution that ask who says so, on small stories."""

from __future__ import annotations

import pytest

from newslint.checks.attribution.agentless_attribution import AgentlessAttribution
from newslint.checks.attribution.dangling_source import DanglingSource
from newslint.checks.attribution.late_first_source import LateFirstSource
from newslint.checks.attribution.mind_reading import MindReading
from newslint.checks.attribution.no_source_article import NoSourceArticle
from newslint.checks.attribution.unattributed_claim import UnattributedClaim
from newslint.checks.attribution.unnamed_document import UnnamedDocument
from newslint.checks.attribution.vague_collective_source import VagueCollectiveSource
from newslint.finding import Severity
from tests.checks.conftest import Ask

pytestmark = pytest.mark.model

ORDINARY = UnattributedClaim(ordinary=True)
UNION = "The strike ended, the union said on Monday.\n\n"
CLAIM = "Guards attacked a picket line near Oslo last week."


def test_a_claim_is_marked_without_its_full_stop(ask: Ask) -> None:
    assert ask(UnattributedClaim(ordinary=True), UNION + CLAIM) == [
        (CLAIM[:-1], Severity.SUGGESTION)
    ]


@pytest.mark.parametrize(
    "paragraph",
    [
        f"Ines Falk, a miner, said that rain fell. {CLAIM}",
        f"{CLAIM} Ines Falk, a miner, said that nobody was hurt.",
        "Guards [attacked](https://oslo.example/guards) a picket line near Oslo last week.",
        "Guards reportedly attacked a picket line near Oslo last week.",
        "“Guards attacked a picket line near Oslo last week,” said Ines Falk, a miner.",
        "Guards attacked a picket line near Oslo last week.[^1]\n\n[^1]: Police log.",
    ],
    ids=["before", "after", "link", "hedged", "quoted", "footnote"],
)
def test_a_claim_with_something_to_stand_on_is_left_alone(ask: Ask, paragraph: str) -> None:
    assert ask(UnattributedClaim(ordinary=True), UNION + paragraph) == []


def test_only_the_first_claim_of_a_paragraph_is_reported(ask: Ask) -> None:
    story = f"{UNION}{CLAIM} Masked men torched two trucks near Oslo on Friday."
    assert ask(UnattributedClaim(ordinary=True), story) == [(CLAIM[:-1], Severity.SUGGESTION)]


def test_the_first_paragraph_may_summarise(ask: Ask) -> None:
    story = f"{CLAIM}\n\n{UNION}"
    assert ask(UnattributedClaim(ordinary=True), story) == []
    assert ask(UnattributedClaim(ordinary=True, lead=0), story) == [
        (CLAIM[:-1], Severity.SUGGESTION)
    ]


def test_a_lower_threshold_reports_more(ask: Ask) -> None:
    story = UNION + "Guards attacked a picket line near Oslo."
    assert ask(UnattributedClaim(ordinary=True), story) == []
    assert len(ask(UnattributedClaim(ordinary=True, threshold=3), story)) == 1


def test_beliefs_do_not_make_a_source(ask: Ask) -> None:
    story = "# Mines shut\n\n" + "Norway sees the mines as a burden, and snow fell. " * 4
    assert ask(NoSourceArticle(least=30), story) == [("Mines shut", Severity.ERROR)]


def test_an_outlet_is_a_source(ask: Ask) -> None:
    story = "# Mines shut\n\n" + "Snow fell. " * 20 + "The mines shut, Reuters reported."
    assert ask(NoSourceArticle(least=30), story) == []


def test_a_link_without_an_address_is_no_source(ask: Ask) -> None:
    story = "# Mines shut\n\n" + "Snow fell. " * 20 + "The mines [shut](#) in May."
    assert ask(NoSourceArticle(least=30), story) == [("Mines shut", Severity.ERROR)]


def test_what_people_want_is_asked_of_them_every_day(ask: Ask) -> None:
    story = "Norway views the mines as a burden.\n\nThe snow fell.\n\nIda Berg wants to close them."
    assert ask(MindReading(), story) == [("views the mines as", Severity.SUGGESTION)]
    assert ask(MindReading(), "The mine was determined to have been dug by hand.") == []


def test_somebody_who_speaks_in_the_story_may_have_said_what_they_want(ask: Ask) -> None:
    story = "Ida Berg wants to close the mines.\n\n“They are a burden,” Berg said."
    assert ask(MindReading(), story) == []


def test_collectives_are_graded(ask: Ask) -> None:
    story = "Experts said the mine was safe.\n\nOfficials hope that the mine is safe."
    assert ask(VagueCollectiveSource(crowds=True), story) == [
        ("Experts", Severity.WARNING),
        ("Officials", Severity.SUGGESTION),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "People find the mine in the hills.",
        "The engineers said the mine was safe.",
        "Twelve experts said the mine was safe.",
        "[Experts](https://tarn.example/letter) said the mine was safe.",
        "Oslo Mining experts said the mine was safe.",
    ],
    ids=["no statement", "mentioned before", "counted", "linked", "named"],
)
def test_collectives_that_are_pinned_down_are_left_alone(ask: Ask, sentence: str) -> None:
    assert ask(VagueCollectiveSource(), sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Court records show that the mine is empty.",
        "According to exit polls, the mine decided the vote.",
        "A new poll shows that few like the mine. The Tarn Gazette poll asked 900 people.",
        "Research by four geologists suggests that the mine is empty.",
    ],
    ids=["kept by a court", "exit poll", "named beside it", "authors"],
)
def test_documents_that_can_be_found_are_left_alone(ask: Ask, sentence: str) -> None:
    assert ask(UnnamedDocument(), sentence) == []


def test_figures_may_be_people(ask: Ask) -> None:
    assert ask(UnnamedDocument(), "Some party figures show that they are tired.") == []
    assert ask(UnnamedDocument(), "Figures show that the mine is empty.") == [
        ("Figures", Severity.WARNING)
    ]


def test_she_is_introduced_by_a_name(ask: Ask) -> None:
    assert ask(DanglingSource(), "She said that the mine was safe.") == [("She", Severity.WARNING)]
    story = "Ida Berg came by train. She said that the mine was safe."
    assert ask(DanglingSource(), story) == []


def test_a_link_counts_as_an_early_source(ask: Ask) -> None:
    late = "Ida Berg said that the mine was safe."
    rule = LateFirstSource(words=5, paragraphs=1)
    story = "The mine shut. Snow fell on the road.\n\nNobody came.\n\n" + late
    assert ask(rule, story) == [("Ida Berg", Severity.SUGGESTION)]
    linked = story.replace("Nobody came", "[Nobody](https://tarn.example/road) came")
    assert ask(rule, linked) == []


@pytest.mark.parametrize(
    ("sentence", "cue"),
    [
        ("A sale of the mill is being mooted for May.", "is being mooted"),
        ("Layoffs are feared at the mill.", "are feared"),
        ("Eyebrows have been raised over the price.", "Eyebrows have been raised"),
        ("There were mutterings about the price.", "There were mutterings"),
        ("Hopes of a sale are fading.", "Hopes of a sale are fading"),
        ("Anger is boiling over in the valley.", "Anger is boiling"),
    ],
)
def test_talk_and_feelings_of_nobody_are_marked(ask: Ask, sentence: str, cue: str) -> None:
    [(words, severity)] = ask(AgentlessAttribution(), sentence)
    assert severity is Severity.WARNING
    assert words in cue or cue in words


@pytest.mark.parametrize(
    "sentence",
    [
        "A sale was discussed by the board in May.",
        "Arson was suspected by the police.",
        "Hopes of a sale are fading, said Ida Berg.",
        "The raft was floated on Monday.",
    ],
)
def test_talk_with_an_owner_is_left_alone(ask: Ask, sentence: str) -> None:
    assert ask(AgentlessAttribution(), sentence) == []
