"""A YAML rule and a text, and what the one finds in the other."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from newslint.engine.examine import lint
from newslint.finding import Finding
from newslint.patterns.rule_file import read_rule
from tests.rules_for_tests import read

Find = Callable[..., list[Finding]]


@pytest.fixture
def find() -> Find:
    """Return a function from a rule (YAML) and an article to findings."""

    def run(rule: str, text: str, path: str = "story.md") -> list[Finding]:
        spec = read_rule(rule, "house.rule", "house/rule.yml", "house")
        return lint(read(text, path), [spec.rule])

    return run
