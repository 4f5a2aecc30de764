"""Holds the findings on three versions of one story against what must and must not be found.

    python -m evaluation.seeds

Writes a table in Markdown to standard output: every expectation of `seeds.yml`, where it is
met, and the errors and warnings per 100 words of each version. The exit status is 1 if one is
not met. What a rule must not find is looked for with that rule switched on.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from evaluation.corpora import SEEDS, Checked, check_corpora
from newslint.finding import Finding, Severity

EXPECTED = Path(__file__).with_suffix(".yml")

#: How each version's file begins.
_FILES = {"S1": "000_", "S2": "002_", "S3": "004_"}


@dataclass(frozen=True)
class Expectation:
    """One line of the list: `line` counts from 1; without it, anywhere in the file."""

    seed: str
    what: str
    rule: str | None
    line: int | None
    severity: Severity | None
    also: str

    def meets(self, finding: Finding) -> bool:
        """Tell whether a finding of its file is one that the expectation speaks of."""
        return (
            self.rule in (None, finding.rule)
            and self.line in (None, finding.start.line)
            and (self.severity is None or finding.severity >= self.severity)
        )


@dataclass(frozen=True)
class Row:
    """An expectation with the findings that it speaks of, and whether that is as it should be."""

    expectation: Expectation
    findings: tuple[Finding, ...]
    met: bool


def read_expectations(path: Path = EXPECTED) -> tuple[tuple[Expectation, ...], ...]:
    """Return what must be found, and what must not."""
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    return tuple(tuple(_expectation(item) for item in data[key]) for key in ("must", "must not"))


def _expectation(item: Mapping[str, str | int]) -> Expectation:
    severity = item.get("severity")
    line = item.get("line")
    rule = item.get("rule")
    return Expectation(
        seed=str(item["seed"]),
        what=str(item["what"]),
        rule=None if rule is None else str(rule),
        line=None if line is None else int(line),
        severity=None if severity is None else Severity[str(severity).upper()],
        also=str(item.get("also", "")),
    )


def rows(
    must: Sequence[Expectation],
    must_not: Sequence[Expectation],
    findings: Mapping[str, Sequence[Finding]],
) -> Iterator[Row]:
    """Yield each expectation with the findings, by version, that it speaks of."""
    for expected in (*must, *must_not):
        found = tuple(f for f in findings[expected.seed] if expected.meets(f))
        yield Row(expected, found, bool(found) == (expected in must))


def table(listed: Sequence[Row]) -> str:
    """Return the rows as a Markdown table."""
    lines = ["| | | rule | found | |", "|---|---|---|---|---|"]
    for row in listed:
        expected = row.expectation
        places = [f"{f.start.line}:{f.start.column} {f.severity.label}" for f in row.findings]
        cells = (
            expected.seed,
            f"{expected.what} ({expected.also})" if expected.also else expected.what,
            expected.rule or "any",
            ", ".join(places) or "nothing",
            "met" if row.met else "NOT MET",
        )
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)


def weight(checked: Checked) -> float:
    """Return the errors and warnings per 100 words of an article."""
    grave = sum(f.severity >= Severity.WARNING for f in checked.findings)
    return 100 * grave / checked.words


def _version(file: str) -> str:
    return next(seed for seed, start in _FILES.items() if file.startswith(start))


def main() -> int:
    """Print the table and the order of the versions; return 1 if something is not met."""
    must, must_not = read_expectations()
    default = {_version(c.file): c for c in check_corpora([SEEDS])}
    wanted = tuple(sorted({e.rule for e in must_not if e.rule}))
    switched = {_version(c.file): c for c in check_corpora([SEEDS], select=wanted)}
    normal = {seed: c.findings for seed, c in default.items()}
    named = {seed: c.findings for seed, c in switched.items()}
    listed = [
        *rows(must, [e for e in must_not if e.rule is None], normal),
        *rows([], [e for e in must_not if e.rule], named),
    ]
    print("Must be found, and must not:\n")
    print(table(listed))
    print("\nErrors and warnings per 100 words:\n")
    for seed in _FILES:
        print(f"- {seed}: {weight(default[seed]):.1f}")
    return 0 if all(row.met for row in listed) else 1


if __name__ == "__main__":
    sys.exit(main())
