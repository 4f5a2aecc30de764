"""What front matter repeats from the story is reported once."""

from __future__ import annotations

from newslint import lint_text
from newslint.settings import read_settings

RULE = "language.wordy-phrase"
ONLY = read_settings({"rules": {"all": "off", RULE: "suggestion"}})


def places(text: str) -> list[tuple[int, int]]:
    """Return the line and column of each finding."""
    found = lint_text(text, path="story.md", settings=ONLY)
    return [(finding.start.line, finding.start.column) for finding in found]


def test_a_standfirst_that_is_the_first_sentence_is_reported_in_the_story() -> None:
    text = (
        "---\ntitle: Harbour shut\nsummary: The crew met in order to vote.\n---\n"
        "The crew met in order to vote. Nobody else came.\n"
    )
    assert places(text) == [(5, 14)]


def test_a_sentence_of_two_fields_is_reported_at_the_first() -> None:
    text = (
        "---\ntitle: Harbour shut\nsummary: The crew met in order to vote.\n"
        "excerpt: The crew met in order to vote.\n---\nNobody else came.\n"
    )
    assert places(text) == [(3, 23)]


def test_the_same_words_in_another_sentence_are_reported_too() -> None:
    text = (
        "---\ntitle: Harbour shut\nsummary: A meeting in order to vote.\n---\n"
        "The crew met in order to vote.\n"
    )
    assert places(text) == [(3, 20), (5, 14)]


def test_a_story_that_repeats_itself_is_reported_each_time() -> None:
    text = "The crew met in order to vote.\n\nThe crew met in order to vote.\n"
    assert places(text) == [(1, 14), (3, 14)]
