"""secondhand.credit-without-link: letters and comments that nobody signs."""

from __future__ import annotations

import pytest

from newslint.checks.secondhand.vague_outlet import VagueOutlet
from newslint.finding import Severity
from tests.checks.conftest import Ask

pytestmark = pytest.mark.model
RULE = VagueOutlet()


def test_a_letter_to_the_paper_has_a_writer(ask: Ask) -> None:
    letter = "A letter to this newspaper"
    assert ask(RULE, f"{letter} asked who had dug the well.") == [(letter, Severity.WARNING)]
    assert ask(RULE, f"{letter} from Ada Lind asked who had dug the well.") == []
