"""What is kept between runs, as the user meets it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Newslint

STORY = "It was bad.\n"


def test_a_second_run_says_the_same_without_looking(
    newslint: Newslint, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("story.md").write_text(STORY, encoding="utf-8")
    first = newslint("check", "--output-format", "json", "story.md")
    monkeypatch.setattr("newslint.registry.load_rules", None)
    assert newslint("check", "--output-format", "json", "story.md") == first
    assert first.code == 1


def test_without_the_cache_nothing_is_read_or_written(newslint: Newslint) -> None:
    Path("story.md").write_text(STORY, encoding="utf-8")
    newslint("check", "--no-cache", "story.md")
    assert ": 0 bytes" in newslint("cache", "info").out


def test_the_cache_is_shown_and_cleared(newslint: Newslint) -> None:
    Path("story.md").write_text(STORY, encoding="utf-8")
    Path("newslint.toml").write_text('cache-dir = ".kept"\n', encoding="utf-8")
    newslint("check", "story.md")
    shown = newslint("cache", "info").out
    folder = str(Path(".kept").absolute())
    assert shown.startswith(folder)
    assert "1 results of files" in shown
    assert newslint("cache", "clear").out.startswith(f"{folder}: cleared")
    assert "results of files" not in newslint("cache", "info").out


def test_another_configuration_is_another_run(newslint: Newslint) -> None:
    Path("story.md").write_text(STORY, encoding="utf-8")
    assert newslint("check", "story.md").code == 1
    Path("newslint.toml").write_text('[rules]\n"words.bad" = "warning"\n', encoding="utf-8")
    assert newslint("check", "story.md").code == 0


def test_a_word_added_to_the_vocabulary_is_another_run(newslint: Newslint) -> None:
    Path("story.md").write_text("Anna Brandt came. Ana Brandt left.\n", encoding="utf-8")
    Path("newslint.toml").write_text('vocabulary = "words.txt"\n', encoding="utf-8")
    Path("words.txt").write_text("Östermark\n", encoding="utf-8")
    newslint("check", "story.md")
    Path("words.txt").write_text("(\n", encoding="utf-8")
    assert "words.txt" in newslint("check", "story.md").err


def test_an_option_is_another_run(newslint: Newslint) -> None:
    Path("story.md").write_text(STORY, encoding="utf-8")
    assert newslint("check", "story.md").code == 1
    assert newslint("check", "--ignore", "words", "story.md").code == 0
    assert newslint("check", "story.md").code == 1


def loaded(folder: Path, *options: str) -> list[str]:
    """Return which of the libraries that take long to import a run imports."""
    code = (
        "import sys, json\n"
        "from newslint.cli.main import main\n"
        "main(['check', *sys.argv[1:], '--no-color'])\n"
        "heavy = ('spacy', 'thinc', 'numpy', 'harper', 'textstat', 'regex', 'pydantic', 'yaml',\n"
        "         'pathspec', 'newslint.reading', 'newslint.checks.language',\n"
        "         'newslint.attribution.extraction', 'newslint.markup.read', 'pyromark', 'rich')\n"
        "print(json.dumps([name for name in heavy if name in sys.modules]))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *options],
        cwd=folder,
        env={**os.environ, "XDG_CACHE_HOME": str(folder / "cache")},
        capture_output=True,
        text=True,
        check=True,
    )
    names: list[str] = json.loads(done.stdout.splitlines()[-1])
    return names


@pytest.mark.model
def test_a_hit_imports_no_language_library(tmp_path: Path) -> None:
    (tmp_path / "story.md").write_text("It has been confirmed that it is bad.\n", encoding="utf-8")
    assert "spacy" in loaded(tmp_path, "story.md")
    assert loaded(tmp_path, "story.md") == []


def test_patterns_import_what_reads_patterns_and_the_form_of_the_file(tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text("It was a huge success.\n", encoding="utf-8")
    selected = "language.puffery,structure.leftover-text,grammar.confused-word"
    assert loaded(tmp_path, "story.txt", "--select", selected, "--no-cache") == [
        "regex",
        "pydantic",
        "yaml",
        "newslint.reading",
        "newslint.markup.read",
    ]
