"""The genre of an article, as its front matter gives it."""

from __future__ import annotations

from pathlib import Path

import pytest

from newslint.config import load
from newslint.engine.genre import genre_names, genre_of, genre_of_path
from newslint.engine.plan import Planner
from newslint.markup.read import parse_article
from newslint.registry import load_rules
from newslint.vocabulary import load as load_vocabulary


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


@pytest.mark.parametrize(
    ("path", "genre"),
    [
        ("opinion/ferries.md", "opinion"),
        ("content/2031/comment/ferries.md", "opinion"),
        ("site/Editorials/ferries.md", "opinion"),
        ("site/op-ed/ferries.md", "opinion"),
        ("site/opinion/reviews/ferries.md", "review"),
        ("live/ferries.md", None),
        ("posts/opinion.md", None),
        ("posts/opinion-polls/ferries.md", None),
    ],
)
def test_a_folder_may_tell_the_genre(path: str, genre: str | None) -> None:
    assert genre_of_path(path) == genre


def test_every_genre_of_a_folder_is_known() -> None:
    folders = load_vocabulary("newslint.engine", "folders.yml")
    assert isinstance(folders, dict)
    assert set(folders) <= set(genre_names())


@pytest.mark.parametrize(
    ("settings", "path", "front_matter", "told"),
    [
        ({}, "a.md", "", (None, "default")),
        ({"profile": "opinion"}, "a.md", "", ("opinion", "profile opinion")),
        ({"genre": "review"}, "a.md", "", ("review", "newslint.toml")),
        ({"genre": "review"}, "opinion/a.md", "", ("opinion", "folder")),
        ({}, "opinion/a.md", "genre: analysis", ("analysis", "front matter")),
    ],
)
def test_front_matter_goes_before_the_folder_and_the_folder_before_the_configuration(
    tmp_path: Path,
    settings: dict[str, str],
    path: str,
    front_matter: str,
    told: tuple[str | None, str],
) -> None:
    file = tmp_path / "newslint.toml"
    file.write_text("".join(f'{key} = "{value}"\n' for key, value in settings.items()))
    planner = Planner((), load(file))
    article = parse_article(f"---\n{front_matter}\n---\n\nIt left.\n", str(tmp_path / path))
    effective = planner.configuration.for_file(tmp_path / path)
    assert planner.genre_and_origin(effective, article) == told


def test_an_override_decides_whatever_else_is_said(tmp_path: Path) -> None:
    file = tmp_path / "newslint.toml"
    file.write_text('[[overrides]]\nfiles = "opinion/**"\ngenre = "analysis"\n')
    planner = Planner((), load(file))
    path = tmp_path / "opinion" / "a.md"
    article = parse_article("---\ngenre: opinion\n---\n\nIt left.\n", str(path))
    told = planner.genre_and_origin(planner.configuration.for_file(path), article)
    assert told == ("analysis", "newslint.toml, override 1")
