"""Papers that are nobody's, told behind a comma or leaked: an inspection sheet shows."""

from __future__ import annotations

import pytest

from newslint.checks.attribution.unnamed_document import UnnamedDocument
from newslint.finding import Severity
from tests.checks.conftest import Ask

pytestmark = pytest.mark.model
RULE = UnnamedDocument()


@pytest.mark.parametrize(
    ("story", "words"),
    [
        ("The lock was cracked, an inspection sheet left in the hut shows.", "an inspection sheet"),
        ("The lock was cracked, a diver's draft that nobody should see says.", "a diver's draft"),
        ("The lock will shut by May, an industry mailshot predicts.", "an industry mailshot"),
        ("Half the boats were idle, figures shared in a chat group suggest.", "figures"),
        ("Half the boats were idle, documents obtained by anglers reveal.", "documents"),
        ("Half the boats were idle, old emails now in circulation show.", "old emails"),
        ("A third of the eels go unseen, research by an institute abroad has found.", "research"),
        ("The lock was cracked, a slide from a talk in May has shown on Monday.", "a slide"),
        ("A leaked slide deck showed two cracks.", "A leaked slide deck"),
        ("According to leaked minutes, the keeper had asked for a pump.", "leaked minutes"),
        ("In an email that has leaked, she calls the keeper a mole.", "an email"),
    ],
)
def test_a_claim_rests_on_a_paper_that_nobody_can_look_up(ask: Ask, story: str, words: str) -> None:
    assert ask(RULE, story) == [(words, Severity.WARNING)]


@pytest.mark.parametrize(
    "story",
    [
        "The lock was cracked, the inspection sheet shows.",
        "The lock was cracked, her letters to the keeper show.",
        "The lock was cracked, court records show.",
        "The lock was cracked, a police report indicates.",
        "The lock was cracked, a report by the Tarn Trust shows.",
        "The lock was cracked, emails obtained by the Tarn Gazette show.",
        "The lock was cracked, emails seen by this newspaper show.",
        "The lock was cracked, an engineer has found.",
        "The lock was cracked, [a slide](https://tarn.example/slide) shows.",
        "The lock will shut, a new poll has found. The poll, by the Tarn Institute, is of May.",
        "With one exception, a pump shows.",
    ],
)
def test_what_a_reader_can_place_is_left_alone(ask: Ask, story: str) -> None:
    assert ask(RULE, story) == []
