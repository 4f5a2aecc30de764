"""Expressions that are compiled when a text may hold them find what others find."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.language.lazy_regex import LazyRegex

PATTERNS = [
    r"\b(?:pier|quay)s?\b",
    r"(?<=the )harbour",
    r"a\w+|the",
    r"\d+\sships?(?!\sof)",
    r"\b(?:\d{1,2}|two|three)\b(?: \w+)?",
    r"^the pier",
    "(?x) the \\s pier  # with remarks",
]
TEXTS = st.lists(
    st.sampled_from(
        ["the", "The", "pier", "PIERS", "harbour", "7 ships", "٤ ships", "two", " ", " of "]
    ),
    max_size=8,
).map("".join)


@given(st.sampled_from(PATTERNS), st.sampled_from([0, re.IGNORECASE]), TEXTS, st.integers(0, 20))
def test_they_find_what_the_library_finds(pattern: str, flags: int, text: str, at: int) -> None:
    ours, library = LazyRegex(pattern, flags), re.compile(pattern, flags)
    assert [m.span() for m in ours.finditer(text)] == [m.span() for m in library.finditer(text)]
    for mine, other in (
        (ours.search(text, at), library.search(text, at)),
        (ours.match(text, at), library.match(text, at)),
        (ours.fullmatch(text, 0, at), library.fullmatch(text, 0, at)),
    ):
        assert (mine and mine.span()) == (other and other.span())


@given(st.sampled_from(PATTERNS), st.sampled_from([0, re.IGNORECASE]), TEXTS, st.integers(0, 20))
def test_a_part_without_their_places_holds_no_match(
    pattern: str, flags: int, text: str, at: int
) -> None:
    places = LazyRegex(pattern, flags).places_in(text)
    if places is not None and not any(place >= at for place in places):
        assert re.search(pattern, text[at:], flags) is None


def test_remarks_in_an_expression_are_not_looked_for() -> None:
    assert LazyRegex("the \\s pier  # old", re.VERBOSE).search("at the pier")


def test_nothing_is_compiled_for_a_text_without_its_words() -> None:
    expression = LazyRegex(r"\bpiers?\b")
    assert expression.search("The harbour is closed.") is None
    assert "compiled" not in vars(expression)
    assert expression.search("The Pier is closed.") is None
    assert "compiled" not in vars(expression)
    assert expression.search("The piers are closed.")
    assert "compiled" in vars(expression)
    without_case = LazyRegex(r"\bpiers?\b", re.IGNORECASE)
    assert without_case.search("The Pier is closed.")


def test_what_is_no_expression_shows_when_it_is_used() -> None:
    with pytest.raises(re.error):
        LazyRegex("(pier").search("pier")
