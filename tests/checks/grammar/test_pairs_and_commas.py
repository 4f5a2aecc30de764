"""Broken pairs, prepositions and commas: found where they stand, left alone elsewhere."""

from __future__ import annotations

import pytest

from newslint.checks.grammar.broken_pair import BrokenPair
from newslint.checks.grammar.preposition import Preposition
from newslint.checks.grammar.stray_comma import StrayComma
from newslint.rule import Rule
from tests.checks.conftest import Ask

FOUND = [
    (BrokenPair(), "Neither the baker or the miller came.", "or"),
    (BrokenPair(), "Not only the baker but the miller, neither tired or ill, came.", "or"),
]
SOUND = [
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
