"""Samples can be drawn again, judgements follow findings, article text is never stored."""

from __future__ import annotations

import json
from dataclasses import fields, replace
from pathlib import Path

import pytest

from evaluation.corpora import Checked, half_of
from evaluation.findings import block, draw, excerpt
from evaluation.judgement import (
    STORE,
    Judgement,
    Share,
    agreement,
    by_rule,
    current,
    merge,
    read_store,
    share,
    write_store,
)
from evaluation.noise import measure, page
from newslint import lint_text
from newslint.finding import Finding
from newslint.markup.read import parse_article
from newslint.settings import read_settings
from newslint.span import Span

STORY = "The crew met in order to vote. The pier is in the vicinity of the mill.\n"
ONLY = read_settings(
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


def test_findings_may_be_left_out_or_singled_out() -> None:
    first, second = draw(ARTICLES[:1], n=2, seed=1)
    assert draw(ARTICLES[:1], n=2, seed=1, without=frozenset({first.key})) == [second]
    assert draw(ARTICLES[:1], n=2, seed=1, only=frozenset({first.key})) == [first]


LONG = "It rained. The crew met. They met [[in order to]] vote. All went home. It rained."


def test_context_is_the_sentence_and_one_on_either_side() -> None:
    text = LONG.replace("[[", "").replace("]]", "")
    start = text.index("in order to")
    shown = excerpt(text, Span(start, start + len("in order to")))
    assert shown == "The crew met. They met [[in order to]] vote. All went home."


def test_a_block_tells_what_is_reported_where_and_why() -> None:
    [first, _] = draw([checked("one.md")], n=2, seed=1)
    shown = block(7, first, blind=False)
    assert shown.startswith("[7] suggestion language.wordy-phrase invented/one.md\n  > ")
    assert "met [[in order to]] vote." in shown
    assert first.finding.message in shown


def test_a_blind_judge_sees_text_and_message_only() -> None:
    [first, _] = draw([checked("one.md")], n=2, seed=1)
    shown = block(7, first, blind=True)
    assert shown.startswith("[7]\n")
    assert first.finding.message in shown
    assert "language" not in shown
    assert "suggestion" not in shown


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
    other = [
        replace(first, judge="bo", blind=True),
        replace(second, judge="bo", verdict="drop", blind=True),
    ]
    assert len(merge([first, second], other)) == 4
    compared = agreement([first, second, *other])
    assert (compared.agreed, compared.both) == (1, 2)


def test_kappa_is_what_chance_leaves_open() -> None:
    # Cohen's own kind of table: 20 both keep, 15 both drop, 5 and 10 differ; kappa is 0.4.
    first = [judgement(each, each.findings[0]) for each in map(checked, map(str, range(50)))]
    verdicts = ["keep"] * 25 + ["drop"] * 25
    others = ["keep"] * 20 + ["drop"] * 5 + ["keep"] * 10 + ["drop"] * 15
    one = [replace(j, verdict=v) for j, v in zip(first, verdicts, strict=True)]
    two = [replace(j, verdict=v, judge="bo") for j, v in zip(first, others, strict=True)]
    compared = agreement([*one, *two])
    assert (compared.agreed, compared.both) == (35, 50)
    assert compared.kappa == pytest.approx(0.4)


def test_kappa_is_one_where_chance_leaves_nothing() -> None:
    first = judgement(ARTICLES[0], ARTICLES[0].findings[0])
    assert agreement([first, replace(first, judge="bo")]).kappa == 1.0
    assert str(agreement([])) == "0 of 0 (kappa 1.00)"


def test_a_blind_verdict_compares_and_does_not_count() -> None:
    first = judgement(ARTICLES[0], ARTICLES[0].findings[0])
    assert share([first, replace(first, judge="bo", verdict="drop", blind=True)]) == Share(1, 1)


def test_a_judgement_lapses_when_its_finding_goes() -> None:
    article = ARTICLES[0]
    first, second = (judgement(article, finding) for finding in article.findings)
    without_first = replace(article, findings=article.findings[1:])
    assert current([first, second], [without_first]) == [second]


@pytest.mark.parametrize(
    ("then", "verdict", "follows"),
    [("error", "keep", True), ("error", "drop", True), ("suggestion", "drop", True)],
)
def test_a_verdict_at_another_severity_holds_where_it_follows(
    then: str, verdict: str, follows: bool
) -> None:
    article = checked("story.md")
    made = replace(judgement(article, article.findings[0], verdict), severity=then)
    still = current([made], [article])
    assert [each.severity for each in still] == (["suggestion"] if follows else [])


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
    kept = {f.name for f in fields(Judgement)}
    lines = STORE.read_text(encoding="utf-8").splitlines()
    assert all(json.loads(line).keys() <= kept for line in lines)
