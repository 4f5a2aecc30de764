"""Template tags and shortcodes: nothing of them is read as prose."""

from __future__ import annotations

import pytest

from newslint.article import InlineKind
from newslint.markup.templates import find_tags
from tests.markup.looking import blocks, marked, read, source_of


@pytest.mark.parametrize(
    "tag",
    [
        "{{ name }}",
        "{% include age.html of='Bo \"x\"' %}",
        '{{< param "a >}} b" >}}',
        "{{% phone `x` %}}",
    ],
)
def test_a_tag_in_a_sentence_is_one_character(tag: str) -> None:
    article = read(f"Call {tag} at once.\n")
    assert article.text == "Call \ufffc at once."
    assert marked(article, InlineKind.PLACEHOLDER) == ["\ufffc"]
    assert source_of(article, "\ufffc") == tag


@pytest.mark.parametrize(
    "tag",
    [
        "{% include post.html %}",
        "{{< toc >}}",
        "{{ content }}",
        "{% comment %}\n\nnot now\n\n{% endcomment %}",
        "{{< highlight go >}}\nx := 1\n\ny := 2\n{{< /highlight >}}",
        "{% include video.html\n   id=1\n   title='A'\n%}",
        ":::note Title\n:::",
        "{{ a }} {% b %}",
    ],
)
def test_a_tag_on_its_own_line_is_nothing(tag: str) -> None:
    assert blocks(read(f"Before.\n\n{tag}\n\nAfter.\n")) == [
        ("paragraph", "Before."),
        ("paragraph", "After."),
    ]


def test_a_tag_on_its_own_line_parts_paragraphs() -> None:
    assert blocks(read("Before.\n{% if x %}\nMiddle.\n{% endif %}\nAfter.\n")) == [
        ("paragraph", "Before."),
        ("paragraph", "Middle."),
        ("paragraph", "After."),
    ]


def test_prose_between_paired_tags_stays() -> None:
    source = (
        '{{< quote by="Bo" >}}\nWe *saw* it.\n{{< /quote >}}\n\nA {{< hl >}}hot{{< /hl >}} day.\n'
    )
    assert blocks(read(source)) == [("paragraph", "We saw it."), ("paragraph", "A hot day.")]


def test_tags_that_only_steer_leave_no_character() -> None:
    article = read("It {% if x %}sank{% else %}rose{% endif %}.{% assign y = 1 %}{: .lead}\n")
    assert article.text == "It sankrose."


def test_raw_passages_show_their_braces() -> None:
    assert read("{% raw %}Write {{ name }}.{% endraw %}\n").text == "Write {{ name }}."


def test_braces_in_code_are_shown() -> None:
    assert read("Write `{{ name }}` here.\n").text == "Write {{ name }} here."


def test_template_comments_are_comments() -> None:
    article = read("One.\n\n{# newslint: off #}\n\nTwo. {{/* aside */}}\n")
    assert article.text == "One.\n\nTwo."
    assert [(c.text, c.inline) for c in article.comments] == [
        ("newslint: off", False),
        ("aside", True),
    ]


def test_braces_that_are_no_tags_stay() -> None:
    source = "He wrote {{ and later, 100% {sure}\n\nand }} too. {% no\n"
    assert blocks(read(source)) == [
        ("paragraph", "He wrote {{ and later, 100% {sure}"),
        ("paragraph", "and }} too. {% no"),
    ]


def test_a_tag_in_a_heading_a_list_and_a_cell() -> None:
    source = "## About {{ site }}\n\n- {% link a.md %}\n- one {{ b }}\n\n| {{ c }} x |\n|---|\n"
    assert blocks(read(source)) == [
        ("heading", "About \ufffc"),
        ("list_item", "one \ufffc"),
        ("cell", "\ufffc x"),
    ]


def test_tags_do_not_overlap_and_come_in_order() -> None:
    tags = find_tags("a {{ b {% c }} d %} {{< e >}}{{f}}")
    assert [(t.start, t.end) for t in tags] == [(2, 14), (20, 29), (29, 34)]


def test_tags_in_plain_text_and_html() -> None:
    for path in ("story.txt", "story.html"):
        assert read("It {{ verb }} off Holm.", path).text == "It \ufffc off Holm."
