"""A hook that git itself runs, without any tool in between: what is committed is checked."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.changes.repository import Repository, repository_at

ROOT = Path(__file__).resolve().parent.parent.parent
OLD = "The hall fell silent.\n\nThe the town is finished.\n\nNobody left.\n"
FAULT = "The the band played on.\n"
GOOD = "The band played on.\n"

pytestmark = [pytest.mark.slow, pytest.mark.model]


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    """A repository with an old article that has a fault, and the hook."""
    made = repository_at(tmp_path / "news desk", monkeypatch)
    made.put("städte/the vote.md", OLD)
    made.commit()
    script = f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" -m newslint check --staged\n'
    hook = made.put(".git/hooks/pre-commit", script)
    hook.chmod(0o755)
    return made


def commits(desk: Repository, *arguments: str) -> bool:
    """Try to commit, and return whether the hook let it pass."""
    before = desk.git("rev-parse", "HEAD")
    desk.git("commit", "--quiet", "--message", "Story", *arguments, check=False)
    return desk.git("rev-parse", "HEAD") != before


@pytest.mark.parametrize("staged, at_hand, passes", [(GOOD, FAULT, True), (FAULT, GOOD, False)])
def test_of_a_file_that_is_staged_in_part_only_that_part_counts(
    desk: Repository, staged: str, at_hand: str, passes: bool
) -> None:
    file = desk.put("städte/the vote.md", OLD + "\n" + staged)
    desk.git("add", ".")
    desk.put("städte/the vote.md", OLD + "\n" + at_hand)
    assert commits(desk) is passes
    assert file.read_text(encoding="utf-8") == OLD + "\n" + at_hand


@pytest.mark.parametrize("how", [["--all"], ["--", "städte/the vote.md"]], ids=["all", "named"])
def test_a_commit_that_stages_by_itself_is_checked_as_it_will_be(
    desk: Repository, how: list[str]
) -> None:
    """Git then works on an index of its own, and tells the hook in its environment."""
    desk.put("städte/the vote.md", OLD + "\n" + FAULT)
    assert not commits(desk, *how)
    desk.put("städte/the vote.md", OLD + "\n" + GOOD)
    assert commits(desk, *how)


def test_from_a_folder_below_the_top_the_whole_commit_is_checked(desk: Repository) -> None:
    desk.put("two words.md", FAULT)
    desk.git("add", ".")
    assert not commits(Repository(desk.folder / "städte"))
