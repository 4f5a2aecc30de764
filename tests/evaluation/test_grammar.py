"""What is kept of grammar engines is places, and figures count what they still report."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from evaluation import grammar
from evaluation.data import ROOT
from evaluation.grammar import (
    Verdict,
    as_row,
    draw,
    main,
    precision,
    rates,
    read_heard,
    read_sheet,
    read_store,
    write_store,
)
from evaluation.grammar_engines import Heard, Hit, raw_harper
from evaluation.grammar_modes import servers, timed
from evaluation.planted_faults import is_found, parse_planted, read_planted
from newslint.markup.read import parse_article
from newslint.span import Span

THAN = Hit(Span(22, 26), "ThenThan")
FERRY = Heard("harper", "islands", "ferry.md", 500, (THAN, Hit(Span(40, 43), "Dashes")))
QUAY = Heard("harper", "coast", "quay.md", 1500, ())


def verdict(hit: Hit, said: str, why: str = "older than") -> Verdict:
    return Verdict(
        "harper", "islands", "ferry.md", hit.span.start, hit.span.end, hit.rule, said, why
    )


def sheet(folder: Path, *rows: str) -> Path:
    path = folder / "sheet.tsv"
    head = "engine\tcorpus\tfile\tstart\tend\trule\tverdict\twhy"
    path.write_text("\n".join((head, *rows)) + "\n", encoding="utf-8")
    return path


def test_what_was_heard_is_read_back_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "grammar.jsonl"
    path.write_text("\n".join(map(as_row, (FERRY, QUAY))), encoding="utf-8")
    assert read_heard(path) == [FERRY, QUAY]


def test_rates_are_findings_in_a_thousand_words_by_corpus_and_over_all() -> None:
    assert rates([FERRY, QUAY]) == {"harper": {"islands": 4.0, "coast": 0.0, "all": 1.0}}


def test_a_draw_is_the_same_for_a_seed_and_of_one_engine_only() -> None:
    other = Heard("languagetool", "islands", "ferry.md", 500, (Hit(Span(0, 3), "X"),))
    drawn = draw([FERRY, other], "harper", 1, seed=3)
    assert drawn == draw([FERRY, other], "harper", 1, seed=3)
    assert len(drawn) == 1
    assert [h for _, h in draw([FERRY, other], "harper", 9, seed=3)] == sorted(FERRY.hits)


def test_a_sheet_gives_its_verdicts_and_leaves_empty_lines_out(tmp_path: Path) -> None:
    given = sheet(
        tmp_path,
        "harper\tislands\tferry.md\t22\t26\tThenThan\tfault\tolder than",
        "harper\tislands\tferry.md\t40\t43\tDashes\t\t",
    )
    assert read_sheet(given) == [verdict(THAN, "fault")]


@pytest.mark.parametrize("row", ["perhaps\tolder than", "fault\t", "fault\t" + "x" * 61])
def test_a_verdict_is_one_of_two_words_and_has_a_short_reason(tmp_path: Path, row: str) -> None:
    given = sheet(tmp_path, f"harper\tislands\tferry.md\t22\t26\tThenThan\t{row}")
    with pytest.raises(ValueError, match=r"sheet\.tsv: ferry\.md 22: verdict or reason"):
        read_sheet(given)


def test_of_two_verdicts_on_a_finding_the_later_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "grammar.jsonl"
    write_store([verdict(THAN, "fault"), verdict(THAN, "no fault", "a time")], path)
    assert read_store(path) == [verdict(THAN, "no fault", "a time")]
    assert read_store(tmp_path / "none.jsonl") == []


def test_precision_counts_only_what_is_still_reported() -> None:
    gone = Hit(Span(90, 95), "Gone")
    judged = [verdict(THAN, "fault"), verdict(gone, "no fault"), verdict(FERRY.hits[1], "no fault")]
    assert precision(judged, [FERRY]) == {"harper": {"judged": 2, "faults": 1}}


def test_a_sheet_is_not_written_into_the_repository() -> None:
    with pytest.raises(ValueError, match="belongs outside the repository"):
        main(["sample", "--engine", "harper", "--sheet", str(ROOT / "sheet.tsv")])


def test_report_stores_figures_made_of_what_was_heard_and_judged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "grammar.jsonl").write_text(as_row(FERRY), encoding="utf-8")
    monkeypatch.setattr(grammar, "RESULTS", tmp_path / "results.json")
    monkeypatch.setattr(grammar, "read_store", lambda: [verdict(THAN, "fault")])
    main(["--cache", str(tmp_path), "report"])
    assert '"harper": {\n   "judged": 1,\n   "faults": 1' in capsys.readouterr().out


def test_one_engine_is_asked_again_and_what_the_others_said_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    ours = Heard("newslint", "islands", "ferry.md", 500, (THAN,))
    kept = tmp_path / "grammar.jsonl"
    kept.write_text("\n".join(map(as_row, (FERRY, ours))), encoding="utf-8")
    again = Heard("newslint", "islands", "ferry.md", 500, ())
    asked: list[object] = []

    def hear(corpora: object, server: object, cache: object, only: object) -> list[Heard]:
        asked.append(only)
        return [again]

    monkeypatch.setattr(grammar, "hear", hear)
    main(
        ["--cache", str(tmp_path), "collect", "--only", "newslint", "--languagetool", str(tmp_path)]
    )
    assert asked == [["newslint"]]
    assert read_heard(kept) == [FERRY, again]
    assert '"newslint": {\n  "all": 0.0' in capsys.readouterr().out


def test_raw_harper_gives_places_in_the_source_file() -> None:
    source = "# The *quay*\n\nThe mill is **older** then the town.\n"
    hits = raw_harper()(parse_article(source, "quay.md"))
    assert ("then", "ThenThan") in [(hit.span.cut(source), hit.rule) for hit in hits]


def test_a_planted_story_is_read_with_its_slips_and_without() -> None:
    story = parse_planted("a.held.txt", "It is [[a|an|a/an]] honest [[the the|the|doubled]] end.")
    assert story.text == "It is a honest the the end."
    assert story.clean == "It is an honest the end."
    assert [(f.kind, f.span.cut(story.text)) for f in story.faults] == [
        ("a/an", "a"),
        ("doubled", "the the"),
    ]
    assert story.held


def test_a_slip_is_found_by_a_place_on_it_or_on_a_word_beside_it() -> None:
    story = parse_planted("a.dev.txt", "The price of boats [[have|has|agreement]] risen twice.")
    (slip,) = story.faults
    assert is_found(slip, story.text, [Span(13, 18)])
    assert is_found(slip, story.text, [Span(24, 29)])
    assert not is_found(slip, story.text, [Span(4, 9), Span(30, 35)])


@pytest.mark.parametrize("marked", ["a [[b|c]] d", "a [[b", "b]] c"])
def test_a_mark_that_is_not_complete_is_refused(marked: str) -> None:
    with pytest.raises(ValueError, match=r"a\.txt has a mark that is not"):
        parse_planted("a.txt", marked)


def test_the_planted_stories_hold_sixty_slips_or_more_and_half_only_measure() -> None:
    stories = read_planted()
    assert sum(len(story.faults) for story in stories) >= 60
    assert {story.held for story in stories} == {True, False}


@pytest.mark.skipif(sys.platform != "linux", reason="memory is read from /proc")
def test_a_command_is_timed_with_the_memory_it_took(tmp_path: Path) -> None:
    seconds, megabytes = timed([sys.executable, "-c", "x = bytearray(50_000_000)"], tmp_path)
    assert 0 < seconds < 60
    assert megabytes > 50  # more, where the process that starts it is larger


@pytest.mark.skipif(sys.platform != "linux", reason="processes are read from /proc")
def test_no_server_runs_from_an_empty_folder(tmp_path: Path) -> None:
    assert list(servers(tmp_path)) == []
