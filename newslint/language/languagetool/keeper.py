"""The process that keeps the one server of a user, and ends with the last run that uses it.

A run holds a connection to the keeper as long as it lives; the operating system closes it
when the run ends, even by `kill -9`. Without connections the keeper ends the server and
itself, unless it was asked to stay. What is said on a connection is one line each way:

    WORD lease      ->  {"state": "ready", ...} when the server is; keeps the connection
    WORD stay 3600  ->  the same; without connections, the server stays for 3,600 seconds
    WORD status     ->  at once
    WORD stop       ->  {"state": "stopped"} after the end of the server
"""

from __future__ import annotations

import argparse
import hmac
import json
import os
import secrets
import selectors
import signal
import socket
import threading
import time
from contextlib import suppress
from pathlib import Path

from newslint.language.languagetool import note
from newslint.language.languagetool.jvm import TiedProcess, command, free_port, kernel_ties
from newslint.language.languagetool.transport import NoAnswer, ask

#: Seconds until the server must be ready, and in which the first run must say so.
READY_WITHIN = 90.0
_FIRST_LEASE_WITHIN = 10.0
_ROUND = 0.2
_LONGEST_LINE = 200
_PORTS_TRIED = 3
# English is loaded with the first text: here, and not in a newsroom's time.
_FIRST_TEXT = {"language": "en-US", "text": "The ferries is late, and the harbour is shut."}


class _Server:
    """LanguageTool on its way to being ready, ready, or failed."""

    def __init__(self, options: argparse.Namespace) -> None:
        self._options = options
        self._started = time.monotonic()
        self._tries = 0
        self._begin()

    def _begin(self) -> None:
        self._tries += 1
        self.version: str | None = None
        self.port = free_port()
        o = self._options
        arguments = command(o.java, Path(o.folder), self.port, o.megabytes)
        self.process = TiedProcess(arguments, guarded=o.guard or not kernel_ties())
        threading.Thread(target=self._wait_until_ready, args=(self.process,), daemon=True).start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/"

    def _wait_until_ready(self, process: TiedProcess) -> None:
        while process.is_alive and process is self.process and self.version is None:
            try:
                answer = ask(f"{self.url}v2/check", _FIRST_TEXT, timeout=READY_WITHIN, direct=True)
            except NoAnswer:
                time.sleep(_ROUND / 2)
                continue
            software = answer.get("software") if isinstance(answer, dict) else None
            self.version = str(software.get("version")) if isinstance(software, dict) else "?"

    def failure(self) -> str | None:
        """Return why the server is no more, or will never be; None if all is well."""
        if self.process.is_alive:
            late = self.version is None and time.monotonic() - self._started > READY_WITHIN
            return f"it was not ready after {READY_WITHIN:g} seconds" if late else None
        words = self.process.last_words
        if "java.net.BindException" in words and self._tries < _PORTS_TRIED:
            self.process.end()
            self._begin()
            return None
        for sign, meaning in (
            ("UnsupportedClassVersionError", "this Java is too old for it"),
            ("OutOfMemoryError", f"{self._options.megabytes} MB of memory were not enough"),
            ("ClassNotFoundException", f"{self._options.folder} holds no LanguageTool server"),
            ("NoClassDefFoundError", f"{self._options.folder} is not complete"),
        ):
            if sign in words:
                return meaning
        return "Java ended"

    def status(self) -> dict[str, object]:
        return {
            "state": "ready" if self.version else "starting",
            "url": self.url,
            "version": self.version,
            "pid": self.process.pid,
            "seconds": int(time.monotonic() - self._started),
        }


