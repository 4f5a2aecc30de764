"""The suppressions of many files: for people as a table, for programs as JSON."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from typing import Any, TextIO, get_args

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from newslint import __version__
from newslint.reports import ReportOptions
from newslint.reports.terminal import console_for
from newslint.reports.text import error_text, notice_text
from newslint.reports.visible import one_line, visible
from newslint.result import (
    FileResult,
    Report,
    Suppression,
    SuppressionState,
    count,
)

_STATES: tuple[SuppressionState, ...] = get_args(SuppressionState)
_COLUMNS = ("line", "state", "rules", "reason", "by", "until")
_STYLES = {"active": "green", "not checked": "dim"}
_INDENT = "  "
_NOBODY = "nobody named"

#: How many suppressions each owner has in each state. Owners are in alphabetical order.
Owners = dict[str | None, Counter[SuppressionState]]


def owners(files: Iterable[FileResult]) -> Owners:
    """Return the suppressions counted by who gave them; those of nobody come last."""
    found: Owners = {}
    for file in files:
        for one in file.suppressions:
            found.setdefault(one.by, Counter())[one.state] += 1
    return dict(sorted(found.items(), key=lambda pair: (pair[0] is None, pair[0] or "")))


def write_text(report: Report, stream: TextIO, options: ReportOptions) -> None:
    """Write a table for each file that has suppressions, then totals by owner."""
    console = console_for(stream, options)
    for file in report.files:
        if not (file.suppressions or file.errors):
            continue
        _print(console, Text(visible(file.path), "bold"))
        for error in file.errors:
            console.print(error_text(error, _INDENT), end="", soft_wrap=True)
        if file.suppressions:
            console.print(Padding(_table(file.suppressions), (0, 0, 0, 2), expand=False))
        _print(console, Text())
    for error in report.errors:
        console.print(error_text(error), end="", soft_wrap=True)
    if options.quiet:
        return
    for notice in report.notices:
        console.print(notice_text(notice), end="", soft_wrap=True)
    for line in _totals(report):
        _print(console, line)


def write_json(report: Report, stream: TextIO, options: ReportOptions) -> None:  # noqa: ARG001 - Writer
    """Write all suppressions as one JSON document, in ASCII."""
    json.dump(document(report), stream, separators=(",", ":"))
    stream.write("\n")


def document(report: Report) -> dict[str, Any]:
    """Return all suppressions as JSON values. Keys may be added, never removed or changed."""
    counts = Counter(one.state for file in report.files for one in file.suppressions)
    return {
        "version": 1,
        "tool": {"name": "newslint", "version": __version__},
        "files": [_file(file) for file in report.files],
        "owners": [
            {"by": by, "suppressions": states.total(), **_states(states)}
            for by, states in owners(report.files).items()
        ],
        "notices": [{"kind": n.kind, "message": n.message} for n in report.notices],
        "errors": [
            {"kind": e.kind, "rule": e.rule, "message": e.message, "hint": e.hint}
            for e in report.errors
        ],
        "summary": {
            "suppressions": counts.total(),
            **_states(counts),
            "files": report.summary.files,
            "errors": report.summary.errors,
            "exit": report.summary.exit,
            "because": report.summary.because,
        },
    }


def _file(file: FileResult) -> dict[str, Any]:
    return {
        "path": file.path,
        "suppressions": [
            {
                "line": one.line,
                "span": {"start": one.span.start, "end": one.span.end},
                "verb": one.verb or None,
                "rules": list(one.rules),
                "reason": one.reason,
                "by": one.by,
                "until": one.until.isoformat() if one.until else None,
                "state": one.state,
                "detail": one.detail,
                "uses": one.uses,
            }
            for one in file.suppressions
        ],
        "errors": [
            {"kind": e.kind, "rule": e.rule, "message": e.message, "hint": e.hint}
            for e in file.errors
        ],
    }


def _states(counts: Counter[SuppressionState]) -> dict[str, int]:
    return {state.replace(" ", "_"): counts[state] for state in _STATES}


def _table(suppressions: Iterable[Suppression]) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim")
    for name in _COLUMNS:
        table.add_column(Text(name), justify="right" if name == "line" else "left", overflow="fold")
    for one in suppressions:
        rules = ", ".join(one.rules)
        table.add_row(
            Text(str(one.line)),
            Text(one.state, _STYLES.get(one.state, "yellow")),
            Text(visible(f"{rules} (whole file)" if one.verb == "ignore-file" else rules)),
            Text(one_line(_why(one))),
            Text(visible(one.by or "")),
            Text(one.until.isoformat() if one.until else ""),
        )
    return table


def _why(one: Suppression) -> str:
    """Return the reason, and what is wrong, where the state alone does not tell."""
    if one.detail and one.state in ("malformed", "unused"):
        return f"{one.reason} ({one.detail})".strip()
    return one.reason


def _totals(report: Report) -> Iterable[Text]:
    counts = Counter(one.state for file in report.files for one in file.suppressions)
    total = f"{count(counts.total(), 'suppression')} in {count(len(report.files), 'file')}"
    yield Text(total + _by_state(counts))
    for by, states in owners(report.files).items():
        owner = visible(by) if by else _NOBODY
        yield Text(f"{_INDENT}{owner} {states.total()}{_by_state(states)}")
    if report.summary.because:
        yield Text(f"failed: {report.summary.because}", "bold red")


def _by_state(counts: Counter[SuppressionState]) -> str:
    """Return `: 2 active, 1 unused`, or nothing where there are none."""
    each = ", ".join(f"{counts[state]} {state}" for state in _STATES if counts[state])
    return f": {each}" if each else ""


def _print(console: Console, line: Text) -> None:
    console.print(line, soft_wrap=True)
