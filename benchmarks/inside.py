"""What can only be measured within one process: the rules' share, the kernel, an edit.

`python -m benchmarks.inside overhead|edit [--rounds N] FILES` prints the figures as JSON.
"""

from __future__ import annotations

import argparse
import gc
import json
import statistics
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from benchmarks.measuring import spread
from newslint.api import lint_text
from newslint.cli.main import NEW_OBJECTS
from newslint.config import Configuration
from newslint.engine.plan import Planner
from newslint.engine.run import Context, run
from newslint.language.pipeline import DEFAULT_MODEL as MODEL
from newslint.language.pipeline import SpacyAnalyser
from newslint.language.spacy_import import import_spacy
from newslint.reading import with_implied
from newslint.registry import load_rules
from newslint.result import Loaded
from newslint.rule import RuleSpec
from newslint.settings import Settings

if TYPE_CHECKING:
    from spacy.language import Language

Figures = dict[str, object]
Given = TypeVar("Given")


def overhead(files: Sequence[Path], rounds: int) -> Figures:
    """Compare newslint, without the grammar engine, with the bare pipeline on the same articles.

    All read the same batches in turn. `stock` is the pipeline as it comes, `quick` the same
    one with the library for matrices that newslint chooses on this machine. Python looks for
    what nobody needs any more as seldom as the command line has it do so, on both sides.
    """
    gc.set_threshold(NEW_OBJECTS)
    single = import_spacy()
    import spacy

    from newslint.language import kernel

    stock = spacy.load(MODEL)
    quick = spacy.load(MODEL)
    chosen = kernel.choose(single=single)
    kernel.use("blis", stock)
    kernel.use(chosen, quick)
    loaded = [Loaded(file.name, file.read_text(encoding="utf-8")) for file in files]
    size = max(1, len(loaded) // rounds)
    batches = [loaded[at : at + size] for at in range(0, min(len(loaded), size * rounds), size)]
    rules = load_rules()
    engine = tuple(spec.id for spec in rules if "grammar" in spec.needs)
    named = tuple(spec.id for spec in rules if "names" in with_implied(spec.needs))
    ways: dict[str, Callable[[Sequence[Loaded]], object]] = {
        "stock": lambda batch: _bare(stock, batch),
        "quick": lambda batch: _bare(quick, batch),
        "newslint": _runner(rules, engine),
        "without names": _runner(rules, (*engine, *named)),
    }
    warm = [Loaded("warm.txt", "The mayor, Ana Ruiz, said on Tuesday that it rained.")]
    for way in ways.values():
        way(warm)
    times: dict[str, list[float]] = {name: [] for name in ways}
    for batch in batches:
        for name, way in ways.items():
            times[name].append(_timed(way, batch))

    def ratio(one: str, other: str) -> list[float]:
        return spread([a / b for a, b in zip(times[one], times[other], strict=True)])

    words = sum(len(one.text.split()) for batch in batches for one in batch)
    return {
        "words": words,
        "kernel": chosen,
        "words per CPU second": {k: round(words / sum(v)) for k, v in times.items()},
        "newslint / stock pipeline": ratio("newslint", "stock"),
        "newslint / pipeline with its kernel": ratio("newslint", "quick"),
        "rules without names / stock pipeline": ratio("without names", "stock"),
        "pipeline with its kernel / stock pipeline": ratio("quick", "stock"),
    }


def edit(files: Sequence[Path], rounds: int) -> Figures:
    """Compare one changed paragraph with the whole article, in a process that has read it."""
    lint_text("The mayor, Ana Ruiz, said that it rained.", path="warm.txt")
    changed: list[float] = []
    again: list[float] = []
    for file in files[:rounds]:
        text = file.read_text(encoding="utf-8")
        lint = partial(lint_text, path=file.name)
        whole = _timed(lint, text)
        lines = text.split("\n")
        long = [i for i, line in enumerate(lines) if len(line) > 80]
        costs = [
            _timed(lint, "\n".join([*lines[:at], f"{lines[at]} It rained.", *lines[at + 1 :]]))
            for at in long[:: max(1, len(long) // 12)]
        ]
        changed.append(statistics.median(costs) / whole)
        again.append(_timed(lint, text) / whole)
    return {
        "articles": len(changed),
        "one changed paragraph / whole article": spread(changed),
        "nothing changed / whole article": spread(again),
    }


def _runner(
    specs: Sequence[RuleSpec], ignore: tuple[str, ...]
) -> Callable[[Sequence[Loaded]], object]:
    planner = Planner(specs, Configuration(Settings()), ignore=ignore)
    context = Context(planner, SpacyAnalyser(), lambda _: None)
    return lambda files: list(run(files, context))


def _bare(nlp: Language, batch: Sequence[Loaded]) -> None:
    lines = [line for one in batch for line in one.text.split("\n") if line.strip()]
    for _ in nlp.pipe(lines, batch_size=64):
        pass


def _timed(do: Callable[[Given], object], given: Given) -> float:
    begun = time.process_time()
    do(given)
    return time.process_time() - begun


def main() -> None:
    """Print the figures that were asked for."""
    parser = argparse.ArgumentParser()
    parser.add_argument("what", choices=("overhead", "edit"))
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("files", nargs="+", type=Path)
    given = parser.parse_args()
    measure = {"overhead": overhead, "edit": edit}[given.what]
    print(json.dumps(measure(given.files, given.rounds)))


if __name__ == "__main__":
    main()
