"""The template for GitLab: its job, as it stands there, run by a shell as a runner does."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from junitparser import JUnitXml

from tests.integration.conftest import BARE, FAULTY, Git, environment_with_newslint, put

ROOT = Path(__file__).resolve().parent.parent.parent
TEMPLATE: dict[str, Any] = yaml.safe_load(
    (ROOT / "templates" / "gitlab-ci.yml").read_text(encoding="utf-8")
)
JOB: dict[str, Any] = TEMPLATE["newslint"]

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the job is run by a shell")


def run(folder: Path, lines: list[str], place: Path, **variables: str) -> tuple[int, str]:
    """Run the lines of a job in `folder`, with its environment in `place`."""
    given = {
        **TEMPLATE["variables"],
        **variables,
        "CI_PROJECT_DIR": str(folder),
        "NEWSLINT_PLACE": str(place),
    }
    script = "set -eo pipefail\n" + "\n".join(lines)
    done = subprocess.run(
        ["bash", "-c", script],
        cwd=folder,
        env={**BARE, **given},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout + done.stderr


@pytest.mark.model
def test_the_reports_it_promises_are_there(site: tuple[Path, Git], tmp_path: Path) -> None:
    folder, _ = site
    put(folder, "content/the vote.md", FAULTY)
    place = environment_with_newslint(tmp_path / "own")
    code, log = run(folder, JOB["script"], place, NEWSLINT_PATHS="content/the vote.md")
    assert code == 1, log
    reports = JOB["artifacts"]["reports"]
    (issue, *_) = json.loads((folder / reports["codequality"]).read_text(encoding="utf-8"))
    assert issue["location"]["path"] == "content/the vote.md"
    assert JUnitXml.fromfile(str(folder / reports["junit"])).failures >= 1
    assert JOB["artifacts"]["when"] == "always"


@pytest.mark.model
def test_options_and_paths_are_words_and_no_commands(
    site: tuple[Path, Git], tmp_path: Path
) -> None:
    folder, _ = site
    place = environment_with_newslint(tmp_path / "own")
    code, log = run(
        folder,
        JOB["script"],
        place,
        NEWSLINT_PATHS="content/old.md\ncontent/clean.md\n$(touch hurt)",
        NEWSLINT_OPTIONS="--fail-on never --select quotes",
    )
    assert code == 2, log
    assert "$(touch hurt) does not exist" in log
    assert not (folder / "hurt").exists()
    assert run(folder, JOB["script"], place, NEWSLINT_OPTIONS="--fail-on never")[0] == 0


@pytest.mark.slow
@pytest.mark.model
def test_it_installs_newslint_and_checks(
    snapshot: Path, package_index: None, site: tuple[Path, Git], tmp_path: Path
) -> None:
    lines = [*JOB["before_script"], *JOB["script"]]
    code, log = run(site[0], lines, tmp_path / "own", NEWSLINT_PACKAGE=str(snapshot))
    assert code == 1, log
    assert "content/old.md" in log
