"""GitLab Code Quality, accepted by a strict model of the report format that GitLab documents.

See https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format.
"""

from __future__ import annotations

import dataclasses
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, RootModel

from newslint.result import FileResult, Report
from tests.reports.sample import (
    FINDING,
    FIXABLE,
    HOSTILE,
    SOURCE,
    hostile_report,
    report,
    shown,
)


class Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)


class Lines(Strict):
    begin: Annotated[int, Field(ge=1)]
    end: Annotated[int, Field(ge=1)]


class Location(Strict):
    # Relative to the repository, without `./` in front.
    path: Annotated[str, Field(pattern=r"^[^/.]|^\.[^/]")]
    lines: Lines


class Issue(Strict):
    description: Annotated[str, Field(min_length=1)]
    check_name: Annotated[str, Field(min_length=1)]
    fingerprint: Annotated[str, Field(pattern=r"^[0-9a-f]{32}$")]
    severity: Literal["info", "minor", "major", "critical", "blocker"]
    location: Location


class CodeQuality(RootModel[list[Issue]]):
    pass


def issues(what: Report) -> list[Issue]:
    return CodeQuality.model_validate_json(shown("gitlab", what)).root


def file(path: str = "story.md") -> FileResult:
    found = tuple(dataclasses.replace(f, path=path) for f in (FINDING, FINDING, FIXABLE))
    return FileResult(path, "markdown", "news", findings=found, source=SOURCE)


def test_a_finding_is_an_issue_with_its_lines() -> None:
    failed, first, second = issues(report())
    assert (first.description, first.check_name) == ("Name the speaker.", "quotes.nobody")
    assert first.location == Location(path="story.md", lines=Lines(begin=3, end=3))
    assert [failed.severity, first.severity, second.severity] == ["critical", "major", "info"]
    assert failed.description == "rule x.y failed: KeyError: 'z'"


def test_no_two_fingerprints_are_equal() -> None:
    prints = [issue.fingerprint for issue in issues(report(file("a.md"), file("b.md")))]
    assert len(set(prints)) == 6


def test_a_fingerprint_survives_text_put_in_before() -> None:
    moved = dataclasses.replace(FINDING, start=dataclasses.replace(FINDING.start, line=30))
    later = dataclasses.replace(file(), findings=(moved,))
    assert issues(report(later))[0].fingerprint == issues(report(file()))[0].fingerprint


def test_nothing_found_is_an_empty_list() -> None:
    assert issues(report(FileResult("clean.md", "markdown", "news"))) == []


def test_hostile_text_stays_in_its_string() -> None:
    failed, found = issues(hostile_report("posts/a.md"))
    assert found.description.startswith("::error::x ::stop-commands::y %0A")
    assert "\x1b" not in found.description + failed.description
    assert issues(hostile_report(HOSTILE))[0].location.path == HOSTILE.replace("\ud800", "\ufffd")
