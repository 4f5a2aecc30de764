"""Every format shows the same report, and none can be used to inject anything."""

from __future__ import annotations

import dataclasses
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from inline_snapshot import snapshot

from newslint.engine.verdict import Policy, judge
from newslint.finding import Position
from newslint.lines import Lines
from newslint.reports import FORMATS
from newslint.reports.visible import visible
from newslint.result import FileError, FileResult
from newslint.span import Span
from tests.reports.sample import (
    FILE,
    FINDING,
    FIXABLE,
    hostile_file,
    hostile_report,
    report,
    shown,
)


def test_text_shows_the_line_the_mark_the_fix_and_why_it_failed() -> None:
    assert shown("text", report()) == snapshot("""\
story.md
  rule error rule x.y failed: KeyError: 'z'
    switch it off
  3:1 error quotes.nobody Name the speaker.
    │ "We are done." The hall utilised silence.
    │ ^^^^^^^^^^^^^^
    1:3 the headline has no name either
  3:25 suggestion language.plain Prefer 'used'.
    │ "We are done." The hall utilised silence.
    │                         ^^^^^^^^
    fix: “utilised” → “used”

unavailable: the model is not installed; not run: x.z
1 error, 1 suggestion in 1 file (1 suppressed); failed: rules failed 1 time
""")


def test_text_says_that_nothing_was_found() -> None:
    clean = judge([FileResult("a.md", "markdown", "news")], [], Policy())
    assert shown("text", clean) == "nothing found in 1 file\n"


def test_text_does_not_say_that_nothing_was_found_where_nothing_was_read() -> None:
    unread = FileResult("a.md", "markdown", "news", errors=(FileError("read", "no", ""),))
    read = FileResult("b.md", "markdown", "news")
    assert shown("text", judge([unread], [], Policy())).endswith(
        "\n\nfailed: 1 file could not be read\n"
    )
    assert shown("text", judge([unread, read], [], Policy())).endswith(
        "\n\nnothing found in 2 files; failed: 1 file could not be read\n"
    )


def test_quiet_text_has_findings_only() -> None:
    lines = shown("text", report(), quiet=True).splitlines()
    assert not any(line.startswith(("unavailable", "1 error")) for line in lines)


def test_text_that_passes_says_so() -> None:
    passed = report(dataclasses.replace(FILE, findings=(FIXABLE,), errors=()), notices=())
    last = shown("text", passed).splitlines()[-1]
    assert last == "1 suggestion in 1 file (1 suppressed); passed"


def test_text_is_coloured_only_when_told() -> None:
    assert "\x1b[" not in shown("text", report())
    assert "\x1b[1;31m" in shown("text", report(), color=True)


def long_line(before: int, after: int) -> FileResult:
    source = "a " * before + "bad" + " z" * after
    start = 2 * before
    finding = dataclasses.replace(
        FINDING,
        span=Span(start, start + 3),
        start=Position(1, start + 1),
        end=Position(1, start + 4),
        excerpt="bad",
        related=(),
    )
    return FileResult("a.md", "markdown", "news", findings=(finding,), source=source)


@pytest.mark.parametrize(("before", "after"), [(500, 500), (0, 500), (500, 0), (3, 3)])
def test_of_a_long_line_what_fits_is_shown_with_the_mark_under_the_words(
    before: int, after: int
) -> None:
    output = shown("text", report(long_line(before, after)), width=60)
    _, _, line, mark, *_ = output.splitlines()
    assert len(line) <= 60
    assert line[mark.index("^") : mark.index("^") + mark.count("^")] == "bad"
    assert line.endswith("…") == (after == 500)
    assert line.startswith("    │ …") == (before == 500)


def test_messages_are_not_wrapped() -> None:
    finding = dataclasses.replace(FINDING, message="word " * 60 + "end.")
    output = shown("text", report(dataclasses.replace(FILE, findings=(finding,))), width=40)
    assert any(line.endswith("word end.") for line in output.splitlines())


def test_a_mark_over_several_lines_shows_the_first() -> None:
    source = "One bad\nday.\n"
    finding = dataclasses.replace(
        FINDING, span=Span(4, 11), start=Position(1, 5), end=Position(2, 4), excerpt="bad\nday"
    )
    output = shown(
        "text", report(FileResult("a.md", "markdown", "news", findings=(finding,), source=source))
    )
    assert "    │ One bad\n    │     ^^^…\n" in output


def test_wide_characters_keep_the_mark_in_its_place() -> None:
    source = "東京 bad\n"
    finding = dataclasses.replace(FINDING, span=Span(3, 6), excerpt="bad", related=())
    output = shown(
        "text", report(FileResult("a.md", "markdown", "news", findings=(finding,), source=source))
    )
    assert "    │ 東京 bad\n    │      ^^^\n" in output


def test_concise_has_one_line_for_each_finding_and_error() -> None:
    assert shown("concise", report()) == snapshot("""\
story.md:1:1: error [x.y] rule x.y failed: KeyError: 'z'
story.md:3:1: error [quotes.nobody] Name the speaker.
story.md:3:25: suggestion [language.plain] Prefer 'used'.
""")


