"""Events told on two days or in two places."""

from __future__ import annotations

import pytest

from newslint.checks.consistency.event_conflict import EventConflict
from newslint.finding import Severity
from tests.checks.conftest import Ask

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("story", "odd", "date"),
    [
        (
            "The crash happened on Monday night. Nobody was hurt.\n\nThe road was "
            "shut for hours after the crash, which happened on Tuesday.",
            "Tuesday",
            None,
        ),
        (
            "The council will meet on Thursday.\n\nBring a coat. The council will "
            "meet on Friday in the hall.",
            "Friday",
            None,
        ),
        (
            "The wedding was on 3 January. Guests came from afar.\n\nThe wedding "
            "took place on 10 January.",
            "10 January",
            "2026-02-02",
        ),
        (
            "A fire broke out at the mill on Friday.\n\nThe fire started on Saturday, police said.",
            "Saturday",
            None,
        ),
        (
            "The ferry sank off the cape on Monday.\n\nTwo divers went down. The "
            "ferry sank on Sunday.",
            "Sunday",
            None,
        ),
        (
            "The trial will begin on 4 May.\n\nThe lawyers are ready. The trial is "
            "due to start on 11 May.",
            "11 May",
            None,
        ),
        (
            "A lorry hit the bridge on Monday night.\n\nThe driver was unhurt. The "
            "incident took place at 11.40pm on Tuesday, said the sergeant.",
            "Tuesday",
            None,
        ),
        (
            "The meeting was held in Halle.\n\nThe meeting was held in Hamm, in the old hall.",
            "Hamm",
            None,
        ),
        (
            "Rask was born in Lindow, in the north.\n\nShe never went back. Rask was born in Hamm.",
            "Hamm",
            None,
        ),
        (
            "The plan was approved on Monday.\n\nThe plan was approved on Wednesday by nine votes.",
            "Wednesday",
            None,
        ),
        (
            "The shop will open on 3 March.\n\nStaff are being hired. The shop opens on 13 March.",
            "13 March",
            None,
        ),
        (
            "Beck was arrested on Tuesday at his home.\n\nPolice say that Beck was "
            "arrested on Thursday.",
            "Thursday",
            None,
        ),
        (
            "The storm struck at 6am.\n\nThe storm struck at 8am.",
            "8am",
            None,
        ),
        (
            "The strike began in March.\n\nThe strike, which began in May, has shut two mines.",
            "May",
            None,
        ),
        (
            "The bridge will reopen in June.\n\nThe bridge will reopen in August.",
            "August",
            None,
        ),
    ],
)
def test_the_later_telling_is_marked(ask: Ask, story: str, odd: str, date: str | None) -> None:
    assert ask(EventConflict(), story, date=date) == [(odd, Severity.WARNING)]


@pytest.mark.parametrize(
    ("story", "date"),
    [
        (
            "The council met on Monday. The council will meet on Friday.",
            None,
        ),
        (
            "The first meeting was in Halle. The second meeting was in Hamm.",
            None,
        ),
        (
            "The fire began on Friday. The fire was put out on Saturday.",
            None,
        ),
        (
            "A crash on Monday killed two. Another crash happened on Tuesday.",
            None,
        ),
        (
            "The talks began in Halle on Monday. The talks will move to Hamm on Friday.",
            None,
        ),
        (
            "The shop will open on 3 March. The cafe will open on 13 March.",
            None,
        ),
        (
            "Beck was arrested on Tuesday. Varga was arrested on Thursday.",
            None,
        ),
        (
            "The council met on Monday and again on Friday.",
            None,
        ),
        (
            "The shop opens on Mondays. The shop opens at 9am on Saturdays.",
            None,
        ),
        (
            "The court sits on Tuesday in Halle. Its other court sits in Hamm.",
            None,
        ),
        (
            "The plan was due to be approved on Monday. The plan was approved on Wednesday.",
            None,
        ),
        (
            "The team will play in Halle on Friday. The team will play in Hamm on Sunday.",
            None,
        ),
        (
            "Protests took place in Halle. Protests took place in Hamm.",
            None,
        ),
        (
            "Beck was arrested on Tuesday and freed. Beck was arrested again on Thursday.",
            None,
        ),
        (
            "The strike began in March 2019. The strike of 2021 began in May.",
            None,
        ),
    ],
)
def test_what_may_both_be_right_is_left_alone(ask: Ask, story: str, date: str | None) -> None:
    assert ask(EventConflict(), story, date=date) == []
