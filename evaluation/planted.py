"""Scores what newslint finds of the faults planted in the stories of this repository.

    python -m evaluation.planted
    python -m evaluation.planted --misses

A fault is found if a finding of a fitting rule overlaps its words, is not much longer than
they are, and is an error or a warning where an editor ranks the fault medium or high. The
figures are written to `evaluation/results/planted.json`; `--misses` shows the dev half only.
"""

from __future__ import annotations

import argparse
import datetime
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from evaluation.corpora import cache_folder
from evaluation.parse_cache import CachedAnalyser, harper_engine
from evaluation.plant import (
    CATEGORIES,
    FOLDER,
    MAIN,
    RANKS,
    Fault,
    LookAlike,
    Planted,
    read_planted,
)
from evaluation.results import write_result
from evaluation.story import Half
from newslint.config import Configuration
from newslint.engine.plan import Planner
from newslint.engine.run import Context, run
from newslint.finding import Finding
from newslint.language.pipeline import SpacyAnalyser, model_version
from newslint.registry import load_rules
from newslint.result import Loaded
from newslint.rule import RuleSpec
from newslint.settings import Settings

#: A finding may be so many times as long as the fault, or so many characters longer.
TIMES, LONGER = 3, 20
#: The day the stories are read on: what expires in them has expired.
TODAY = datetime.date(2026, 11, 1)


@dataclass(frozen=True, slots=True)
class Share:
    """How many of how many, written as `.85 of 13`."""

    found: int
    of: int

    def __str__(self) -> str:
        """Write it with two decimals."""
        return f"{self.found / self.of:.2f} of {self.of}" if self.of else "none"


@dataclass(frozen=True)
class Score:
    """What was found in some stories.

    `missed` and `alarms` hold the story; an alarm also has the finding on the look-alike.
    """

    found: Counter[str] = field(default_factory=Counter)
    of: Counter[str] = field(default_factory=Counter)
    missed: list[tuple[Planted, Fault, Finding | None]] = field(default_factory=list)
    alarms: list[tuple[Planted, LookAlike, Finding]] = field(default_factory=list)

    def count(self, what: str, found: bool) -> None:
        """Count one case of `what`."""
        self.of[what] += 1
        self.found[what] += found

    def share(self, what: str) -> Share:
        """Return what was counted as `what`."""
        return Share(self.found[what], self.of[what])

    def shares(self, prefix: str) -> dict[str, Share]:
        """Return all that was counted under a prefix, without it, in order of name."""
        names = sorted(what for what in self.of if what.startswith(prefix))
        return {what.removeprefix(prefix): self.share(what) for what in names}


def fits(finding: Finding, category: str, rules: Sequence[str] = ()) -> bool:
    """Say whether a finding's rule speaks of this kind of fault."""
    group, _, name = finding.rule.partition(".")
    return group in CATEGORIES[category] or name in rules


def marks(finding: Finding, fault: Fault) -> bool:
    """Say whether a finding marks a fault's words, and not much more."""
    if fault.document and finding.rule.partition(".")[2] in fault.rules:
        return True
    length = len(fault.span)
    short = len(finding.span) <= max(TIMES * length, length + LONGER)
    return finding.span.overlaps(fault.span) and (
        short or fault.document or finding.scope == "document"
    )


def score(stories: Iterable[tuple[Planted, Sequence[Finding]]]) -> Score:
    """Return what the findings, those on by default, are worth."""
    total = Score()
    for story, findings in stories:
        for fault in story.faults:
            fitting = [f for f in findings if fits(f, fault.category, fault.rules)]
            near = [f for f in fitting if marks(f, fault)]
            right = any(f.severity >= RANKS[fault.rank] for f in near)
            total.count("faults", right)
            total.count("any severity", bool(near))
            if fault.category in MAIN:
                total.count("main", right)
            total.count(f"category {fault.category}", right)
            total.count(f"rank {fault.rank}", right)
            if not right:
                total.missed.append((story, fault, near[0] if near else None))
        for look in story.fine:
            alarm = next(alarms(story, look, findings), None)
            total.count("look-alikes", alarm is not None)
            if look.category in MAIN:
                total.count("main look-alikes", alarm is not None)
            total.count(f"look-alike {look.category}", alarm is not None)
            if alarm is not None:
                total.alarms.append((story, look, alarm))
    return total


def alarms(story: Planted, look: LookAlike, findings: Sequence[Finding]) -> Iterator[Finding]:
    """Yield fitting findings on a look-alike that no planted fault accounts for."""
    for finding in findings:
        if finding.scope == "document" or not finding.span.overlaps(look.span):
            continue
        if fits(finding, look.category) and not any(
            fits(finding, fault.category, fault.rules) and finding.span.overlaps(fault.span)
            for fault in story.faults
        ):
            yield finding


