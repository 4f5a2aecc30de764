"""Findings are the same however they are come by: `python -m benchmarks.identical`.

The same articles are checked in one process and in several, without a cache, into one and
from one, in another order, each paragraph parsed on its own, edited in a running process, and
from a cache that many runs shared while most of them were killed. Exit code 1 if any way
differs. What came of it goes into `benchmarks/results/identical.json`.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.articles import corpus, write
from benchmarks.commands import RESULTS, ROOT
from benchmarks.measuring import circumstances
from newslint.api import lint_text
from newslint.config import Configuration
from newslint.engine.plan import Planner
from newslint.engine.run import Context, run
from newslint.language.measures import GrammarIssue
from newslint.language.pipeline import SpacyAnalyser
from newslint.language.tokens import Parse, ParseRequest
from newslint.registry import load_rules
from newslint.result import Loaded
from newslint.settings import Settings

SAVED = RESULTS / "identical.json"

_CHECK = [sys.executable, "-m", "newslint", "check", "--quiet", "--output-format", "jsonl"]
_FRESH = ("--no-cache", "--jobs", "1")

#: A path; a rule, the place, the message and the fingerprint of one of its findings.
Fact = tuple[str, list[object]]


@dataclass(frozen=True, slots=True)
class Bench:
    """A folder of articles, and the options of every run over it."""

    folder: Path
    files: tuple[str, ...]
    options: tuple[str, ...] = ()

    def command(self, *options: str, files: Sequence[str] | None = None) -> list[str]:
        """Return a run over the files, or over these."""
        return [*_CHECK, *self.options, *options, *(self.files if files is None else files)]

    def environment(self, cache: Path | None) -> dict[str, str]:
        """Return the surroundings of a run that keeps its results in `cache`."""
        kept = {} if cache is None else {"XDG_CACHE_HOME": str(cache)}
        return {**os.environ, "PYTHONPATH": str(ROOT), **kept}

    def run(
        self, *options: str, cache: Path | None = None, files: Sequence[str] | None = None
    ) -> bytes:
        """Return what a run prints.

        Raises:
            RuntimeError: if it could not do its work.
        """
        done = subprocess.run(
            self.command(*options, files=files),
            cwd=self.folder,
            env=self.environment(cache),
            capture_output=True,
            check=False,
        )
        if done.returncode not in (0, 1):
            raise RuntimeError(done.stderr.decode("utf-8", "replace"))
        return done.stdout


def ways(bench: Bench, runs: int, chance: random.Random) -> dict[str, Callable[[], bytes]]:
    """Return the ways to come by the findings, by name; caches are made as they are needed."""
    cache = bench.folder / "cache"
    shared = bench.folder / "shared-cache"
    shuffled = chance.sample(bench.files, len(bench.files))
    return {
        "several processes": lambda: bench.run("--no-cache", "--jobs", "3"),
        "another order": lambda: bench.run(*_FRESH, files=shuffled),
        "into a cache": lambda: bench.run("--jobs", "1", cache=cache),
        "from the cache": lambda: bench.run("--jobs", "1", cache=cache),
        "several processes, from the cache": lambda: bench.run("--jobs", "3", cache=cache),
        "from a cache of runs that were killed": lambda: after_kills(bench, shared, runs, chance),
    }


def after_kills(bench: Bench, cache: Path, runs: int, chance: random.Random) -> bytes:
    """Return what a run prints after `kill_some`."""
    kill_some(bench, cache, runs, chance)
    return bench.run(cache=cache)


def kill_some(bench: Bench, cache: Path, runs: int, chance: random.Random) -> None:
    """Start many runs on one cache at once, and kill each of them at some moment."""
    running: list[tuple[float, subprocess.Popen[bytes]]] = []
    for _ in range(runs):
        process = subprocess.Popen(
            bench.command(files=chance.sample(bench.files, max(1, len(bench.files) // 2))),
            cwd=bench.folder,
            env=bench.environment(cache),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        running.append((time.monotonic() + chance.uniform(0.2, 0.8 * runs), process))
    for until, process in sorted(running, key=lambda one: one[0]):
        try:
            process.wait(max(0.0, until - time.monotonic()))
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


class Singly:
    """An analyser that gives the language model one paragraph at a time."""

    def __init__(self) -> None:
        """Use the model and the engine of a run without settings."""
        self._analyser = SpacyAnalyser()

    def parse(self, requests: Sequence[ParseRequest], *, names: bool) -> list[Parse]:
        """Parse blocks, in order."""
        return [parse for one in requests for parse in self._analyser.parse([one], names=names)]

    def grammar(self, requests: Sequence[ParseRequest]) -> list[tuple[GrammarIssue, ...]]:
        """Return what the engine says of each block."""
        return [issues for one in requests for issues in self._analyser.grammar([one])]


def paragraph_by_paragraph(bench: Bench) -> list[Fact]:
    """Return the findings where every paragraph is analysed on its own, in this process."""
    planner = Planner(load_rules(), Configuration(Settings()))
    context = Context(planner, Singly(), lambda _: None)
    files = (Loaded(name, (bench.folder / name).read_text("utf-8")) for name in bench.files)
    return [
        (result.path, [f.rule, f.span.start, f.span.end, f.message, f.fingerprint])
        for result in run(files, context)
        for f in result.findings
    ]


def edited(bench: Bench, chance: random.Random) -> list[Fact]:
    """Return the findings of articles that were changed and changed back in this process."""
    found: list[Fact] = []
    for name in bench.files:
        text = (bench.folder / name).read_text(encoding="utf-8")
        lines = text.split("\n")
        at = chance.randrange(len(lines))
        lint_text("\n".join([*lines[:at], lines[at] + " It rained.", *lines[at + 1 :]]), path=name)
        for f in lint_text(text, path=name):
            found.append((name, [f.rule, f.span.start, f.span.end, f.message, f.fingerprint]))
    return found


def facts(printed: bytes) -> list[Fact]:
    """Return of printed findings what `edited` returns."""
    rows = [json.loads(line) for line in printed.splitlines()]
    return [
        (
            row["path"],
            [
                row["rule"],
                row["span"]["start"],
                row["span"]["end"],
                row["message"],
                row["fingerprint"],
            ],
        )
        for row in rows
    ]


def compare(bench: Bench, runs: int, chance: random.Random) -> Iterator[tuple[str, bool]]:
    """Yield each way to come by the findings, and whether they are those of a plain run."""
    expected = bench.run(*_FRESH)
    print(f"{len(expected.splitlines())} findings in {len(bench.files)} articles", flush=True)
    for way, findings in ways(bench, runs, chance).items():
        yield way, findings() == expected
    if not bench.options:
        yield "each paragraph on its own", paragraph_by_paragraph(bench) == facts(expected)
        yield "edited in a running process", edited(bench, chance) == facts(expected)


def main() -> int:
    """Compare all ways, and write down what came of it; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--files", type=int, default=200, help="how many articles")
    parser.add_argument("--runs", type=int, default=50, help="how many runs share a cache")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--save", type=Path, default=SAVED, help="where the result goes")
    parser.add_argument("options", nargs="*", help="options of newslint check, after --")
    given = parser.parse_args()
    chance = random.Random(given.seed)
    same: dict[str, bool] = {}
    articles, origin = corpus(given.files)
    with tempfile.TemporaryDirectory(prefix="newslint-identical-") as name:
        folder = Path(name).resolve()
        files = write(articles, folder)
        bench = Bench(folder, tuple(file.name for file in files), tuple(given.options))
        for way, alike in compare(bench, given.runs, chance):
            same[way] = alike
            print(f"{'same' if alike else 'DIFFERENT'}: {way}", flush=True)
            found = {"articles": len(files), "runs": given.runs, "origin": origin, "same": same}
            given.save.parent.mkdir(parents=True, exist_ok=True)
            given.save.write_text(json.dumps(circumstances() | found, indent=1) + "\n", "utf-8")
    return int(not all(same.values()))


if __name__ == "__main__":
    sys.exit(main())
