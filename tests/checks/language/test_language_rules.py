"""One spelling throughout, and no advice from the newsroom."""

from __future__ import annotations

import pytest

from newslint.checks.language.loaded_label import LoadedLabel
from newslint.checks.language.loaded_word import LoadedWord
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


@pytest.mark.model
@pytest.mark.parametrize(
    "story",
    [
        "Critics denounced the shameful plan for the mill.",
        "To many, the mayor is a wonderful woman.",
        "Is this the most shameful plan of all?",
        "Editor’s note: The shameful plan was dropped in May.",
        "Voters saw a disgraceful plan for the mill.",
        "The plan was not disgraceful. The lamp is useless without oil.",
        "The Shameful Plan is a film about a mill.",
        "A savage dog and a vicious storm kept the boats in.",
    ],
)
def test_verdicts_that_are_not_the_newsrooms_are_left_alone(ask: Ask, story: str) -> None:
    assert ask(LoadedWord(), story) == []


@pytest.mark.model
def test_verdicts_in_a_sentence_with_a_source_are_the_newsrooms_outside_the_content(
    ask: Ask,
) -> None:
    story = "The disgraced mayor said that the mill would be sold."
    assert ask(LoadedWord(), story) == [("disgraced", Severity.WARNING)]


@pytest.mark.model
def test_words_that_the_facts_may_bear_out_are_suggestions_and_mere_prospects_nothing(
    ask: Ask,
) -> None:
    rule = LoadedWord()
    assert ask(rule, "It was a fiery rebuke.") == [("fiery", Severity.SUGGESTION)]
    assert ask(rule, "She may avoid a fiery rebuke.") == []


@pytest.mark.model
@pytest.mark.parametrize(
    ("story", "word"),
    [
        ("The sale was a stunning defeat for the board.", "stunning"),
        ("The plan is a disaster for the villages.", "disaster"),
        ("It is a national scandal that the wards are cold.", "scandal"),
        ("The ministry bullied the growers.", "bullied"),
        ("The board pocketed 40 million in fees.", "pocketed"),
        ("The council slapped the owner with a fine.", "slapped"),
        ("The clinic is shamefully short of beds.", "shamefully"),
        ("The minister desperately tried to save the talks.", "desperately"),
        ("The sleaze-ridden council met in May.", "sleaze-ridden"),
        ("The referee robbed the growers of their victory.", "robbed"),
        ("The explosive walk-out ended the talks.", "explosive"),
        ("The theatre was plagued by leaks.", "plagued by"),
        ("The understandable anger of growers was heard.", "understandable"),
        ("Prices skyrocketed in May.", "skyrocketed"),
        ("The minister finally admitted that the dam leaked.", "finally admitted"),
    ],
)
def test_verdicts_of_many_kinds_are_reported(ask: Ask, story: str, word: str) -> None:
    assert ask(LoadedWord(), story) == [(word, Severity.WARNING)]


@pytest.mark.model
@pytest.mark.parametrize(
    "story",
    [
        "The flood was a disaster.",
        "The treacherous current killed two bathers.",
        "The evil queen is played by Ana Lind.",
        "The thief pocketed a stone.",
        "The guard slapped a boy.",
        "She desperately needed water.",
        "The hurricane-hit coast is open.",
    ],
)
def test_the_same_words_in_their_plain_sense_are_left_alone(ask: Ask, story: str) -> None:
    assert ask(LoadedWord(), story) == []


@pytest.mark.model
def test_a_regime_is_a_government_or_a_set_of_rules(ask: Ask) -> None:
    rule = LoadedLabel()
    story = "The old military regime fell in May."
    assert ask(rule, story) == [("The old military regime", Severity.WARNING)]
    assert ask(rule, "The new licensing regime starts in May.") == []
    assert ask(rule, "Doctors oppose regime change. The Vichy regime ended in 1944.") == []


@pytest.mark.model
def test_labels_that_courts_and_groups_use_are_suggestions(ask: Ask) -> None:
    rule = LoadedLabel()
    assert ask(rule, "The agitators fled.") == [("The agitators", Severity.SUGGESTION)]
    assert ask(rule, "The terrorists fled.") == [("The terrorists", Severity.WARNING)]
    assert ask(rule, "Few are terrorists.") == []
    assert ask(rule, "The firebrand left.") == [("The firebrand", Severity.WARNING)]
    assert ask(rule, "He was a firebrand in his youth.") == [("a firebrand", Severity.SUGGESTION)]
