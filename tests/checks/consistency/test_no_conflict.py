"""Sound copy whose figures, names and days only look like two accounts of one thing."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from newslint.checks.consistency.age_conflict import AgeConflict
from newslint.checks.consistency.detail_conflict import DetailConflict
from newslint.checks.consistency.headline_number import HeadlineNumber
from newslint.checks.consistency.name_variant import NameVariant
from newslint.checks.consistency.number_conflict import NumberConflict
from newslint.checks.consistency.pronoun_conflict import PronounConflict
from newslint.checks.consistency.relative_date_conflict import RelativeDateConflict
from newslint.checks.numbers.list_count import ListCount
from newslint.checks.numbers.multiple_arithmetic import MultipleArithmetic
from newslint.checks.numbers.told_arithmetic import ToldArithmetic
from newslint.rule import Rule
from tests.checks.conftest import Ask

SOUND: list[tuple[Callable[[], Rule], str]] = [
    (DetailConflict, "He was in a stable condition. It rained.\n\nShe made tea in her barn."),
    (DetailConflict, "The phones lay above a ceiling. It rained.\n\nHe feared for his roof."),
    (DetailConflict, "Ash ran the fair. It rained.\n\nFlags hung from the oaks."),
    (DetailConflict, "The left bank was flooded, and then the right bank. The left bank is dry."),
    (DetailConflict, "A steering pump failed. It rained.\n\nThe engines ran on until dawn."),
    (
        DetailConflict,
        "Two ferries sank. It rained. A third ferry took them off.\n\nThe three ferries are old.",
    ),
    (
        DetailConflict,
        "Bo Leary was sentenced on Monday. It rained.\n\nLeary’s brother, Wendell, was acquitted.",
    ),
    (NumberConflict, "Police held 14 people on Monday and nine on Sunday. Of the 23, six left."),
    (NumberConflict, "Four people had cuts and one had a shock. It rained. All five went home."),
    (NumberConflict, "There are 84 pictures, 31 of them by Berg and 12 by his wife, Inga."),
    (
        AgeConflict,
        "Ana Ruiz, 34, sings. It rained. Her father, Tomas Ruiz, 67, was a clerk.",
    ),
    (NameVariant, "Bridy Coll drove two home. It rained. Her brother, Brady Coll, drove one."),
    (HeadlineNumber, "# Ban for a million homes\n\nHoses will be banned in 1.2 million homes."),
    (
        PronounConflict,
        "Mr Lund opened the fair on Friday. Mr Lund said it was full. The fee she gives up is"
        " large, Mr Lund said. Mr Lund, his voice low, left.",
    ),
    (PronounConflict, "Widow Green Valley said the school would close.\n\nIt rained."),
    (ListCount, "It shows two others: her husband, Mayor Bo Orr, and Judge Ada Lim."),
    (MultipleArithmetic, "Output doubled from 1950 to 1960."),
    (ToldArithmetic, "Sales fell 30 percent, and the firm cut 400 of its 1,200 jobs."),
    (
        ToldArithmetic,
        "The union has 4,200 members, of whom 3,100 voted: 2,480, or 80 percent, for the deal.",
    ),
]


@pytest.mark.parametrize(("rule", "story"), SOUND)
def test_sound_copy_is_left_alone(ask: Ask, rule: Callable[[], Rule], story: str) -> None:
    assert ask(rule(), story) == []


def test_six_days_later_counts_from_the_day_told_before(ask: Ask) -> None:
    story = "She left on 3 October. Lund came on Thursday 9 October, six days later."
    assert ask(RelativeDateConflict(), story, date="2025-12-15") == []
