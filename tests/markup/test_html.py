"""HTML: pages and fragments."""

from __future__ import annotations

import pytest

from newslint.article import Article, InlineKind
from newslint.markup.html_tokens import tokens
from tests.markup.looking import blocks, marked, read, source_of


def page(source: str) -> Article:
    return read(source, "story.html")


def test_the_headline_is_the_first_h1() -> None:
    source = "<title>Ferry – The Quay</title><h1>Ferry\n sinks</h1><h1>More</h1><h2>Later</h2>"
    assert blocks(page(source)) == [
        ("headline", "Ferry sinks"),
        ("heading", "More"),
        ("heading", "Later"),
    ]


def test_without_an_h1_the_title_is_the_headline() -> None:
    article = page("<title>Ferry &amp; co</title><body><p>It sank.")
    assert blocks(article) == [("headline", "Ferry & co"), ("paragraph", "It sank.")]
    assert article.blocks[0].key == "title"


def test_the_description_is_the_summary_unless_the_page_shows_one() -> None:
    head = '<meta name="Description" content="A &quot;slow&quot; end">'
    assert blocks(page(head + "<p>It sank.")) == [
        ("summary", 'A "slow" end'),
        ("paragraph", "It sank."),
    ]
    assert blocks(page(head + "<p class='lead standfirst'>In short.<p>It sank.")) == [
        ("summary", "In short."),
        ("paragraph", "It sank."),
    ]


def test_metadata_is_kept_like_front_matter() -> None:
    article = page(
        "<html lang=en><meta name=author content='Ida Brock'>"
        "<meta property='article:published_time' content=2024-05-04><time datetime=2024-05-05>x"
    )
    front = article.front_matter
    assert front is not None
    assert front.format == "html"
    assert [(f.key, f.span.cut(article.source)) for f in front.fields] == [
        ("lang", "en"),
        ("author", "Ida Brock"),
        ("article:published_time", "2024-05-04"),
        ("time", "2024-05-05"),
    ]


def test_end_tags_may_be_left_out() -> None:
    source = (
        "<p>One<p>Two<ul><li>a<ul><li>b</ul><li>c</ul>Three<table><tr><td>d<td>e<tr><th>f</table>"
    )
    article = page(source)
    assert blocks(article) == [
        ("paragraph", "One"),
        ("paragraph", "Two"),
        ("list_item", "a"),
        ("list_item", "b"),
        ("list_item", "c"),
        ("paragraph", "Three"),
        ("cell", "d"),
        ("cell", "e"),
        ("cell", "f"),
    ]
    assert [b.level for b in article.blocks[2:5]] == [1, 2, 1]


@pytest.mark.parametrize(
    "hidden",
    [
        "<script>if (a<b) '</p>'</script>",
        "<style>p{}</style>",
        "<nav><a href=/>Home</a></nav>",
        "<pre>code</pre>",
        "<svg><text>x</text></svg>",
        "<noscript>Turn it on</noscript>",
        "<p hidden>secret</p>",
        "<!doctype html>",
        "<?php echo 1 ?>",
        "<textarea><p>x</textarea>",
        "<footer>All rights reserved</footer>",
    ],
)
def test_what_a_reader_does_not_read_is_left_out(hidden: str) -> None:
    assert blocks(page(f"<p>One</p>{hidden}<p>Two</p>")) == [
        ("paragraph", "One"),
        ("paragraph", "Two"),
    ]


def test_white_space_collapses_and_breaks_part_or_join() -> None:
    article = page("<p>It \n <b> sank</b> <!-- x --> off<br>Holm.<br><br/>The end.")
    assert blocks(article) == [("paragraph", "It sank off Holm."), ("paragraph", "The end.")]
    assert source_of(article, "It sank") == "It \n <b> sank"


def test_text_outside_paragraphs_is_one() -> None:
    assert blocks(page("Bare <i>text</i><div>boxed</div>after")) == [
        ("paragraph", "Bare text"),
        ("paragraph", "boxed"),
        ("paragraph", "after"),
    ]


def test_marks() -> None:
    article = page("<p><em>a</em> <b>b</b> <q>c</q> <kbd>d</kbd> <i>e <strong>f</i> g</strong> h")
    assert marked(article, InlineKind.EMPHASIS) == ["a", "e f"]
    assert marked(article, InlineKind.STRONG) == ["b", "f g"]
    assert marked(article, InlineKind.QUOTE) == ["c"]
    assert marked(article, InlineKind.CODE) == ["d"]


def test_a_mark_around_paragraphs_marks_each() -> None:
    assert marked(page("<b><p>One</p><p>Two</p></b>"), InlineKind.STRONG) == ["One", "Two"]


def test_references_stand_for_all_they_are_written_as() -> None:
    article = page("<p>Caf&eacute; &#x1F6A2; AT&T &lt;b&gt; &amp;amp; &copy2024 &#99999999999999;")
    assert article.text == "Café 🚢 AT&T <b> &amp; ©2024 &#99999999999999;"
    assert source_of(article, "🚢") == "&#x1F6A2;"


def test_quotations_and_captions() -> None:
    assert blocks(
        page("<blockquote><p>We saw it.</p>Bo</blockquote><table><caption>T</table>")
    ) == [
        ("quote", "We saw it."),
        ("quote", "Bo"),
        ("caption", "T"),
    ]


def test_an_element_that_hides_the_rest_is_noted() -> None:
    source = "<p>One</p><nav><p>Two</p>"
    (note,) = page(source).notes
    assert "<nav> is never closed" in note.message
    assert note.span.start == source.index("<nav>")


@pytest.mark.parametrize("open_", ["a < b", "<", "<1", "< p>", "</ >", "<a href='x"])
def test_a_less_than_sign_that_opens_no_tag_is_text(open_: str) -> None:
    assert page(f"<p>{open_}").text == open_


def test_a_quotation_mark_left_open_costs_one_tag_only() -> None:
    assert page('<p>One</p><a href="x>y</a><p>Two</p>').text.endswith("Two")


def test_tokens_cover_the_text() -> None:
    source = "a<b c='>' d>e</b ><!-- f --><script>g<h></script>i<!j>k&amp;<"
    found = list(tokens(source))
    assert "".join(source[t.start : t.end] for t in found) == source
    attribute = found[1].attributes[0]
    assert (attribute.name, source[attribute.start : attribute.end]) == ("c", ">")
