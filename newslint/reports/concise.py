"""One line a finding, for scripts and editors: `path:line:col: severity [rule] message`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TextIO

from newslint.finding import Finding
from newslint.reports import ReportOptions
from newslint.reports.visible import one_line, visible_path
from newslint.result import FileError, Report


def write(report: Report, stream: TextIO, options: ReportOptions) -> None:  # noqa: ARG001 - Writer
    """Write findings and errors, and nothing else."""
    stream.writelines(f"{line}\n" for line in _lines(report))


def finding_line(finding: Finding) -> str:
    """Return a finding as one line."""
    place = f"{visible_path(finding.path)}:{finding.start.line}:{finding.start.column}"
    said = one_line(finding.message)
    return f"{place}: {finding.severity.label} [{finding.rule}] {said}"


def error_line(path: str, error: FileError) -> str:
    """Return an error of the file at `path` as one line."""
    return f"{visible_path(path)}:1:1: error [{error.rule or error.kind}] {one_line(error.message)}"


def _lines(report: Report) -> Iterator[str]:
    for result in report.files:
        for error in result.errors:
            yield error_line(result.path, error)
        for finding in result.findings:
            yield finding_line(finding)
