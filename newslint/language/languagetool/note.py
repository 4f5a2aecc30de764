"""The note that a running keeper leaves: where to speak to it, and the word to say."""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path

_NAME = "server.json"


@dataclass(frozen=True, slots=True)
class Note:
    """Where a keeper listens on the loopback address, its secret word, and its number."""

    port: int
    word: str
    pid: int
    folder: str


def write(runtime: Path, note: Note) -> None:
    """Leave a note that only the user can read, in one step."""
    draft = runtime / f"{_NAME}.{note.pid}"
    draft.touch(mode=0o600)
    draft.write_text(json.dumps(asdict(note)), encoding="utf-8")
    draft.replace(runtime / _NAME)


def read(runtime: Path) -> Note | None:
    """Return the note that is there, if it is one."""
    try:
        data = json.loads((runtime / _NAME).read_text(encoding="utf-8"))
        return Note(int(data["port"]), str(data["word"]), int(data["pid"]), str(data["folder"]))
    except (OSError, ValueError, TypeError, KeyError):
        return None


def remove(runtime: Path) -> None:
    """Take away the note of this process."""
    note = read(runtime)
    if note is not None and note.pid == os.getpid():
        (runtime / _NAME).unlink(missing_ok=True)
