"""Links and addresses: where they are written, to the character."""

from __future__ import annotations

import pytest

from newslint.article import InlineKind
from newslint.markup.read import parse_article
from tests.markup.looking import address, marked, read


@pytest.mark.parametrize(
    "source, written",
    [
        ("[x](https://example.org)", "https://example.org"),
        ("[x](/a_(b)_c 'Title')", "/a_(b)_c"),
        ('[x](<a b> "T")', "a b"),
        ("[x]( /spaced )", "/spaced"),
        ("[x](/a\\)b)", "/a\\)b"),
        ("[x](/?a=1&amp;b=2)", "/?a=1&amp;b=2"),
        ("[a `](` b](/code)", "/code"),
        ("[*a* \\] b](/bracket)", "/bracket"),
        ("[x](#)", "#"),
        ("[x]()", ""),
        ("[x](>b.html)", ">b.html"),
        ('> [x](/quoted\n> "Title")', "/quoted"),
        ("[x][ref]\n\n[ref]: /there 'T'", "/there"),
        ("[Ref][]\n\n[rEF]: </a b>", "/a b"),
        ("[ref]\n\n> [ref]:\n> /far", "/far"),
        ("<https://example.org>", "https://example.org"),
        ("<desk@example.org>", "desk@example.org"),
        ("<a href='/x?a=1&amp;b=2'>x</a>", "/x?a=1&amp;b=2"),
        ("<a href=/plain>x</a>", "/plain"),
        ("<a title='a > b' href=\" /trim \">x</a>", "/trim"),
    ],
)
def test_an_address_is_found_as_written(source: str, written: str) -> None:
    article = read(f"Über 🚢\n\n{source}")
    (link,) = article.links
    assert address(article, link) == written


def test_a_link_knows_its_text_and_its_whole() -> None:
    article = read("See [the *report*](/r).")
    (link,) = article.links
    assert link.text.cut(article.text) == "the report"
    assert link.span.cut(article.source) == "[the *report*](/r)"
    assert link.url == "/r"


def test_an_address_is_decoded_for_use_and_kept_as_written() -> None:
    article = read("[x](/?a&amp;b)")
    assert (article.links[0].url, address(article, article.links[0])) == ("/?a&b", "/?a&amp;b")


def test_a_link_without_text_is_kept() -> None:
    article = read("Before [](/r) after.\n\n[](/end)")
    assert [address(article, link) for link in article.links] == ["/r", "/end"]
    assert [len(link.text) for link in article.links] == [0, 0]


@pytest.mark.parametrize(
    "text, shown",
    [
        ("See https://example.org/a_b*c.", "https://example.org/a_b*c"),
        ("(https://example.org/a_(b))", "https://example.org/a_(b)"),
        ("“www.example.org”, he said", "www.example.org"),
        ("HTTPS://EXAMPLE.ORG!", "HTTPS://EXAMPLE.ORG"),
    ],
)
@pytest.mark.parametrize("path", ["story.md", "story.txt", "story.html"])
def test_a_bare_address_is_a_link_without_the_punctuation_after_it(
    text: str, shown: str, path: str
) -> None:
    article = read(text, path)
    (link,) = article.links
    assert (link.url, address(article, link)) == (shown, shown)
    assert marked(article, InlineKind.URL) == [shown]


def test_markup_ends_a_bare_address_and_a_backslash_does_not() -> None:
    article = read("https://example.org/a*b* and https://example.org/c\\_d")
    assert [link.url for link in article.links] == [
        "https://example.org/a",
        "https://example.org/c_d",
    ]


def test_an_address_shown_as_a_link_is_not_linked_twice() -> None:
    article = read("[https://example.org](https://example.org/real) and `https://code.example`")
    assert [link.url for link in article.links] == ["https://example.org/real"]
    assert marked(article, InlineKind.URL) == ["https://example.org"]


def test_a_template_tag_may_be_an_address() -> None:
    article = read(
        'Go [here]({{< ref "a b.md" >}}) or <a href="{{< ref "c" >}}">there</a>, [up]({{ x }}/y).'
    )
    assert article.text == "Go here or there, up."
    assert [address(article, link) for link in article.links] == [
        '{{< ref "a b.md" >}}',
        '{{< ref "c" >}}',
        "{{ x }}/y",
    ]
    assert article.links[0].url == '{{< ref "a b.md" >}}'


def test_a_no_break_space_belongs_to_the_address() -> None:
    source = 'Tom saw [a ship](\u00a0ship.jpg "Docked").'
    [link] = parse_article(source, "a.md").links
    assert link.url_span is not None
    assert link.url_span.cut(source) == link.url == "\u00a0ship.jpg"
