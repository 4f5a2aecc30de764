"""What judges say of findings: kept without any article text, and counted.

A judgement answers one question: would an editor keep this finding, because it is true by the
rule's own words and worth the line it takes at its severity?
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from evaluation.corpora import Checked
from evaluation.data import ROOT
from newslint.finding import Finding, Severity

STORE = ROOT / "evaluation" / "judgements" / "findings.jsonl"

#: The share of findings that an editor must keep for a rule to be on at a severity.
BARS = {"error": 0.9, "warning": 0.8, "suggestion": 0.6}
#: Judged findings from which a share says something.
ENOUGH = 20

KEEP, DROP = VERDICTS = ("keep", "drop")
_LONGEST_WHY = 60

#: What identifies a finding between runs: corpus, file, rule, fingerprint.
Key = tuple[str, str, str, str]


@dataclass(frozen=True, order=True)
class Judgement:
    """What one judge says of one finding; offsets are code points of the file.

    `samples` names the draws that it was in. `why` is a few words, never article text.
    `message` is the `message_hash` of what the finding said, empty in the oldest ones. A
    `blind` judge has seen the text and the message only, not the rule or another verdict.
    """

    corpus: str
    file: str
    start: int
    end: int
    rule: str
    severity: str
    fingerprint: str
    verdict: str
    why: str
    judge: str
    date: str
    samples: tuple[str, ...]
    message: str = ""
    blind: bool = False

    @property
    def key(self) -> Key:
        """What a finding must share with a judgement for it to be about the finding."""
        return (self.corpus, self.file, self.rule, self.fingerprint)

    def validate(self) -> None:
        """Make sure that the verdict and the reason are such.

        Raises:
            ValueError: if the verdict is unknown, or the reason is missing or long.
        """
        if self.verdict not in VERDICTS:
            raise ValueError(f"the verdict is keep or drop, not {self.verdict!r}")
        if not 0 < len(self.why) <= _LONGEST_WHY:
            raise ValueError(f"say why in at most {_LONGEST_WHY} characters")


@dataclass(frozen=True)
class Share:
    """How many of the judged findings an editor would keep."""

    kept: int
    judged: int

    @property
    def precision(self) -> float:
        """The share kept, 0 where nothing was judged."""
        return self.kept / self.judged if self.judged else 0.0

    def __str__(self) -> str:
        """Write it as `45 of 60 (75 %)`."""
        return f"{self.kept} of {self.judged} ({100 * self.precision:.0f} %)"


@dataclass(frozen=True)
class Agreement:
    """How far two judges of the same findings agree."""

    agreed: int
    both: int
    kappa: float

    def __str__(self) -> str:
        """Write it as `93 of 100 (kappa 0.71)`."""
        return f"{self.agreed} of {self.both} (kappa {self.kappa:.2f})"


def key_of(corpus: str, file: str, finding: Finding) -> Key:
    """Return what identifies a finding, as in `Judgement`."""
    return (corpus, file, finding.rule, finding.fingerprint)


def message_hash(message: str) -> str:
    """Return the first 12 hexadecimal digits of the SHA-256 of a message."""
    return hashlib.sha256(message.encode()).hexdigest()[:12]


def read_store(path: Path = STORE) -> list[Judgement]:
    """Return the judgements that are kept."""
    if not path.exists():
        return []
    with path.open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines if line.strip()]
    return [Judgement(**{**row, "samples": tuple(row["samples"])}) for row in rows]


def write_store(judgements: Iterable[Judgement], path: Path = STORE) -> None:
    """Write judgements, one a line, in order of place."""
    lines = [json.dumps(asdict(each), ensure_ascii=False) for each in sorted(judgements)]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


def merge(old: Iterable[Judgement], new: Iterable[Judgement]) -> list[Judgement]:
    """Return both; where a judge judged the same finding again, the new verdict counts."""
    kept = {(each.key, each.judge): each for each in old}
    for each in new:
        before = kept.get((each.key, each.judge))
        samples = {*each.samples, *(before.samples if before else ())}
        kept[each.key, each.judge] = replace(each, samples=tuple(sorted(samples)))
    return sorted(kept.values())


def current(judgements: Iterable[Judgement], articles: Iterable[Checked]) -> list[Judgement]:
    """Return the judgements that hold of findings that are still reported.

    What was kept as an error would be kept as a warning. What was dropped stays dropped at
    every severity until somebody judges it again: else a rule would look better for being
    lowered. What was kept at a lower severity than today's is left out. Each has the
    severity of today.
    """
    found = {
        key_of(article.corpus, article.file, finding): finding.severity
        for article in articles
        for finding in article.findings
    }
    return [
        replace(each, severity=found[each.key].label)
        for each in judgements
        if each.key in found and _follows(each, found[each.key])
    ]


def _follows(judgement: Judgement, now: Severity) -> bool:
    then = Severity[judgement.severity.upper()]
    return judgement.verdict != KEEP or now <= then


def share(judgements: Iterable[Judgement]) -> Share:
    """Return the share kept by those who saw all there was; the blind only compare."""
    verdicts = Counter(each.verdict for each in judgements if not each.blind)
    return Share(verdicts[KEEP], verdicts.total())


def by_rule(judgements: Iterable[Judgement]) -> dict[tuple[str, str], Share]:
    """Return the share kept for each rule and severity, in order of rule."""
    groups: dict[tuple[str, str], list[Judgement]] = {}
    for each in judgements:
        groups.setdefault((each.rule, each.severity), []).append(each)
    return {key: share(group) for key, group in sorted(groups.items())}


def agreement(judgements: Iterable[Judgement]) -> Agreement:
    """Return how far two judges agree on the findings that both judged.

    Kappa is Cohen's (1960): how much of the agreement that chance leaves open is reached,
    1 where chance leaves none. Of more than two judges of a finding the first two by date
    and name count, those who saw the rule before those who did not.
    """
    judged: dict[Key, list[Judgement]] = {}
    for each in sorted(judgements, key=lambda j: (j.blind, j.date, j.judge)):
        judged.setdefault(each.key, []).append(each)
    pairs = Counter(
        (first.verdict, second.verdict)
        for first, second, *_ in (group for group in judged.values() if len(group) > 1)
    )
    both = pairs.total()
    agreed = sum(pairs[verdict, verdict] for verdict in VERDICTS)
    by_chance = sum(
        sum(pairs[verdict, other] for other in VERDICTS)
        * sum(pairs[other, verdict] for other in VERDICTS)
        for verdict in VERDICTS
    )
    if by_chance == both * both:  # also where nothing was judged twice
        return Agreement(agreed, both, 1.0)
    return Agreement(agreed, both, (agreed * both - by_chance) / (both * both - by_chance))
