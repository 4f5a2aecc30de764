"""Slips that the parse of a whole clause shows; beside each, the sentence as it should be."""

from __future__ import annotations

import re

import pytest

from newslint.checks.grammar.agreement import Agreement
from newslint.checks.grammar.left_over_word import LeftOverWord
from newslint.checks.grammar.missing_word import MissingWord
from newslint.checks.grammar.verb_form import VerbForm
from newslint.checks.grammar.wrong_word import WrongWord
from newslint.rule import Rule
from tests.checks.conftest import Ask

#: The slip and what is meant, in the sentences that each rule is to see.
SLIPS: dict[Rule, list[str]] = {
    Agreement(): [
        "What the divers saw in the cave [[remain|remains]] a secret.",
        "The film ends with a scene in which anger [[give|gives]] way to laughter.",
    ],
    LeftOverWord(): [
        "The union accepted an offer [[from of|from]] the port on Monday.",
        "The charts were drawn up [[from by|by]] the navy in 1931.",
        "The board voted [[against of|against]] the merger by nine to two.",
        "The new boats are [[more faster|faster]] than the old ones.",
    ],
    VerbForm(): [
        "Grants will be paid provided that they [[to |]]open by August.",
        "Small farms would end up [[to paying|paying]] the largest share of the levy.",
        "The ministry agreed [[to dropping|to drop]] the charge on small boats.",
        "The leak did not appear to have been[[ to be|]] deliberate.",
        "The first trains will [[be begin|begin]] work on the branch in June.",
        "The new pool will cost £3 million, the council [[has announce|has announced]].",
        "It was the fastest lap ever [[rode|ridden]] by a junior.",
        "She asked the crowd not [[provoke|to provoke]] the police.",
        "The ferry, which was carrying 40 people, [[sunk|sank]] within minutes.",
        "The barn, [[build|built]] in 1840, burned down on Sunday.",
    ],
    WrongWord(): [
        "Skippers were asked to move [[there|their]] boats upstream.",
        "The recipe was [[past|passed]] down through three families.",
        "The widow very nearly [[through|threw]] the letters away.",
        "The bog was drained for grazing, a [[practise|practice]] that killed the moss.",
        "The firm's [[principle|principal]] lender has agreed to wait.",
        "The two sides signed a deal that will [[rise|raise]] wages by 5 per cent.",
        "The union, [[who's|whose]] chairman, Ned Astley, resigned, will meet on Monday.",
    ],
    MissingWord(): [
        "Six sheds were destroyed [[in early|in the early]] hours of Friday.",
        "Many [[of resident|of the residents]] slept in the hall.",
        "The treasurer warned [[that would|that it would]] be hard to find the money again.",
        "The board said [[that was|that it was]] too early to name a new head.",
        "He was one of three [[men were|men who were]] arrested at the docks.",
    ],
}

#: What only looks like such a slip.
SOUND = [
    "The treasurer warned that would be hard to find.",
    "The chair said that was hard to bear.",
    "He showed them the ship they sailed in at the time.",
    "He agreed to building works, and in principle talks went on.",
    "It was past midnight, and the van was past it.",
    "They found there people who knew the way.",
    "Through the gate. A walk through the park.",
    "Prices will rise 5 per cent, and they practise in May.",
    "One of three men was arrested. Many of them slept, and several of late.",
    "The boat sunk in May was raised.",
    "The captain asked whether or not fire was seen.",
    "The firm knew how it came to be.",
    "What's more, there are plenty of boats in the harbour.",
    "What the divers saw in the cave remain secrets.",
]

_MARK = re.compile(r"\[\[([^|\]]*)\|([^|\]]*)\]\]")
PAIRS = [(rule, sentence) for rule, sentences in SLIPS.items() for sentence in sentences]


@pytest.mark.model
@pytest.mark.parametrize(("rule", "sentence"), PAIRS)
def test_a_slip_is_seen_once(ask: Ask, rule: Rule, sentence: str) -> None:
    mark = _MARK.search(sentence)
    assert mark is not None
    found = [place for place, _ in ask(rule, _MARK.sub(r"\1", sentence))]
    assert len(found) == 1
    assert mark[1].strip() in found[0] or found[0] in mark[1] or found[0].split()[0] in mark[1]


@pytest.mark.model
@pytest.mark.parametrize(("rule", "sentence"), PAIRS)
def test_the_sentence_as_it_should_be_is_left_alone(ask: Ask, rule: Rule, sentence: str) -> None:
    assert ask(rule, _MARK.sub(r"\2", sentence)) == []


@pytest.mark.model
@pytest.mark.parametrize("sentence", SOUND)
def test_a_sentence_that_only_looks_wrong_is_left_alone(ask: Ask, sentence: str) -> None:
    assert [found for rule in SLIPS for found in ask(rule, sentence)] == []
