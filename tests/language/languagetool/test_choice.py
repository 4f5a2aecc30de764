"""Which rules are on is data, with a reason for each."""

from __future__ import annotations

import pytest

from newslint.language.languagetool.choice import chosen
from newslint.vocabulary import load


@pytest.mark.parametrize(
    ("category", "rule"),
    [
        ("TYPOS", "MORFOLOGIK_RULE_EN_US"),
        ("GRAMMAR", "SUBJECT_MATTER_HYPHEN"),
        ("GRAMMAR", "HEAD_COMPOUNDS"),
        ("MISC", "EN_COMPOUNDS_CROWD_SOURCED"),
        ("REDUNDANCY", "ALL_OF_THE"),
        ("STYLE", "EXTREME_ADJECTIVES"),
        ("CONFUSED_WORDS", "BELIEVE_BELIEF"),
    ],
)
def test_spelling_style_and_noise_are_off(category: str, rule: str) -> None:
    assert not chosen().wants(category, rule)


@pytest.mark.parametrize(
    ("category", "rule"),
    [("GRAMMAR", "BE_VBP_IN"), ("CONFUSED_WORDS", "THEIR_IS"), ("MISC", "EN_A_VS_AN")],
)
def test_plain_slips_are_on(category: str, rule: str) -> None:
    assert chosen().wants(category, rule)


def test_every_group_gives_a_reason() -> None:
    data = load("newslint.language.languagetool", "rules.yml")
    assert isinstance(data, dict)
    for groups in data.values():
        assert isinstance(groups, list)
        for group in groups:
            assert isinstance(group, dict)
            assert isinstance(group["reason"], str)
            assert group["reason"].endswith(".")
