"""After writing, a file is the old one whole or the new one whole."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from newslint.files import WriteError, replace_text

OLD, NEW = "A bad day.\r\nA café.\r", "A good day.\r\nA café.\r"


@pytest.fixture
def story(tmp_path: Path) -> Path:
    file = tmp_path / "story.md"
    file.write_bytes(OLD.encode())
    return file


def names(folder: Path) -> list[str]:
    return sorted(p.name for p in folder.iterdir())


def test_the_new_text_replaces_the_old_and_nothing_else_is_left_behind(story: Path) -> None:
    replace_text(story, "story.md", OLD, NEW)
    assert story.read_bytes() == NEW.encode()
    assert names(story.parent) == ["story.md"]


def test_a_byte_order_mark_stays(story: Path) -> None:
    story.write_bytes(b"\xef\xbb\xbf" + OLD.encode())
    replace_text(story, "story.md", OLD, NEW)
    assert story.read_bytes() == b"\xef\xbb\xbf" + NEW.encode()


@pytest.mark.parametrize("mode", [0o600, 0o644, 0o755, 0o660])
def test_the_rights_of_the_file_stay(story: Path, mode: int) -> None:
    story.chmod(mode)
    replace_text(story, "story.md", OLD, NEW)
    assert stat.S_IMODE(story.stat().st_mode) == mode


def test_the_file_is_as_young_as_its_text(story: Path) -> None:
    os.utime(story, (1_000_000_000, 1_000_000_000))
    replace_text(story, "story.md", OLD, NEW)
    assert story.stat().st_mtime > 1_500_000_000


def test_a_link_stays_a_link_and_its_target_is_written(story: Path, tmp_path: Path) -> None:
    (tmp_path / "links").mkdir()
    link = tmp_path / "links" / "link.md"
    link.symlink_to("../story.md")
    replace_text(link, "link.md", OLD, NEW)
    assert link.is_symlink()
    assert story.read_bytes() == NEW.encode()
    assert names(tmp_path / "links") == ["link.md"]


def test_what_somebody_else_wrote_meanwhile_is_not_overwritten(story: Path) -> None:
    story.write_bytes(b"A correction.")
    with pytest.raises(WriteError, match=r"story\.md was changed by somebody else meanwhile"):
        replace_text(story, "story.md", OLD, NEW)
    assert story.read_bytes() == b"A correction."


def test_not_even_when_it_happens_while_the_new_file_is_written(
    story: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fsync(_: int) -> None:
        story.write_bytes(b"A correction.")

    monkeypatch.setattr(os, "fsync", fsync)
    with pytest.raises(WriteError, match="changed by somebody else"):
        replace_text(story, "story.md", OLD, NEW)
    assert story.read_bytes() == b"A correction."
    assert names(story.parent) == ["story.md"]


def raising(error: BaseException) -> Callable[..., Any]:
    def fail(*_: object, **__: object) -> None:
        raise error

    return fail


@pytest.mark.parametrize("step", ["fsync", "replace", "utime"])
def test_a_full_disk_leaves_the_old_file_whole(
    story: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    monkeypatch.setattr(os, step, raising(OSError(28, "No space left on device")))
    with pytest.raises(WriteError, match=r"story\.md cannot be written: No space left"):
        replace_text(story, "story.md", OLD, NEW)
    assert story.read_bytes() == OLD.encode()
    assert names(story.parent) == ["story.md"]


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_an_interruption_leaves_the_old_file_whole(
    story: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    monkeypatch.setattr(os, step, raising(KeyboardInterrupt()))
    with pytest.raises(KeyboardInterrupt):
        replace_text(story, "story.md", OLD, NEW)
    assert story.read_bytes() == OLD.encode()
    assert names(story.parent) == ["story.md"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit for the size of files")
def test_a_write_that_really_fails_half_way_leaves_the_old_file_whole(story: Path) -> None:
    code = (
        "import resource, sys\n"
        "from pathlib import Path\n"
        "from newslint.files import replace_text, WriteError\n"
        "file = Path(sys.argv[1])\n"
        "old = file.read_bytes().decode()\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))\n"
        "try:\n"
        "    replace_text(file, 'story.md', old, 'x' * 5000)\n"
        "except WriteError as error:\n"
        "    print(error.message)\n"
    )
    done = subprocess.run(
        [sys.executable, "-B", "-c", code, story], capture_output=True, text=True, check=True
    )
    assert done.stdout == "story.md cannot be written: File too large\n"
    assert story.read_bytes() == OLD.encode()
    assert names(story.parent) == ["story.md"]


def test_a_file_that_may_not_be_written_is_left_alone(
    story: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)  # the superuser may write everything
    with pytest.raises(WriteError, match="is read-only"):
        replace_text(story, "story.md", OLD, NEW)
    assert story.read_bytes() == OLD.encode()


@pytest.mark.parametrize("name", ["gone.md", "folder"])
def test_what_is_no_file_any_more_is_an_error_that_names_it(tmp_path: Path, name: str) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(WriteError, match=name):
        replace_text(tmp_path / name, name, OLD, NEW)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_is_never_written(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.md")
    with pytest.raises(WriteError, match="not a regular file"):
        replace_text(tmp_path / "pipe.md", "pipe.md", OLD, NEW)
