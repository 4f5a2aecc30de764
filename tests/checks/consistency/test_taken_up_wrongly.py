"""Names, ranks and numbers that a story takes up otherwise than it gave them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from newslint.checks.consistency.detail_conflict import DetailConflict
from newslint.checks.consistency.headline_number import HeadlineNumber
from newslint.checks.consistency.name_variant import NameVariant
from newslint.checks.consistency.role_conflict import RoleConflict
from newslint.rule import Rule
from tests.checks.conftest import Ask

pytestmark = pytest.mark.model

WRONG = [
    (
        NameVariant,
        "Lucy Garside sued Helen Tripp over a dog.\n\nIt rained. Lucy Tripp will pay.",
        "Lucy Tripp",
    ),
    (
        NameVariant,
        "The Star of Moyle was tied up. It rained.\n\nThe Star of Moyne will sail.",
        "Star of Moyne",
    ),
    (
        NameVariant,
        "The Federation of Primary Teachers (FPT) met. It rained. The FTP will strike.",
        "FTP",
    ),
    (
        NameVariant,
        "The mills of Larkfield Living are shut. It rained. Larkfield Homes was sorry.",
        "Larkfield Homes",
    ),
    (
        RoleConflict,
        "Brigadier Hal Roe spoke first. The colonel added that it rained.",
        "The colonel",
    ),
    (
        HeadlineNumber,
        "# Eleven children ill\n\nNine children fell ill in Orm on Monday.",
        "Nine children",
    ),
    (
        DetailConflict,
        "Three were dockers, she said. The two dockers were buried on Tuesday.",
        "The two dockers",
    ),
    (
        DetailConflict,
        "The drone can carry 600 kilograms. With its 900-kilogram load it flies far.",
        "900-kilogram load",
    ),
    (DetailConflict, "It went to a laboratory in Orm. The laboratory in Lund has it now.", "Lund"),
    (
        DetailConflict,
        "The Lund-listed firm bought it. The Orm-listed group was glad.",
        "Orm-listed",
    ),
]
RIGHT = [
    (NameVariant, "Lucy Garside married Carl Tripp. Helen Tripp wept.\n\nLucy Tripp will pay."),
    (NameVariant, "The Upper Moyle Club met. It rained.\n\nThe Lower Moyle Club will meet."),
    (RoleConflict, "Brigadier Hal Roe and a colonel spoke. The colonel added that it rained."),
    (
        HeadlineNumber,
        "# Eleven children ill\n\nNine children fell ill in Orm, and two children in Lund.",
    ),
    (DetailConflict, "Five dockers came. The two dockers who stayed were hurt."),
    (DetailConflict, "It went to a laboratory in Orm, and then to a laboratory in Lund."),
]


@pytest.mark.parametrize(("rule", "story", "odd"), WRONG)
def test_what_is_taken_up_otherwise_is_marked(
    ask: Ask, rule: Callable[[], Rule], story: str, odd: str
) -> None:
    assert odd in [words for words, _ in ask(rule(), story)]


@pytest.mark.parametrize(("rule", "story"), RIGHT)
def test_what_may_be_another_is_left_alone(ask: Ask, rule: Callable[[], Rule], story: str) -> None:
    assert ask(rule(), story) == []
