"""Markdown: which block each construct makes, and what is left of its markup."""

from __future__ import annotations

import pytest

from newslint.article import BlockKind, InlineKind
from newslint.span import Span
from tests.markup.looking import blocks, marked, read, source_of


def test_the_first_heading_of_level_one_is_the_headline() -> None:
    article = read("# Ferry sinks\n\nNobody was hurt.\n\n# Elsewhere\n\n## Later\n")
    assert blocks(article) == [
        ("headline", "Ferry sinks"),
        ("paragraph", "Nobody was hurt."),
        ("heading", "Elsewhere"),
        ("heading", "Later"),
    ]
    assert [block.level for block in article.blocks] == [1, 0, 1, 2]


def test_with_a_headline_in_the_front_matter_every_heading_is_a_heading() -> None:
    article = read("---\ntitle: Ferry sinks\n---\n# What we know\n")
    assert blocks(article) == [("headline", "Ferry sinks"), ("heading", "What we know")]
    assert article.headline is not None
    assert article.headline.key == "title"


def test_underlined_headings() -> None:
    assert blocks(read("Ferry *sinks*\n=====\n\nLater\n---\n")) == [
        ("headline", "Ferry sinks"),
        ("heading", "Later"),
    ]


def test_a_line_break_in_a_paragraph_is_a_space_that_no_fix_may_touch() -> None:
    article = read("The ferry\nsank off  \nHolm\\\non Monday.")
    assert blocks(article) == [("paragraph", "The ferry sank off Holm on Monday.")]
    assert not article.source_map.is_literal(Span(9, 10))
    assert article.source_map.is_literal(Span(4, 9))
    assert source_of(article, "off Holm") == "off  \nHolm"


def test_windows_and_old_line_ends_count_as_written() -> None:
    article = read("# One\r\n\r\nTwo\r\nthree.\r\rFour\r")
    assert blocks(article) == [
        ("headline", "One"),
        ("paragraph", "Two three."),
        ("paragraph", "Four"),
    ]
    assert source_of(article, "Two three") == "Two\r\nthree"


def test_lists_say_how_deep_they_are() -> None:
    article = read("- first\n- second\n  1. inner\n\n     more\n- [x] done\n")
    assert blocks(article) == [
        ("list_item", "first"),
        ("list_item", "second"),
        ("list_item", "inner"),
        ("list_item", "more"),
        ("list_item", "done"),
    ]
    assert [block.level for block in article.blocks] == [1, 1, 2, 2, 1]


def test_block_quotations_say_how_deep_they_are() -> None:
    article = read("> We saw\n> it sink.\n>\n> > He saw it.\n\nNobody else did.\n")
    assert blocks(article) == [
        ("quote", "We saw it sink."),
        ("quote", "He saw it."),
        ("paragraph", "Nobody else did."),
    ]
    assert [block.level for block in article.blocks] == [1, 2, 0]


def test_the_innermost_of_list_and_quotation_wins() -> None:
    assert blocks(read("> - listed\n\n- item\n\n  > quoted\n")) == [
        ("list_item", "listed"),
        ("list_item", "item"),
        ("quote", "quoted"),
    ]


def test_an_alert_is_a_quotation_without_its_label() -> None:
    assert blocks(read("> [!NOTE]\n> Tides are approximate.\n")) == [
        ("quote", "Tides are approximate.")
    ]


def test_every_table_cell_is_a_block() -> None:
    article = read("| Port | Calls |\n|---|--:|\n| Holm | 3 \\| 4 |\n")
    assert blocks(article) == [
        ("cell", "Port"),
        ("cell", "Calls"),
        ("cell", "Holm"),
        ("cell", "3 | 4"),
    ]


def test_code_blocks_are_no_prose() -> None:
    source = "Before.\n\n```\nx = 1\n```\n\n    y = 2\n\nAfter.\n"
    assert blocks(read(source)) == [("paragraph", "Before."), ("paragraph", "After.")]


def test_code_spans_are_text_and_marked() -> None:
    article = read("Run `make it` or `` a ` b ``\nor `two\nlines`.")
    assert blocks(article) == [("paragraph", "Run make it or a ` b or two lines.")]
    assert marked(article, InlineKind.CODE) == ["make it", "a ` b", "two lines"]


def test_emphasis_is_marked_without_its_signs() -> None:
    article = read("The *ferry **Ida*** sank, ~~they~~ we said.")
    assert article.text == "The ferry Ida sank, they we said."
    assert marked(article, InlineKind.EMPHASIS) == ["ferry Ida"]
    assert marked(article, InlineKind.STRONG) == ["Ida"]


