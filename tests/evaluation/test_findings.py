"""Samples can be drawn again, judgements follow findings, article text is never stored."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from evaluation.corpora import Checked, half_of
from evaluation.data import ROOT
from evaluation.findings import (
    Judgement,
    agreement,
    by_rule,
    current,
    draw,
    excerpt,
    merge,
    read_sheet,
    read_store,
    share,
    write_sheet,
    write_store,
)
from evaluation.noise import measure, page
from newslint import lint_text
from newslint.finding import Finding
from newslint.markup.read import parse_article
from newslint.settings import Settings

STORY = "The crew met in order to vote. The pier is in the vicinity of the mill.\n"
ONLY = Settings.model_validate(
    {"rules": {"all": "off", "language.wordy-phrase": "on", "language.journalese": "on"}}
)


def checked(file: str, text: str = STORY) -> Checked:
    """Return an article with what two rules find in it."""
    findings = tuple(lint_text(text, path=file, settings=ONLY))
    return Checked("invented", file, parse_article(text, file), findings)


def judgement(article: Checked, finding: Finding, verdict: str = "keep") -> Judgement:
    """Return what a judge says of a finding."""
    return Judgement(
        article.corpus,
        article.file,
        finding.span.start,
        finding.span.end,
        finding.rule,
        finding.severity.label,
        finding.fingerprint,
        verdict,
        "plainer",
        "ann",
        "2026-01-02",
        ("random seed 1",),
    )


ARTICLES = [checked(f"story-{number}.md") for number in range(12)]


def test_the_same_seed_draws_the_same_findings() -> None:
    first = draw(ARTICLES, n=6, seed=3)
    assert [d.key for d in first] == [d.key for d in draw(ARTICLES, n=6, seed=3)]
    assert [d.key for d in first] != [d.key for d in draw(ARTICLES, n=6, seed=4)]


def test_a_sample_may_be_of_one_half_or_one_rule() -> None:
    half = draw(ARTICLES, n=99, seed=1, half="judging")
    assert {half_of(d.checked.file) for d in half} == {"judging"}
    assert draw(ARTICLES, n=99, seed=1, rule="language.journalese") == []


def test_the_half_depends_on_the_name_alone() -> None:
    assert half_of("2019/03/story-1.md") == half_of("story-1.md")
    assert {half_of(f"story-{number}.md") for number in range(12)} == {"tuning", "judging"}


def test_as_many_of_each_rule_may_be_drawn() -> None:
    articles = [checked("one.md", "Prices soared in order to end a wake-up call.\n"), *ARTICLES]
    drawn = draw(articles, n=1, seed=1, per_rule=2)
    assert [d.finding.rule for d in drawn].count("language.wordy-phrase") == 2


def test_context_marks_the_finding() -> None:
    [first, _] = draw([checked("one.md")], n=2, seed=1)
    assert excerpt(first, around=9) == "crew met [[in order to]] vote. Th"


def test_a_sheet_holds_places_and_no_text(tmp_path: Path) -> None:
    sheet = tmp_path / "sheet.tsv"
    write_sheet(sheet, draw(ARTICLES, n=2, seed=1), "random seed 1")
    written = sheet.read_text(encoding="utf-8")
    assert "language.wordy-phrase" in written
    assert "order" not in written
    assert "vicinity" not in written


def test_a_sheet_takes_over_what_is_judged_already(tmp_path: Path) -> None:
    sheet = tmp_path / "sheet.tsv"
    known = [judgement(ARTICLES[0], ARTICLES[0].findings[0], "drop")]
    write_sheet(sheet, draw(ARTICLES[:1], n=2, seed=1), "random seed 2", known)
    [read] = read_sheet(sheet, "ann", "2026-01-02")
    assert (read.verdict, read.samples) == ("drop", ("random seed 2",))


def test_a_sheet_does_not_go_into_the_repository() -> None:
    with pytest.raises(ValueError, match="outside the repository"):
        write_sheet(ROOT / "evaluation" / "sheet.tsv", [], "random seed 1")


def filled(sheet: Path, verdict: str, why: str) -> Path:
    """Fill in a sheet of one finding."""
    write_sheet(sheet, draw(ARTICLES, n=1, seed=1), "random seed 1")
    header, line = sheet.read_text(encoding="utf-8").splitlines()
    cells = dict(zip(header.split("\t"), line.split("\t"), strict=True))
    cells |= {"verdict": verdict, "why": why}
    sheet.write_text(header + "\n" + "\t".join(cells.values()) + "\n", encoding="utf-8")
    return sheet


def test_a_filled_sheet_becomes_judgements(tmp_path: Path) -> None:
    [read] = read_sheet(filled(tmp_path / "s.tsv", "drop", "in a song"), "ann", "2026-01-02")
    assert (read.verdict, read.why, read.judge) == ("drop", "in a song", "ann")
    assert read.samples == ("random seed 1",)


def test_an_empty_verdict_is_left_out(tmp_path: Path) -> None:
    assert read_sheet(filled(tmp_path / "s.tsv", "", ""), "ann", "2026-01-02") == []


@pytest.mark.parametrize("verdict, why", [("maybe", "who knows"), ("keep", ""), ("keep", "x" * 61)])
def test_a_verdict_is_keep_or_drop_with_a_short_reason(
    tmp_path: Path, verdict: str, why: str
) -> None:
    with pytest.raises(ValueError, match="line 1"):
        read_sheet(filled(tmp_path / "s.tsv", verdict, why), "ann", "2026-01-02")


def test_the_store_is_read_back_as_written(tmp_path: Path) -> None:
    store = tmp_path / "findings.jsonl"
    made = [judgement(ARTICLES[0], finding) for finding in ARTICLES[0].findings]
    write_store(reversed(made), store)
    assert read_store(store) == made
    assert read_store(tmp_path / "none.jsonl") == []


def test_a_new_verdict_replaces_the_old_and_keeps_both_samples() -> None:
    old = judgement(ARTICLES[0], ARTICLES[0].findings[0])
    new = replace(old, verdict="drop", samples=("random seed 2",))
    [merged] = merge([old], [new])
    assert (merged.verdict, merged.samples) == ("drop", ("random seed 1", "random seed 2"))


def test_two_judges_of_one_finding_are_compared() -> None:
    first, second = (judgement(ARTICLES[0], finding) for finding in ARTICLES[0].findings)
    other = [replace(first, judge="bo"), replace(second, judge="bo", verdict="drop")]
    assert len(merge([first, second], other)) == 4
    assert agreement([first, second, *other]) == (1, 2)


def test_a_judgement_lapses_when_its_finding_goes_or_changes_severity() -> None:
    article = ARTICLES[0]
    first, second = (judgement(article, finding) for finding in article.findings)
    without_first = replace(article, findings=article.findings[1:])
    assert current([first, second], [without_first]) == [second]
    assert current([replace(second, severity="error")], [article]) == []


def test_shares_are_counted_by_rule_and_severity() -> None:
    first, second = (judgement(ARTICLES[0], finding) for finding in ARTICLES[0].findings)
    made = [first, replace(second, verdict="drop")]
    assert str(share(made)) == "1 of 2 (50 %)"
    assert {key: str(value) for key, value in by_rule(made).items()} == {
        ("language.wordy-phrase", "suggestion"): "1 of 2 (50 %)"
    }
    assert str(share([])) == "0 of 0 (0 %)"


def test_noise_is_counted_per_word_and_per_article() -> None:
    noise = measure("invented", [*ARTICLES, replace(ARTICLES[0], corpus="another")])
    assert (noise.articles, noise.words) == (12, 12 * 16)
    assert noise.by_severity == {"error": 0, "warning": 0, "suggestion": 24}
    assert noise.noisiest == (("language.wordy-phrase", 24),)
    assert (noise.per_1000(24), noise.per_article(24)) == (125.0, 2.0)


def test_the_page_says_which_rules_are_below_the_bar() -> None:
    first, second = (judgement(ARTICLES[0], finding) for finding in ARTICLES[0].findings)
    made = [first, replace(second, verdict="drop")]
    text = page([measure("invented", ARTICLES)], made, made)
    assert "| random seed 1 | 1 of 2 (50 %) | 1 of 2 (50 %) |" in text
    [row] = [line for line in text.splitlines() if line.startswith("| language.wordy-phrase")]
    assert row.endswith("| below the bar, few |")


def test_stored_judgements_are_complete_and_short() -> None:
    stored = read_store()
    assert all(each.verdict in ("keep", "drop") and 0 < len(each.why) <= 60 for each in stored)
    lines = (ROOT / "evaluation" / "judgements" / "findings.jsonl").read_text(encoding="utf-8")
    assert {len(json.loads(line)) for line in lines.splitlines()} <= {12}
