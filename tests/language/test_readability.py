"""Readability is textstat's, and never fails."""

from __future__ import annotations

import pytest

from newslint.language.measures import Readability
from newslint.language.readability import measure


def test_short_words_and_sentences_are_easy() -> None:
    easy = measure("The cat sat on the mat. The dog ran to the big red bus. It did not stop.")
    hard = measure(
        "Notwithstanding considerable administrative difficulties, international organisations "
        "subsequently acknowledged extraordinary institutional responsibilities."
    )
    assert easy.words == 18
    assert easy.sentences == 3
    assert easy.grade < 2 < 12 < hard.grade
    assert easy.ease > 90 > 0 > hard.ease


@pytest.mark.parametrize("text", ["", "  \n", "— … !", "“”"])
def test_a_text_without_words_is_all_zeros(text: str) -> None:
    assert measure(text) == Readability(0, 0, 0.0, 0.0, 0.0, 0.0)
