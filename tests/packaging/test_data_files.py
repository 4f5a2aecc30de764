"""Rules, vocabularies and profiles travel with the package, however it is installed."""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
import zipfile
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent


def data_in(tree: Path) -> set[str]:
    """Return the data files of the sources in `tree`, by their path once installed."""
    code = {str(f.relative_to(tree)) for f in (tree / "newslint").rglob("*.yml")}
    rules = {
        f"newslint_rules/{f.relative_to(tree / 'rules')}" for f in (tree / "rules").rglob("*.yml")
    }
    return {name.replace(os.sep, "/") for name in code | rules} | {"newslint/py.typed"}


def installed(package: Traversable, path: str) -> set[str]:
    """Return the data files below an importable package."""
    found: set[str] = set()
    for entry in package.iterdir():
        name = f"{path}/{entry.name}"
        if entry.is_dir():
            found |= installed(entry, name)
        elif entry.name.endswith(".yml") or entry.name == "py.typed":
            found.add(name)
    return found


def test_the_installed_package_holds_the_data_of_the_tree() -> None:
    here = installed(files("newslint"), "newslint")
    there = installed(files("newslint_rules"), "newslint_rules")
    assert here | there == data_in(ROOT)


@pytest.fixture(scope="module")
def built(snapshot: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sdist, and the wheel that was built from that sdist."""
    folder = tmp_path_factory.mktemp("dist")
    done = subprocess.run(
        [sys.executable, "-m", "build", "--no-isolation", "--outdir", folder, snapshot],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


@pytest.mark.slow
def test_the_wheel_holds_all_data_and_nothing_but_the_package(built: Path, snapshot: Path) -> None:
    (wheel,) = built.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    assert data_in(snapshot) - names == set()
    assert {name.split("/")[0].partition("-")[0] for name in names} == {
        "newslint",
        "newslint_rules",
    }
    assert any(name.endswith(".dist-info/licenses/LICENSE") for name in names)


@pytest.mark.slow
def test_the_source_distribution_holds_all_data(built: Path, snapshot: Path) -> None:
    (sdist,) = built.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    sources = {name.replace("newslint_rules/", "rules/", 1) for name in data_in(snapshot)}
    assert sources - names == set()


@pytest.mark.slow
@pytest.mark.model
def test_the_wheel_works_without_the_tree(built: Path, tmp_path: Path) -> None:
    (wheel,) = built.glob("*.whl")
    target = tmp_path / "site"
    subprocess.run(
        [sys.executable, "-m", "pip", "install", "-q", "--no-deps", "--target", target, wheel],
        check=True,
    )
    empty = tmp_path / "empty"
    empty.mkdir()
    code = (
        "import newslint, newslint_rules\n"
        "print(newslint.__file__, newslint_rules.__file__, sep='\\n')\n"
        "from newslint.cli.main import main\n"
        "main(['rules', '--output-format', 'json'])\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=empty,
        env={**os.environ, "PYTHONPATH": str(target)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    first, second, *rules = done.stdout.splitlines()
    assert first.startswith(str(target))
    assert second.startswith(str(target))
    assert '"quotes.unattributed-quote"' in "".join(rules)
