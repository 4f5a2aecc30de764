"""Shows what a user sees when LanguageTool fails in the middle of a run.

    python -m evaluation.languagetool_failures --languagetool build/LanguageTool-6.7

A real server is ended, cut off and slowed down under `newslint check`, and what the run
prints is written to `docs/languagetool-failures.md`. Seconds and ports are left out, so the page is
the same each time.
"""

from __future__ import annotations

import argparse
import os
import re
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from newslint.language.languagetool.server import LocalServer, running

PAGE = Path(__file__).resolve().parents[1] / "docs" / "languagetool-failures.md"
STALL = 30.0

_COMMAND = ("check", "--select", "grammar", "--strict", "--no-cache", "--no-color", ".")
_STARTED_WITHIN = 120.0
_SLIPS = (
    "# The quay\n\nThe mill is older then the town. It owns the the boats. It is a hour away.\n\n"
)
_FILLER = (
    "Ferry {n} sailed at nine, and its crew came back before noon on the day of sailing {n} "
    "with the letters, the milk and the newspapers of the day before.\n\n"
)
_PORT = re.compile(r"127\.0\.0\.1:\d+")

_INTRODUCTION = """\
# When LanguageTool fails

A server may end, be cut off, or be slow. Copy must still be checked: one notice says what
happened, all other rules and Harper go on, the server is not asked again in that run, and
`--strict` makes the run exit 2. Below is what a real server did. Each run checks one long
article in `story.md`, and the server fails after its first answers.
"""


class Relay:
    """Stands between newslint and a server: hands on questions, until it is told otherwise.

    The first `well` connections are handed on as they are. What becomes of the later ones is
    `then`: `unplugged` takes them and never says a word, as a network does that has gone;
    `stall` waits for `STALL` seconds before each answer.
    """

    def __init__(self, port: int, well: int, then: str, stall: float = STALL) -> None:
        """Name the server's port on this machine, and how long all goes well."""
        self._upstream = port
        self._well = well
        self._then = then
        self._stall = stall
        self._over = threading.Event()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.connections = 0

    @property
    def url(self) -> str:
        """The address to give to newslint."""
        return f"http://127.0.0.1:{self._listener.getsockname()[1]}"

    @contextmanager
    def running(self) -> Iterator[Relay]:
        """Serve in threads, until the end of the block."""
        threading.Thread(target=self._accept, daemon=True).start()
        try:
            yield self
        finally:
            self._over.set()
            with suppress(OSError):  # wakes the thread that waits for a connection
                self._listener.shutdown(socket.SHUT_RDWR)
            self._listener.close()

    def _accept(self) -> None:
        while not self._over.is_set():
            try:
                caller, _ = self._listener.accept()
            except OSError:
                return
            self.connections += 1
            failing = self.connections > self._well
            threading.Thread(target=self._serve, args=(caller, failing), daemon=True).start()

    def _serve(self, caller: socket.socket, failing: bool) -> None:
        with caller:
            if failing and self._then == "unplugged":
                self._over.wait()
                return
            with socket.create_connection(("127.0.0.1", self._upstream)) as server:
                up = threading.Thread(target=_pump, args=(caller, server), daemon=True)
                up.start()
                _pump(server, caller, lambda: failing and self._over.wait(self._stall))


def _pump(source: socket.socket, target: socket.socket, before: Callable[[], object] = int) -> None:
    """Hand on what one side says until it ends; `before` is called ahead of the first words."""
    with suppress(OSError):
        first = True
        while said := source.recv(65_536):
            if first:
                before()
            first = False
            target.sendall(said)
        target.shutdown(socket.SHUT_WR)


@dataclass(frozen=True)
class Told:
    """What a run printed, and how it exited."""

    output: str
    code: int
    seconds: float


def check(folder: Path, settings: str, meanwhile: Callable[[], object] = int) -> Told:
    """Run newslint over a long article in `folder`; `meanwhile` is called once it has begun."""
    story = _SLIPS + "".join(_FILLER.format(n=n) for n in range(4, 400))
    (folder / "story.md").write_text(story, encoding="utf-8")
    (folder / "newslint.toml").write_text(f"[languagetool]\n{settings}\n", encoding="utf-8")
    began = time.monotonic()
    with subprocess.Popen(
        [sys.executable, "-m", "newslint", *_COMMAND],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    ) as process:
        meanwhile()
        output, _ = process.communicate()
    return Told(_PORT.sub("127.0.0.1:8081", output), process.returncode, time.monotonic() - began)


def killed(folder: Path, languagetool: Path) -> Told:
    """Let the run start its own server, and kill Java while it is being asked."""

    def kill() -> None:
        deadline = time.monotonic() + _STARTED_WITHIN
        while time.monotonic() < deadline:
            found = running()
            if found is not None and found.version is not None:
                time.sleep(0.5)  # the first questions are on their way
                os.kill(found.pid, signal.SIGKILL)
                return
            time.sleep(0.05)

    return check(folder, f'local = true\nfolder = "{languagetool}"', kill)


def cut_off(folder: Path, server: LocalServer, then: str) -> Told:
    """Put a relay before the server; after two of its answers it does as `then` says."""
    port = int(server.address().url.rstrip("/").rpartition(":")[2])
    with Relay(port, 2, then).running() as relay:
        return check(folder, f'url = "{relay.url}"')


def page(languagetool: Path) -> str:
    """Return the page: what a run prints in each case."""
    parts = [_INTRODUCTION]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        cases: list[tuple[str, str, str, Told]] = []
        told = killed(folder, languagetool)
        cases.append(("The server is killed", "local = true", "Java was ended by `kill -9`.", told))
        server = LocalServer(languagetool)
        url = 'url = "http://127.0.0.1:8081"'
        words = "The network went away: the connection is there, and nothing comes back."
        cases.append(("The network is unplugged", url, words, cut_off(folder, server, "unplugged")))
        words = f"Each answer took {STALL:g} seconds. `timeout = 40` would have waited for it."
        cases.append(("The server stalls", url, words, cut_off(folder, server, "stall")))
        server.close()
    for title, settings, words, told in cases:
        shown = told.output.rstrip()
        parts.append(
            f"## {title}\n\n{words}\n\n```toml\n[languagetool]\n{settings}\n```\n\n"
            f"```console\n$ newslint check --select grammar --strict .\n{shown}\n"
            f"$ echo $?\n{told.code}\n```\n"
        )
    return "\n".join(parts)


def main() -> None:
    """Write the page."""
    parser = argparse.ArgumentParser(description="Show what a failing LanguageTool looks like.")
    parser.add_argument("--languagetool", type=Path, required=True, help="its folder")
    options = parser.parse_args()
    PAGE.write_text(page(options.languagetool.resolve()), encoding="utf-8")
    print(PAGE.read_text(encoding="utf-8"))


if __name__ == "__main__":
    main()
