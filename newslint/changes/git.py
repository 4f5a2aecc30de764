"""Asking git which files have changed, and what they held before. Nothing is written.

Names are taken as git stores them (`-z`), and no shell is in between: a name may hold
anything. The environment goes to git as it is, since a hook may work on an index of its own.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from newslint.errors import ConfigError, ReadError

#: The modes of what may be an article: no links, no submodules.
_REGULAR = frozenset({"100644", "100755", "100664"})
_DIFF = (
    *("-c", "diff.relative=false", "diff", "--raw", "-z", "-M", "--no-abbrev"),
    *("--no-ext-diff", "--ignore-submodules=all"),
)
_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Change:
    """A file that is new or has changed.

    `path` is absolute. `old` and `new` name what it held and holds in git's store: `old` is
    None for a new file, `new` where the working tree is looked at. An `unmerged` file has
    several versions, and neither.
    """

    path: str
    old: str | None = None
    new: str | None = None
    unmerged: bool = False


@dataclass(frozen=True, slots=True)
class Changes:
    """The files that have changed in the repository at `top`, by their absolute paths.

    `since` says in words what they are compared with. If `staged`, what counts is the index
    and not the working tree.
    """

    top: Path
    since: str
    staged: bool
    files: Mapping[str, Change]

    def at(self, path: str | Path) -> Change | None:
        """Return the change of the file at `path`, relative to the working directory."""
        return self.files.get(real_place(path))


def real_place(path: str | Path) -> str:
    """Return the absolute path of a file, its folders without links; it need not exist."""
    absolute = os.path.normpath(Path.cwd() / path)
    folder, name = os.path.split(absolute)
    return os.path.join(os.path.realpath(folder), name)  # noqa: PTH118 - names of any kind


def staged() -> Changes:
    """Return what the index holds other than the last commit; everything if there is none.

    Raises:
        ConfigError: if git cannot tell.
    """
    top = _top()
    files = _changed(top, _git(*_DIFF, "--cached", "--"), staged=True)
    return Changes(top, "the last commit", True, files)


def since(ref: str) -> Changes:
    """Return what has changed in the working tree since it parted from `ref`.

    That is where the histories of `ref` and of the last commit met last. Files that git does
    not know and is not told to ignore are new.

    Raises:
        ConfigError: if there is no such commit, or git cannot tell.
    """
    if not ref or ref.startswith("-") or "\0" in ref:
        raise ConfigError(f"--diff {ref!r}: not the name of a commit", "name a branch or commit")
    top = _top()
    base = _merge_base(ref)
    files = _changed(top, _git(*_DIFF, base, "--"), staged=False)
    for entry in _names(_listed("--unmerged")):
        path = _path(top, entry.partition("\t")[2])
        files[path] = Change(path, unmerged=True)
    for name in _names(_listed("--others", "--exclude-standard")):
        if not name.endswith("/"):  # a repository inside this one
            path = _path(top, name)
            if os.path.isfile(path) and not os.path.islink(path):  # noqa: PTH113, PTH114 - many, as text
                files[path] = Change(path)
    return Changes(top, ref, False, files)


class Blobs:
    """Reads what git has stored. Made by `open_blobs`."""

    def __init__(self, question: IO[bytes], answer: IO[bytes]) -> None:
        """Hold the two ends of a conversation with git."""
        self._question = question
        self._answer = answer

    def read(self, name: str, most: int) -> bytes:
        """Return the first `most` bytes of what git stored as `name`.

        Raises:
            ReadError: if git does not have it.
        """
        try:
            self._question.write(name.encode("ascii") + b"\n")
            self._question.flush()
            header = self._answer.readline().split()
        except OSError:
            header = []
        if len(header) != 3:
            raise ReadError(f"git does not have the object {name}", "run `git fsck`")
        size = int(header[2])
        data = self._answer.read(min(size, most))
        left = size - len(data)
        while left > 0:
            passed = len(self._answer.read(min(left, _CHUNK)))
            if not passed:
                break
            left -= passed
        self._answer.read(1)
        return data


@contextmanager
def open_blobs() -> Iterator[Blobs]:
    """Let git hand over what it has stored, for as long as the context lasts.

    Raises:
        ConfigError: if there is no git.
    """
    with _start("cat-file", "--batch") as git:
        assert git.stdin is not None
        assert git.stdout is not None
        try:
            yield Blobs(git.stdin, git.stdout)
        finally:
            # It would wait for the end of its input, which other processes may hold open.
            git.terminate()
            with suppress(OSError):
                git.stdin.close()


def _changed(top: Path, raw: bytes, *, staged: bool) -> dict[str, Change]:
    """Read the answer of `git diff --raw -z`."""
    files: dict[str, Change] = {}
    fields = iter(_names(raw))
    for header in fields:
        old_mode, mode, old, new, status = header.removeprefix(":").split(" ")
        name = next(fields)
        if status[0] in "RC":
            name = next(fields)
        path = _path(top, name)
        if status == "U":
            files[path] = Change(path, unmerged=True)
        elif mode in _REGULAR and path not in files:
            before = old if old_mode in _REGULAR else None
            files[path] = Change(path, before, new if staged else None)
    return files


def _listed(*options: str) -> bytes:
    return _git("ls-files", "-z", "--full-name", *options, "--", ":/")


def _names(answer: bytes) -> list[str]:
    return [os.fsdecode(name) for name in answer.split(b"\0")[:-1]]


def _path(top: Path, name: str) -> str:
    return os.path.normpath(os.path.join(top, name))  # noqa: PTH118 - names of any kind


def _top() -> Path:
    answer = _git("rev-parse", "--show-toplevel")
    return Path(os.path.realpath(os.fsdecode(answer.rstrip(b"\r\n"))))


def _merge_base(ref: str) -> str:
    commit = _ask("rev-parse", "--verify", "--quiet", f"{ref}^{{commit}}")
    if commit.returncode:
        raise ConfigError(f"--diff {ref}: git knows no such commit", _remedy("check its name"))
    if _ask("rev-parse", "--verify", "--quiet", "HEAD^{commit}").returncode:
        raise ConfigError(f"--diff {ref}: there is no commit here yet", "use --staged")
    base = _ask("merge-base", commit.stdout.decode("ascii").strip(), "HEAD")
    if base.returncode:
        raise ConfigError(
            f"--diff {ref}: no commit is known from which {ref} and HEAD both descend",
            _remedy("name a commit of the same history"),
        )
    return base.stdout.decode("ascii").strip()


def _remedy(otherwise: str) -> str:
    """Return what to do about a commit that is not there."""
    if _ask("rev-parse", "--is-shallow-repository").stdout.strip() == b"true":
        return (
            "the history here is cut short: fetch it with `git fetch --unshallow`, "
            "or check out with `fetch-depth: 0`"
        )
    return f"{otherwise}, or fetch it first with `git fetch`"


def _git(*arguments: str) -> bytes:
    """Return what git answers.

    Raises:
        ConfigError: if it does not.
    """
    done = _ask(*arguments)
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip()
        first = (said.splitlines() or [f"exit code {done.returncode}"])[0]
        if "not a git repository" in said:
            raise ConfigError(
                f"{Path.cwd()} is not in a git repository",
                "run newslint in one, or leave out --staged and --diff",
            )
        hint = "see what `git status` says here"
        if "dubious ownership" in said:
            hint = "if you trust it: git config --global --add safe.directory THAT_FOLDER"
        why = first.removeprefix("fatal: ")
        raise ConfigError(f"git cannot say what has changed: {why}", hint)
    return done.stdout


def _ask(*arguments: str) -> subprocess.CompletedProcess[bytes]:
    with _start(*arguments) as git:
        out, err = git.communicate()
    return subprocess.CompletedProcess(git.args, git.returncode, out, err)


def _start(*arguments: str) -> subprocess.Popen[bytes]:
    batch = "--batch" in arguments
    try:
        return subprocess.Popen(
            ["git", "--no-pager", *arguments],
            stdin=subprocess.PIPE if batch else subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL if batch else subprocess.PIPE,
            # Words to look for in messages; and no lock on an index that others work on.
            env={**os.environ, "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0"},
        )
    except OSError as error:
        why = "it is not installed" if isinstance(error, FileNotFoundError) else error.strerror
        raise ConfigError(
            f"git cannot be run: {why}", "install git, or leave out --staged and --diff"
        ) from None
