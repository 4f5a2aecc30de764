"""Plain text: paragraphs, wrapping, headline, and files of unknown format."""

from __future__ import annotations

import pytest

from newslint.markup.options import MarkupOptions
from newslint.markup.read import parse_article
from newslint.span import Span
from tests.markup.invariants import check
from tests.markup.looking import blocks, read

WRAPPED = """\
The ferry to Holm sank on Monday after it struck a rock in the
dark, the harbour master said. Nobody was hurt, though a dog had
to be carried ashore.

Passengers were taken to a school hall, where they were given tea
and blankets. The company said it would pay for taxis home.
"""


def test_a_line_is_a_paragraph() -> None:
    article = read(
        "The ferry sank on Monday off Holm, they said.\nNobody was hurt.\n\nThe end.", "a.txt"
    )
    assert [kind for kind, _ in blocks(article)] == ["paragraph"] * 3
    assert article.format == "text"


def test_wrapped_lines_are_joined_by_derived_spaces() -> None:
    article = read(WRAPPED, "story.txt")
    assert len(article.blocks) == 2
    at = article.text.index(" dark")
    assert article.text[at - 4 : at + 5] == " the dark"[-9:]
    assert not article.source_map.is_literal(Span(at, at + 1))


def test_wrapping_may_be_set() -> None:
    joined = parse_article("One\ntwo", "a.txt", options=MarkupOptions(wrapped="yes"))
    parted = parse_article(WRAPPED, "a.txt", options=MarkupOptions(wrapped="no"))
    assert blocks(joined) == [("paragraph", "One two")]
    assert len(parted.blocks) == 5
    check(parted)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_line_end_counts_as_written(end: str) -> None:
    source = WRAPPED.replace("\n", end)
    article = read(source, "story.txt")
    assert len(article.blocks) == 2
    last = article.source_map.to_source(article.blocks[1].span)
    assert last.cut(source).endswith("taxis home.")


@pytest.mark.parametrize(
    "source",
    [
        "Ferry sinks off Holm\n\nIt sank.\n",
        "\n Ferry sinks off Holm \nThe ferry sank on Monday after it struck a rock in the dark.\n",
    ],
)
def test_a_short_first_line_is_the_headline(source: str) -> None:
    assert blocks(read(source, "story.txt"))[0] == ("headline", "Ferry sinks off Holm")


@pytest.mark.parametrize(
    "source",
    [
        "It sank.\n\nNobody was hurt.\n",
        "Ferry sinks off Holm\n",
        "Ferry sinks off Holm\nNobody hurt\nDog wet\n",
        f"{'Ferry ' * 40}\n\nIt sank.\n",
    ],
)
def test_a_first_line_that_is_no_headline(source: str) -> None:
    assert blocks(read(source, "story.txt"))[0][0] == "paragraph"


def test_white_space_inside_a_line_stays() -> None:
    assert read("Two  spaces\tand\u00a0a tab ", "a.txt").text == "Two  spaces\tand\u00a0a tab"


@pytest.mark.parametrize(
    "source",
    ["See [this](/a).\n", "![A](b.jpg)\n", "One\n\n## Two\n", "See [a].\n\n[a]: /b\n"],
)
@pytest.mark.parametrize("path", ["story.txt", "-", "story"])
def test_what_is_plainly_markdown_is_read_as_that(source: str, path: str) -> None:
    assert read(source, path).format == "markdown"


@pytest.mark.parametrize(
    "source", ["It cost *a lot* [sic] (he said).\n", "#hashtag\n", "1. A list\n- b\n> c\n", "a_b_c"]
)
def test_what_may_be_plain_text_is(source: str) -> None:
    article = read(source, "story.txt")
    assert article.format == "text"
    assert article.text == source.rstrip().replace("\n", "\n\n")


def test_a_page_without_a_name_is_html() -> None:
    assert read("<!DOCTYPE html><p>It sank.", "-").format == "html"


def test_the_format_may_be_given() -> None:
    assert parse_article("<p>*x*", "a.md", format="text").text == "<p>*x*"
    with pytest.raises(ValueError, match="no such format"):
        parse_article("x", "a.md", format="docx")


def test_front_matter_precedes_plain_text_too() -> None:
    article = read("---\ntitle: Ferry *sinks*\n---\nIt sank\n\nThe end.\n", "story.txt")
    assert blocks(article)[:2] == [("headline", "Ferry *sinks*"), ("paragraph", "It sank")]
