"""What the guides show is true: settings load, rules run, links lead somewhere."""

from __future__ import annotations

import inspect
import re
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from newslint.config import load
from newslint.patterns.pattern import Pattern
from newslint.patterns.rule_file import KINDS, pattern_class, read_rule
from newslint.registry import load_rules
from newslint.rule import Rule, RuleSpec, spec_of
from newslint.selection import check_key, known_keys
from newslint.testing import cases, complaint

if TYPE_CHECKING:
    from newslint.reading import Analyser

ROOT = Path(__file__).resolve().parent.parent
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]

_FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)#\s]+)(?:#[^)]*)?\)")


def blocks(language: str) -> list[Any]:
    """Return every fenced block in `language`, named after its page and line."""
    found = []
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        for match in _FENCE.finditer(text):
            if match[1] == language:
                line = text.count("\n", 0, match.start()) + 1
                found.append(pytest.param(match[2], id=f"{page.name}:{line}"))
    return found


def rules_in(code: str) -> list[RuleSpec]:
    """Return the rules that a block of Python defines."""
    namespace: dict[str, Any] = {"__name__": "guide"}
    exec(compile(code, "guide", "exec", dont_inherit=True), namespace)
    return [
        spec_of(value, "guide")
        for value in namespace.values()
        if inspect.isclass(value) and value.__module__ == "guide" and issubclass(value, Rule)
    ]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_to_files_that_exist(page: Path) -> None:
    links = _LINK.findall(page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


@pytest.mark.parametrize("block", blocks("toml"))
def test_settings_are_ones_that_newslint_takes(block: str, tmp_path: Path) -> None:
    data = tomllib.loads(block)
    if "project" in data:
        return
    name = "pyproject.toml" if "tool" in data else "newslint.toml"
    (tmp_path / name).write_text(block, encoding="utf-8")
    settings = load(tmp_path / name).settings
    known = known_keys(spec.id for spec in load_rules())
    for key in settings.rules:
        if not key.startswith("house-style"):
            check_key(key, known, "the guide")


@pytest.mark.parametrize("block", blocks("yaml"))
def test_yaml_is_yaml_and_a_rule_in_it_does_what_its_examples_say(block: str) -> None:
    if "extends" not in yaml.safe_load(block):
        return
    spec = read_rule(block, "house-style.example", "guide.yml", "guide")
    assert len(spec.examples) > 1
    for case in cases([spec]):
        assert complaint(case.rule, case.example, _NoModel()) is None


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_kind_of_pattern_is_in_the_guide_with_its_keys(kind: str) -> None:
    guide = (ROOT / "docs" / "writing-rules.md").read_text(encoding="utf-8")
    row = next((line for line in guide.splitlines() if line.startswith(f"| `{kind}` |")), "")
    own = pattern_class(kind).model_fields.keys() - Pattern.model_fields.keys() - {"ignorecase"}
    assert own - set(re.findall(r"`(\w+)`", row)) == set()


@pytest.mark.model
@pytest.mark.parametrize("block", blocks("python"))
def test_python_runs_and_a_rule_in_it_does_what_its_examples_say(
    block: str, analyser: Analyser
) -> None:
    specs = rules_in(block)
    assert len(specs) == block.count("(Rule)")
    for case in cases(specs):
        assert complaint(case.rule, case.example, analyser) is None


class _NoModel:
    """Stands where a rule needs no language model."""

    def parse(self, requests: object, *, names: bool) -> Any:
        pytest.fail("a pattern asked for the language model")

    def grammar(self, requests: object) -> Any:
        pytest.fail("a pattern asked for a grammar engine")
