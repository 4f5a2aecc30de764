"""The word lists: well formed, and every group with an example of its own."""

from __future__ import annotations

import pytest

from newslint.attribution.graph import CueClass
from newslint.attribution.kinds import nouns_for, outlets, pronouns
from newslint.attribution.lexicon import adjectives, nouns, source_phrases, verbs
from newslint.vocabulary import load

_FRAMES = {
    "verbs.yml": {
        "quote",
        "that",
        "to",
        "object",
        "object-to",
        "as",
        "complement",
        "about",
        "at",
        "feeler",
    },
    "nouns.yml": {"that", "to", "of"},
    "adjectives.yml": {"that", "to", "of", "impersonal"},
}


@pytest.mark.parametrize("name", _FRAMES)
def test_groups_name_known_frames_and_give_an_example(name: str) -> None:
    groups = load("newslint.attribution", f"data/{name}")
    assert isinstance(groups, list)
    for group in groups:
        assert isinstance(group, dict)
        if "frames" not in group:
            continue
        assert set(group["frames"]) <= _FRAMES[name]
        assert CueClass(str(group["class"]))
        assert str(group["example"]).endswith((".", '."'))


def test_the_first_class_of_a_frame_holds() -> None:
    assert verbs()["say"].implies("quote") is CueClass.NEUTRAL
    assert verbs()["claim"].implies("that") is CueClass.DOUBTING
    assert verbs()["reveal"].implies("object") is CueClass.FACTIVE
    assert verbs()["decline"].implies("to") is CueClass.REFUSAL


def test_words_of_every_kind_are_there() -> None:
    assert nouns()["claim"].bare
    assert "confident" in adjectives()
    assert "according" in source_phrases()
    assert "source" in nouns_for("anonymous")
    assert "Reuters" in outlets()
    assert pronouns()["she"] == "feminine"
