"""A fake server, a fake Java, and the real thing where it can be had."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from newslint.language.languagetool import server
from newslint.language.languagetool.folders import SERVER_JAR
from newslint.language.languagetool.install import version
from tests.conftest import ROOT, missing
from tests.language.languagetool import fake

_JAVA = """#!/bin/sh
if [ "$1" = -version ]; then
    echo 'openjdk version "{version}" 2025-04-15' >&2
    exit 0
fi
exec '{python}' '{fake}' "$@"
"""


@pytest.fixture(autouse=True)
def _own_folders(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    """Keep the user's server and proxies out of the tests, and the tests' server to one."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    for name in ("XDG_RUNTIME_DIR", "JAVA_HOME", "HTTP_PROXY", "http_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    yield
    server.stop()


@pytest.fixture
def fake_server() -> Iterator[fake.Fake]:
    with fake.running() as found:
        yield found


def put_java(folder: Path, version: str = "17.0.15") -> None:
    """Put a `java` into a folder that serves the fake."""
    folder.mkdir(exist_ok=True)
    program = folder / "java"
    program.write_text(_JAVA.format(version=version, python=sys.executable, fake=fake.__file__))
    program.chmod(0o755)


@pytest.fixture
def fake_java(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """The folder of an installed server, whose `java` is the fake."""
    if os.name == "nt":
        pytest.skip("the stand-in for Java is a shell script")
    put_java(tmp_path / "bin")
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}{os.pathsep}{os.environ['PATH']}")
    folder = tmp_path / "LanguageTool-6.7"
    folder.mkdir()
    (folder / SERVER_JAR).write_bytes(b"")
    return folder


@pytest.fixture(scope="session")
def real_languagetool(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real server, put together by the script; NEWSLINT_LANGUAGETOOL names one at hand."""
    for program, what in (("java", "Java"), ("mvn", "Maven")):
        if shutil.which(program) is None:
            pytest.skip(f"{what} is not installed, so there is no LanguageTool to ask")
    at_hand = os.environ.get("NEWSLINT_LANGUAGETOOL")
    if at_hand:
        return Path(at_hand)
    folder = tmp_path_factory.mktemp("languagetool") / f"LanguageTool-{version()}"
    done = subprocess.run(
        [ROOT / "scripts" / "fetch-languagetool", folder],
        env={**os.environ, "NEWSLINT": str(Path(sys.executable).with_name("newslint"))},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        missing(f"Maven cannot fetch LanguageTool: {done.stderr}")
    return folder
