"""From what was named on the command line to the list of article files."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from glob import glob, has_magic
from pathlib import Path
from typing import TYPE_CHECKING

from newslint.config import Configuration
from newslint.errors import ReadError
from newslint.files.defaults import DEFAULT_EXCLUDE, DEFAULT_EXCLUDE_FOLDERS, DEFAULT_SUFFIXES
from newslint.files.reading import Found, circular

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

IGNORE_FILES = (".gitignore", ".newslintignore")

STDIN = "-"


@dataclass(frozen=True, slots=True, order=True)
class Left:
    """A file or folder that was left out, and why. A `loud` one is always announced."""

    path: str
    why: str
    loud: bool = False


@dataclass(frozen=True, slots=True)
class Missing:
    """A path that was named and cannot be used."""

    path: str
    error: ReadError


@dataclass(frozen=True, slots=True)
class Selection:
    """The outcome of a search: each part sorted by path, every path once."""

    found: tuple[Found, ...]
    left: tuple[Left, ...]
    missing: tuple[Missing, ...]


def find_files(
    paths: Sequence[str],
    configuration: Configuration,
    *,
    stdin_name: str = "stdin",
    force_exclude: bool = False,
) -> Selection:
    """Return the files that `paths` stand for: files, folders, globs, `-`.

    A file that is named itself is checked whatever `include`, `exclude` and the ignore files
    say, unless `force_exclude`. A folder gives the articles in it and below. Reads the file
    system; paths are relative to the working directory.
    """
    search = _Search(configuration)
    for path in paths:
        if not path:
            search.missing[path] = ReadError("an empty path was given", "name a file or a folder")
        elif path == STDIN:
            if force_exclude and (why := search.left_out(Path(stdin_name))):
                search.leave(stdin_name, why)
            else:
                search.found[STDIN] = Found(stdin_name, None, named=True)
        elif os.path.isdir(path):  # noqa: PTH112 - Path("a/./b") would lose how it was written
            search.walk(Path(path))
        elif os.path.lexists(path):
            search.name(path, force_exclude=force_exclude)
        elif has_magic(path):
            search.expand(path)
        else:
            search.missing[path] = ReadError(f"{path} does not exist", "check the path")
    return Selection(
        tuple(sorted(search.found.values())),
        tuple(sorted(search.left.values())),
        tuple(Missing(path, error) for path, error in sorted(search.missing.items())),
    )


def why_not(path: str, configuration: Configuration) -> str | None:
    """Return why a search of folders would leave the file out, or None if it would not."""
    search = _Search(configuration)
    if not search.includes(configuration.relative(path)):
        return "not among the files to include"
    return search.excluded_chain(Path(path))


class _Search:
    """What has been found so far, and the globs to judge by."""

    def __init__(self, configuration: Configuration) -> None:
        settings = configuration.settings
        self.configuration = configuration
        self.include = _globs(settings.include)
        self.exclude = _globs(settings.exclude)
        self.by_default = _names(DEFAULT_EXCLUDE, re.IGNORECASE)
        self.folders = _names(DEFAULT_EXCLUDE_FOLDERS)
        self.found: dict[str, Found] = {}
        self.left: dict[str, Left] = {}
        self.missing: dict[str, ReadError] = {}
        self._seen: set[tuple[int, int]] = set()
        self._ignores: dict[Path, tuple[tuple[Path, GitIgnoreSpec], ...]] = {}

    def includes(self, name: str) -> bool:
        """Return whether a file is of those to check; `name` is as globs see it."""
        if self.include is None:
            return any(part.endswith(DEFAULT_SUFFIXES) for part in name.split("/"))
        return self.include.match_file(name)

    def leave(self, path: str, why: str, *, loud: bool = False) -> None:
        self.left[path] = Left(path, why, loud)

    def name(self, path: str, *, force_exclude: bool) -> None:
        """Take a file that was named itself."""
        if force_exclude and (why := self.left_out(Path(path))):
            self.leave(path, why)
            return
        self.found[os.path.normpath(path)] = Found(path, Path(path), named=True)

    def expand(self, pattern: str) -> None:
        """Take what a glob matches that the shell did not expand."""
        matches = sorted(glob(pattern, recursive=True))  # noqa: PTH207 - Path.glob refuses absolute
        if not matches:
            self.missing[pattern] = ReadError(f"{pattern} matches no file", "check the pattern")
        for match in matches:
            if os.path.isdir(match):  # noqa: PTH112 - see find_files
                if not pattern.endswith("**"):
                    self.walk(Path(match))
            elif why := self.excluded_chain(Path(match)):
                self.leave(_shown(Path(match)), why)
            else:
                self._take(Path(match), _shown(Path(match)))

    def walk(self, folder: Path) -> None:
        """Take the articles in a folder and below it; linked folders come last."""
        folders, links = [folder], list[Path]()
        while folders or links:
            by_link = not folders
            current = links.pop(0) if by_link else folders.pop()
            try:
                status = current.stat()
                entries = sorted(os.scandir(current), key=lambda e: e.name)
            except OSError as error:
                shown = _shown(current)
                why = error.strerror or str(error)
                self.missing[shown] = ReadError(
                    f"{shown} cannot be read: {why}", "check its rights"
                )
                continue
            if (status.st_dev, status.st_ino) in self._seen:
                if by_link:
                    self.leave(_shown(current), "a link to a folder already searched", loud=True)
                continue
            self._seen.add((status.st_dev, status.st_ino))
            # What begins the path of everything in the folder, as globs and reports see it:
            # found once, where it would be the most of the work for each of many files.
            name = self.configuration.relative(current / "_")[:-1]
            shown = _shown(current / "_")[:-1]
            for entry in entries:
                path = current / entry.name
                linked = entry.is_symlink()
                if not (path.is_dir() if linked else entry.is_dir()):
                    plain = not linked and entry.is_file()
                    self._meet(path, name + entry.name, shown + entry.name, plain=plain)
                elif reason := self._excluded(path, name + entry.name, folder=True):
                    self.leave(f"{shown}{entry.name}/", reason)
                else:
                    (links if linked else folders).append(path)

    def _meet(self, path: Path, name: str, shown: str, *, plain: bool) -> None:
        """Take a file met in a folder, if it is an article; a `plain` one is surely a file."""
        if not self.includes(name):
            return
        why = self._excluded(path, name, folder=False)
        if why:
            self.leave(shown, why)
        elif plain:
            self.found.setdefault(os.path.normpath(shown), Found(shown, path))
        else:
            self._take(path, shown)

    def _take(self, path: Path, shown: str) -> None:
        if not path.exists():
            why = "a link in a circle" if circular(path) else "a link to nothing"
            self.leave(shown, why, loud=True)
        elif not path.is_file():
            self.leave(shown, "not a regular file", loud=True)
        else:
            self.found.setdefault(os.path.normpath(shown), Found(shown, path))

    def left_out(self, path: Path) -> str | None:
        """Return why a file that was named is left out all the same; None if it is not."""
        chosen = self.configuration.settings.include
        if chosen and not self.includes(self.configuration.relative(path)):
            return "not among the files to include"
        return self.excluded_chain(path)

    def excluded_chain(self, path: Path) -> str | None:
        """Return why a file, or a folder above it, is left out; None if it is not."""
        root = self.configuration.root
        absolute = Path(os.path.normpath(Path.cwd() / path))
        for parent in reversed(absolute.parents):
            if root in parent.parents and (
                why := self._excluded(parent, self.configuration.relative(parent), folder=True)
            ):
                return why
        return self._excluded(absolute, self.configuration.relative(absolute), folder=False)

    def _excluded(self, path: Path, name: str, *, folder: bool) -> str | None:
        """Return why a file or folder is left out; `name` is as the globs see it."""
        slash = "/" if folder else ""
        own = None if self.exclude is None else self.exclude.check_file(name + slash).include
        if own:
            return "excluded by the configuration"
        by_default = self.folders if folder else self.by_default
        # An `exclude = ["!README.md"]` takes a file back in.
        if own is None and by_default.fullmatch(path.name):
            return "excluded by default"
        for home, spec in reversed(self._ignoring(path.parent)):
            absolute = Path(os.path.abspath(path))  # noqa: PTH100 - links stay as they are
            ignored = spec.check_file(absolute.relative_to(home).as_posix() + slash).include
            if ignored is not None:
                return "listed in an ignore file" if ignored else None
        return None

    def _ignoring(self, given: Path) -> tuple[tuple[Path, GitIgnoreSpec], ...]:
        """Return the ignore files that govern a folder, the nearest last."""
        if given not in self._ignores:
            folder = Path(os.path.abspath(given))  # noqa: PTH100 - links stay as they are
            repository = self._in_repository(folder)
            top = (folder / ".git").exists() if repository else folder == self.configuration.root
            above = () if top or folder.parent == folder else self._ignoring(folder.parent)
            names = IGNORE_FILES if repository else IGNORE_FILES[1:]
            lines = [line for name in names for line in _lines(folder / name)]
            spec = _globs(lines)
            self._ignores[given] = above if spec is None else (*above, (folder, spec))
        return self._ignores[given]

    def _in_repository(self, folder: Path) -> bool:
        return any((parent / ".git").exists() for parent in (folder, *folder.parents))


def _lines(file: Path) -> Iterator[str]:
    if not file.is_file():
        return
    try:
        yield from file.read_text(encoding="utf-8-sig", errors="replace").splitlines()
    except OSError:
        return


def _shown(path: Path) -> str:
    """Return a path as reports show it: relative to the working directory, with `/`."""
    try:
        return Path(os.path.relpath(path)).as_posix()
    except ValueError:  # another drive
        return path.as_posix()


def _globs(lines: Iterable[str]) -> GitIgnoreSpec | None:
    """Return what matches these globs; None if there are none, as in most folders."""
    if not lines:
        return None
    from pathspec import GitIgnoreSpec

    return GitIgnoreSpec.from_lines(lines)


def _names(patterns: Iterable[str], flags: re.RegexFlag = re.NOFLAG) -> re.Pattern[str]:
    """Return what matches the name of a file or folder; `*` stands for anything."""
    names = (re.escape(pattern).replace(r"\*", ".*") for pattern in patterns)
    return re.compile("|".join(f"(?:{name})" for name in names), flags)
