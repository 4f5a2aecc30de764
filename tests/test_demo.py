"""The example articles: each fault that was planted is found, and its neighbour is clean."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from newslint.cli.main import main

ROOT = Path(__file__).resolve().parent.parent

pytestmark = pytest.mark.model

# Line, rule, and the words it is about.
PLANTED = [
    (4, "structure.generic-byline", "Staff"),
    (7, "consistency.weekday-date-mismatch", "Tuesday, March 11"),
    (9, "attribution.agentless-attribution", "has been confirmed"),
    (9, "attribution.vague-collective-source", "Analysts"),
    (11, "quotes.unattributed-quote", '"You cannot move forty boats in a week."'),
    (13, "anonymity.no-reason", "A source close to the mayor, who spoke on condition of anonymity"),
    (15, "quotes.unbalanced-quote-marks", '"We were never asked,'),
    (17, "numbers.percent-arithmetic", "rose from $6 million to $9 million, up 33 percent"),
    (17, "grammar.doubled-word", "the the"),
    (17, "secondhand.empty-link", "[accounts](#)"),
    (19, "quotes.loaded-speech-verb", "claimed"),
]


@pytest.fixture
def findings(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> dict[str, list[dict[str, Any]]]:
    """What newslint finds in the example articles, by file name."""
    monkeypatch.chdir(ROOT)
    assert main(["check", "examples", "--output-format", "json"]) == 1
    report = json.loads(capsys.readouterr().out)
    return {Path(file["path"]).name: file["findings"] for file in report["files"]}


def test_every_planted_fault_is_found_where_it_was_planted(
    findings: dict[str, list[dict[str, Any]]],
) -> None:
    found = [(f["start"]["line"], f["rule"], f["excerpt"]) for f in findings["harbour-vote.md"]]
    assert [fault for fault in PLANTED if fault not in found] == []


def test_the_innocent_article_is_clean(findings: dict[str, list[dict[str, Any]]]) -> None:
    assert findings["library-roof.md"] == []


def test_the_readme_shows_what_the_demo_prints_today() -> None:
    done = subprocess.run(
        [sys.executable, "scripts/readme.py", "--check"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