def test_an_entity_is_one_character_that_stands_for_all_of_it() -> None:
    article = read("Fish &amp; chips&nbsp;&#8212; &bogus; x")
    assert article.text == "Fish & chips\u00a0— &bogus; x"
    assert source_of(article, "&") == "&amp;"
    assert not article.source_map.is_literal(Span(5, 6))
    assert article.source_map.to_text(article.source.index("&#8212;") + 3) == 13


def test_a_backslash_vanishes_and_the_sign_stays_literal() -> None:
    article = read("Not \\*loud\\* at all")
    assert article.text == "Not *loud* at all"
    assert article.source_map.is_literal(Span(4, 9))
    assert not article.source_map.is_literal(Span(3, 5))


def test_footnotes_are_blocks_and_are_tied_to_their_marks() -> None:
    article = read(
        "It sank.[^1] Twice.[^b]\n\n[^1]: Says Bo.\n\n[^2]: Unused.\n\n[^b]: One.\n\n    Two.\n"
    )
    assert blocks(article)[1:] == [
        ("footnote", "Says Bo."),
        ("footnote", "Unused."),
        ("footnote", "One."),
        ("footnote", "Two."),
    ]
    assert [
        (f.label, f.reference, f.definition and f.definition.cut(article.text))
        for f in article.footnotes
    ] == [
        ("1", Span(8, 8), "Says Bo."),
        ("b", Span(15, 15), "One.\n\nTwo."),
        ("2", None, "Unused."),
    ]


def test_html_inside_markdown_is_read_as_html() -> None:
    article = read('It <em>sank</em> <span class="x">fast</span>.<br>Then <q>silence</q>.\n')
    assert article.text == "It sank fast. Then silence."
    assert marked(article, InlineKind.EMPHASIS) == ["sank"]
    assert marked(article, InlineKind.QUOTE) == ["silence"]


def test_html_blocks_keep_their_meaning_around_markdown() -> None:
    source = (
        "<blockquote>\n\nWe *saw* it.\n\n</blockquote>\n\n<p>And <b>left</b>.</p>\n\nThe end.\n"
    )
    assert blocks(read(source)) == [
        ("quote", "We saw it."),
        ("paragraph", "And left."),
        ("paragraph", "The end."),
    ]


def test_html_in_a_block_quotation_skips_the_marks_of_the_quotation() -> None:
    article = read("> <div>\n> <p>We saw\n> it.</p>\n> </div>\n")
    assert blocks(article) == [("quote", "We saw it.")]


def test_an_element_opened_in_a_paragraph_ends_with_it() -> None:
    article = read("Never write <script> in prose, or <em>this.\n\nThe story goes on.\n")
    assert blocks(article)[-1] == ("paragraph", "The story goes on.")
    assert "on." not in "".join(marked(article, InlineKind.EMPHASIS))


def test_a_comment_says_where_it_stands() -> None:
    source = "One. <!-- inside --> Two.\n\n<!-- between -->\n\nThree.\n\n<!-- last -->"
    article = read(source)
    assert blocks(article) == [("paragraph", "One. Two."), ("paragraph", "Three.")]
    inside, between, last = article.comments
    assert (inside.text, inside.inline, inside.at) == ("inside", True, 4)
    assert (between.text, between.inline, between.at) == ("between", False, 11)
    assert last.at == len(article.text)
    assert between.span.cut(source) == "<!-- between -->"


def test_a_comment_that_never_ends_is_noted() -> None:
    (note,) = read("Before.\n\n<!-- oops\n\nAfter.").notes
    assert "never closed" in note.message
    assert note.span == Span(9, 13)


def test_blocks_of_white_space_are_none() -> None:
    assert blocks(read("&nbsp;\n\n\u200b\n\n**\u00a0**\n\nText\u00a0\n")) == [
        ("paragraph", "**\u00a0**"),
        ("paragraph", "Text"),
    ]


@pytest.mark.parametrize("odd", ["🚢", "e\u0301", "\u00a0", "\x00", "\ud83d", "\ufeff", "\ue000"])
def test_positions_count_code_points(odd: str) -> None:
    article = read(f"# {odd}A{odd}\n\n> Says *Bo*{odd}.\n")
    assert source_of(article, "Bo") == "Bo"
    assert (
        article.source_map.to_source(article.blocks[0].span)
        .cut(article.source)
        .strip("\u00a0\ufeff")
        .startswith((odd, "A"))
    )


def test_nothing_makes_an_empty_article() -> None:
    article = read("")
    assert (article.text, article.blocks, article.first(*BlockKind)) == ("", (), None)
