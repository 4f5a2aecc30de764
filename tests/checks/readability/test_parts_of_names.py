"""Words with a capital that are no lone name, or whose description stands beside them."""

from __future__ import annotations

import pytest

from newslint.checks.readability.first_reference import FirstReference
from tests.checks.conftest import Ask

OPENING = "The mill will shut in May, the council said.\n\nIt rained.\n\n"


@pytest.mark.parametrize(
    "sentence",
    [
        "Landlady and choir have agreed to meet at Christmas.",
        "His Lordship said that it would be heard in the autumn.",
        "SafeWork has told the owner not to touch it.",
        "The tracking site Planewise told the council that they were genuine.",
        "The animal charity Calder complained about it in May.",
        "Brendt, the largest of them, said in May that it had held its prices.",
    ],
)
def test_it_is_no_lone_name(ask: Ask, sentence: str) -> None:
    assert ask(FirstReference(), OPENING + sentence) == []
