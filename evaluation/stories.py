"""Scores the attribution graph on the annotated stories of this repository.

    python -m evaluation.stories

Prints the figures of both halves and the errors of the dev half, and writes
`evaluation/results/stories.json`.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from evaluation.comparison import Comparison
from evaluation.results import write_result
from evaluation.story import Half, Story, read_stories
from evaluation.tally import MISSED, Fault, Tally, confusion
from newslint.language.pipeline import SpacyAnalyser
from newslint.markup.read import parse_article
from newslint.reading import Analyser, Reading, prepare


def measure(stories: Sequence[Story], analyser: Analyser) -> Tally:
    """Return what newslint gets right in the stories."""
    articles = [parse_article(s.text, s.name + ".md", format="markdown") for s in stories]
    readings = [Reading(article, analyser) for article in articles]
    prepare(readings, {"attributions"})
    tally = Tally()
    for story, article, reading in zip(stories, articles, readings, strict=True):
        Comparison(story, article, reading.attributions).into(tally)
    return tally


def figures(tally: Tally) -> dict[str, float]:
    """Return the shares in per cent; what never occurs is left out."""
    shares = {what: tally.right[what] / tally.of[what] for what in tally.of}
    items = tally.of["speaker"]
    if items:
        precision, recall = (total / items for total in tally.b_cubed)
        shares["B3 precision"], shares["B3 recall"] = precision, recall
        shares["B3 F1"] = 2 * precision * recall / (precision + recall)
    return {what: round(100 * share, 1) for what, share in shares.items()}


def result_of(stories: Sequence[Story], tally: Tally) -> dict[str, Any]:
    """Return everything that is kept of a measurement."""
    mentions = [m for story in stories for m in story.mentions]
    return {
        "stories": len(stories),
        "words": sum(len(story.text.split()) for story in stories),
        "source mentions": sum(m.voice is not None and not m.optional for m in mentions),
        "optional mentions": sum(m.optional for m in mentions),
        "voices": sum(len(story.voices) for story in stories),
        "figures": figures(tally),
        "of": dict(tally.of),
        "kinds": confusion(tally),
    }


def _show(half: Half, result: dict[str, Any]) -> None:
    print(f"\n{half}: {result['stories']} stories, {result['source mentions']} source mentions")
    for what, share in result["figures"].items():
        cases = f"{result['of'][what]:5}" if what in result["of"] else ""
        print(f"  {what:36}{share:6.1f}{cases}")
    table = result["kinds"]
    columns = [c for c in (*table, MISSED) if any(c in row for row in table.values())]
    columns += sorted({c for row in table.values() for c in row} - set(columns))
    print("\n  " + " " * 14 + " ".join(f"{column[:6]:>6}" for column in columns))
    for kind, row in table.items():
        print(f"  {kind:14}" + " ".join(f"{row.get(c, 0) or '.':>6}" for c in columns))


def _show_faults(faults: Sequence[Fault], most: int) -> None:
    classes: dict[str, list[Fault]] = defaultdict(list)
    for fault in faults:
        classes[fault.fault].append(fault)
    for name, found in sorted(classes.items(), key=lambda entry: -len(entry[1])):
        print(f"\n{name}: {len(found)}")
        for fault in found[:most]:
            print(f"  {fault.story}:{fault.line}: {fault.what}")


def main(arguments: Sequence[str] | None = None) -> None:
    """Score both halves, print figures and errors, and keep the figures."""
    parser = argparse.ArgumentParser(description="Score the attribution graph on our stories.")
    parser.add_argument("--errors", type=int, default=20, help="of a class, on the dev half")
    parser.add_argument("--no-write", action="store_true", help="keep the stored figures")
    options = parser.parse_args(arguments)
    stories = read_stories()
    analyser = SpacyAnalyser()
    halves: dict[str, Any] = {}
    for half in Half:
        part = [story for story in stories if story.half is half]
        tally = measure(part, analyser)
        halves[half.value] = result_of(part, tally)
        _show(half, halves[half.value])
        if half is Half.DEV:
            _show_faults(tally.faults, options.errors)
    if not options.no_write:
        write_result("stories", {"halves": halves})


if __name__ == "__main__":
    main()
