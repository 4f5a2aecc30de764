"""Verdicts name the findings of a sample by number; neither lies in the repository."""

from __future__ import annotations

from pathlib import Path

import pytest

from evaluation import findings
from evaluation.corpora import Checked
from evaluation.data import ROOT
from evaluation.findings import Drawn, draw, main
from evaluation.judgement import message_hash, read_store, write_store
from evaluation.sheets import (
    VerdictError,
    read_sample,
    read_verdicts,
    sample_named_in,
    write_sample,
)
from tests.evaluation.test_findings import checked

DRAWN = draw([checked("one.md")], n=2, seed=1)
SAMPLE = [each.unjudged("random seed 1", blind=False) for each in DRAWN]


def test_a_sample_is_places_and_no_text(tmp_path: Path) -> None:
    name = write_sample(tmp_path, SAMPLE)
    assert read_sample(tmp_path, name) == SAMPLE
    written = (tmp_path / f"{name}.json").read_text(encoding="utf-8")
    assert "language.wordy-phrase" in written
    assert message_hash(DRAWN[0].finding.message) in written
    assert "vicinity" not in written


def test_a_sample_does_not_go_into_the_repository() -> None:
    with pytest.raises(ValueError, match="outside the repository"):
        write_sample(ROOT / "evaluation", SAMPLE)


def test_a_sample_that_is_gone_must_be_drawn_again(tmp_path: Path) -> None:
    with pytest.raises(VerdictError, match="there is no sample 12345678"):
        read_sample(tmp_path, "12345678")


def test_verdicts_go_to_the_findings_with_their_numbers() -> None:
    lines = ["# sample 12345678", "", "2 d in a song", "1 keep  plainer so "]
    second, first = read_verdicts(lines, SAMPLE, "ann", "2026-01-02")
    assert (second.key, second.verdict, second.why) == (SAMPLE[1].key, "drop", "in a song")
    assert (first.key, first.verdict, first.why) == (SAMPLE[0].key, "keep", "plainer so")
    assert (first.judge, first.date, first.samples) == ("ann", "2026-01-02", ("random seed 1",))


@pytest.mark.parametrize(
    ("lines", "problem"),
    [
        (["3 k fine"], "line 1: '3' is no number from 1 to 2"),
        (["one k fine"], "line 1: 'one' is no number"),
        (["", "1 maybe who knows"], "line 2: the verdict is keep or drop, not 'maybe'"),
        (["1 k"], "line 1: say why"),
        (["1 k " + "x" * 61], "line 1: say why in at most 60"),
        (["1 k fine", "1 d bad"], "line 2: 1 is judged twice"),
    ],
)
def test_a_wrong_line_is_named(lines: list[str], problem: str) -> None:
    with pytest.raises(VerdictError, match=problem):
        read_verdicts(lines, SAMPLE, "ann", "2026-01-02")


def test_the_first_line_names_the_sample() -> None:
    assert sample_named_in("# sample 1a2b3c4d\n1 k fine\n") == "1a2b3c4d"
    assert sample_named_in("1 k fine\n") is None


@pytest.fixture
def store(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Return an empty store; two findings are reported, samples go to a folder of the test."""
    path = tmp_path / "findings.jsonl"
    articles: list[Checked] = [checked("one.md")]
    monkeypatch.setattr(findings, "check_corpora", lambda *_, **__: articles)
    monkeypatch.setattr(findings, "cache_folder", lambda: tmp_path)
    monkeypatch.setattr(findings, "read_store", lambda: read_store(path))
    monkeypatch.setattr(findings, "write_store", lambda judged: write_store(judged, path))
    return path


def judge(tmp_path: Path, capsys: pytest.CaptureFixture[str], verdicts: str, name: str) -> None:
    """Judge the sample that was printed last."""
    sample = capsys.readouterr().out.splitlines()[-1]
    file = tmp_path / "verdicts.txt"
    file.write_text(f"{sample}\n{verdicts}\n", encoding="utf-8")
    main(["judge", str(file), "--judge", name])
    capsys.readouterr()


def test_what_is_judged_is_not_drawn_again(
    store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["sample", "--n", "1", "--unjudged"])
    judge(tmp_path, capsys, "1 k plainer", "ann")
    main(["sample", "--n", "9", "--unjudged"])
    shown = capsys.readouterr().out
    assert "[1]" in shown
    assert "[2]" not in shown
    assert len(read_store(store)) == 1


def test_a_blind_sample_is_of_what_another_has_judged(
    store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["sample", "--n", "1"])
    judge(tmp_path, capsys, "1 k plainer", "ann")
    main(["sample", "--blind", "--judge", "bo", "--n", "9"])
    shown = capsys.readouterr().out
    assert shown.startswith("[1]\n")
    assert "[2]" not in shown
    main(["sample", "--blind", "--judge", "bo", "--n", "9"])
    judge(tmp_path, capsys, "1 d in a song", "bo")
    assert {(each.judge, each.blind) for each in read_store(store)} == {
        ("ann", False),
        ("bo", True),
    }


def test_verdicts_without_a_sample_are_refused(store: Path, tmp_path: Path) -> None:
    file = tmp_path / "verdicts.txt"
    file.write_text("1 k plainer\n", encoding="utf-8")
    with pytest.raises(SystemExit, match="which sample"):
        main(["judge", str(file), "--judge", "ann"])
    assert not store.exists()


def test_a_finding_is_drawn_with_what_a_judge_needs() -> None:
    each: Drawn = DRAWN[0]
    made = each.unjudged("random seed 1", blind=True)
    assert (made.start, made.end) == (each.finding.span.start, each.finding.span.end)
    assert (made.verdict, made.judge, made.blind) == ("", "", True)
