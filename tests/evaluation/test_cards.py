"""Cards are counted from findings, verdicts and planted faults, and held against the bar."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from evaluation.cards import CARDS, breach, breaches, counts, digest, is_stale, page
from evaluation.corpora import half_of
from evaluation.judgement import Agreement
from newslint.cards import Card
from newslint.finding import Severity
from newslint.registry import load_rules
from newslint.rule import RuleSpec
from tests.evaluation.test_findings import ARTICLES, judgement

WORDY = "language.wordy-phrase"
[SPEC] = [spec for spec in load_rules() if spec.id == WORDY]


def test_the_cards_are_as_new_as_the_judgements() -> None:
    if is_stale(CARDS.read_text(encoding="utf-8")):
        pytest.fail("out of date: run python -m evaluation.cards", pytrace=False)


def test_a_card_counts_all_findings_and_the_verdicts_of_the_judging_half() -> None:
    made = [judgement(article, article.findings[0]) for article in ARTICLES]
    judging = [each for each in made if half_of(each.file) == "judging"]
    still = [replace(made[0], verdict="keep"), *made[1:]]
    card = counts([WORDY], ARTICLES, still, {WORDY: [3, 4]})[WORDY]
    assert (card.findings, card.words) == (24, 12 * 16)
    assert (card.kept, card.judged) == (len(judging), len(judging))
    assert (card.found, card.planted) == (3, 4)


def test_a_rule_that_finds_nothing_has_a_card_too() -> None:
    assert counts(["language.puffery"], ARTICLES, [], {}) == {
        "language.puffery": Card(words=12 * 16)
    }


def test_the_page_holds_counts_only() -> None:
    text = page({WORDY: Card(24, 192, 5, 6, 3, 4)}, Agreement(9, 10, 0.61), "abc")
    assert "words: 192\n" in text
    assert "agreement: {judged: 10, agreed: 9, kappa: 0.61}\n" in text
    assert f"  {WORDY}: {{findings: 24, kept: 5, judged: 6, found: 3, planted: 4}}\n" in text


def test_new_verdicts_make_the_cards_stale(tmp_path: Path) -> None:
    store = tmp_path / "findings.jsonl"
    before = digest(store, tmp_path)
    store.write_text("{}\n", encoding="utf-8")
    judged = digest(store, tmp_path)
    (tmp_path / "planted.json").write_text(json.dumps({"by rule": {WORDY: [1, 2]}}), "utf-8")
    assert len({before, judged, digest(store, tmp_path)}) == 3


def at(severity: Severity, *, on: bool = True) -> RuleSpec:
    """Return a rule with a severity."""
    return replace(SPEC, rule=SPEC.rule.model_copy(update={"severity": severity}), on=on)


GOOD, FAIR, FEW = Card(kept=19, judged=20), Card(kept=16, judged=20), Card(kept=3, judged=3)


@pytest.mark.parametrize(
    ("severity", "card", "how"),
    [
        (Severity.ERROR, GOOD, None),
        (Severity.ERROR, FAIR, "error needs 0.90, has 16 of 20"),
        (Severity.WARNING, FAIR, None),
        (Severity.WARNING, FEW, "warning, but unproven (n=3; 0 findings there are)"),
        (Severity.SUGGESTION, FEW, None),
        (Severity.SUGGESTION, Card(kept=11, judged=20), "suggestion needs 0.60, has 11 of 20"),
        (Severity.ERROR, Card(exact="it counts"), None),
        (Severity.ERROR, replace(FAIR, exact="it counts"), "error needs 0.90, has 16 of 20"),
    ],
)
def test_the_bar_depends_on_the_severity(severity: Severity, card: Card, how: str | None) -> None:
    assert breach(at(severity), card) == how


def test_a_rule_that_is_off_breaks_no_bar() -> None:
    assert breach(at(Severity.ERROR, on=False), FAIR) is None


def test_a_rule_that_was_never_measured_is_unproven() -> None:
    unknown = at(Severity.WARNING)
    unknown = replace(unknown, rule=unknown.rule.model_copy(update={"id": "house.new"}))
    assert breaches([unknown]) == {"house.new": "warning, but unproven (n=0; 0 findings there are)"}
