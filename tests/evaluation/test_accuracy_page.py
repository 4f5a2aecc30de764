"""docs/accuracy.md: current, and honest about what was not run."""

from __future__ import annotations

import copy
import json
from typing import Any

import pytest

from evaluation.accuracy import PAGE, current, main, page, table
from evaluation.attribution import LOG
from evaluation.results import read_result

ENTRY: dict[str, Any] = json.loads(LOG.read_text(encoding="utf-8").splitlines()[-1])
BASELINES = read_result("baselines")
STORIES = read_result("stories")


def test_the_page_is_current() -> None:
    written = PAGE.read_text(encoding="utf-8") if PAGE.is_file() else ""
    if written != current():
        pytest.fail("out of date: run python -m evaluation.accuracy", pytrace=False)


def test_check_agrees(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--check"]) == 0
    assert capsys.readouterr().err == ""


def test_a_baseline_that_was_not_run_says_why() -> None:
    baselines = copy.deepcopy(BASELINES)
    baselines["systems"]["textacy, per paragraph"] = {"not run": "No module named 'textacy'"}
    written = page(ENTRY, baselines, STORIES)
    assert (
        "| textacy, per paragraph | – | – | – | – | – | – | not run: No module named 'textacy' |\n"
        in written
    )


def test_the_last_entry_of_the_log_is_shown_first() -> None:
    entry = copy.deepcopy(ENTRY)
    entry["figures"]["content F1"] = 12.3
    rows = [line for line in page(entry, BASELINES, STORIES).splitlines() if "| " in line]
    assert rows[2].startswith("| **newslint** | **12.3** |")


def test_what_never_occurs_in_a_half_is_no_figure() -> None:
    stories = copy.deepcopy(STORIES)
    del stories["halves"]["held"]["figures"]["no source"]
    del stories["halves"]["held"]["of"]["no source"]
    assert "| – | 0 |\n" in page(ENTRY, BASELINES, stories)


def test_tables_align_figures_to_the_right() -> None:
    assert table(["", "a"], [["row", "1"]]) == "|  | a |\n| --- | ---: |\n| row | 1 |\n"


def test_results_hold_both_halves_with_their_confusions() -> None:
    assert list(STORIES["halves"]) == ["dev", "held"]
    for result in STORIES["halves"].values():
        found = sum(sum(row.values()) for kind, row in result["kinds"].items() if kind != "none")
        spurious = sum(result["kinds"].get("spurious", {}).values())
        assert found - spurious == result["source mentions"]
