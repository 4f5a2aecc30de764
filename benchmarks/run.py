"""Measure newslint beside other tools: `python -m benchmarks.run`.

The figures go into `benchmarks/results/latest.json`, from which `benchmarks.table` makes the
tables in docs/performance.md. A tool that is missing is left out and named.
"""

from __future__ import annotations

import argparse
import json
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from itertools import islice
from pathlib import Path

from benchmarks.articles import corpus, made_up, middle, words, write
from benchmarks.measuring import Command, DidNotRunError, cost, side_by_side, summary
from benchmarks.peers import Peers, settings
from newslint import __version__

ROOT = Path(__file__).resolve().parent.parent
RESULTS = ROOT / "benchmarks" / "results" / "latest.json"

Figures = dict[str, object]

_NEWSLINT = [sys.executable, "-m", "newslint", "check", "--quiet", "--output-format", "jsonl"]
_ONE_JOB = ["--jobs", "1", "--no-cache"]
_BARE = [sys.executable, "-m", "benchmarks.bare"]
#: Exit codes of newslint that mean that it has read everything.
_READ = frozenset({0, 1})


def newslint(name: str, files: Sequence[Path], *options: str, cache: Path | None = None) -> Command:
    """Return a run of newslint in one process; without `cache` nothing is kept."""
    environment = {"PYTHONPATH": str(ROOT)}
    if cache is not None:
        environment["XDG_CACHE_HOME"] = str(cache)
    kept = _ONE_JOB if cache is None else _ONE_JOB[:2]
    command = [*_NEWSLINT, *kept, *options, *map(str, files)]
    return Command(name, command, _READ, environment)


def bare(name: str, files: Sequence[Path], *options: str) -> Command:
    """Return a run of the language model alone."""
    command = [*_BARE, *options, *map(str, files)]
    return Command(name, command, frozenset({0}), {"PYTHONPATH": str(ROOT)})


class Benchmarks:
    """The cases, over the same articles in one folder."""

    def __init__(self, folder: Path, peers: Peers, number: int, repeats: int) -> None:
        """Write `number` articles into the folder."""
        self.folder = folder
        self.peers = peers
        self.repeats = repeats
        articles, self.origin = corpus(number)
        self.files = write(articles, folder / "articles")
        [self.one] = write([middle(articles)], folder / "one")
        self.words = words(articles)
        self.missing: set[str] = set()
        settings(folder)

    def case(self, commands: Sequence[Command], reference: str, repeats: int = 0) -> Figures:
        """Run commands side by side; what did not run is noted."""
        costs, trouble = side_by_side(commands, self.folder, repeats or self.repeats)
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
            newslint("newslint, patterns only", files, "--select", "language"),
            bare("spaCy alone", files, "--one"),
        ]
        return self.case([*own, *self.others(files, slow=True)], "spaCy alone")

    def many(self) -> Figures:
        """All files, nothing kept."""
        files = self.files
        own = [
            newslint("newslint", files),
            newslint("newslint without the grammar engine", files, "--ignore", "grammar.engine"),
            bare("spaCy alone", files),
        ]
        slow = len(files) <= 100
        return self.case([*own, *self.others(files, slow=slow)], "spaCy alone")

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
                max(5, self.repeats),
            )

    def patterns(self) -> Figures:
        """Rules that need no language model, on one file and on many."""
        own = newslint("newslint, patterns only", self.files, "--select", "language")
        other = [c for c in self.others(self.files, slow=False) if c.name != "textlint"]
        return self.case([own, *other], "proselint")

    def start(self) -> Figures:
        """What it takes before anything is done."""
        version = [sys.executable, "-m", "newslint", "--version"]
        path = {"PYTHONPATH": str(ROOT)}
        proselint = self.peers.find("proselint")
        commands = [
            Command("python, doing nothing", [sys.executable, "-c", "0"]),
            Command("newslint --version", version, environment=path),
            newslint("newslint, patterns only, one file", [self.one], "--select", "language"),
        ]
        if proselint:
            commands.append(Command("proselint, one file", [proselint, "check", str(self.one)]))
        return self.case(commands, "proselint, one file", max(5, self.repeats))

    def inside(self, what: str, files: Sequence[Path], rounds: int) -> Figures:
        """Return what `benchmarks.inside` measures in one process."""
        command = [sys.executable, "-m", "benchmarks.inside", what, "--rounds", str(rounds)]
        done = subprocess.run(
            [*command, *map(str, files)], cwd=ROOT, capture_output=True, text=True, check=True
        )
        found: Figures = json.loads(done.stdout)
        return found

    def growth(self, sizes: Sequence[int]) -> list[Figures]:
        """Made-up briefs, more and more of them, in one process."""
        found: list[Figures] = []
        for size in sizes:
            articles = list(islice(made_up(1), size))
            folder = self.folder / f"growth-{size}"
            write(articles, folder)
            command = newslint("newslint", [folder], "--ignore", "grammar.engine")
            try:
                used = cost(command, self.folder)
            except DidNotRunError as error:
                self.missing.add(str(error))
                continue
            number = words(articles)
            found.append(
                {
                    "articles": size,
                    "words": number,
                    "cpu": round(used.cpu, 2),
                    "mib": round(used.memory / 2**20),
                }
            )
        return found


def measure(benchmarks: Benchmarks, sizes: Sequence[int], *, quick: bool) -> Figures:
    """Return all figures; says what it is doing."""
    found: Figures = {}
    long = sorted(benchmarks.files, key=lambda f: abs(f.stat().st_size - 7_500))
    rounds = 3 if quick else 6
    steps: dict[str, Callable[[], object]] = {
        "start": benchmarks.start,
        "cold": benchmarks.cold,
        "many": benchmarks.many,
        "kept": benchmarks.kept,
        "patterns": benchmarks.patterns,
        "overhead": lambda: benchmarks.inside("overhead", benchmarks.files[: 10 * rounds], rounds),
        "edit": lambda: benchmarks.inside("edit", long[:rounds], rounds),
        "growth": lambda: benchmarks.growth(sizes),
    }
    for name, step in steps.items():
        begun = time.monotonic()
        found[name] = step()
        print(f"{name}: {time.monotonic() - begun:.0f} s", file=sys.stderr)
    return found


def main() -> int:
    """Measure, and write the results; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--quick", action="store_true", help="less than three minutes")
    parser.add_argument("--files", type=int, help="how many articles (default: 500)")
    parser.add_argument("--repeats", type=int, help="how often (default: 3)")
    parser.add_argument("--largest", type=int, help="articles to grow to (default: 10,000)")
    parser.add_argument("--peers", type=Path, help="the folder of benchmarks/install-peers")
    parser.add_argument("--save", type=Path, default=RESULTS, help="where the results go")
    given = parser.parse_args()
    number = given.files or (12 if given.quick else 500)
    repeats = given.repeats or (1 if given.quick else 3)
    largest = given.largest or (200 if given.quick else 10_000)
    sizes = [size for size in (100, 200, 500, 1_000, 2_000, 5_000, 10_000) if size <= largest]
    with tempfile.TemporaryDirectory(prefix="newslint-benchmarks-") as folder:
        benchmarks = Benchmarks(Path(folder), Peers(given.peers), number, repeats)
        figures = measure(benchmarks, sizes, quick=given.quick)
    results = {
        "date": time.strftime("%Y-%m-%d", time.gmtime()),
        "newslint": __version__,
        "python": platform.python_version(),
        "system": f"{platform.system()} {platform.machine()}",
        "articles": number,
        "words": benchmarks.words,
        "origin": benchmarks.origin,
        "repeats": repeats,
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
