"""Switching off the guards of a function one by one."""

from __future__ import annotations

import types

from evaluation.guards import functions, variants
from tests.evaluation import test_guards as this_module


def _guarded(words: list[str]) -> list[str]:
    found = []
    for word in words:
        if word.isupper() or word == "no":
            continue
        if len(word) > 2 and word.endswith("s"):
            found.append(word)
    return found


def _without(what: str) -> list[str]:
    code = dict(variants(_guarded))[what]
    changed = types.FunctionType(code, globals())
    found: list[str] = changed(["LOUD", "no", "is", "boats", "boat"])
    return found


def test_each_condition_of_a_guard_is_switched_off_by_itself() -> None:
    assert _guarded(["LOUD", "no", "is", "boats", "boat"]) == ["boats"]
    assert [what for what, _ in variants(_guarded)] == [
        "word.isupper()",
        "word == 'no'",
        "len(word) > 2",
        "word.endswith('s')",
    ]
    assert _without("len(word) > 2") == ["is", "boats"]
    assert _without("word.endswith('s')") == ["boats", "boat"]


def test_the_functions_of_a_module_are_those_it_defines() -> None:
    names = {name for name, _ in functions(this_module)}
    assert "_guarded" in names
    assert "variants" not in names
