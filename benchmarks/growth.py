"""What more articles cost: `python -m benchmarks.growth`.

Briefs, from a hundred to ten thousand of them, each size in one process without a cache and
without the grammar engine. Before each size the bare language model reads the same hundred
briefs: against it a slope can be read on a machine whose speed drifts. The figures go into
`benchmarks/results/growth.json`, step by step, and from there into docs/performance.md.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from pathlib import Path

from benchmarks.articles import briefs, words, write
from benchmarks.commands import RESULTS, bare, newslint
from benchmarks.measuring import circumstances, cost

SAVED = RESULTS / "growth.json"

_SIZES = (100, 300, 1_000, 3_000, 10_000)


def step(articles: list[str], folder: Path) -> dict[str, object]:
    """Return what it costs to check these articles, and the bare model on the first of them."""
    files = write(articles, folder / f"briefs-{len(articles)}")
    yardstick = cost(bare("spaCy alone", files[: _SIZES[0]]), folder)
    used = cost(newslint("newslint", [files[0].parent], "--ignore", "grammar.engine"), folder)
    return {
        "articles": len(articles),
        "words": words(articles),
        "cpu": round(used.cpu, 2),
        "wall": round(used.wall, 2),
        "mib": round(used.memory / 2**20),
        "yardstick": round(yardstick.cpu, 3),
    }


def main() -> int:
    """Measure size by size, and write the results after each; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--articles", type=int, default=_SIZES[-1], help="how many at most")
    parser.add_argument("--save", type=Path, default=SAVED, help="where the results go")
    given = parser.parse_args()
    sizes = [size for size in _SIZES if size <= given.articles] or [given.articles]
    articles, origin = briefs(sizes[-1])
    steps: list[dict[str, object]] = []
    for size in sizes:
        with tempfile.TemporaryDirectory(prefix="newslint-growth-") as folder:
            steps.append(step(articles[:size], Path(folder)))
        found = {**circumstances(), "origin": origin, "steps": steps}
        given.save.parent.mkdir(parents=True, exist_ok=True)
        given.save.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
        print(f"{size:,} articles: {steps[-1]}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
