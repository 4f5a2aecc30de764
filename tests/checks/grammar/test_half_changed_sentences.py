"""Sentences changed in one place only; beside each slip, the sentence as it should be."""

from __future__ import annotations

import re

import pytest

from newslint.checks.grammar.apostrophe import Apostrophe
from newslint.checks.grammar.determiner_number import DeterminerNumber
from newslint.checks.grammar.left_over_word import LeftOverWord
from newslint.checks.grammar.missing_comma import MissingComma
from newslint.checks.grammar.missing_helper import MissingHelper
from newslint.checks.grammar.missing_plural import MissingPlural
from newslint.checks.grammar.missing_word import MissingWord
from newslint.checks.grammar.pronoun_case import PronounCase
from newslint.checks.grammar.stray_comma import StrayComma
from newslint.checks.grammar.tense import Tense
from newslint.checks.grammar.verb_form import VerbForm
from newslint.checks.grammar.word_order import WordOrder
from newslint.checks.grammar.wrong_article import WrongArticle
from newslint.checks.grammar.wrong_word import WrongWord
from newslint.rule import Rule
from tests.checks.conftest import Ask

#: The slip and what is meant, in the sentences that each rule is to see.
SLIPS: dict[Rule, list[str]] = {
    Tense(): [
        "The ferry company [[has reported on Tuesday|reported on Tuesday]] a loss of £3m.",
        "Three men [[have been arrested on Sunday|were arrested on Sunday]] over the theft.",
        "He [[works at the same bench since 1974|has worked at the same bench since 1974]].",
        "The court heard that when he got home his wife [[has left|had left]].",
    ],
    VerbForm(): [
        "The firm promised [[to will repay|to repay]] the loan in full.",
        "The levy is [[expected to rising|expected to rise]] in May.",
        "They want the road [[to closed|closed]] to lorries.",
    ],
    LeftOverWord(): [
        "The room in which the painting [[hung in|hung]] was locked.",
        "The march drew [[nearly almost|nearly]] 5,000 people.",
    ],
    WrongWord(): [
        "The clock was a gift [[form|from]] the mayor.",
        "Turnout was lower [[that|than]] it was four years ago.",
        "He is taller [[as|than]] his father.",
    ],
    WordOrder(): ["She wanted to know why [[did the ferry|the ferry did]] not turn back."],
    MissingPlural(): ["Three of the school's [[teacher|teachers]] have resigned."],
    MissingHelper(): ["The plan has [[criticised|been criticised]] by residents."],
    MissingWord(): ["The ferry is [[due sail|due to sail]] at six."],
    Apostrophe(): ["[[Taxi's|Taxis]] can wait on the quay until noon."],
    DeterminerNumber(): ["Police said [[a three men|three men]] had been held."],
    PronounCase(): ["The driver, [[which|who]] was unhurt, was breathalysed."],
    WrongArticle(): ["She bought [[a|an]] hour's peace."],
    StrayComma(): [
        "Officials said [[that, the|that the]] bridge was safe.",
        "The owner of a barn that stood at the end of the [[lane, was|lane was]] fined.",
    ],
    MissingComma(): ['"We will open the pool on [[Monday" she|Monday," she]] said.'],
}

#: What only looks like such a slip.
SOUND = [
    "The fair has been set on Friday for May. The boat has run in 1998 and in 2004.",
    "It was clearer that it had been a mistake. The board announced two days earlier that it was.",
    "It works with the largest share of the market since 2010, and has grown by half.",
    "The story on her letters has moved on Friday's broadcast.",
    "The groups that back the candidates, which are many, met. The firm has stood by its staff.",
    "The road is due west. Two of the firm's staff were hurt. The king's will must stand.",
    "Anybody who waters a lawn, fills a pool or washes a car may be fined.",
    "She said that, all told, the bridge was safe.",
    "The post for which he was known for years to have longed was filled.",
]

_MARK = re.compile(r"\[\[([^|\]]*)\|([^|\]]*)\]\]")
PAIRS = [(rule, sentence) for rule, sentences in SLIPS.items() for sentence in sentences]


@pytest.mark.model
@pytest.mark.parametrize(("rule", "sentence"), PAIRS)
def test_a_slip_is_seen_where_it_is(ask: Ask, rule: Rule, sentence: str) -> None:
    mark = _MARK.search(sentence)
    assert mark is not None
    found = [place for place, _ in ask(rule, _MARK.sub(r"\1", sentence))]
    assert len(found) == 1
    assert set(found[0].split()) & set(mark[1].split())


@pytest.mark.model
@pytest.mark.parametrize(("rule", "sentence"), PAIRS)
def test_the_sentence_as_it_should_be_is_left_alone(ask: Ask, rule: Rule, sentence: str) -> None:
    assert ask(rule, _MARK.sub(r"\2", sentence)) == []


@pytest.mark.model
@pytest.mark.parametrize("sentence", SOUND)
def test_a_sentence_that_only_looks_wrong_is_left_alone(ask: Ask, sentence: str) -> None:
    assert [found for rule in SLIPS for found in ask(rule, sentence)] == []
