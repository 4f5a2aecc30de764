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
