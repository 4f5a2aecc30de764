"""Pictures, and what is said of them: description, caption, credit."""

from __future__ import annotations

import pytest

from newslint.article import Article
from newslint.span import Span
from tests.markup.looking import blocks, read


def said(article: Article) -> list[tuple[str, str | None, str | None, str | None]]:
    """Return what is known of every picture."""

    def cut(span: Span | None) -> str | None:
        return None if span is None else span.cut(article.text)

    return [(i.url, cut(i.alt), cut(i.caption), cut(i.credit)) for i in article.images]


def test_description_and_title_are_blocks() -> None:
    article = read('![The *old* pier](pier.jpg "Holm pier")\n')
    assert blocks(article) == [("alt", "The old pier"), ("caption", "Holm pier")]
    assert said(article) == [("pier.jpg", "The old pier", "Holm pier", None)]
    (image,) = article.images
    assert image.url_span is not None
    assert image.url_span.cut(article.source) == "pier.jpg"


def test_an_emphasised_line_under_a_picture_is_its_caption() -> None:
    for gap in ("\n", "\n\n"):
        article = read(f"![Pier](p.jpg){gap}*The pier at dawn.*\n\nIt fell.\n")
        assert blocks(article) == [
            ("alt", "Pier"),
            ("caption", "The pier at dawn."),
            ("paragraph", "It fell."),
        ]
        assert said(article) == [("p.jpg", "Pier", "The pier at dawn.", None)]


def test_an_emphasised_line_elsewhere_is_a_paragraph() -> None:
    assert blocks(read("*Updated on Monday.*\n\nIt fell.\n"))[0] == (
        "paragraph",
        "Updated on Monday.",
    )


@pytest.mark.parametrize(
    "line", ["Photo: Bo Lind", "Photograph by Bo Lind", "(Image credit: Bo Lind/Quay News)"]
)
def test_a_labelled_credit_is_one_wherever_it_stands(line: str) -> None:
    assert blocks(read(f"It fell.\n\n{line}\n"))[1] == ("credit", line)


def test_name_and_agency_are_a_credit_under_a_picture_only() -> None:
    article = read("![Pier](p.jpg)\n\nBo Lind / Quay News\n\nIt fell.\n\nHolm / Quay\n")
    assert [kind for kind, _ in blocks(article)] == ["alt", "credit", "paragraph", "paragraph"]
    assert said(article) == [("p.jpg", "Pier", None, "Bo Lind / Quay News")]


def test_a_line_that_ends_in_a_credit_is_a_caption() -> None:
    assert blocks(read("The pier at dawn. Image: Bo Lind.\n\nIt fell.\n", "story.txt")) == [
        ("caption", "The pier at dawn. Image: Bo Lind."),
        ("paragraph", "It fell."),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Photo editors said no.",
        "Image by image, the court went through the file and found nothing at all.",
        "Photo: the word hung over the desk. Nobody had taken one.",
    ],
)
def test_a_sentence_about_pictures_is_a_paragraph(line: str) -> None:
    assert blocks(read(f"It fell.\n\n{line}\n"))[1][0] == "paragraph"


def test_a_picture_without_description_has_none() -> None:
    assert said(read("![](a.jpg)\n\n<img src=b.jpg>\n")) == [
        ("a.jpg", None, None, None),
        ("b.jpg", None, None, None),
    ]


def test_a_picture_said_to_be_decorative_has_an_empty_description() -> None:
    assert said(read("<p>It fell.</p><img src=a.jpg alt=''>", "story.html")) == [
        ("a.jpg", "", None, None)
    ]


def test_a_picture_in_a_sentence_leaves_one_character() -> None:
    article = read("Press ![the bell](bell.png) twice.\n")
    assert blocks(article) == [("paragraph", "Press \ufffc twice.")]
    (image,) = article.images
    assert image.alt is not None
    assert article.source_map.to_source(image.alt).cut(article.source) == "the bell"


def test_a_picture_on_its_own_line_parts_the_paragraph() -> None:
    assert blocks(read("It fell.\n![Pier](p.jpg)\nNobody saw.\n")) == [
        ("paragraph", "It fell."),
        ("alt", "Pier"),
        ("paragraph", "Nobody saw."),
    ]


def test_a_linked_picture() -> None:
    article = read("[![Pier](p.jpg)](/pier)\n")
    assert said(article) == [("p.jpg", "Pier", None, None)]
    assert [(link.url, link.text.cut(article.text)) for link in article.links] == [
        ("/pier", "Pier")
    ]


def test_figure_and_figcaption() -> None:
    article = read(
        "<figure><img src='p.jpg' alt='Pier'>\n<figcaption>The <em>pier</em>. "
        "<span class='credit'>Photo: Bo Lind</span></figcaption></figure>\n"
    )
    assert said(article) == [("p.jpg", "Pier", "The pier.", "Photo: Bo Lind")]


def test_front_matter_tells_which_text_belongs_to_which_picture() -> None:
    article = read(
        "---\nimage:\n  src: a.jpg\n  alt: Pier\n  caption: At dawn\nhero:\n  image: b.jpg\n"
        "  alt: Boat\n---\nIt fell.\n"
    )
    assert said(article) == [("a.jpg", "Pier", "At dawn", None), ("b.jpg", "Boat", None, None)]


def test_the_first_paragraph_is_no_caption_of_the_front_matters_picture() -> None:
    article = read("---\nimage: a.jpg\n---\n*It fell.*\n")
    assert blocks(article) == [("paragraph", "It fell.")]


def test_a_picture_shortcode_gives_its_words() -> None:
    article = read('{{< figure src="p.jpg" alt="Pier" caption="At [dawn](/d)" >}}\n')
    assert blocks(article) == [("alt", "Pier"), ("caption", "At dawn")]
    assert said(article) == [("p.jpg", "Pier", "At dawn", None)]
    assert article.links[0].url == "/d"


def test_a_picture_tag_without_names_ends_in_its_description() -> None:
    assert said(read('{% image "p.jpg" "wide" "The old pier" %}\n')) == [
        ("p.jpg", "The old pier", None, None)
    ]
