"""People spelt or introduced wrongly, dates that cannot be, passages and links left over."""

from __future__ import annotations

import pytest

from newslint.checks.consistency.name_variant import NameVariant
from newslint.checks.consistency.number_conflict import NumberConflict
from newslint.checks.consistency.pronoun_conflict import PronounConflict
from newslint.checks.consistency.relative_date_conflict import RelativeDateConflict
from newslint.checks.consistency.weekday_date_mismatch import WeekdayDateMismatch
from newslint.checks.readability.first_reference import FirstReference
from newslint.checks.structure.placeholder_link import PlaceholderLink
from newslint.checks.structure.repeated_passage import RepeatedPassage
from newslint.finding import Severity
from tests.checks.conftest import Ask, Found

pytestmark = pytest.mark.model


def words(found: Found) -> list[str]:
    return [word for word, _ in found]


@pytest.mark.parametrize(
    ("story", "odd"),
    [
        ("The chair, Simon Frayle, spoke. It rained. Frail left at noon.", "Frail"),
        ("Petra Hahn led the team. The lake froze. Hann sits on the panel.", "Hann"),
        ("Joanna Pike kept a diary. It rained. Johanna Pike sold it.", "Johanna Pike"),
        ("Ada Sorrell spoke. It rained. Sorel's brother wept.", "Sorel"),
    ],
)
def test_a_surname_that_nobody_bears_but_sounds_right(ask: Ask, story: str, odd: str) -> None:
    assert ask(NameVariant(), story) == [(odd, Severity.WARNING)]


@pytest.mark.parametrize(
    "story",
    [
        "Mair Parr died in May. His second wife, Mary, lives. Mary is 80.",
        "Simon Frayle spoke. The frail man left. Frail hopes remain.",
        "Ada Lind spoke in Iran. Bo Varga spoke in Iraq.",
        "Condoleezza Rice spoke at the Rock Hall of Fame. Rock music was played.",
    ],
)
def test_like_names_of_other_people_and_things(ask: Ask, story: str) -> None:
    assert ask(NameVariant(), story) == []


def test_a_person_is_introduced_in_the_story_not_in_the_headline(ask: Ask) -> None:
    rule = FirstReference()
    story = "# Ada Quill resigns\n\nThe mill will shut. Quill told workers that she was sorry."
    assert words(ask(rule, story)) == ["Quill"]
    assert ask(rule, story.replace("Quill told", "Ada Quill, the owner, told")) == []
    assert words(ask(rule, "The mill will shut. Dr Lim was away.")) == ["Dr Lim"]
    assert ask(rule, "The mill will shut. President Lim was away. Police said so.") == []


def test_the_year_and_the_votes_are_told_one_way(ask: Ask) -> None:
    rule = NumberConflict()
    story = "The hall was built in 1984.\n\nIt is dry.\n\nThe hall was built in 1974."
    assert words(ask(rule, story)) == ["1974"]
    votes = "The vote was 5 to 4, a clerk said.\n\nThe minutes say that the vote was 6 to 3."
    assert words(ask(rule, votes)) == ["6 to 3"]
    assert ask(rule, "The vote was 5 to 4. The vote was 8 to 3 in May.") == []


def test_a_tense_must_go_with_the_day(ask: Ask) -> None:
    rule = RelativeDateConflict()
    story = "She resigned yesterday (5 May). The fair opened on 20 May. It will close on 7 May."
    marked = ["yesterday (5 May)", "20 May", "will close on 7 May"]
    assert words(ask(rule, story, date="2026-05-11")) == marked
    assert ask(rule, story) == []
    fine = "She resigned yesterday, 10 May. The vote was set for 20 May. It will open on 17 May."
    assert ask(rule, fine, date="2026-05-11") == []


def test_a_weekday_of_the_year_before_is_no_mismatch(ask: Ask) -> None:
    rule = WeekdayDateMismatch()
    assert ask(rule, "He died on Friday, 14 February.", date="2025-12-04") == []
    assert words(ask(rule, "He died on Friday, 5 December.", date="2025-12-04")) == []
    assert words(ask(rule, "He died on Friday, 3 December.", date="2025-12-04")) == [
        "Friday, 3 December"
    ]


def test_quotations_may_be_pulled_out_and_live_entries_repeat(ask: Ask) -> None:
    said = "The harbour board will meet again on Friday to choose a builder."
    rule = RepeatedPassage()
    assert words(ask(rule, f"{said}\n\nIt rained.\n\n{said}")) == [said]
    assert ask(rule, f'"{said}"\n\nIt rained.\n\n{said}') == []
    assert ask(rule, f"7:15 p.m.\n\n{said}\n\n7:30 p.m.\n\n{said}") == []


def test_only_addresses_that_stand_for_others_are_placeholders(ask: Ask) -> None:
    rule = PlaceholderLink()
    assert words(ask(rule, "See [it](example.com/xxx).")) == ["[it](example.com/xxx)"]
    assert words(ask(rule, "See [it](url).")) == ["[it](url)"]
    assert ask(rule, "See [it](https://dev.harbour.example/en/).") == []
    assert ask(rule, "See [it](links.html), [that](/link/7) and [this](#part).") == []


@pytest.mark.parametrize(
    ("story", "odd"),
    [
        ("Ms Sowah takes over in May, when he will be the first nurse in the post.", ["he"]),
        ("Mrs Quill, a retired pilot, lost an aunt in 1991, when he was a young cook.", ["he"]),
        ("Tom Hale left. It rained. Ms Sowah takes over in May, when he will be in Oslo.", []),
        ("Ms Sowah takes over in May, when she will be the first nurse in the post.", []),
    ],
)
def test_the_other_sex_in_the_same_sentence(ask: Ask, story: str, odd: list[str]) -> None:
    assert [words for words, _ in ask(PronounConflict(), story)] == odd
