"""Asks of every guard in some modules what it costs and what it is good for.

    python -m evaluation.guards --category vague --rules attribution.vague-collective-source -- \
        newslint/checks/_sourcing/collectives.py

A guard is a condition of an `if` that leaves, an alternative in one, or an operand of an `and`.
Each in turn is switched off, and the faults found in the dev half of the planted stories, the
look-alikes hit there and the errors and warnings on real articles are counted again. A guard
without which more faults are found, and little else changes, is one to look at.
"""

from __future__ import annotations

import argparse
import ast
import inspect
import json
import os
import textwrap
import types
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from importlib import import_module
from itertools import islice
from pathlib import Path
from typing import Any

from evaluation.corpora import cache_folder, read_corpus
from evaluation.parse_cache import CachedAnalyser, harper_engine
from evaluation.plant import CATEGORIES, FOLDER, RANKS, Planted, read_planted
from evaluation.planted import alarms, fits, marks
from evaluation.story import Half
from newslint.engine.examine import lint
from newslint.finding import Severity
from newslint.language.pipeline import SpacyAnalyser, model_version
from newslint.markup.read import parse_article
from newslint.reading import Reading
from newslint.registry import load_rules
from newslint.rule import Rule

#: The real articles that new findings are counted on, and how many of each at most.
REAL = {"attribution-dev": None, "wikinews-gum": None, "attribution-train": 150}


@dataclass(frozen=True, slots=True)
class Ground:
    """What is measured on: stories of the dev half, and real articles, all of them parsed."""

    stories: Sequence[tuple[Planted, Reading]]
    real: Sequence[Reading]
    rules: Sequence[Rule]
    category: str

    def planted(self) -> tuple[int, int]:
        """Return how many faults of the category are found, and how many look-alikes hit."""
        found = hit = 0
        for story, reading in self.stories:
            findings = lint(reading, self.rules)
            for fault in story.faults:
                found += fault.category == self.category and any(
                    fits(finding, fault.category, fault.rules)
                    and marks(finding, fault)
                    and finding.severity >= RANKS[fault.rank]
                    for finding in findings
                )
            for look in story.fine:
                hit += look.category == self.category and any(alarms(story, look, findings))
        return found, hit

    def warned(self) -> list[tuple[int, int, int]]:
        """Return the article's number and the span of each error and warning on real copy."""
        return [
            (number, finding.span.start, finding.span.end)
            for number, reading in enumerate(self.real)
            for finding in lint(reading, self.rules)
            if finding.severity >= Severity.WARNING
        ]


class _Without(ast.NodeTransformer):
    """Switches off the guard of a number; `what` is then its source."""

    def __init__(self, number: int) -> None:
        self.left = number
        self.what: str | None = None

    def _hit(self, node: ast.expr) -> bool:
        self.left -= 1
        if self.left == -1:
            self.what = ast.unparse(node)[:100]
        return self.left == -1

    def visit_If(self, node: ast.If) -> ast.If:
        self.generic_visit(node)
        if not _leaves(node.body[-1]):
            return node
        if isinstance(node.test, ast.BoolOp) and isinstance(node.test.op, ast.Or):
            for place, part in enumerate(list(node.test.values)):
                if self._hit(part):
                    node.test.values[place] = ast.Constant(False)
        elif self._hit(node.test):
            node.test = ast.Constant(False)
        return node

    def visit_BoolOp(self, node: ast.BoolOp) -> ast.BoolOp:
        self.generic_visit(node)
        if isinstance(node.op, ast.And):
            for place, part in enumerate(list(node.values)):
                if self._hit(part):
                    node.values[place] = ast.Constant(True)
        return node


def _leaves(last: ast.stmt) -> bool:
    """Say whether a statement goes on to the next case, or returns nothing."""
    if isinstance(last, ast.Continue):
        return True
    if not isinstance(last, ast.Return):
        return False
    value = last.value
    return (
        value is None
        or (isinstance(value, ast.Constant) and not value.value)
        or (isinstance(value, ast.Tuple | ast.List) and not value.elts)
    )


