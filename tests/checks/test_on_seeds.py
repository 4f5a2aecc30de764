"""What three real articles outside this repository must and must not show."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from newslint.engine.examine import lint
from newslint.finding import Finding, Severity
from newslint.markup.read import parse_article
from newslint.reading import Analyser, Reading
from newslint.registry import load_rules

pytestmark = pytest.mark.model

GROUPS = {"consistency", "grammar", "language", "numbers", "readability", "structure"}


def findings(
    folder: Path, start: str, analyser: Analyser, date: datetime.date | None = None
) -> list[Finding]:
    found = sorted((folder / "seeds").glob(f"{start}*"))
    if not found:
        pytest.skip(f"no seed {start} in the shared data")
    rules = [
        spec.rule
        for spec in load_rules()
        if spec.kind == "check" and spec.on and spec.rule.group in GROUPS
    ]
    source = found[0].read_text(encoding="utf-8")
    reading = Reading(parse_article(source, found[0].name), analyser, date=date)
    return lint(reading, rules)


def test_an_unsigned_story_with_a_borrowed_picture(shared_data: Path, analyser: Analyser) -> None:
    found = findings(shared_data, "000_", analyser)
    rules = [f.rule for f in found]
    assert rules.count("structure.image-provenance") == 3
    assert {
        "structure.generic-byline",
        "consistency.pronoun-drift",
    } <= set(rules)
    assert {f.rule: f.severity for f in found if f.group == "grammar"} == {
        "grammar.comma-splice": Severity.SUGGESTION,
        "grammar.determiner": Severity.WARNING,
        "grammar.broken-relative": Severity.WARNING,
        "grammar.stray-comma": Severity.WARNING,
    }


def test_a_story_without_date_and_byline(shared_data: Path, analyser: Analyser) -> None:
    found = findings(shared_data, "002_", analyser)
    severities = {f.rule: f.severity for f in found}
    assert severities["consistency.weekday-date-mismatch"] is Severity.WARNING
    assert {
        "structure.missing-byline",
        "structure.missing-date",
        "numbers.relative-date",
        "consistency.confirmation-conflict",
    } <= set(severities)
    assert "consistency.designation-variant" not in severities


def test_with_its_date_the_calendar_contradicts_it(shared_data: Path, analyser: Analyser) -> None:
    found = findings(shared_data, "002_", analyser, datetime.date(2025, 10, 31))
    severities = {f.rule: f.severity for f in found}
    assert severities["consistency.weekday-date-mismatch"] is Severity.ERROR
    assert "structure.missing-date" not in severities


def test_a_careful_story_has_one_slip_and_no_error(shared_data: Path, analyser: Analyser) -> None:
    found = findings(shared_data, "004_", analyser)
    assert [f for f in found if f.severity is Severity.ERROR] == []
    assert [f.rule for f in found if f.severity is Severity.WARNING] == [
        "consistency.designation-variant"
    ]
