"""What goes wrong around newslint: closed pipes, full disks, Ctrl-C, two runs at once."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from newslint.baseline import read
from newslint.cli.main import main
from newslint.reports import FORMATS

ROOT = Path(__file__).resolve().parent.parent.parent
FAST = ["--select", "grammar.doubled-word"]
TEXT = "The the library opens at nine.\n"
LONG = "\n\n".join(f"The ferry to island {n} left the quay at noon." for n in range(120)) + "\n"

pytestmark = [
    pytest.mark.model,
    pytest.mark.skipif(sys.platform == "win32", reason="signals, pipes and limits of Unix"),
]

linux = pytest.mark.skipif(not Path("/proc/self/maps").exists(), reason="looks into /proc")
full = pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / ".git").mkdir()
    (tmp_path / "a.md").write_text(TEXT, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    return tmp_path


@pytest.fixture(autouse=True)
def heard() -> Iterator[None]:
    """Ctrl-C is heard by what is started here, also where the tests run in the background."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


def start(*arguments: str, **more: Any) -> subprocess.Popen[str]:
    given: dict[str, Any] = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **more}
    return subprocess.Popen([sys.executable, "-m", "newslint", *arguments], text=True, **given)


def newslint(*arguments: str, **more: Any) -> tuple[int, str, str]:
    with start(*arguments, **more) as process:
        out, err = process.communicate(timeout=120)
        return process.returncode, out or "", err or ""


def left(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.name != ".git")


@pytest.fixture
def closed() -> Iterator[int]:
    """The end to write to of a pipe that nobody reads any more, as after `| head -1`."""
    reader, writer = os.pipe()
    os.close(reader)
    yield writer
    os.close(writer)


@pytest.mark.slow
@pytest.mark.parametrize("name", FORMATS)
def test_a_reader_that_has_gone_ends_the_run_quietly(closed: int, name: str) -> None:
    arguments = ["check", "a.md", *FAST, "--output-format", name, "--output", "json:a.json"]
    code, _, err = newslint(*arguments, stdout=closed)
    assert (code, err) == (141, "")
    assert json.loads(Path("a.json").read_text(encoding="utf-8"))["summary"]["exit"] == 1


@pytest.mark.parametrize(
    "arguments, code",
    [
        (["check", "--nope", "--output-format", "json"], 2),
        (["check", "--select", "nope", "--output-format", "json"], 2),
        (["baseline", "show"], 2),
        (["rules"], 141),
        (["--help"], 141),
    ],
)
def test_what_stops_a_run_keeps_its_exit_code_though_nobody_reads(
    closed: int, arguments: list[str], code: int
) -> None:
    done, _, err = newslint(*arguments, stdout=closed)
    assert done == code
    assert "Traceback" not in err
    assert "Exception ignored" not in err
    assert newslint(*arguments, stdout=closed, stderr=closed)[0] == code


