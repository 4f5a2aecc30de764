"""Rules that say they keep to blocks do so: they find the same whole and passage by passage."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

import pytest

from newslint.article import Article
from newslint.finding import Problem
from newslint.markup.read import parse_article
from newslint.patterns.existence import Existence
from newslint.reading import Analyser, Reading, prepare
from newslint.registry import load_rules
from newslint.rule import Rule, RuleSpec

_STORIES = Path(__file__).resolve().parents[2] / "evaluation" / "stories"
_ALL = frozenset({"names", "attributions", "quotations", "date"})


@cache
def _specs() -> tuple[RuleSpec, ...]:
    return load_rules()


def _near() -> tuple[Rule, ...]:
    return tuple(spec.rule for spec in _specs() if spec.rule.keeps_to_blocks)


def _examples() -> Iterator[Article]:
    """Yield for each rule an article of all its examples in Markdown."""
    for spec in _specs():
        texts = [e.unmarked()[0] for e in spec.examples if e.path.endswith(".md")]
        plain = [text for text in texts if not text.startswith("---")]
        if plain:
            yield parse_article("\n\n".join(plain) + "\n", f"{spec.id}.md")


def _stories() -> Iterator[Article]:
    for file in sorted(_STORIES.glob("*.*")):
        if file.suffix in (".html", ".md", ".txt") and file.name != "README.md":
            yield parse_article(file.read_text(encoding="utf-8"), file.name)


def _same(problem: Problem) -> tuple[object, ...]:
    return (problem.span, problem.message, repr(problem))


def _differences(articles: Sequence[Article], analyser: Analyser) -> list[tuple[str, str]]:
    """Return the rules, and the articles, in which one finds something else part by part."""
    readings = [Reading(article, analyser) for article in articles]
    prepare(readings, _ALL)
    found: list[tuple[str, str]] = []
    for reading in readings:
        excerpts = [reading.excerpt(blocks) for blocks, _ in reading.passages(_ALL)]
        for rule in _near():
            whole = rule.check(reading.declaring(rule.needs))
            parts = (p for e in excerpts for p in rule.check(e.declaring(rule.needs)))
            if sorted(whole, key=_same) != sorted(parts, key=_same):
                found.append((rule.id, reading.article.path))
    return found


def test_rules_find_in_a_passage_what_they_find_in_the_article(analyser: Analyser) -> None:
    assert _differences(list(_stories()), analyser) == []


@pytest.mark.slow
def test_rules_find_in_a_passage_what_they_find_in_all_examples(analyser: Analyser) -> None:
    assert _differences(list(_examples()), analyser) == []


def test_what_such_a_rule_finds_lies_in_a_block(analyser: Analyser) -> None:
    readings = [Reading(article, analyser) for article in _stories()]
    prepare(readings, _ALL)
    for reading in readings:
        for rule in _near():
            for problem in rule.check(reading.declaring(rule.needs)):
                block = reading.article.block_at(problem.span.start)
                assert block is not None, rule.id
                assert block.span.covers(problem.span), rule.id
                assert not problem.in_source, rule.id
                assert not problem.document, rule.id


@pytest.mark.parametrize("options", [{"limit": 1}, {"scope": "raw"}])
def test_a_pattern_with_a_limit_or_on_the_file_looks_further(options: dict[str, object]) -> None:
    pattern = {"id": "words.bad", "message": "Find another word.", "tokens": ("bad",)}
    assert Existence.model_validate(pattern).keeps_to_blocks
    assert not Existence.model_validate(pattern | options).keeps_to_blocks
