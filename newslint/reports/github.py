"""GitHub workflow commands: findings as annotations on the changed files.

GitHub shows ten annotations of each level for a step, so errors come first and a last one
gives the totals. See https://docs.github.com/actions/reference/workflow-commands-for-github-actions.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TextIO

from newslint.finding import Finding, Severity
from newslint.reports import ReportOptions
from newslint.reports.summary import summary_line
from newslint.reports.visible import visible
from newslint.result import Report

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.SUGGESTION: "notice"}


def write(report: Report, stream: TextIO, options: ReportOptions) -> None:
    """Write one workflow command for each finding, error and notice, then one for the totals."""
    stream.writelines(f"{line}\n" for line in _commands(report, options))


def _commands(report: Report, options: ReportOptions) -> Iterator[str]:
    for error in report.errors:
        yield _command("error", {"title": "newslint"}, _with_hint(error.message, error.hint))
    for result in report.files:
        for error in result.errors:
            properties = {"file": result.path, "line": "1", "title": error.rule or error.kind}
            yield _command("error", properties, _with_hint(error.message, error.hint))
    findings = [finding for result in report.files for finding in result.findings]
    for finding in sorted(findings, key=lambda f: (-f.severity, f.sort_key)):
        yield _annotation(finding)
    if options.quiet:
        return
    for notice in report.notices:
        level = "warning" if notice.kind == "unavailable" else "notice"
        yield _command(level, {"title": "newslint"}, notice.message)
    yield _command("notice", {"title": "newslint"}, summary_line(report.summary))


def _annotation(finding: Finding) -> str:
    properties = {"file": finding.path, "line": str(finding.start.line)}
    one_line = finding.start.line == finding.end.line  # columns are for one line only
    if one_line:
        properties["col"] = str(finding.start.column)
    properties["endLine"] = str(finding.end.line)
    if one_line:
        properties["endColumn"] = str(finding.end.column)
    properties["title"] = finding.rule
    return _command(_COMMANDS[finding.severity], properties, finding.message)


def _command(name: str, properties: dict[str, str], message: str) -> str:
    given = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    return f"::{name} {given}::{_data(message)}"


def _data(text: str) -> str:
    text = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return visible(text)


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _with_hint(message: str, hint: str) -> str:
    return f"{message}: {hint}" if hint else message
