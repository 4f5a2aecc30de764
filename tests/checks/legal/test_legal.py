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
    assert ask(NoRightOfReply(), ACCUSED) == [("Mara Quist", Severity.WARNING)]
    assert ask(NoRightOfReply(), f"{ACCUSED}\n\nThe marsh was dry. {reply}") == []


def test_who_is_cleared_need_not_reply(ask: Ask) -> None:
    assert ask(NoRightOfReply(), "Nobody has ever blamed Mara Quist for the marsh.") != []
    assert ask(NoRightOfReply(), "Villagers never accused Mara Quist of anything.") == []


def test_a_named_body_that_declines_is_left_alone(ask: Ask) -> None:
    assert ask(VagueNoComment(), "Officials declined to comment.") == [
        ("Officials", Severity.SUGGESTION)
    ]
    assert ask(VagueNoComment(), "Halden Steel declined to comment.") == []
