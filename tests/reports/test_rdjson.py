"""Reviewdog's format, accepted by a strict model of its protocol buffers.

`test_reviewdog.py` asks reviewdog itself. See
https://github.com/reviewdog/reviewdog/blob/master/proto/rdf/reviewdog.proto.
"""

from __future__ import annotations

from typing import Annotated, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, ConfigDict, Field

from newslint.finding import Edit, Fix
from newslint.lines import Lines
from newslint.result import FileResult, Report
from newslint.span import Span
from tests.reports.sample import (
    ASTRAL,
    HOSTILE,
    astral_file,
    finding_at,
    hostile_report,
    report,
    shown,
)


class Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)


class Position(Strict):
    line: Annotated[int, Field(ge=1)]
    column: Annotated[int, Field(ge=1)]


class Range(Strict):
    start: Position
    end: Position


class Location(Strict):
    path: str
    range: Range | None = None


class Source(Strict):
    name: str
    url: str = ""


class Code(Strict):
    value: str
    url: str = ""


class Suggestion(Strict):
    range: Range
    text: str


class RelatedLocation(Strict):
    message: str
    location: Location


class Diagnostic(Strict):
    message: str
    location: Location
    severity: Literal["ERROR", "WARNING", "INFO"]
    source: Source | None = None
    code: Code
    suggestions: list[Suggestion] = []
    related_locations: list[RelatedLocation] = []


class DiagnosticResult(Strict):
    diagnostics: list[Diagnostic]
    source: Source


def read(what: Report) -> list[Diagnostic]:
    """Return what both formats say, once it is clear that they say the same."""
    whole = DiagnosticResult.model_validate_json(shown("rdjson", what))
    lines = [Diagnostic.model_validate_json(x) for x in shown("rdjsonl", what).splitlines()]
    assert lines == [d.model_copy(update={"source": whole.source}) for d in whole.diagnostics]
    return whole.diagnostics


def cut(range_: Range, source: str) -> str:
    """Return the text of a range as reviewdog would find it: bytes, in lines that end at LF."""
    lines = source.encode("utf-8", "surrogatepass").split(b"\n")
    before = [
        sum(len(line) + 1 for line in lines[: p.line - 1]) for p in (range_.start, range_.end)
    ]
    start, end = before[0] + range_.start.column - 1, before[1] + range_.end.column - 1
    return b"\n".join(lines)[start:end].decode("utf-8", "surrogatepass")


def test_a_finding_is_a_diagnostic() -> None:
    failed, first, second = read(report())
    assert (first.message, first.severity) == ("Name the speaker.", "ERROR")
    assert first.code == Code(value="quotes.nobody", url="https://example.org/quotes")
    assert first.related_locations[0].message == "the headline has no name either"
    assert second.severity == "INFO"
    assert (failed.location.path, failed.location.range) == ("story.md", None)
    assert failed.message == "rule x.y failed: KeyError: 'z': switch it off"


def test_columns_count_bytes_after_astral_characters_and_crlf() -> None:
    (found,) = read(report(astral_file()))
    assert found.location.range is not None
    # Two of four bytes, one of two, a space, "The hall ".
    assert found.location.range.start == Position(line=3, column=21)
    assert cut(found.location.range, ASTRAL) == "utilised"
    assert cut(found.suggestions[0].range, ASTRAL) == "utilised"
    assert found.suggestions[0].text == "used"


@given(st.text(alphabet="aé€😀 \r\n\u2028\ud800", min_size=1), st.data())
def test_every_range_holds_its_excerpt(source: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(source) - 1))
    words = source[start : data.draw(st.integers(start + 1, len(source)))]
    (found,) = read(
        report(
            FileResult(
                "a.md",
                "text",
                "news",
                findings=(finding_at(source, words),),
                source=source,
            )
        )
    )
    assert found.location.range is not None
    assert cut(found.location.range, source) == words


def with_edits(source: str, *edits: tuple[int, int, str]) -> list[Suggestion]:
    fix = Fix(tuple(Edit(Span(start, end), new) for start, end, new in edits))
    found = finding_at(source, source[:1], fix=fix)
    file = FileResult("a.md", "text", "news", findings=(found,), source=source)
    (diagnostic,) = read(report(file))
    return diagnostic.suggestions


def test_a_fix_of_several_edits_is_one_suggestion() -> None:
    (one,) = with_edits("“No”, he said", (0, 1, '"'), (3, 4, ""), (5, 5, '"'))
    assert cut(one.range, "“No”, he said") == "“No”,"
    assert one.text == '"No,"'


def test_an_insertion_has_an_empty_range() -> None:
    (one,) = with_edits("No", (2, 2, "."))
    assert one.range.start == one.range.end == Position(line=1, column=3)


def test_a_fix_over_a_whole_page_is_left_out() -> None:
    assert with_edits("x" * 9000, (0, 1, "y"), (8999, 9000, "y")) == []


def test_nothing_found_is_an_empty_list() -> None:
    assert read(report(FileResult("clean.md", "markdown", "news"))) == []


@pytest.mark.parametrize("name", ["rdjson", "rdjsonl"])
def test_hostile_text_stays_in_its_string(name: str) -> None:
    failed, found = read(hostile_report())
    assert "\x1b" not in failed.message + found.message
    assert found.location.path == HOSTILE.replace("\ud800", "\ufffd")
    assert "\\ud800" not in shown(name, hostile_report())


def test_line_numbers_are_those_of_git_where_old_line_ends_remain() -> None:
    source = "one\rtwo bad\r"
    found = finding_at(source, "bad")
    file = FileResult("a.txt", "text", "news", findings=(found,), source=source)
    assert Lines(source).position(found.span.start).line == 2
    (diagnostic,) = read(report(file))
    assert diagnostic.location.range is not None
    assert diagnostic.location.range.start == Position(line=1, column=9)
