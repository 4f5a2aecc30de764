"""The public names, and newslint as a function."""

from __future__ import annotations

import datetime
import importlib
from functools import partial
from pathlib import Path

import pytest

import newslint
from newslint.errors import ConfigError
from newslint.rule import Rule, spec_of
from newslint.settings import Override, Settings
from newslint.suppression import ENGINE_RULES
from tests.rules_for_tests import Raising, Word

PUBLIC = {
    "Article",
    "Block",
    "BlockKind",
    "ConfigError",
    "Edit",
    "Example",
    "Finding",
    "Fix",
    "NewslintError",
    "Position",
    "Problem",
    "Reading",
    "Related",
    "Rule",
    "Settings",
    "Severity",
    "Span",
    "Unavailable",
    "__version__",
    "lint_text",
}


def test_the_public_names_are_these_and_no_others() -> None:
    assert set(newslint.__all__) == PUBLIC


@pytest.mark.parametrize("name", sorted(PUBLIC - {"__version__"}))
def test_each_public_name_is_there(name: str) -> None:
    value = getattr(newslint, name)
    assert value.__name__ == name
    assert getattr(importlib.import_module(value.__module__), name) is value


def test_a_name_that_is_not_there_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="lint_txet"):
        _ = newslint.lint_txet


@pytest.fixture
def _few_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    rules: tuple[type[Rule], ...] = (Word, *ENGINE_RULES)
    specs = tuple(spec_of(rule, "test") for rule in rules)
    monkeypatch.setattr("newslint.api._rules", lambda packs: specs)
    monkeypatch.setattr("newslint.engine.plan.load_profile", lambda name: (name, {}))


@pytest.mark.usefixtures("_few_rules")
class TestLintText:
    def test_findings_are_in_the_coordinates_of_the_text(self) -> None:
        text = "# News\n\nA *bad* day.\n"
        (finding,) = newslint.lint_text(text, path="story.md")
        assert (finding.path, finding.excerpt) == ("story.md", "bad")
        assert finding.span.cut(text) == "bad"

    def test_the_format_may_be_given_where_the_path_does_not_tell(self) -> None:
        (finding,) = newslint.lint_text("<p>A bad day.", path="draft/12", format="html")
        assert finding.start.column == 6

    def test_settings_may_be_a_mapping_as_in_a_configuration_file(self) -> None:
        settings = {"rules": {"words.bad": {"word": "good"}}}
        assert newslint.lint_text("A bad day.", path="a.md", settings=settings) == []

    def test_a_mapping_with_an_unknown_key_names_the_nearest_one(self) -> None:
        with pytest.raises(ConfigError, match="settings: unknown key 'rule'") as raised:
            newslint.lint_text("A bad day.", path="a.md", settings={"rule": {}})
        assert raised.value.hint == "did you mean 'rules'?"

    def test_settings_of_another_type_are_refused(self) -> None:
        with pytest.raises(TypeError, match="a Settings or a mapping, not str"):
            newslint.lint_text("A bad day.", path="a.md", settings="wire")  # type: ignore[arg-type] # the fault

    def test_a_format_that_is_none_is_refused(self) -> None:
        with pytest.raises(ValueError, match="no such format"):
            newslint.lint_text("A bad day.", path="a", format="docx")

    def test_settings_apply_and_overrides_match_the_path(self) -> None:
        opinion = Override(files=("opinion/**",), rules={"words": "off"})
        settings = Settings(rules={"words.bad": "warning"}, overrides=(opinion,))
        (finding,) = newslint.lint_text("A bad day.", path="a.md", settings=settings)
        assert finding.severity is newslint.Severity.WARNING
        assert newslint.lint_text("A bad day.", path="opinion/a.md", settings=settings) == []

    def test_settings_that_are_another_mapping_with_the_same_keys_are_told_apart(self) -> None:
        lint = partial(newslint.lint_text, "A bad day.", path="a.md")
        assert len(lint(settings={"rules": {"words.bad": "error"}})) == 1
        assert lint(settings={"rules": {"words.bad": "off"}}) == []

    def test_a_vocabulary_that_changes_counts_the_next_time(
        self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        monkeypatch.setattr(Word, "about_words", True)
        monkeypatch.chdir(tmp_path)
        words = tmp_path / "words.txt"
        words.write_text("good\n", encoding="utf-8")
        lint = partial(
            newslint.lint_text, "A bad day.", path="a.md", settings={"vocabulary": ["words.txt"]}
        )
        assert [finding.excerpt for finding in lint()] == ["bad"]
        words.write_text("bad\n", encoding="utf-8")
        assert lint() == []

    def test_a_wrong_setting_is_an_error(self) -> None:
        settings = Settings(rules={"words.bda": "off"})
        with pytest.raises(ConfigError, match=r"words\.bda"):
            newslint.lint_text("A bad day.", path="a.md", settings=settings)

    def test_suppressions_hold_and_expire_against_the_given_day(self) -> None:
        text = "<!-- newslint: ignore words.bad -- a name until 2027-01-31 -->\n\nA bad day.\n"
        assert newslint.lint_text(text, path="a.md") == []
        later = datetime.date(2027, 2, 1)
        assert len(newslint.lint_text(text, path="a.md", today=later)) == 2

    def test_what_failed_is_a_warning(self, monkeypatch: pytest.MonkeyPatch) -> None:
        specs = tuple(spec_of(rule, "test") for rule in (Word, Raising))
        monkeypatch.setattr("newslint.api._rules", lambda packs: specs)
        with pytest.warns(RuntimeWarning, match=r"words\.raising failed"):
            findings = newslint.lint_text("A bad day.", path="a.md")
        assert [f.rule for f in findings] == ["words.raising", "words.bad"]


@pytest.mark.model
def test_the_real_rules_find_a_quotation_without_a_speaker() -> None:
    text = 'The hall fell silent.\n\n"We are finished with this harbour."\n\nNobody left.\n'
    found = newslint.lint_text(text, path="story.md")
    assert '"We are finished with this harbour."' in {f.excerpt for f in found}
