"""A real git repository for tests, with nobody's settings but its own."""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.conftest import missing

SETTINGS = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
    "GIT_AUTHOR_NAME": "Desk",
    "GIT_AUTHOR_EMAIL": "desk@example.org",
    "GIT_COMMITTER_NAME": "Desk",
    "GIT_COMMITTER_EMAIL": "desk@example.org",
}


@dataclass(frozen=True)
class Repository:
    """A working tree at `folder`, and git in it."""

    folder: Path

    def git(self, *arguments: str, check: bool = True) -> str:
        """Run git, and return what it prints."""
        done = subprocess.run(
            ["git", *arguments],
            cwd=self.folder,
            capture_output=True,
            encoding="utf-8",
            errors="surrogateescape",
            check=False,
        )
        assert done.returncode == 0 or not check, done.stderr
        return done.stdout.strip()

    def put(self, name: str, text: str) -> Path:
        """Write a file into the working tree."""
        file = self.folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="")
        return file

    def commit(self, **files: str) -> str:
        """Commit everything, with these files as Markdown; return the commit."""
        for name, text in files.items():
            self.put(f"{name}.md", text)
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "--message", "A commit")
        return self.git("rev-parse", "HEAD")


def repository_at(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    """Make a repository in `folder`, or skip the test where there is no git."""
    if shutil.which("git") is None:
        missing("git is not installed")
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    for name, value in SETTINGS.items():
        monkeypatch.setenv(name, value)
    folder.mkdir(exist_ok=True)
    made = Repository(folder)
    made.git("init", "--quiet", "--initial-branch=main")
    return made
