"""The rules of fairness: replies given, sought and refused."""

from __future__ import annotations

import pytest

from newslint.checks.legal.no_right_of_reply import NoRightOfReply
from newslint.checks.legal.vague_no_comment import VagueNoComment
from newslint.finding import Severity
from tests.checks.conftest import Ask

pytestmark = pytest.mark.model

ACCUSED = "Villagers accused Mara Quist of draining the marsh."


@pytest.mark.parametrize(
    "reply",
    [
        "Quist denied it.",
        "“I did no such thing,” Quist said.",
        "Quist could not be reached.",
        "Letters to Quist were returned. She declined to comment.",
    ],
)
def test_any_reply_will_do(ask: Ask, reply: str) -> None:
    assert ask(NoRightOfReply(), ACCUSED) == [("Mara Quist", Severity.SUGGESTION)]
    assert ask(NoRightOfReply(), f"{ACCUSED}\n\nThe marsh was dry. {reply}") == []


def test_who_is_cleared_need_not_reply(ask: Ask) -> None:
    assert ask(NoRightOfReply(), "Nobody has ever blamed Mara Quist for the marsh.") != []
    assert ask(NoRightOfReply(), "Villagers never accused Mara Quist of anything.") == []


def test_an_accusation_that_nobody_makes_is_a_warning(ask: Ask) -> None:
    story = "The lock is shut, the warden said.\n\nThe board knew of the crack for a year."
    found = ask(NoRightOfReply(), story)
    assert [severity for _, severity in found] == [Severity.WARNING]
    assert found[0][0].startswith("knew of")


@pytest.mark.parametrize(
    "paragraph",
    [
        "The board knew of the crack, the warden said.",
        "The warden said that it leaked. The board knew of the crack.",
        "The board was fined in May. It knew of the crack.",
        "The board may have known of the crack.",
        "The board did not know of the crack.",
        "“The board knew of the crack.”",
        "The board knew of [the crack](https://lock.example/report).",
    ],
)
def test_an_accusation_with_an_owner_is_left_alone(ask: Ask, paragraph: str) -> None:
    assert ask(NoRightOfReply(), f"The lock is shut, the warden said.\n\n{paragraph}") == []


def test_a_named_body_that_declines_is_left_alone(ask: Ask) -> None:
    assert ask(VagueNoComment(), "Officials declined to comment.") == [
        ("Officials", Severity.SUGGESTION)
    ]
    assert ask(VagueNoComment(), "Halden Steel declined to comment.") == []
