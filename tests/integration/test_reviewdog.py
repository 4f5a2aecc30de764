"""The recipe for reviewdog in the guide to adopting newslint, run with reviewdog itself."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.integration.conftest import Git, put

pytestmark = [pytest.mark.slow, pytest.mark.model]

MODULE = "github.com/reviewdog/reviewdog/cmd/reviewdog@v0.20.3"
GUIDE = ROOT / "docs" / "adopting.md"


@pytest.fixture(scope="module")
def reviewdog(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The program, built from its Go module."""
    go = shutil.which("go")
    if go is None:
        pytest.skip("reviewdog is built with Go, which is not installed")
    folder = tmp_path_factory.mktemp("reviewdog")
    environment = {
        **os.environ,
        "GOBIN": str(folder),
        "GOFLAGS": "-mod=mod",
        "GOTOOLCHAIN": "local",
        "GONOSUMDB": "*",  # a mirror of modules need not have the database of their sums
    }
    done = subprocess.run(
        [go, "install", MODULE], env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode:
        pytest.skip(f"reviewdog cannot be built: {done.stderr.strip().splitlines()[-1]}")
    return folder / "reviewdog"


def recipe() -> tuple[list[str], list[str]]:
    """The two commands of the guide: the words of the check, and those of reviewdog."""
    text = GUIDE.read_text(encoding="utf-8")
    found = re.search(r"^\$ (newslint check .*)\n\$ (reviewdog .*)$", text, re.MULTILINE)
    assert found is not None
    return shlex.split(found[1]), shlex.split(found[2])


def test_reviewdog_comments_on_what_is_new_and_offers_the_fix(
    reviewdog: Path, site: tuple[Path, Git]
) -> None:
    folder, git = site
    put(folder, "content/old.md", "The the town is quiet.\n\nNobody left.\n")
    git("add", ".")
    git("commit", "-qm", "Old story")
    put(folder, "content/old.md", "The the town is quiet.\n\nNobody left.\n\nThe the ferry came.\n")
    check, comment = recipe()
    subprocess.run(
        [sys.executable, "-m", *check],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=True,
        capture_output=True,
    )
    # Only the reporter is another one: that of the recipe writes to a pull request.
    words = [w for w in comment[1:] if not w.startswith("-reporter")]
    *options, sign, report = words
    assert sign == "<"
    done = subprocess.run(
        [reviewdog, *options, "-reporter=rdjsonl", "-diff=git diff HEAD"],
        cwd=folder,
        input=(folder / report).read_text(encoding="utf-8"),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    [said] = [json.loads(line) for line in done.stdout.splitlines()]
    assert said["message"] == "“The” stands here twice: delete one."
    assert said["location"]["path"] == "content/old.md"
    assert said["location"]["range"]["start"]["line"] == 5
    assert said["suggestions"][0].get("text", "") == ""
