"""The Java that runs the server."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from newslint.errors import Unavailable

#: The oldest Java that LanguageTool 6.6 and later run on.
OLDEST = 17
_PATIENCE = 20.0
_VERSION = re.compile(r'version "(?:1\.)?(\d{1,4})|^openjdk (\d{1,4})', re.MULTILINE)
_HINT = f"install Java {OLDEST} or later, and put it on the PATH or set JAVA_HOME"


@dataclass(frozen=True, slots=True)
class Java:
    """A Java: its program, and its major version."""

    program: str
    major: int


def find_java() -> Java:
    """Return the Java of JAVA_HOME, else the one on the PATH.

    Raises:
        Unavailable: if there is none, it does not run, or it is too old.
    """
    home = os.environ.get("JAVA_HOME")
    program = shutil.which("java", path=str(Path(home) / "bin")) if home else None
    program = program or shutil.which("java")
    if program is None:
        raise Unavailable("LanguageTool needs Java, and there is none", _HINT)
    try:
        done = subprocess.run(
            [program, "-version"],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            timeout=_PATIENCE,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        raise Unavailable(f"LanguageTool needs Java, and {program} does not run", _HINT) from None
    said = _VERSION.search(done.stderr + done.stdout)
    if done.returncode or said is None:
        raise Unavailable(f"LanguageTool needs Java, and {program} does not run", _HINT)
    major = int(said[1] or said[2])
    if major < OLDEST:
        raise Unavailable(
            f"LanguageTool needs Java {OLDEST} or later, and {program} is Java {major}", _HINT
        )
    return Java(program, major)
