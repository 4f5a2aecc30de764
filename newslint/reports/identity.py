"""Telling findings apart: what a service needs to know one again in the next run."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator

from newslint.finding import Finding


def numbered(findings: Iterable[Finding]) -> Iterator[tuple[Finding, int]]:
    """Yield each finding with its number, from 1, among those with its path and fingerprint.

    Two findings of one rule in two equal sentences of a file have one fingerprint.
    """
    seen: Counter[tuple[str, str]] = Counter()
    for finding in findings:
        seen[finding.path, finding.fingerprint] += 1
        yield finding, seen[finding.path, finding.fingerprint]


def unique(path: str, fingerprint: str, number: int) -> str:
    """Return an identity that no other finding of the report has, in 32 hexadecimal digits."""
    what = f"{path}\0{fingerprint}\0{number}"
    return hashlib.sha256(what.encode("utf-8", "surrogatepass")).hexdigest()[:32]
