"""The real LanguageTool, put together by the script and started for real."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from language_tool_python.download_lt import LocalLanguageTool

from newslint.language.languagetool.engine import LanguageTool
from newslint.language.languagetool.install import version
from newslint.language.languagetool.server import HEAP_MEGABYTES, LocalServer
from tests.conftest import ROOT
from tests.language.languagetool.processes import RUN, gone, serving_from, soon
from tests.language.languagetool.test_engine import request

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def local(
    real_languagetool: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[LocalServer]:
    """One server for the tests of this file, noted where no other test looks."""
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("XDG_RUNTIME_DIR", raising=False)
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("real")))
        found = LocalServer(real_languagetool)
        found.running()
    yield found
    found.close()


def test_the_library_accepts_the_folder(
    real_languagetool: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LTP_PATH", str(real_languagetool.parent))
    monkeypatch.setenv("LTP_JAR_DIR_PATH", str(real_languagetool))
    found = LocalLanguageTool.from_path(real_languagetool)
    found.download()  # which is nothing: the folder is there
    assert str(real_languagetool / "languagetool-server.jar") in found.get_server_cmd(8081)


def test_slips_are_found_at_their_places(local: LocalServer) -> None:
    texts = [
        "😀 They could of sailed, 👩‍👩‍👧 the owner says.",
        "It is a honest 𝒜nswer, and their is no other.\nThe pier are shut.",
        "The crew are home by noon.",
    ]
    found = LanguageTool(local.address).lint([request(t, 100 * i) for i, t in enumerate(texts)])
    placed = [
        [(i.engine_rule, i.span.shifted(-100 * n).cut(texts[n])) for i in issues]
        for n, issues in enumerate(found)
    ]
    assert ("COULD_OF", "of") in placed[0]
    assert ("EN_A_VS_AN", "a") in placed[1]
    assert ("THEIR_IS", "their") in placed[1]
    assert placed[2] == []


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_places_after_a_line_end_are_right(local: LocalServer, end: str) -> None:
    text = f"The pier is shut.{end}It is a honest man 😀.{end}It is a hour."
    ((*issues,),) = LanguageTool(local.address).lint([request(text)])
    assert [text[i.span.start - 3 : i.span.end] for i in issues] == ["is a", "is a"]


def test_style_and_spelling_are_left_alone(local: LocalServer) -> None:
    text = "Jaroslav Qvist, of Ängelholm, will utilise all of the subject matter experts."
    assert LanguageTool(local.address).lint([request(text)]) == [()]


def test_the_server_has_the_version_and_the_memory_it_is_given(local: LocalServer) -> None:
    found = local.running()
    assert found.version == version()
    command = " ".join(serving_from(local.folder))
    assert f"-Xmx{HEAP_MEGABYTES}m" in command


def test_no_java_is_left_behind_when_half_the_runs_are_killed(real_languagetool: Path) -> None:
    already = len(serving_from(real_languagetool))
    for number in range(6):
        process = subprocess.Popen(
            [sys.executable, "-c", RUN, str(real_languagetool)],
            cwd=ROOT,
            env=dict(os.environ),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert process.stdout is not None
        pid = int(process.stdout.readline())
        if number % 2:
            process.kill()
        process.communicate("")
        assert gone(pid)
    assert soon(lambda: len(serving_from(real_languagetool)) == already)
