"""What a story takes for known: matters, nicknames and lone names, without a word of who it is."""

from __future__ import annotations

import pytest

from newslint.checks.readability.first_reference import FirstReference
from newslint.finding import Severity
from tests.checks.conftest import Ask

pytestmark = pytest.mark.model

_LEAD = "The old baths will close in May because the roof leaks.\n\n"


@pytest.mark.parametrize(
    ("story", "odd"),
    [
        ("The Farrow ruling had left it no choice.", "The Farrow ruling"),
        ("The swimmers, among them the Orr sisters, were not asked.", "the Orr sisters"),
        ("The hall was told so by a clerk; Big Dunc said no more.", "Big Dunc"),
        ("The Iron Accountant was on leave.", "The Iron Accountant"),
        ("The strongman next door has offered a loan.", "The strongman next door"),
        ("The manager, J. P., only smiled.", "J. P."),
        ("The books are with the auditors, and the Board is looking into it.", "the Board"),
        ("Money was put by for Project Lantern last year.", "Project Lantern"),
        ("It spoils the truce that followed the spring strike.", "the spring strike"),
        ("Section 12 bars a sale.", "Section 12"),
        ("Co-author Ruiz drew the plans.", "Co-author Ruiz"),
        ("Her ex has sent flowers.", "Her ex"),
        ("His brother-in-law has offered three boats.", "His brother-in-law"),
        ("That did not please Ormerod, who learned to swim there.", "Ormerod"),
        ("The sums were done by a clerk, as did Vickers.", "Vickers"),
        ("The vote was a personal defeat for Ackroyd.", "Ackroyd"),
        ("Much of the money came from Mrs Arkle.", "Mrs Arkle"),
    ],
)
def test_what_is_taken_for_known_is_asked_for(ask: Ask, story: str, odd: str) -> None:
    assert ask(FirstReference(), _LEAD + story) == [(odd, Severity.WARNING)]


@pytest.mark.parametrize(
    "story",
    [
        "The Farrow ruling, which bars such sales, had left it no choice.",
        "The Watergate affair was long ago.",
        "The board met on Monday. Later that day the Board voted.",
        "Project Lantern, a scheme to light the baths, was dropped.",
        "That pleased Ohio, which has such baths.",
        "Ann Quill, the mayor, came with her husband, Jack, who swims there.",
    ],
)
def test_what_is_told_or_well_known_is_not(ask: Ask, story: str) -> None:
    assert ask(FirstReference(), _LEAD + story) == []
