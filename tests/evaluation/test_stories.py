"""The measurement on our own stories, with the real model: a floor, not the figures."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import evaluation.stories
from evaluation import results
from evaluation.stories import figures, main, measure, result_of
from evaluation.story import Half, read_stories
from newslint.reading import Analyser

pytestmark = pytest.mark.model


def test_accuracy_on_the_dev_half_does_not_fall(analyser: Analyser) -> None:
    stories = [story for story in read_stories() if story.half is Half.DEV]
    found = figures(measure(stories, analyser))
    assert found["source found"] > 80
    assert found["prediction is a source"] > 85
    assert found["kind"] > 65
    assert found["speaker"] > 80


def test_errors_of_the_held_half_are_never_shown(
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    analyser: Analyser,
) -> None:
    stories = [next(s for s in read_stories() if s.half is half) for half in Half]
    monkeypatch.setattr(evaluation.stories, "read_stories", lambda: stories)
    monkeypatch.setattr(evaluation.stories, "SpacyAnalyser", lambda: analyser)
    monkeypatch.setattr(results, "FOLDER", tmp_path)
    main(["--errors", "99"])
    shown = capsys.readouterr().out
    assert f"{stories[0].name}:" in shown
    assert f"{stories[1].name}:" not in shown
    kept = json.loads((tmp_path / "stories.json").read_text(encoding="utf-8"))
    assert list(kept["halves"]) == ["dev", "held"]
    assert kept["halves"]["held"] == result_of([stories[1]], measure([stories[1]], analyser))
