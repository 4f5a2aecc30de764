"""The report for people: findings by file, each with its line of source."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, TextIO

from newslint.finding import Finding, Severity
from newslint.lines import Lines
from newslint.reports import ReportOptions
from newslint.reports.summary import summary_line
from newslint.reports.visible import one_line, visible, visible_path
from newslint.result import FileError, FileResult, Notice, Report, Summary
from newslint.span import Span

if TYPE_CHECKING:
    from rich.text import Text

_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.SUGGESTION: "cyan"}
_INDENT = "  "
_GUTTER = "    │ "
_CUT = "…"
#: A fix that deletes or inserts more than this is described, not shown.
_SHOWN_FIX = 60


#: Words and their style, piece by piece.
_Pieces = Iterator[tuple[str, str]]


def write(report: Report, stream: TextIO, options: ReportOptions) -> None:
    """Write findings by file, then notices, errors of the whole run, and a summary line."""
    put = _colored(stream, options) if options.color else _plain(stream)
    for result in report.files:
        if result.findings or result.errors:
            put(_file(result, options))
    for error in report.errors:
        put(_error(error))
    if not options.quiet:
        for notice in report.notices:
            put(_notice(notice))
        put(_summary(report.summary))


def _plain(stream: TextIO) -> Callable[[_Pieces], object]:
    """Return what writes pieces without their styles: rich is not even imported for it."""
    return lambda pieces: stream.write("".join(words for words, _ in pieces))


def _colored(stream: TextIO, options: ReportOptions) -> Callable[[_Pieces], object]:
    from rich.text import Text

    from newslint.reports.terminal import console_for

    console = console_for(stream, options, wrap=False)
    # As `Text`: rich reads square brackets in plain strings as markup.
    return lambda pieces: console.print(Text.assemble(*pieces), end="")


def _file(result: FileResult, options: ReportOptions) -> _Pieces:
    yield visible_path(result.path), "bold"
    yield "\n", ""
    for error in result.errors:
        yield from _error(error, _INDENT)
    lines = Lines(result.source)
    for finding in result.findings:
        yield from _finding(finding, lines, options.width)
    yield "\n", ""


def _finding(finding: Finding, lines: Lines, width: int) -> _Pieces:
    style = _STYLES[finding.severity]
    yield _INDENT, ""
    yield f"{finding.start.line}:{finding.start.column}", "dim"
    yield f" {finding.severity.label}", style
    yield f" {finding.rule}", "bold"
    yield f" {one_line(finding.message)}\n", ""
    yield from _source(finding, lines, width, style)
    for related in finding.related:
        place = lines.position(related.span.start)
        yield f"    {place.line}:{place.column} {one_line(related.message)}\n", "dim"
    yield from _fix(finding, lines.source)


def _source(finding: Finding, lines: Lines, width: int, style: str) -> _Pieces:
    """Yield the line of source where a finding starts, and under it a mark.

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
    yield _GUTTER, "dim"
    yield before, ""
    yield marked, style
    yield f"{after}\n", ""
    yield _GUTTER, "dim"
    yield " " * _cells(before), ""
    yield "^" * max(_cells(marked), 1), style
    if cut_inside or finding.span.end > line.end:
        yield _CUT, style
    yield "\n", ""


def _cells(text: str) -> int:
    """Return how wide a text is on a terminal."""
    if text.isascii():
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)


def _window(line: Span, marked: Span, room: int) -> Span:
    """Return the part of `line` to show: the mark, and what fits evenly around it."""
    if len(line) <= room:
        return line
    spare = max(room - len(marked), 0)
    start = max(line.start, min(marked.start - spare // 2, line.end - room))
    return Span(start, min(line.end, start + room))


def _fix(finding: Finding, source: str) -> _Pieces:
    if finding.fix is None:
        return
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
    yield f"    fix: {'; '.join(dict.fromkeys(parts))}\n", "green"


def _error(error: FileError, indent: str = "") -> _Pieces:
    yield indent, ""
    yield f"{error.kind} error", "bold red"
    yield f" {one_line(error.message)}\n", ""
    if error.hint:
        yield f"{indent}  {one_line(error.hint)}\n", "dim"


def _notice(notice: Notice) -> _Pieces:
    style = "yellow" if notice.kind == "unavailable" else "dim"
    yield f"{notice.kind}: {one_line(notice.message)}\n", style


def _summary(summary: Summary) -> _Pieces:
    yield summary_line(summary) + "\n", "bold red" if summary.exit else "bold green"


def error_text(error: FileError, indent: str = "") -> Text:
    """Return what went wrong, on one or two lines, for a terminal."""
    from rich.text import Text

    return Text.assemble(*_error(error, indent))


def notice_text(notice: Notice) -> Text:
    """Return a notice as a line for a terminal."""
    from rich.text import Text

    return Text.assemble(*_notice(notice))
