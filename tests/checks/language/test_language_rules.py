"""One spelling throughout, and no advice from the newsroom."""

from __future__ import annotations

import pytest

from newslint.checks.language.mixed_spelling import MixedSpelling
from newslint.checks.language.newsroom_opinion import NewsroomOpinion
from newslint.finding import Severity
from tests.checks.conftest import Ask


def test_the_rarer_spelling_is_reported(ask: Ask) -> None:
    story = "The harbour wall is grey. It has been painted in the town's favorite colour."
    assert ask(MixedSpelling(), story) == [("favorite", Severity.SUGGESTION)]


def test_a_house_may_prefer_one(ask: Ask) -> None:
    story = "The harbour wall is grey."
    assert ask(MixedSpelling(), story) == []
    assert [w for w, _ in ask(MixedSpelling(prefer="us"), story)] == ["harbour", "grey"]


@pytest.mark.parametrize(
    "word", ["laboratory", "honorary", "analyses", "molten", "glamorous", "tired", "organize"]
)
def test_words_that_both_spell_alike(ask: Ask, word: str) -> None:
    assert ask(MixedSpelling(), f"The harbour is grey. It is {word}.") == []


def test_names_keep_their_spelling(ask: Ask) -> None:
    story = "The grey harbour is run by the Labor Center. See `color` in the settings."
    assert ask(MixedSpelling(), story) == []


@pytest.mark.model
def test_advice_rules_and_guesses_are_told_apart(ask: Ask) -> None:
    rule = NewsroomOpinion()
    assert ask(rule, "The council must act.") == [("must act", Severity.WARNING)]
    assert ask(rule, "The mayor said the council must act.") == []
    assert ask(rule, "The thief must have seen the light.") == []
    assert ask(rule, "Should the river rise, the mill will shut.") == []
    assert ask(rule, "Nobody knew whether the mill should shut.") == []
