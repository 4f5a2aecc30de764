"""People with two ranks."""

from __future__ import annotations

import pytest

from newslint.checks.consistency.role_conflict import RoleConflict
from newslint.finding import Severity
from tests.checks.conftest import Ask

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("story", "odd", "date"),
    [
        (
            "Mayor Ada Quill said that the bridge was safe.\n\nQuill, the deputy "
            "mayor, has an office by the river.",
            "deputy mayor",
            None,
        ),
        (
            "Sgt Nia Roe said that a man was held.\n\nThe street was shut, Inspector Roe said.",
            "Inspector",
            None,
        ),
        (
            "The chief executive, Jon Falk, said that the mill would shut.\n\nFalk, "
            "the company's chairman, flew home.",
            "chairman",
            None,
        ),
        (
            "Capt. Lee Voss led the patrol.\n\nIt was dark, Lt. Voss said.",
            "Lt.",
            None,
        ),
        (
            "Detective Constable Lee Voss knocked.\n\nDS Voss said nobody was in.",
            "DS",
            None,
        ),
        (
            "Nia Roe, the head teacher, was glad.\n\nRoe, the deputy head, thanked the pupils.",
            "deputy head",
            None,
        ),
        (
            '"It is theft," said Rob Hale, the prosecutor.\n\nHale, the judge, thanked the jury.',
            "judge",
            None,
        ),
        (
            "Finance minister Eva Lund signed the deal.\n\nLund, the foreign "
            "minister, left at noon.",
            "foreign minister",
            None,
        ),
        (
            "Jean Orme, the council's leader, spoke first.\n\nThe council's deputy "
            "leader, Jean Orme, spoke last.",
            "deputy leader",
            None,
        ),
    ],
)
def test_the_later_telling_is_marked(ask: Ask, story: str, odd: str, date: str | None) -> None:
    assert ask(RoleConflict(), story, date=date) == [(odd, Severity.WARNING)]


@pytest.mark.parametrize(
    ("story", "date"),
    [
        (
            "Mayor Ada Quill spoke. Bo Quill, the deputy mayor, did not.",
            None,
        ),
        (
            "Mayor Ada Quill spoke. Quill, a former deputy mayor, was glad.",
            None,
        ),
        (
            "Mayor Ada Quill spoke. Quill, who was deputy mayor until 2020, was glad.",
            None,
        ),
        (
            "Sgt Nia Roe spoke. Roe, an inspector until May, was glad.",
            None,
        ),
        (
            "Jon Falk, the chairman and chief executive, spoke. Falk, the chairman, left.",
            None,
        ),
        (
            "Dr Ada Lim spoke. Professor Lim left.",
            None,
        ),
        (
            "Ada Lim, the chair of the board, spoke. Lim, a lawyer, left.",
            None,
        ),
        (
            "Mayor Ada Quill spoke. Her deputy mayor, Bo Lind, was away. Quill, the mayor, left.",
            None,
        ),
        (
            "Senator Jon Falk spoke. Secretary Falk left.",
            None,
        ),
        (
            "Sgt Nia Roe was promoted to inspector. Inspector Roe was glad.",
            None,
        ),
        (
            "Jon Falk, the chief executive of Linder, spoke. Falk, the chairman of Orr, left.",
            None,
        ),
    ],
)
def test_what_may_both_be_right_is_left_alone(ask: Ask, story: str, date: str | None) -> None:
    assert ask(RoleConflict(), story, date=date) == []
