"""Lengths, sums, titles, courtesies and winners that a story takes up the other way."""

from __future__ import annotations

import pytest

from newslint.checks.consistency.detail_conflict import DetailConflict
from newslint.checks.consistency.name_variant import NameVariant
from newslint.checks.consistency.outcome_conflict import OutcomeConflict
from newslint.checks.consistency.role_conflict import RoleConflict
from newslint.rule import Rule
from tests.checks.conftest import Ask

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("rule", "story"),
    [
        (DetailConflict(), "The bridge will carry two lanes. The [four-lane bridge] opens in May."),
        (DetailConflict(), "It was top for 22 weeks; its [24-week run] has not been matched."),
        (
            DetailConflict(),
            "They will spend £4.2 million on it. The [£4.6 million] scheme is dear.",
        ),
        (
            DetailConflict(),
            "Three men were hurt on Friday. It rained. He said that [the four injured men] dug.",
        ),
        (OutcomeConflict(), "Marl Rovers beat Tow 3-1. It rained. [Tow's win] left them second."),
        (NameVariant(), "The crash was at Pike's Corner. A van left [Pikes Corner] at noon."),
        (NameVariant(), "Golden Bean Foods was fined. [Golden Beans Foods] has paid."),
        (NameVariant(), "He wrote 'The Salt Aunt' in May. Copies of '[The Salt Aunts]' are gone."),
        (
            RoleConflict(),
            "Trudy Vale saw it late on Friday. “They were lucky,” [Mr Vale] said.\n\nIt"
            " rained.\n\nA dog ran.\n\nHis family is well.",
        ),
    ],
)
def test_what_is_told_otherwise_is_reported(ask: Ask, rule: Rule, story: str) -> None:
    text = story.replace("[", "").replace("]", "")
    words = story.partition("[")[2].partition("]")[0]
    assert words in [found for found, _ in ask(rule, text)]


@pytest.mark.parametrize(
    ("rule", "story"),
    [
        (DetailConflict(), "The school has 12 rooms. The 20-room annex opens in May."),
        (DetailConflict(), "The strike lasts three days. The three-day strike ends on Monday."),
        (
            DetailConflict(),
            "The strike lasts three days. It follows a two-day strike. The three-day strike ends"
            " on Monday.",
        ),
        (DetailConflict(), "They will spend £4.2 million on it. The £5 million loan pays for it."),
        (
            OutcomeConflict(),
            "Marl Rovers beat Tow 3-1. It rained. Tow's win over Eddle is forgotten.",
        ),
        (NameVariant(), "Leck's Old Hall is shut. The Leck Old Hall was built by Roe."),
        (NameVariant(), "Professors Foner and Alba left. Professor Foner came back."),
        (RoleConflict(), "Trudy Vale and her husband saw it. “They were lucky,” Mr Vale said."),
    ],
)
def test_what_may_be_meant_is_not(ask: Ask, rule: Rule, story: str) -> None:
    assert not ask(rule, story)
