"""Speakers of whom the story never says who they are."""

from __future__ import annotations

import pytest

from newslint.checks.readability.first_reference import FirstReference
from newslint.finding import Severity
from tests.checks.conftest import Ask

pytestmark = pytest.mark.model


def test_a_speaker_without_a_role_is_a_stranger(ask: Ask) -> None:
    story = 'The yard is shut. "It will open," said Ada Quill.'
    assert ask(FirstReference(), story) == [("Ada Quill", Severity.WARNING)]


@pytest.mark.parametrize(
    "story",
    [
        'The yard is shut. "It will open," said Ada Quill, who runs it.',
        'The yard is shut. "It will open," said Ada Quill of the harbour board.',
        'The yard is shut. "It will open," said Harbour Board Director Ada Quill.',
        'The yard is shut. "It will open," said Ada Quill. Ada Quill, a welder, has the key.',
        'The yard is shut. "It will open." — Ada Quill',
    ],
)
def test_words_beside_any_mention_of_a_speaker_say_who_it_is(ask: Ask, story: str) -> None:
    assert ask(FirstReference(), story) == []