class _Keeper:
    """Who is connected, what they wait for, and until when all this goes on."""

    def __init__(self, options: argparse.Namespace) -> None:
        self._runtime = Path(options.runtime)
        self._word = secrets.token_hex(16)
        self._events = selectors.DefaultSelector()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._listener.setblocking(False)
        self._events.register(self._listener, selectors.EVENT_READ)
        self._heard: dict[socket.socket, bytes] = {}  # connections that have not yet spoken
        self._leases: set[socket.socket] = set()
        self._waiting: set[socket.socket] = set()
        self._was_called = False
        self._ends_at = time.monotonic() + _FIRST_LEASE_WITHIN
        self._stays = 0.0
        port = self._listener.getsockname()[1]
        note.write(self._runtime, note.Note(port, self._word, os.getpid(), options.folder))
        self._server = _Server(options)

    def run(self) -> None:
        """Serve until nobody is left, somebody says stop, or the server fails."""
        try:
            while self._leases or time.monotonic() < self._ends_at:
                for key, _ in self._events.select(_ROUND):
                    assert isinstance(key.fileobj, socket.socket)
                    if key.fileobj is self._listener:
                        self._welcome()
                    elif self._listen(key.fileobj) == "stop":
                        self._server.process.end()
                        note.remove(self._runtime)
                        _say(key.fileobj, {"state": "stopped"})
                        return
                failure = self._server.failure()
                if failure is not None and self._was_called:  # else there is nobody to tell yet
                    self._answer({"state": "failed", "why": failure})
                    return
                if self._server.version is not None:
                    self._answer(self._server.status())
        finally:
            self._server.process.end()
            note.remove(self._runtime)

    def _welcome(self) -> None:
        with suppress(OSError):
            connection, _ = self._listener.accept()
            connection.setblocking(False)
            self._heard[connection] = b""
            self._events.register(connection, selectors.EVENT_READ)

    def _listen(self, connection: socket.socket) -> str | None:
        """Take in what a connection says; return the command when it is complete."""
        try:
            said = connection.recv(_LONGEST_LINE)
        except BlockingIOError:
            return None
        except OSError:
            said = b""
        heard = self._heard.get(connection)
        if not said or heard is None or len(heard) > _LONGEST_LINE:
            self._part(connection)
            return None
        self._heard[connection] = heard + said
        line, newline, _ = self._heard[connection].partition(b"\n")
        if not newline:
            return None
        del self._heard[connection]
        word, _, rest = line.decode("ascii", "replace").partition(" ")
        if not hmac.compare_digest(word.encode(), self._word.encode()):
            self._part(connection)
            return None
        return self._obey(connection, rest.split())

    def _obey(self, connection: socket.socket, words: list[str]) -> str | None:
        match words:
            case ["lease"]:
                self._hold(connection)
            case ["stay", seconds] if seconds.isdecimal():
                self._hold(connection)
                self._stays = float(seconds)
            case ["status"]:
                users = {"users": len(self._leases), "stays": int(self._stays)}
                _say(connection, {**self._server.status(), **users})
                self._part(connection)
            case ["stop"]:
                return "stop"
            case _:
                self._part(connection)
        return None

    def _hold(self, connection: socket.socket) -> None:
        self._leases.add(connection)
        self._waiting.add(connection)
        self._was_called = True

    def _answer(self, what: dict[str, object]) -> None:
        for connection in self._waiting:
            _say(connection, what)
        self._waiting.clear()

    def _part(self, connection: socket.socket) -> None:
        self._events.unregister(connection)
        self._heard.pop(connection, None)
        self._waiting.discard(connection)
        if connection in self._leases:
            self._leases.discard(connection)
            if not self._leases:
                self._ends_at = time.monotonic() + self._stays
        connection.close()


def _say(connection: socket.socket, what: dict[str, object]) -> None:
    with suppress(OSError):
        connection.sendall(json.dumps(what).encode() + b"\n")


def _leave(_: int, __: object) -> None:
    raise SystemExit


def main() -> None:
    """Keep a server. The caller goes on at once; the note says when to speak to the keeper."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--runtime", required=True)
    parser.add_argument("--folder", required=True)
    parser.add_argument("--java", required=True)
    parser.add_argument("--megabytes", required=True, type=int)
    parser.add_argument("--guard", action="store_true")
    options = parser.parse_args()
    if hasattr(os, "fork") and os.fork():  # the caller's child ends, its grandchild keeps
        os._exit(0)
    signal.signal(signal.SIGTERM, _leave)
    _Keeper(options).run()


if __name__ == "__main__":
    main()
