"""Outlets, posts and letters that could be anybody's."""

from __future__ import annotations

import pytest

from newslint.checks.secondhand.vague_outlet import VagueOutlet
from newslint.finding import Severity
from tests.checks.conftest import Ask

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("story", "odd"),
    [
        ("A customer review said that the soup was cold.", "A customer review"),
        ("It loses a ton a day, by the reckoning of an angling weekly.", "an angling weekly"),
        ("The sale came to light in a weekly magazine.", "a weekly magazine"),
        ("It surfaced on a residents' website that it had been sold.", "a residents' website"),
        ("The remark is heard on a recording which Orr denies.", "a recording"),
        ("The weir was sold, a leaked memo revealed.", "a leaked memo"),
    ],
)  # fmt: skip
def test_what_could_be_anybodys_is_asked_for(ask: Ask, story: str, odd: str) -> None:
    assert (odd, Severity.WARNING) in ask(VagueOutlet(), story)


@pytest.mark.parametrize(
    "story",
    [
        "A review by Ada Lind said that the soup was cold.",
        "Ada Lind said in a letter that the soup was cold.",
        "The weir was sold, a memo revealed. Ada Lind wrote the memo in May.",
        "A recording may show who sold it.",
        "A notice says which gate is open.",
    ],
)
def test_what_has_a_maker_is_not(ask: Ask, story: str) -> None:
    assert ask(VagueOutlet(), story) == []
