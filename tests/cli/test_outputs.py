"""`--output`: several reports of one run, each whole and in its place, or an error saying why."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from newslint.cli.outputs import Output, parse_outputs
from newslint.errors import ConfigError
from newslint.files.writing import WriteError, write_whole
from newslint.reports import FORMATS
from tests.cli.conftest import Newslint

BAD = "A bad day.\n"


@pytest.fixture(autouse=True)
def _story(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("story.md").write_text(BAD, encoding="utf-8")


def left() -> list[str]:
    """Return what else lies in the working directory."""
    return sorted({path.name for path in Path.cwd().iterdir()} - {".git", "story.md"})


def test_text_and_every_other_format_come_from_one_run(newslint: Newslint) -> None:
    given = [f"--output={name}:{name}.out" for name in FORMATS]
    done = newslint("check", "story.md", "--output-format", "text", *given)
    assert done.code == 1
    assert "1:3 error words.bad" in done.out
    assert left() == sorted(f"{name}.out" for name in FORMATS)
    for name in FORMATS:
        assert "words.bad" in Path(f"{name}.out").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", FORMATS)
def test_a_file_holds_what_standard_output_would_show(newslint: Newslint, name: str) -> None:
    newslint("check", "story.md", "--output", f"{name}:report")
    assert Path("report").read_text(encoding="utf-8") == newslint(
        "check", "story.md", "--output-format", name
    ).out  # fmt: skip


def test_a_dash_is_standard_output(newslint: Newslint) -> None:
    done = newslint("check", "story.md", "--output", "json:-")
    assert done.json["summary"]["error"] == 1


def test_json_for_a_dash_is_valid_even_if_nothing_could_be_run(newslint: Newslint) -> None:
    done = newslint("check", "--output", "json:-", "--output", "sarif:missing/x.sarif")
    assert done.json["summary"]["exit"] == 2
    done = newslint("check", "--output=json:-", "--output", "sarif:missing/x.sarif")
    assert done.json["summary"]["exit"] == 2


@pytest.mark.parametrize(
    ("given", "message"),
    [
        (["sarif"], "--output sarif: a format and a file are needed"),
        (["sarif:"], "--output sarif:: a format and a file are needed"),
        (["sarf:a"], "--output sarf:a: there is no format 'sarf'\n  did you mean 'sarif'?"),
        (["junit:no/such/a.xml"], "no/such/a.xml cannot be written: there is no folder no/such"),
        (["junit:."], ". is a folder"),
        (["junit:a", "sarif:a"], "two reports are to be written to a"),
        (["junit:a", "sarif:./b/../a"], "two reports are to be written to b/../a"),
        (
            ["json:-", "sarif:-"],
            "standard output cannot hold more than one report (json and",
        ),
        (["text:story.md"], "story.md would be overwritten with a report"),
    ],
)
def test_what_cannot_be_is_refused_before_any_work(
    newslint: Newslint, monkeypatch: pytest.MonkeyPatch, given: list[str], message: str
) -> None:
    Path("b").mkdir()
    monkeypatch.setattr("newslint.engine.run.run", lambda *_: pytest.fail("it has worked"))
    done = newslint("check", "story.md", *(f"--output={value}" for value in given))
    assert done.code == 2
    assert message in done.err
    assert left() == ["b"]
    assert Path("story.md").read_text(encoding="utf-8") == BAD


def test_a_format_for_standard_output_may_be_given_once_only() -> None:
    assert parse_outputs(["json:-"], None) == (Output("json"),)
    assert parse_outputs([], None) == (Output("text"),)
    with pytest.raises(ConfigError, match="more than one report"):
        parse_outputs(["json:-"], "text")


@pytest.mark.model
def test_a_comment_tells_who_says_what(newslint: Newslint) -> None:
    text = 'It was a bad day. "We are finished," said Ana Ruiz, the mayor of Quillmouth.\n'
    Path("story.md").write_text(text, encoding="utf-8")
    done = newslint("check", "story.md", "--output-format", "markdown")
    assert "attributed to 1 source, 0 of them unnamed." in done.out


def test_a_report_in_a_searched_folder_is_no_article(newslint: Newslint) -> None:
    for _ in range(2):
        done = newslint("check", "--output", "markdown:report.md", "--output-format", "json")
        assert [file["path"] for file in done.json["files"]] == ["story.md"]


def test_the_other_reports_are_written_when_one_cannot_be(
    newslint: Newslint, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(file: Path, text: str) -> None:
        if file.name == "full.xml":
            raise WriteError("full.xml cannot be written: No space left on device")
        write_whole(file, text)

    monkeypatch.setattr("newslint.files.writing.write_whole", full)
    given = ["--output", "junit:full.xml", "--output", "sarif:a.sarif"]
    done = newslint("check", "story.md", *given, "--output-format", "json")
    assert done.json["summary"]["because"] == "full.xml cannot be written: No space left on device"
    assert done.json["errors"][0]["kind"] == "write"
    assert len(done.json["files"][0]["findings"]) == 1
    assert json.loads(Path("a.sarif").read_text(encoding="utf-8"))["runs"]


@pytest.mark.parametrize("name", ["text", "concise", "jsonl"])
def test_a_report_that_was_not_written_is_said_whatever_the_format(
    newslint: Newslint, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    def full(file: Path, text: str) -> None:
        raise WriteError(f"{file} cannot be written: No space left on device")

    monkeypatch.setattr("newslint.files.writing.write_whole", full)
    done = newslint("check", "story.md", "--output", "junit:a.xml", "--output-format", name, "-q")
    assert done.code == 2
    assert "write error a.xml cannot be written" in (done.out + done.err).replace(": a", " a")


@pytest.mark.parametrize("name", ["jsonl", "gitlab", "junit", "checkstyle", "rdjson", "rdjsonl"])
def test_what_a_format_has_no_place_for_is_said_on_standard_error(
    newslint: Newslint, name: str
) -> None:
    done = newslint("check", "story.md", "--output-format", name)
    assert done.err == "1 error in 1 file; failed: 1 error (--fail-on error)\n"
    assert newslint("check", "story.md", "--output-format", name, "-q").err == ""


def test_errors_are_no_findings_and_so_not_in_jsonl(newslint: Newslint) -> None:
    Path("broken.md").write_bytes(b"\xff\xfe\x00\x00")
    done = newslint("check", ".", "--output-format", "jsonl")
    assert [json.loads(line)["path"] for line in done.out.splitlines()] == ["story.md"]
    assert done.err.startswith("broken.md:1:1: error [decode] ")


def test_the_full_disk_is_named(tmp_path: Path) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("no device that is always full")
    with pytest.raises(WriteError, match=r"/dev/full cannot be written: No space left on device"):
        write_whole(Path("/dev/full"), "x")


def newslint_to(stdout: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "newslint", "check", "story.md", *arguments]
    with Path(stdout).open("w", encoding="utf-8") as stream:
        return subprocess.run(
            command, stdout=stream, stderr=subprocess.PIPE, text=True, check=False
        )


def test_a_full_standard_output_is_said_and_the_files_are_written() -> None:
    if not Path("/dev/full").exists():
        pytest.skip("no device that is always full")
    done = newslint_to("/dev/full", "--output", "sarif:a.sarif", "--select", "language")
    assert done.returncode == 2
    assert done.stderr == ("newslint: standard output cannot be written: No space left on device\n")
    assert json.loads(Path("a.sarif").read_text(encoding="utf-8"))["runs"]


def test_a_new_file_has_the_usual_rights_and_an_old_one_keeps_its_own(tmp_path: Path) -> None:
    usual = tmp_path / "usual"
    usual.touch()
    new, old = tmp_path / "new", tmp_path / "old"
    old.touch(mode=0o640)
    old.chmod(0o640)
    for file in (new, old):
        write_whole(file, "é\n")
        assert file.read_bytes() == "é\n".encode()
    assert stat.S_IMODE(new.stat().st_mode) == stat.S_IMODE(usual.stat().st_mode)
    assert stat.S_IMODE(old.stat().st_mode) == 0o640


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    link, target = tmp_path / "link", tmp_path / "target"
    target.write_text("old", encoding="utf-8")
    link.symlink_to(target)
    write_whole(link, "new")
    assert link.is_symlink()
    assert target.read_text(encoding="utf-8") == "new"


def test_an_interrupted_write_leaves_the_old_file_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(_: int) -> None:
        raise KeyboardInterrupt

    file = tmp_path / "report"
    file.write_text("old", encoding="utf-8")
    monkeypatch.setattr(os, "fsync", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_whole(file, "new")
    assert file.read_text(encoding="utf-8") == "old"
    assert [path.name for path in tmp_path.iterdir() if "report" in path.name] == ["report"]


def test_two_runs_at_once_leave_one_report_whole(tmp_path: Path) -> None:
    file = tmp_path / "report"
    texts = [letter * 200_000 for letter in "abcdefgh"]
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda text: write_whole(file, text), texts))
    assert file.read_text(encoding="utf-8") in texts
    assert [path.name for path in tmp_path.iterdir() if "report" in path.name] == ["report"]


def test_a_read_only_file_is_not_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "report"
    file.write_text("old", encoding="utf-8")
    monkeypatch.setattr(os, "access", lambda *_: False)  # the superuser may write everything
    with pytest.raises(WriteError, match="report cannot be written: it is read-only"):
        write_whole(file, "new")
    assert file.read_text(encoding="utf-8") == "old"
