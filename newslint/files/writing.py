"""Writing files: the old file whole, or the new file whole, and nothing between."""

from __future__ import annotations

import codecs
import os
import secrets
import shutil
import stat
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from newslint.errors import NewslintError

#: Written by some editors at the start of a UTF-8 file; no part of the article.
BOM = codecs.BOM_UTF8

_AS_BEFORE = "the file is as it was before"


class WriteError(NewslintError):
    """A file that cannot be written. It is as it was before."""


def write_whole(file: Path, text: str) -> None:
    """Write `text`, which newslint made itself, as UTF-8 to `file`, which may exist.

    Whoever reads the file at any time, and whoever writes it at the same time, sees one
    version whole. What is not a regular file (a pipe, a device) is written to as it is.

    Raises:
        WriteError: if it may not be written, the disk is full, or it is a pipe that nobody
            reads.
    """
    target = Path(os.path.realpath(file))
    data = text.encode("utf-8", "backslashreplace")
    try:
        if target.exists() and not stat.S_ISREG(target.stat().st_mode):
            _pour(target, data)
        else:
            _check_right(target, str(file))
            _put(target, data)
    except OSError as error:
        why = error.strerror or str(error)
        raise WriteError(f"{file} cannot be written: {why}", "what was there stays") from error


def replace_text(file: Path, path: str, old: str, new: str) -> None:
    """Put `new` in the place of `old`, which is what was read from the article in `file`.

    A byte order mark stays. `path` is what messages call the file.

    Raises:
        WriteError: if somebody else has changed the file since it was read, if it may not be
            written, or if the disk is full.
    """
    target = Path(os.path.realpath(file))  # the error of a broken link names the link itself
    try:
        if not stat.S_ISREG(target.stat().st_mode):
            raise WriteError(f"{path} is not a regular file", _AS_BEFORE)
        _check_right(target, path)
        mark = _mark_before(target, path, old)
        _put(target, mark + new.encode("utf-8"), lambda: _mark_before(target, path, old))
    except OSError as error:
        why = error.strerror or str(error)
        raise WriteError(f"{path} cannot be written: {why}", _AS_BEFORE) from error


def _check_right(target: Path, path: str) -> None:
    if target.exists() and not os.access(target, os.W_OK):
        raise WriteError(
            f"{path} cannot be written: it is read-only", "give yourself the right to write it"
        )


def _mark_before(target: Path, path: str, old: str) -> bytes:
    """Return the byte order mark of a file that still holds `old`, or no bytes.

    Raises:
        WriteError: if it holds something else.
        OSError: if it cannot be read.
    """
    data = target.read_bytes()
    mark = BOM if data.startswith(BOM) else b""
    if data.removeprefix(BOM) != old.encode("utf-8"):
        raise WriteError(
            f"{path} was changed by somebody else meanwhile", "run newslint on it again"
        )
    return mark


def _put(target: Path, data: bytes, check: Callable[[], object] = lambda: None) -> None:
    """Write a hidden file in the same folder in full, then let it take the place of `target`.

    An existing file keeps its rights and its owner, a link that led to it stays a link.
    `check` is called as late as can be, and raises if the old file is to stay after all.
    """
    exists = target.exists()
    temporary = target.with_name(f".{target.name[:40]}.{secrets.token_hex(8)}.newslint")
    # Not a temporary file of the library's: a new file is to have the usual rights.
    handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600 if exists else 0o666)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        if exists:
            _copy_rights(target, temporary)
        check()
        temporary.replace(target)
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise
    _sync_folder(target.parent)


def _pour(target: Path, data: bytes) -> None:
    """Write to a pipe or a device; a pipe without a reader is an error, not a wait."""
    handle = os.open(target, os.O_WRONLY | getattr(os, "O_NONBLOCK", 0))
    with os.fdopen(handle, "wb") as stream:
        if hasattr(os, "set_blocking"):
            os.set_blocking(handle, True)
        stream.write(data)


def _copy_rights(target: Path, temporary: Path) -> None:
    """Give the new file the rights, owner and attributes of the old one, but not its age."""
    if hasattr(os, "chown"):
        status = target.stat()
        for owner, group in ((-1, status.st_gid), (status.st_uid, -1)):
            with suppress(PermissionError):  # only the superuser may give files away
                os.chown(temporary, owner, group)
    shutil.copystat(target, temporary)
    os.utime(temporary)


def _sync_folder(folder: Path) -> None:
    """Make sure that the new name outlives a power cut, where folders can be synced."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
