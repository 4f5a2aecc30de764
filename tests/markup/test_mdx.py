"""MDX: code goes, prose stays."""

from __future__ import annotations

import pytest

from newslint.article import BlockKind
from tests.markup.looking import blocks, read


def mdx(source: str) -> list[tuple[str, str]]:
    return blocks(read(source, "story.mdx"))


def test_imports_and_exports_are_code() -> None:
    source = "import A from './a'\nimport {\n  B,\n} from 'b'\n\nexport const c = {\n  d: 1\n}\n\n"
    source += "It sank.\n"
    assert mdx(source) == [("paragraph", "It sank.")]


def test_a_sentence_may_begin_with_import() -> None:
    assert mdx("import duties rose.\n\nexport sales fell.\n") == [
        ("paragraph", "import duties rose."),
        ("paragraph", "export sales fell."),
    ]


def test_components_around_prose_vanish() -> None:
    source = '<Lead by={"Bo > Ida"}>\nIt <Mark>sank</Mark> *fast*.\n</Lead>\n\n<>\nThe end.\n</>\n'
    assert mdx(source) == [("paragraph", "It sank fast."), ("paragraph", "The end.")]


def test_a_component_of_its_own_is_nothing() -> None:
    assert mdx("One.\n\n<Chart data={[{a: 1}]} title='x' />\n\nTwo. <Icon.Ship />\n") == [
        ("paragraph", "One."),
        ("paragraph", "Two."),
    ]


def test_an_expression_is_one_character() -> None:
    assert mdx("It sank at {time(1, {a: 2})} exactly.\n") == [
        ("paragraph", "It sank at \ufffc exactly.")
    ]


def test_elements_keep_their_meaning_whatever_their_attributes() -> None:
    assert mdx('<blockquote style={{color: "red"}}>\n\nWe saw it.\n\n</blockquote>\n') == [
        ("quote", "We saw it.")
    ]


def test_comments() -> None:
    article = read("One.\n\n{/* newslint: off */}\n\nTwo.\n", "story.mdx")
    (comment,) = article.comments
    assert (comment.text, comment.at) == ("newslint: off", 6)


def test_code_is_left_alone() -> None:
    assert mdx("Write `{x}` and `<Foo>`.\n\n```\nimport x from 'y'\n{\n```\n\nThen {stop\n") == [
        ("paragraph", "Write {x} and <Foo>."),
        ("paragraph", "Then {stop"),
    ]


def test_a_picture_component_gives_its_words() -> None:
    article = read('<Image src="p.jpg" alt="Pier" caption="At dawn" />\n', "story.mdx")
    assert [b.kind for b in article.blocks] == [BlockKind.ALT, BlockKind.CAPTION]
    assert article.images[0].url == "p.jpg"


@pytest.mark.parametrize("source", ["a < b and <C\n\nd", "{", "<A b={", "<A b='", "`` ` {"])
def test_what_is_left_open_is_text(source: str) -> None:
    assert "".join(read(source, "story.mdx").text.split()) == "".join(source.split())
