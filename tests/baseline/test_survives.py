"""Two hundred ways to edit an article: nothing known comes back, nothing new hides."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from newslint.baseline import Baseline, match
from newslint.config import Configuration
from newslint.engine.plan import Planner
from newslint.engine.run import Context, run
from newslint.finding import Finding
from newslint.registry import load_rules
from newslint.result import FileResult, Loaded
from tests.baseline.articles import Story, edited, first_story

if TYPE_CHECKING:
    from newslint.reading import Analyser

WAYS = 200

#: What is found, told without hashes: rule, words, sentence (None for the whole document).
Told = tuple[str, str, str | None]

Lint = Callable[[str], FileResult]


@pytest.fixture(scope="module")
def lint(analyser: Analyser) -> Lint:
    """Return a function that runs every rule of the profile over a text."""
    planner = Planner(load_rules(), Configuration())
    context = Context(planner, analyser, lambda _: None)

    def one(text: str) -> FileResult:
        (result,) = run([Loaded("story.md", text)], context)
        assert result.errors == ()
        return result

    return one


def told(story: Story, finding: Finding) -> Told:
    if finding.anchored:
        return (finding.rule, "", None)
    words = " ".join(finding.excerpt.replace("\n> ", " ").split()).casefold()
    return (finding.rule, words, story.find(finding.span.start))


def path(name: str) -> str:
    return name


@pytest.mark.model
def test_nothing_known_comes_back_and_nothing_new_hides(lint: Lint) -> None:
    story = first_story()
    first = lint(story.text())
    before = Counter(told(story, finding) for finding in first.findings)
    assert {sentence for _, _, sentence in before} > {None}
    known = match(Baseline(), [first], path, gone=lambda _: False).grown
    seen: Counter[str] = Counter()
    for way in range(WAYS):
        after_story = edited(story, random.Random(way))
        result = lint(after_story.text())
        after = Counter(told(after_story, finding) for finding in result.findings)
        (left,) = match(known, [result], path, gone=lambda _: False).results
        reported = Counter(told(after_story, finding) for finding in left.findings)
        assert reported == after - before, f"way {way}:\n{after_story.text()}"
        seen["new"] += reported.total()
        seen["known"] += left.baselined
        for sentence in set(after_story.added) - set().union(*story.paragraphs):
            assert any(s == sentence for _, _, s in reported), f"way {way}: {sentence}"
    assert seen["new"] > WAYS / 4
    assert seen["known"] > WAYS * 5


@pytest.mark.model
def test_an_edit_in_its_own_sentence_makes_a_finding_new(lint: Lint) -> None:
    text = "---\ntitle: Bins\nauthor: Ada Brook\ndate: 2031-05-02\n---\nThe the bins are late.\n"
    known = match(Baseline(), [lint(text)], path, gone=lambda _: False).grown
    changed = lint(text.replace("late", "early"))
    (left,) = match(known, [changed], path, gone=lambda _: False).results
    assert [f.excerpt for f in left.findings if f.rule == "grammar.doubled-word"]


@pytest.mark.model
def test_the_corpora_may_be_wrapped_anew(lint: Lint, shared_data: Path) -> None:
    """Long paragraphs of real articles, broken into lines where they were not."""
    files = sorted((shared_data / "corpora" / "techworkers-newsletter").rglob("*.md"))[:6]
    if not files:
        pytest.skip("no corpus of newsletters")
    for file in files:
        text = file.read_text(encoding="utf-8")
        first = lint(text)
        known = match(Baseline(), [first], path, gone=lambda _: False).grown
        moved = lint(f"{text}\n\nThe library opens at nine.\n")
        (left,) = match(known, [moved], path, gone=lambda _: False).results
        assert [f for f in left.findings if f.scope == "span"] == [], file.name
