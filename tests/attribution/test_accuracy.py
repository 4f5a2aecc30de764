"""Accuracy on annotated news, where it is at hand: a floor, not the measurement itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from evaluation.attribution import predict, score
from evaluation.data import Row, data_folder, read_rows
from evaluation.parse_cache import CachedAnalyser
from newslint.reading import Analyser

pytestmark = [pytest.mark.model, pytest.mark.slow]


def test_accuracy_does_not_fall(analyser: Analyser, tmp_path: Path) -> None:
    try:
        folder = data_folder("attribution")
    except FileNotFoundError as error:
        pytest.skip(str(error))  # also in CI: the articles are not part of this repository
    rows = read_rows(folder / "train.jsonl")[:12]
    gold = tmp_path / "part"
    gold.mkdir()
    with (folder / "train.jsonl").open(encoding="utf-8") as lines:
        part = [next(lines) for _ in rows]
    (gold / "train.jsonl").write_text("".join(part), encoding="utf-8")
    for script in ("score.py", "cue_recall.py"):
        (gold / script).symlink_to(folder / script)
    run = predict(rows, CachedAnalyser(analyser, tmp_path / "parses", "test"))
    found = score(gold, "train", run.predictions)
    assert found["content F1"] > 65
    assert found["source"] > 80
    assert found["sentence F1"] > 78


def test_kept_parses_are_the_same(analyser: Analyser, tmp_path: Path) -> None:
    rows: list[Row] = [{"id": "a", "text": 'The bridge is safe, Ana Ruiz said.\n"It will stand."'}]
    first = predict(rows, CachedAnalyser(analyser, tmp_path, "test"))
    again = predict(rows, CachedAnalyser(analyser, tmp_path, "test"))
    assert again.predictions == first.predictions
    assert len(first.predictions[0]["attributions"]) == 2
