"""Reviewdog's diagnostic format: findings with suggested changes, for review comments.

`rdjson` is one document, `rdjsonl` one diagnostic a line. Columns count UTF-8 bytes and lines
end at LF, as in git. See https://github.com/reviewdog/reviewdog/tree/master/proto/rdf.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, TextIO

from newslint.finding import Finding, Fix, Severity
from newslint.reports import ReportOptions
from newslint.reports.visible import one_line, sound
from newslint.result import FileError, FileResult, Report
from newslint.span import Span, hull

_SOURCE = {"name": "newslint"}
_SEVERITIES = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.SUGGESTION: "INFO"}

#: Changes over more characters are left out: reviewdog reads lines of at most 64 KiB.
_MOST = 5_000


def write(report: Report, stream: TextIO, options: ReportOptions) -> None:  # noqa: ARG001 - Writer
    """Write one `DiagnosticResult`."""
    json.dump({"source": _SOURCE, "diagnostics": list(_diagnostics(report))}, stream, indent=1)
    stream.write("\n")


def write_lines(report: Report, stream: TextIO, options: ReportOptions) -> None:  # noqa: ARG001 - Writer
    """Write one `Diagnostic` a line."""
    for diagnostic in _diagnostics(report):
        stream.write(json.dumps({**diagnostic, "source": _SOURCE}))
        stream.write("\n")


@dataclass(frozen=True, slots=True)
class _Lines:
    """The lines of a source file as git counts them, with columns in UTF-8 bytes."""

    source: str
    _starts: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Find where each line starts."""
        starts = (0, *(match.end() for match in re.finditer("\n", self.source)))
        object.__setattr__(self, "_starts", starts)

    def range(self, span: Span) -> dict[str, Any]:
        """Return the range of a source span, its end exclusive."""
        return {"start": self._position(span.start), "end": self._position(span.end)}

    def _position(self, offset: int) -> dict[str, int]:
        line = bisect_right(self._starts, offset)
        before = self.source[self._starts[line - 1] : offset]
        # A lone half of a surrogate pair is three bytes, like the U+FFFD that stands for it.
        return {"line": line, "column": len(before.encode("utf-8", "surrogatepass")) + 1}


def _diagnostics(report: Report) -> Iterator[dict[str, Any]]:
    for result in report.files:
        for error in result.errors:
            yield _error(result, error)
        lines = _Lines(result.source)
        for finding in result.findings:
            yield _diagnostic(finding, lines)


def _diagnostic(finding: Finding, lines: _Lines) -> dict[str, Any]:
    code = {"value": finding.rule}
    if finding.link:
        code["url"] = finding.link
    path = sound(finding.path)
    values: dict[str, Any] = {
        "message": one_line(finding.message),
        "location": {"path": path, "range": lines.range(finding.span)},
        "severity": _SEVERITIES[finding.severity],
        "code": code,
    }
    if finding.fix and finding.fix.edits:
        values["suggestions"] = _suggestions(finding.fix, lines)
    if finding.related:
        values["related_locations"] = [
            {
                "message": one_line(related.message),
                "location": {"path": path, "range": lines.range(related.span)},
            }
            for related in finding.related
        ]
    return values


def _suggestions(fix: Fix, lines: _Lines) -> list[dict[str, Any]]:
    """Return a fix as one change: reviewers take or leave each suggestion by itself."""
    whole = hull([edit.span for edit in fix.edits])
    parts = []
    last = whole.start
    for edit in fix.edits:
        parts += [lines.source[last : edit.span.start], edit.replacement]
        last = edit.span.end
    text = sound("".join(parts))
    if max(len(text), len(whole)) > _MOST:
        return []
    return [{"range": lines.range(whole), "text": text}]


def _error(result: FileResult, error: FileError) -> dict[str, Any]:
    hint = f": {error.hint}" if error.hint else ""
    return {
        "message": one_line(error.message + hint),
        "location": {"path": sound(result.path)},
        "severity": "ERROR",
        "code": {"value": error.rule or error.kind},
    }
