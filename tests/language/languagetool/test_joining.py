"""Many texts in one question: every place finds its way back."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from newslint.language.languagetool.joining import batches, join
from newslint.span import Span
from tests.language.languagetool.fake import units

TEXTS = st.lists(st.text(st.sampled_from("ab \n😀é"), min_size=1), min_size=1, max_size=6)


@given(TEXTS, st.data())
def test_every_place_in_a_text_is_found_again(texts: list[str], data: st.DataObject) -> None:
    joined = join(texts)
    index = data.draw(st.integers(0, len(texts) - 1))
    start = data.draw(st.integers(0, len(texts[index]) - 1))
    end = data.draw(st.integers(start + 1, len(texts[index])))
    words = texts[index][start:end]
    at = joined.starts[index] + start
    assert joined.text[at : at + len(words)] == words
    assert joined.place(at, units(words)) == (index, Span(start, end))


def test_a_place_that_crosses_paragraphs_is_in_none() -> None:
    joined = join(["The end", "Begin here"])
    assert joined.place(4, 8) is None


def test_an_empty_place_is_in_none() -> None:
    assert join(["One."]).place(0, 0) is None
    assert join(["One."]).place(99, 1) is None


@given(TEXTS, st.integers(1, 40))
def test_batches_keep_all_texts_in_order_and_their_size(texts: list[str], most: int) -> None:
    made = list(batches(texts, most))
    assert [t for batch in made for t in batch.texts] == texts
    assert all(len(b.text) <= most or len(b.texts) == 1 for b in made)
