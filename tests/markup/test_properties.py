"""Whatever the characters: reading never fails, and every position leads home."""

from __future__ import annotations

import re

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newslint.markup.options import MarkupOptions, Wrapped
from newslint.markup.read import parse_article
from tests.markup.fragments import HTML, MARKDOWN, MDX, TEMPLATES, documents, mutated, openings
from tests.markup.invariants import check

many = settings(
    max_examples=1000,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.large_base_example],
)
ANYTHING = st.text(st.characters(), max_size=200)
WRAPPED: list[Wrapped] = ["auto", "yes", "no"]
PATHS = ["story.md", "story.mdx", "story.html", "story.txt", "story"]


@many
@given(documents(MARKDOWN), st.integers())
def test_markdown_of_any_shape(text: str, seed: int) -> None:
    check(parse_article(text, "story.md"), seed)


@many
@given(documents(MARKDOWN, TEMPLATES), st.integers())
def test_markdown_with_template_tags(text: str, seed: int) -> None:
    check(parse_article(text, "story.md"), seed)


@many
@given(documents(MARKDOWN, MDX), st.integers())
def test_mdx(text: str, seed: int) -> None:
    check(parse_article(text, "story.mdx"), seed)


@many
@given(documents(HTML), st.integers())
def test_html_of_any_shape(text: str, seed: int) -> None:
    check(parse_article(text, "story.html"), seed)


@many
@given(documents(HTML, TEMPLATES), st.integers())
def test_html_with_template_tags(text: str, seed: int) -> None:
    check(parse_article(text, "story.html"), seed)


@many
@given(openings(), st.sampled_from(PATHS), st.integers())
def test_front_matter_in_every_format(text: str, path: str, seed: int) -> None:
    check(parse_article(text, path), seed)


@many
@given(mutated(openings() | documents(MARKDOWN, TEMPLATES, MDX)), st.integers())
def test_damaged_markdown(text: str, seed: int) -> None:
    check(parse_article(text, "story.mdx"), seed)


@many
@given(mutated(documents(HTML)), st.integers())
def test_damaged_html(text: str, seed: int) -> None:
    check(parse_article(text, "story.html"), seed)


@many
@given(ANYTHING, st.sampled_from(PATHS), st.integers())
def test_any_characters_at_all(text: str, path: str, seed: int) -> None:
    check(parse_article(text, path), seed)


@many
@given(ANYTHING, st.sampled_from(WRAPPED))
def test_plain_text_keeps_every_visible_character(text: str, wrapped: Wrapped) -> None:
    options = MarkupOptions(wrapped=wrapped)
    article = parse_article(text, "story.txt", format="text", options=options)
    check(article)
    if article.front_matter is None and not any(c in text for c in "{:"):
        assert "".join(article.text.split()) == "".join(text.removeprefix("\ufeff").split())


WRAPPERS = [
    "# {}\n\n",
    "{}\n===\n\n",
    "{} ",
    "{}\n",
    "{}\n\n",
    "*{}* ",
    "**{}**, ",
    "[{}](/u_(r)_l) ",
    "`{}` ",
    "![{}](i.png) ",
    "- {}\n",
    "  1. {}\n",
    "\n> {}\n",
    "\n| {} |\n|---|\n\n",
    "<em>{}</em> ",
    "&amp;{}&nbsp;",
    "\n\n<p>{}</p>\n\n",
    "\n\n<figcaption>{}</figcaption>\n\n",
    "\n\n{{{{< quote >}}}}\n{}\n{{{{< /quote >}}}}\n\n",
    "{{{{ x }}}} {} ",
]


@many
@given(st.lists(st.sampled_from(WRAPPERS), max_size=20))
def test_every_word_is_read_once_and_in_order(wrappers: list[str]) -> None:
    words = [f"word{index}" for index in range(len(wrappers))]
    source = "".join(wrapper.format(w) for wrapper, w in zip(wrappers, words, strict=True))
    article = parse_article(source, "story.md")
    pictures = [i.span.cut(source) for i in article.images if i.alt and len(i.alt) == 1]
    hidden = {word for word in words if any(f"[{word}]" in picture for picture in pictures)}
    assert re.findall(r"word\d+", article.text) == [word for word in words if word not in hidden]


@many
@given(documents(MARKDOWN, HTML), st.sampled_from(PATHS))
def test_a_byte_order_mark_changes_nothing(text: str, path: str) -> None:
    if not text.startswith("\ufeff"):
        assert parse_article("\ufeff" + text, path) == parse_article(text, path)
