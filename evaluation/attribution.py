"""Scores attribution extraction against annotated news.

    python -m evaluation.attribution --split dev

The annotated articles and their scorer are found by `evaluation.data`; predictions go to a
temporary file; the result of each run on dev is added to `evaluation/log.jsonl`.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evaluation.data import ROOT, Row, data_folder, read_rows
from evaluation.parse_cache import CachedAnalyser
from newslint.article import Article
from newslint.language.pipeline import SpacyAnalyser, model_version
from newslint.markup.options import MarkupOptions
from newslint.markup.read import parse_article
from newslint.reading import Reading, prepare
from newslint.span import Span

_BATCH = 16
LOG = ROOT / "evaluation" / "log.jsonl"

#: Published with the data for dev: content F1, strict F1, source given content, sentence
#: attributed F1, recall of speech cues and of other cues.
BASELINES = {
    "regular expressions": (38.2, 25.3, 63.9, 62.0, 43.1, 7.6),
    "citron": (53.1, 30.1, 87.8, 61.0, 60.1, 18.5),
    "rules": (74.5, 54.2, 87.3, 85.7, 88.0, 46.1),
    "rules, lexicon learned": (77.4, 55.7, 87.5, 86.8, 91.1, 61.4),
    "tagger on top": (79.7, 56.8, 87.3, 87.4, 92.5, 62.9),
    "another annotator": (82.3, 69.2, 93.3, 91.1, 95.4, 70.8),
}


@dataclass(frozen=True)
class Run:
    """Predictions for a data set, and the processor seconds that they took."""

    predictions: list[dict[str, Any]]
    parsing: float
    extraction: float


def predict(rows: Sequence[Row], analyser: CachedAnalyser) -> Run:
    """Return the attributions of each article, read as plain text, one line a paragraph."""
    predictions: list[dict[str, Any]] = []
    extraction = 0.0
    for start in range(0, len(rows), _BATCH):
        batch = rows[start : start + _BATCH]
        articles = [
            parse_article(
                row["text"], row["id"] + ".txt", options=MarkupOptions(wrapped="no"), format="text"
            )
            for row in batch
        ]
        readings = [Reading(article, analyser) for article in articles]
        prepare(readings, {"attributions"})
        for reading in readings:
            _ = reading.quotations, reading.sentences
        before = time.process_time()
        graphs = [reading.attributions for reading in readings]
        extraction += time.process_time() - before
        for row, article, graph in zip(batch, articles, graphs, strict=True):
            attributions = [
                {
                    "source": _offsets(article, a.source.spans),
                    "cue": _offsets(article, a.cue),
                    "content": _offsets(article, a.content),
                }
                for a in graph
            ]
            predictions.append({"id": row["id"], "attributions": attributions})
    return Run(predictions, analyser.seconds, extraction)


def _offsets(article: Article, spans: Iterable[Span]) -> list[list[int]]:
    found = (article.source_map.to_source(span) for span in spans)
    return [[span.start, span.end] for span in found]


def score(folder: Path, split: str, predictions: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """Return what the scorer that comes with the data says, in per cent."""
    gold = folder / f"{split}.jsonl"
    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch) / "predictions.jsonl"
        path.write_text("".join(json.dumps(p) + "\n" for p in predictions), encoding="utf-8")
        report = json.loads(_run(folder / "score.py", gold, path, "--json"))
        recall = _run(folder / "cue_recall.py", gold, path)
    speech, other = (float(line.rsplit("=", 1)[1]) for line in recall.splitlines())
    return figures(report) | {"speech-cue recall": speech, "other-cue recall": other}


def figures(report: dict[str, Any]) -> dict[str, float]:
    """Return the figures to follow, in per cent, of a report of the scorer."""
    everything, direct = report["all"], report["direct"]
    sentence = report["sentence_attributed"]
    shares = {
        "content P": everything["content_overlap"]["p"],
        "content R": everything["content_overlap"]["r"],
        "content F1": everything["content_overlap"]["f1"],
        "content strict F1": everything["content_strict"]["f1"],
        "content token F1": everything["content_token"]["f1"],
        "content F1, direct": direct["content_overlap"]["f1"],
        "content F1, indirect": report["indirect"]["content_overlap"]["f1"],
        "content F1, mixed": report["mixed"]["content_overlap"]["f1"],
        "source": everything["source_overlap_acc"],
        "source exact": everything["source_exact_acc"],
        "source, direct": direct["source_overlap_acc"],
        "source missing": everything["source_missing_when_gold_has_source"],
        "cue F1": report["cue_overlap"]["f1"],
        "triple F1": everything["triple_overlap"]["f1"],
        "sentence P": sentence["p"],
        "sentence R": sentence["r"],
        "sentence F1": sentence["f1"],
    }
    return {name: round(100 * share, 1) for name, share in shares.items()}


def _run(script: Path, *arguments: Path | str) -> str:
    command = [sys.executable, str(script), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def commit_id() -> str:
    """Return the commit at hand, with a plus where the tree differs from it."""
    try:
        commit = _git("rev-parse", "--short=12", "HEAD").strip()
        return commit + ("+" if _git("status", "--porcelain", "newslint").strip() else "")
    except (OSError, subprocess.CalledProcessError):
        return "unknown"


def _git(*arguments: str) -> str:
    command = ["git", "-C", str(ROOT), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def _show(result: dict[str, float], run: Run) -> None:
    print(f"{'':26}content  strict  source  sentence  speech  other")
    for name, row in BASELINES.items():
        print(f"{name:26}" + "  ".join(f"{value:6.1f}" for value in row))
    names = ("content F1", "content strict F1", "source", "sentence F1")
    ours = [result[n] for n in (*names, "speech-cue recall", "other-cue recall")]
    print(f"{'newslint':26}" + "  ".join(f"{value:6.1f}" for value in ours) + "\n")
    for name, value in result.items():
        print(f"{name:26}{value:6.1f}")
    share = 100 * run.extraction / run.parsing if run.parsing else 0.0
    print(f"\nprocessor: parsing {run.parsing:.1f} s, extraction {run.extraction:.2f} s", end="")
    print(f" ({share:.1f} % of parsing)")


def main(arguments: Sequence[str] | None = None) -> None:
    """Score one split and print the table."""
    parser = argparse.ArgumentParser(description="Score attribution extraction.")
    parser.add_argument("--split", choices=("dev", "train"), default="dev")
    home = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    parser.add_argument("--cache", type=Path, default=Path(home) / "newslint-evaluation")
    parser.add_argument("--first", type=int, help="only so many articles")
    options = parser.parse_args(arguments)
    folder = data_folder("attribution")
    rows = read_rows(folder / f"{options.split}.jsonl")[: options.first]
    analyser = CachedAnalyser(SpacyAnalyser(), options.cache, model_version() or "none")
    run = predict(rows, analyser)
    missing = read_rows(folder / f"{options.split}.jsonl")[len(rows) :]
    empty: list[dict[str, Any]] = [{"id": row["id"], "attributions": []} for row in missing]
    result = score(folder, options.split, [*run.predictions, *empty])
    _show(result, run)
    if options.split == "dev" and not options.first:
        entry = {
            "date": time.strftime("%Y-%m-%d", time.gmtime()),
            "commit": commit_id(),
            "figures": result,
            "extraction share of parsing": round(run.extraction / run.parsing, 3),
        }
        with LOG.open("a", encoding="utf-8") as log:
            log.write(json.dumps(entry) + "\n")


if __name__ == "__main__":
    main()
