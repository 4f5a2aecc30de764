"""attribution.unattributed-claim: which statements need somebody to vouch for them."""

from __future__ import annotations

import pytest

from newslint.checks.attribution.unattributed_claim import UnattributedClaim
from newslint.finding import Severity
from tests.checks.conftest import Ask

pytestmark = pytest.mark.model
RULE = UnattributedClaim()
UNION = "The strike ended, the union said on Monday.\n\n"


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("The owner hid the letters.", "hid the letters"),
        ("The council knew that the tree was rotten.", "knew that"),
        ("The board did nothing.", "did nothing"),
        ("The lamp has been stolen.", "has been stolen"),
        ("A man of 58 was stabbed at the gate.", "was stabbed at the gate"),
    ],
)
def test_blame_and_violence_need_a_source(ask: Ask, sentence: str, words: str) -> None:
    assert ask(RULE, UNION + sentence) == [(words, Severity.WARNING)]


@pytest.mark.parametrize(
    "sentence",
    [
        "The owner hid the letters, Ines Falk, a miner, said.",
        "The court heard that the owner hid the letters.",
        "The owner did not hide the letters.",
        "Did the owner hide the letters?",
        "The owner [hid](https://oslo.example/letters) the letters.",
        "The wind hid the noise.",
        "The owner hid the letters in 1951.",
    ],
    ids=["said", "court", "negated", "question", "link", "thing", "history"],
)
def test_what_is_sourced_or_nobodys_blame_is_left_alone(ask: Ask, sentence: str) -> None:
    assert ask(RULE, UNION + sentence) == []


def test_a_source_beside_the_sentence_is_not_in_it(ask: Ask) -> None:
    story = UNION + "Ines Falk, a miner, said she was tired. The owner hid the letters."
    assert ask(RULE, story) == [("hid the letters", Severity.WARNING)]


def test_a_story_without_any_source_is_reported_elsewhere(ask: Ask) -> None:
    assert ask(RULE, "The owner hid the letters.") == []
