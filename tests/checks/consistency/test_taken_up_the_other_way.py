"""Outcomes, sides, kin, offices and directions that a story takes up the other way."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from newslint.checks.consistency.detail_conflict import DetailConflict
from newslint.checks.consistency.event_conflict import EventConflict
from newslint.checks.consistency.outcome_conflict import OutcomeConflict
from newslint.checks.consistency.role_conflict import RoleConflict
from newslint.rule import Rule
from tests.checks.conftest import Ask

pytestmark = pytest.mark.model

_RAIN = " It rained in the hills.\n\n"


@pytest.mark.parametrize(
    ("rule", "story", "odd"),
    [
        (
            OutcomeConflict,
            "Ardley lost 3-1 on Saturday.{}Ardley's win cheered the town.",
            "Ardley's win",
        ),
        (
            OutcomeConflict,
            "Three climbers survived the fall.{}The dead climbers were roped together.",
            "The dead climbers",
        ),
        (
            OutcomeConflict,
            "Director Lena Holm resigned on Sunday.{}Staff learned of her dismissal by email.",
            "her dismissal",
        ),
        (
            OutcomeConflict,
            "The union backs the merger.{}The union's opposition to the merger shocked all.",
            "union's opposition",
        ),
        (
            OutcomeConflict,
            "Mayor Bo Ash signed the lease.{}Ash, who has refused to sign the lease, ate.",
            "has refused to sign the lease",
        ),
        (
            DetailConflict,
            "A lorry heading north overturned.{}The southbound lorry was full of paint.",
            "southbound lorry",
        ),
        (
            DetailConflict,
            "Orsa, which has its headquarters in Brenn, grew.{}Orsa's headquarters in Halle shut.",
            "headquarters in Halle",
        ),
        (
            DetailConflict,
            "Senator Joan Lusk voted against the bill.{}Backers of the bill, including Lusk, left.",
            "including Lusk",
        ),
        (
            DetailConflict,
            "Ash opened the shop with her brother Jon in 1999.{}Jon, her husband, has died.",
            "her husband",
        ),
        (
            DetailConflict,
            "The hearing was held behind closed doors.{}A man in the public gallery wept.",
            "the public gallery",
        ),
        (
            RoleConflict,
            "Helen Frost, who prosecuted, spoke.{}His lawyer, prosecutor Helen Frost, wept.",
            "prosecutor Helen Frost",
        ),
        (
            RoleConflict,
            "Fire Chief Ada Quan spoke.{}It was signed by Bo Roe, who as fire chief has the power.",
            "Bo Roe",
        ),
        (
            RoleConflict,
            "The motion, proposed by Ada Venn, failed.{}Bo Roe, who put the motion down, left.",
            "who put the motion down",
        ),
        (
            EventConflict,
            "Mr Hale resigned in February. He was appointed in April of the same year.{}It is dry.",
            "April",
        ),
        (
            EventConflict,
            "Nina Roy left the firm in 2016. Roy was still its engineer in 2019.{}It is dry.",
            "was still its engineer in 2019",
        ),
    ],
)
def test_what_is_taken_up_the_other_way_is_told(
    rule: Callable[[], Rule], story: str, odd: str, ask: Ask
) -> None:
    assert odd in [words for words, _ in ask(rule(), story.format(_RAIN))]


@pytest.mark.parametrize(
    ("rule", "story"),
    [
        (
            OutcomeConflict,
            "Ardley lost on Saturday.{}Ardley's win over Yate a week earlier helped.",
        ),
        (OutcomeConflict, "Three climbers survived.{}The dead sheep were found at dawn."),
        (OutcomeConflict, "The plan was rejected.{}Officers recommended approval of the plan."),
        (OutcomeConflict, "Profits rose in May.{}The board blamed the fall in sales on rain."),
        (OutcomeConflict, "The mayor signed the lease.{}The clerk has refused to sign the lease."),
        (DetailConflict, "A lorry heading north overturned.{}A southbound van was full of paint."),
        (DetailConflict, "Orsa's headquarters in Brenn are old.{}Its works in Halle are new."),
        (DetailConflict, "The bill was backed by Joan Lusk.{}Its critics, led by Bo Roe, left."),
        (DetailConflict, "Ash runs it with her brother Jon.{}Abel, her husband, has died."),
        (DetailConflict, "Nobody was hurt.{}Two men were treated for burns after a fire in 2012."),
        (RoleConflict, "Helen Frost, who prosecuted, spoke.{}It is true, said Bo Orr, defending."),
        (RoleConflict, "Ada Koop, who led the study, ate.{}Bo Roe, who led the choir, sang."),
        (RoleConflict, "The club's treasurer, Ada Koop, sang.{}The firm's editor, Ada Koop, ate."),
        (EventConflict, "Mr Hale resigned in June. He was appointed in April.{}It is dry."),
        (EventConflict, "Piet Roy died in 2009.{}In 2015 the Roy trust told him of it."),
    ],
)
def test_what_both_may_be_so_is_left_alone(rule: Callable[[], Rule], story: str, ask: Ask) -> None:
    assert not ask(rule(), story.format(_RAIN))
