"""A report to show in every format."""

from __future__ import annotations

import dataclasses
import io
from typing import Any

from newslint.engine.verdict import Policy, judge
from newslint.finding import Edit, Finding, Fix, Position, Related, Severity
from newslint.lines import Lines
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


def shown(name: str, what: Report, **options: Any) -> str:
    """Return what the format `name` makes of a report."""
    stream = io.StringIO()
    writer(name)(what, stream, ReportOptions(**options))
    return stream.getvalue()


#: What a message or a path must not do: command a terminal or a workflow, end a CDATA
#: section, be markup, mention people, link, or break a table, a line or an encoding.
HOSTILE = (
    "::error::x\r\n::stop-commands::y %0A ##[add-mask]z \x1b[31mred\x1b]0;t\x07 \x00 \x9b2J \x7f"
    " ]]> <script>alert(1)</script> <!-- --> &amp; | a | `code` **bold** _it_ [x](y) {0} ~s~"
    " @desk team@desk.example #12 !7 GH-9 $4 :smile: https://a.example www.a.example \\"
    " [bold]b[/bold] [sic] \u202egnp.exe\u2066 \u2028end\ud800\ufffe"
)

#: Characters of two UTF-16 units and four bytes before a finding, and lines that end in CRLF.
ASTRAL = "😀 Harbour\r\n\r\n😀é😀 The hall utilised silence\r\nand more.\r\n"


def finding_at(source: str, words: str, **changes: Any) -> Finding:
    """Return a finding at the first place of `words` in `source`, with a safe fix."""
    start = source.index(words)
    span = Span(start, start + len(words))
    lines = Lines(source)
    found = dataclasses.replace(
        FINDING,
        span=span,
        start=lines.position(span.start),
        end=lines.position(span.end),
        excerpt=words,
        related=(Related(Span(0, 1), "the first character"),),
        fix=Fix((Edit(span, "used"),), safe=True),
    )
    return dataclasses.replace(found, **changes)


def astral_file() -> FileResult:
    """Return a file with one finding, on `utilised` in `ASTRAL`."""
    found = (finding_at(ASTRAL, "utilised"),)
    return FileResult("story.md", "markdown", "news", findings=found, source=ASTRAL)


def hostile_file(path: str = HOSTILE) -> FileResult:
    """Return a file in which every text that can be hostile is."""
    source = f"{ASTRAL}{HOSTILE}\n"
    span = Span(0, 1)
    found = finding_at(
        source,
        HOSTILE,
        path=path,
        message=HOSTILE,
        related=(Related(span, HOSTILE),),
        fix=Fix((Edit(span, HOSTILE),)),
    )
    return FileResult(
        path,
        "markdown",
        "news",
        findings=(found,),
        suppressed=(Suppressed(found, HOSTILE, HOSTILE),),
        errors=(FileError("rule", HOSTILE, HOSTILE, "x.y"),),
        source=source,
    )


def hostile_report(path: str = HOSTILE) -> Report:
    """Return a report with nothing but hostile text."""
    return judge(
        [hostile_file(path)],
        [Notice("info", HOSTILE), Notice("unavailable", HOSTILE)],
        Policy(),
        [FileError("config", HOSTILE, HOSTILE)],
    )
