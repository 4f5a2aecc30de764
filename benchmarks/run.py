"""Measure newslint beside other tools: `python -m benchmarks.run`.

The figures go into `benchmarks/results/latest.json`, from which `benchmarks.table` makes the
tables in docs/performance.md. A tool that is missing is left out and named.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from benchmarks.articles import corpus, middle, words, write
from benchmarks.commands import RESULTS, ROOT, bare, compile_newslint, newslint, patterns
from benchmarks.measuring import Command, circumstances, cost, side_by_side, summary
from benchmarks.peers import Peers, settings

SAVED = RESULTS / "latest.json"

Figures = dict[str, object]


class Benchmarks:
    """The cases, over the same articles in one folder."""

    def __init__(self, folder: Path, peers: Peers, number: int, rounds: int) -> None:
        """Write `number` articles into the folder; what takes long is run a third as often."""
        self.folder = folder
        self.peers = peers
        self.rounds = rounds
        self.long_rounds = max(1, rounds // 3)
        articles, self.origin = corpus(number)
        self.files = write(articles, folder / "articles")
        [self.one] = write([middle(articles)], folder / "one")
        self.words = words(articles)
        self.missing: set[str] = set()
        settings(folder)

    def case(self, commands: Sequence[Command], reference: str, rounds: int) -> Figures:
        """Run commands side by side; what did not run is noted."""
        costs, trouble = side_by_side(commands, self.folder, rounds)
        self.missing.update(trouble)
        return {"reference": reference, "tools": summary(costs, reference)}

    def others(self, files: Sequence[Path], *, slow: bool) -> list[Command]:
        """Return the runs of the other tools."""
        commands, missing = self.peers.commands(files, slow=slow)
        self.missing.update(missing)
        return commands

    def cold(self) -> Figures:
        """One file, nothing kept, everything loaded from disk."""
        files = [self.one]
        own = [
            newslint("newslint", files),
            newslint("newslint without the grammar engine", files, "--ignore", "grammar.engine"),
            patterns("newslint, patterns only", files),
            bare("spaCy alone", files, "--one"),
        ]
        others = self.others(files, slow=True)
        return self.case([*own, *others], "spaCy alone", self.rounds)

    def many(self) -> Figures:
        """All files, nothing kept."""
        files = self.files
        own = [
            newslint("newslint", files),
            newslint("newslint without the grammar engine", files, "--ignore", "grammar.engine"),
            bare("spaCy alone", files),
        ]
        others = self.others(files, slow=len(files) <= 100)
        return self.case([*own, *others], "spaCy alone", self.long_rounds)

    def workers(self) -> Figures:
        """All files, by one process and by two; the gain is in the time by the clock."""
        without = ("--ignore", "grammar.engine")
        own = [
            newslint("one process", self.files, *without),
            newslint("two processes", self.files, *without, jobs=2),
        ]
        return self.case(own, "one process", self.long_rounds)

    def kept(self) -> Figures:
        """Files that were checked before."""
        with tempfile.TemporaryDirectory() as cache:
            once = newslint("first", self.files, cache=Path(cache))
            cost(once, self.folder)
            same = newslint("newslint, all files again", self.files, cache=Path(cache))
            single = newslint("newslint, one of them again", self.files[:1], cache=Path(cache))
            other = [c for c in self.others([self.one], slow=False) if c.name == "proselint"]
            return self.case(
                [same, single, *(Command("proselint, one file", c.arguments) for c in other)],
                "proselint, one file",
                max(5, self.rounds),
            )

    def patterns(self) -> Figures:
        """Rules that need no language model, on one file and on many."""
        own = patterns("newslint, patterns only", self.files)
        other = [c for c in self.others(self.files, slow=False) if c.name != "textlint"]
        return self.case([own, *other], "proselint", self.long_rounds)

    def start(self) -> Figures:
        """What it takes before anything is done."""
        version = [sys.executable, "-m", "newslint", "--version"]
        path = {"PYTHONPATH": str(ROOT)}
        proselint = self.peers.find("proselint")
        commands = [
            Command("python, doing nothing", [sys.executable, "-c", "0"]),
            Command("newslint --version", version, environment=path),
            patterns("newslint, patterns only, one file", [self.one]),
        ]
        if proselint:
            commands.append(Command("proselint, one file", [proselint, "check", str(self.one)]))
        return self.case(commands, "proselint, one file", max(5, self.rounds))

    def inside(self, what: str, files: Sequence[Path], rounds: int) -> Figures:
        """Return what `benchmarks.inside` measures in one process."""
        command = [sys.executable, "-m", "benchmarks.inside", what, "--rounds", str(rounds)]
        done = subprocess.run(
            [*command, *map(str, files)], cwd=ROOT, capture_output=True, text=True, check=True
        )
        found: Figures = json.loads(done.stdout)
        return found


def measure(benchmarks: Benchmarks, rounds: int) -> Figures:
    """Return all figures; says what it is doing."""
    found: Figures = {}
    long = sorted(benchmarks.files, key=lambda f: abs(f.stat().st_size - 7_500))
    inside = max(3, 2 * rounds)
    few = benchmarks.files[: 10 * inside]
    steps: dict[str, Callable[[], object]] = {
        "start": benchmarks.start,
        "cold": benchmarks.cold,
        "many": benchmarks.many,
        "workers": benchmarks.workers,
        "kept": benchmarks.kept,
        "patterns": benchmarks.patterns,
        "overhead": lambda: benchmarks.inside("overhead", few, inside),
        "edit": lambda: benchmarks.inside("edit", long[:inside], inside),
    }
    for name, step in steps.items():
        begun = time.monotonic()
        found[name] = step()
        print(f"{name}: {time.monotonic() - begun:.0f} s", file=sys.stderr)
    return found


def main() -> int:
    """Measure, and write the results; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--quick", action="store_true", help="12 articles, one round")
    parser.add_argument("--articles", type=int, help="how many (default: 500)")
    parser.add_argument("--rounds", type=int, help="how often (default: 3; long cases: a third)")
    parser.add_argument("--peers", type=Path, help="the folder of benchmarks/install-peers")
    parser.add_argument("--save", type=Path, default=SAVED, help="where the results go")
    given = parser.parse_args()
    number = given.articles or (12 if given.quick else 500)
    rounds = given.rounds or (1 if given.quick else 3)
    compile_newslint()
    with tempfile.TemporaryDirectory(prefix="newslint-benchmarks-") as folder:
        benchmarks = Benchmarks(Path(folder), Peers(given.peers), number, rounds)
        figures = measure(benchmarks, rounds)
    results = {
        **circumstances(),
        "articles": number,
        "words": benchmarks.words,
        "origin": benchmarks.origin,
        "rounds": rounds,
        "missing": sorted(benchmarks.missing),
        **figures,
    }
    given.save.parent.mkdir(parents=True, exist_ok=True)
    given.save.write_text(json.dumps(results, indent=1, ensure_ascii=False) + "\n", "utf-8")
    for line in sorted(benchmarks.missing):
        print(f"left out: {line}", file=sys.stderr)
    print(f"written: {given.save}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
