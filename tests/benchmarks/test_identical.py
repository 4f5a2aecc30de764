"""Findings do not depend on how they are come by; a small version of the benchmark."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from benchmarks.articles import made_up, write
from benchmarks.identical import Bench, edited, facts, kill_some, ways

#: Rules that need no language model, so that many runs take little time.
QUICK = ("--select", "language,numbers.vague-time,structure,quotes.unbalanced-quote-marks")


def bench(folder: Path, *options: str) -> Bench:
    stories = made_up(3)
    files = write([next(stories) for _ in range(4)], folder.resolve())
    return Bench(folder.resolve(), tuple(file.name for file in files), options)


def test_every_way_gives_the_same_bytes(tmp_path: Path) -> None:
    made = bench(tmp_path, *QUICK)
    expected = made.run("--no-cache", "--jobs", "1")
    assert expected
    for way, findings in ways(made, 4, random.Random(1)).items():
        assert findings() == expected, way


@pytest.mark.model
def test_an_article_that_was_edited_and_restored_has_the_same_findings(tmp_path: Path) -> None:
    made = bench(tmp_path)
    assert edited(made, random.Random(1)) == facts(made.run("--no-cache", "--jobs", "1"))


@pytest.mark.slow
def test_fifty_runs_of_which_many_are_killed_leave_a_cache_that_tells_the_truth(
    tmp_path: Path,
) -> None:
    made = bench(tmp_path, *QUICK)
    kill_some(made, tmp_path / "cache", 50, random.Random(2))
    assert made.run(cache=tmp_path / "cache") == made.run("--no-cache")
