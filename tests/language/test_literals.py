from __future__ import annotations

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from newslint.language.literals import required, requirements
from newslint.language.sieve import Sieve
from newslint.patterns.pattern import Pattern
from newslint.registry import load_rules

KNOWN = {
    "pier": {"pier"},
    r"\bPier\b": {"pier"},
    "utili[sz]e": {"utilise", "utilize"},
    "utili[s-z]e": {"utili"},
    "(?:un)?fortunately(?=, pier)": {"fortunately"},
    "old pier|new quay": {"old pier", "new quay"},
    "hinted|hints?": {"hint"},
    r"(?:a|an) (?:old|aged) (?:\w+ )?pier": {"a old ", "an old ", "a aged ", "an aged "},
    r"\w+ (?:old )?pier": {" old pier", " pier"},
    "(clear|sure) (?i:sign|proof)": {"clear sign", "clear proof", "sure sign", "sure proof"},
    "abc+de": {"abc"},
    "abc?de": {"abcde", "abde"},
    "ab{2,3}cd": {"ab"},
    "(?:pier){0,2}quay": {"quay"},
    r"\[insert": {"[insert"},
    "[]a]pier": {"pier"},
    r"[^\]a]pier": {"pier"},
    r"\p{Lu}pier": {"pier"},
    "(?<=(?:harbour|bridge) )of": {"of"},
    "(?<name>pier)": {"pier"},
    "(?|(pier)|(quay))": {"pier", "quay"},
}


@pytest.mark.parametrize("source", KNOWN)
def test_what_a_pattern_cannot_match_without(source: str) -> None:
    assert required(source) == KNOWN[source]


@pytest.mark.parametrize(
    "source", ["", r"\w+", "a|pier", "(?:pier)?", "x*", r"\x41bc", r"[[:alpha:]]bc", "pi(er", r"\1"]
)
def test_nothing_is_said_where_it_is_not_certain(source: str) -> None:
    assert required(source) == frozenset()


PIECES = st.sampled_from(
    [
        "ab",
        "c",
        "[bc]",
        "b?",
        "c+",
        "a{2}",
        r"\w",
        ".",
        "(?:ab|c)",
        "(b|ca)*",
        r"\.",
        "(?i:AB)",
        "(?=ab|c)",
        "(?<=bc)",
        r"\b",
        "(?:b|ca)?",
        "(?:a(?=bc)|(?<=ab)c)",
        "(?<=a|cb)",
        "(?:(?<=a)b)+",
        "(?!ab)",
        "|",
    ]
)


def test_what_stands_around_a_match_is_in_the_text_too() -> None:
    assert requirements("(?<=(?:harbour|bridge) )of")[0] == {"harbour of", "bridge of"}
    assert requirements("of(?! the pier)(?= the quay)")[0] == {"of the quay"}
    assert requirements(r"\b((?<=\bthe )pier(?= (?:was|is)\b))\b")[0] == {
        "the pier was",
        "the pier is",
    }
    assert list(requirements("(?<!old )(?!new )pier")) == [{"pier"}]


def test_a_text_has_a_word_of_each_set() -> None:
    sets = requirements(r"the \w+ (?:pier|bridge)(?: of \w+)?(?= was closed)")
    assert list(sets) == [{" was closed"}, {" pier", " bridge"}, {"the "}]
    assert Sieve(sets, exact=False).passes("the new pier was closed")
    assert not Sieve(sets, exact=False).passes("the new pier was opened")
    assert list(requirements("the pier|(?:old|new) bridge")) == [
        {"the pier", "old bridge", "new bridge"}
    ]


def test_a_rarer_word_says_more_than_a_longer_common_one() -> None:
    assert list(requirements(r"their\ssea")) == [{"sea"}, {"their"}]
    assert required(r"\bThe\s(?:keel|hull)\b|\bwhich\s\w+\smoor", exact=True) == {
        "keel",
        "hull",
        "moor",
    }


def test_more_than_a_few_words_are_not_put_together() -> None:
    days = "|".join(f"{letter}day" for letter in "abcdefghi")
    assert requirements(f"(?<=(?:{days}) )(?:old|new)(?= (?:{days}))")[0] == {
        f"{age} {letter}day" for age in ("old", "new") for letter in "abcdefghi"
    }


def test_any_digit_stands_for_all() -> None:
    assert required(r"\b(?:\d+|two|three)\spiers?") == {"pier"}
    assert required(r"\b(?:\d{1,3}|two)\b") == {"0", "two"}
    assert required(r"quay 17\d") == {"quay 000"}
    assert required(r"\d*") == frozenset()


@given(st.lists(PIECES, min_size=1, max_size=6).map("".join), st.text("abcA.", max_size=12))
def test_no_match_is_ever_missed(source: str, text: str) -> None:
    words = required(source)
    for match in regex.finditer(source, text):
        if match[0]:
            assert Sieve(requirements(source), exact=False).passes(text)
            assert not words or any(word in match[0].casefold() for word in words)


@pytest.mark.parametrize(
    "spec", [s for s in load_rules() if isinstance(s.rule, Pattern)], ids=lambda spec: spec.id
)
def test_our_word_lists_are_quick(spec: object) -> None:
    rule = spec.rule  # type: ignore[attr-defined]
    if spec.id not in SEARCHED and hasattr(rule, "expression"):  # type: ignore[attr-defined]
        assert required(rule.expression.pattern)


# They look for capitals, or for how much there is.
SEARCHED = {
    "readability.long-sentence",
    "structure.headline-length",
    "structure.shouted-headline",
}
