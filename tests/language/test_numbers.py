"""Quantities are read with their unit and what they count."""

from __future__ import annotations

import time
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.language.numbers import find_quantities


@pytest.mark.parametrize(
    ("text", "words", "value", "unit", "noun"),
    [
        ("It cost $1.5 billion.", "$1.5 billion", 1_500_000_000, "dollar", None),
        ("It cost €3bn.", "€3bn", 3_000_000_000, "euro", None),
        ("It cost 50,000 rubles.", "50,000 rubles", 50_000, "rouble", None),
        ("It rose 12.5 percent.", "12.5 percent", Fraction(25, 2), "percent", None),
        ("It rose 12 per cent.", "12 per cent", 12, "percent", None),
        ("It rose two percentage points.", "two percentage points", 2, "percentage point", None),
        ("It drew 3,400 elderly voters.", "3,400", 3400, None, "voters"),
        ("Twenty-three people came.", "Twenty-three", 23, None, "people"),
        ("Two hundred and five soldiers left.", "Two hundred and five", 205, None, "soldiers"),
        ("A dozen eggs broke.", "A dozen", 12, None, "eggs"),
        ("Half a million dollars went.", "Half a million dollars", 500_000, "dollar", None),
        ("Two-thirds of voters agree.", "Two-thirds", Fraction(2, 3), None, None),
        ("Some 7-year-old boys ran.", "7", 7, None, "boys"),
    ],
)
def test_a_quantity(
    text: str, words: str, value: int | Fraction, unit: str | None, noun: str | None
) -> None:
    (quantity,) = find_quantities(text, 10)
    start = 10 + text.index(words)
    assert (quantity.span.start, quantity.span.end) == (start, start + len(words))
    assert (quantity.value, quantity.unit, quantity.noun) == (value, unit, noun)
    if quantity.noun_span is not None:
        assert quantity.noun_span.shifted(-10).cut(text) == noun


@pytest.mark.parametrize(
    "text",
    [
        "Article 5, F-16, COVID-19, G20 and Flight 93",
        "at 5 p.m. or 10:30 on Oct. 27, 2025, in the 1990s",
        "won 3-1 in the 21st century",
        "No one saw one another.",
    ],
)
def test_names_times_dates_scores_and_pronouns_are_no_quantities(text: str) -> None:
    assert find_quantities(text) == ()


def test_hedged_numbers_are_approximate() -> None:
    found = find_quantities("Nearly 40 ships met 12 boats and more than 9 rafts.")
    assert [q.approximate for q in found] == [True, False, True]


_PIECES = st.sampled_from(
    [
        "1",
        "1,000",
        ".",
        "$",
        "%",
        " ",
        "-",
        "one",
        "hundred",
        "half",
        " a ",
        "million",
        "percent",
        "m",
    ]
)


@given(st.lists(_PIECES, max_size=12).map("".join))
def test_quantities_never_overlap(text: str) -> None:
    found = find_quantities(text)
    for quantity in found:
        assert quantity.span.cut(text).strip() == quantity.span.cut(text) != ""
    for first, second in pairwise(found):
        assert first.span.end <= second.span.start


@pytest.mark.parametrize("unit", ["one ", "1,000,", "hundred and ", "one-", "two thirds ", "$ "])
def test_hostile_text_takes_time_in_proportion(unit: str) -> None:
    began = time.process_time()
    find_quantities(unit * 10_000)
    assert time.process_time() - began < 4


def test_a_space_that_does_not_break_may_stand_before_million() -> None:
    [found] = find_quantities("It cost $3\u00a0million.")
    assert (float(found.value), found.span.start, found.span.end) == (3_000_000.0, 8, 18)
