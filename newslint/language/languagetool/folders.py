"""Where a server is installed, and where the one that runs is noted: private to the user."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from newslint.errors import Unavailable
from newslint.user_folders import cache_folder, data_folder

#: What the folder of an installed server holds; its manifest names the other jars.
SERVER_JAR = "languagetool-server.jar"
_WAIT = 0.05


def installed_folder(version: str) -> Path:
    """Return where `newslint languagetool install` puts a version, and a run looks for it.

    The name is one that language-tool-python knows.
    """
    return data_folder() / f"languagetool/LanguageTool-{version}"


def runtime_folder() -> Path:
    """Return the folder that notes the running server, made if need be.

    Raises:
        Unavailable: if it cannot be made.
    """
    folder = Path(os.environ.get("XDG_RUNTIME_DIR") or "") / "newslint"
    if not folder.is_absolute() or not folder.parent.is_dir():
        folder = cache_folder()
    folder /= "languagetool"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise Unavailable(
            f"LanguageTool cannot be started: {folder}: {error.strerror or error}",
            "set XDG_CACHE_HOME to a folder that can be written to",
        ) from None
    return folder


@contextmanager
def locked(folder: Path, patience: float) -> Iterator[None]:
    """Hold a lock on a folder; it ends with the process at the latest.

    Raises:
        Unavailable: if another process holds it for more than `patience` seconds.
    """
    deadline = time.monotonic() + patience
    with (folder / "lock").open("a+b") as file:
        while not _try_lock(file.fileno()):
            if time.monotonic() > deadline:
                raise Unavailable(
                    "LanguageTool cannot be started: another run of newslint has been at it "
                    f"for {patience:g} seconds",
                    "try again, or end that run",
                )
            time.sleep(_WAIT)
        yield  # closing the file lets go of the lock


if sys.platform == "win32":
    import msvcrt

    def _try_lock(descriptor: int) -> bool:
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _try_lock(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
