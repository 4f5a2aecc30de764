"""Whole classes of words, not the few that first came to mind: credits, groups, blame, labels."""

from __future__ import annotations

import pytest

from newslint.checks.anonymity.bare_source import BareSource
from newslint.checks.anonymity.no_reason import NoReason
from newslint.checks.attribution.unattributed_claim import UnattributedClaim
from newslint.checks.attribution.unnamed_document import UnnamedDocument
from newslint.checks.attribution.vague_collective_source import VagueCollectiveSource
from newslint.checks.claims.writer_speculation import WriterSpeculation
from newslint.checks.language.newsroom_opinion import NewsroomOpinion
from newslint.checks.legal.vague_no_comment import VagueNoComment
from newslint.checks.quotes.loaded_speech_verb import LoadedSpeechVerb
from newslint.checks.quotes.unattributed_quote import UnattributedQuote
from newslint.checks.secondhand.credit_without_link import CreditWithoutLink
from newslint.checks.secondhand.empty_link import EmptyLink
from newslint.checks.structure.placeholder_link import PlaceholderLink
from newslint.finding import Severity
from tests.checks.conftest import Ask, Found

pytestmark = pytest.mark.model


def words(found: Found) -> list[str]:
    return [word for word, _ in found]


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Radio Tarn said that the ferry would sail.", "Radio Tarn"),
        ("In an interview with the Sunday Lantern Echo, he ruled it out.", "Sunday Lantern Echo"),
        ("TideWatcher first reported that the quay had sunk.", "TideWatcher"),
        ("The owner told the Mercury that he would stay.", "Mercury"),
        ("The Fathom reports that the quay has sunk.", "Fathom"),
    ],
)
def test_outlets_are_known_by_the_words_round_their_names(
    ask: Ask, sentence: str, name: str
) -> None:
    assert words(ask(CreditWithoutLink(interviews=True), sentence)) == [name]


@pytest.mark.parametrize(
    "sentence",
    [
        "The owner told the Senate that he would stay.",
        "The Ministry of Boats reports that the quay has sunk.",
        "He was pinned with the Bronze Star on Monday.",
        "Ana Ruiz reads the Mercury at lunch.",
    ],
)
def test_bodies_and_readers_credit_nobody(ask: Ask, sentence: str) -> None:
    assert ask(CreditWithoutLink(), sentence) == []


def test_a_link_further_down_comes_too_late_for_the_first_credit(ask: Ask) -> None:
    linked = "[The Mercury](https://mercury.example/quay) printed the plan."
    rule = CreditWithoutLink()
    said = "The quay has sunk, according to the Mercury."
    assert words(ask(rule, f"{said}\n\n{linked}")) == ["Mercury"]
    assert ask(rule, f"{linked}\n\n{said}") == []
    assert ask(rule, f"{said} {linked}") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "A teacher who would not be named said that the roof leaked.",
        "A teacher who refused to give her name said that the roof leaked.",
        "A trustee, who asked to stay anonymous, said that the roof leaked.",
        "An adviser to Quist said that the roof leaked.",
        "According to one porter, the roof leaked.",
        "A driver for the firm said that the roof leaked.",
    ],
)
def test_withheld_names_want_a_reason_however_they_are_withheld(ask: Ask, sentence: str) -> None:
    assert [severity for _, severity in ask(NoReason(), sentence)] == [Severity.WARNING]


@pytest.mark.parametrize(
    "sentence",
    [
        "A friend of the mayor, Ulla Brandt, said that the roof leaked.",
        "A driver, who feared for her job, said that the roof leaked.",
        "A Tarn Post reporter described the roof.",
    ],
)
def test_names_and_reasons_and_reporters_are_enough(ask: Ask, sentence: str) -> None:
    assert ask(NoReason(), sentence) == []


def test_what_a_bare_source_believes_is_reported_too(ask: Ask) -> None:
    assert words(ask(BareSource(), "Insiders think that Wick will go.")) == ["Insiders"]


@pytest.mark.parametrize(
    ("sentence", "group"),
    [
        ("Locals are up in arms over the quay.", "Locals"),
        ("Housing charities say that rents are too high.", "Housing charities"),
        ("Many pupils back the staff.", "Many pupils"),
        ("Some would call it greed.", "Some"),
        ("Critics point to the spill.", "Critics"),
        ("There is anger among villagers about the quay.", "villagers"),
        ("Seismologists expect another quake.", "Seismologists"),
    ],
)
def test_groups_speak_and_feel_in_many_ways(ask: Ask, sentence: str, group: str) -> None:
    assert words(ask(VagueCollectiveSource(), sentence)) == [group]


@pytest.mark.parametrize(
    "sentence",
    [
        "Transit agencies are encouraged to share their maps.",
        "Voters back the mayor by two to one.",
        "Charities asked for copies of the plan.",
        "Locals buy bread at the mill.",
    ],
)
def test_groups_that_say_nothing_are_left_alone(ask: Ask, sentence: str) -> None:
    assert ask(VagueCollectiveSource(), sentence) == []


