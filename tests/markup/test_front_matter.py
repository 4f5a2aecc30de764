"""Front matter: every value with its place, in three notations, broken or not."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.article import Article, FrontMatter
from newslint.errors import ConfigError
from newslint.markup.options import MarkupOptions, preset, preset_names
from newslint.markup.read import parse_article
from tests.markup.looking import blocks, read, source_of


def front(article: Article) -> FrontMatter:
    assert article.front_matter is not None
    return article.front_matter


def written(article: Article) -> dict[str, tuple[str, str]]:
    """Return of every key its value, and what the file has at that place."""
    return {f.key: (f.value, f.span.cut(article.source)) for f in front(article).fields}


def test_yaml_scalars_of_every_style() -> None:
    article = read(
        "---\n"
        "plain: It sank\n"
        "no: no\n"
        "time: 12:30\n"
        "single: 'It''s on'\n"
        'double: "A \\"dog\\" \\u00e9\\x41 🚢"\n'
        "wide: goes\n  on\n"
        "empty:\n"
        "---\nBody.\n"
    )
    assert written(article) == {
        "plain": ("It sank", "It sank"),
        "no": ("no", "no"),
        "time": ("12:30", "12:30"),
        "single": ("It's on", "It''s on"),
        "double": ('A "dog" éA 🚢', 'A \\"dog\\" \\u00e9\\x41 🚢'),
        "wide": ("goes on", "goes\n  on"),
        "empty": ("", ""),
    }
    assert front(article).span.cut(article.source).endswith("empty:\n---\n")
    assert blocks(article) == [("paragraph", "Body.")]


def test_nested_keys_are_dotted_and_list_items_numbered() -> None:
    article = read(
        "---\nimage:\n  src: a.jpg\nauthors:\n  - Ida\n  - name: Bo\ntags: [x, 'y']\n---\n"
    )
    assert list(written(article)) == [
        "image.src", "authors.0", "authors.1.name", "tags.0", "tags.1",
    ]  # fmt: skip
    assert front(article).get("author", "authors").value == "Ida"  # type: ignore[union-attr]
    keys = {f.key: f.key_span.cut(article.source) for f in front(article).fields}
    assert keys["image.src"] == "src"
    assert keys["authors.0"] == "authors"


def test_toml_values() -> None:
    article = read(
        "+++\n"
        'title = "Ferry \\"sinks\\""\n'
        "date = 2024-05-04 10:00:00 # then\n"
        "'odd key'.x = 'raw \\'\n"
        "tags = [\"a\", # first\n  'b']\n"
        'long = """\nTwo\nlines \\\n   joined"""\n'
        "[image]\n"
        'alt = "Pier"\n'
        "[[crew]]\n"
        'name = "Ida"\n'
        "[[crew]]\n"
        'name = "Bo"\n'
        'boat = {name = "Holm", crew.n = 3}\n'
        "+++\nBody.\n"
    )
    assert written(article) == {
        "title": ('Ferry "sinks"', 'Ferry \\"sinks\\"'),
        "date": ("2024-05-04 10:00:00", "2024-05-04 10:00:00"),
        "odd key.x": ("raw \\", "raw \\"),
        "tags.0": ("a", "a"),
        "tags.1": ("b", "b"),
        "long": ("Two\nlines joined", "Two\nlines \\\n   joined"),
        "image.alt": ("Pier", "Pier"),
        "crew.0.name": ("Ida", "Ida"),
        "crew.1.name": ("Bo", "Bo"),
        "crew.1.boat.name": ("Holm", "Holm"),
        "crew.1.boat.crew.n": ("3", "3"),
    }


@pytest.mark.parametrize("fences", ["{}\nBody.\n", "---json\n{}\n---\nBody.\n"])
def test_json_values(fences: str) -> None:
    data = (
        '{"title": "Ferry \\u00e9\\ud83d\\udea2", "image": {"alt": "Pier"},'
        ' "n": [1, true, {"a": []}, "x"]}'
    )
    article = read(fences.replace("{}", data))
    assert written(article) == {
        "title": ("Ferry é🚢", "Ferry \\u00e9\\ud83d\\udea2"),
        "image.alt": ("Pier", "Pier"),
        "n.0": ("1", "1"),
        "n.1": ("true", "true"),
        "n.3": ("x", "x"),
    }
    assert blocks(article)[-1] == ("paragraph", "Body.")


def test_texts_become_blocks_in_source_order_with_their_keys() -> None:
    article = read(
        "---\nsummary: In short\ntitle: Ferry sinks\nlayout: post\nhero:\n  caption: Docked\n---\n"
    )
    assert [(b.kind.value, b.key) for b in article.blocks] == [
        ("summary", "summary"),
        ("headline", "title"),
        ("caption", "hero.caption"),
    ]


def test_markdown_in_a_value_is_read() -> None:
    article = read("---\ntitle: The *Ida* [sinks](/i), 1. again\nsummary: '- no list'\n---\n")
    assert blocks(article) == [
        ("headline", "The Ida sinks, 1. again"),
        ("summary", "- no list"),
    ]
    assert source_of(article, "Ida sinks") == "Ida* [sinks"
    assert article.links[0].url_span is not None
    assert article.links[0].url_span.cut(article.source) == "/i"


def test_only_the_escape_in_a_value_is_derived() -> None:
    article = read("---\ntitle: 'It''s sunk'\n---\n")
    assert article.text == "It's sunk"
    assert source_of(article, "'") == "''"
    start = article.text.index("sunk")
    span = type(article.blocks[0].span)(start, start + 4)
    assert article.source_map.is_literal(span)
    assert source_of(article, "sunk") == "sunk"


def test_folded_and_literal_values() -> None:
    article = read(
        "---\nsummary: >-\n  It\n  sank.\n\n  Twice.\ndescription: |\n  One\n    two\n---\n"
    )
    assert blocks(article) == [
        ("summary", "It sank."),
        ("summary", "Twice."),
        ("summary", "One two"),
    ]
    assert source_of(article, "It sank.") == "It\n  sank."


def test_the_preferred_key_gives_the_headline() -> None:
    article = read("---\nheadline: B\ntitle: A\n---\n")
    assert blocks(article) == [("headline", "A")]
    chosen = parse_article(
        "---\nkop: B\ntitle: A\n---\n", "a.md", options=MarkupOptions(headline=("kop",))
    )
    assert blocks(chosen) == [("headline", "B")]


def test_a_star_in_a_key_name_stands_for_any_position() -> None:
    source = "---\nmedia:\n  - text: One\n  - text: Two\n---\n"
    article = parse_article(source, "a.md", options=MarkupOptions(caption=("media.*.text",)))
    assert blocks(article) == [("caption", "One"), ("caption", "Two")]


def test_presets() -> None:
    assert preset_names() == ("jekyll", "hugo", "eleventy", "astro")
    for name in preset_names():
        assert preset(name).headline[0] == "title"
        assert set(preset(name).summary) <= set(MarkupOptions().summary)
    with pytest.raises(ConfigError, match="no front-matter preset 'wordpres'"):
        preset("wordpres")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("odd", ["🚢", "\u0085", "\u2028", "é", "\x00", "\ud800", "\ufeff"])
def test_yaml_positions_count_code_points(odd: str, end: str) -> None:
    source = end.join(["---", f'a{odd}: "{odd}x{odd}"', "title: Ferry sinks", "---", "Body."])
    article = read(source)
    assert source_of(article, "Ferry sinks") == "Ferry sinks"
    assert blocks(article)[-1] == ("paragraph", "Body.")


@pytest.mark.parametrize(
    "source, message, at",
    [
        ("---\ntitle: Ferry: sunk\n---\nBody.", "mapping values", "Ferry: sunk".index(":") + 11),
        ("---\ntitle: Ferry\n\tx: 1\n---\nBody.", "YAML", None),
        ("---\ntitle: 'Ferry\n---\nBody.", "YAML", None),
        ("+++\ntitle = Ferry\n+++\nBody.", "TOML", 12),
        ('{\n"title": "Ferry",\n}\nBody.', "JSON", None),
        ("---\ntitle = 1\n---\nBody.", "holds no keys", None),
        (f"---\na: {'[' * 500}\n---\nBody.", "too deeply", None),
        (f"+++\na{'.a' * 200} = 1\n+++\nBody.", "too deeply", None),
        (f"+++\na = {'[' * 5000}\n+++\nBody.", "TOML", None),
        (f'{{"a":{"[" * 100000}\n}}\nBody.', "too deeply", None),
    ],
)
def test_broken_front_matter_is_noted_and_the_body_read(
    source: str, message: str, at: int | None
) -> None:
    article = read(source)
    (note,) = article.notes
    assert message in note.message
    assert note.hint
    assert at is None or note.span.start == at
    assert blocks(article)[-1] == ("paragraph", "Body.")


def test_what_precedes_the_error_is_kept() -> None:
    article = read("---\ntitle: Ferry sinks\nsummary: a: b\n---\nBody.")
    assert blocks(article) == [("headline", "Ferry sinks"), ("paragraph", "Body.")]


def test_front_matter_that_is_never_closed() -> None:
    article = read("---\ntitle: Ferry sinks\n\nThe body.\n")
    assert "never closed" in article.notes[0].message
    assert blocks(article) == [("headline", "Ferry sinks"), ("paragraph", "The body.")]


@pytest.mark.parametrize(
    "source",
    ["---\n\nIt sank.\n\n---\n\nThe end.\n", "---\nIt sank.\n", "{It sank}\n", "+++ It\n", "{}x"],
)
def test_a_rule_at_the_top_is_no_front_matter(source: str) -> None:
    article = read(source)
    assert article.front_matter is None
    assert article.notes == ()
    assert article.blocks


def test_empty_front_matter() -> None:
    assert front(read("---\n---\nBody.")).fields == ()


_values = st.recursive(
    st.text(max_size=12) | st.integers() | st.booleans(),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.text('abc. é"\\', max_size=4), inner, max_size=3)
    ),
    max_leaves=8,
)


@given(st.dictionaries(st.text("xyz ü'", min_size=1, max_size=4), _values, min_size=1, max_size=4))
def test_json_values_are_those_of_the_json_parser(data: dict[str, object]) -> None:
    def flat(value: object, path: str) -> list[tuple[str, str]]:
        if isinstance(value, dict):
            return [x for k, v in value.items() for x in flat(v, f"{path}.{k}")]
        if isinstance(value, list):
            return [x for i, v in enumerate(value) for x in flat(v, f"{path}.{i}")]
        return [(path[1:], value if isinstance(value, str) else json.dumps(value))]

    for ascii_ in (True, False):
        article = read(json.dumps(data, ensure_ascii=ascii_, indent=1) + "\nBody.\n")
        assert [(f.key, f.value) for f in front(article).fields] == flat(data, "")
