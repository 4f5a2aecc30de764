"""What was measured of each rule that comes with newslint.

The counts are in `cards.yml`, which `python -m evaluation.cards` writes in the repository:
how often a rule reports on real articles, how many of its findings an editor would keep, and
how many of the faults planted in invented stories it finds.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from newslint import vocabulary
from newslint.rule import RuleSpec

FILE = "cards.yml"

#: Judged findings from which a share counts as proven.
ENOUGH = 20
#: The quantile of the normal distribution for a two-sided confidence of 95 %.
_Z = 1.96


@dataclass(frozen=True, slots=True)
class Card:
    """The counts of one rule.

    `findings` in `words` words of real articles, `kept` by an editor of those `judged`,
    `found` of the faults `planted` for the rule. `exact` says why the rule cannot be wrong
    by construction, and is empty for most.
    """

    findings: int = 0
    words: int = 0
    kept: int = 0
    judged: int = 0
    found: int = 0
    planted: int = 0
    exact: str = ""

    @property
    def precision(self) -> float | None:
        """The share of judged findings kept, None where none was judged."""
        return self.kept / self.judged if self.judged else None

    @property
    def recall(self) -> float | None:
        """The share of planted faults found, None where none is planted."""
        return self.found / self.planted if self.planted else None

    @property
    def per_1000(self) -> float:
        """Findings per 1,000 words."""
        return 1000 * self.findings / self.words if self.words else 0.0

    @property
    def at_least(self) -> float:
        """The lower end of the 95 % confidence interval of the precision (Wilson 1927)."""
        if not self.judged:
            return 0.0
        n, share = self.judged, self.kept / self.judged
        middle = share + _Z**2 / (2 * n)
        spread = _Z * math.sqrt(share * (1 - share) / n + _Z**2 / (4 * n * n))
        return max(0.0, (middle - spread) / (1 + _Z**2 / n))

    @property
    def standing(self) -> Literal["proven", "exact", "unproven"]:
        """Whether enough findings were judged, or none need be."""
        if self.judged >= ENOUGH:
            return "proven"
        return "exact" if self.exact else "unproven"

    def in_words(self) -> str:
        """Return the card as one or two sentences."""
        facts = [self._precision(), f"{_rate(self.per_1000)} per 1,000 words"]
        if self.recall is not None:
            facts.append(f"recall {_share(self.recall)} of {self.planted} planted")
        first = f"Exact by construction: {self.exact}. " if self.exact else ""
        text = ", ".join(fact for fact in facts if fact)
        return f"{first}{text[:1].upper()}{text[1:]}."

    def _precision(self) -> str:
        match self.standing:
            case "proven":
                share, least = _share(self.kept / self.judged), _share(self.at_least)
                return f"precision {share} of n={self.judged} (at least {least})"
            case "unproven":
                return f"precision unproven (n={self.judged})"
            case _:
                return ""


def card_of(spec: RuleSpec) -> Card | None:
    """Return the card of a rule, None where it was not measured: a plug-in's, or a new one."""
    counts = _counts().get(spec.id)
    if counts is None:
        return Card(exact=spec.exact) if spec.exact else None
    return Card(**counts, exact=spec.exact)


def agreement() -> str:
    """Return how far two judges agreed on findings that both judged, in words."""
    data = vocabulary.load("newslint", FILE)
    assert isinstance(data, dict)
    compared = data["agreement"]
    assert isinstance(compared, dict)
    agreed, judged, kappa = (compared[name] for name in ("agreed", "judged", "kappa"))
    if judged == "0":
        return "no finding was judged by a second reader yet"
    return f"a second reader agreed on {agreed} of {judged} findings (Cohen's kappa {kappa})"


def _counts() -> Mapping[str, dict[str, int]]:
    data = vocabulary.load("newslint", FILE)
    assert isinstance(data, dict)
    rules = data["rules"]
    assert isinstance(rules, dict)
    words = int(str(data["words"]))
    return MappingProxyType(
        {
            rule: {"words": words, **{name: int(str(number)) for name, number in row.items()}}
            for rule, row in rules.items()
            if isinstance(row, dict)
        }
    )


def _share(value: float) -> str:
    """Return a share with two decimals and no zero in front: `.93`, `1.00`."""
    return f"{value:.2f}".removeprefix("0")


def _rate(value: float) -> str:
    if value == 0:
        return "no findings"
    return "under 0.01 findings" if value < 0.01 else f"{value:.2g} findings"
