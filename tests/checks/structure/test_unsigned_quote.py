"""structure.unsigned-quote: what is set apart without quotation marks, and headings that quote."""

from __future__ import annotations

import pytest

from newslint.checks.structure.unsigned_quote import UnsignedQuote
from newslint.finding import Severity
from tests.checks.conftest import Ask

pytestmark = pytest.mark.model
RULE = UnsignedQuote()
STORY = "Ana Ruiz runs the mill. It opens in May.\n\n{}\n\nThe river rose at noon.\n"


def test_words_set_apart_without_marks_need_a_speaker(ask: Ask) -> None:
    said = "We carried the flour on our backs."
    assert ask(RULE, STORY.format(f"> {said}")) == [(said, Severity.WARNING)]
    assert ask(RULE, STORY.format(f"> {said} — Ana Ruiz")) == []
    assert ask(RULE, f"Ana Ruiz wrote in a post.\n\n> {said}\n\nThe river rose.\n") == []


def test_a_heading_quotes_what_somebody_below_says(ask: Ask) -> None:
    heading = '## "The stones are still wet"'
    found = ask(RULE, STORY.format(heading))
    assert found == [('"The stones are still wet"', Severity.WARNING)]
    said = '"The stones are still wet," said Ana Ruiz.'
    assert ask(RULE, STORY.format(f"{heading}\n\n{said}")) == []


def test_words_that_go_on_from_a_quotation_have_its_speaker(ask: Ask) -> None:
    alone = '"The river rose in a single night."'
    assert ask(RULE, STORY.format(alone)) == [(alone, Severity.WARNING)]
    before = 'Ana Ruiz called the flood "rude" and turned to the mill.\n\n'
    assert ask(RULE, f"The mill is old. {before}{alone}\n\nIt opens in May.\n") == []
    assert ask(RULE, STORY.format('"But the river is our river, and we love it."')) == []
