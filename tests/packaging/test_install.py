"""A plain `pip install`, with no constraints file, gives a newslint that works offline."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

# Stands before everything else on the path of the newslint under test.
NO_NETWORK = """
import socket


def refuse(*args, **kwargs):
    raise OSError("this test allows no network")


socket.socket.connect = socket.getaddrinfo = refuse
"""


@pytest.fixture(scope="module")
def program(snapshot: Path, package_index: None, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The command `newslint`, installed from the tree into a fresh environment."""
    folder = tmp_path_factory.mktemp("fresh") / "venv"
    subprocess.run([sys.executable, "-m", "venv", folder], check=True)
    scripts = folder / ("Scripts" if os.name == "nt" else "bin")
    done = subprocess.run(
        [scripts / "python", "-m", "pip", "install", "-q", snapshot],
        env={k: v for k, v in os.environ.items() if k not in ("PIP_CONSTRAINT", "PYTHONPATH")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return scripts / "newslint"


def run(program: Path, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the installed newslint in `folder`, where no connection can be made."""
    guard = folder.parent / "guard"
    guard.mkdir(exist_ok=True)
    (guard / "sitecustomize.py").write_text(NO_NETWORK, encoding="utf-8")
    proxy = "http://127.0.0.1:9"
    environment = {
        **os.environ,
        "PYTHONPATH": str(guard),
        "HTTP_PROXY": proxy,
        "HTTPS_PROXY": proxy,
    }
    return subprocess.run(
        [program, *arguments],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    folder = tmp_path / "empty"
    folder.mkdir()
    return folder


def test_it_tells_its_version(program: Path, empty: Path) -> None:
    import newslint

    done = run(program, empty, "--version")
    assert (done.returncode, newslint.__version__ in done.stdout) == (0, True), done.stderr


def test_it_finds_a_quotation_without_a_speaker(program: Path, empty: Path) -> None:
    story = 'The hall fell silent.\n\n"We are finished with this town."\n\nNobody left.\n'
    (empty / "story.md").write_text(story, encoding="utf-8")
    done = run(program, empty, "check", "--output-format", "concise", "story.md")
    assert "story.md:3:1: warning" in done.stdout, done.stdout + done.stderr
    assert "quotes.unattributed-quote" in done.stdout
    assert done.returncode == 0
    strict = run(program, empty, "check", "--fail-on", "warning", "story.md")
    assert strict.returncode == 1


def test_it_passes_an_innocent_article(program: Path, empty: Path) -> None:
    (empty / "story.md").write_text("The library opens at nine.\n", encoding="utf-8")
    done = run(program, empty, "check", "story.md")
    assert done.returncode == 0, done.stdout + done.stderr
