"""Grammar checkers without newslint around them.

`python -m benchmarks.raw harper FILES` or `python -m benchmarks.raw languagetool FOLDER FILES`
"""

from __future__ import annotations

import json
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Sequence
from pathlib import Path

_READY_WITHIN = 120.0


def harper(files: Sequence[str]) -> None:
    """Check files with harper-py as it comes, each file at once."""
    from harper import Linter

    linter = Linter()
    for file in files:
        linter.lint(Path(file).read_text(encoding="utf-8"), language="plaintext")


def languagetool(folder: Path, files: Sequence[str]) -> None:
    """Start the server in `folder`, have it check the files, and end it."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    classes = f"{folder / 'languagetool-server.jar'}:{folder / 'libs'}/*"
    server = subprocess.Popen(
        [
            *("java", "-Xmx512m", "-cp", classes, "org.languagetool.server.HTTPServer"),
            *("--port", str(port)),
        ],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _wait(f"http://127.0.0.1:{port}/v2/languages", server)
        for file in files:
            text = Path(file).read_text(encoding="utf-8")
            form = urllib.parse.urlencode({"language": "en-US", "text": text}).encode()
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/v2/check", form) as answer:
                json.load(answer)
    finally:
        server.terminate()
        server.wait()  # so that its time counts as ours


def _wait(url: str, server: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + _READY_WITHIN
    while time.monotonic() < until and server.poll() is None:
        try:
            with urllib.request.urlopen(url):
                return
        except urllib.error.URLError:
            time.sleep(0.1)
    raise SystemExit("the LanguageTool server did not start")


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # so that no server stays behind
    what, *rest = sys.argv[1:]
    if what == "harper":
        harper(rest)
    else:
        languagetool(Path(rest[0]), rest[1:])
