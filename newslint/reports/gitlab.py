"""GitLab Code Quality: what the widget of a merge request reads.

See https://docs.gitlab.com/ci/testing/code_quality/. GitLab shows one finding for each
fingerprint, so no two may be equal.
"""

from __future__ import annotations

import json
from typing import Any, TextIO

from newslint.finding import Finding, Severity
from newslint.reports import ReportOptions
from newslint.reports.identity import numbered, unique
from newslint.reports.visible import one_line, sound
from newslint.result import FileError, Report

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.SUGGESTION: "info"}


def write(report: Report, stream: TextIO, options: ReportOptions) -> None:  # noqa: ARG001 - Writer
    """Write an array of issues. Findings and errors of files are issues; nothing else is."""
    json.dump(issues(report), stream, indent=1)
    stream.write("\n")


def issues(report: Report) -> list[dict[str, Any]]:
    """Return the report as JSON values, by path and place."""
    found = []
    for result in report.files:
        for number, error in enumerate(result.errors, 1):
            found.append(_error(result.path, error, number))
        found += [_issue(finding, number) for finding, number in numbered(result.findings)]
    return found


def _issue(finding: Finding, number: int) -> dict[str, Any]:
    return {
        "description": one_line(finding.message),
        "check_name": finding.rule,
        "fingerprint": unique(finding.path, finding.fingerprint, number),
        "severity": _SEVERITIES[finding.severity],
        "location": {
            "path": sound(finding.path),
            "lines": {"begin": finding.start.line, "end": finding.end.line},
        },
    }


def _error(path: str, error: FileError, number: int) -> dict[str, Any]:
    return {
        "description": one_line(error.message),
        "check_name": error.rule or error.kind,
        "fingerprint": unique(path, f"{error.kind} {error.rule} {error.message}", number),
        "severity": "critical",
        "location": {"path": sound(path), "lines": {"begin": 1, "end": 1}},
    }
