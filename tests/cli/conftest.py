"""The command line in a folder of its own, with a few small rules."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from newslint.cli.main import main
from newslint.rule import Rule, RuleSpec, spec_of
from newslint.suppression import ENGINE_RULES
from tests.rules_for_tests import Raising, Undeclared, Word


class Quiet(Raising):
    """Fails, but only when it is switched on."""

    on = False


class Asking(Undeclared):
    """Asks for the undeclared, but only when it is switched on."""

    on = False


@dataclass(frozen=True)
class Done:
    """What a command left behind."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> dict[str, Any]:
        """The output as JSON: whatever happened, it must be some."""
        values: dict[str, Any] = json.loads(self.out)
        assert values["version"] == 1
        assert values["summary"]["exit"] == self.code
        return values


Newslint = Callable[..., Done]


@pytest.fixture
def newslint(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Newslint:
    """Return a function that runs the command line in a fresh repository."""
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    rules: tuple[type[Rule], ...] = (Word, Quiet, Asking, *ENGINE_RULES)
    specs: tuple[RuleSpec, ...] = tuple(spec_of(rule, "test") for rule in rules)
    monkeypatch.setattr("newslint.registry.load_rules", lambda *_: specs)
    monkeypatch.setattr("newslint.engine.plan.load_profile", lambda name: (f"profile {name}", {}))

    def run(*arguments: str) -> Done:
        code = main(arguments)
        captured = capsys.readouterr()
        return Done(code, captured.out, captured.err)

    return run
