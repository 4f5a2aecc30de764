"""One line a finding, for scripts and editors: `path:line:col: severity [rule] message`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TextIO

from newslint.reports import ReportOptions
from newslint.reports.visible import one_line, visible
from newslint.result import Report


def write(report: Report, stream: TextIO, options: ReportOptions) -> None:  # noqa: ARG001 - Writer
    """Write findings and errors, and nothing else."""
    stream.writelines(f"{line}\n" for line in _lines(report))


def _lines(report: Report) -> Iterator[str]:
    for result in report.files:
        path = visible(result.path)
        for error in result.errors:
            yield f"{path}:1:1: error [{error.rule or error.kind}] {one_line(error.message)}"
        for finding in result.findings:
            place = f"{path}:{finding.start.line}:{finding.start.column}"
            said = one_line(finding.message)
            yield f"{place}: {finding.severity.label} [{finding.rule}] {said}"
