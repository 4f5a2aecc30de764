"""Reviewdog itself reads the reports: its parser, built from its Go module."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from newslint.result import FileResult, Report
from tests.reports.sample import (
    ASTRAL,
    astral_file,
    finding_at,
    hostile_report,
    report,
    shown,
)

pytestmark = pytest.mark.slow

PROGRAM = Path(__file__).parent / "reviewdog"
FORMATS = ("rdjson", "rdjsonl", "checkstyle", "sarif")

Reviewdog = Callable[[str, str], list[dict[str, Any]]]


@pytest.fixture(scope="module")
def reviewdog(tmp_path_factory: pytest.TempPathFactory) -> Reviewdog:
    """Return a function from a format and a report to reviewdog's diagnostics."""
    go = shutil.which("go")
    if go is None:
        pytest.skip("reviewdog is built with Go, which is not installed")
    environment = {**os.environ, "GOTOOLCHAIN": "local", "GOFLAGS": "-mod=readonly"}

    def run(*command: str | Path) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            command, cwd=PROGRAM, env=environment, capture_output=True, text=True, check=False
        )

    fetched = run(go, "mod", "download", "github.com/reviewdog/reviewdog")
    if fetched.returncode:
        pytest.skip(f"reviewdog's Go module cannot be fetched: {fetched.stderr.strip()}")
    program = tmp_path_factory.mktemp("reviewdog") / "reviewdog"
    built = run(go, "build", "-o", program, ".")
    assert built.returncode == 0, built.stderr

    def parsed(name: str, text: str) -> list[dict[str, Any]]:
        done = subprocess.run(
            [program, name],
            input=text.encode(),
            capture_output=True,
            check=False,
            cwd=tmp_path_factory.getbasetemp(),
        )
        assert done.returncode == 0, done.stderr.decode()
        return [json.loads(line) for line in done.stdout.decode().split("\n") if line]

    return parsed


def read(reviewdog: Reviewdog, name: str, what: Report) -> list[dict[str, Any]]:
    return reviewdog(name, shown(name, what))


@pytest.mark.parametrize("name", FORMATS)
def test_findings_arrive_with_path_place_severity_and_rule(reviewdog: Reviewdog, name: str) -> None:
    found = {d["code"]["value"]: d for d in read(reviewdog, name, report())}
    quote, plain = found["quotes.nobody"], found["language.plain"]
    assert quote["message"] == "Name the speaker."
    assert quote["location"]["path"] == "story.md"
    assert quote["location"]["range"]["start"]["line"] == 3
    assert (quote["severity"], plain["severity"]) == ("ERROR", "INFO")


@pytest.mark.parametrize("name", ["rdjson", "rdjsonl", "sarif"])
def test_suggestions_arrive(reviewdog: Reviewdog, name: str) -> None:
    (found,) = read(reviewdog, name, report(astral_file()))
    (suggestion,) = found["suggestions"]
    assert suggestion["text"] == "used"
    assert suggestion["range"] == found["location"]["range"]


@pytest.mark.parametrize("name", ["rdjson", "rdjsonl"])
def test_columns_arrive_as_bytes(reviewdog: Reviewdog, name: str) -> None:
    (found,) = read(reviewdog, name, report(astral_file()))
    place = found["location"]["range"]
    line = ASTRAL.encode().split(b"\n")[place["start"]["line"] - 1]
    words = line[place["start"]["column"] - 1 : place["end"]["column"] - 1]
    assert words == b"utilised"


def test_suppressed_findings_of_a_sarif_log_are_passed_over(reviewdog: Reviewdog) -> None:
    assert len(read(reviewdog, "sarif", report())) == 2


@pytest.mark.parametrize("path", ["posts/a b.md", "é/東京 #1.md", "100%.md", "a:b.md"])
@pytest.mark.parametrize("name", FORMATS)
def test_paths_arrive_as_they_are(reviewdog: Reviewdog, name: str, path: str) -> None:
    found = (finding_at(ASTRAL, "utilised", path=path),)
    file = FileResult(path, "markdown", "news", findings=found, source=ASTRAL)
    (diagnostic,) = read(reviewdog, name, report(file))
    assert diagnostic["location"]["path"] == path


@pytest.mark.parametrize("name", FORMATS)
def test_hostile_text_arrives_as_text(reviewdog: Reviewdog, name: str) -> None:
    for found in read(reviewdog, name, hostile_report("posts/a.md")):
        assert found["message"].startswith("::error::x ::stop-commands::y %0A ## [add-mask]z ")
        assert found["message"].isprintable()
