"""Things that end two ways."""

from __future__ import annotations

import pytest

from newslint.checks.consistency.outcome_conflict import OutcomeConflict
from newslint.finding import Severity
from tests.checks.conftest import Ask

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("story", "odd", "date"),
    [
        (
            "# Council rejects harbour plan\n\nThe council approved the harbour plan "
            "on Monday by nine votes to four.",
            "approved",
            None,
        ),
        (
            "# Sales rise at Linder\n\nSales at Linder fell by 4 percent in May.",
            "fell",
            None,
        ),
        (
            "The jury acquitted Beck on Monday.\n\nBeck was convicted on Monday.",
            "convicted",
            None,
        ),
        (
            "# Beck cleared of murder\n\nTom Beck was convicted of murder on Monday.",
            "convicted",
            None,
        ),
        (
            "Voters approved the budget on Tuesday.\n\nThe budget was rejected on "
            "Tuesday, the clerk said.",
            "rejected",
            None,
        ),
        (
            "# Bus fares to go up\n\nBus fares will fall by 5 percent from May, the city said.",
            "fall",
            None,
        ),
        (
            "# Minister survives no-confidence vote\n\nThe minister lost a vote of "
            "no confidence on Monday.",
            "lost",
            None,
        ),
        (
            "# Judge upholds ban on drones\n\nA judge on Monday overturned a ban on drones.",
            "overturned",
            None,
        ),
        (
            "# Library to close in May\n\nThe library will open in May, the council said.",
            "open",
            None,
        ),
        (
            "# Unemployment falls to record low\n\nUnemployment rose to 4 percent in May.",
            "rose",
            None,
        ),
        (
            "# Hospital wins grant\n\nThe hospital was refused a grant on Monday.",
            "refused",
            None,
        ),
        (
            "# Board accepts offer from Linder\n\nThe board of the mill rejected an "
            "offer from Linder on Monday.",
            "rejected",
            None,
        ),
        (
            "The climber survived the fall.\n\nThe climber died in the fall, rescuers said.",
            "died",
            None,
        ),
    ],
)
def test_the_later_telling_is_marked(ask: Ask, story: str, odd: str, date: str | None) -> None:
    assert ask(OutcomeConflict(), story, date=date) == [(odd, Severity.WARNING)]


@pytest.mark.parametrize(
    ("story", "date"),
    [
        (
            "The committee rejected the plan in May. The council approved the plan on Monday.",
            None,
        ),
        (
            "Sales rose but profits fell.",
            None,
        ),
        (
            "Sales rose in May. Sales fell in June.",
            None,
        ),
        (
            "Beck was acquitted of murder but convicted of theft.",
            None,
        ),
        (
            "Beck was convicted in 2010. An appeal court acquitted Beck on Monday.",
            None,
        ),
        (
            "# Council rejects plan\n\nThe council rejected a plan on Monday. It had "
            "approved the plan in 2020.",
            None,
        ),
        (
            "# Rovers win\n\nRovers won on Sunday. They had lost to United in May.",
            None,
        ),
        (
            "# Sales rise at Linder\n\nSales at Linder rose by 4 percent. Sales fell elsewhere.",
            None,
        ),
        (
            "# Judge upholds ban on drones\n\nA judge refused to overturn a ban on "
            "drones. A lower court had overturned it.",
            None,
        ),
        (
            "# Library to close\n\nThe library will close in May. A new library will open in June.",
            None,
        ),
        (
            "# Shares fall\n\nShares fell on Monday after they rose on Friday.",
            None,
        ),
    ],
)
def test_what_may_both_be_right_is_left_alone(ask: Ask, story: str, date: str | None) -> None:
    assert ask(OutcomeConflict(), story, date=date) == []
