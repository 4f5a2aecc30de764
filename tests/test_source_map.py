"""The way back from text to source: exact, monotone, and honest about what is derived."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.markup.builder import TextBuilder
from newslint.source_map import SourceMap
from newslint.span import Span

SOURCE = "The *old* caf&eacute;\nis shut."


def built() -> tuple[str, SourceMap]:
    builder = TextBuilder(SOURCE)
    builder.add("The ", Span(0, 4))
    builder.add("old", Span(5, 8))
    builder.add(" caf", Span(9, 13))
    builder.add("é", Span(13, 21))
    builder.add(" ", Span(21, 22))
    builder.add("is shut.", Span(22, 30))
    return builder.build()


def test_a_word_goes_back_to_itself() -> None:
    text, source_map = built()
    at = text.index("old")
    assert source_map.to_source(Span(at, at + 3)).cut(SOURCE) == "old"


def test_a_phrase_across_markup_includes_the_markup() -> None:
    text, source_map = built()
    span = Span(text.index("The"), text.index("caf") + 3)
    assert source_map.to_source(span).cut(SOURCE) == "The *old* caf"


def test_an_entity_goes_back_whole() -> None:
    text, source_map = built()
    at = text.index("é")
    assert source_map.to_source(Span(at, at + 1)).cut(SOURCE) == "&eacute;"


def test_only_untouched_neighbouring_characters_are_literal() -> None:
    text, source_map = built()
    assert source_map.is_literal(Span(text.index("old"), text.index("old") + 3))
    assert not source_map.is_literal(Span(0, text.index("old") + 3)), "markup lies between"
    assert not source_map.is_literal(Span(text.index("é"), text.index("é") + 1)), "an entity"
    assert not source_map.is_literal(Span(0, 999)), "beyond the text"


def test_the_source_leads_back_to_the_text() -> None:
    text, source_map = built()
    assert source_map.to_text(SOURCE.index("old") + 1) == text.index("old") + 1
    assert source_map.to_text(SOURCE.index("*")) is None
    assert source_map.to_text(SOURCE.index("acute")) == text.index("é")


def test_an_empty_span_maps_to_a_place() -> None:
    text, source_map = built()
    assert source_map.to_source(Span(text.index("old"), text.index("old"))) == Span(5, 5)
    assert source_map.to_source(Span(len(text), len(text))) == Span(30, 30)
    assert SourceMap((), 0).to_source(Span(0, 0)) == Span(0, 0)


def test_text_cannot_be_added_out_of_order() -> None:
    builder = TextBuilder("abcdef")
    builder.add("d", Span(3, 4))
    with pytest.raises(ValueError, match="out of order"):
        builder.add("a", Span(0, 1))


def test_a_character_outside_the_text_has_no_segment() -> None:
    _, source_map = built()
    with pytest.raises(IndexError):
        source_map.segment_at(10_000)


@given(st.text(min_size=1), st.data())
def test_any_mixture_of_kept_dropped_and_replaced_characters_maps_monotonely(
    source: str, data: st.DataObject
) -> None:
    builder = TextBuilder(source)
    for i in range(len(source)):
        what = data.draw(st.sampled_from(["keep", "drop", "replace"]))
        if what == "keep":
            builder.add(source[i], Span(i, i + 1))
        elif what == "replace":
            builder.add("<>", Span(i, i + 1))
    text, source_map = builder.build()
    last = 0
    for i in range(len(text)):
        span = source_map.to_source(Span(i, i + 1))
        assert last <= span.start < span.end <= len(source)
        last = span.start
        if source_map.is_literal(Span(i, i + 1)):
            assert span.cut(source) == text[i]
