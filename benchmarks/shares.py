"""Where the time goes: `python -m benchmarks.shares`.

Some articles are read in one process, and the CPU time of each part is taken as a share of
the whole: the language model, the facts that rules share, and each rule. A rule is charged with
what it is the first to ask for, except for the facts that are named here. The figures go into
`benchmarks/results/shares.json`.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from benchmarks.articles import corpus, words
from benchmarks.commands import RESULTS
from benchmarks.measuring import circumstances
from newslint.config import Configuration
from newslint.engine.plan import Planner
from newslint.errors import Unavailable
from newslint.language.pipeline import SpacyAnalyser
from newslint.markup.read import parse_article
from newslint.reading import Reading, prepare
from newslint.registry import load_rules
from newslint.rule import Rule
from newslint.settings import Settings

SAVED = RESULTS / "shares.json"

#: Seconds of CPU time by what they were spent on.
Spent = dict[str, float]

#: Articles that are parsed together, as in a run.
_BATCH = 16
#: Rules that are named in the results.
_MOST = 10
_FACTS: dict[str, Callable[[Reading], object]] = {
    "sentences and quotations": lambda reading: (reading.sentences, reading.quotations),
    "who says what": lambda reading: reading.attributions,
    "readability": lambda reading: (reading.readability, reading.quoted_readability),
}


def shares(articles: Sequence[str]) -> tuple[Spent, Spent]:
    """Return the seconds of CPU time of each part, and of each rule."""
    planner = Planner(load_rules(), Configuration(Settings()))
    rules = planner.rules(planner.configuration.for_file("story.txt"), None)
    analyser = SpacyAnalyser()
    _examine(articles[:1], rules, analyser)  # what is loaded once is no part of it
    parts: Spent = defaultdict(float)
    by_rule: Spent = defaultdict(float)
    for at in range(0, len(articles), _BATCH):
        found = _examine(articles[at : at + _BATCH], rules, analyser)
        for total, more in zip((parts, by_rule), found, strict=True):
            for name, spent in more.items():
                total[name] += spent
    return parts, by_rule


def _examine(
    articles: Sequence[str], rules: Sequence[Rule], analyser: SpacyAnalyser
) -> tuple[Spent, Spent]:
    parts: Spent = defaultdict(float)
    by_rule: Spent = defaultdict(float)
    begun = time.process_time()
    readings = [
        Reading(parse_article(text, f"story-{number}.txt"), analyser)
        for number, text in enumerate(articles)
    ]
    parts["markup"] = time.process_time() - begun
    begun = time.process_time()
    prepare(readings, frozenset({"parse", "names"}))
    parts["language model"] = time.process_time() - begun
    begun = time.process_time()
    prepare(readings, frozenset({"grammar"}))
    parts["grammar engine"] = time.process_time() - begun
    for reading in readings:
        for name, ask in _FACTS.items():
            begun = time.process_time()
            ask(reading)
            parts[name] += time.process_time() - begun
        for rule in rules:
            begun = time.process_time()
            _run(rule, reading)
            spent = time.process_time() - begun
            by_rule[rule.id] += spent
            parts[f"rules: {rule.id.partition('.')[0]}"] += spent
    return parts, by_rule


def _run(rule: Rule, reading: Reading) -> None:
    try:
        for _ in rule.check(reading):
            pass
    except Unavailable as missing:
        raise SystemExit(f"{missing.message}: {missing.hint}") from None


def _largest(spent: Mapping[str, float], whole: float) -> dict[str, float]:
    """Return what each has of the whole, the largest first."""
    return {
        name: round(seconds / whole, 4)
        for name, seconds in sorted(spent.items(), key=lambda item: -item[1])
    }


def main() -> int:
    """Measure, and write the results; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--articles", type=int, default=60, help="how many")
    parser.add_argument("--save", type=Path, default=SAVED, help="where the results go")
    given = parser.parse_args()
    articles, origin = corpus(given.articles)
    parts, by_rule = shares(articles)
    whole = sum(parts.values())
    largest = _largest(parts, whole)
    found = {
        **circumstances(),
        "origin": origin,
        "articles": len(articles),
        "words": words(articles),
        "seconds": round(whole, 2),
        "parts": largest,
        "rules": dict(list(_largest(by_rule, whole).items())[:_MOST]),
    }
    given.save.parent.mkdir(parents=True, exist_ok=True)
    given.save.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
    for name, share in largest.items():
        print(f"{share:6.1%} {name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
