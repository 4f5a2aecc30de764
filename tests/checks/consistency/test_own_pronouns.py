"""consistency.pronoun-conflict: pronouns that belong to the subject before them."""

from __future__ import annotations

import pytest

from newslint.checks.consistency.pronoun_conflict import PronounConflict
from newslint.finding import Severity
from tests.checks.conftest import Ask

pytestmark = pytest.mark.model
RULE = PronounConflict()


@pytest.mark.parametrize(
    ("story", "word"),
    [
        ("The health minister, Ruth Orme, said he would travel to Tarn on Friday.", "he"),
        ("The director, Solveig Ilves, said his institution would wait.", "his"),
        ("Tom Brandt said she had only wanted to be heard.", "she"),
        ("The goalkeeper, Tom Brandt, put her kick over the bar.", "her"),
        ("The vicar, the Rev Ruth Orme, climbed the tower. He blessed the bells.", "He"),
        ("The leader of the opposition, Mr. Ruth Orme, went to the quay.", "Mr."),
        ("Councilwoman Ruth Orme spoke. Councilman Orme voted against it.", "Councilman"),
    ],
)
def test_the_pronoun_or_title_at_odds_is_marked(ask: Ask, story: str, word: str) -> None:
    assert ask(RULE, story) == [(word, Severity.WARNING)]


@pytest.mark.parametrize(
    "story",
    [
        "The lawyer, Ruth Orme, said he would plead not guilty.",
        "A man was held on Friday. His aunt, Ruth Orme, said he would be home soon.",
        "Tom Brandt has resigned. Ruth Orme said he would be missed.",
        "Ruth Orme won his vote.  Tom Brandt had promised it.",
        "The porter waved as Ruth Orme walked by, saying he was glad.",
        "Mr Robin Orme went to the quay.",
    ],
)
def test_somebody_else_may_be_meant(ask: Ask, story: str) -> None:
    assert ask(RULE, story) == []


def test_a_noun_at_odds_is_marked_once(ask: Ask) -> None:
    assert ask(RULE, "Headmistress Colin Ware hung the painting.") == [
        ("Headmistress", Severity.WARNING)
    ]