def test_the_latest_figures_are_whose(ask: Ask) -> None:
    rule = UnnamedDocument()
    assert words(ask(rule, "The latest figures suggest that sales fell.")) == ["The latest figures"]
    assert ask(rule, "The figures suggest that sales fell.") == []


@pytest.mark.parametrize(
    "url",
    [
        "#todo", "#map-goes-here", "https://tbc", "http://x", "file:///C:/plan.pdf", "source",
        "http://192.168.1.4/plan", "https://yourlinkhere.com", "https://quay.example/TK", "<link>",
    ],
)  # fmt: skip
def test_addresses_that_no_reader_can_reach_are_placeholders(ask: Ask, url: str) -> None:
    assert len(ask(PlaceholderLink(), f"See [the plan]({url}) of the board.")) == 1


@pytest.mark.parametrize(
    "url",
    [
        "https://quay.example/links/", "/test", "links.html", "?page=2",
        "https://localhost-tours.example/plan", "files/plan.pdf", "#part-two",
    ],
)  # fmt: skip
def test_addresses_that_lead_somewhere_are_no_placeholders(ask: Ask, url: str) -> None:
    assert ask(PlaceholderLink(), f"See [the plan]({url}) of the board.") == []


def test_a_front_page_is_no_paper(ask: Ask) -> None:
    page = "(https://localhost-tours.example/)"
    [(_, severity)] = ask(PlaceholderLink(), f"See [the plan]{page} of the board.")
    assert severity is Severity.WARNING
    assert ask(PlaceholderLink(), f"Book with [Localhost Tours]{page} of Aldwick.") == []


def test_a_link_that_writes_a_letter_says_so(ask: Ask) -> None:
    letter = "(mailto:a@quay.example)"
    assert len(ask(PlaceholderLink(), f"See [the plan]{letter} of the board.")) == 1
    assert ask(PlaceholderLink(), f"Write to [the board]{letter}.") == []


def test_links_to_a_place_that_the_page_lacks_are_empty(ask: Ask) -> None:
    rule = EmptyLink()
    assert len(ask(rule, "Give [here](#donate).")) == 1
    assert len(ask(rule, "Give [here](...), or [here](?).")) == 2
    assert ask(rule, "Give [by post](#how-to-give).\n\n## How to give\n\nBy post.") == []
    assert ask(rule, 'Give [the list](#gifts).\n\n<p id="gifts">By post.</p>') == []
    assert ask(rule, "See the [comments](#comments) and [note](#fn1).") == []


@pytest.mark.parametrize(
    ("sentence", "blame"),
    [
        ("The charity misspent the grant.", "misspent the grant"),
        ("The clinic overcharged patients.", "overcharged patients"),
        ("The landlord has a history of violence.", "has a history of violence"),
        ("The firm hid the letters.", "hid the letters"),
        ("The firm's negligence caused the crash.", "negligence caused the"),
    ],
)
def test_blame_takes_many_verbs(ask: Ask, sentence: str, blame: str) -> None:
    story = f"The quarry shut, the union said on Monday.\n\n{sentence}"
    assert words(ask(UnattributedClaim(), story)) == [blame]


@pytest.mark.parametrize(
    "sentence",
    [
        "The senator has a record of voting for boats.",
        "She had paid off her student loans.",
        "Staff dumped the old chairs in a skip.",
        "The owner beat his own record.",
    ],
)
def test_harmless_deeds_blame_nobody(ask: Ask, sentence: str) -> None:
    story = f"The quarry shut, the union said on Monday.\n\n{sentence}"
    assert ask(UnattributedClaim(), story) == []


def test_verdicts_take_adjectives_and_deserts(ask: Ask) -> None:
    rule = NewsroomOpinion()
    assert words(ask(rule, "The plan is doomed.")) == ["is doomed"]
    assert words(ask(rule, "The council should be ashamed.")) == ["should be ashamed"]
    assert words(ask(rule, "Tenants deserve better.")) == ["deserve better"]
    assert ask(rule, "The lock is useless unless it is oiled.") == []


def test_what_will_ruin_the_town_is_a_guess(ask: Ask) -> None:
    assert words(ask(WriterSpeculation(), "The tram will ruin the square.")) == ["will ruin"]
    assert ask(WriterSpeculation(), "The tram will stop at the square.") == []


def test_attacks_take_a_particle_and_a_target(ask: Ask) -> None:
    rule = LoadedSpeechVerb()
    assert words(ask(rule, "The board tore into the plan."))
    assert words(ask(rule, "The mayor scoffed that it was late.")) == ["scoffed"]
    assert ask(rule, "The mayor tore into the envelope.") == []


def test_two_quotations_in_a_row_want_two_speakers(ask: Ask) -> None:
    rule = UnattributedQuote()
    assert words(ask(rule, 'The bell rang. "It is sad." "It is great."')) == ['"It is sad."']
    assert ask(rule, '"It is sad." "It is great," said Ana Ruiz.') == []


def test_nobody_who_could_be_reached_is_vague(ask: Ask) -> None:
    rule = VagueNoComment()
    assert words(ask(rule, "Spokespeople could not be reached.")) == ["Spokespeople"]
    assert words(ask(rule, "The government would not say more.")) == ["The government"]
    assert ask(rule, "Mara Quist could not be reached.") == []
