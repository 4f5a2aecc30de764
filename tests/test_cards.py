"""The card of a rule in words and numbers."""

from __future__ import annotations

from dataclasses import replace

import pytest

from newslint.cards import Card, card_of
from newslint.registry import load_rules
from newslint.rule import RuleSpec

PROVEN = Card(findings=40, words=100_000, kept=38, judged=41, found=11, planted=13)
SPECS = {spec.id: spec for spec in load_rules()}


def test_a_card_with_enough_judged_findings_states_its_precision() -> None:
    assert PROVEN.in_words() == (
        "Precision .93 of n=41 (at least .81), 0.4 findings per 1,000 words,"
        " recall .85 of 13 planted."
    )
    assert PROVEN.standing == "proven"


def test_few_judged_findings_prove_nothing() -> None:
    card = replace(PROVEN, kept=3, judged=3)
    assert card.standing == "unproven"
    assert card.in_words().startswith("Precision unproven (n=3), 0.4 findings")


def test_a_rule_that_counts_needs_no_judge_and_says_why() -> None:
    card = replace(PROVEN, kept=0, judged=0, exact="it counts words")
    assert card.standing == "exact"
    assert card.in_words() == (
        "Exact by construction: it counts words. 0.4 findings per 1,000 words,"
        " recall .85 of 13 planted."
    )


def test_enough_verdicts_outweigh_the_construction() -> None:
    card = replace(PROVEN, exact="it counts words")
    assert card.standing == "proven"
    assert "Precision .93 of n=41" in card.in_words()


def test_what_was_never_counted_is_not_claimed() -> None:
    card = Card(words=100_000)
    assert (card.precision, card.recall) == (None, None)
    assert card.in_words() == "Precision unproven (n=0), no findings per 1,000 words."


@pytest.mark.parametrize(
    ("kept", "judged", "least"), [(20, 20, 0.839), (38, 41, 0.806), (0, 20, 0.0), (0, 0, 0.0)]
)
def test_the_lower_bound_is_wilsons(kept: int, judged: int, least: float) -> None:
    assert Card(kept=kept, judged=judged).at_least == pytest.approx(least, abs=0.001)


def spec_called(rule_id: str, exact: str = "") -> RuleSpec:
    """Return a rule that no card is about."""
    spec = SPECS["language.wordy-phrase"]
    return replace(spec, rule=spec.rule.model_copy(update={"id": rule_id}), exact=exact)


def test_a_rule_that_was_not_measured_has_no_card() -> None:
    assert card_of(spec_called("house.new-rule")) is None
    assert card_of(spec_called("house.new-rule", "it counts")) == Card(exact="it counts")


def test_our_rules_have_cards_from_real_articles() -> None:
    card = card_of(SPECS["language.wordy-phrase"])
    assert card is not None
    assert card.words > 100_000
    assert card.findings > 0
