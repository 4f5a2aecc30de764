"""What the commands that read articles have in common: options, files, progress."""

from __future__ import annotations

import shutil
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeVar

import click

from newslint.cli.ctrl_c import heed
from newslint.cli.styling import wants_color
from newslint.reports import ReportOptions

if TYPE_CHECKING:
    from newslint.config import Configuration
    from newslint.files import Selection
    from newslint.result import Loaded, Notice

#: Files from which progress is worth showing.
_MANY = 20
#: Seconds between two pictures of it.
_EVERY = 0.1

Command = TypeVar("Command", bound=Callable[..., object])


def article_options(command: Command) -> Command:
    """Give a command the argument PATHS, and the options that decide what is read."""
    for decorate in reversed(
        (
            click.argument("paths", nargs=-1),
            click.option(
                "--config",
                type=click.Path(dir_okay=False, path_type=Path),
                help="The configuration file (default: found from the working directory upwards).",
            ),
            click.option("--no-color", is_flag=True, help="Do not colour the output."),
            click.option(
                "--force-exclude", is_flag=True, help="Leave out excluded files even when named."
            ),
            click.option("--show-skipped", is_flag=True, help="List what was left out, and why."),
            click.option(
                "--stdin-filename",
                default="stdin",
                show_default=True,
                help="What standard input (`-`) is called, and which format it has.",
            ),
        )
    ):
        command = decorate(command)
    return command


def select_files(
    paths: tuple[str, ...],
    configuration: Configuration,
    note: Callable[[Notice], None],
    *,
    stdin_filename: str,
    force_exclude: bool,
    show_skipped: bool,
    choose: Callable[[Selection], Selection] = lambda selection: selection,
) -> Selection:
    """Return the files to read; without `paths`, those of the working directory.

    `note` is told what was left out. `choose` may leave out more.
    """
    from newslint.files import find_files
    from newslint.result import Notice

    found = find_files(
        paths or (".",), configuration, stdin_name=stdin_filename, force_exclude=force_exclude
    )
    selection = choose(found)
    for left in selection.left:
        if left.loud or show_skipped:
            note(Notice("skipped", f"{left.path}: {left.why}"))
    if not selection.found and not selection.missing:
        note(Notice("info", "no articles to check"))
    return selection


def standard_input(_: str, most: int) -> bytes:
    """Return what standard input holds, as far as `most` bytes.

    Raises:
        ReadError: if it is closed.
    """
    from newslint.errors import ReadError

    if sys.stdin is None:
        raise ReadError("standard input is closed", "pipe an article into newslint")
    return sys.stdin.buffer.read(most)


def load_files(
    selection: Selection,
    configuration: Configuration,
    note: Callable[[Notice], None],
    content: Callable[[str, int], bytes] = standard_input,
) -> Iterator[Loaded]:
    """Yield the files that can be read and errors for the others.

    What has a path but no file is read with `content`, from its path and a number of bytes.
    """
    from newslint.errors import ReadError
    from newslint.files import NotAnArticle, TooLarge, read_source
    from newslint.result import FileError, Loaded, Notice

    def failed(path: str, error: ReadError) -> Loaded:
        kind: Literal["read", "decode"] = "decode" if error.kind == "decode" else "read"
        return Loaded(path, error=FileError(kind, error.message, error.hint))

    for missing in selection.missing:
        yield failed(missing.path, missing.error)
    for found in selection.found:
        most = configuration.for_file(found.path).max_file_size
        try:
            data = content(found.path, most + 1) if found.file is None else b""
            yield Loaded(found.path, read_source(found, most, data))
        except TooLarge as error:  # a limit the user set or may raise: said, never a failure
            note(Notice("skipped", f"{error.message}: {error.hint}"))
        except NotAnArticle as error:
            if found.named:
                yield failed(found.path, error)
            else:
                note(Notice("skipped", error.message))
        except ReadError as error:
            yield failed(found.path, error)


def report_options(*, no_color: bool, quiet: bool) -> ReportOptions:
    """Return how to show a report on standard output."""
    return ReportOptions(
        color=wants_color(no_color),
        width=shutil.get_terminal_size((100, 24)).columns if sys.stdout.isatty() else 100,
        quiet=quiet,
    )


def say_aside(notices: Iterable[Notice], last: str) -> None:
    """Say on standard error what a report for scripts has no place for."""
    from newslint.reports.visible import one_line

    for notice in notices:
        click.echo(f"{notice.kind}: {one_line(notice.message)}", err=True)
    click.echo(last, err=True)


def progress_bar(
    doing: str, files: int, *, quiet: bool
) -> AbstractContextManager[Callable[[str], None]]:
    """Return what to call with each finished file: it moves a bar, if that is worth while.

    What is returned raises KeyboardInterrupt if Ctrl-C was pressed and went unheard.
    """
    if files < _MANY or quiet or not sys.stderr.isatty():
        return nullcontext(lambda _: heed())
    return _bar(doing, files)


@contextmanager
def _bar(doing: str, files: int) -> Iterator[Callable[[str], None]]:
    """Show a bar on standard error, and take it away at the end."""
    from rich.console import Console
    from rich.progress import Progress

    # Without a thread of its own: processes may be forked while it is shown.
    bar = Progress(console=Console(stderr=True), transient=True, auto_refresh=False)
    task = bar.add_task(doing, total=files)
    shown = 0.0

    def advance(_: str) -> None:
        nonlocal shown
        heed()
        bar.advance(task)
        if time.monotonic() - shown > _EVERY:
            bar.refresh()
            shown = time.monotonic()

    with bar:
        yield advance
