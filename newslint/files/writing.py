"""Writing an article back: the old file whole, or the new file whole, and nothing between."""

from __future__ import annotations

import codecs
import os
import shutil
import stat
import tempfile
from contextlib import suppress
from pathlib import Path

from newslint.errors import NewslintError

#: Written by some editors at the start of a UTF-8 file; no part of the article.
BOM = codecs.BOM_UTF8


class WriteError(NewslintError):
    """A file that cannot be written. It is as it was before."""


def replace_text(file: Path, path: str, old: str, new: str) -> None:
    """Put `new` in the place of `old`, which is what was read from `file`.

    A byte order mark, the rights and the owner of the file stay. A link is followed, and
    stays a link. The new text is first written in full to a hidden file in the same folder,
    which then takes the place of the old one. `path` is what messages call the file.

    Raises:
        WriteError: if somebody else has changed the file since it was read, if it may not be
            written, or if the disk is full.
    """
    target = Path(os.path.realpath(file))  # the error of a broken link names the link itself
    try:
        mark = _check(target, path, old)
        _write(target, path, old, mark + new.encode("utf-8"))
    except OSError as error:
        why = error.strerror or str(error)
        raise WriteError(
            f"{path} cannot be written: {why}", "the file is as it was before"
        ) from error


def _check(target: Path, path: str, old: str) -> bytes:
    """Return the byte order mark of a file that still holds `old`, or no bytes.

    Raises:
        WriteError: if it holds something else, or is not to be written.
        OSError: if it cannot be read.
    """
    status = target.stat()
    if not stat.S_ISREG(status.st_mode):
        raise WriteError(f"{path} is not a regular file", "the file is as it was before")
    if not os.access(target, os.W_OK):
        raise WriteError(f"{path} is read-only", "give yourself the right to write it")
    data = target.read_bytes()
    mark = BOM if data.startswith(BOM) else b""
    if data.removeprefix(BOM) != old.encode("utf-8"):
        raise WriteError(
            f"{path} was changed by somebody else meanwhile", "run newslint on it again"
        )
    return mark


def _write(target: Path, path: str, old: str, data: bytes) -> None:
    handle, name = tempfile.mkstemp(
        prefix=f".{target.name[:40]}.", suffix=".newslint", dir=target.parent
    )
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        _copy_rights(target, temporary)
        _check(target, path, old)  # once more, as late as can be
        temporary.replace(target)
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise
    _sync_folder(target.parent)


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
