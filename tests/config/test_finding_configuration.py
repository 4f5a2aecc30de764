"""Which configuration governs a folder, and which of its settings a file."""

from __future__ import annotations

from pathlib import Path

import pytest

from newslint.config import Configuration, discover, find, load
from newslint.errors import ConfigError


def write(path: Path, text: str = "") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_the_nearest_file_upwards_wins(tmp_path: Path) -> None:
    write(tmp_path / "newslint.toml")
    near = write(tmp_path / "site" / "newslint.toml")
    (tmp_path / "site" / "posts").mkdir()
    assert discover(tmp_path / "site" / "posts") == near


def test_newslint_toml_comes_before_pyproject(tmp_path: Path) -> None:
    write(tmp_path / "pyproject.toml", "[tool.newslint]\n")
    own = write(tmp_path / "newslint.toml")
    assert discover(tmp_path) == own


def test_a_pyproject_without_our_table_is_passed_over(tmp_path: Path) -> None:
    own = write(tmp_path / "newslint.toml")
    write(tmp_path / "site" / "pyproject.toml", '[project]\nname = "newslint-site"\n')
    assert discover(tmp_path / "site") == own


def test_the_search_ends_at_the_root_of_the_repository(tmp_path: Path) -> None:
    write(tmp_path / "newslint.toml")
    (tmp_path / "repository" / ".git").mkdir(parents=True)
    assert discover(tmp_path / "repository") is None


def test_a_broken_pyproject_that_speaks_of_newslint_is_an_error(tmp_path: Path) -> None:
    write(tmp_path / "pyproject.toml", "[tool.newslint\n")
    with pytest.raises(ConfigError, match="not valid TOML"):
        discover(tmp_path)


def test_a_missing_file_given_by_hand_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="cannot be read: No such file"):
        find(tmp_path, tmp_path / "none.toml")


def test_without_any_file_the_defaults_apply(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    configuration = find(tmp_path)
    effective = configuration.for_file(tmp_path / "a.md")
    assert configuration.file is None
    assert (effective.profile, effective.fail_on) == ("news", "error")


@pytest.fixture
def site(tmp_path: Path) -> Configuration:
    text = """
        genre = "news"
        fail-on = "warning"
        [rules]
        quotes = "off"
        [[overrides]]
        files = ["opinion/**"]
        genre = "opinion"
        fail-on = "never"
        [overrides.rules]
        quotes = "error"
        [[overrides]]
        files = ["opinion/letters/**", "*.txt"]
        profile = "blog"
        text.wrapped = true
    """
    return load(write(tmp_path / "newslint.toml", text))


def test_an_override_applies_to_the_files_it_names(site: Configuration) -> None:
    story = site.for_file(site.root / "news" / "a.md")
    assert (story.default_genre, story.genre, story.fail_on) == ("news", None, "warning")
    column = site.for_file(site.root / "opinion" / "a.md")
    assert (column.default_genre, column.genre, column.fail_on) == (None, "opinion", "never")


def test_of_several_overrides_all_apply_in_order(site: Configuration) -> None:
    letter = site.for_file(site.root / "opinion" / "letters" / "a.txt")
    assert letter.overrides == (0, 1)
    assert (letter.genre, letter.profile, letter.markup.wrapped) == ("opinion", "blog", "yes")
    assert [origin for origin, _ in letter.layers] == [
        "newslint.toml",
        "newslint.toml, override 1",
        "newslint.toml, override 2",
    ]


def test_each_value_remembers_where_it_comes_from(site: Configuration) -> None:
    origins = dict(site.for_file(site.root / "opinion" / "letters" / "a.txt").origins)
    assert origins == {
        "fail-on": "newslint.toml, override 1",
        "genre": "newslint.toml, override 1",
        "profile": "newslint.toml, override 2",
        "text.wrapped": "newslint.toml, override 2",
    }


def test_globs_are_relative_to_the_configuration(
    site: Configuration, monkeypatch: pytest.MonkeyPatch
) -> None:
    (site.root / "opinion").mkdir()
    monkeypatch.chdir(site.root / "opinion")
    assert site.for_file("a.md").genre == "opinion"
    assert site.for_file("../a.md").genre is None


def test_a_file_outside_the_folder_matches_no_anchored_glob(
    site: Configuration, tmp_path: Path
) -> None:
    assert site.for_file(tmp_path.parent / "opinion" / "a.md").overrides == ()
    assert site.for_file(tmp_path.parent / "a.txt").overrides == (1,)


def test_front_matter_keys_come_from_a_preset_and_from_the_table(tmp_path: Path) -> None:
    text = '[front-matter]\npreset = "hugo"\nheadline = "heading"\ngenre = ["desk"]\n'
    effective = load(write(tmp_path / "newslint.toml", text)).for_file("a.md")
    assert effective.markup.headline == ("heading",)
    assert "publishDate" in effective.markup.date
    assert effective.genre_keys == ("desk",)


def test_an_unknown_preset_is_an_error_when_the_file_is_read(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="preset"):
        load(write(tmp_path / "newslint.toml", '[front-matter]\npreset = "hugoo"\n'))
