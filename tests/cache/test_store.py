"""The store: what goes wrong with it costs time, and never a result."""

from __future__ import annotations

import os
import sqlite3
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from newslint.cache.store import DATABASE, Memory, Store
from newslint.user_folders import cache_folder

KEY, OTHER = b"k" * 32, b"o" * 32


def kept(folder: Path, key: bytes = KEY) -> bytes | None:
    """What a new run finds."""
    store = Store(folder)
    value = store.get(key)
    store.close()
    return value


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    store = Store(tmp_path / "kept")
    store.put("file", KEY, b"value")
    store.close()
    return tmp_path / "kept"


def test_a_later_run_finds_what_was_put(folder: Path) -> None:
    assert kept(folder) == b"value"
    assert kept(folder, OTHER) is None


def test_what_is_not_yet_written_is_found_already(tmp_path: Path) -> None:
    store = Store(tmp_path / "kept")
    store.put("file", KEY, b"value")
    assert store.get(KEY) == b"value"


@pytest.mark.skipif(os.name == "nt", reason="rights are another matter there")
def test_only_its_owner_can_read_it(folder: Path) -> None:
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE((folder / DATABASE).stat().st_mode) == 0o600


@pytest.mark.skipif(os.name == "nt", reason="rights are another matter there")
def test_a_folder_that_others_could_read_is_closed_to_them(folder: Path) -> None:
    folder.chmod(0o755)
    assert kept(folder) == b"value"
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_it_is_no_part_of_a_repository(folder: Path) -> None:
    assert (folder / ".gitignore").read_text("utf-8") == "*\n"


@pytest.mark.parametrize("damage", [b"", b"no database", b"SQLite format 3\0" + b"\xff" * 5000])
def test_a_damaged_file_is_made_anew(folder: Path, damage: bytes) -> None:
    for file in folder.glob("results-*"):
        file.unlink()
    (folder / DATABASE).write_bytes(damage)
    assert kept(folder) is None
    store = Store(folder)
    store.put("file", KEY, b"again")
    store.close()
    assert store.trouble is None
    assert kept(folder) == b"again"


def test_a_damaged_entry_is_absent(folder: Path) -> None:
    with sqlite3.connect(folder / DATABASE) as database:
        database.execute("UPDATE kept SET value = substr(value, 1, length(value) - 2) || x'0000'")
    database.close()
    assert kept(folder) is None


def test_a_folder_that_cannot_be_made_is_said_once(tmp_path: Path) -> None:
    (tmp_path / "kept").write_text("a file", encoding="utf-8")
    store = Store(tmp_path / "kept")
    assert store.get(KEY) is None
    store.put("file", KEY, b"value")
    store.close()
    assert store.trouble is not None
    assert str(tmp_path / "kept") in store.trouble


def test_a_full_disk_is_said_and_nothing_else_happens(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = Store(folder)
    assert store.get(KEY) == b"value"
    with sqlite3.connect(folder / DATABASE) as database:
        [pages] = database.execute("PRAGMA page_count").fetchone()
    database.close()
    assert store._database is not None
    store._database.execute(f"PRAGMA max_page_count = {pages}")
    store.put("file", OTHER, os.urandom(200_000))
    store.close()
    assert store.trouble is not None
    assert "full" in store.trouble
    assert kept(folder) == b"value"


def test_another_run_that_writes_too_long_is_not_waited_for(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("newslint.cache.store._PATIENCE", 0.05)
    other = sqlite3.connect(folder / DATABASE)
    other.execute("BEGIN IMMEDIATE")
    store = Store(folder)
    store.put("file", OTHER, b"value")
    store.close()
    other.rollback()
    other.close()
    assert store.trouble is None
    assert kept(folder) == b"value"
    assert kept(folder, OTHER) is None


def test_the_oldest_entries_make_room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = Store(tmp_path / "kept", largest=400_000)
    keys = [bytes([n]) * 32 for n in range(60)]
    for day, key in enumerate(keys):
        store._today = day
        store.put("file", key, os.urandom(20_000))
        store.flush()
    store.close()
    assert kept(tmp_path / "kept", keys[0]) is None
    assert kept(tmp_path / "kept", keys[-1]) is not None
    assert store.contents().size < 1_000_000
    store.close()


def test_what_is_used_again_counts_as_new(tmp_path: Path) -> None:
    store = Store(tmp_path / "kept", largest=400_000)
    store._today = 1
    store.put("file", KEY, os.urandom(20_000))
    store.flush()
    for day in range(2, 60):
        store._today = day
        assert store.get(KEY) is not None
        store.put("file", bytes([day]) * 32, os.urandom(20_000))
        store.flush()
    store.close()
    assert kept(tmp_path / "kept") is not None


def test_the_contents_are_counted_by_kind(folder: Path) -> None:
    store = Store(folder)
    store.put("parse", OTHER, b"value")
    store.close()
    assert store.contents().entries == {"file": 1, "parse": 1}
    assert store.contents().size > 0
    store.close()


def test_clearing_forgets_everything(folder: Path) -> None:
    store = Store(folder)
    store.clear()
    assert store.contents().entries == {}
    assert kept(folder) is None


def test_looking_at_what_is_not_there_makes_nothing(tmp_path: Path) -> None:
    assert Store(tmp_path / "none").contents().entries == {}
    assert not (tmp_path / "none").exists()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="nothing forks here")
def test_a_forked_process_opens_the_store_itself(folder: Path) -> None:
    code = f"""
import os, sys
from pathlib import Path
from newslint.cache.store import Store
store = Store(Path({str(folder)!r}))
assert store.get({KEY!r}) == b"value"
child = os.fork()
if not child:
    found = store.get({KEY!r})
    store.put("file", {OTHER!r}, b"from the child")
    store.flush()
    os._exit(0 if found == b"value" else 1)
assert os.waitpid(child, 0)[1] == 0
assert store.get({OTHER!r}) == b"from the child"
"""
    subprocess.run([sys.executable, "-c", code], check=True)


def test_memory_lets_the_least_used_go_first() -> None:
    memory = Memory(10)
    memory.put("parse", b"a", b"1234")
    memory.put("parse", b"b", b"1234")
    assert memory.get(b"a") == b"1234"
    memory.put("parse", b"c", b"1234")
    assert memory.get(b"b") is None
    assert memory.get(b"a") == b"1234"
    memory.put("parse", b"a", b"1")
    assert memory.get(b"c") == b"1234"


def test_the_users_folder_for_caches_is_used(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert cache_folder() == tmp_path / "newslint"