@full
@pytest.mark.parametrize("name", FORMATS)
def test_a_full_device_is_an_error_in_every_format(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    outputs = ["--output", f"{name}:/dev/full", "--output-format", "json"]
    assert main(["check", "a.md", *FAST, *outputs]) == 2
    because = json.loads(capsys.readouterr().out)["summary"]["because"]
    assert because == "/dev/full cannot be written: No space left on device"


def limited() -> None:
    import resource

    resource.setrlimit(resource.RLIMIT_FSIZE, (300, 300))


def test_a_disk_that_fills_up_leaves_the_old_files_whole(folder: Path) -> None:
    """Reports and baselines alike: the limit strikes in the middle of the file."""
    (folder / "old.sarif").write_text("old", encoding="utf-8")
    assert newslint("baseline", "create", *FAST)[0] == 0
    known = (folder / "newslint-baseline.json").read_bytes()
    files = left(folder)
    code, _, err = newslint(
        "check", "a.md", *FAST, "--output", "sarif:old.sarif", "-q", preexec_fn=limited
    )
    assert code == 2, err
    assert (folder / "old.sarif").read_text(encoding="utf-8") == "old"
    for number in range(9):
        (folder / f"b{number}.md").write_text(TEXT, encoding="utf-8")
    code, _, err = newslint("baseline", "update", "--grow", *FAST, preexec_fn=limited)
    assert code == 2
    assert "newslint-baseline.json cannot be written: File too large" in err
    assert (folder / "newslint-baseline.json").read_bytes() == known
    assert [name for name in left(folder) if not name.startswith("b")] == files


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 16 kB, where one may be mounted."""
    place = tmp_path / "disk"
    place.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=16k", "tmpfs", str(place)]
    try:
        mounted = subprocess.run(command, capture_output=True, check=False).returncode == 0
    except FileNotFoundError:
        mounted = False
    if not mounted:
        pytest.skip("no disk can be mounted here")
    yield place
    subprocess.run(["umount", str(place)], check=True)


def test_a_real_disk_that_is_full_leaves_the_old_report_whole(small_disk: Path) -> None:
    report = small_disk / "report.sarif"
    report.write_text("old", encoding="utf-8")
    (small_disk / "filler").write_bytes(b"x" * 8192)
    code, out, _ = newslint(
        "check", "a.md", "--output", f"sarif:{report}", "--output-format", "json"
    )
    assert code == 2
    assert json.loads(out)["summary"]["because"].endswith("No space left on device")
    assert report.read_text(encoding="utf-8") == "old"
    assert left(small_disk) == ["filler", "report.sarif"]


def until(process: subprocess.Popen[str], loaded: str) -> None:
    """Wait until a process has loaded a library whose path holds `loaded`."""
    maps = Path(f"/proc/{process.pid}/maps")
    for _ in range(6000):
        if process.poll() is not None or loaded in maps.read_text(encoding="utf-8"):
            return
        time.sleep(0.01)


@linux
@pytest.mark.slow
@pytest.mark.parametrize("loaded, wait", [("pydantic_core", 0), ("thinc", 0), ("thinc", 1.5)])
@pytest.mark.parametrize(
    "command",
    [
        ["check", "--output", "sarif:r.sarif", "--output", "junit:r.xml"],
        ["baseline", "update", "--grow"],
        ["fix"],
    ],
    ids=lambda command: str(command[0]),
)
def test_ctrl_c_ends_the_run_with_nothing_half_written(
    folder: Path, command: list[str], loaded: str, wait: float
) -> None:
    (folder / "newslint-baseline.json").write_text(
        '{\n"version": 1,\n"entries": []\n}\n', encoding="utf-8"
    )
    (folder / "r.sarif").write_text("old", encoding="utf-8")
    for number in range(40):
        (folder / f"{number}.md").write_text(LONG, encoding="utf-8")
    before = {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}
    with start(*command) as process:
        until(process, loaded)
        time.sleep(wait)
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=60)
    # Struck inside `exec`, Python ends by the signal itself: to a shell, that is 130 as well.
    assert process.returncode in {130, -signal.SIGINT}, err
    assert err.strip().endswith("newslint: interrupted")
    assert "Traceback" not in err
    assert {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()} == before


def test_two_runs_write_the_same_report_and_one_stays_whole(folder: Path) -> None:
    arguments = ["check", "a.md", *FAST, "--output", "sarif:r.sarif", "-q"]
    runs = [start(*arguments) for _ in range(2)]
    assert [run.wait(120) for run in runs] == [1, 1]
    for run in runs:
        run.communicate()
    log = json.loads((folder / "r.sarif").read_text(encoding="utf-8"))
    assert len(log["runs"][0]["results"]) == 1
    assert left(folder) == ["a.md", "r.sarif"]


def test_two_runs_change_the_same_baseline_and_nothing_is_lost(folder: Path) -> None:
    known = folder / "newslint-baseline.json"
    known.write_text('{"version": 1, "entries": []}', encoding="utf-8")
    for name in ("north", "south"):
        (folder / name).mkdir()
        for number in range(5):
            (folder / name / f"{number}.md").write_text(TEXT, encoding="utf-8")
    arguments = ["baseline", "update", "--grow", *FAST]
    runs = [start(*arguments, name) for name in ("north", "south")]
    for run in runs:
        run.communicate(timeout=120)
    assert [run.returncode for run in runs] == [0, 0]
    assert read(known).total == 10


def test_of_two_that_make_a_baseline_at_once_one_is_told_that_there_is_one(folder: Path) -> None:
    runs = [start("baseline", "create", *FAST) for _ in range(2)]
    said = [run.communicate(timeout=120)[1] for run in runs]
    assert sorted(run.returncode for run in runs) == [0, 2]
    assert sum("there is a baseline already" in err for err in said) == 1
    assert read(folder / "newslint-baseline.json").total == 1


@pytest.mark.parametrize(
    "arguments, message",
    [
        (["check", "pipe.md"], "pipe.md is not a regular file"),
        (["fix", "pipe.md"], "pipe.md is not a regular file"),
        (["sources", "pipe.md"], "pipe.md is not a regular file"),
        (["check", "a.md", "--output", "json:pipe.md"], "pipe.md cannot be written"),
        (["check", "a.md", "--config", "pipe.md"], "pipe.md: is not a regular file"),
        (["check", "a.md", "--baseline", "pipe.md"], "pipe.md is not a regular file"),
    ],
)
def test_a_pipe_at_whose_other_end_is_nobody_is_no_reason_to_wait(
    arguments: list[str], message: str
) -> None:
    os.mkfifo("pipe.md")
    code, out, err = newslint(*arguments, stdin=subprocess.DEVNULL)
    assert code == 2
    assert message in out + err


def test_a_pipe_in_a_folder_is_left_out_and_said() -> None:
    os.mkfifo("pipe.md")
    os.mkfifo(".gitignore")
    code, out, _ = newslint("check", *FAST, "--output-format", "concise")
    assert code == 1
    assert out == "a.md:1:1: error [grammar.doubled-word] “The” stands here twice: delete one.\n"


@pytest.mark.skipif(not Path("/dev/fd").exists(), reason="no /dev/fd")
def test_what_the_shell_has_opened_is_read() -> None:
    arguments = ["check", "/dev/stdin", *FAST, "--output-format", "concise"]
    with start(*arguments, stdin=subprocess.PIPE) as process:
        out, _ = process.communicate(TEXT, timeout=60)
    assert out.startswith("/dev/stdin:1:1: error")
