"""The adoption of an archive, told on a small one made of our own stories."""

from __future__ import annotations

from pathlib import Path

import pytest

from evaluation.adoption import FAULT, RULE, TOLD, NotAsItShould, adopt, own_articles
from newslint.reports import FORMATS

pytestmark = pytest.mark.model


def test_every_format_is_read() -> None:
    assert TOLD.keys() == FORMATS.keys()


def test_a_hundred_different_articles_can_be_made() -> None:
    assert len(set(own_articles(100).values())) == 100


def test_only_the_new_fault_is_reported_in_every_format(tmp_path: Path) -> None:
    said: list[str] = []
    (tmp_path / "site").mkdir()
    adopt(tmp_path / "site", own_articles(5), said.append)
    story = "\n".join(said)
    for name in TOLD:
        assert f"  {name:<10} nothing" in said
        assert any(line.startswith(f"  {name:<10} content/0/") and RULE in line for line in said)
    assert "exit 1" in story
    assert "5 articles" in story


def test_a_fault_that_was_there_before_is_not_new(tmp_path: Path) -> None:
    articles = {name: f"{text}\n{FAULT}\n" for name, text in own_articles(1).items()}
    (tmp_path / "site").mkdir()
    adopt(tmp_path / "site", articles, lambda _: None)


def test_a_story_that_goes_otherwise_is_not_told_as_if_it_had_not(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    with pytest.raises(NotAsItShould, match="no article ends in a paragraph"):
        adopt(tmp_path / "site", {"a.md": "# Only a headline\n"}, lambda _: None)
