"""What pyproject.toml says is installed is what there is."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent.parent
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PINS = [
    Requirement(line)
    for line in (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


def packages_in_the_tree() -> set[str]:
    """Return every folder with Python in it, by the name it is imported under."""
    found = {
        ".".join(file.parent.relative_to(ROOT).parts) for file in (ROOT / "newslint").rglob("*.py")
    }
    return found | {"newslint_rules"}


def test_every_package_is_listed_and_every_listed_package_exists() -> None:
    listed = PROJECT["tool"]["setuptools"]["packages"]
    assert set(listed) == packages_in_the_tree()
    assert len(listed) == len(set(listed))


def test_every_folder_with_code_is_a_package() -> None:
    folders = {file.parent for file in (ROOT / "newslint").rglob("*.py")}
    assert [f.name for f in folders if not (f / "__init__.py").exists()] == []


def test_the_version_is_the_same_everywhere() -> None:
    import newslint

    assert PROJECT["project"]["version"] == newslint.__version__
    changes = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert re.search(rf"^## \[?{re.escape(newslint.__version__)}\b", changes, re.MULTILINE)


def wanted() -> list[Requirement]:
    """Return what the project, and those who work on it, depend on directly."""
    project = PROJECT["project"]["dependencies"]
    return [Requirement(line) for line in [*project, *PROJECT["dependency-groups"]["dev"]]]


@pytest.mark.parametrize("requirement", wanted(), ids=lambda r: r.name)
def test_every_dependency_is_pinned_within_its_bounds(requirement: Requirement) -> None:
    name = canonicalize_name(requirement.name)
    pins = [pin for pin in PINS if canonicalize_name(pin.name) == name]
    assert pins, f"{name} is not in constraints.txt"
    for pin in pins:
        version = str(pin.specifier).removeprefix("==")
        assert requirement.specifier.contains(version, prereleases=True)


def test_a_pin_is_a_version_and_no_address() -> None:
    for pin in PINS:
        assert pin.url is None
        assert [s.operator for s in pin.specifier] == ["=="]


def test_every_dependency_says_what_it_is_for() -> None:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    for requirement in wanted():
        line = next(line for line in text.splitlines() if line.startswith(f'  "{requirement.name}'))
        assert re.search(r",\s+# \S", line), line
