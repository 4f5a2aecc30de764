"""GitHub workflow commands: findings as annotations on the changed files.

GitHub shows ten annotations of each level for a step. So errors come first, what is beyond
ten is said in plain lines of the log, and a last annotation gives the totals. See
https://docs.github.com/actions/reference/workflow-commands-for-github-actions.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TextIO

from newslint.finding import Finding, Severity
from newslint.reports import ReportOptions
from newslint.reports.concise import error_line, finding_line
from newslint.reports.summary import summary_line
from newslint.reports.visible import one_line, visible
from newslint.result import Report

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.SUGGESTION: "notice"}

#: Annotations of each level that are shown; one notice is kept for the totals.
_SHOWN = {"error": 10, "warning": 10, "notice": 9}


@dataclass(frozen=True, slots=True)
class _Annotation:
    """An annotation, and the line that says the same where no more are shown."""

    level: str
    command: str
    line: str


def write(report: Report, stream: TextIO, options: ReportOptions) -> None:
    """Write workflow commands for what GitHub shows, lines for the rest, then the totals."""
    used: Counter[str] = Counter()
    rest: list[str] = []
    for annotation in _annotations(report, options):
        used[annotation.level] += 1
        if used[annotation.level] <= _SHOWN[annotation.level]:
            stream.write(f"{annotation.command}\n")
        else:
            rest.append(annotation.line)
    if rest:
        stream.write(f"::group::newslint: {len(rest)} more, beyond what GitHub shows\n")
        stream.writelines(f"{_harmless(line)}\n" for line in rest)
        stream.write("::endgroup::\n")
    if not options.quiet:
        stream.write(f"{_command('notice', {'title': 'newslint'}, _totals(report, len(rest)))}\n")


def _annotations(report: Report, options: ReportOptions) -> Iterator[_Annotation]:
    """Yield what there is to say, the most important of each level first."""
    for error in report.errors:
        message = _with_hint(error.message, error.hint)
        yield _general("error", message)
    for result in report.files:
        for error in result.errors:
            properties = {"file": result.path, "line": "1", "title": error.rule or error.kind}
            command = _command("error", properties, _with_hint(error.message, error.hint))
            yield _Annotation("error", command, error_line(result.path, error))
    if not options.quiet:
        for notice in report.notices:
            if notice.kind == "unavailable":
                yield _general("warning", notice.message)
    findings = [finding for result in report.files for finding in result.findings]
    for finding in sorted(findings, key=lambda f: (-f.severity, f.sort_key)):
        yield _of_finding(finding)
    if not options.quiet:
        for notice in report.notices:
            if notice.kind != "unavailable":
                yield _general("notice", notice.message)


def _totals(report: Report, rest: int) -> str:
    line = summary_line(report.summary)
    return f"{line}; {rest} more in the log" if rest else line


def _general(level: str, message: str) -> _Annotation:
    return _Annotation(
        level, _command(level, {"title": "newslint"}, message), f"newslint: {one_line(message)}"
    )


def _of_finding(finding: Finding) -> _Annotation:
    properties = {"file": finding.path, "line": str(finding.start.line)}
    within_line = finding.start.line == finding.end.line  # columns are for one line only
    if within_line:
        properties["col"] = str(finding.start.column)
    properties["endLine"] = str(finding.end.line)
    if within_line:
        properties["endColumn"] = str(finding.end.column)
    properties["title"] = finding.rule
    level = _COMMANDS[finding.severity]
    return _Annotation(level, _command(level, properties, finding.message), finding_line(finding))


def _command(name: str, properties: dict[str, str], message: str) -> str:
    given = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    return f"::{name} {given}::{_data(message)}"


def _data(text: str) -> str:
    text = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return visible(text)


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _harmless(line: str) -> str:
    """Return a line in which the runner sees no command: `::so` first, `##[so]` anywhere."""
    return "  " + line.replace("::", ": :").replace("##[", "## [")


def _with_hint(message: str, hint: str) -> str:
    return f"{message}: {hint}" if hint else message
