"""SARIF 2.1.0, the format that code hosts and editors exchange findings in.

See https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html. The same findings make
the same bytes: no times, no folders of this machine.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any, TextIO
from urllib.parse import quote

from newslint import __version__
from newslint.finding import Finding, Fix, Position
from newslint.lines import Lines
from newslint.reports import ReportOptions
from newslint.reports.identity import numbered
from newslint.reports.sarif_rules import LEVELS, descriptors
from newslint.reports.visible import one_line, sound
from newslint.result import FileError, FileResult, Notice, Report, Suppressed
from newslint.span import Span

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
#: The root of the repository; which folder that is, whoever reads the report knows.
_BASE = "%SRCROOT%"
_MIME_TYPES = {"markdown": "text/markdown", "html": "text/html", "text": "text/plain"}


def write(report: Report, stream: TextIO, options: ReportOptions) -> None:
    """Write one log with one run. `options.rules` explain themselves in it."""
    json.dump(document(report, options), stream, indent=1)
    stream.write("\n")


def document(report: Report, options: ReportOptions) -> dict[str, Any]:
    """Return the report as JSON values."""
    artifacts = {result.path: index for index, result in enumerate(report.files)}
    findings = [
        finding
        for result in report.files
        for finding in (*result.findings, *(one.finding for one in result.suppressed))
    ]
    rules = descriptors(findings, options.rules)
    places = _Places(artifacts, {rule["id"]: index for index, rule in enumerate(rules)})
    # Either all results say where they stand to a baseline, or none: what is known is left out.
    state = {} if report.baseline is None else {"baselineState": "new"}
    run = {
        "tool": {
            "driver": {
                "name": "newslint",
                "version": __version__,
                "semanticVersion": __version__,
                "rules": rules,
            }
        },
        "invocations": [_invocation(report, places)],
        "originalUriBaseIds": {_BASE: {"description": {"text": "The root of the repository."}}},
        "artifacts": [_artifact(result) for result in report.files],
        "columnKind": "unicodeCodePoints",
        "newlineSequences": ["\r\n", "\n", "\r"],
        "results": [
            {**result, **state} for file in report.files for result in _results(file, places)
        ],
    }
    return {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}


class _Places:
    """Where files and rules stand in their lists."""

    def __init__(self, artifacts: Mapping[str, int], rules: Mapping[str, int]) -> None:
        self._artifacts = artifacts
        self.rules = rules

    def artifact(self, path: str) -> dict[str, Any]:
        """Return the location of a file, and its place in the list of files."""
        location = artifact_location(path)
        if path in self._artifacts:
            location["index"] = self._artifacts[path]
        return location


def artifact_location(path: str) -> dict[str, Any]:
    """Return a path as SARIF wants it: relative to the repository, percent-encoded."""
    try:
        raw = path.encode("utf-8", "surrogateescape")  # the bytes of a name that is not UTF-8
    except UnicodeEncodeError:
        raw = sound(path).encode("utf-8")
    if path.startswith("/"):
        return {"uri": f"file://{quote(raw)}"}
    return {"uri": quote(raw), "uriBaseId": _BASE}


def message(text: str) -> dict[str, str]:
    """Return a message without links or places for arguments.

    SARIF reads `[so](url)` as a link and braces as arguments, also in plain text.
    """
    said = one_line(text).replace("](", "] (").replace("{", "{{").replace("}", "}}")
    return {"text": said}


def _results(file: FileResult, places: _Places) -> Iterator[dict[str, Any]]:
    lines = Lines(file.source)
    every = (*file.findings, *(one.finding for one in file.suppressed))
    why = (*([] for _ in file.findings), *([_suppression(one)] for one in file.suppressed))
    for (finding, number), suppressions in zip(numbered(every), why, strict=True):
        yield {**_result(finding, number, places, lines), "suppressions": suppressions}


def _result(finding: Finding, number: int, places: _Places, lines: Lines) -> dict[str, Any]:
    artifact = places.artifact(finding.path)
    identity = f"{finding.fingerprint}:{number}"
    values: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": places.rules[finding.rule],
        "level": LEVELS[finding.severity],
        "message": message(finding.message),
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": artifact,
                    "region": _region(finding.span, finding.start, finding.end),
                }
            }
        ],
        # The first is the one that GitHub looks at.
        "partialFingerprints": {
            "primaryLocationLineHash": identity,
            "newslintFingerprint/v1": identity,
        },
        "properties": _properties(finding),
    }
    if not lines.source:  # a file with suppressed findings only: its text was not kept
        return values
    if finding.related:
        values["relatedLocations"] = [
            {
                "id": identifier,
                "message": message(related.message),
                "physicalLocation": {
                    "artifactLocation": artifact,
                    "region": _region_in(lines, related.span),
                },
            }
            for identifier, related in enumerate(finding.related, 1)
        ]
    if finding.fix and finding.fix.edits:
        values["fixes"] = [_fix(finding.fix, artifact, lines)]
    return values


def _region(span: Span, start: Position, end: Position) -> dict[str, int]:
    return {
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
        "charOffset": span.start,
        "charLength": len(span),
    }


def _region_in(lines: Lines, span: Span) -> dict[str, int]:
    return _region(span, lines.position(span.start), lines.position(span.end))


def _properties(finding: Finding) -> dict[str, Any]:
    values: dict[str, Any] = {"scope": finding.scope, "engine": finding.engine}
    if finding.engine_rule:
        values["engineRule"] = one_line(finding.engine_rule)
    return values


def _fix(fix: Fix, artifact: dict[str, Any], lines: Lines) -> dict[str, Any]:
    replacements = [
        {
            "deletedRegion": _region_in(lines, edit.span),
            "insertedContent": {"text": sound(edit.replacement)},
        }
        for edit in fix.edits
    ]
    kind = "safe to apply" if fix.safe else "a suggestion: read it before you apply it"
    return {
        "description": {"text": f"newslint's fix ({kind})"},
        "artifactChanges": [{"artifactLocation": artifact, "replacements": replacements}],
    }


def _suppression(one: Suppressed) -> dict[str, Any]:
    values: dict[str, Any] = {"kind": "inSource", "justification": one_line(one.reason)}
    more = {
        "by": one_line(one.by) if one.by else None,
        "until": one.until.isoformat() if one.until else None,
    }
    if any(more.values()):
        values["properties"] = {key: value for key, value in more.items() if value}
    return values


def _artifact(result: FileResult) -> dict[str, Any]:
    values = {
        "location": artifact_location(result.path),
        "roles": ["analysisTarget"],
        "encoding": "UTF-8",
    }
    if result.format in _MIME_TYPES:
        values["mimeType"] = _MIME_TYPES[result.format]
    return values


def _invocation(report: Report, places: _Places) -> dict[str, Any]:
    summary = report.summary
    values: dict[str, Any] = {
        "executionSuccessful": summary.exit != 2,
        "exitCode": summary.exit,
        "toolExecutionNotifications": [
            _error(error, places, result.path) for result in report.files for error in result.errors
        ],
        "toolConfigurationNotifications": [
            *(_error(error, places) for error in report.errors),
            *map(_notice, report.notices),
        ],
    }
    if summary.because:
        values["exitCodeDescription"] = one_line(summary.because)
    return values


def _error(error: FileError, places: _Places, path: str | None = None) -> dict[str, Any]:
    said = f"{error.message}: {error.hint}" if error.hint else error.message
    values: dict[str, Any] = {
        "descriptor": {"id": error.kind},
        "level": "error",
        "message": message(said),
    }
    if error.rule:
        values["associatedRule"] = {"id": error.rule}
        if error.rule in places.rules:
            values["associatedRule"]["index"] = places.rules[error.rule]
    if path is not None:
        values["locations"] = [{"physicalLocation": {"artifactLocation": places.artifact(path)}}]
    return values


def _notice(notice: Notice) -> dict[str, Any]:
    return {
        "descriptor": {"id": notice.kind},
        "level": "warning" if notice.kind == "unavailable" else "note",
        "message": message(notice.message),
    }
