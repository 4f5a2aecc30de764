"""`newslint languagetool`, and `newslint check` with a server that is there, slow or gone."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from newslint.cli.main import main
from newslint.language.languagetool import install as installing
from tests.cli.conftest import Done
from tests.language.languagetool import fake
from tests.language.languagetool.conftest import _own_folders, fake_java, fake_server

__all__ = ["_own_folders", "fake_java", "fake_server"]

STORY = "# A quay\n\nThe mill is older then the town. They could of shut it. Their is a plan.\n"

Command = Callable[..., Done]


@pytest.fixture
def command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Command:
    """The command line, in a repository with one story."""
    folder = tmp_path / "site"
    (folder / ".git").mkdir(parents=True)
    (folder / "story.md").write_text(STORY)
    monkeypatch.chdir(folder)

    def run(*arguments: str, settings: str | None = None) -> Done:
        if settings is not None:
            (folder / "newslint.toml").write_text(f"[languagetool]\n{settings}\n")
        code = main(arguments)
        captured = capsys.readouterr()
        return Done(code, captured.out, captured.err)

    return run


def engines(done: Done) -> dict[str, str]:
    """Return the words found, and the engine that found them."""
    (file,) = json.loads(done.out)["files"]
    return {f["excerpt"]: f["engine"] for f in file["findings"]}


# What newslint's own rules see as well would be reported as theirs.
CHECK = (
    "check",
    "story.md",
    "--select",
    "grammar",
    "--output-format",
    "json",
    "--ignore",
    "grammar.broken-pair,grammar.confused-word,grammar.wrong-word",
)


@pytest.mark.model
def test_both_engines_make_one_clean_set(command: Command, fake_server: fake.Fake) -> None:
    done = command(*CHECK, settings=f'url = "{fake_server.url}"')
    assert engines(done) == {"then": "harper", "of": "languagetool", "Their": "languagetool"}
    assert json.loads(done.out)["notices"] == []


@pytest.mark.model
def test_a_server_that_stalls_costs_its_time_once_and_the_rest_goes_on(
    command: Command, fake_server: fake.Fake
) -> None:
    fake_server.manner = "stall"
    done = command(*CHECK, "--strict", settings=f'url = "{fake_server.url}"\ntimeout = 1')
    assert engines(done) == {"then": "harper"}
    (notice,) = json.loads(done.out)["notices"]
    assert notice["kind"] == "unavailable"
    assert "did not answer within 1 second; run without it: grammar.engine" in notice["message"]
    assert done.code == 2


@pytest.mark.model
def test_a_server_that_dies_between_files_is_one_notice(
    command: Command, fake_server: fake.Fake
) -> None:
    for number in range(40):  # three batches of files
        Path(f"story-{number}.md").write_text(
            f"The mill is older then the town. Their is a plan {number}.\n"
        )
    asked: list[str] = fake_server.asked

    def kill() -> None:
        while len(asked) < 2:
            threading.Event().wait(0.01)
        fake_server.manner = "break"

    threading.Thread(target=kill).start()
    settings = f'url = "{fake_server.url}"'
    done = command("check", ".", *CHECK[2:], settings=settings)
    (notice,) = [n for n in json.loads(done.out)["notices"] if n["kind"] == "unavailable"]
    assert "broke off in the middle" in notice["message"]
    assert done.code == 0
    found = [f for file in json.loads(done.out)["files"] for f in file["findings"]]
    assert {"harper", "languagetool"} == {f["engine"] for f in found}


@pytest.mark.model
def test_a_local_server_serves_a_run_and_ends_with_it(command: Command, fake_java: Path) -> None:
    done = command(*CHECK, settings=f'local = true\nfolder = "{fake_java}"')
    assert "languagetool" in engines(done).values()
    assert "running:    no" in command("languagetool", "status").out


@pytest.mark.model
def test_a_server_that_is_not_installed_is_said_and_nothing_is_fetched(command: Command) -> None:
    done = command(*CHECK, "--strict", settings="local = true")
    (notice,) = json.loads(done.out)["notices"]
    assert "there is no LanguageTool in" in notice["message"]
    assert "newslint languagetool install" in notice["message"]
    assert done.code == 2


def test_another_machine_is_refused_before_anything_is_read(command: Command) -> None:
    done = command("check", "story.md", settings='url = "http://192.0.2.1:8081"')
    assert done.code == 2
    assert "allow-remote = true" in done.err


def test_start_status_and_stop(command: Command, fake_java: Path) -> None:
    settings = f'local = true\nfolder = "{fake_java}"'
    started = command("languagetool", "start", "--minutes", "2", settings=settings)
    assert "LanguageTool 6.7 is ready at http://127.0.0.1:" in started.out
    shown = command("languagetool", "status").out
    assert "in use by 0 runs, stops after 2 minutes without use" in shown
    assert "Java:       17" in shown
    assert "has stopped" in command("languagetool", "stop").out
    assert "no LanguageTool was running" in command("languagetool", "stop").out


def test_status_tells_whether_a_configured_server_answers(
    command: Command, fake_server: fake.Fake
) -> None:
    good = command("languagetool", "status", settings=f'url = "{fake_server.url}"')
    assert good.code == 0
    assert f"configured: {fake_server.url} (LanguageTool 6.7)" in good.out
    bad = command("languagetool", "status", settings='url = "http://localhost:9"')
    assert bad.code == 1
    assert "(is not running)" in bad.out
    assert "configured: no" in command("languagetool", "status", settings="").out


def test_install_says_from_where_and_how_much_and_asks(
    command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def never(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr(installing, "install", never)
    monkeypatch.setattr("click.confirm", lambda *_, **__: False)
    done = command("languagetool", "install", "--to", str(tmp_path / "there"))
    assert done.code == 1
    assert "LanguageTool 6.7 with English: 120 files, 81 MB" in done.out
    assert "from  Maven Central" in done.out
    assert f"to    {tmp_path / 'there'}" in done.out
    assert "nothing was installed" in done.out


def test_install_from_a_folder_refuses_what_it_does_not_know(
    command: Command, tmp_path: Path
) -> None:
    done = command("languagetool", "install", "--yes", "--from", str(tmp_path))
    assert done.code == 2
    assert "is missing" in done.err
