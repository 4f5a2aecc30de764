"""GitHub annotations: ten of a level are shown, and no article gives commands."""

from __future__ import annotations

import dataclasses

from inline_snapshot import snapshot

from newslint.finding import Finding, Position, Severity
from newslint.result import FileResult, Notice
from tests.reports.sample import FILE, FINDING, hostile_report, report, shown


def test_errors_come_first_and_totals_last() -> None:
    assert shown("github", report()) == snapshot("""\
::error file=story.md,line=1,title=x.y::rule x.y failed: KeyError: 'z': switch it off
::warning title=newslint::the model is not installed; not run: x.z
::error file=story.md,line=3,col=1,endLine=3,endColumn=15,title=quotes.nobody::Name the speaker.
::notice file=story.md,line=3,col=25,endLine=3,endColumn=33,title=language.plain::Prefer 'used'.
::notice title=newslint::1 error, 1 suggestion in 1 file (1 suppressed); failed: rules failed 1 time
""")


def test_columns_are_given_only_within_one_line() -> None:
    finding = dataclasses.replace(FINDING, end=Position(4, 2))
    output = shown("github", report(dataclasses.replace(FILE, findings=(finding,), errors=())))
    assert "::error file=story.md,line=3,endLine=4,title=quotes.nobody::" in output


def many(number: int, severity: Severity) -> tuple[Finding, ...]:
    return tuple(
        dataclasses.replace(FINDING, severity=severity, start=Position(line, 1))
        for line in range(1, number + 1)
    )


def test_what_github_would_not_show_is_said_in_the_log() -> None:
    found = (*many(12, Severity.WARNING), *many(11, Severity.ERROR), *many(3, Severity.SUGGESTION))
    file = FileResult("story.md", "markdown", "news", findings=found)
    lines = shown("github", report(file, notices=())).splitlines()
    assert sum(line.startswith("::error ") for line in lines) == 10
    assert sum(line.startswith("::warning ") for line in lines) == 10
    first, *rest, last = lines[lines.index(next(x for x in lines if "::group::" in x)) : -1]
    assert first == "::group::newslint: 3 more, beyond what GitHub shows"
    assert rest == [
        "  story.md:11:1: error [quotes.nobody] Name the speaker.",
        "  story.md:11:1: warning [quotes.nobody] Name the speaker.",
        "  story.md:12:1: warning [quotes.nobody] Name the speaker.",
    ]
    assert last == "::endgroup::"
    assert lines[-1].endswith("failed: 11 errors (--fail-on error); 3 more in the log")


def test_the_totals_are_among_the_ten_notices_that_are_shown() -> None:
    file = FileResult("a.md", "markdown", "news", findings=many(15, Severity.SUGGESTION))
    lines = shown("github", report(file, notices=(Notice("info", "by the way"),))).splitlines()
    notices = [line for line in lines if line.startswith("::notice ")]
    assert len(notices) == 10
    assert notices[-1].startswith("::notice title=newslint::15 suggestions in 1 file")
    assert "  newslint: by the way" in lines


def test_no_article_can_give_commands() -> None:
    for line in shown("github", hostile_report()).splitlines():
        assert line.startswith(("::error ", "::warning ", "::notice "))
        assert line.count("::", 0, line.index("::", 2)) == 1
        if "file=" in line:
            assert "file=%3A%3Aerror%3A%3Ax%0D%0A%3A%3Astop-commands" in line


def test_no_line_of_the_log_is_a_command() -> None:
    hostile = hostile_report()
    file = hostile.files[0]
    crowded = dataclasses.replace(file, findings=file.findings * 12)
    lines = shown("github", report(crowded, notices=())).splitlines()
    inside = lines[lines.index("::group::newslint: 3 more, beyond what GitHub shows") + 1 : -2]
    assert len(inside) == 3
    for line in inside:
        assert "::" not in line
        assert "##[" not in line
