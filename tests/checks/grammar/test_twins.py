"""Words written for one another: found by what stands around them, left alone elsewhere."""

from __future__ import annotations

import pytest

from newslint.checks._wording.twins import known_words, twin_of, twins
from newslint.checks.grammar.broken_pair import BrokenPair
from newslint.checks.grammar.preposition import Preposition
from newslint.checks.grammar.stray_comma import StrayComma
from newslint.checks.grammar.wrong_word import WrongWord
from newslint.language.tokens import Token
from newslint.rule import Rule
from tests.checks.conftest import Ask

FOUND = [
    (WrongWord(rare=True), "The council was accused of a breech of trust.", "breech"),
    (WrongWord(rare=True), "The trail of the two brothers begins in May.", "trail"),
    (
        WrongWord(rare=True),
        "A herd of cows stood in the lane, the court herd that day from a farmer.",
        "herd",
    ),
    (WrongWord(rare=True), "The guards sat by the door in lieu to a lock.", "to"),
    (WrongWord(rare=True), "The ferry was twice as late than the train.", "than"),
    (WrongWord(rare=True), "The bakers, two of who are twins, won.", "who"),
    (WrongWord(rare=True), "The bakers have become more poor then in any year of the war.", "then"),
    (BrokenPair(), "Neither the baker or the miller came.", "or"),
]
SOUND = [
    (WrongWord(rare=True), "The midwife said that it was a breech birth."),
    (WrongWord(rare=True), "The trail of blood led to the mill, and the trail was closed."),
    (WrongWord(rare=True), "She heard the herd of cows. They fled from the bank of the lake."),
    (WrongWord(rare=True), "Mr Steel sold his mill, and Whit Ayres bought the land."),
    (WrongWord(rare=True), "He was on trial for theft in May, and his role in the play was small."),
    (
        WrongWord(rare=True),
        "Some bakers, who are twins, are as late as the miller, or later than he is.",
    ),
    (Preposition(), "The mill is adjacent to the lock, and the bakers insisted on Friday."),
    (BrokenPair(), "Either the baker or the miller, and both their wives, came."),
    (BrokenPair(), "It is not only the miller who came. Either way and by any road, he came."),
    (StrayComma(), "His neighbour, Ines Calloway said, was in tears."),
    (StrayComma(), "The miller said that, in May, the lock froze."),
]


@pytest.mark.model
@pytest.mark.parametrize(("rule", "text", "place"), FOUND)
def test_a_slip_is_found_where_it_stands(ask: Ask, rule: Rule, text: str, place: str) -> None:
    assert [found for found, _ in ask(rule, text)] == [place]


@pytest.mark.model
@pytest.mark.parametrize(("rule", "text"), SOUND)
def test_a_sound_sentence_is_left_alone(ask: Ask, rule: Rule, text: str) -> None:
    assert ask(rule, text) == []


def test_a_word_is_spared_in_a_story_that_is_about_it() -> None:
    word = Token(0, "mussel", 0)
    assert twin_of((word,), word, "The mussel is strong.") == "muscle"
    assert twin_of((word,), word, "The mussel, a clam of the sea.") is None


def test_no_word_is_its_own_twin() -> None:
    assert not [word for word in known_words() if any(t.right == word for t in twins(word))]
