"""Reading and changing the file of a baseline, by one newslint or several at once."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from newslint.baseline.form import Baseline, parse, written
from newslint.errors import ConfigError
from newslint.files import write_whole

if sys.platform != "win32":
    import fcntl


def read(file: Path) -> Baseline:
    """Return the baseline in a file.

    Raises:
        ConfigError: if there is none, or it cannot be read.
    """
    found = _read(file)
    if found is None:
        raise ConfigError(
            f"there is no baseline {file}",
            "make it with `newslint baseline create`, or run with --no-baseline",
        )
    return found


def change(file: Path, to: Callable[[Baseline | None], Baseline]) -> tuple[Baseline, Baseline]:
    """Write what `to` makes of the baseline as it is now; return it before and after.

    `to` gets None if there is none. Who else changes it at the same time waits, so that no
    change is lost. A file that would stay the same is not written.

    Raises:
        ConfigError: if what is there cannot be read.
        WriteError: if it cannot be written; then it is as it was before.
    """
    with _alone(file):
        before = _read(file)
        after = to(before)
        if before is None or after != before:
            write_whole(file, written(after))
    return before or Baseline(), after


def _read(file: Path) -> Baseline | None:
    if not file.exists():
        return None
    if not file.is_file():
        raise ConfigError(f"{file} is not a regular file", "name the file of the baseline")
    try:
        text = file.read_text(encoding="utf-8-sig")
    except OSError as error:
        why = error.strerror or str(error)
        raise ConfigError(f"{file} cannot be read: {why}", "check its rights") from None
    except UnicodeDecodeError:
        raise ConfigError(f"{file} is not UTF-8", "take it from your last commit") from None
    return parse(text, str(file))


@contextmanager
def _alone(file: Path) -> Iterator[None]:
    """Wait until nobody else changes a baseline in the same folder."""
    folder = Path(os.path.realpath(file)).parent
    # Windows opens no folders: two writers at once are up to chance there, one stays whole.
    if sys.platform == "win32" or not folder.is_dir():
        yield
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):  # a file system without locks
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)
