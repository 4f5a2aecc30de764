"""Harper reports at our places, with the rules that the package's data turns on."""

from __future__ import annotations

import sys
import threading

import pytest

from newslint.errors import Unavailable
from newslint.language.grammar import Harper, enabled_rules
from newslint.language.pipeline import SpacyAnalyser
from newslint.language.sentences import split_sentences
from newslint.language.tokens import ParseRequest
from newslint.span import Span
from newslint.vocabulary import load


def request(text: str, offset: int = 0) -> ParseRequest:
    return ParseRequest(text, offset, split_sentences(text))


@pytest.fixture(scope="module")
def harper() -> Harper:
    return Harper()


def test_every_rule_that_is_on_exists(harper: Harper) -> None:
    assert enabled_rules() <= harper.known_rules


def test_an_issue_has_its_place_rule_and_replacements(harper: Harper) -> None:
    text = "😀 The storm will wreck havoc on the quay."
    (issues,) = harper.lint([request(text, 100)])
    (issue,) = issues
    assert issue.span == Span(100 + text.index("wreck"), 100 + text.index(" on the"))
    assert (issue.engine, issue.engine_rule) == ("harper", "WreakHavoc")
    assert issue.replacements == ("wreak havoc",)


def test_a_slip_of_the_keys_has_the_word_that_was_meant(harper: Harper) -> None:
    text = (
        "😀 In favour, Lindqvsit finsihed on-lnie at adminstration.example: fertig, fait accompli."
    )
    (issues,) = harper.lint([request(text, 7)])
    assert [(i.span.start - 7, i.replacements) for i in issues] == [
        (text.index("finsihed"), ("finished",))
    ]
    assert issues[0].message == "“finsihed” is in no dictionary: is “finished” meant?"


def test_a_rule_is_either_on_or_left_off() -> None:
    data = load("newslint.language", "grammar.yml")
    assert isinstance(data, dict)
    groups = data["left-off"]
    assert isinstance(groups, list)
    for group in groups:
        assert isinstance(group, dict)
        assert group["reason"]
        assert isinstance(group["rules"], list)
        assert not enabled_rules() & {str(rule) for rule in group["rules"]}


@pytest.mark.parametrize(
    "text",
    [
        "George Will wrote that the bridge was sound, and Theresa May said she would resign.",
        "The road runs all the way to the sea, and the council found a way to clean water.",
        "There is no way to free the trapped crew.",
        "The instincts were hers, but the fault was his.",
        "In past years the past president had gone past the mill.",
        "The Group of 20 met, and a Gang of Eight member spoke.",
        "He arrived to applause, and was the most honest of men.",
        "In the best of times he would never have gone.",
        "In 2016 $15 was the wage, and some body parts were found in any body of water.",
        "They have working boats and a few growing doubts.",
        "What it is is unclear, and if prices go higher then rates will follow.",
    ],
)
def test_what_only_looks_like_a_slip_is_left_alone(harper: Harper, text: str) -> None:
    assert harper.lint([request(text)]) == [()]


def test_a_verb_that_stands_there_twice_is_found(harper: Harper) -> None:
    text = "The bridge is is closed, and the mill is older then the town."
    (issues,) = harper.lint([request(text)])
    assert [i.engine_rule for i in issues] == ["SingleBe", "ThenThan"]


def test_issues_stay_with_their_block(harper: Harper) -> None:
    texts = ["They left.", "", "He payed.", "It was for all intensive purposes over."]
    found = harper.lint([request(t) for t in texts])
    assert [[i.engine_rule for i in issues] for issues in found] == [
        [],
        [],
        ["Payed"],
        ["AllIntentsAndPurposes"],
    ]


def test_a_long_block_is_checked_to_its_end(harper: Harper) -> None:
    text = "The mayor left the town. " * 2000 + "He payed."
    (issues,) = harper.lint([request(text)])
    assert [i.span.cut(text) for i in issues] == ["payed"]


@pytest.mark.parametrize(
    "text",
    [
        "It’s 5 p.m. and they don't agree -- a really, really long day, the mayor said.",
        "The harbour's colour was gray in the 1990s, OK?",
        "A * lone star * and `ticks`.",
    ],
)
def test_matters_of_style_and_spelling_are_left_alone(harper: Harper, text: str) -> None:
    assert harper.lint([request(text)]) == [()]


def test_the_analyser_answers_with_harper() -> None:
    analyser = SpacyAnalyser("no_such_model")
    assert [i.engine_rule for i in analyser.grammar([request("He payed.")])[0]] == ["Payed"]


def test_a_missing_harper_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "harper", None)
    with pytest.raises(Unavailable) as caught:
        Harper().lint([request("Words.")])
    assert "pip install" in caught.value.hint


def test_the_dictionary_is_loaded_in_the_background(
    harper: Harper, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[str] = []
    monkeypatch.setattr(
        "newslint.language.grammar._load_dictionary",
        lambda: started.append(threading.current_thread().name),
    )
    warmed = Harper()
    warmed.warm()
    warmed.warm()
    assert warmed.known_rules == harper.known_rules
    assert len(started) == 1
    assert started != [threading.current_thread().name]


def test_a_missing_harper_is_told_after_the_background_too(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "harper", None)
    warmed = Harper()
    warmed.warm()
    with pytest.raises(Unavailable):
        warmed.lint([request("Words.")])
