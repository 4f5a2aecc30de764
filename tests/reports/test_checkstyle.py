"""Checkstyle, accepted by a strict model of the elements that its own report has."""

from __future__ import annotations

from typing import Annotated, Literal
from xml.etree import ElementTree as ET

from pydantic import BaseModel, ConfigDict, Field

from newslint.result import FileResult, Report
from tests.reports.sample import ASTRAL, astral_file, hostile_report, report, shown


class Error(BaseModel):
    model_config = ConfigDict(extra="forbid")

    line: Annotated[int, Field(ge=1)]
    column: Annotated[int, Field(ge=1)] | None = None
    severity: Literal["ignore", "info", "warning", "error"]
    message: str
    source: str


def read(what: Report) -> dict[str, list[Error]]:
    """Return the errors of a well-formed report, by file."""
    root = ET.fromstring(shown("checkstyle", what))
    assert (root.tag, root.attrib) == ("checkstyle", {"version": "4.3"})
    found = {}
    for file in root:
        assert (file.tag, set(file.attrib)) == ("file", {"name"})
        assert all(error.tag == "error" and not len(error) for error in file)
        found[file.attrib["name"]] = [Error.model_validate(error.attrib) for error in file]
    return found


def test_a_finding_is_an_error_of_its_file() -> None:
    failed, first, second = read(report())["story.md"]
    assert first == Error(
        line=3, column=1, severity="error", message="Name the speaker.", source="quotes.nobody"
    )
    assert (second.line, second.column, second.severity) == (3, 25, "info")
    assert (failed.line, failed.column, failed.source) == (1, None, "x.y")


def test_a_file_without_findings_is_there_and_empty() -> None:
    assert read(report(FileResult("clean.md", "markdown", "news"))) == {"clean.md": []}


def test_columns_count_characters_after_astral_ones_and_crlf() -> None:
    (error,) = read(report(astral_file()))["story.md"]
    assert error.column
    line = ASTRAL.split("\r\n")[error.line - 1]
    assert line[error.column - 1 :].startswith("utilised")


def test_hostile_text_is_text() -> None:
    ((failed, found),) = read(hostile_report()).values()
    for error in (failed, found):
        assert "]]> <script>alert(1)</script> <!-- --> &amp; | a |" in error.message
        assert "\x1b" not in error.message