def test_json_is_the_contract_to_the_letter() -> None:
    assert json.loads(shown("json", report())) == snapshot(
        {
            "version": 1,
            "tool": {"name": "newslint", "version": "0.1.0"},
            "files": [
                {
                    "path": "story.md",
                    "format": "markdown",
                    "profile": "news",
                    "genre": "analysis",
                    "findings": [
                        {
                            "rule": "quotes.nobody",
                            "group": "quotes",
                            "severity": "error",
                            "message": "Name the speaker.",
                            "scope": "span",
                            "span": {"start": 11, "end": 25},
                            "start": {"line": 3, "column": 1},
                            "end": {"line": 3, "column": 15},
                            "excerpt": '"We are done."',
                            "fingerprint": "0123456789abcdef",
                            "link": "https://example.org/quotes",
                            "engine": "newslint",
                            "engine_rule": None,
                            "related": [
                                {
                                    "message": "the headline has no name either",
                                    "span": {"start": 2, "end": 9},
                                }
                            ],
                            "fix": None,
                        },
                        {
                            "rule": "language.plain",
                            "group": "language",
                            "severity": "suggestion",
                            "message": "Prefer 'used'.",
                            "scope": "span",
                            "span": {"start": 35, "end": 43},
                            "start": {"line": 3, "column": 25},
                            "end": {"line": 3, "column": 33},
                            "excerpt": "utilised",
                            "fingerprint": "fedcba9876543210",
                            "link": None,
                            "engine": "newslint",
                            "engine_rule": None,
                            "related": [],
                            "fix": {
                                "safe": True,
                                "edits": [{"start": 35, "end": 43, "replacement": "used"}],
                            },
                        },
                    ],
                    "suppressed": [
                        {
                            "rule": "language.plain",
                            "span": {"start": 35, "end": 43},
                            "reason": "his word",
                            "by": "KM",
                            "until": None,
                        }
                    ],
                    "baselined": 0,
                    "errors": [
                        {
                            "kind": "rule",
                            "rule": "x.y",
                            "message": "rule x.y failed: KeyError: 'z'",
                            "hint": "switch it off",
                        }
                    ],
                }
            ],
            "notices": [
                {"kind": "unavailable", "message": "the model is not installed; not run: x.z"}
            ],
            "errors": [],
            "baseline": None,
            "summary": {
                "error": 1,
                "warning": 0,
                "suggestion": 1,
                "suppressed": 1,
                "baselined": 0,
                "files": 1,
                "errors": 1,
                "exit": 2,
                "because": "rules failed 1 time",
            },
        }
    )


def test_jsonl_has_a_line_for_each_finding_with_its_path() -> None:
    found = [json.loads(line) for line in shown("jsonl", report()).splitlines()]
    whole = json.loads(shown("json", report()))["files"][0]["findings"]
    assert found == [{"path": "story.md", **finding} for finding in whole]


@pytest.mark.parametrize("name", FORMATS)
def test_nothing_in_an_article_reaches_the_terminal_raw(name: str) -> None:
    output = shown(name, hostile_report())
    for character in output.replace("\n", ""):
        assert character.isprintable(), f"{name}: {character!r}"


@pytest.mark.parametrize("name", ["text", "concise", "github"])
@pytest.mark.parametrize("path", ["::error::boo.md", " ::set-env name=a::b.md", "a##[error]b.md"])
def test_no_path_becomes_a_command_of_continuous_integration(name: str, path: str) -> None:
    finding = dataclasses.replace(FINDING, path=path)
    gone = FileError("read", f"{path} does not exist")
    result = dataclasses.replace(FILE, path=path, findings=(finding,), errors=(gone,))
    for line in shown(name, report(result)).splitlines():
        assert "##[" not in line
        start = line.lstrip()
        if name == "github":
            assert not start.startswith(("::set-env", "::error::"))
        else:
            assert not start.startswith("::")


@pytest.mark.parametrize("name", ["text", "concise", "jsonl"])
def test_square_brackets_are_words_and_no_markup_of_the_terminal(name: str) -> None:
    assert "[bold]b[/bold] [sic]" in shown(name, hostile_report())


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_report_makes_the_same_bytes(name: str) -> None:
    assert shown(name, hostile_report()) == shown(name, hostile_report())


@pytest.mark.parametrize("name", FORMATS)
def test_nothing_found_is_a_report_too(name: str) -> None:
    nothing = judge([], [], Policy())
    assert isinstance(shown(name, nothing), str)


def test_concise_keeps_one_line_for_one_finding() -> None:
    assert len(shown("concise", report(hostile_file())).splitlines()) == 2


@given(st.text())
def test_what_is_made_visible_is_printable_and_one_line(text: str) -> None:
    assert len(visible(text).splitlines()) <= 1


@given(st.text(alphabet="a\r\n\u2028\x0b\x85é"))
def test_lines_end_at_lf_crlf_and_cr_and_nowhere_else(text: str) -> None:
    lines = Lines(text)
    expected = text.replace("\r\n", "\n").replace("\r", "\n").count("\n") + 1
    assert lines.position(len(text)).line == expected
