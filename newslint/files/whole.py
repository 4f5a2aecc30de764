"""Writing a file that newslint makes: a report, a baseline. Whole, or not at all."""

from __future__ import annotations

import os
import secrets
import stat
from contextlib import suppress
from pathlib import Path

from newslint.files.writing import WriteError


def write_whole(file: Path, text: str) -> None:
    """Write `text` as UTF-8 to `file`, which may exist.

    It is written in full to a hidden file beside it, which then takes its place: whoever
    reads it at any time, and whoever writes it at the same time, sees one version whole. The
    rights of an existing file stay, and a link stays a link. What is not a regular file (a
    pipe, a device) is written to as it is.

    Raises:
        WriteError: if it may not be written or the disk is full; the old file is untouched.
    """
    target = Path(os.path.realpath(file))
    data = text.encode("utf-8", "backslashreplace")
    try:
        if target.exists() and not stat.S_ISREG(target.stat().st_mode):
            target.write_bytes(data)
        else:
            _replace(target, data)
    except OSError as error:
        why = error.strerror or str(error)
        raise WriteError(
            f"{file} cannot be written: {why}", "what was there is untouched"
        ) from error


def _replace(target: Path, data: bytes) -> None:
    if target.exists() and not os.access(target, os.W_OK):
        raise PermissionError(0, "it is read-only")
    # Not a temporary file of the library's: that could be read by its owner only.
    temporary = target.with_name(f".{target.name[:40]}.{secrets.token_hex(8)}.newslint")
    handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        if target.exists():
            temporary.chmod(stat.S_IMODE(target.stat().st_mode))
        temporary.replace(target)
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise
