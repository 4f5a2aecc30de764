"""The figures on the page are those that were stored."""

from __future__ import annotations

import pytest

from benchmarks.plot import plot
from benchmarks.table import PAGE, PLOT, stored, tables

WHEN = dict.fromkeys(("date", "newslint", "python", "system", "origin"), "x")
STEPS = [
    {"articles": 100, "words": 1_000, "cpu": 1.0, "mib": 60, "yardstick": 2.0},
    {"articles": 200, "words": 3_000, "cpu": 2.0, "mib": 61, "yardstick": 2.1},
]


def test_the_page_shows_the_stored_results() -> None:
    assert tables(stored()) in PAGE.read_text("utf-8")


def test_the_plot_shows_the_stored_growth() -> None:
    assert plot(stored()["growth"]["steps"]) == PLOT.read_text("utf-8")


def test_a_case_without_its_reference_has_no_ratio() -> None:
    case = {"reference": "other", "tools": {"mine": {"cpu": 1.234, "wall": 2.0, "mib": 50}}}
    inside = {"overhead": {"a / b": [1.0, 0.9, 1.1]}, "edit": {"articles": 1}}
    latest = {
        **WHEN,
        **dict.fromkeys(("start", "cold", "many", "kept", "patterns"), case),
        **inside,
        **dict.fromkeys(("articles", "words", "rounds"), 1),
        "missing": ["other is not installed"],
    }
    text = tables({"latest": latest})
    assert "| mine | 1.23 | 2.00 | 50 |  |" in text
    assert "| a / b | 1.00 (0.90–1.10) |" in text
    assert "- other is not installed" in text
    assert "articles | 1" not in text
    assert "Growth" not in text


def test_growth_shows_what_more_words_cost_beside_the_speed_of_the_machine() -> None:
    text = tables({"growth": {**WHEN, "steps": STEPS}})
    assert "| 100 | 1,000 | 1.0 | 60 |  | 2.0 |" in text
    assert "| 200 | 3,000 | 2.0 | 61 | 500 | 2.1 |" in text


def test_a_way_that_finds_something_else_stands_out() -> None:
    same = {"from the cache": True, "another order": False}
    text = tables({"identical": {**WHEN, "articles": 1, "runs": 2, "same": same}})
    assert "| from the cache | the same |" in text
    assert "| another order | **different** |" in text


def test_the_last_step_of_the_plot_stands_in_its_corner() -> None:
    drawn = plot(STEPS)
    assert 'points="233.3,150.0 580.0,24.0" fill="none" stroke="#0072b2"' in drawn
    assert "3,000 words" in drawn


@pytest.mark.parametrize("name", ["start", "cold", "many", "kept", "patterns"])
def test_every_case_is_stored(name: str) -> None:
    assert stored()["latest"][name]["tools"]
