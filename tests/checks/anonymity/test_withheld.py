"""Names that a story says are withheld, and no word on why."""

from __future__ import annotations

import pytest

from newslint.checks.anonymity.no_reason import NoReason
from newslint.finding import Severity
from tests.checks.conftest import Ask

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("story", "marked"),
    [
        ("Nobody would give a name. The fish was cold.", "Nobody would give a name"),
        ("Off camera, the yard talks of moving two cranes.", "Off camera"),
        ("The office floated a second bid, without attribution.", "without attribution"),
    ],
)
def test_they_are_asked_for(ask: Ask, story: str, marked: str) -> None:
    assert ask(NoReason(), story) == [(marked, Severity.WARNING)]


@pytest.mark.parametrize(
    "story",
    [
        "Ada Quill did not want her name to be read out.",
        "Nobody on the quay would give a name because the yard had barred its staff from talking.",
        "“I will not give my name,” Ada Quill recalled him saying, off the record.",
    ],
)
def test_a_name_or_a_reason_will_do(ask: Ask, story: str) -> None:
    assert ask(NoReason(), story) == []
