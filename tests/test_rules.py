"""What every rule must have: an id that is its place, words that explain it, examples."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from newslint.registry import OURS, load_rules
from newslint.rule import Example, RuleSpec
from newslint.suppression import ENGINE_RULES
from newslint.vocabulary import load

SPECS = [spec for spec in load_rules() if spec.origin in OURS]
ROOT = Path(__file__).resolve().parent.parent

GROUPS = {
    "anonymity",
    "attribution",
    "claims",
    "consistency",
    "grammar",
    "language",
    "legal",
    "numbers",
    "quotes",
    "readability",
    "secondhand",
    "structure",
}

# First words that are not an order to the writer, by their look.
_NOT_AN_ORDER = re.compile(
    r"(?i)(the|an?|this|that|these|all|every|each|no|checks?|reports?|finds?|flags?|warns?|"
    r"detects?|rule|\w+ing|\w+s)\b"
)
# ... and orders that happen to look so.
_ORDERS = {"report", "check", "find", "discuss", "express", "address", "bring"}

each_rule = pytest.mark.parametrize("spec", SPECS, ids=lambda spec: spec.id)


def marked(example: Example) -> bool:
    return bool(example.unmarked()[1])


def test_there_are_rules_in_python_and_in_yaml() -> None:
    assert {spec.kind for spec in SPECS} == {"check", "pattern"}


@each_rule
def test_the_group_is_one_of_ours(spec: RuleSpec) -> None:
    assert spec.rule.group in GROUPS


@each_rule
def test_the_id_is_the_place_of_the_rule(spec: RuleSpec) -> None:
    if type(spec.rule) in ENGINE_RULES:
        return
    group, name = spec.id.split(".")
    if spec.kind == "check":
        file = ROOT / "newslint" / "checks" / group / f"{name.replace('-', '_')}.py"
    else:
        file = ROOT / "rules" / group / f"{name}.yml"
    assert file.is_file()


@each_rule
def test_the_summary_tells_the_writer_what_to_do(spec: RuleSpec) -> None:
    first = spec.summary.split()[0]
    assert first[0].isupper()
    assert first.lower() in _ORDERS or not _NOT_AN_ORDER.fullmatch(first), spec.summary
    assert spec.summary.endswith("."), spec.summary
    assert spec.summary != spec.rule.message
    assert len(spec.summary) <= 100, "the first line is one line"


@each_rule
def test_the_reason_is_given(spec: RuleSpec) -> None:
    assert len(spec.why.split()) >= 10, spec.why


@each_rule
def test_two_examples_fire_and_two_stay_silent(spec: RuleSpec) -> None:
    assert sum(marked(example) for example in spec.examples) >= 2
    assert sum(not marked(example) for example in spec.examples) >= 2


@each_rule
def test_a_rule_that_fixes_shows_a_fix(spec: RuleSpec) -> None:
    shows = any(example.fixed is not None for example in spec.examples)
    assert shows == (spec.fixes != "none")


@each_rule
def test_genres_are_those_that_the_engine_knows(spec: RuleSpec) -> None:
    genres = load("newslint.engine", "genres.yml")
    assert isinstance(genres, dict)
    assert spec.genres_off <= genres.keys()


@each_rule
def test_standards_are_addresses(spec: RuleSpec) -> None:
    for address in spec.standards:
        parts = urlsplit(address)
        assert parts.scheme == "https"
        assert "." in parts.netloc


@each_rule
def test_the_message_is_about_the_text(spec: RuleSpec) -> None:
    judgement = re.compile(r"(?i)\b(false|untrue|lies?|lying|biased?|fake)\b")
    assert not judgement.search(spec.rule.message)


@each_rule
def test_options_have_defaults(spec: RuleSpec) -> None:
    dumped = spec.rule.model_dump()
    assert type(spec.rule).model_validate(dumped) == spec.rule
