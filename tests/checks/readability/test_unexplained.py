"""Names that stand alone, and events that nobody has told of."""

from __future__ import annotations

import pytest

from newslint.checks.readability.first_reference import FirstReference
from newslint.finding import Severity
from tests.checks.conftest import Ask

pytestmark = pytest.mark.model

_LEAD = "The old baths will close in May because the roof leaks.\n\n"


@pytest.mark.parametrize(
    ("story", "odd"),
    [
        ("The pumps were cheap. Rufus had lost his key to them.", "Rufus"),
        ("The tiles had been chosen by Xenia first.", "Xenia"),
        ("Members voted to leave the Covenant, by nine to two.", "the Covenant"),
        ("About 80 swimmers from the Brotherhood joined the queue.", "the Brotherhood"),
        ("Six guards have been hired since the audit, and two have left.", "the audit"),
        ("Nobody has swum there after the shooting.", "the shooting"),
        ("Two pools shut after the events of March.", "the events of March"),
        ("He left after the business with the boiler.", "the business with the boiler"),
    ],
)  # fmt: skip
def test_what_nobody_has_told_of_is_asked_for(ask: Ask, story: str, odd: str) -> None:
    assert ask(FirstReference(), _LEAD + story) == [(odd, Severity.WARNING)]


@pytest.mark.parametrize(
    "story",
    [
        "Ann Quill, the mayor, came with her son Florian.",
        "A dog called Florian barked all night.",
        "They swam at St. Florian in the rain.",
        "The bill went back to the Commons on Monday.",
        "Members left the Covenant, a pact of six clubs.",
        "He spoke at the Covenant in Orford.",
        "On Monday an auditor came. Six guards have been hired since the audit, and two have left.",
        "The boiler blew up in March. Two pools shut after the explosion.",
        "“Florian lost the key,” said Ann Quill, the mayor.",
    ],
)
def test_what_is_told_or_known_is_not(ask: Ask, story: str) -> None:
    assert ask(FirstReference(), _LEAD + story) == []
