"""Readability is textstat's, and never fails."""

from __future__ import annotations

import subprocess
import sys

import pytest
import textstat

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
    assert measure(text) == Readability(0, 0, 0.0, 0.0, 0.0, 0.0, 0)


def test_lengths_are_averages() -> None:
    text = "The cow ran home. The boy ran too. They had good fun."
    measured = measure(text, paragraphs=2)
    assert (measured.sentence_words, measured.paragraph_words) == (4.0, 6.0)


def test_it_works_without_a_network_and_without_a_warning() -> None:
    """The pinned textstat has its words with it; another version fetches them at run time."""
    code = (
        "import socket, sys, warnings\n"
        "warnings.simplefilter('error')\n"
        "def refuse(*_, **__):\n"
        "    raise AssertionError('a socket was opened')\n"
        "socket.socket.connect = socket.create_connection = socket.getaddrinfo = refuse\n"
        "from newslint.language.readability import measure\n"
        "assert 'textstat' not in sys.modules\n"
        "found = measure('The municipal council met. It did not vote. Nobody was surprised.')\n"
        "assert found.grade and found.smog and found.fog and found.ease\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=120
    )
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize(
    "text",
    [
        "“It's over,” said Mr. O'Neil-d'Arcy. He didn't wait. Then: rock 'n' roll!",
        "Yes. No. Not at all. The it's-good shop sold İznik tiles in 2019 for 3.5 million lira.",
        "Xqz brrr tsk. I think. We agree on that. _ 's 've 'll.",
        "Unbelievably complicated municipal administration; nevertheless, people's voices won't.",
    ],
)
def test_the_figures_are_those_of_textstat(text: str) -> None:
    measured = measure(text)
    assert measured == Readability(
        words=textstat.lexicon_count(text),
        sentences=textstat.sentence_count(text),
        grade=textstat.flesch_kincaid_grade(text),
        ease=textstat.flesch_reading_ease(text),
        fog=textstat.gunning_fog(text),
        smog=textstat.smog_index(text),
        paragraphs=1,
    )
