"""`--output FORMAT:PATH`: the same report in several formats, each to its own place."""

from __future__ import annotations

import difflib
import io
import os
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from newslint.errors import ConfigError
from newslint.reports import BARE, FORMATS, ReportOptions, writer

if TYPE_CHECKING:
    from newslint.files import Selection
    from newslint.result import FileError, Report

#: The path that means standard output.
STDOUT = "-"


@dataclass(frozen=True, slots=True)
class Output:
    """A format, and the file it is written to; None is standard output."""

    format: str
    file: Path | None = None


def parse_outputs(given: Iterable[str], output_format: str | None) -> tuple[Output, ...]:
    """Return what to write: files first, standard output last.

    `given` are the values of `--output`, `output_format` that of `--output-format`: None if
    it was not given, which means text, unless `given` has something for standard output.

    Raises:
        ConfigError: if a value cannot be read or used, or two lead to the same place.
    """
    outputs = [_parse(value) for value in given]
    to_stdout = [output for output in outputs if output.file is None]
    if output_format is not None or not to_stdout:
        to_stdout.append(Output(output_format or "text"))
    if len(to_stdout) > 1:
        formats = " and ".join(sorted({output.format for output in to_stdout}))
        raise ConfigError(
            f"standard output cannot hold more than one report ({formats})",
            "write all but one of them to a file: --output FORMAT:PATH",
        )
    to_files = [output for output in outputs if output.file is not None]
    seen: set[str] = set()
    for output in to_files:
        assert output.file is not None
        place = os.path.realpath(output.file)
        if place in seen:
            raise ConfigError(
                f"two reports are to be written to {output.file}", "give each a file of its own"
            )
        seen.add(place)
        _check(output.file)
    return (*to_files, *to_stdout)


def not_to_read(outputs: Sequence[Output], paths: Iterable[str]) -> frozenset[str]:
    """Return where reports are written, as real paths: no article is to be read there.

    Raises:
        ConfigError: if one of `paths`, the articles that were named, would be overwritten.
    """
    places = {os.path.realpath(output.file) for output in outputs if output.file is not None}
    for path in paths:
        if os.path.realpath(path) in places:
            raise ConfigError(
                f"{path} would be overwritten with a report", "write the report to another file"
            )
    return frozenset(places)


def without_reports(selection: Selection, places: frozenset[str]) -> Selection:
    """Return the files to read without those in `places`: reports are no articles."""
    if not places:
        return selection
    found = tuple(
        one
        for one in selection.found
        if one.file is None or os.path.realpath(one.file) not in places
    )
    return replace(selection, found=found)


def write_reports(report: Report, outputs: Sequence[Output], options: ReportOptions) -> Report:
    """Write every report; return what standard output was told.

    A file that cannot be written is an error of the run: the others are written all the
    same, and what goes to standard output says so.

    Raises:
        WriteError: if standard output cannot be written; a reader that has gone away is a
            BrokenPipeError.
    """
    from newslint.files.writing import WriteError, write_whole
    from newslint.result import FileError

    plain = replace(options, color=False, width=100)
    failed: list[FileError] = []
    for output in outputs:
        if output.file is None:
            continue
        stream = io.StringIO(newline="")
        writer(output.format)(report, stream, plain)
        try:
            write_whole(output.file, stream.getvalue())
        except WriteError as error:
            failed.append(FileError("write", error.message, error.hint))
    final = _with(report, failed)
    for output in outputs:
        if output.file is None:
            _to_stdout(final, output.format, options)
    return final


def _to_stdout(report: Report, name: str, options: ReportOptions) -> None:
    from newslint.files.writing import WriteError

    try:
        writer(name)(report, sys.stdout, options)
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        # Python would try to write the rest at exit, and complain.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        why = error.strerror or str(error)
        raise WriteError(f"standard output cannot be written: {why}") from error
    if name in BARE:
        _aside(report, name, quiet=options.quiet)


def _aside(report: Report, name: str, *, quiet: bool) -> None:
    """Say on standard error what the format on standard output has no place for."""
    from newslint.cli.articles import say_aside
    from newslint.reports.concise import error_line
    from newslint.reports.summary import summary_line
    from newslint.reports.visible import one_line

    if name == "jsonl":  # findings, and nothing else
        for result in report.files:
            for error in result.errors:
                click.echo(error_line(result.path, error), err=True)
    for error in report.errors:
        hint = f": {error.hint}" if error.hint else ""
        click.echo(f"{error.kind} error: {one_line(error.message + hint)}", err=True)
    if not quiet:
        say_aside(report.notices, summary_line(report.summary))


def _with(report: Report, failed: Sequence[FileError]) -> Report:
    """Return the report with further errors of the run as a whole, which then exits 2."""
    if not failed:
        return report
    earlier = report.summary.because if report.summary.exit == 2 else None
    reasons = [*([earlier] if earlier else []), *(error.message for error in failed)]
    summary = replace(
        report.summary,
        exit=2,
        errors=report.summary.errors + len(failed),
        because="; ".join(reasons),
    )
    return replace(report, errors=(*report.errors, *failed), summary=summary)


def _parse(value: str) -> Output:
    name, colon, path = value.partition(":")
    if not colon or not path:
        raise ConfigError(
            f"--output {value}: a format and a file are needed",
            "write --output FORMAT:PATH, for example sarif:report.sarif",
        )
    if name not in FORMATS:
        near = difflib.get_close_matches(name, FORMATS, 1)
        hint = f"did you mean {near[0]!r}?" if near else f"choose from {', '.join(FORMATS)}"
        raise ConfigError(f"--output {value}: there is no format {name!r}", hint)
    return Output(name, None if path == STDOUT else Path(path))


def _check(file: Path) -> None:
    """Refuse, before any work is done, what can never be written.

    Raises:
        ConfigError: if there is no such folder, or the file is a folder.
    """
    if file.is_dir():
        raise ConfigError(f"{file} is a folder", "name a file in it")
    folder = Path(os.path.realpath(file)).parent
    if not folder.is_dir():
        raise ConfigError(
            f"{file} cannot be written: there is no folder {file.parent}", "create it first"
        )
