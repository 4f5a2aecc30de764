"""What a result depends on besides the text: if any of it changes, nothing kept is used."""

from __future__ import annotations

import hashlib
import importlib.util
import os
import platform
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from newslint import __version__
from newslint.language.spacy_import import KERNEL_VARIABLE


def digest(*parts: object) -> bytes:
    """Return a key for these parts, told apart whatever they hold."""
    state = hashlib.sha256()
    for part in parts:
        data = part if isinstance(part, bytes) else repr(part).encode("utf-8", "backslashreplace")
        state.update(b"%d:" % len(data))
        state.update(data)
    return state.digest()


def of_tool() -> bytes:
    """Return the identity of newslint, of packages of rules, and of all that is installed.

    The files of newslint and of these packages are compared by name, size and age, so that a
    rule under work is not answered from what an older one said.
    """
    return digest(
        __version__,
        platform.python_implementation(),
        sys.version,
        os.environ.get(KERNEL_VARIABLE),
        sorted(info.name for folder in sys.path for info in _distributions(folder)),
        [list(_files(folder)) for folder in (Path(__file__).parents[1], *_plugins())],
    )


def _plugins() -> Iterator[Path]:
    """Yield the folders of packages of rules, our own among them.

    What is installed is not listed with the library for it, which takes longer than all
    the rest.
    """
    for folder in sys.path:
        for info in _distributions(folder):
            try:
                points = (Path(info.path) / "entry_points.txt").read_bytes()
            except OSError:
                continue
            if b"[newslint.rules]" in points:
                yield from _packages(points.decode("utf-8", "replace"))


def _packages(points: str) -> Iterator[Path]:
    section = points.partition("[newslint.rules]")[2].partition("\n[")[0]
    for line in section.splitlines():
        name = line.partition("=")[2].strip()
        try:
            spec = importlib.util.find_spec(name) if name else None
        except (ImportError, ValueError):
            continue  # loading the rules will say so
        for location in (spec and spec.submodule_search_locations) or ():
            yield Path(location)


def of_files(paths: Iterable[Path]) -> bytes:
    """Return the identity of files, and of all files in folders, by what they hold."""
    found: list[object] = []
    for path in paths:
        inside = sorted(path.rglob("*")) if path.is_dir() else [path]
        for file in inside:
            if file.is_file():
                found += (file.relative_to(path).as_posix(), _content(file))
    return digest(*found)


def _content(file: Path) -> bytes:
    try:
        return hashlib.sha256(file.read_bytes()).digest()
    except OSError as error:
        return repr(error.errno).encode()


def _distributions(folder: str) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder or ".") as entries:
            return [e for e in entries if e.name.endswith((".dist-info", ".egg-info"))]
    except OSError:
        return []


def _files(folder: Path) -> Iterator[tuple[str, int, int]]:
    """Yield the name, size and age of each file of a package, in a fixed order."""
    folders = [(str(folder), "")]
    while folders:
        current, above = folders.pop()
        with os.scandir(current) as entries:
            inside = sorted(entries, key=lambda entry: entry.name)
        for entry in inside:
            if entry.is_dir(follow_symlinks=False):
                if entry.name != "__pycache__":
                    folders.append((entry.path, f"{above}{entry.name}/"))
                continue
            status = entry.stat()
            yield above + entry.name, status.st_size, status.st_mtime_ns
