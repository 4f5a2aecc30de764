"""`newslint config`: what applies to a file, and why."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import Newslint

TOML = """
fail-on = "warning"
[rules]
"words.bad" = { severity = "suggestion", word = "good" }
[[overrides]]
files = "opinion/**"
genre = "opinion"
profile = "blog"
[overrides.rules]
structure = "off"
"""


def test_it_shows_each_setting_and_where_it_comes_from(newslint: Newslint) -> None:
    Path("newslint.toml").write_text(TOML)
    out = newslint("config", "opinion/a.md").out
    assert "file: opinion/a.md\nchecked in a folder: yes\n" in out
    assert "override 1: opinion/**\n" in out
    assert "profile: blog (newslint.toml, override 1)\n" in out
    assert "genre: opinion (newslint.toml, override 1)\n" in out
    assert "fail-on: warning (newslint.toml)\n" in out
    assert "max-file-size: 2000000 (default)\n" in out
    assert "    word = 'good' (newslint.toml)\n" in out
    assert "off         newslint.toml, override 1\n" in out


def test_as_json_it_has_the_same(newslint: Newslint) -> None:
    Path("newslint.toml").write_text(TOML)
    values = json.loads(newslint("config", "opinion/a.md", "--output-format", "json").out)
    assert values["settings"]["profile"] == {"value": "blog", "from": "newslint.toml, override 1"}
    rules = {rule["id"]: rule for rule in values["rules"]}
    assert rules["words.bad"]["severity_from"] == "newslint.toml"
    assert rules["words.bad"]["options"] == {"word": {"value": "good", "from": "newslint.toml"}}
    assert rules["structure.bad-suppression"]["enabled"] is False


def test_the_genre_in_front_matter_is_shown(newslint: Newslint) -> None:
    Path("a.md").write_text("---\ngenre: review\n---\n\nIt left.\n")
    assert "genre: review (front matter)\n" in newslint("config", "a.md").out


def test_house_vocabulary_and_the_genre_of_a_folder_are_shown(newslint: Newslint) -> None:
    Path("names.txt").write_text("NHFC\n")
    Path("newslint.toml").write_text('vocabulary = "names.txt"\n')
    out = newslint("config", "opinion/a.md").out
    assert "genre: opinion (folder)\n" in out
    assert "house: none (default)\n" in out
    assert "vocabulary: names.txt (newslint.toml)\n" in out


def test_without_a_file_no_override_applies(newslint: Newslint) -> None:
    Path("newslint.toml").write_text(TOML)
    out = newslint("config").out
    assert "override" not in out
    assert "profile: news (default)\n" in out


def test_an_excluded_file_is_said_to_be_so(newslint: Newslint) -> None:
    assert "checked in a folder: excluded by default\n" in newslint("config", "README.md").out


def test_the_command_line_goes_before_the_file(newslint: Newslint) -> None:
    Path("newslint.toml").write_text(TOML)
    out = newslint("config", "opinion/a.md", "--profile", "strict").out
    assert "profile: strict (--profile)\n" in out


def test_the_schema_can_be_printed(newslint: Newslint) -> None:
    assert json.loads(newslint("config", "--schema").out)["title"] == "newslint configuration"
