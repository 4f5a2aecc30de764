"""The genre of an article, as its front matter gives it."""

from __future__ import annotations

import pytest

from newslint.engine.genre import genre_names, genre_of
from newslint.markup.read import parse_article
from newslint.registry import load_rules


@pytest.mark.parametrize(
    ("line", "genre"),
    [
        ("genre: Opinion", "opinion"),
        ("type: op-ed", "opinion"),
        ("category: Letters to the Editor", "opinion"),
        ("categories: [Housing, News Analysis]", "analysis"),
        ("content_type: live_blog", "live"),
        ("layout: review", "review"),
        ("layout: post", None),
        ("title: Opinion", None),
    ],
)
def test_common_words_of_front_matter_are_understood(line: str, genre: str | None) -> None:
    assert genre_of(parse_article(f"---\n{line}\n---\n\nIt left.\n", "a.md")) == genre


def test_the_most_telling_key_comes_first() -> None:
    source = "---\nlayout: review\ngenre: analysis\n---\n\nIt left.\n"
    assert genre_of(parse_article(source, "a.md")) == "analysis"


def test_the_keys_can_be_chosen() -> None:
    source = "---\ndesk: opinion\ngenre: news\n---\n\nIt left.\n"
    assert genre_of(parse_article(source, "a.md"), ["desk"]) == "opinion"


def test_without_front_matter_there_is_no_genre() -> None:
    assert genre_of(parse_article("It left.\n", "a.md")) is None


def test_every_genre_that_a_rule_speaks_of_is_known() -> None:
    spoken_of = {genre for spec in load_rules() for genre in spec.genres_off}
    assert spoken_of <= set(genre_names())
