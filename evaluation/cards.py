"""Makes the rules' cards, newslint/cards.yml, and says which rules break the bar.

    python -m evaluation.cards
    python -m evaluation.cards --check

A card counts the findings of a rule on every article that is judged (also of a rule that is
off), what an editor keeps of its findings in the judging half of the files, and the planted
faults that it finds, from `evaluation/results/planted.json`. `--check` needs no articles: it
holds the cards against the bar, and the exit code is 1 if a rule that is on breaks it or if
the cards are older than the judgements.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from evaluation.corpora import JUDGED, Checked, check_corpora, half_of
from evaluation.data import ROOT
from evaluation.judgement import (
    BARS,
    STORE,
    Agreement,
    Judgement,
    Share,
    agreement,
    current,
    read_store,
    share,
)
from evaluation.results import FOLDER as RESULTS
from newslint.cards import FILE, Card, card_of
from newslint.finding import Severity
from newslint.registry import OURS, load_rules
from newslint.rule import RuleSpec

CARDS = ROOT / "newslint" / FILE

_HEAD = "# Written by `python -m evaluation.cards`; do not edit."


def counts(
    rules: Iterable[str],
    articles: Iterable[Checked],
    still: Iterable[Judgement],
    planted: Mapping[str, Sequence[int]],
) -> dict[str, Card]:
    """Return the card of each rule; `still` are the judgements that hold today."""
    checked = list(articles)
    words = sum(article.words for article in checked)
    findings = Counter(finding.rule for article in checked for finding in article.findings)
    kept = shares(each for each in still if half_of(each.file) == "judging")
    cards: dict[str, Card] = {}
    for rule in sorted(rules):
        found, of = planted.get(rule, (0, 0))
        judged = kept.get(rule, Share(0, 0))
        cards[rule] = Card(findings[rule], words, judged.kept, judged.judged, found, of)
    return cards


def shares(judgements: Iterable[Judgement]) -> dict[str, Share]:
    """Return the share kept of each rule's findings, whatever their severity."""
    groups: dict[str, list[Judgement]] = {}
    for each in judgements:
        groups.setdefault(each.rule, []).append(each)
    return {rule: share(group) for rule, group in groups.items()}


def page(cards: Mapping[str, Card], compared: Agreement, inputs: str) -> str:
    """Return the YAML text of the cards; `inputs` is what `digest` said of what is counted."""
    lines = [
        _HEAD,
        f"inputs: {inputs}",
        f"words: {next((card.words for card in cards.values()), 0)}",
        f"agreement: {{judged: {compared.both}, agreed: {compared.agreed}, "
        f"kappa: {compared.kappa:.2f}}}",
        "rules:",
    ]
    for rule, card in sorted(cards.items()):
        row = ("findings", "kept", "judged", "found", "planted")
        values = ", ".join(f"{name}: {getattr(card, name)}" for name in row)
        lines.append(f"  {rule}: {{{values}}}")
    return "\n".join(lines) + "\n"


def digest(store: Path = STORE, results: Path = RESULTS) -> str:
    """Return 16 hexadecimal digits that change with the judgements and the planted recall."""
    stored = store.read_bytes() if store.exists() else b""
    planted = json.dumps(read_planted(results), sort_keys=True).encode()
    return hashlib.sha256(stored + b"\0" + planted).hexdigest()[:16]


def read_planted(results: Path = RESULTS) -> dict[str, list[int]]:
    """Return for each rule how many planted faults it finds, of how many."""
    path = results / "planted.json"
    data: dict[str, Any] = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    found: dict[str, list[int]] = data.get("by rule", {})
    return found


def breach(spec: RuleSpec, card: Card) -> str | None:
    """Return how a rule that is on breaks the bar of its severity, None if it does not."""
    severity = spec.rule.severity
    if not spec.on:
        return None
    if card.standing == "proven":
        bar = BARS[severity.label]
        if (card.precision or 0) >= bar:
            return None
        return f"{severity.label} needs {bar:.2f}, has {card.kept} of {card.judged}"
    if card.standing == "exact" or severity is Severity.SUGGESTION:
        return None
    return f"{severity.label}, but unproven (n={card.judged}; {card.findings} findings there are)"


def breaches(specs: Iterable[RuleSpec]) -> dict[str, str]:
    """Return the rules that break the bar by their stored cards, each with how."""
    found = {spec.id: breach(spec, card_of(spec) or Card()) for spec in specs}
    return {rule: how for rule, how in found.items() if how is not None}


def is_stale(text: str) -> bool:
    """Say whether cards are older than the judgements or the planted faults."""
    return f"inputs: {digest()}\n" not in text


def _check(specs: Sequence[RuleSpec]) -> int:
    stale = is_stale(CARDS.read_text(encoding="utf-8")) if CARDS.exists() else True
    if stale:
        print("the cards are older than the judgements: run python -m evaluation.cards")
    broken = breaches(specs)
    for rule, how in broken.items():
        print(f"{rule:36} {how}")
    standings = Counter(
        (card_of(spec) or Card(exact=spec.exact)).standing for spec in specs if spec.on
    )
    print(f"{len(broken)} rules break the bar; on by default: {dict(standings)}")
    return int(stale or bool(broken))


def _make(specs: Sequence[RuleSpec], cache: Path | None) -> None:
    ids = [spec.id for spec in specs]
    articles = check_corpora(JUDGED, tuple(ids), cache=cache)
    stored = read_store()
    still = current(stored, articles)
    cards = counts(ids, articles, still, read_planted())
    CARDS.write_text(page(cards, agreement(stored), digest()), encoding="utf-8")
    both = shares(still)
    print(f"{'rule':36} {'per 1,000':>9} {'judging half':20} {'both halves':20} planted")
    for rule, card in cards.items():
        judged, all_judged = Share(card.kept, card.judged), both.get(rule, Share(0, 0))
        rate = f"{card.per_1000:9.2f}"
        print(f"{rule:36} {rate} {judged!s:20} {all_judged!s:20} {card.found} of {card.planted}")


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the cards, or check them with `--check`; return the exit code."""
    parser = argparse.ArgumentParser(description="Make the rules' cards.")
    parser.add_argument("--check", action="store_true", help="hold the cards against the bar")
    parser.add_argument("--cache", type=Path, help="where parses are kept")
    options = parser.parse_args(arguments)
    specs = [spec for spec in load_rules() if spec.origin in OURS]
    if options.check:
        return _check(specs)
    _make(specs, options.cache)
    return 0


if __name__ == "__main__":
    sys.exit(main())
