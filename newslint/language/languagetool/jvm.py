"""The Java process, tied to the process that starts it: neither lives without the other.

On Linux the kernel ends it when its parent dies, however that comes about. Elsewhere a
second, tiny process waits at the other end of a pipe, and ends it when the pipe breaks.
"""

from __future__ import annotations

import ctypes
import os
import signal
import socket
import subprocess
import sys
import threading
from collections import deque
from collections.abc import Callable, Sequence
from pathlib import Path

from newslint.language.languagetool.folders import SERVER_JAR

_SET_DEATH_SIGNAL = 1  # PR_SET_PDEATHSIG of prctl(2)
_LINES_KEPT = 30
_HEARD_WITHIN = 2.0  # seconds: what holds the pipe after the process has ended may never let go
#: What the heap begins with. Start-up is quicker without the compiler's last stage.
_OPTIONS = ("-Xms64m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:+ExitOnOutOfMemoryError")


def command(java: str, folder: Path, port: int, megabytes: int) -> list[str]:
    """Return the command that serves LanguageTool on this port of the loopback address."""
    return [
        java,
        f"-Xmx{megabytes}m",
        *_OPTIONS,
        "-Djava.awt.headless=true",
        "-cp",
        str(folder / SERVER_JAR),
        "org.languagetool.server.HTTPServer",
        "--port",
        str(port),
    ]


def free_port() -> int:
    """Return a port of the loopback address that nobody uses now."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port: int = probe.getsockname()[1]
        return port


class TiedProcess:
    """A process that ends when the thread that made this object does, or at `end`."""

    def __init__(self, arguments: Sequence[str], *, guarded: bool) -> None:
        """Start it; `guarded` uses the second process, even where the kernel would do.

        Raises:
            OSError: if it cannot be started.
        """
        self._said: deque[str] = deque(maxlen=_LINES_KEPT)
        self._process = subprocess.Popen(
            arguments,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
            preexec_fn=None if guarded else _tie_to_parent(),
        )
        self._guard = _guard(self._process.pid) if guarded else None
        self._listener = threading.Thread(target=self._listen, daemon=True)
        self._listener.start()

    @property
    def pid(self) -> int:
        """The number of the process."""
        return self._process.pid

    @property
    def is_alive(self) -> bool:
        """Whether it runs, and what watches it does."""
        watched = self._guard is None or self._guard.poll() is None
        return watched and self._process.poll() is None

    @property
    def last_words(self) -> str:
        """The last lines it wrote. They are kept in memory only: they may quote a text.

        Of a process that has ended, all is heard first: its end is seen before its words are.
        """
        if self._process.poll() is not None:
            self._listener.join(_HEARD_WITHIN)
        return "\n".join(self._said)

    def end(self) -> None:
        """End it, and wait until it is gone."""
        self._process.kill()
        self._process.wait()
        if self._guard is not None and self._guard.stdin is not None:
            try:  # the number may soon be another's: the guard must not act on it
                self._guard.stdin.write(b"done")
                self._guard.stdin.close()
            except OSError:
                pass
            self._guard.wait()

    def _listen(self) -> None:
        assert self._process.stdout is not None
        with self._process.stdout as lines:
            for line in lines:
                self._said.append(line.rstrip())


def kernel_ties() -> bool:
    """Return whether the kernel can end a child with its parent."""
    return sys.platform == "linux"


def _tie_to_parent() -> Callable[[], None]:
    """Return what a child does before it becomes another program."""
    prctl = ctypes.CDLL(None).prctl
    parent = os.getpid()

    def tie() -> None:
        prctl(_SET_DEATH_SIGNAL, signal.SIGKILL, 0, 0, 0)
        if os.getppid() != parent:  # it died before the tie was made
            os._exit(1)

    return tie


_GUARD = """
import os, signal, sys
if not sys.stdin.buffer.read():
    os.kill(int(sys.argv[1]), getattr(signal, "SIGKILL", signal.SIGTERM))
"""


def _guard(pid: int) -> subprocess.Popen[bytes]:
    """Start a process that ends `pid` when this one is gone without a word."""
    return subprocess.Popen(
        [sys.executable, "-I", "-S", "-c", _GUARD, str(pid)],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
