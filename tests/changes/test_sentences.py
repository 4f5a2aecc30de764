"""What counts as changed between two versions of an article."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.changes.sentences import changed, units
from newslint.markup.read import parse_article
from newslint.span import Span

STORY = """---
title: The hall
date: 2026-03-04
---

The hall fell silent. Nobody left early.

Rain fell [on the square](https://example.org/square). The band played on.

> The mayor asked
> for calm. A clerk wept.
"""


def new_parts(old: str, new: str, path: str = "story.md") -> list[str]:
    """Return what `new` holds that `old` does not, each part without white space around it."""
    found = changed(parse_article(new, path), parse_article(old, path))
    return [span.cut(new).strip() for span in found.spans]


def test_an_edited_sentence_has_changed_and_its_neighbours_have_not() -> None:
    assert new_parts(STORY, STORY.replace("silent.", "quiet.")) == ["The hall fell quiet."]


def test_nothing_has_changed_in_the_same_text() -> None:
    assert new_parts(STORY, STORY) == []


@pytest.mark.parametrize(
    "same",
    [
        STORY.replace("\n", "\r\n"),
        STORY.replace("silent. Nobody", "silent.\nNobody"),
        STORY.replace("fell silent", "fell\nsilent"),
        STORY.replace("> The mayor asked\n> for calm. A", "> The mayor asked for calm.\n> A"),
    ],
    ids=["line ends", "between sentences", "within a sentence", "in a quotation"],
)
def test_text_that_is_wrapped_anew_has_not_changed(same: str) -> None:
    assert new_parts(STORY, same) == []


def test_a_paragraph_that_was_moved_has_not_changed() -> None:
    head, body = STORY.split("---\n\n")
    first, second, third = body.strip().split("\n\n")
    assert new_parts(STORY, f"{head}---\n\n" + "\n\n".join([third, first, second]) + "\n") == []


def test_a_sentence_that_stands_there_once_more_is_new_once_and_in_its_place() -> None:
    twice = STORY.replace("The band played on.", "The band played on. Nobody left early.")
    assert new_parts(STORY, twice) == ["Nobody left early."]
    (span,) = changed(parse_article(twice, "a.md"), parse_article(STORY, "a.md")).spans
    assert span.start == twice.rindex("Nobody")


def test_what_is_deleted_leaves_nothing_that_is_new() -> None:
    assert new_parts(STORY, STORY.replace(" Nobody left early.", "")) == []


def test_a_link_address_belongs_to_its_sentence() -> None:
    (part,) = new_parts(STORY, STORY.replace("org/square", "org/elsewhere"))
    assert part == "Rain fell [on the square](https://example.org/elsewhere)."


def test_an_address_behind_the_last_word_belongs_to_its_sentence() -> None:
    old = "He read [the report](https://example.org/a)\n\nRain fell.\n"
    (part,) = new_parts(old, old.replace("org/a", "org/b"))
    assert part == "He read [the report](https://example.org/b)"


def test_front_matter_is_compared_line_by_line() -> None:
    assert new_parts(STORY, STORY.replace("2026-03-04", "2026-03-05")) == ["date: 2026-03-05"]
    assert new_parts(STORY, STORY.replace("title: The hall", "title: A hall")) == ["A hall"]


def test_a_folded_value_may_be_wrapped_anew() -> None:
    old = "---\nsummary: >\n  The hall fell\n  silent. It rained.\n---\nRain fell.\n"
    new = "---\nsummary: >\n  The hall fell silent.\n  It rained.\n---\nRain fell.\n"
    assert new_parts(old, new) == []


def test_markup_alone_is_no_new_sentence() -> None:
    old = "<p>Rain fell.</p>\n<p>The hall fell silent.</p>\n"
    new = "<div><p>Rain fell.</p></div>\n<p>The hall fell silent.</p>\n<p>It is late.</p>\n"
    assert "The hall fell silent.</p>" not in "".join(new_parts(old, new, "page.html"))
    assert "It is late." in new_parts(old, new, "page.html")


def test_a_list_item_that_is_added_leaves_the_others_alone() -> None:
    old = "- Rain fell.\n- The hall fell silent.\n"
    assert new_parts(old, "- It is late.\n" + old) == ["It is late."]


_SENTENCE = st.sampled_from(
    ["Rain fell.", "The hall fell silent.", "- It is late.", "> Why?", "## Later", "<b>x</b>", "…"]
)


@given(st.lists(_SENTENCE, max_size=8), st.sampled_from(["a.md", "a.html", "a.txt"]))
def test_units_cover_the_source_without_gaps(parts: Sequence[str], path: str) -> None:
    source = "\n\n".join(parts)
    found = units(parse_article(source, path))
    assert "".join(unit.span.cut(source) for unit in found) == source


@given(st.lists(_SENTENCE, max_size=8), st.lists(_SENTENCE, max_size=8))
def test_what_is_new_is_in_order_and_apart(old: Sequence[str], new: Sequence[str]) -> None:
    now = parse_article("\n\n".join(new), "a.md")
    found = changed(now, parse_article("\n\n".join(old), "a.md"))
    ends = [edge for span in found.spans for edge in (span.start, span.end)]
    assert ends == sorted(ends)
    for offset in range(len(now.source)):
        inside = any(span.start <= offset < span.end for span in found.spans)
        assert found.touches(Span(offset, offset + 1)) == inside


def test_a_page_of_the_same_sentence_takes_no_longer_than_others() -> None:
    old, new = "Rain fell. " * 4000, "Rain fell. " * 2000 + "It is late. " + "Rain fell. " * 2500
    assert "It is late." in new_parts(old, new)
