"""`make` on a machine that lacks something: it says what, and what to do."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
TOOLS = ("cat", "cksum", "dirname", "grep", "rm", "sh")

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the scripts are for a POSIX shell")


class Machine:
    """A checkout with only the scripts in it, and a PATH with only what is put there."""

    def __init__(self, folder: Path) -> None:
        self.bin = folder / "bin"
        self.bin.mkdir()
        for tool in TOOLS:
            found = shutil.which(tool)
            assert found
            (self.bin / tool).symlink_to(found)
        self.tree = folder / "a tree"
        shutil.copytree(ROOT / "scripts", self.tree / "scripts")
        for name in ("pyproject.toml", "constraints.txt"):
            shutil.copy(ROOT / name, self.tree)

    def put(self, name: str, script: str) -> None:
        """Put a command on the PATH."""
        (self.bin / name).write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        (self.bin / name).chmod(0o755)

    def run(self, script: str, **environment: str) -> subprocess.CompletedProcess[str]:
        """Run one of the scripts there."""
        return subprocess.run(
            ["sh", f"scripts/{script}"],
            cwd=self.tree,
            env={"PATH": str(self.bin), **environment},
            capture_output=True,
            text=True,
            check=False,
        )


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


OLD = 'case "$*" in *"import ensurepip"*) exit 1 ;; *) echo 3.9 ;; esac'
DEAD_SHIM = "echo 'no such version is installed' >&2; exit 127"
BARE = """case "$*" in
*SystemExit*) echo "bare $0" ;;
*"%d.%d"*) echo 3.12 ;;
*) exit 1 ;;
esac"""


class TestFindPython:
    """Which Python is taken."""

    @pytest.mark.parametrize("name", ["python", "python3", "python3.11", "python3.15"])
    def test_any_of_the_usual_names_will_do(self, machine: Machine, name: str) -> None:
        machine.put(name, f'exec "{sys.executable}" "$@"')
        assert machine.run("find-python").stdout.strip() == sys.executable

    def test_a_shim_with_nothing_behind_it_is_passed_over(self, machine: Machine) -> None:
        machine.put("python3.14", DEAD_SHIM)
        machine.put("python3", f'exec "{sys.executable}" "$@"')
        assert machine.run("find-python").stdout.strip() == sys.executable

    def test_one_without_ensurepip_is_the_last_choice(self, machine: Machine) -> None:
        machine.put("python3.15", BARE)
        assert machine.run("find-python").stdout.strip() == str(machine.bin / "python3.15")
        machine.put("python3", f'exec "{sys.executable}" "$@"')
        assert machine.run("find-python").stdout.strip() == sys.executable

    def test_the_user_may_choose(self, machine: Machine) -> None:
        machine.put("python3", DEAD_SHIM)
        found = machine.run("find-python", PYTHON=sys.executable)
        assert found.stdout.strip() == sys.executable

    def test_an_old_python_is_named(self, machine: Machine) -> None:
        machine.put("python3", OLD)
        done = machine.run("find-python")
        assert done.returncode == 1
        assert "newslint needs Python 3.11" in done.stderr
        assert "python3 is Python 3.9" in done.stderr

    def test_no_python_at_all(self, machine: Machine) -> None:
        done = machine.run("find-python")
        assert (done.returncode, done.stdout) == (1, "")
        assert "apt install python3" in done.stderr


class TestSetup:
    """What is done about an environment that cannot be made."""

    def test_without_a_python_it_stops(self, machine: Machine) -> None:
        done = machine.run("setup")
        assert done.returncode == 1
        assert "none is on the PATH" in done.stderr
        assert not (machine.tree / ".venv").exists()

    def test_without_ensurepip_it_says_which_package_to_install(self, machine: Machine) -> None:
        machine.put("python3", BARE)
        done = machine.run("setup")
        assert done.returncode == 1
        assert "apt install python3.12-venv" in done.stderr

    def test_without_ensurepip_it_falls_back_to_virtualenv(self, machine: Machine) -> None:
        machine.put("python3", BARE)
        machine.put("virtualenv", 'echo "asked for: $*" >&2; exit 3')
        done = machine.run("setup")
        assert f"asked for: -q -p {machine.bin}/python3 .venv" in done.stderr

    @pytest.mark.slow
    def test_without_an_index_it_says_so_and_a_half_made_environment_is_mended(
        self, machine: Machine
    ) -> None:
        machine.put("python3", f'exec "{sys.executable}" "$@"')
        (machine.tree / ".venv" / "bin").mkdir(parents=True)
        (machine.tree / ".venv" / "bin" / "python").symlink_to("nowhere")
        done = machine.run("setup", PIP_NO_INDEX="1")
        assert done.returncode == 1
        assert "The installation failed" in done.stderr
        assert "check the network" in done.stderr
        assert list((machine.tree / ".venv").glob("*.stamp")) == []
        assert (machine.tree / ".venv" / "bin" / "python").exists()

    @pytest.mark.slow
    def test_an_environment_that_was_moved_is_made_anew(self, machine: Machine) -> None:
        machine.put("python3", f'exec "{sys.executable}" "$@"')
        assert "Making .venv" in machine.run("setup", PIP_NO_INDEX="1").stderr
        assert "Making .venv" not in machine.run("setup", PIP_NO_INDEX="1").stderr
        machine.tree = machine.tree.rename(machine.tree.with_name("elsewhere"))
        assert "Making .venv" in machine.run("setup", PIP_NO_INDEX="1").stderr
