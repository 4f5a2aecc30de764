"""The program around the commands: how it starts, stops and fails."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import newslint as package
from newslint.cli.main import COMMANDS, main
from tests.cli.conftest import Newslint


def test_the_version_is_printed(newslint: Newslint) -> None:
    assert newslint("--version").out == f"newslint, version {package.__version__}\n"


def test_help_lists_each_command_once(newslint: Newslint) -> None:
    out = newslint("--help").out
    assert "  check " in out
    assert "  lint " not in out


def test_without_a_command_help_is_shown(newslint: Newslint) -> None:
    done = newslint()
    assert "Commands:" in done.out + done.err


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_can_be_imported(newslint: Newslint, name: str) -> None:
    assert newslint(name, "--help").code == 0


def crash(*_: object) -> None:
    raise ZeroDivisionError("out of luck")


def test_a_failure_of_newslint_itself_is_short(
    newslint: Newslint, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("newslint.registry.load_rules", crash)
    done = newslint("check", "--output-format=json")
    assert done.code == 2
    assert "newslint itself failed: ZeroDivisionError: out of luck" in done.err
    assert "Traceback" not in done.err
    assert "ZeroDivisionError" in done.json["errors"][0]["message"]


@pytest.mark.parametrize("arguments", [("--debug", "check"), ("check", "--debug")])
def test_debug_shows_where(
    newslint: Newslint, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    monkeypatch.setattr("newslint.registry.load_rules", crash)
    assert "Traceback" in newslint(*arguments).err


def test_ctrl_c_exits_130(newslint: Newslint, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("newslint.registry.load_rules", interrupted)
    done = newslint("check", "--output-format", "json")
    assert done.code == 130
    assert done.json["files"] == []


def test_a_reader_that_goes_away_ends_the_run_quietly(tmp_path: Path) -> None:
    code = "import sys\nfrom newslint.cli.main import main\nsys.exit(main(['check', '--help']))\n"
    read_end, write_end = os.pipe()
    os.close(read_end)
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        stdout=write_end,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    os.close(write_end)
    assert (done.returncode, done.stderr) == (141, "")


def test_a_closed_standard_output_leaves_the_exit_code(
    newslint: Newslint, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("story.md").write_text("A bad day.\n")
    monkeypatch.setattr(sys, "stdout", None)
    done = newslint("check", "story.md")
    assert (done.code, done.err) == (1, "")


def test_a_closed_standard_input_is_a_file_that_cannot_be_read(
    newslint: Newslint, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    done = newslint("check", "-", "--output-format", "json")
    assert done.code == 2
    (error,) = done.json["files"][0]["errors"]
    assert (error["kind"], error["message"]) == ("read", "standard input is closed")
    assert error["hint"]


def test_a_terminal_that_knows_only_ascii_gets_something(tmp_path: Path) -> None:
    (tmp_path / "é.md").write_text("")
    done = subprocess.run(
        [sys.executable, "-m", "newslint", "check", "é.md"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0
    assert b"\\xe9.md is empty" in done.stdout


def test_main_takes_its_arguments_from_the_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["newslint", "--version"])
    assert main() == 0
