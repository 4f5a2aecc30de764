"""What the parser gets wrong in a way that grammar can tell."""

from __future__ import annotations

import pytest

from tests.attribution.conftest import Tell

pytestmark = pytest.mark.model

CASES = {
    "clause taken for a relative one": (
        "Reddy told the meeting that she had written to the transport minister three times.",
        ("Reddy", "told", "that she had written to the transport minister three times"),
    ),
    "past tense taken for a participle": (
        "Lena Hruby, the leader of the opposition, called on the president to dissolve parliament.",
        (
            "Lena Hruby, the leader of the opposition",
            "called on",
            "the president to dissolve parliament",
        ),
    ),
    "means taken for an agent": (
        "Viktor Same, a fellow at the centre, said by email that he doubted the version.",
        ("Viktor Same, a fellow at the centre", "said", "that he doubted the version"),
    ),
    "finding at the end": (
        "Two in three of the lamps had failed, the survey found.",
        ("the survey", "found", "Two in three of the lamps had failed"),
    ),
    "share of those asked in a poll": (
        "In a poll by the Ledger, 28 percent of voters said they had a good view of Pim.",
        ("a poll by the Ledger", "In", "28 percent of voters said they had a good view of Pim."),
    ),
    "person in an interview": (
        "In an interview on Monday, Ana Ruiz said the pier was safe.",
        ("Ana Ruiz", "said", "the pier was safe"),
    ),
    "asked, in the passive": (
        "Asked whether the pier was safe, Ana Ruiz said that it was.",
        ("", "Asked", "whether the pier was safe"),
    ),
    "seeming": (
        "The roof seems to leak.",
        ("", "seems", "The roof / to leak"),
    ),
    "object that does what follows": (
        "The leak led the mayor to say that the pier was closed.",
        ("the mayor", "to say", "that the pier was closed"),
    ),
}


@pytest.mark.parametrize("text, triple", CASES.values(), ids=CASES.keys())
def test_first_attribution(tell: Tell, text: str, triple: tuple[str, str, str]) -> None:
    assert tell(text).triples[0] == triple


@pytest.mark.parametrize(
    "text",
    [
        "Protesters attacked the station and torched two cars.",
        "The captain conceded a penalty in extra time.",
        "The convoy turned back on Monday.",
        "“We are done,” and night fell.",
    ],
)
def test_deeds_are_no_words(tell: Tell, text: str) -> None:
    assert all(not cue for _, cue, _ in tell(text).triples)


def test_that_it_is_hard_to_imagine_is_nobodys_thought(tell: Tell) -> None:
    assert {source for source, _, _ in tell("It is hard to imagine the pier gone.").triples} <= {""}
