"""The figures in docs/performance.md, from stored results: `python -m benchmarks.table`.

The results of `benchmarks.run`, `growth`, `shares` and `identical` are each shown if they are
there; growth also as docs/growth.svg.

With `--check` nothing is written: the exit code is 1 if the page shows other figures.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from benchmarks.commands import RESULTS, ROOT
from benchmarks.plot import plot

PAGE = ROOT / "docs" / "performance.md"
PLOT = ROOT / "docs" / "growth.svg"

_BLOCK = re.compile(r"(?<=<!-- figures: begin -->\n).*?(?=<!-- figures: end -->)", re.DOTALL)
_CASES = {
    "start": "Before anything is done",
    "cold": "One file, cold",
    "many": "All files, nothing kept",
    "workers": "One process and two",
    "kept": "Files that were checked before",
    "patterns": "All files, rules without the language model",
}


def stored() -> dict[str, Any]:
    """Return all results that are stored, by the names of their files."""
    return {
        file.stem: json.loads(file.read_text(encoding="utf-8"))
        for file in sorted(RESULTS.glob("*.json"))
    }


def tables(results: Mapping[str, Any]) -> str:
    """Return all stored results as Markdown."""
    shown = {"latest": _run, "growth": _growth, "shares": _shares, "identical": _identical}
    lines = [
        line for name, show in shown.items() if name in results for line in show(results[name])
    ]
    return "\n" + "\n".join(lines)


def _measured(results: Mapping[str, Any]) -> str:
    return (
        f"Measured on {results['date']}: newslint {results['newslint']}, Python"
        f" {results['python']}, {results['system']}"
    )


def _run(results: Mapping[str, Any]) -> Iterator[str]:
    yield (
        f"{_measured(results)}; {results['articles']} articles"
        f" ({results['origin']}, {results['words']:,} words), rounds: {results['rounds']}."
        " Times are seconds of CPU time, medians; ratios are medians of the rounds, with the"
        " lowest and the highest. Peak memory includes some 40 MiB of the process that measures."
    )
    yield ""
    for name, title in _CASES.items():
        if name in results:
            yield from (f"### {title}", "", *_case(results[name]), "")
    yield from ("### In one process", "", *_inside(results), "")
    if results["missing"]:
        yield from ("Left out:", "", *(f"- {what}" for what in results["missing"]), "")


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


def _growth(results: Mapping[str, Any]) -> Iterator[str]:
    """Yield a table; what the first step takes to start is taken from all of them."""
    yield from ("### Growth", "", "![CPU time and peak memory beside words](growth.svg)", "")
    yield (
        f"{_measured(results)}; the openings of articles ({results['origin']}), no paragraph"
        " twice; one process, no cache, without the grammar engine. The last column is the bare"
        " language model on the first hundred, measured before each step: how fast the machine"
        " was."
    )
    yield ""
    yield "| articles | words | CPU s | MiB | ms for 1,000 words more | spaCy alone |"
    yield "|---|---|---|---|---|---|"
    before: Mapping[str, Any] | None = None
    for step in results["steps"]:
        more = ""
        if before is not None:
            words = step["words"] - before["words"]
            more = f"{(step['cpu'] - before['cpu']) / words * 1e6:.0f}"
        yield (
            f"| {step['articles']:,} | {step['words']:,} | {step['cpu']:.1f} | {step['mib']}"
            f" | {more} | {step['yardstick']:.1f} |"
        )
        before = step
    yield ""


def _shares(results: Mapping[str, Any]) -> Iterator[str]:
    yield from ("### Shares", "")
    yield (
        f"{_measured(results)}; {results['articles']} articles ({results['origin']},"
        f" {results['words']:,} words) in one process, {results['seconds']:.1f} s of CPU time."
    )
    yield from ("", "| part | share |", "|---|---|")
    for name, share in results["parts"].items():
        yield f"| {name} | {share:.1%} |"
    yield from ("", "The rules that take most:", "", "| rule | share |", "|---|---|")
    for name, share in results["rules"].items():
        yield f"| {name} | {share:.1%} |"
    yield ""


def _identical(results: Mapping[str, Any]) -> Iterator[str]:
    yield from ("### The same findings", "")
    yield (
        f"{_measured(results)}; {results['articles']} articles ({results['origin']}),"
        f" {results['runs']} runs on one cache that were killed at random. Compared, byte for"
        " byte, with one process without a cache:"
    )
    yield from ("", "| way | findings |", "|---|---|")
    for way, same in results["same"].items():
        yield f"| {way} | {'the same' if same else '**different**'} |"
    yield ""


def _spread(values: Sequence[float]) -> str:
    median, low, high = values
    return f"{median:.2f} ({low:.2f}–{high:.2f})"


def main() -> int:
    """Write figures and plot, or compare them with what is there; return the exit code."""
    results = stored()
    page = PAGE.read_text(encoding="utf-8")
    new = {PAGE: _BLOCK.sub(lambda _: tables(results), page, count=1)}
    if "growth" in results:
        new[PLOT] = plot(results["growth"]["steps"])
    if "--check" in sys.argv[1:]:
        stale = [p for p, text in new.items() if not p.exists() or p.read_text("utf-8") != text]
        for path in stale:
            name = path.relative_to(ROOT)
            print(f"{name} shows other figures; run: python -m benchmarks.table")
        return int(bool(stale))
    for path, text in new.items():
        path.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
