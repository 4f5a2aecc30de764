"""Handing changed articles over: into their files, to standard output, or as a diff."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from newslint.errors import NewslintError

if TYPE_CHECKING:
    from newslint.files import Selection
    from newslint.result import FileError, FileResult, Notice

_BOM = "\ufeff"


class Delivery:
    """Takes the new text of each file to where it belongs."""

    def __init__(self, selection: Selection, paths: tuple[str, ...], *, diff: bool) -> None:
        """Look at where the files are; with `diff` nothing is written.

        Raises:
            ConfigError: if standard input is called like a file that is also given.
        """
        from newslint.errors import ConfigError

        self.diff = diff
        self._files = {found.path: found.file for found in selection.found}
        self._stdin = next((f.path for f in selection.found if f.file is None), None)
        self._passed_by = "-" in paths and self._stdin is None
        self._mark = _BOM if self._stdin is not None and _starts_with_bom() else ""
        self._seen = False
        if len(self._files) < len(selection.found):
            raise ConfigError(
                f"standard input and a file are both called {self._stdin}",
                "give standard input another name with --stdin-filename",
            )

    @property
    def to_stdout(self) -> bool:
        """Whether standard output is taken, so that there is no place on it for remarks."""
        return self.diff or self._stdin is not None or self._passed_by

    def deliver(self, path: str, before: str, after: str) -> FileError | None:
        """Hand over the text of one file; return what went wrong, if anything did."""
        from newslint.files import replace_text
        from newslint.result import FileError

        self._seen = self._seen or path == self._stdin
        if self.diff:
            self._show(path, before, after)
        elif path == self._stdin:
            _write(self._mark + after)
        elif before != after:
            file = self._files.get(path)
            try:
                assert file is not None
                replace_text(file, path, before, after)
            except NewslintError as error:
                return FileError("write", error.message, error.hint)
        return None

    def finish(self) -> FileError | None:
        """Make sure that standard input came out again; return what went wrong, if it did not.

        What is excluded (`--force-exclude`) comes out as it went in.
        """
        from newslint.result import FileError

        if self._passed_by and not self.diff:
            sys.stdout.flush()
            sys.stdout.buffer.write(sys.stdin.buffer.read())
        if self._stdin is not None and not self._seen:
            return FileError("read", "standard input was not read", "nothing was written")
        return None

    def _show(self, path: str, before: str, after: str) -> None:
        from newslint.reports.patch import patch
        from newslint.reports.visible import visible

        text = patch(path, before, after)
        if sys.stdout.isatty():
            click.echo("".join(visible(line) + "\n" for line in text.split("\n")[:-1]), nl=False)
        else:
            _write(text)


def say_errors(results: list[FileResult], errors: list[FileError]) -> None:
    """Say on standard error what could not be done, each with what to do about it."""
    from newslint.reports.visible import one_line

    for error in (*errors, *(error for result in results for error in result.errors)):
        click.echo(f"{error.kind} error: {one_line(error.message)}", err=True)
        if error.hint:
            click.echo(f"  {one_line(error.hint)}", err=True)


def say_notices(notices: list[Notice]) -> None:
    """Say every notice once on standard error."""
    from newslint.reports.visible import one_line

    for notice in sorted(set(notices)):
        click.echo(f"{notice.kind}: {one_line(notice.message)}", err=True)


def _write(text: str) -> None:
    """Write UTF-8 whatever the terminal's encoding is, and line breaks as they are."""
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode("utf-8"))
    sys.stdout.buffer.flush()


def _starts_with_bom() -> bool:
    """Look at the start of standard input without reading it."""
    peek = getattr(sys.stdin.buffer, "peek", None)
    return peek is not None and bytes(peek(3)[:3]) == _BOM.encode("utf-8")
