"""Whether a process is still there, for tests that end them."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Callable
from pathlib import Path


def is_alive(pid: int) -> bool:
    """Return whether a process runs; one that has ended and waits to be collected does not."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    state = subprocess.run(
        ["ps", "-o", "stat=", "-p", str(pid)], capture_output=True, text=True, check=False
    )
    return not state.stdout.strip().startswith("Z") and bool(state.stdout.strip())


def soon(condition: Callable[[], bool], patience: float = 10) -> bool:
    """Return whether a condition comes true in time."""
    deadline = time.monotonic() + patience
    while time.monotonic() < deadline:
        if condition():
            return True
        time.sleep(0.05)
    return condition()


def gone(pid: int) -> bool:
    """Return whether a process ends soon."""
    return soon(lambda: not is_alive(pid))


def serving_from(folder: Path) -> list[str]:
    """Return the commands that run a server from this folder, or keep one."""
    listed = subprocess.run(["ps", "-ewwo", "args="], capture_output=True, text=True, check=True)
    return [line for line in listed.stdout.splitlines() if str(folder) in line]


#: A run of newslint in a few lines: it holds the server and says which it is, then waits.
RUN = """
import sys
from pathlib import Path
from newslint.language.languagetool.server import LocalServer
local = LocalServer(Path(sys.argv[1]), guard="guard" in sys.argv)
print(local.running().pid, flush=True)
sys.stdin.read()
"""
