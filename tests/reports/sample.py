"""A report to show in every format."""

from __future__ import annotations

import io

from newslint.engine.verdict import Policy, judge
from newslint.finding import Edit, Finding, Fix, Position, Related, Severity
from newslint.reports import ReportOptions, writer
from newslint.result import FileError, FileResult, Notice, Report, Suppressed
from newslint.span import Span

SOURCE = '# Harbour\n\n"We are done." The hall utilised silence.\n'

FINDING = Finding(
    rule="quotes.nobody",
    severity=Severity.ERROR,
    message="Name the speaker.",
    path="story.md",
    span=Span(11, 25),
    start=Position(3, 1),
    end=Position(3, 15),
    excerpt='"We are done."',
    fingerprint="0123456789abcdef",
    link="https://example.org/quotes",
    related=(Related(Span(2, 9), "the headline has no name either"),),
)

FIXABLE = Finding(
    rule="language.plain",
    severity=Severity.SUGGESTION,
    message="Prefer 'used'.",
    path="story.md",
    span=Span(35, 43),
    start=Position(3, 25),
    end=Position(3, 33),
    excerpt="utilised",
    fingerprint="fedcba9876543210",
    fix=Fix((Edit(Span(35, 43), "used"),), safe=True),
)

FILE = FileResult(
    "story.md",
    "markdown",
    "news",
    "analysis",
    findings=(FINDING, FIXABLE),
    suppressed=(Suppressed(FIXABLE, "his word", "KM"),),
    errors=(FileError("rule", "rule x.y failed: KeyError: 'z'", "switch it off", "x.y"),),
    source=SOURCE,
)

NOTICE = Notice("unavailable", "the model is not installed; not run: x.z")


def report(*files: FileResult, notices: tuple[Notice, ...] = (NOTICE,)) -> Report:
    """Return the report of these files (default: the sample)."""
    return judge(files or (FILE,), notices, Policy())


def shown(name: str, what: Report, **options: bool | int) -> str:
    """Return what the format `name` makes of a report."""
    stream = io.StringIO()
    writer(name)(what, stream, ReportOptions(**options))  # type: ignore[arg-type] # by name
    return stream.getvalue()
