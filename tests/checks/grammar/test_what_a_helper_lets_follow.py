"""What may follow "had", "was", "could" and "did not", whatever stands between or before."""

from __future__ import annotations

import pytest

from newslint.checks.grammar.verb_form import VerbForm
from tests.checks.conftest import Ask

SLIPS = [
    ("The two bakers had not spoke since the flood.", "had not spoke"),
    ("The tenor, who is 61, had wrote to the board.", "had wrote"),
    ("The divers met in Bergen and had drove north.", "had drove"),
    ("Goats were said to have ate the ballot papers.", "have ate"),
    ("Those who had ate early left by boat.", "had ate"),
    ("The police officers had went home by then.", "had went"),
    ("The minister said on Monday the talks had broke down.", "had broke"),
    ("Having forgot the key, she slept in the van.", "Having forgot"),
    ("Lind, who was never took to court, has left Bergen.", "was never took"),
    ("The coach said that the cup was gave to the wrong team.", "was gave"),
    ("The ferry could already drove no further.", "could already drove"),
    ("Lind, who could not approved the sale, has left.", "could not approved"),
    ("A tenor who will sang in Bergen has a cold.", "will sang"),
    ("The crates were carry off by thieves.", "were carry"),
    ("The strike, which had lasting since March, is over.", "had lasting"),
    ("The council has choosing a new site for the market.", "has choosing"),
    ("Voters will choosing a new mayor in June.", "will choosing"),
    ("The airline, which could not paying its crews, has closed.", "could not paying"),
    ("The club did not signing a keeper in January.", "did not signing"),
]


@pytest.mark.model
@pytest.mark.parametrize(("sentence", "place"), SLIPS)
def test_a_form_that_the_helper_does_not_let_follow(ask: Ask, sentence: str, place: str) -> None:
    assert [found for found, _ in ask(VerbForm(), sentence)] == [place]


@pytest.mark.model
@pytest.mark.parametrize(
    "sentence",
    [
        "The money they had went on repairs, and the talent she once had faded.",
        "The boat the men had rode low in the water.",
        "Some of the help the families had came from abroad.",
        "Passengers who could fled to the deck, and those who would stayed there.",
        "Those we had came first, and the three cows he had ate the hay.",
        "Where they were grew dark, and the way they were drove her mad.",
        "The house as it was sank slowly. Whoever they were took the boat.",
        "The rule the club has always had drew complaints.",
        "The tough job the farmers have keeping their sheep dry is well known.",
        "The team had training the next day, and the town has parking a short walk away.",
        "The path had rose bushes, and the school has backing from the town.",
        "His will leaving her the mill was read in May.",
        "The strike would go on, if it did not bargain.",
        "They do mining in the hills. He did not, saying it was late.",
    ],
)
def test_a_clause_that_ends_with_the_helper(ask: Ask, sentence: str) -> None:
    assert ask(VerbForm(), sentence) == []
