"""Words of a parse, found by their place."""

from __future__ import annotations

import pytest

from newslint.language.tokens import Parse, Token
from newslint.span import Span

#: "The ferry  left." with two spaces, in a block that starts at 10.
PARSE = Parse(
    tuple(
        Token(i, text, start)
        for i, (text, start) in enumerate([("The", 10), ("ferry", 14), ("left", 21), (".", 25)])
    )
)


def texts(span: Span) -> list[str]:
    return [token.text for token in PARSE.within(span)]


def test_the_words_within_a_span_lie_wholly_in_it() -> None:
    assert texts(Span(0, 99)) == ["The", "ferry", "left", "."]
    assert texts(Span(14, 25)) == ["ferry", "left"]
    assert texts(Span(11, 24)) == ["ferry"]
    assert texts(Span(19, 21)) == []


@pytest.mark.parametrize(
    ("offset", "word"),
    [(9, None), (10, "The"), (12, "The"), (13, None), (18, "ferry"), (25, "."), (26, None)],
)
def test_the_word_at_an_offset(offset: int, word: str | None) -> None:
    token = PARSE.at(offset)
    assert (token.text if token else None) == word
