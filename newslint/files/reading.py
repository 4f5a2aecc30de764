"""From a file to its text."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass, field
from pathlib import Path

from newslint.errors import ReadError

#: Where the shell hands over what it has opened itself.
_OPENED = ("/dev/stdin", "/dev/fd/", "/proc/self/fd/")
_BINARY = getattr(os, "O_BINARY", 0)


class NotAnArticle(ReadError):
    """A file that is no text, or no file: an error only if it was named itself."""


class TooLarge(ReadError):
    """A file beyond `max-file-size`: left out with a notice, however it was found."""


@dataclass(frozen=True, slots=True, order=True)
class Found:
    """A file to check. `path` is how reports call it; `file` is None for standard input.

    `named` says that it was named itself, rather than met in a folder.
    """

    path: str
    file: Path | None = field(compare=False)
    named: bool = field(compare=False, default=False)


def read_source(found: Found, max_size: int, stdin: bytes = b"") -> str:
    """Return the text of a file, newlines untouched, without a byte order mark.

    Raises:
        TooLarge: if it is larger than `max_size` bytes.
        NotAnArticle: if it holds a NUL.
        ReadError: if it cannot be opened or is not UTF-8; the message names the byte.
    """
    data = stdin if found.file is None else _bytes_of(found.file, found.path, max_size)
    if len(data) > max_size:
        raise TooLarge(
            f"{found.path} is larger than {max_size:,} bytes", "raise max-file-size to read it"
        )
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise ReadError(f"{found.path} is in UTF-16", "save it as UTF-8", kind="decode")
    nul = data.find(0)
    if nul >= 0:
        raise NotAnArticle(
            f"{found.path} is not text: byte {nul} is NUL", "check that it is an article", "decode"
        )
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise ReadError(
            f"{found.path} is not UTF-8: byte {error.start} is 0x{data[error.start]:02x}",
            "save the file as UTF-8",
            "decode",
        ) from None
    return text.removeprefix("\ufeff")


def _bytes_of(file: Path, path: str, max_size: int) -> bytes:
    try:
        if str(file).startswith(_OPENED):
            with file.open("rb") as stream:
                return stream.read(max_size + 1)
        # A pipe that nobody writes to would wait for ever: it opens at once, and is refused.
        handle = os.open(file, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | _BINARY)
        with os.fdopen(handle, "rb") as stream:
            status = os.fstat(handle)
            if not stat.S_ISREG(status.st_mode):
                raise NotAnArticle(
                    f"{path} is not a regular file",
                    "pipe it into newslint, and give `-` for a path",
                )
            # Room is made for all that is asked for: that is no more than the file should hold.
            data = stream.read(min(max_size, status.st_size) + 1)
            if len(data) > status.st_size:
                data += stream.read(max_size + 1 - len(data))
            return data
    except OSError as error:
        why = "a link in a circle" if circular(file) else error.strerror or str(error)
        raise ReadError(f"{path} cannot be read: {why}", "check the path and its rights") from None


def circular(path: Path) -> bool:
    """Return whether a path is a link that leads back to itself."""
    try:
        path.stat()
    except OSError as error:
        return error.errno == 40 or "symbolic links" in str(error.strerror)  # ELOOP
    except RuntimeError:
        return True
    return False