def recall_by_rule(
    stories: Iterable[tuple[Planted, Sequence[Finding]]], rules: Iterable[str]
) -> dict[str, Share]:
    """Return for each rule id how many of the faults planted for it the rule itself marks."""
    ids = {rule.partition(".")[2]: rule for rule in rules}
    found: Counter[str] = Counter()
    of: Counter[str] = Counter()
    for story, findings in stories:
        for fault in story.faults:
            for name in fault.rules:
                of[ids[name]] += 1
                found[ids[name]] += any(f.rule == ids[name] and marks(f, fault) for f in findings)
    return {rule: Share(found[rule], of[rule]) for rule in sorted(ids.values())}


def check(
    stories: Sequence[Planted], specs: Sequence[RuleSpec], select: tuple[str, ...] = ()
) -> list[tuple[Planted, Sequence[Finding]]]:
    """Return the findings in each story under the default settings, or of the rules selected.

    Raises:
        RuntimeError: if a rule fails: figures would be wrong.
    """
    planner = Planner(specs, Configuration(Settings()), select=select)
    analyser = CachedAnalyser(
        SpacyAnalyser(), cache_folder(), model_version() or "none", harper_engine()
    )
    context = Context(planner, analyser, lambda _: None, today=TODAY)
    loaded = [Loaded(story.path, story.text) for story in stories]
    results: list[tuple[Planted, Sequence[Finding]]] = []
    for story, result in zip(stories, run(loaded, context), strict=True):
        if result.errors:
            raise RuntimeError(f"{story.path}: {result.errors[0].message}")
        results.append((story, result.findings))
    return results


def result_of(total: Score) -> dict[str, Any]:
    """Return the figures that are kept of one half."""
    kept = {
        "faults": total.share("faults"),
        "faults, any severity": total.share("any severity"),
        "faults of the main kinds": total.share("main"),
        "look-alikes reported": total.share("look-alikes"),
        "look-alikes of the main kinds reported": total.share("main look-alikes"),
    }
    tables = {
        "by rank": total.shares("rank "),
        "by category": total.shares("category "),
        "look-alikes by category": total.shares("look-alike "),
    }
    return {
        **{name: _pair(share) for name, share in kept.items()},
        **{name: {key: _pair(s) for key, s in table.items()} for name, table in tables.items()},
    }


def _pair(share: Share) -> list[int]:
    return [share.found, share.of]


def _show(half: Half, total: Score, stories: int) -> None:
    print(f"\n{half}: {stories} stories")
    print(f"  recall {total.share('faults')} faults", end="")
    print(f"  (at any severity {total.share('any severity')})")
    for rank in RANKS:
        print(f"    ranked {rank:9} {total.share(f'rank {rank}')}")
    print(f"    the main kinds   {total.share('main')}")
    print(f"  look-alikes reported {total.share('look-alikes')}", end="")
    print(f"  (of the main kinds {total.share('main look-alikes')})")
    print(f"\n  {'category (*main)':18} {'recall':14} look-alikes reported")
    for category in CATEGORIES:
        wrong = total.share(f"look-alike {category}")
        name = category + ("*" if category in MAIN else "")
        print(f"  {name:18} {total.share(f'category {category}')!s:14} {wrong}")


def _show_rules(recall: dict[str, Share]) -> None:
    print("\nby rule, all switched on, both halves:")
    for rule, share in recall.items():
        print(f"  {rule:36} {share}")


def _show_misses(total: Score) -> None:
    print("\nmissed (dev half):")
    for story, fault, near in total.missed:
        why = f"  only {near.severity.label} {near.rule}" if near else ""
        rules = " ".join(fault.rules)
        print(f"  {story.path}:{fault.line}: {fault.category} {fault.rank} {rules}{why}")
        print(f"      {_one_line(fault.span.cut(story.text))}")
    print("\nlook-alikes reported (dev half):")
    for story, look, finding in total.alarms:
        print(f"  {story.path}:{look.line}: {look.category}: {finding.rule}: {finding.message}")
        print(f"      {_one_line(look.span.cut(story.text))}")


def _one_line(text: str) -> str:
    return " ".join(text.split())


def main(arguments: Sequence[str] | None = None) -> None:
    """Score both halves, print the figures, and keep them."""
    parser = argparse.ArgumentParser(description="Score findings on planted faults.")
    parser.add_argument("--misses", action="store_true", help="show those of the dev half")
    parser.add_argument("--no-write", action="store_true", help="keep the stored figures")
    parser.add_argument("--folder", type=Path, help="stories elsewhere; writes no figures")
    options = parser.parse_args(arguments)
    specs = load_rules()
    ids = [spec.id for spec in specs]
    stories = read_planted(options.folder or FOLDER, ids)
    checked = check(stories, specs)
    halves: dict[str, Any] = {}
    for half in Half:
        part = [(story, findings) for story, findings in checked if story.half is half]
        if not part:
            continue
        total = score(part)
        halves[half.value] = {"stories": len(part), **result_of(total)}
        _show(half, total, len(part))
        if half is Half.DEV and options.misses:
            _show_misses(total)
    recall = recall_by_rule(check(stories, specs, select=tuple(ids)), ids)
    _show_rules(recall)
    if not (options.no_write or options.folder):
        rules = {rule: _pair(share) for rule, share in recall.items()}
        write_result("planted", {"halves": halves, "by rule": rules})


if __name__ == "__main__":
    main()
