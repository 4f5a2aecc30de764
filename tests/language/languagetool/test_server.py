"""One server for all runs of a user, and none when the last of them has gone."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from newslint.errors import Unavailable
from newslint.language.languagetool import note, server
from newslint.language.languagetool.engine import LanguageTool
from newslint.language.languagetool.folders import runtime_folder
from newslint.language.languagetool.jvm import TiedProcess
from newslint.language.languagetool.server import LocalServer
from tests.conftest import ROOT
from tests.language.languagetool.conftest import put_java
from tests.language.languagetool.processes import RUN, gone, is_alive, serving_from, soon
from tests.language.languagetool.test_engine import request

Run = Callable[..., tuple[subprocess.Popen[str], int]]


@pytest.fixture
def run(fake_java: Path) -> Iterator[Run]:
    """Start runs of newslint that hold a server; give each with the server's number."""
    started: list[subprocess.Popen[str]] = []

    def begin(*options: str) -> tuple[subprocess.Popen[str], int]:
        process = subprocess.Popen(
            [sys.executable, "-c", RUN, str(fake_java), *options],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        started.append(process)
        assert process.stdout is not None
        return process, int(process.stdout.readline())

    yield begin
    for process in started:
        process.kill()
        process.communicate()


def keeper() -> int:
    found = note.read(runtime_folder())
    assert found is not None
    return found.pid


def test_a_server_is_started_asked_and_ended(fake_java: Path) -> None:
    local = LocalServer(fake_java)
    ((issue,),) = LanguageTool(local.address, timeout=5).lint([request("It is a apple.")])
    assert issue.engine_rule == "EN_A_VS_AN"
    pid = local.running().pid
    assert local.address().is_loopback
    local.close()
    assert gone(pid)
    assert server.running() is None


def test_runs_share_one_server_that_ends_with_the_last(run: Run) -> None:
    first, pid = run()
    second, same = run()
    assert pid == same
    first.communicate("")
    assert is_alive(pid)
    second.communicate("")
    assert gone(pid)


@pytest.mark.parametrize("way", ["kernel", "guard"])
def test_the_server_dies_with_a_run_that_is_killed(run: Run, way: str) -> None:
    process, pid = run(way)
    process.kill()
    assert gone(pid)


@pytest.mark.parametrize("way", ["kernel", "guard"])
def test_the_server_dies_with_its_keeper(run: Run, way: str) -> None:
    if way == "kernel" and sys.platform != "linux":
        pytest.skip("only Linux ties a child to its parent")
    _, pid = run(way)
    os.kill(keeper(), signal.SIGKILL)
    assert gone(pid)


def test_nothing_is_left_when_runs_are_killed_as_they_start(fake_java: Path) -> None:
    for _ in range(6):
        process = subprocess.Popen(
            [sys.executable, "-c", RUN, str(fake_java)],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
        )
        assert soon(lambda: any("-m" in line.split() for line in serving_from(fake_java)))
        process.kill()
        process.communicate()
    assert soon(lambda: serving_from(fake_java) == [], 20)


def test_a_server_that_dies_in_mid_run_is_one_clear_word(fake_java: Path) -> None:
    local = LocalServer(fake_java)
    engine = LanguageTool(local.address, timeout=5)
    assert engine.lint([request("Words.")]) == [()]
    os.kill(local.running().pid, signal.SIGKILL)
    assert soon(lambda: server.running() is None)
    with pytest.raises(Unavailable, match=r"has ended in mid-run|is not running"):
        engine.lint([request("More words.")])
    local.close()


def test_a_server_started_by_hand_stays_until_it_is_stopped(fake_java: Path) -> None:
    started = LocalServer(fake_java).stay(60)
    local = LocalServer(fake_java)
    assert local.running().pid == started.pid
    local.close()
    found = server.running()
    assert found is not None
    assert (found.pid, found.stays, found.version) == (started.pid, 60, "6.7")
    assert server.stop()
    assert gone(started.pid)
    assert not server.stop()


def test_a_server_started_by_hand_goes_when_nobody_uses_it(fake_java: Path) -> None:
    assert gone(LocalServer(fake_java).stay(1).pid)


def test_the_note_is_for_the_user_alone(fake_java: Path) -> None:
    LocalServer(fake_java).stay(60)
    folder = runtime_folder()
    assert folder.stat().st_mode & 0o777 == 0o700
    assert (folder / "server.json").stat().st_mode & 0o777 == 0o600


def test_a_stranger_is_not_obeyed(fake_java: Path) -> None:
    pid = LocalServer(fake_java).stay(60).pid
    found = note.read(runtime_folder())
    assert found is not None
    folder = runtime_folder()
    note.write(folder, note.Note(found.port, "guess", found.pid, found.folder))
    assert not server.stop()
    note.write(folder, found)
    assert is_alive(pid)


def test_another_folder_is_not_confused_with_the_one_that_runs(
    fake_java: Path, tmp_path: Path
) -> None:
    LocalServer(fake_java).stay(60)
    with pytest.raises(Unavailable, match="another LanguageTool is running") as caught:
        LocalServer(tmp_path / "other").address()
    assert caught.value.hint == "stop it with: newslint languagetool stop"


def test_a_server_that_is_not_installed_says_how_to_get_it(tmp_path: Path) -> None:
    with pytest.raises(Unavailable, match="there is no LanguageTool in") as caught:
        LocalServer(tmp_path).address()
    assert caught.value.hint == "install it with: newslint languagetool install"


def test_an_old_java_is_named(fake_java: Path, tmp_path: Path) -> None:
    put_java(tmp_path / "bin", "11.0.2")
    with pytest.raises(Unavailable, match=r"needs Java 17 or later, and .* is Java 11"):
        LocalServer(fake_java).address()


@pytest.mark.parametrize(("version", "major"), [("1.8.0_402", "8"), ("9", "9"), ("16.0.2", "16")])
def test_java_versions_are_read_in_both_spellings(
    fake_java: Path, tmp_path: Path, version: str, major: str
) -> None:
    put_java(tmp_path / "bin", version)
    with pytest.raises(Unavailable, match=f"is Java {major}$"):
        LocalServer(fake_java).address()


def test_java_home_comes_first(
    fake_java: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "home").mkdir()
    put_java(tmp_path / "home" / "bin", "8")
    monkeypatch.setenv("JAVA_HOME", str(tmp_path / "home"))
    with pytest.raises(Unavailable, match="is Java 8"):
        LocalServer(fake_java).address()


def test_no_java_is_named(fake_java: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(Unavailable, match="needs Java, and there is none") as caught:
        LocalServer(fake_java).address()
    assert "JAVA_HOME" in caught.value.hint


@pytest.mark.parametrize(
    ("words", "meaning"),
    [
        ("java.lang.UnsupportedClassVersionError: x", "this Java is too old for it"),
        ("Error: ClassNotFoundException", "holds no LanguageTool server"),
        ("anything", "Java ended"),
    ],
)
def test_a_server_that_ends_at_once_says_why(
    fake_java: Path, tmp_path: Path, words: str, meaning: str
) -> None:
    java = tmp_path / "bin" / "java"
    text = java.read_text().split("exec")[0]
    java.write_text(f"{text}echo '{words}' >&2\nexit 1\n")
    with pytest.raises(Unavailable, match=f"cannot be started: .*{meaning}"):
        LocalServer(fake_java).address()


@pytest.mark.skipif(os.name == "nt", reason="the program that ends is a shell script")
def test_the_last_words_of_a_server_are_heard_though_its_end_is_seen_first() -> None:
    late = "(sleep 0.3; echo java.lang.OutOfMemoryError) & exit 1"
    process = TiedProcess(["/bin/sh", "-c", late], guarded=False)
    assert soon(lambda: not process.is_alive)
    assert "OutOfMemoryError" in process.last_words
    process.end()
