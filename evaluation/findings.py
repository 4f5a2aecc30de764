"""Draws samples of findings, keeps what editors say of them, and counts.

    python -m evaluation.findings sample --n 60 --seed 7 --sheet sheet.tsv
    python -m evaluation.findings judge sheet.tsv --judge "copy chief"
    python -m evaluation.findings report

A judgement answers one question: would an editor keep this finding, because it is true by the
rule's own words and worth the line it takes at its severity? Article text is printed, never
stored: a sheet holds places and verdicts, and lies outside the repository.
"""

from __future__ import annotations

import argparse
import csv
import json
import random
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path

from evaluation.corpora import CORPORA, EVERY, HALVES, NEWS, Checked, check_corpora, half_of
from evaluation.data import ROOT
from newslint.finding import Finding

STORE = ROOT / "evaluation" / "judgements" / "findings.jsonl"

#: The share of findings that an editor must keep for a rule to be on at a severity.
BARS = {"error": 0.9, "warning": 0.8, "suggestion": 0.6}
#: Judged findings from which a share says something.
ENOUGH = 20

_VERDICTS = ("keep", "drop")
_LONGEST_WHY = 60
_AROUND = 300  # characters of context on either side


@dataclass(frozen=True, order=True)
class Judgement:
    """What one judge says of one finding; offsets are code points of the file.

    `samples` names the draws that it was in. `why` is a few words, never article text.
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

    @property
    def key(self) -> tuple[str, str, str, str]:
        """What a finding must share with a judgement for it to be about the finding."""
        return (self.corpus, self.file, self.rule, self.fingerprint)


@dataclass(frozen=True)
class Drawn:
    """A finding with the article that it is in."""

    checked: Checked
    finding: Finding

    @property
    def key(self) -> tuple[str, str, str, str]:
        """What identifies the finding, as in `Judgement`."""
        found = self.finding
        return (self.checked.corpus, self.checked.file, found.rule, found.fingerprint)


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


def draw(
    articles: Iterable[Checked],
    *,
    n: int,
    seed: int,
    rule: str | None = None,
    half: str | None = None,
    per_rule: int | None = None,
) -> list[Drawn]:
    """Return `n` findings at random, or up to `per_rule` of each rule, in order of place.

    The same seed draws the same findings as long as these do not change.
    """
    pool = [
        Drawn(article, finding)
        for article in articles
        for finding in article.findings
        if half in (None, article.half) and rule in (None, finding.rule)
    ]
    chance = random.Random(seed)
    if per_rule is None:
        return sorted(chance.sample(pool, min(n, len(pool))), key=_place)
    chosen: list[Drawn] = []
    for name in sorted({drawn.finding.rule for drawn in pool}):
        of_rule = [drawn for drawn in pool if drawn.finding.rule == name]
        chosen += sorted(chance.sample(of_rule, min(per_rule, len(of_rule))), key=_place)
    return chosen


def _place(drawn: Drawn) -> tuple[object, ...]:
    return (drawn.checked.corpus, *drawn.finding.sort_key)


def excerpt(drawn: Drawn, around: int = _AROUND) -> str:
    """Return the finding in its surroundings, marked with `[[ ]]`, to be shown only."""
    source, span = drawn.checked.article.source, drawn.finding.span
    before = source[max(0, span.start - around) : span.start]
    after = source[span.end : span.end + around]
    return f"{before}[[{span.cut(source)}]]{after}"


def write_sheet(
    path: Path, drawn: Iterable[Drawn], sample: str, known: Iterable[Judgement] = ()
) -> None:
    """Write a sheet with a verdict and reason to fill in for each finding of a sample.

    Both stand there already for findings that are among the `known`.

    Raises:
        ValueError: if the sheet would lie in the repository.
    """
    if path.resolve().is_relative_to(ROOT):
        raise ValueError(f"a sheet belongs outside the repository: {path}")
    verdicts = {each.key: (each.verdict, each.why) for each in known}
    with path.open("w", encoding="utf-8", newline="") as out:
        sheet = csv.writer(out, delimiter="\t", lineterminator="\n")
        sheet.writerow(["n", *_SHEET, "sample"])
        for number, each in enumerate(drawn, 1):
            found = each.finding
            place = (each.checked.corpus, each.checked.file, found.span.start, found.span.end)
            what = (found.rule, found.severity.label, found.fingerprint)
            sheet.writerow([number, *place, *what, *verdicts.get(each.key, ("", "")), sample])


_SHEET = [f.name for f in fields(Judgement) if f.name not in ("judge", "date", "samples")]


def read_sheet(path: Path, judge: str, date: str) -> list[Judgement]:
    """Return the judgements of a sheet; lines without a verdict are left out.

    Raises:
        ValueError: if a verdict is neither `keep` nor `drop`, or a reason is missing or long.
    """
    judgements: list[Judgement] = []
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t"):
            if not row["verdict"].strip():
                continue
            values = {name: row[name].strip() for name in _SHEET}
            start, end = int(values.pop("start")), int(values.pop("end"))
            by = {"judge": judge, "date": date}
            made = Judgement(**values, **by, start=start, end=end, samples=(row["sample"],))
            _validate(made, row["n"])
            judgements.append(made)
    return judgements


def _validate(judgement: Judgement, line: str) -> None:
    if judgement.verdict not in _VERDICTS:
        raise ValueError(f"line {line}: the verdict is keep or drop, not {judgement.verdict!r}")
    if not 0 < len(judgement.why) <= _LONGEST_WHY:
        raise ValueError(f"line {line}: say why in at most {_LONGEST_WHY} characters")


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
    """Return the judgements of findings that are still reported, at the same severity."""
    found = {
        (*Drawn(article, finding).key, finding.severity.label)
        for article in articles
        for finding in article.findings
    }
    return [each for each in judgements if (*each.key, each.severity) in found]


def share(judgements: Iterable[Judgement]) -> Share:
    """Return the share kept."""
    verdicts = Counter(each.verdict for each in judgements)
    return Share(verdicts["keep"], verdicts.total())


def by_rule(judgements: Iterable[Judgement]) -> dict[tuple[str, str], Share]:
    """Return the share kept for each rule and severity, in order of rule."""
    groups: dict[tuple[str, str], list[Judgement]] = {}
    for each in judgements:
        groups.setdefault((each.rule, each.severity), []).append(each)
    return {key: share(group) for key, group in sorted(groups.items())}


def agreement(judgements: Iterable[Judgement]) -> tuple[int, int]:
    """Return on how many findings two judges agree, and how many two judged."""
    verdicts: dict[tuple[str, str, str, str], dict[str, str]] = {}
    for each in judgements:
        verdicts.setdefault(each.key, {})[each.judge] = each.verdict
    both = [list(said.values()) for said in verdicts.values() if len(said) > 1]
    return sum(len(set(said)) == 1 for said in both), len(both)


def _sample(options: argparse.Namespace) -> None:
    articles = check_corpora(options.corpus or CORPORA, cache=options.cache)
    drawn = draw(
        articles,
        n=options.n,
        seed=options.seed,
        rule=options.rule,
        half=options.half,
        per_rule=options.per_rule,
    )
    known = read_store() if options.new else []
    judged = {each.key for each in known}
    name = options.name or " ".join(_words(options))
    for number, each in enumerate(drawn, 1):
        if each.key in judged:
            continue
        found, article = each.finding, each.checked
        print(
            f"--- {number}  {found.severity.label}  {found.rule}  {article.corpus}/{article.file}"
        )
        print(f"    {found.message}")
        print(excerpt(each, options.around) + "\n")
    if options.sheet:
        write_sheet(options.sheet, drawn, name, known)


def _words(options: argparse.Namespace) -> Iterable[str]:
    yield "by rule" if options.per_rule or options.rule else "random"
    yield f"seed {options.seed}"
    if options.half:
        yield f"{options.half} half"


def _judge(options: argparse.Namespace) -> None:
    new = read_sheet(options.sheet, options.judge, options.date)
    write_store(merge(read_store(), new))
    print(f"{len(new)} judgements: {share(new)} kept")


def _report(options: argparse.Namespace) -> None:
    stored = read_store()
    corpora = sorted({each.corpus for each in stored})
    still = current(stored, check_corpora(corpora, cache=options.cache))
    halves = {half: [e for e in still if half_of(e.file) == half] for half in HALVES}
    print(f"{len(stored)} judgements, {len(still)} of findings that are still reported")
    for sample in sorted({sample for each in stored for sample in each.samples}):
        drawn = [each for each in stored if sample in each.samples]
        left = share(each for each in still if sample in each.samples)
        print(f"  {sample}: {share(drawn)} kept when drawn; of those still reported {left}")
    print(f"\n{'rule':36} {'severity':11} {'all':20} judging half")
    unseen = by_rule(halves["judging"])
    for (rule, severity), kept in by_rule(still).items():
        low = "  below the bar" if kept.precision < BARS[severity] else ""
        few = "  few" if kept.judged < ENOUGH else ""
        judged = unseen.get((rule, severity), Share(0, 0))
        print(f"{rule:36} {severity:11} {kept!s:20} {judged}{low}{few}")
    agreed, both = agreement(stored)
    if both:
        print(f"\ntwo judges agree on {agreed} of {both} findings")
    gone = Counter((each.rule, each.verdict) for each in stored if each not in set(still))
    if gone:
        print("\nno longer reported, or at another severity:")
        for (rule, verdict), number in sorted(gone.items()):
            print(f"  {number:3} {verdict} {rule}")


def main(arguments: Sequence[str] | None = None) -> None:
    """Draw a sample, take in judgements, or report on them."""
    parser = argparse.ArgumentParser(description="Judge findings on real articles.")
    parser.add_argument("--cache", type=Path, help="where parses are kept")
    commands = parser.add_subparsers(required=True)
    sample = commands.add_parser("sample", help="show findings at random, with context")
    sample.add_argument("--n", type=int, default=60)
    sample.add_argument("--seed", type=int, default=7)
    sample.add_argument("--rule", help="only this rule")
    sample.add_argument("--per-rule", type=int, help="so many of each rule, instead of --n")
    sample.add_argument("--half", choices=HALVES, help="only files of this half")
    sample.add_argument("--corpus", action="append", choices=(*EVERY, *NEWS))
    sample.add_argument("--new", action="store_true", help="show only what is not judged yet")
    sample.add_argument("--around", type=int, default=_AROUND, help="characters of context")
    sample.add_argument("--name", help="what to call the sample")
    sample.add_argument("--sheet", type=Path, help="the sheet to write, outside the repository")
    sample.set_defaults(run=_sample)
    judge = commands.add_parser("judge", help="take in the verdicts of a sheet")
    judge.add_argument("sheet", type=Path)
    judge.add_argument("--judge", required=True, help="who judged")
    judge.add_argument("--date", default=time.strftime("%Y-%m-%d", time.gmtime()))
    judge.set_defaults(run=_judge)
    report = commands.add_parser("report", help="precision by rule and overall")
    report.set_defaults(run=_report)
    options = parser.parse_args(arguments)
    options.run(options)


if __name__ == "__main__":
    main()
