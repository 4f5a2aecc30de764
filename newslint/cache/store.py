"""Where results are kept: a database of bytes by key, private to the user.

Whatever goes wrong with it (a full disk, a damaged file, another run that holds it too long)
costs time and never a result: what cannot be read is absent, what cannot be written is not
kept. Many runs may use one store at once, and any of them may be killed.
"""

from __future__ import annotations

import datetime
import os
import sqlite3
import zlib
from collections import OrderedDict
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

#: The name of the database; a new layout gets a new name, and the old one goes.
DATABASE = "results-1.sqlite"
#: Bytes above which the oldest entries go.
LARGEST = 256_000_000
#: Entries that are written together.
_TOGETHER = 400
#: Seconds to wait for another run that is writing.
_PATIENCE = 2.0

#: The number of the layout, kept in the database: where it is found, there is no need to ask
#: for each part of it.
_VERSION = 1
_LAYOUT = f"""
PRAGMA auto_vacuum = INCREMENTAL;
PRAGMA journal_mode = WAL;
CREATE TABLE IF NOT EXISTS kept (
  key BLOB PRIMARY KEY, kind TEXT NOT NULL, value BLOB NOT NULL, day INTEGER NOT NULL
);
CREATE INDEX IF NOT EXISTS by_day ON kept (day);
PRAGMA user_version = {_VERSION};
"""


class Keep(Protocol):
    """Somewhere to keep bytes. `kind` says what they are: `file`, `parse` or `grammar`."""

    def get(self, key: bytes) -> bytes | None:
        """Return what was put under `key`, or None."""
        ...

    def put(self, kind: str, key: bytes, value: bytes) -> None:
        """Keep `value` under `key`, if that can be done."""
        ...


class Memory:
    """Keeps bytes for the life of a process; the least recently used go first."""

    def __init__(self, largest: int) -> None:
        """Keep at most `largest` bytes."""
        self._largest = largest
        self._size = 0
        self._kept: OrderedDict[bytes, bytes] = OrderedDict()

    def get(self, key: bytes) -> bytes | None:
        """Return what was put under `key`, or None."""
        value = self._kept.get(key)
        if value is not None:
            self._kept.move_to_end(key)
        return value

    def put(self, kind: str, key: bytes, value: bytes) -> None:  # noqa: ARG002 - all kinds alike
        """Keep `value` under `key`."""
        self._size += len(value) - len(self._kept.pop(key, b""))
        self._kept[key] = value
        while self._size > self._largest:
            _, gone = self._kept.popitem(last=False)
            self._size -= len(gone)


@dataclass(frozen=True, slots=True)
class Contents:
    """What a store holds: the number of entries of each kind, and its size in bytes."""

    folder: Path
    entries: Mapping[str, int]
    size: int


