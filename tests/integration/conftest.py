"""Repositories in which a service would run newslint, and the newslint it would run."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

FAULTY = "The hall fell silent.\n\nThe the town is finished.\n\nNobody left.\n"
CLEAN = "The library opens at nine.\n"

#: What a program must find in its environment, and no more.
BARE = {
    "PATH": os.environ["PATH"],
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
    "GIT_AUTHOR_NAME": "Desk",
    "GIT_AUTHOR_EMAIL": "desk@example.org",
    "GIT_COMMITTER_NAME": "Desk",
    "GIT_COMMITTER_EMAIL": "desk@example.org",
}

Git = Callable[..., str]


def git_in(folder: Path) -> Git:
    """Return a function that runs git in `folder` and returns what it says."""

    def git(*arguments: str) -> str:
        done = subprocess.run(
            ["git", *arguments], cwd=folder, env=BARE, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()

    return git


def put(folder: Path, name: str, text: str) -> None:
    """Write a file in a folder of its own."""
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")


def environment_with_newslint(folder: Path) -> Path:
    """Make what looks like an environment in which this newslint is installed."""
    (folder / "bin").mkdir(parents=True)
    root = Path(__file__).resolve().parent.parent.parent
    for name, what in (("python", ""), ("newslint", " -m newslint")):
        script = folder / "bin" / name
        command = f'PYTHONPATH="{root}" exec "{sys.executable}"{what} "$@"'
        script.write_text(f"#!/bin/sh\n{command}\n", encoding="utf-8")
        script.chmod(0o755)
    return folder


@pytest.fixture
def site(tmp_path: Path) -> tuple[Path, Git]:
    """A repository of articles, with a faulty one on its main branch."""
    folder = tmp_path / "site"
    folder.mkdir()
    git = git_in(folder)
    git("init", "-q", "-b", "main")
    put(folder, "content/old.md", FAULTY)
    put(folder, "content/clean.md", CLEAN)
    git("add", ".")
    git("commit", "-qm", "Archive")
    return folder, git
