"""JUnit XML, as Jenkins, GitLab, Azure and CircleCI read it.

A file is a test suite and every finding a failed test in it, whatever its severity, which is
the type of the failure. A file without findings is one test that passed. The format has no
official schema; this keeps to what https://github.com/testmoapp/junitxml describes.
"""

from __future__ import annotations

from typing import TextIO
from xml.etree import ElementTree as ET

from newslint.reports import ReportOptions
from newslint.reports.concise import error_line, finding_line
from newslint.reports.visible import one_line
from newslint.reports.xml import add, write_document
from newslint.result import FileError, FileResult, Report


def write(report: Report, stream: TextIO, options: ReportOptions) -> None:  # noqa: ARG001 - Writer
    """Write one document with all files."""
    root = ET.Element("testsuites", {"name": "newslint"})
    if report.errors:
        _suite(root, FileResult("newslint", "", "", errors=report.errors))
    for result in report.files:
        _suite(root, result)
    for count in ("tests", "failures", "errors"):
        root.set(count, str(sum(int(suite.get(count, "0")) for suite in root)))
    root.set("time", "0")
    write_document(root, stream)


def _suite(root: ET.Element, result: FileResult) -> None:
    found, wrong = len(result.findings), len(result.errors)
    suite = add(
        root,
        "testsuite",
        name=result.path,
        tests=found + wrong or 1,
        failures=found,
        errors=wrong,
        skipped=0,
        time=0,
    )
    for number, error in enumerate(result.errors, 1):
        case = _case(suite, f"{result.path} ({number})", error.rule or error.kind, result.path)
        add(case, "error", _error_text(result.path, error), **_about(error.message, error.kind))
    for finding in result.findings:
        start = finding.start
        name = f"{result.path}:{start.line}:{start.column}"
        case = _case(suite, name, finding.rule, result.path, line=start.line)
        about = _about(finding.message, finding.severity.label)
        add(case, "failure", finding_line(finding), **about)
    if not found and not wrong:
        _case(suite, result.path, "newslint", result.path)


def _case(suite: ET.Element, name: str, classname: str, path: str, **more: object) -> ET.Element:
    return add(suite, "testcase", name=name, classname=classname, file=path, time=0, **more)


def _about(message: str, kind: str) -> dict[str, str]:
    return {"message": one_line(message), "type": kind}


def _error_text(path: str, error: FileError) -> str:
    hint = f"\n{one_line(error.hint)}" if error.hint else ""
    return error_line(path, error) + hint
