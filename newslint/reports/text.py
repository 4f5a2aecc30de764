"""The report for people: findings by file, each with its line of source.

Everything is put together as `Text`: rich reads square brackets in plain strings as markup.
"""

from __future__ import annotations

from typing import TextIO

from rich.cells import cell_len
from rich.text import Text

from newslint.finding import Finding, Severity
from newslint.lines import Lines
from newslint.reports import ReportOptions
from newslint.reports.summary import summary_line
from newslint.reports.terminal import console_for
from newslint.reports.visible import one_line, visible, visible_path
from newslint.result import FileError, FileResult, Notice, Report, Summary
from newslint.span import Span

_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.SUGGESTION: "cyan"}
_INDENT = "  "
_GUTTER = "    │ "
_CUT = "…"
#: A fix that deletes or inserts more than this is described, not shown.
_SHOWN_FIX = 60


def write(report: Report, stream: TextIO, options: ReportOptions) -> None:
    """Write findings by file, then notices, errors of the whole run, and a summary line."""
    console = console_for(stream, options, wrap=False)
    for result in report.files:
        if result.findings or result.errors:
            console.print(_file(result, options), end="")
    for error in report.errors:
        console.print(error_text(error), end="")
    if not options.quiet:
        for notice in report.notices:
            console.print(notice_text(notice), end="")
        console.print(_summary(report.summary), end="")


def _file(result: FileResult, options: ReportOptions) -> Text:
    page = Text.assemble((visible_path(result.path), "bold"), "\n")
    for error in result.errors:
        page.append_text(error_text(error, _INDENT))
    lines = Lines(result.source)
    for finding in result.findings:
        page.append_text(_finding(finding, lines, options.width))
    page.append("\n")
    return page


def _finding(finding: Finding, lines: Lines, width: int) -> Text:
    style = _STYLES[finding.severity]
    text = Text(_INDENT)
    text.append(f"{finding.start.line}:{finding.start.column}", "dim")
    text.append(f" {finding.severity.label}", style)
    text.append(f" {finding.rule}", "bold")
    text.append(f" {one_line(finding.message)}\n")
    text.append_text(_source(finding, lines, width, style))
    for related in finding.related:
        place = lines.position(related.span.start)
        text.append(f"    {place.line}:{place.column} {one_line(related.message)}\n", "dim")
    text.append_text(_fix(finding, lines.source))
    return text


def _source(finding: Finding, lines: Lines, width: int, style: str) -> Text:
    """Return the line of source where a finding starts, and under it a mark.

    A paragraph is often one long line: as much of it is shown as fits around the finding.
    """
    line = lines.line_span(finding.span.start)
    end = max(min(finding.span.end, line.end), finding.span.start)
    room = max(width - len(_GUTTER) - 2, 20)
    window = _window(line, Span(finding.span.start, end), room)
    before = visible(lines.source[window.start : finding.span.start])
    marked = visible(lines.source[finding.span.start : min(end, window.end)])
    after = visible(lines.source[min(end, window.end) : window.end])
    if window.start > line.start:
        before = _CUT + before
    cut_inside = end > window.end
    if window.end < line.end:
        after += _CUT
    text = Text.assemble((_GUTTER, "dim"), before, (marked, style), after, "\n", (_GUTTER, "dim"))
    text.append(" " * cell_len(before))
    text.append("^" * max(cell_len(marked), 1), style)
    if cut_inside or finding.span.end > line.end:
        text.append(_CUT, style)
    text.append("\n")
    return text


def _window(line: Span, marked: Span, room: int) -> Span:
    """Return the part of `line` to show: the mark, and what fits evenly around it."""
    if len(line) <= room:
        return line
    spare = max(room - len(marked), 0)
    start = max(line.start, min(marked.start - spare // 2, line.end - room))
    return Span(start, min(line.end, start + room))


def _fix(finding: Finding, source: str) -> Text:
    if finding.fix is None:
        return Text()
    parts = []
    for edit in finding.fix.edits:
        old, new = edit.span.cut(source), edit.replacement
        if max(len(old), len(new)) > _SHOWN_FIX:
            parts.append("rewrite this passage")
        elif not old:
            parts.append(f"insert “{visible(new)}”")
        elif not new:
            parts.append(f"delete “{visible(old)}”")
        else:
            parts.append(f"“{visible(old)}” → “{visible(new)}”")
    return Text(f"    fix: {'; '.join(dict.fromkeys(parts))}\n", "green")


def error_text(error: FileError, indent: str = "") -> Text:
    """Return what went wrong, on one or two lines."""
    text = Text(indent)
    text.append(f"{error.kind} error", "bold red")
    text.append(f" {one_line(error.message)}\n")
    if error.hint:
        text.append(f"{indent}  {one_line(error.hint)}\n", "dim")
    return text


def notice_text(notice: Notice) -> Text:
    """Return a notice as a line."""
    style = "yellow" if notice.kind == "unavailable" else "dim"
    return Text(f"{notice.kind}: {one_line(notice.message)}\n", style)


def _summary(summary: Summary) -> Text:
    style = "bold red" if summary.exit else "bold green"
    return Text(summary_line(summary) + "\n", style)
