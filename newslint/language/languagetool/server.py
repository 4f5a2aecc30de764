"""A run's side of the server that a user's runs share: asking for it, and holding on to it."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from newslint.errors import Unavailable
from newslint.language.languagetool import note
from newslint.language.languagetool.address import Address, parse_address
from newslint.language.languagetool.folders import SERVER_JAR, locked, runtime_folder
from newslint.language.languagetool.java import find_java
from newslint.language.languagetool.keeper import READY_WITHIN

#: The most memory that the server takes for its heap; English alone needs half of it.
HEAP_MEGABYTES = 512
#: How long a server that was started by hand stays without anyone using it, in seconds.
STAY = 3600
_KEEPER_WITHIN = 20.0
_QUICK = 5.0
_LONGEST_LINE = 4_096
_INSTALL = "install it with: newslint languagetool install"


@dataclass(frozen=True, slots=True)
class Running:
    """What is known of a server that runs. `seconds` is its age, `users` runs that use it."""

    address: Address
    version: str | None
    pid: int
    seconds: int = 0
    users: int = 0
    stays: int = 0


class LocalServer:
    """The shared server, held from its first use until `close` or the end of the process."""

    def __init__(self, folder: Path, *, guard: bool = False) -> None:
        """Name the folder of an installed LanguageTool; nothing is started yet.

        `guard` asks for the way of ending it that needs no help from the kernel.
        """
        self.folder = folder
        self._guard = guard
        self._lease: socket.socket | None = None
        self._running: Running | None = None

    def address(self) -> Address:
        """Return where the server is; it is started if need be, and then ready.

        Raises:
            Unavailable: if it is not installed, cannot be started, or has ended in mid-run.
        """
        return self.running().address

    def running(self) -> Running:
        """Return what is known of the server, as `address` does.

        Raises:
            Unavailable: as `address` does.
        """
        if self._running is None:
            self._lease, self._running = self._hold("lease")
        elif self._lease is None or _has_ended(self._lease):
            self.close()
            raise Unavailable("the LanguageTool server has ended in mid-run", "run newslint again")
        return self._running

    def stay(self, seconds: int = STAY) -> Running:
        """Start the server if need be, and leave it running until it is unused for so long.

        Raises:
            Unavailable: as `address` does.
        """
        lease, running = self._hold(f"stay {seconds}")
        lease.close()
        return running

    def close(self) -> None:
        """Let go of the server. If nobody else uses it, it ends."""
        if self._lease is not None:
            self._lease.close()
        self._lease = self._running = None

    def __del__(self) -> None:
        """Let go, as `close` does, when nobody can ask any more."""
        self.close()

    def _hold(self, request: str) -> tuple[socket.socket, Running]:
        """Connect to the keeper, starting one if there is none, and wait for the server."""
        runtime = runtime_folder()
        with locked(runtime, _KEEPER_WITHIN):
            lease = _call(runtime, request, self.folder)
            if lease is None:
                self._start_keeper(runtime)
                lease = _call_soon(runtime, request, self.folder)
        try:
            answer = _answer(lease, READY_WITHIN + _QUICK)
        except OSError:
            answer = {}
        if answer.get("state") != "ready":
            lease.close()
            why = answer.get("why", "its keeper ended")
            raise Unavailable(
                f"LanguageTool cannot be started: {why}",
                "try it with: newslint languagetool start",
            )
        return lease, _running(answer)

    def _start_keeper(self, runtime: Path) -> None:
        if not (self.folder / SERVER_JAR).is_file():
            raise Unavailable(f"there is no LanguageTool in {self.folder}", _INSTALL)
        java = find_java()
        keeper = "newslint.language.languagetool.keeper"
        process = subprocess.Popen(
            [
                *(sys.executable, "-P", "-m", keeper),
                *("--runtime", str(runtime), "--folder", str(self.folder)),
                *("--java", java.program, "--megabytes", str(HEAP_MEGABYTES)),
                *(["--guard"] if self._guard else []),
            ],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,  # Ctrl-C is for the run, which then lets go
            creationflags=getattr(subprocess, "DETACHED_PROCESS", 0),
        )
        if hasattr(os, "fork"):  # where the keeper splits off, this ends at once
            process.wait()


def running() -> Running | None:
    """Return the server that runs now for this user, or None. Nothing is started."""
    answer = _quick("status")
    return _running(answer) if answer and "url" in answer else None


def stop() -> bool:
    """End the server, whoever uses it; return whether there was one."""
    answer = _quick("stop")
    return answer is not None and answer.get("state") == "stopped"


def _quick(request: str) -> dict[str, object] | None:
    connection = _call(runtime_folder(), request)
    if connection is None:
        return None
    with connection:
        try:
            return _answer(connection, 2 * _QUICK)
        except OSError:
            return None


def _call(runtime: Path, request: str, folder: Path | None = None) -> socket.socket | None:
    """Return a connection to the keeper with a request made, or None if there is no keeper."""
    found = note.read(runtime)
    if found is None:
        return None
    try:
        connection = socket.create_connection(("127.0.0.1", found.port), timeout=_QUICK)
    except OSError:
        return None
    if folder is not None and found.folder != str(folder):
        connection.close()
        raise Unavailable(
            f"another LanguageTool is running, from {found.folder}",
            "stop it with: newslint languagetool stop",
        )
    try:
        connection.sendall(f"{found.word} {request}\n".encode())
    except OSError:
        connection.close()
        return None
    return connection


def _call_soon(runtime: Path, request: str, folder: Path) -> socket.socket:
    """Call a keeper that has just been started."""
    deadline = time.monotonic() + _KEEPER_WITHIN
    while time.monotonic() < deadline:
        connection = _call(runtime, request, folder)
        if connection is not None:
            return connection
        time.sleep(0.02)
    raise Unavailable(
        f"LanguageTool cannot be started: its keeper was not there after {_KEEPER_WITHIN:g} seconds"
    )


def _answer(connection: socket.socket, timeout: float) -> dict[str, object]:
    """Read one line of JSON; an empty dictionary if the other side ends or talks nonsense."""
    connection.settimeout(timeout)
    said = bytearray()
    while not said.endswith(b"\n") and len(said) < _LONGEST_LINE:
        more = connection.recv(_LONGEST_LINE)
        if not more:
            return {}
        said += more
    try:
        answer = json.loads(said)
    except ValueError:
        return {}
    return answer if isinstance(answer, dict) else {}


def _running(answer: dict[str, object]) -> Running:
    version = answer.get("version")
    numbers = {k: v for k, v in answer.items() if isinstance(v, int)}
    return Running(
        parse_address(str(answer["url"])),
        version if isinstance(version, str) else None,
        numbers.get("pid", 0),
        numbers.get("seconds", 0),
        numbers.get("users", 0),
        numbers.get("stays", 0),
    )


def _has_ended(lease: socket.socket) -> bool:
    """Return whether the keeper has hung up: it says nothing while the server lives."""
    lease.setblocking(False)
    try:
        return not lease.recv(1)
    except BlockingIOError:
        return False
    except OSError:
        return True
