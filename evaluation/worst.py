"""The worst errors of extraction, for reading: of the training articles only.

    python -m evaluation.worst --first 200 --show 10

Counts the errors by class, and prints the longest of each with its sentence. The text goes to
the terminal and nowhere else.
"""

from __future__ import annotations

import argparse
import os
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evaluation.attribution import predict
from evaluation.data import Row, data_folder, read_rows
from evaluation.parse_cache import CachedAnalyser
from newslint.language.pipeline import SpacyAnalyser, model_version

#: Dice from which two contents are the same, as in the scorer.
_SAME = 0.5
_AROUND = 60  # characters shown on either side

#: The classes, each with what it means.
CLASSES: Mapping[str, str] = {
    "missed": "an annotated content of which nothing is found",
    "boundary": "an annotated content of which too little, or too much, is found",
    "false": "a content found where nothing is annotated",
    "source": "a content found, with another source than the annotated one",
}

_Spans = Sequence[Sequence[int]]


@dataclass(frozen=True, slots=True)
class Fault:
    """An error: its class, how many characters are at stake, and how it looks."""

    kind: str
    size: int
    shown: str


def faults(row: Row, predicted: Sequence[Mapping[str, Any]]) -> Iterator[Fault]:
    """Yield what is wrong with the attributions found in one annotated article."""
    text: str = row["text"]
    gold: Sequence[Mapping[str, Any]] = row["attributions"]
    met: set[int] = set()
    for wanted in gold:
        scored = [(_dice(wanted["content"], p["content"]), n) for n, p in enumerate(predicted)]
        best, number = max(scored, default=(0.0, -1))
        if best < _SAME:
            kind = "boundary" if best else "missed"
            yield _fault(kind, text, wanted["content"], row["id"])
            continue
        met.add(number)
        found = predicted[number]["source"]
        if wanted["source"] and not _characters(wanted["source"]) & _characters(found):
            words = " … ".join(text[s:e] for s, e in found) or "nothing"
            yield _fault("source", text, wanted["source"], row["id"], f" [found: {words}]")
    for number, one in enumerate(predicted):
        if number not in met and not any(_dice(g["content"], one["content"]) for g in gold):
            yield _fault("false", text, one["content"], row["id"])


def _fault(kind: str, text: str, spans: _Spans, name: str, note: str = "") -> Fault:
    start, end = min(s for s, _ in spans), max(e for _, e in spans)
    around = text[max(start - _AROUND, 0) : start] + "[[" + text[start:end] + "]]"
    around += text[end : end + _AROUND]
    return Fault(kind, len(_characters(spans)), f"{name}: {' '.join(around.split())}{note}")


def _dice(one: _Spans, other: _Spans) -> float:
    a, b = _characters(one), _characters(other)
    return 2 * len(a & b) / (len(a) + len(b)) if a and b else 0.0


def _characters(spans: _Spans) -> set[int]:
    return {i for start, end in spans for i in range(start, end)}


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the number of errors of each class, and the longest of them."""
    parser = argparse.ArgumentParser(description="The worst errors of extraction, on train.")
    home = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    parser.add_argument("--cache", type=Path, default=Path(home) / "newslint-evaluation")
    parser.add_argument("--first", type=int, default=200, help="only so many articles")
    parser.add_argument("--show", type=int, default=10, help="so many of each class")
    options = parser.parse_args(arguments)
    rows = read_rows(data_folder("attribution") / "train.jsonl")[: options.first]
    analyser = CachedAnalyser(SpacyAnalyser(), options.cache, model_version() or "none")
    run = predict(rows, analyser)
    found: dict[str, list[Fault]] = defaultdict(list)
    for row, prediction in zip(rows, run.predictions, strict=True):
        for fault in faults(row, prediction["attributions"]):
            found[fault.kind].append(fault)
    for kind, meaning in CLASSES.items():
        print(f"{kind}: {len(found[kind])} ({meaning})")
        for fault in sorted(found[kind], key=lambda f: (-f.size, f.shown))[: options.show]:
            print(f"  {fault.shown}")


if __name__ == "__main__":
    main()
