"""The JSON report. Its shape is a contract: keys may be added, never removed or changed."""

from __future__ import annotations

import json
from typing import Any, TextIO

from newslint import __version__
from newslint.finding import Finding, Fix, Position
from newslint.reports import ReportOptions
from newslint.result import BaselineUse, FileError, FileResult, Report, Suppressed
from newslint.span import Span


def write(report: Report, stream: TextIO, options: ReportOptions) -> None:  # noqa: ARG001 - Writer
    """Write the report as one JSON document, in ASCII, so that no terminal can stumble."""
    # Not `dump`, which is written in Python and takes several times as long.
    stream.write(json.dumps(document(report), separators=(",", ":")) + "\n")


def document(report: Report) -> dict[str, Any]:
    """Return the report as JSON values."""
    summary = report.summary
    return {
        "version": 1,
        "tool": {"name": "newslint", "version": __version__},
        "files": [_file(result) for result in report.files],
        "notices": [{"kind": n.kind, "message": n.message} for n in report.notices],
        "errors": [_error(error) for error in report.errors],
        "baseline": _baseline(report.baseline),
        "summary": {
            "error": summary.error,
            "warning": summary.warning,
            "suggestion": summary.suggestion,
            "suppressed": summary.suppressed,
            "baselined": summary.baselined,
            "files": summary.files,
            "errors": summary.errors,
            "exit": summary.exit,
            "because": summary.because,
        },
    }


def finding_values(finding: Finding) -> dict[str, Any]:
    """Return one finding as JSON values."""
    return {
        "rule": finding.rule,
        "group": finding.group,
        "severity": finding.severity.label,
        "message": finding.message,
        "scope": finding.scope,
        "span": _span(finding.span),
        "start": _position(finding.start),
        "end": _position(finding.end),
        "excerpt": finding.excerpt,
        "fingerprint": finding.fingerprint,
        "link": finding.link,
        "engine": finding.engine,
        "engine_rule": finding.engine_rule,
        "related": [{"message": r.message, "span": _span(r.span)} for r in finding.related],
        "fix": _fix(finding.fix),
    }


def _file(result: FileResult) -> dict[str, Any]:
    return {
        "path": result.path,
        "format": result.format,
        "profile": result.profile,
        "genre": result.genre,
        "findings": [finding_values(finding) for finding in result.findings],
        "suppressed": [_suppressed(one) for one in result.suppressed],
        "baselined": result.baselined,
        "errors": [_error(error) for error in result.errors],
    }


def _baseline(use: BaselineUse | None) -> dict[str, Any] | None:
    if use is None:
        return None
    return {
        "file": use.file,
        "unmatched": [
            {"path": e.path, "rule": e.rule, "fingerprint": e.fingerprint, "count": e.count}
            for e in use.unmatched
        ],
    }


def _suppressed(one: Suppressed) -> dict[str, Any]:
    return {
        "rule": one.finding.rule,
        "span": _span(one.finding.span),
        "reason": one.reason,
        "by": one.by,
        "until": one.until.isoformat() if one.until else None,
    }


def _error(error: FileError) -> dict[str, Any]:
    return {
        "kind": error.kind,
        "rule": error.rule,
        "message": error.message,
        "hint": error.hint,
    }


def _fix(fix: Fix | None) -> dict[str, Any] | None:
    if fix is None:
        return None
    edits = [{**_span(edit.span), "replacement": edit.replacement} for edit in fix.edits]
    return {"safe": fix.safe, "edits": edits}


def _span(span: Span) -> dict[str, int]:
    return {"start": span.start, "end": span.end}


def _position(position: Position) -> dict[str, int]:
    return {"line": position.line, "column": position.column}
