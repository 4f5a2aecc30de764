"""Checkstyle XML, which many tools read: every file, in it its findings.

The shape is that of https://checkstyle.org's own report; columns count characters.
"""

from __future__ import annotations

from typing import TextIO
from xml.etree import ElementTree as ET

from newslint.finding import Severity
from newslint.reports import ReportOptions
from newslint.reports.visible import one_line
from newslint.reports.xml import add, write_document
from newslint.result import Report

#: The version of the format that readers expect to see.
_VERSION = "4.3"
_SEVERITIES = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.SUGGESTION: "info"}


def write(report: Report, stream: TextIO, options: ReportOptions) -> None:  # noqa: ARG001 - Writer
    """Write one document with all files, those without findings too."""
    root = ET.Element("checkstyle", {"version": _VERSION})
    for result in report.files:
        file = add(root, "file", name=result.path)
        for error in result.errors:
            add(
                file,
                "error",
                line=1,
                severity="error",
                message=one_line(error.message),
                source=error.rule or error.kind,
            )
        for finding in result.findings:
            add(
                file,
                "error",
                line=finding.start.line,
                column=finding.start.column,
                severity=_SEVERITIES[finding.severity],
                message=one_line(finding.message),
                source=finding.rule,
            )
    write_document(root, stream)
