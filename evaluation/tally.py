"""What is counted when predictions are held against an annotation."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field

from newslint.attribution.graph import SourceKind

MISSED = "missed"
SPURIOUS = "spurious"


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that differs: a class of error, its line in the story's file, and what."""

    fault: str
    story: str
    line: int
    what: str


@dataclass(slots=True)
class Tally:
    """What was counted over some stories; `of` counts the cases, `right` the right ones."""

    of: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    kinds: Counter[tuple[str, str]] = field(default_factory=Counter)  # annotated, predicted
    b_cubed: list[float] = field(default_factory=lambda: [0.0, 0.0])
    faults: list[Fault] = field(default_factory=list)

    def count(self, what: str, right: bool) -> bool:
        """Count one case, and return whether it is right."""
        self.of[what] += 1
        self.right[what] += right
        return right


def confusion(tally: Tally) -> dict[str, dict[str, int]]:
    """Return how often each annotated kind was predicted as which, as nested tables."""
    table: dict[str, dict[str, int]] = defaultdict(dict)
    order = [*SourceKind, SPURIOUS, MISSED]
    for (annotated, predicted), count in sorted(
        tally.kinds.items(), key=lambda entry: [order.index(kind) for kind in entry[0]]
    ):
        table[str(annotated)][str(predicted)] = count
    return dict(table)
