"""Markdown for one comment on a pull or merge request, which each run replaces.

The first line is a mark that no reader sees: look for the comment that begins with it.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import TextIO

from newslint.attribution.graph import SourceKind
from newslint.finding import Finding, Severity
from newslint.ledger import Ledger
from newslint.reports import ReportOptions
from newslint.reports.markdown_text import words
from newslint.reports.summary import summary_line
from newslint.result import FileError, Report, count

MARK = "<!-- newslint: report -->"

#: A comment on GitHub has at most 65,536 characters; this much is for the tables.
_ROOM = 50_000
_HEAD = "| Line | | Rule | |\n|---:|---|---|---|\n"
_MOST_NOTICES = 10


def write(report: Report, stream: TextIO, options: ReportOptions) -> None:
    """Write a heading with the counts, then a table for each file."""
    stream.write("\n\n".join(_parts(report, options)) + "\n")


def _parts(report: Report, options: ReportOptions) -> Iterator[str]:
    yield f"{MARK}\n### newslint: {words(summary_line(report.summary))}"
    if report.baseline is not None:
        known = count(report.summary.baselined, "known finding")
        new = sum(report.summary.of(severity) for severity in Severity)
        what = "Everything listed is new" if new else "Nothing is new"
        yield f"{what}: {known} of the baseline left out."
    errors = [(result.path, error) for result in report.files for error in result.errors]
    wrong = [_error(None, error) for error in report.errors] + [_error(*one) for one in errors]
    yield from _list(wrong)
    rows = {finding: _row(finding) for result in report.files for finding in result.findings}
    shown = _that_fit(rows)
    for path, findings in groupby(shown, key=lambda finding: finding.path):
        yield f"**{words(path)}**\n\n{_HEAD}" + "\n".join(rows[finding] for finding in findings)
        ledger = options.ledgers.get(path)
        if ledger is not None and ledger.words:
            yield _sources(ledger)
    if len(shown) < len(rows):
        yield f"{count(len(rows) - len(shown), 'finding')} more: see the log."
    if not options.quiet:
        yield from _list([f"- {n.kind}: {words(n.message)}" for n in report.notices])


def _sources(ledger: Ledger) -> str:
    """Return one line on who says what in an article."""
    if not ledger.statements:
        return f"{count(ledger.words, 'word')}, no source."
    unnamed = ledger.count_sources(SourceKind.ANONYMOUS, SourceKind.COLLECTIVE)
    return (
        f"{count(ledger.words, 'word')}: {ledger.quoted_share:.0%} quoted, "
        f"{ledger.stated_share:.0%} attributed to {count(len(ledger.sources), 'source')}, "
        f"{unnamed} of them unnamed."
    )


def _that_fit(rows: dict[Finding, str]) -> list[Finding]:
    """Return the findings for which there is room, the gravest first, by path and place."""
    room = _ROOM
    shown = []
    for finding in sorted(rows, key=lambda f: (-f.severity, f.sort_key)):
        room -= len(rows[finding]) + len(_HEAD) + len(words(finding.path))
        if room < 0:
            break
        shown.append(finding)
    return sorted(shown, key=lambda f: f.sort_key)


def _row(finding: Finding) -> str:
    said = words(finding.message)
    rule = words(finding.rule)
    return f"| {finding.start.line} | {finding.severity.label} | {rule} | {said} |"


def _error(path: str | None, error: FileError) -> str:
    where = f"{words(path)}: " if path is not None else ""
    hint = f" ({words(error.hint)})" if error.hint else ""
    return f"- **{error.kind} error** {where}{words(error.message)}{hint}"


def _list(lines: list[str]) -> Iterator[str]:
    """Yield the first lines as one list, and how many there are besides."""
    if not lines:
        return
    more = len(lines) - _MOST_NOTICES
    yield "\n".join([*lines[:_MOST_NOTICES], *([f"- and {more} more"] if more > 0 else [])])
