"""Idioms, rough verbs and nouns that slant a story, in every form of their words."""

from __future__ import annotations

import pytest

from newslint.checks._wording.idioms import forms_of, spelled_out
from newslint.checks._wording.lists import listed
from newslint.checks.language.loaded_word import LoadedWord
from newslint.finding import Severity
from tests.checks.conftest import Ask


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("line", ("line", "lines", "lining", "lined")),
        ("stab", ("stab", "stabs", "stabbing", "stabbed")),
        ("toss", ("toss", "tosses", "tossing", "tossed")),
        ("curry", ("curry", "curries", "currying", "curried")),
        ("play", ("play", "plays", "playing", "played")),
        ("throw", ("throw", "throws", "throwing", "threw", "thrown")),
        ("lie", ("lie", "lies", "lying", "lied")),
    ],
)
def test_a_verb_is_told_in_all_its_forms(verb: str, forms: tuple[str, ...]) -> None:
    assert forms_of(verb) == forms


def test_an_idiom_is_spelled_out_as_a_phrase() -> None:
    assert (
        spelled_out("+bury one's head(s)") == "bury|buries|burying|buried his|her|its|their head(s)"
    )


def test_a_list_that_no_file_has_is_an_error() -> None:
    with pytest.raises(KeyError, match="nothing"):
        listed("nothing")


@pytest.mark.model
@pytest.mark.parametrize(
    ("story", "judged"),
    [
        ("The board, to its shame, said nothing.", "to its shame"),
        ("Orme, oozing self-pity, asked for water.", "oozing self-pity"),
        ("The reply was as arrogant as it was short.", "arrogant"),
        ("Tenants were treated like dirt in June.", "treated like dirt"),
        ("The union is holding the port to ransom.", "holding the port to ransom"),
        ("The firm dumped its chief in May.", "dumped"),
        ("The trust parroted the official line.", "parroted"),
        ("Residents were left fuming by the reply.", "left fuming"),
        ("The nightmare journey took six hours.", "nightmare journey"),
        ("The clinic stands in a dingy suburb.", "dingy"),
        ("The pint-sized minister spoke for an hour.", "pint-sized"),
        ("His celebrated masterpiece is in the hall.", "celebrated"),
        ("The killer sauce was sold in jars.", "killer"),
        ("Panic has gripped the port.", "Panic has gripped"),
        ("The board, greedy as ever, met in May.", "greedy"),
        ("The sale was late and shambolic.", "shambolic"),
        (
            "The ministry will buy six new drones, its spokesman said, a ludicrous order.",
            "ludicrous",
        ),
    ],
)
def test_what_slants_the_news_is_marked(ask: Ask, story: str, judged: str) -> None:
    assert ask(LoadedWord(), story) == [(judged, Severity.WARNING)]


@pytest.mark.model
@pytest.mark.parametrize(
    "story",
    [
        "The union held the port to its promise. The crane dumped gravel.",
        "The killer whale came back. The horror film opens in May. The puppet theatre closed.",
        "According to Ana Ruiz, the board lined its pockets.",
        "The sleepy child was put to bed. The posh frock was sold.",
        "The parrot was taught a line. Ana Ruiz said tenants were treated like dirt.",
        "It was, Ana Ruiz said, a ludicrous order.",
        "The board did not bury its head in the sand.",
    ],
)
def test_the_same_words_in_their_plain_sense_or_from_a_source_stand(ask: Ask, story: str) -> None:
    assert ask(LoadedWord(), story) == []
