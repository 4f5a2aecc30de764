"""The figures on the page are those that were stored."""

from __future__ import annotations

import json

import pytest

from benchmarks.run import RESULTS
from benchmarks.table import PAGE, tables


def test_the_page_shows_the_stored_results() -> None:
    assert tables(json.loads(RESULTS.read_text(encoding="utf-8"))) in PAGE.read_text("utf-8")


def test_a_case_without_its_reference_has_no_ratio() -> None:
    case = {"reference": "other", "tools": {"mine": {"cpu": 1.234, "wall": 2.0, "mib": 50}}}
    inside = {"overhead": {"a / b": [1.0, 0.9, 1.1]}, "edit": {"articles": 1}}
    text = tables(
        {
            **dict.fromkeys(("start", "cold", "many", "kept", "patterns"), case),
            **inside,
            "growth": [
                {"articles": 100, "words": 1_000, "cpu": 1.0, "mib": 60},
                {"articles": 200, "words": 3_000, "cpu": 2.0, "mib": 61},
            ],
            **dict.fromkeys(("date", "newslint", "python", "system", "origin"), "x"),
            **dict.fromkeys(("articles", "words", "repeats"), 1),
            "missing": ["other is not installed"],
        }
    )
    assert "| mine | 1.23 | 2.00 | 50 |  |" in text
    assert "| a / b | 1.00 (0.90–1.10) |" in text
    assert "| 200 | 3,000 | 2.0 | 61 | 500 |" in text
    assert "- other is not installed" in text
    assert "articles | 1" not in text


@pytest.mark.parametrize("name", ["start", "cold", "many", "kept", "patterns"])
def test_every_case_is_stored(name: str) -> None:
    assert json.loads(RESULTS.read_text(encoding="utf-8"))[name]["tools"]