class Store:
    """Keeps bytes in a folder of the user. The database is opened when it is first needed.

    `trouble` says why nothing is kept, once that is so.
    """

    def __init__(self, folder: Path, *, largest: int = LARGEST) -> None:
        """Name the folder; it need not exist."""
        self.folder = folder
        self.trouble: str | None = None
        self._largest = largest
        self._waiting: dict[bytes, tuple[str, bytes]] = {}
        self._read: set[bytes] = set()
        self._database: sqlite3.Connection | None = None
        self._process = 0
        self._others: list[sqlite3.Connection] = []
        self._today = datetime.date.today().toordinal()  # a clock only to know what is old

    def __reduce__(self) -> tuple[type[Store], tuple[Path]]:
        """Let another process open the same store."""
        return type(self), (self.folder,)

    def get(self, key: bytes) -> bytes | None:
        """Return what was put under `key`, or None."""
        if key in self._waiting:
            return self._waiting[key][1]
        database = self._opened()
        if database is None:
            return None
        try:
            row = database.execute("SELECT value, day FROM kept WHERE key = ?", (key,)).fetchone()
        except sqlite3.OperationalError:
            return None  # another run is at it
        except sqlite3.Error:
            self._begin_anew()
            return None
        if row is None:
            return None
        with suppress(zlib.error, TypeError):
            value = zlib.decompress(row[0])  # its checksum tells of a damaged entry
            if row[1] != self._today:
                self._read.add(key)
            return value
        return None

    def put(self, kind: str, key: bytes, value: bytes) -> None:
        """Keep `value` under `key`, if that can be done."""
        if self.trouble is None:
            self._waiting[key] = (kind, value)
            if len(self._waiting) >= _TOGETHER:
                self.flush()

    def flush(self) -> None:
        """Write what is waiting, and note what was used today."""
        waiting, self._waiting = self._waiting, {}
        read, self._read = self._read, set()
        database = self._opened() if waiting or read else None
        if database is None:
            return
        rows = [(k, kind, zlib.compress(v, 1), self._today) for k, (kind, v) in waiting.items()]
        try:
            with database:
                database.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?, ?, ?)", rows)
                database.executemany(
                    "UPDATE kept SET day = ? WHERE key = ?", [(self._today, key) for key in read]
                )
            if rows:
                self._shrink(database)
        except sqlite3.OperationalError as error:
            if "locked" not in str(error):
                self._give_up(str(error))
        except sqlite3.Error:
            self._begin_anew()

    def close(self) -> None:
        """Write what is waiting, and let go of the database."""
        self.flush()
        self._leave()

    def contents(self) -> Contents:
        """Return what the store holds."""
        entries: dict[str, int] = {}
        database = self._opened() if (self.folder / DATABASE).exists() else None
        if database is not None:
            with suppress(sqlite3.Error):
                found = database.execute("SELECT kind, count(*) FROM kept GROUP BY kind")
                entries = dict(found.fetchall())
        return Contents(self.folder, entries, sum(f.stat().st_size for f in self._files()))

    def clear(self) -> None:
        """Forget everything.

        Raises:
            OSError: if the files cannot be deleted.
        """
        self._waiting.clear()
        self._leave()
        for file in self._files():
            file.unlink(missing_ok=True)

    def _files(self) -> list[Path]:
        return sorted(self.folder.glob("results-*.sqlite*")) if self.folder.is_dir() else []

    def _opened(self) -> sqlite3.Connection | None:
        """Return the database, or None if there can be none; each process opens its own."""
        if self._process != os.getpid():
            # A connection must not be used across a fork, nor even closed there.
            self._others += [self._database] if self._database is not None else []
            self._database, self._process = None, os.getpid()
        if self._database is None and self.trouble is None:
            try:
                self._database = self._open()
            except sqlite3.DatabaseError as error:
                if isinstance(error, sqlite3.OperationalError):
                    if "locked" not in str(error):
                        self._give_up(str(error))
                else:
                    self._begin_anew()
            except OSError as error:
                self._give_up(error.strerror or str(error))
        return self._database

    def _open(self) -> sqlite3.Connection:
        _make_private(self.folder)
        file = self.folder / DATABASE
        if not file.exists():
            os.close(os.open(file, os.O_CREAT | os.O_RDWR, 0o600))
            for old in self._files():
                if not old.name.startswith(DATABASE):
                    old.unlink(missing_ok=True)
        database = sqlite3.connect(file, timeout=_PATIENCE)
        try:
            if database.execute("PRAGMA user_version").fetchone() != (_VERSION,):
                database.executescript(_LAYOUT)
            database.execute("PRAGMA synchronous = NORMAL")
        except sqlite3.Error:
            database.close()
            raise
        return database

    def _shrink(self, database: sqlite3.Connection) -> None:
        """Let the oldest entries go until a quarter of the room is free."""
        [page] = database.execute("PRAGMA page_size").fetchone()
        [pages] = database.execute("PRAGMA page_count").fetchone()
        if page * pages <= self._largest:
            return
        with database:
            database.execute(
                "DELETE FROM kept WHERE key IN (SELECT key FROM kept ORDER BY day, rowid LIMIT"
                " (SELECT count(*) / 4 + 1 FROM kept))"
            )
        database.execute("PRAGMA incremental_vacuum").fetchall()
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    def _begin_anew(self) -> None:
        """Delete a damaged database; the next use makes a new one."""
        self._leave()
        try:
            for file in self._files():
                file.unlink(missing_ok=True)
        except OSError as error:
            self._give_up(error.strerror or str(error))

    def _give_up(self, why: str) -> None:
        self._leave()
        self._waiting.clear()
        self.trouble = f"results are not kept: {self.folder}: {why}"

    def _leave(self) -> None:
        if self._database is not None and self._process == os.getpid():
            with suppress(sqlite3.Error):
                self._database.close()
        self._database = None


def _make_private(folder: Path) -> None:
    """Make a folder that only its owner can read, and mark it as one that need not be saved.

    Raises:
        OSError: if it cannot be made, or belongs to somebody else.
    """
    if not folder.is_dir():
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        (folder / ".gitignore").write_text("*\n", encoding="utf-8")
    if hasattr(os, "getuid"):
        status = folder.stat()
        if status.st_uid != os.getuid():
            raise PermissionError(1, "it belongs to another user")
        if status.st_mode & 0o077:
            folder.chmod(0o700)
