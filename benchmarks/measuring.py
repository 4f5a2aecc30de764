"""Running commands side by side, and what they cost.

Only ratios of runs that took turns mean something on a machine that does other things too.
"""

from __future__ import annotations

import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from newslint import __version__

#: Bytes in the unit of memory in which the system reports a process.
_UNIT = 1 if sys.platform == "darwin" else 1024
#: One thread each: several would be several processors, which is no speed of the tool.
_ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "RAYON_NUM_THREADS": "1"}


@dataclass(frozen=True, slots=True)
class Command:
    """Something to run. `codes` are the exit codes that mean that it did its work."""

    name: str
    arguments: Sequence[str | Path]
    codes: frozenset[int] = frozenset({0, 1})
    environment: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Cost:
    """CPU time and time by the clock in seconds, peak memory in bytes."""

    cpu: float
    wall: float
    memory: int


class DidNotRunError(RuntimeError):
    """A command ended in a way that makes its cost meaningless."""


def circumstances() -> dict[str, str]:
    """Return what figures depend on besides what was measured: the day, versions, the system."""
    return {
        "date": time.strftime("%Y-%m-%d", time.gmtime()),
        "newslint": __version__,
        "python": platform.python_version(),
        "system": f"{platform.system()} {platform.machine()}",
    }


def cost(command: Command, folder: Path) -> Cost:
    """Run a command in `folder` and return what it and the processes it waited for cost.

    Raises:
        DidNotRunError: if it could not be started, or did not do its work.
    """
    with tempfile.TemporaryFile() as errors:
        begun = time.perf_counter()
        try:
            process = subprocess.Popen(
                [str(argument) for argument in command.arguments],
                cwd=folder,
                env={**os.environ, **_ONE_THREAD, **command.environment},
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=errors,
            )
        except OSError as error:
            raise DidNotRunError(f"{command.name}: {error.strerror}") from None
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - begun
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode not in command.codes:
            errors.seek(0)
            said = errors.read()[-300:].decode("utf-8", "replace").strip()
            raise DidNotRunError(f"{command.name} ended with {process.returncode}: {said}")
    return Cost(used.ru_utime + used.ru_stime, wall, used.ru_maxrss * _UNIT)


def side_by_side(
    commands: Sequence[Command], folder: Path, repeats: int
) -> tuple[dict[str, list[Cost]], list[str]]:
    """Run the commands in turn, `repeats` times; return their costs, and what did not run.

    A first round of every command, which fills the caches of the disk, is not counted if
    there is more than one.
    """
    costs: dict[str, list[Cost]] = {command.name: [] for command in commands}
    trouble: dict[str, str] = {}
    for number in range(repeats + (repeats > 1)):
        for command in commands:
            if command.name in trouble:
                continue
            try:
                used = cost(command, folder)
            except DidNotRunError as error:
                trouble[command.name] = str(error)
                costs.pop(command.name)
                continue
            if number or repeats == 1:
                costs[command.name].append(used)
    return costs, list(trouble.values())


def summary(costs: Mapping[str, Sequence[Cost]], reference: str) -> dict[str, dict[str, object]]:
    """Return medians for each command, and its CPU time as a ratio to the reference.

    The ratio is the median over the rounds, with the lowest and the highest: each run is
    compared with that of the reference in the same round.
    """
    base = costs.get(reference, ())
    found: dict[str, dict[str, object]] = {}
    for name, runs in costs.items():
        row: dict[str, object] = {
            "cpu": round(statistics.median(c.cpu for c in runs), 3),
            "wall": round(statistics.median(c.wall for c in runs), 3),
            "mib": round(max(c.memory for c in runs) / 2**20),
        }
        if base:
            row["ratio"] = spread([c.cpu / b.cpu for c, b in zip(runs, base, strict=True)])
        found[name] = row
    return found


def spread(values: Sequence[float]) -> list[float]:
    """Return median, lowest and highest of some values."""
    return [round(v, 3) for v in (statistics.median(values), min(values), max(values))]
