"""The action for GitHub: its steps, as they stand in `action.yml`, run in a bare environment."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from newslint.cli.check import check
from tests.integration.conftest import (
    BARE,
    FAULTY,
    Git,
    environment_with_newslint,
    git_in,
    put,
)

ROOT = Path(__file__).resolve().parent.parent.parent
ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
STEPS: list[dict[str, Any]] = ACTION["runs"]["steps"]

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the steps are run by Bash here")


@dataclass(frozen=True)
class Job:
    """What a job of the action left behind."""

    code: int
    log: str
    outputs: dict[str, str]
    summary: str
    uses: list[str]


def job(
    folder: Path,
    temp: Path,
    inputs: Mapping[str, str] | None = None,
    *,
    base: str = "",
    action_path: Path = ROOT,
    install: bool = False,
) -> Job:
    """Run the steps of the action in `folder` as a runner does, and stop at the first to fail."""
    given = {name: what.get("default", "") for name, what in ACTION["inputs"].items()}
    given |= {name.replace("_", "-"): value for name, value in (inputs or {}).items()}
    temp.mkdir(parents=True, exist_ok=True)
    if not install:
        environment_with_newslint(temp / "newslint-venv")
    files = {name: temp / name for name in ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY")}
    outputs: dict[str, str] = {}
    uses, log, code = [], "", 0

    def value(match: re.Match[str]) -> str:
        name = match[1].strip()
        known = {
            "github.action_path": str(action_path),
            "github.event.pull_request.base.sha": base,
            "runner.temp": str(temp),
            **{f"inputs.{key}": text for key, text in given.items()},
            **{f"steps.check.outputs.{key}": text for key, text in outputs.items()},
        }
        return known.get(name, "")

    for step in STEPS:
        if "uses" in step:
            uses.append(step["uses"])
            continue
        if step["name"] == "Install newslint" and not install:
            continue
        own = {k: re.sub(r"\$\{\{(.*?)\}\}", value, v) for k, v in step.get("env", {}).items()}
        for file in files.values():
            file.touch()
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
            cwd=folder,
            env={**BARE, "RUNNER_TEMP": str(temp), **{k: str(v) for k, v in files.items()}, **own},
            capture_output=True,
            text=True,
            check=False,
        )
        log += done.stdout + done.stderr
        for line in files["GITHUB_OUTPUT"].read_text(encoding="utf-8").splitlines():
            key, _, text = line.partition("=")
            outputs[key] = text
        code = done.returncode
        if code:
            break
    summary = files["GITHUB_STEP_SUMMARY"].read_text(encoding="utf-8")
    return Job(code, log, outputs, summary, uses)


def paths_in(done: Job) -> list[str]:
    report = json.loads(Path(done.outputs["json"]).read_text(encoding="utf-8"))
    return [file["path"] for file in report["files"]]


def test_no_script_has_an_input_written_into_it() -> None:
    """Else whoever names a branch or a file could run commands."""
    scripts = [step["run"] for step in STEPS if "run" in step]
    assert len(scripts) == 3
    assert [script for script in scripts if "${{" in script] == []


def test_every_input_is_used_and_explained() -> None:
    text = json.dumps(ACTION["runs"])
    assert [name for name in ACTION["inputs"] if f"inputs.{name}" not in text] == []
    assert all(what["description"] for what in ACTION["inputs"].values())


@pytest.mark.model
def test_a_push_checks_everything(site: tuple[Path, Git], tmp_path: Path) -> None:
    done = job(site[0], tmp_path / "temp")
    assert done.code == 1
    assert "::error file=content/old.md,line=3,col=1" in done.log
    assert "| 3 | error | grammar.doubled-word |" in done.summary
    assert paths_in(done) == ["content/clean.md", "content/old.md"]


@pytest.mark.model
def test_a_pull_request_checks_what_it_changes(site: tuple[Path, Git], tmp_path: Path) -> None:
    """The checkout is shallow, as it is by default, so the base has to be fetched."""
    folder, git = site
    base = git("rev-parse", "HEAD")
    names = ["content/the vote; $(touch hurt).md", "content/brücke\nüber.md", "content/-x.md"]
    for name in names:
        put(folder, name, FAULTY)
    put(folder, "README.md", FAULTY)
    put(folder, "notes/elsewhere.md", FAULTY)
    (folder / "content" / "clean.md").unlink()
    git("add", "--all")
    git("commit", "-qm", "Story")
    git("config", "uploadpack.allowAnySHA1InWant", "true")
    clone = tmp_path / "clone"
    git_in(tmp_path)("clone", "-q", "--depth=1", f"file://{folder}", str(clone))
    done = job(clone, tmp_path / "temp", inputs={"paths": "content"}, base=base)
    assert done.code == 1, done.log
    assert sorted(paths_in(done)) == sorted(names)
    assert not list(clone.glob("**/hurt*"))


@pytest.mark.model
@pytest.mark.skipif(
    not any("--diff" in option.opts for option in check.params),
    reason="this newslint has no --diff",
)
def test_a_pull_request_can_be_held_to_the_sentences_it_changes(
    site: tuple[Path, Git], tmp_path: Path
) -> None:
    folder, git = site
    base = git("rev-parse", "HEAD")
    put(folder, "content/old.md", FAULTY + "\nNor are the the others.\n")
    git("add", ".")
    git("commit", "-qm", "Story")
    done = job(folder, tmp_path / "temp", {"scope": "sentences"}, base=base)
    assert done.code == 1, done.log
    assert "::error file=content/old.md,line=7," in done.log
    assert "line=3," not in done.log


@pytest.mark.model
def test_a_pull_request_without_articles_passes(site: tuple[Path, Git], tmp_path: Path) -> None:
    folder, git = site
    base = git("rev-parse", "HEAD")
    put(folder, "tool.py", "pass\n")
    git("add", ".")
    git("commit", "-qm", "Tool")
    done = job(folder, tmp_path / "temp", base=base)
    assert (done.code, done.log) == (0, "newslint: no article has changed\n")
    assert done.outputs == {"exit-code": "0"}


@pytest.mark.model
def test_what_is_suppressed_is_not_uploaded(site: tuple[Path, Git], tmp_path: Path) -> None:
    folder, _ = site
    rule = "grammar.doubled-word"
    comment = f"\n\n<!-- newslint: ignore {rule} -- the desk knows -->\n"
    put(folder, "content/old.md", FAULTY.replace("\n\nThe the", comment + "The the"))
    done = job(folder, tmp_path / "temp", {"sarif": "true"})
    assert done.code == 0, done.log
    log = json.loads(Path(done.outputs["sarif"]).read_text(encoding="utf-8"))
    assert [r["ruleId"] for r in log["runs"][0]["results"] if r["ruleId"] == rule] == []
    whole = (tmp_path / "temp" / "newslint-reports" / "all.sarif").read_text(encoding="utf-8")
    assert f'"ruleId": "{rule}"' in whole


@pytest.mark.model
@pytest.mark.parametrize(
    "inputs, code, said",
    [
        ({"fail_on": "never"}, 0, "::error file=content/old.md"),
        ({"fail_on": "never", "annotations": "false"}, 0, "content/old.md:3:1: error ["),
        ({"fail_on": "$(touch hurt)"}, 2, "Invalid value for '--fail-on'"),
        ({"scope": "everything"}, 2, "scope is all, files or sentences"),
        ({"paths": "content\ngone.md"}, 2, "gone.md does not exist"),
        ({"paths": "content/clean.md\n"}, 0, ""),
        ({"baseline": "known file.json"}, 0, "1 baselined"),
    ],
)
def test_inputs_do_what_they_say(
    site: tuple[Path, Git], tmp_path: Path, inputs: dict[str, str], code: int, said: str
) -> None:
    folder, _ = site
    if "baseline" in inputs:
        program = environment_with_newslint(tmp_path / "own") / "bin" / "newslint"
        options = ["--baseline", inputs["baseline"], "--select", "grammar", "-q"]
        command = [str(program), "baseline", "create", *options]
        subprocess.run(command, cwd=folder, env=BARE, check=True, capture_output=True)
        inputs = {**inputs, "fail_on": "error"}
    done = job(folder, tmp_path / "temp", inputs)
    assert done.code == code, done.log
    assert said in done.log
    assert not (folder / "hurt").exists()


@pytest.mark.slow
@pytest.mark.model
def test_it_installs_newslint_and_checks(
    snapshot: Path, package_index: None, site: tuple[Path, Git], tmp_path: Path
) -> None:
    done = job(site[0], tmp_path / "temp", action_path=snapshot, install=True)
    assert done.code == 1, done.log
    assert "::error file=content/old.md,line=3,col=1" in done.log
