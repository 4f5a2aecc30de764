"""The same findings, byte for byte, however the work is done."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from newslint.cache.store import Store
from newslint.config import Configuration
from newslint.engine import lint_files as module
from newslint.engine.lint_files import Means, lint_files
from newslint.engine.recipe import Recipe
from newslint.errors import ConfigError
from newslint.ledger import Ledger
from newslint.result import FileResult, Loaded, Notice
from newslint.settings import Settings

STORY = """It has been confirmed that the {0} bridge is unsafe.

"We were never asked, said Ilse Brandt, who runs the {0} ferry.

Analysts say the the repairs could take {1} weeks.

A source close to the mayor of {0} said the plan had been dropped.
"""
FILES = [
    Loaded(f"{town}-{n}.md", STORY.format(town, n))
    for town in ("Aldwick", "Borne", "Calder")
    for n in range(8)
]


@pytest.fixture
def recipe(tmp_path: Path) -> Recipe:
    configuration = Configuration(root=tmp_path)
    return Recipe(configuration, today=datetime.date(2026, 3, 4))


def run(
    recipe: Recipe, means: Means, files: list[Loaded] = FILES, said: list[Notice] | None = None
) -> list[FileResult]:
    note = (said if said is not None else []).append
    return list(lint_files(files, recipe, means, note))


@pytest.mark.model
def test_findings_are_the_same_alone_together_kept_and_in_any_order(
    recipe: Recipe, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "WORTH_ANOTHER", 500)
    plain = run(recipe, Means())
    assert any(finding.rule == "grammar.doubled-word" for finding in plain[0].findings)
    store = tmp_path / "kept"
    assert run(recipe, Means(jobs=2)) == plain
    assert run(recipe, Means(Store(store), jobs=2)) == plain
    assert run(recipe, Means(Store(store))) == plain
    assert run(recipe, Means(), FILES[::-1]) == plain[::-1]
    assert run(recipe, Means(Store(store)), FILES[::-1]) == plain[::-1]
    assert [result for one in FILES for result in run(recipe, Means(), [one])] == plain


@pytest.mark.model
def test_a_ledger_is_made_in_whichever_process_reads_the_article(
    recipe: Recipe, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "WORTH_ANOTHER", 500)
    alone: dict[str, Ledger] = {}
    together: dict[str, Ledger] = {}
    run(recipe, Means(ledgers=alone))
    run(recipe, Means(Store(tmp_path / "kept"), 2, together))
    assert together == alone
    assert set(alone) == {loaded.path for loaded in FILES}


def test_few_words_are_not_worth_a_second_process(
    recipe: Recipe, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("newslint.engine.workers.spread", None)
    chosen = Recipe(recipe.configuration, select=("grammar.doubled-word",))
    [result] = run(chosen, Means(jobs=8), FILES[:1])
    assert [finding.excerpt for finding in result.findings] == ["the the"]


def test_a_store_that_cannot_be_used_is_said_and_nothing_is_lost(
    recipe: Recipe, tmp_path: Path
) -> None:
    (tmp_path / "kept").write_text("a file", encoding="utf-8")
    chosen = Recipe(recipe.configuration, select=("grammar.doubled-word",), today=recipe.today)
    said: list[Notice] = []
    results = run(chosen, Means(Store(tmp_path / "kept")), FILES[:2], said)
    assert all(result.findings for result in results)
    assert [notice.message.partition(":")[0] for notice in said] == ["results are not kept"]


def test_an_unknown_rule_is_told_by_every_way(recipe: Recipe, tmp_path: Path) -> None:
    wrong = Recipe(
        Configuration(Settings(rules={"grammar.doubled-wrd": "off"}), tmp_path),
        today=recipe.today,
    )
    store = Store(tmp_path / "kept")
    for means in (Means(), Means(store)):
        with pytest.raises(ConfigError, match="doubled-wrd"):
            run(wrong, means)
    assert store._database is None  # let go of, whatever happens
