"""The tables in docs/performance.md, from stored results: `python -m benchmarks.table`.

With `--check` nothing is written: the exit code is 1 if the page shows other figures.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from benchmarks.run import RESULTS, ROOT

PAGE = ROOT / "docs" / "performance.md"

_BLOCK = re.compile(r"(?<=<!-- figures: begin -->\n).*?(?=<!-- figures: end -->)", re.DOTALL)
_CASES = {
    "start": "Before anything is done",
    "cold": "One file, cold",
    "many": "All files, nothing kept",
    "kept": "Files that were checked before",
    "patterns": "All files, rules without the language model",
}


def tables(results: Mapping[str, Any]) -> str:
    """Return the tables as Markdown."""
    lines = [
        f"Measured on {results['date']}: newslint {results['newslint']}, Python"
        f" {results['python']}, {results['system']}; {results['articles']} articles"
        f" ({results['origin']}, {results['words']:,} words), {results['repeats']} rounds."
        " Times are seconds of CPU time, medians; ratios are medians of the rounds, with the"
        " lowest and the highest. Peak memory includes some 40 MiB of the process that measures.",
        "",
    ]
    for name, title in _CASES.items():
        lines += [f"### {title}", "", *_case(results[name]), ""]
    lines += ["### In one process", "", *_inside(results), ""]
    lines += ["### Growth", "", *_growth(results["growth"]), ""]
    if results["missing"]:
        lines += ["Left out:", "", *(f"- {what}" for what in results["missing"]), ""]
    return "\n" + "\n".join(lines)


def _case(case: Mapping[str, Any]) -> Iterator[str]:
    yield f"| tool | CPU s | wall s | MiB | CPU / {case['reference']} |"
    yield "|---|---|---|---|---|"
    for tool, row in case["tools"].items():
        ratio = _spread(row["ratio"]) if "ratio" in row else ""
        yield f"| {tool} | {row['cpu']:.2f} | {row['wall']:.2f} | {row['mib']} | {ratio} |"


def _inside(results: Mapping[str, Any]) -> Iterator[str]:
    yield "| CPU time of | ratio |"
    yield "|---|---|"
    for figures in (results["overhead"], results["edit"]):
        for name, value in figures.items():
            if isinstance(value, list):
                yield f"| {name} | {_spread(value)} |"


def _growth(steps: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    """Yield a table; what the first step takes to start is taken from all of them."""
    yield "| articles | words | CPU s | MiB | ms for 1,000 words more |"
    yield "|---|---|---|---|---|"
    before: Mapping[str, Any] | None = None
    for step in steps:
        more = ""
        if before is not None:
            words = step["words"] - before["words"]
            more = f"{(step['cpu'] - before['cpu']) / words * 1e6:.0f}"
        yield (
            f"| {step['articles']:,} | {step['words']:,} | {step['cpu']:.1f} | {step['mib']}"
            f" | {more} |"
        )
        before = step


def _spread(values: Sequence[float]) -> str:
    median, low, high = values
    return f"{median:.2f} ({low:.2f}–{high:.2f})"


def main() -> int:
    """Write the tables into the page, or compare them; return the exit code."""
    results = json.loads(RESULTS.read_text(encoding="utf-8"))
    old = PAGE.read_text(encoding="utf-8")
    new = _BLOCK.sub(lambda _: tables(results), old, count=1)
    if "--check" in sys.argv[1:]:
        if old != new:
            print("docs/performance.md shows other figures; run: python -m benchmarks.table")
        return int(old != new)
    PAGE.write_text(new, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
