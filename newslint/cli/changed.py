"""`--staged` and `--diff REF`: only what concerns the sentences that have changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, TypeVar

import click

from newslint.cli.articles import load_files

if TYPE_CHECKING:
    from newslint.changes.git import Blobs, Change, Changes
    from newslint.config import Configuration
    from newslint.files import Selection
    from newslint.result import FileResult, Loaded, Notice

Command = TypeVar("Command", bound=Callable[..., object])


def change_options(command: Command) -> Command:
    """Give a command the options that keep it to what has changed."""
    for decorate in (
        click.option(
            "--diff",
            metavar="REF",
            help="Report only what concerns the sentences changed since REF, a branch or commit.",
        ),
        click.option(
            "--staged",
            is_flag=True,
            help="Report only what concerns the sentences changed in git's index.",
        ),
    ):
        command = decorate(command)
    return command


@dataclass(frozen=True, slots=True)
class Revision:
    """What has changed, and of the articles that were read the text and the earlier one."""

    changes: Changes
    texts: dict[str, tuple[str, str]] = field(default_factory=dict)

    def select(
        self,
        selection: Selection,
        paths: Sequence[str],
        configuration: Configuration,
        *,
        force_exclude: bool,
    ) -> Selection:
        """Return what of `selection`, the files that `paths` stand for, has changed."""
        from newslint.changes.selection import changed_only

        return changed_only(
            selection, self.changes, paths, configuration, force_exclude=force_exclude
        )

    def versions(self, selection: Selection) -> int:
        """Return how many texts are to be examined, earlier ones among them."""
        changes = (self.changes.at(found.path) for found in selection.found)
        return sum(2 if change and change.old else 1 for change in changes)

    def load(
        self, selection: Selection, configuration: Configuration, note: Callable[[Notice], None]
    ) -> Iterator[Loaded]:
        """Yield the files that can be read, each after its earlier version, and errors."""
        from newslint.changes.git import open_blobs
        from newslint.errors import ReadError
        from newslint.result import FileError, Loaded

        settled = []
        for found in selection.found:
            change = self.changes.at(found.path)
            if change is not None and change.unmerged:
                message = f"{found.path} is not merged yet"
                hint = "resolve its conflicts, then `git add` it"
                yield Loaded(found.path, error=FileError("read", message, hint))
            else:
                settled.append(found)
        with open_blobs() as blobs:

            def content(path: str, most: int) -> bytes:
                change = self.changes.at(path)
                assert change is not None
                assert change.new is not None
                return blobs.read(change.new, most)

            rest = replace(selection, found=tuple(settled))
            for loaded in load_files(rest, configuration, note, content):
                change = self.changes.at(loaded.path)
                if change is None or loaded.error is not None:
                    yield loaded
                    continue
                most = configuration.for_file(loaded.path).max_file_size
                try:
                    old = _earlier(change, loaded.path, blobs, most)
                except ReadError as error:
                    failed = FileError("read", error.message, error.hint)
                    yield replace(loaded, error=failed)
                    continue
                if old is not None:
                    self.texts[loaded.path] = (loaded.text, old)
                    yield replace(loaded, text=old)
                yield loaded

    def split(
        self, results: Iterable[FileResult]
    ) -> tuple[list[FileResult], dict[str, FileResult]]:
        """Return the results of the articles, and those of their earlier versions by path."""
        now: dict[str, FileResult] = {}
        before: dict[str, FileResult] = {}
        for result in results:
            if result.path in self.texts and result.path not in before:
                before[result.path] = result
            else:
                now[result.path] = result
        return list(now.values()), before

    def narrowed(
        self,
        results: Iterable[FileResult],
        before: dict[str, FileResult],
        configuration: Configuration,
        note: Callable[[Notice], None],
    ) -> list[FileResult]:
        """Return the results with what concerns the changes; `note` is told of the rest."""
        from newslint.result import Notice, count

        kept, left = [], 0
        for full in results:
            earlier = before.get(full.path)
            result = full if earlier is None else self._narrowed(full, earlier, configuration)
            left += len(full.findings) - len(result.findings)
            kept.append(result)
        if left:
            said = f"{count(left, 'finding')} left out: not about what has changed since"
            note(Notice("info", f"{said} {self.changes.since}"))
        return kept

    def _narrowed(
        self, result: FileResult, before: FileResult, configuration: Configuration
    ) -> FileResult:
        from newslint.changes.narrowing import narrowed
        from newslint.markup.read import parse_article

        if not result.findings and not result.suppressed:
            return result
        markup = configuration.for_file(result.path).markup
        new, old = (
            parse_article(text, result.path, options=markup) for text in self.texts[result.path]
        )
        return narrowed(result, new, before, old)


def revision_asked(*, staged: bool, diff: str | None, paths: Sequence[str]) -> Revision | None:
    """Return what the options of `change_options` ask for, if anything.

    Raises:
        ConfigError: if git cannot say what has changed.
    """
    if not staged and diff is None:
        return None
    if staged and diff is not None:
        raise click.UsageError("--staged and --diff exclude each other.")
    if "-" in paths:
        raise click.UsageError("standard input (-) has no earlier version to compare with.")
    from newslint.changes import git

    return Revision(git.staged() if diff is None else git.since(diff))


def _earlier(change: Change, path: str, blobs: Blobs, most: int) -> str | None:
    """Return what a file held before, or None if that was no article that could be read.

    Raises:
        ReadError: if git does not have it.
    """
    from newslint.errors import ReadError
    from newslint.files import Found, read_source

    if change.old is None:
        return None
    data = blobs.read(change.old, most + 1)
    try:
        text = read_source(Found(path, None), most, data)
    except ReadError:
        return None
    return text if text.strip() else None
