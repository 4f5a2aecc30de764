"""People without a name who are told by where or how a reporter met them."""

from __future__ import annotations

import pytest

from newslint.checks.anonymity.no_reason import NoReason
from newslint.finding import Severity
from tests.checks.conftest import Ask

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("story", "marked"),
    [
        ("Weavers standing by the gate said the looms were sold.", "Weavers"),
        ("Clerks we met on the stairs laughed at the date.", "Clerks"),
        ("A weaver of some years' standing, cap in hand, said that he would leave.", "A weaver"),
        ("“We are tired,” complained a weaver who kept her hood up.", "a weaver"),
    ],
)
def test_they_are_asked_for(ask: Ask, story: str, marked: str) -> None:
    assert ask(NoReason(), story) == [(marked, Severity.WARNING)]


@pytest.mark.parametrize(
    "story",
    [
        "Weavers standing by the gate left at noon.",
        "The weavers said the looms were sold.",
        "A weaver, Ada Quill, said that she would leave.",
        "Why would someone like Ada Quill want to take the mill?",
        "Weavers working for Tarn Mills said the looms were sold.",
    ],
)
def test_deeds_names_and_bodies_are_not(ask: Ask, story: str) -> None:
    assert ask(NoReason(), story) == []