def variants(function: Callable[..., Any]) -> Iterator[tuple[str, types.CodeType]]:
    """Yield the source of each guard of a function, and the function's code without it."""
    try:
        source = textwrap.dedent(inspect.getsource(function))
    except OSError:  # one that a dataclass made
        return
    number = 0
    while True:
        without = _Without(number)
        tree = without.visit(ast.parse(source))
        if without.what is None:
            return
        number += 1
        tree.body[0].decorator_list = []
        names = dict(function.__globals__)
        exec(compile(ast.fix_missing_locations(tree), "<guard>", "exec"), names)
        code = names[function.__name__].__code__
        if code.co_freevars == function.__code__.co_freevars:
            yield without.what, code


def functions(module: types.ModuleType) -> Iterator[tuple[str, types.FunctionType]]:
    """Yield the functions and methods that a module defines."""
    for name, value in list(vars(module).items()):
        if isinstance(value, type) and value.__module__ == module.__name__:
            members = [(f"{name}.{key}", member) for key, member in vars(value).items()]
        else:
            members = [(name, inspect.unwrap(value) if callable(value) else value)]
        for label, member in members:
            if isinstance(member, types.FunctionType) and member.__module__ == module.__name__:
                yield label, member


def _apart(work: Callable[[], Sequence[Any]]) -> list[Any] | None:
    """Do something in a child, which leaves no trace here; nothing if it fails."""
    receiving, sending = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            with os.fdopen(sending, "w") as pipe:
                json.dump(work(), pipe)
        finally:
            os._exit(0)
    os.close(sending)
    with os.fdopen(receiving) as pipe:
        data = pipe.read()
    os.waitpid(child, 0)
    answer: list[Any] | None = json.loads(data) if data else None
    return answer


def _try(
    ground: Ground, function: types.FunctionType, code: types.CodeType, least: int
) -> tuple[int, int, list[Any]] | None:
    """Return faults found, look-alikes hit and what is marked on real copy, with other code.

    Nothing comes back if the code fails or finds fewer faults than `least`.
    """

    def planted() -> Sequence[int]:
        function.__code__ = code
        return ground.planted()

    def warned() -> Sequence[tuple[int, int, int]]:
        function.__code__ = code
        return ground.warned()

    counts = _apart(planted)
    if counts is None or counts[0] < least:
        return None
    marked = _apart(warned)
    return None if marked is None else (counts[0], counts[1], marked)


def _ground(category: str, rules: Sequence[str]) -> Ground:
    specs = load_rules()
    analyser = CachedAnalyser(
        SpacyAnalyser(), cache_folder(), model_version() or "none", harper_engine()
    )

    def read(text: str, path: str) -> Reading:
        reading = Reading(parse_article(text, path), analyser)
        _ = reading.attributions
        return reading

    stories = [
        (story, read(story.text, story.path))
        for story in read_planted(FOLDER, [spec.id for spec in specs])
        if story.half is Half.DEV
        and category
        in {*(f.category for f in story.faults), *(look.category for look in story.fine)}
    ]
    real = [
        read(loaded.text, loaded.path)
        for name, most in REAL.items()
        for loaded in islice(read_corpus(name), most)
    ]
    chosen = [spec.rule for spec in specs if spec.id in rules]
    if len(chosen) != len(set(rules)):
        raise SystemExit(f"guards: no such rule: {', '.join(rules)}")
    return Ground(stories, real, chosen, category)


def main(arguments: Sequence[str] | None = None) -> None:
    """Print each guard that costs faults: those gained, look-alikes hit, new findings."""
    parser = argparse.ArgumentParser(description="What does each guard cost?")
    parser.add_argument("--category", choices=sorted(CATEGORIES), required=True)
    parser.add_argument("--rules", nargs="+", required=True, help="the rules that run")
    parser.add_argument("--least", type=int, default=2, help="faults gained to be shown")
    parser.add_argument("files", nargs="+", type=Path, help="modules whose guards are tried")
    options = parser.parse_args(arguments)
    ground = _ground(options.category, options.rules)
    found, hit = ground.planted()
    warned = set(ground.warned())
    print(f"as it is: {found} faults, {hit} look-alikes, {len(warned)} marked on real copy")
    for path in options.files:
        module = import_module(".".join(path.with_suffix("").parts))
        for label, function in functions(module):
            for what, code in variants(function):
                without = _try(ground, function, code, found + options.least)
                if without is None:
                    continue
                new = len({tuple(place) for place in without[2]} - warned)
                gains = f"faults {without[0] - found:+} look-alikes {without[1] - hit:+}"
                print(f"{gains} real {new:+} | {path.stem}.{label}: {what}", flush=True)


if __name__ == "__main__":
    main()
