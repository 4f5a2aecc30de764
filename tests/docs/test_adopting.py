"""The guide to adopting newslint: its commands run, its files name what there is."""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from typing import Any

import pytest
import yaml

from newslint.cli.main import COMMANDS, main

ROOT = Path(__file__).resolve().parent.parent.parent
GUIDE = (ROOT / "docs" / "adopting.md").read_text(encoding="utf-8")

_FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def loaded(name: str) -> Any:
    return yaml.safe_load((ROOT / name).read_text(encoding="utf-8"))


def commands() -> list[list[str]]:
    """Return the commands of newslint in the guide, in their order."""
    lines = [line for kind, block in _FENCE.findall(GUIDE) if kind == "console"
             for line in block.splitlines()]  # fmt: skip
    return [shlex.split(line)[2:] for line in lines if line.startswith("$ newslint ")]


@pytest.mark.model
def test_its_commands_run_one_after_the_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "hugo.toml").touch()
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "old.md").write_text("The the library is shut.\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    done = commands()
    assert len(done) >= 8
    for arguments in done:
        assert main(arguments) == 0, (arguments, capsys.readouterr())
    assert Path("newslint.rdjsonl").read_text(encoding="utf-8") == ""
    capsys.readouterr()
    new = Path("content", "new.md")
    new.write_text("The the ferry is late.\n", encoding="utf-8")
    assert main(["check", "-q"]) == 1
    assert "old.md" not in capsys.readouterr().out
    assert main(next(a for a in done if "--add-suppressions" in a)) == 0
    assert "newslint: ignore" in new.read_text(encoding="utf-8")


def test_its_workflow_gives_the_action_what_it_takes() -> None:
    action = loaded("action.yml")
    (workflow,) = (yaml.safe_load(b) for k, b in _FENCE.findall(GUIDE) if "actions/checkout" in b)
    step = workflow["jobs"]["newslint"]["steps"][-1]
    assert step["with"].keys() <= action["inputs"].keys()
    for name in re.findall(r"`(\w+): \"true\"`", GUIDE):
        assert name in action["inputs"]
    listed = re.search(r"The outputs (.*?) are for", GUIDE, re.DOTALL)
    assert listed is not None
    assert set(re.findall(r"`(.+?)`", listed[1])) == action["outputs"].keys()


def test_its_variables_and_hooks_exist() -> None:
    template = loaded("templates/gitlab-ci.yml")
    assert set(re.findall(r"\b(NEWSLINT_\w+):", GUIDE)) <= template["variables"].keys()
    hooks = {hook["id"] for hook in loaded(".pre-commit-hooks.yaml")}
    assert set(re.findall(r"- id: (\S+)", GUIDE)) <= hooks
    assert set(re.findall(r"^\| `(newslint[\w-]*)` \|", GUIDE, re.MULTILINE)) == hooks


def test_every_baseline_command_is_explained() -> None:
    from newslint.cli.baseline import baseline

    assert "baseline" in COMMANDS
    for name in baseline.commands:
        assert re.search(rf"^\| `{name}` \|", GUIDE, re.MULTILINE), name
