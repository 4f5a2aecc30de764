"""Runs of newslint and of the bare language model, as commands to measure."""

from __future__ import annotations

import compileall
import sys
from collections.abc import Sequence
from pathlib import Path

from benchmarks.measuring import Command

ROOT = Path(__file__).resolve().parent.parent
#: The folder of all figures that the pages show.
RESULTS = ROOT / "benchmarks" / "results"

#: The rules that are written as patterns: none of them needs the language model.
PATTERNS = tuple(
    sorted(
        f"{file.parent.name}.{file.stem}"
        for file in ROOT.glob("rules/*/*.yml")
        if file.parent.name not in ("profiles", "houses")
    )
)

_NEWSLINT = [sys.executable, "-m", "newslint", "check", "--quiet", "--output-format", "jsonl"]
#: Exit codes of newslint that mean that it has read everything.
_READ = frozenset({0, 1})


def compile_newslint() -> None:
    """Write the bytecode of newslint, as installing it does; the other tools are installed.

    Without it, every start compiles every module where Python may not write bytecode.
    """
    for folder in ("newslint", "rules", "benchmarks"):
        compileall.compile_dir(ROOT / folder, quiet=1)


def newslint(
    name: str,
    files: Sequence[Path],
    *options: str,
    cache: Path | None = None,
    jobs: int = 1,
) -> Command:
    """Return a run of newslint; without `cache` nothing is kept."""
    environment = {"PYTHONPATH": str(ROOT)}
    if cache is not None:
        environment["XDG_CACHE_HOME"] = str(cache)
    kept = ["--no-cache"] if cache is None else []
    command = [*_NEWSLINT, "--jobs", str(jobs), *kept, *options, *map(str, files)]
    return Command(name, command, _READ, environment)


def patterns(name: str, files: Sequence[Path]) -> Command:
    """Return a run of the rules that are patterns; nothing is kept."""
    return newslint(name, files, "--select", ",".join(PATTERNS))


def bare(name: str, files: Sequence[Path], *options: str) -> Command:
    """Return a run of the language model alone."""
    command = [sys.executable, "-m", "benchmarks.bare", *options, *map(str, files)]
    return Command(name, command, frozenset({0}), {"PYTHONPATH": str(ROOT)})
