"""A list that is searched part by part finds what one long expression would have found."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.patterns.alternatives import Alternatives
from newslint.patterns.existence import Existence
from newslint.patterns.regexes import matches
from newslint.patterns.substitution import Substitution

TOKENS = st.sampled_from(
    ["ab", "abc", "bca?", "abc ab", "(?:ca|bc)b", "cab+", "(?<=a )bc", "bc(?! a)", "cc"]
)


def alternatives(*tokens: str) -> Alternatives:
    return Existence(id="a.b", message="m", tokens=tokens, ignorecase=True).alternatives


def found(what: Alternatives, article: str, stretch: str | None = None) -> list[tuple[int, int]]:
    text = article if stretch is None else stretch
    start = article.index(text)
    return [match.span() for _, match in what.among(article).matches(text, start)]


@given(st.lists(TOKENS, min_size=1, max_size=5), st.text("abcB ", max_size=30))
def test_the_order_is_that_of_one_expression(tokens: list[str], text: str) -> None:
    what = alternatives(*tokens)
    assert found(what, text) == [match.span() for match in matches(what.whole, text)]


def test_of_two_that_begin_at_one_place_the_first_counts() -> None:
    assert found(alternatives("in order", "in order to"), "in order to sell") == [(0, 8)]
    assert found(alternatives("in order to", "in order"), "in order to sell") == [(0, 11)]


def test_the_longest_of_many_plain_words_wins() -> None:
    many = [f"word{number:02}" for number in range(50)]
    assert found(alternatives("word01", *many, "word01 again"), "word01 again") == [(0, 12)]


def test_only_what_stands_in_the_stretch_is_found() -> None:
    assert found(alternatives("harbour", "pier"), "The harbour. The pier.", "The pier.") == [(4, 8)]


def test_where_a_letter_becomes_two_nothing_is_missed() -> None:
    assert found(alternatives("pier"), "Straße und Pier. The pier.", "The pier.") == [(4, 8)]


def test_a_stretch_without_its_words_is_not_worth_a_look() -> None:
    candidates = alternatives("harbour", "old pier").among("The harbour. The old pier.")
    assert candidates.within(0, 12) == [0]
    assert candidates.within(13, 20) == []
    assert candidates.within(13, 26) == [1]


def test_short_words_are_found_too() -> None:
    assert found(alternatives("ox", "by"), "An ox passed by.") == [(3, 5), (13, 15)]


@pytest.mark.parametrize("token", [r"(\w+) \1", r"\w+", "(?:a|(?i)b)cd"])
def test_what_cannot_stand_alone_is_searched_as_a_whole(token: str) -> None:
    assert alternatives(token, "pier").among("Nothing of it.").parts is None


def test_a_digit_is_found_whichever_it_is() -> None:
    assert found(alternatives(r"berth \d+", "pier"), "At berth 47 and berth ٤.") == [
        (3, 11),
        (16, 23),
    ]


def test_a_substitution_knows_which_key_it_met() -> None:
    rule = Substitution(id="a.b", message="m", swap={"utili[sz]e": "use", "pier": "quay"})
    [(number, match)] = rule.alternatives.among("They utilize it.").matches("They utilize it.")
    assert rule.expected(match, number) == ("use",)


def test_nothing_is_compiled_that_the_article_does_not_hold() -> None:
    what = alternatives("harbour", "pier")
    assert found(what, "A pier.") == [(2, 6)]
    assert ["compiled" in vars(part) for part in what.parts] == [False, True]
