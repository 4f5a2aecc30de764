"""A LanguageTool server of few rules, for tests: on the loopback address, without Java.

It is also what the `java` of the tests becomes, so it needs nothing but Python.
"""

from __future__ import annotations

import json
import re
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs

RULES = (
    ("EN_A_VS_AN", "MISC", r"\ba(?= apple)", "an"),
    ("THEIR_IS", "CONFUSED_WORDS", r"\bTheir(?= is)", "There"),
    ("COULD_OF", "CONFUSED_WORDS", r"(?<=could )of\b", "have"),
    ("ODD_SYMBOL", "GRAMMAR", "\N{GRINNING FACE}+", ""),
    ("TOO_LONG", "STYLE", r"\butilise\b", "use"),
    ("WIDE", "GRAMMAR", r"end\s+Begin", "x"),
)


def units(text: str) -> int:
    """Return the length of `text` in UTF-16 code units, which is how Java counts."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def matches(text: str, form: dict[str, list[str]]) -> Iterator[dict[str, Any]]:
    """Yield what the rules asked for find, in the shape of the real server's answer."""
    categories = form.get("enabledCategories", [""])[0].split(",")
    for name, category, pattern, better in RULES:
        if form.get("enabledOnly") and category not in categories:
            continue
        for found in re.finditer(pattern, text):
            yield {
                "message": f"Did you mean “{better}”?",
                "replacements": [{"value": better}],
                "offset": units(text[: found.start()]),
                "length": units(found[0]),
                "context": {"text": found[0], "offset": 0, "length": units(found[0])},
                "sentence": "",
                "rule": {
                    "id": name,
                    "issueType": "grammar",
                    "category": {"id": category, "name": category},
                },
            }


class Fake(ThreadingHTTPServer):
    """The server. `manner` is how it answers a check; `asked` are the texts it was sent."""

    daemon_threads = True

    def __init__(self, port: int = 0) -> None:
        super().__init__(("127.0.0.1", port), Handler)
        self.manner = "well"
        self.asked: list[str] = []
        self.version = "6.7"
        self.languages = ["en-US", "en-GB"]
        self.released = threading.Event()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/"


class Handler(BaseHTTPRequestHandler):
    server: Fake

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base's name
        pass

    def do_GET(self) -> None:
        if self.path.endswith("/languages"):
            self._say([{"code": tag[:2], "longCode": tag} for tag in self.server.languages])
        else:
            self._say({"software": {"version": self.server.version}})

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        form = parse_qs(body, keep_blank_values=True)
        text = form["text"][0]
        self.server.asked.append(text)
        manner = self.server.manner
        if manner.isdigit():
            self.send_response(int(manner))
            self.send_header("Location", "http://127.0.0.1:9/v2/check")
            self.end_headers()
        elif manner == "stall":
            self.server.released.wait(60)
        elif manner == "drip":
            self.send_response(200)
            self.end_headers()
            while not self.server.released.wait(0.1):
                self.wfile.write(b" ")
        elif manner == "garbage":
            self._send(b"<html>")
        elif manner == "break":
            self.close_connection = True
        elif manner == "strange":
            self._say({"matches": [{"message": "?"}]})
        else:
            found = list(matches(text, form))
            self._say({"software": {"version": self.server.version}, "matches": found})

    def _say(self, what: object) -> None:
        self._send(json.dumps(what).encode())

    def _send(self, data: bytes) -> None:
        self.send_response(200)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)


@contextmanager
def running() -> Iterator[Fake]:
    """A server in a thread."""
    server = Fake()
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    try:
        yield server
    finally:
        server.released.set()
        server.shutdown()
        thread.join()
        server.server_close()


if __name__ == "__main__":  # called as `java ... HTTPServer --port N`
    time.sleep(0.1)
    Fake(int(sys.argv[-1])).serve_forever()
