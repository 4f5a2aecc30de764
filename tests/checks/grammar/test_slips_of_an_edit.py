"""Slips that the words around them give away, beside sound sentences that look like them."""

from __future__ import annotations

import pytest

from newslint.checks.grammar.agreement import Agreement
from newslint.checks.grammar.comma_splice import CommaSplice
from newslint.checks.grammar.determiner_number import DeterminerNumber
from newslint.checks.grammar.doubled_mark import DoubledMark
from newslint.checks.grammar.doubled_word import DoubledWord
from newslint.checks.grammar.left_over_word import LeftOverWord
from newslint.checks.grammar.missing_full_stop import MissingFullStop
from newslint.checks.grammar.missing_helper import MissingHelper
from newslint.checks.grammar.missing_hyphen import MissingHyphen
from newslint.checks.grammar.misspelt_word import MisspeltWord
from newslint.checks.grammar.preposition import Preposition
from newslint.checks.grammar.tense import Tense
from newslint.checks.grammar.verb_form import VerbForm
from newslint.checks.grammar.wrong_word import WrongWord
from newslint.finding import Severity
from newslint.rule import Rule
from newslint.vocabulary import load
from tests.checks.conftest import Ask

FOUND = [
    (Agreement(), "There was no signs of a struggle, the guard said.", "was"),
    (Agreement(), "One of the divers were pulled from the lake.", "were"),
    (Agreement(), "Three of the women who was on board have left.", "was"),
    (CommaSplice(), "The crew searched the harbour, they saw nothing there.", "harbour, they saw"),
    (DeterminerNumber(), "The court will hear this cases in June.", "this cases"),
    (DeterminerNumber(), "Those bridge will be mended in the autumn.", "Those bridge"),
    (LeftOverWord(), "The guards opened the its gates at dawn.", "the its"),
    (LeftOverWord(), "This was the most busiest port on the lake.", "most busiest"),
    (MissingHelper(), "The two sides been at odds for a decade.", "been"),
    (MissingHyphen(), "A 9 year old girl won the race.", "9 year old"),
    (MissingHyphen(), "The lake froze for the six month winter.", "six month"),
    (Preposition(), "The choir consists from bakers and their sons.", "from"),
    (Preposition(), "The valley depends from its only road.", "from"),
    (Tense(), "The bakers have voted last night to strike.", "have voted"),
    (VerbForm(), "The choir might refuses to sing.", "might refuses"),
    (VerbForm(), "The guards did not noticed the smoke.", "did not noticed"),
    (VerbForm(), "The lake was expect to freeze by June.", "was expect"),
    (VerbForm(), "The bakers decided to striking in June.", "to striking"),
    (VerbForm(), "The guards will decide open the gates.", "decide open"),
    (WrongWord(), "The baker, who's roof leaks, shut the shop.", "who's"),
    (WrongWord(), "The choir is fond of it's old hall.", "it's"),
    (WrongWord(), "The march lead by bakers ended at dusk.", "lead"),
    (WrongWord(), "The water was to cold for the divers.", "to"),
    (WrongWord(), "The hall is open between Monday to Friday.", "to"),
]

SOUND = [
    (Agreement(), "There is no bread and no salt. One or two of the divers were hurt."),
    (Agreement(), "The head of the women who was on board has left."),
    (CommaSplice(), "She ran, he rowed. For instance, they sang in the hall until dawn."),
    (DeterminerNumber(), "This crossroads is old, and a few bridges stand every two miles."),
    (DeterminerNumber(), "These two were a sales clerk and a sports writer."),
    (LeftOverWord(), "The lake they swam in at dawn froze. All the most honest bakers left."),
    (LeftOverWord(), "The stairs led down to under the hall. The older of the two won."),
    (MissingHelper(), "Having been told, they left. They've all been away."),
    (MissingHyphen(), "She is 9 years old. The 9-year-old won a race of two miles."),
    (MissingHyphen(), "He works there part time, in a hall for two hundred people."),
    (Preposition(), "They depend from time to time on luck, and are proud for a reason."),
    (Preposition(), "The choir consists for the most part of bakers."),
    (Tense(), "The bakers have met since last night. They have seen that he won last year."),
    (VerbForm(), "All the guards could do was wait. What he did angered them."),
    (VerbForm(), "The choir did what it could, and wanted to. They had better decide."),
    (WrongWord(), "Who's there? It's cold, and they're on it. She led by three."),
    (WrongWord(), "The aim is to warm, and to clean. He is the lead by a mile."),
    (WrongWord(), "They met between one and three to talk. The everyday and the odd."),
]


@pytest.mark.model
@pytest.mark.parametrize(("rule", "sentence", "place"), FOUND)
def test_a_slip_is_seen_by_the_words_around_it(
    ask: Ask, rule: Rule, sentence: str, place: str
) -> None:
    assert [found for found, _ in ask(rule, sentence)] == [place]


@pytest.mark.model
@pytest.mark.parametrize(("rule", "sentence"), SOUND)
def test_what_only_looks_like_such_a_slip(ask: Ask, rule: Rule, sentence: str) -> None:
    assert ask(rule, sentence) == []


@pytest.mark.parametrize(
    "sentence", ["The hall is is shut.", "They have to to go.", "The lake was was frozen."]
)
def test_a_verb_typed_twice_with_nothing_to_ask_for_it(ask: Ask, sentence: str) -> None:
    assert [severity for _, severity in ask(DoubledWord(), sentence)] == [Severity.WARNING]


@pytest.mark.parametrize(
    "sentence",
    ["What it was was a hall.", "The truth is is hard to say.", "The hall they go to to sing."],
)
def test_a_verb_that_is_asked_for_twice(ask: Ask, sentence: str) -> None:
    assert ask(DoubledWord(), sentence) == []


@pytest.mark.parametrize(
    "sentence", ["The lake froze..", "The lake, they said,, froze.", "They left,."]
)
def test_two_marks_where_one_will_do(ask: Ask, sentence: str) -> None:
    assert len(ask(DoubledMark(), sentence)) == 1


@pytest.mark.parametrize(
    "sentence",
    ["Bell Corp., a baker, left ... in May.", "See ../hall and `a,, b`.", "So?! Well..."],
)
def test_marks_that_belong_together(ask: Ask, sentence: str) -> None:
    assert ask(DoubledMark(), sentence) == []


def test_a_misspelt_name_is_a_name(ask: Ask) -> None:
    assert ask(MisspeltWord(), "They met Dr. Cheif, Kim Seige and @goverment.") == []


def test_no_misspelling_is_a_right_spelling_too() -> None:
    table = load("newslint", "vocabularies/misspellings.yml")
    assert isinstance(table, dict)
    assert not set(table) & {str(right) for right in table.values()}


@pytest.mark.model
def test_a_story_that_leaves_out_its_stops_does_so_on_purpose(ask: Ask) -> None:
    story = "The hall is shut\n\nThe lake froze over\n\nThe choir has left.\n\nIt sang."
    assert ask(MissingFullStop(), story) == []
