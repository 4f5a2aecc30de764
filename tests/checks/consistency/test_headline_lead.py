"""consistency.headline-number: what a headline tells in one form and the lead in another."""

from __future__ import annotations

import pytest

from newslint.checks.consistency.headline_number import HeadlineNumber
from newslint.finding import Severity
from tests.checks.conftest import Ask

pytestmark = pytest.mark.model
RULE = HeadlineNumber()
W = Severity.WARNING


@pytest.mark.parametrize(
    ("head", "lead", "above", "below"),
    [
        ("Otters win 3-1", "Otters beat Lindow by two goals to one.", "3-1", "by two goals to one"),
        ("Ten-day truce begins", "A truce of two weeks began on Monday.", "Ten-day", "two weeks"),
        ("Weir to close in May", "The weir will be closed in June.", "in May", "in June"),
        ("Weir opens in spring", "The weir will open in autumn.", "in spring", "in autumn"),
        ("Talks to resume on Tuesday", "Talks will resume on Friday.", "on Tuesday", "on Friday"),
        ("Keeper, 61, to go", "Ned Falk, 63, is to go, he said.", "Keeper, 61", "Falk, 63"),
        ("Eels down by a fifth", "There are 15 per cent fewer eels.", "by a fifth", "15 per cent"),
        ("Thousands march", "A few hundred people marched.", "Thousands", "A few hundred"),
        ("Hundreds held", "The county held 60 people.", "Hundreds", "60 people"),
        ("Weir saved by one vote", "They voted nine to six for it.", "by one vote", "nine to six"),
        ("Three locks shut", "Four of ten locks are shut.", "Three locks", "Four of ten locks"),
        ("Three locks shut", "Four of its locks are shut.", "Three locks", "Four of its locks"),
        ("Four-star inn planned", "A five-star inn is to be built.", "Four-star", "five-star"),
        ("12,000 in the dark", "The light failed for 21,000 customers.", "12,000", "21,000"),
    ],
)  # fmt: skip
def test_both_places_are_marked(ask: Ask, head: str, lead: str, above: str, below: str) -> None:
    assert set(ask(RULE, f"# {head}\n\n{lead}")) == {(above, W), (below, W)}


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("Otters win 3-1", "Tarn Otters beat Lindow by three goals to one."),
        ("Otters win 3-1", "Tarn Otters, 2-1 up at half-time, beat Lindow."),
        ("Ten-day truce begins", "A truce of ten days began after two weeks of war."),
        ("Weir to close in May", "The weir will be closed in June. The county had said May."),
        ("Talks to resume on Tuesday", "Talks will resume, Ned Falk said on Friday."),
        ("Eels down by a third", "There are 33 per cent fewer eels."),
        ("Thousands march", "A few hundred marched at noon. By dusk they were 4,000."),
        ("Weir saved by three votes", "They voted nine to six for it."),
        ("Three locks shut", "Some locks are shut. Three locks, all old, shut last week."),
        ("Three locks shut", "Another four locks are shut."),
        ("3,000 eels lost", "Some 3,100 eels were lost."),
    ],
)
def test_what_the_story_bears_out_is_left_alone(ask: Ask, head: str, body: str) -> None:
    assert ask(RULE, f"# {head}\n\n{body}") == []
