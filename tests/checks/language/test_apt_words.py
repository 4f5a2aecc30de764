"""Words that tell what a reporter may have seen, and claims that the story itself contests."""

from __future__ import annotations

import pytest

from newslint.checks.language.loaded_word import LoadedWord
from newslint.checks.quotes.loaded_speech_verb import LoadedSpeechVerb
from tests.checks.conftest import Ask


@pytest.mark.parametrize(
    "story",
    [
        "Candidates scurried across the county.",
        "The wreck followed a tragic accident in May.",
        "The devastating fire closed the quay.",
        "The crews seethed.",
    ],
)
def test_an_apt_word_is_left_alone(ask: Ask, story: str) -> None:
    assert ask(LoadedWord(), story) == []


def test_apt_words_are_reported_if_asked_for(ask: Ask) -> None:
    found = ask(LoadedWord(moods=True), "It was a perfunctory speech by the mayor.")
    assert [words for words, _ in found] == ["perfunctory"]


@pytest.mark.parametrize(
    "story",
    [
        "A woman claims that three pupils have died. That is untrue, the hospital said.",
        "The mayor insisted that he had not known of it.",
        "Lund claimed that he was never paid. The lawsuit was filed in May.",
    ],
)
def test_a_claim_that_is_contested_is_one(ask: Ask, story: str) -> None:
    assert ask(LoadedSpeechVerb(), story) == []


def test_a_claim_that_nothing_contests_is_reported(ask: Ask) -> None:
    found = ask(LoadedSpeechVerb(), "The ministry claimed that the dam was safe. It rained.")
    assert [words for words, _ in found] == ["claimed"]
