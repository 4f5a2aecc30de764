"""Counts findings on real articles, and writes docs/precision.md.

    python -m evaluation.noise

Findings per 1,000 words and per article, by severity, and the rules that report most, with
the default settings; the share of judged findings that an editor would keep comes from
`evaluation.findings`. The figures also go to `evaluation/results/noise.json`.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from evaluation.corpora import EVERY, NEWS, Checked, check_corpora, half_of
from evaluation.data import ROOT
from evaluation.editors import CORPUS, Mark, shares
from evaluation.editors import agreement as agreement_of_marks
from evaluation.editors import read_store as read_marks
from evaluation.judgement import (
    BARS,
    ENOUGH,
    Judgement,
    Share,
    agreement,
    by_rule,
    current,
    read_store,
    share,
)
from newslint.finding import Severity

RESULTS = ROOT / "evaluation" / "results" / "noise.json"
PAGE = ROOT / "docs" / "precision.md"

_SEVERITIES = (Severity.ERROR, Severity.WARNING, Severity.SUGGESTION)
_NOISIEST = 10

#: What each corpus is, in words for the page.
_KINDS = {
    "wikinews-gum": "news by volunteers, plain text",
    "18f-blog": "blog of a government office",
    "digitalgov-news": "news of a government office",
    "techworkers-newsletter": "newsletter of a movement",
    "attribution-dev": "political news of seven publishers",
    "attribution-clean": "of these, the three with a copy desk",
}


@dataclass(frozen=True)
class Noise:
    """How much is reported on one corpus."""

    corpus: str
    articles: int
    words: int
    by_severity: Mapping[str, int]
    noisiest: tuple[tuple[str, int], ...]

    @property
    def findings(self) -> int:
        """All findings, whatever the severity."""
        return sum(self.by_severity.values())

    def per_1000(self, findings: int) -> float:
        """Return `findings` per 1,000 words."""
        return round(1000 * findings / self.words, 2) if self.words else 0.0

    def per_article(self, findings: int) -> float:
        """Return `findings` per article."""
        return round(findings / self.articles, 2) if self.articles else 0.0

    def as_data(self) -> dict[str, object]:
        """Return the figures for a JSON file."""
        return {
            "articles": self.articles,
            "words": self.words,
            "findings": dict(self.by_severity),
            "per 1,000 words": {k: self.per_1000(n) for k, n in self.by_severity.items()}
            | {"all": self.per_1000(self.findings)},
            "per article": {k: self.per_article(n) for k, n in self.by_severity.items()}
            | {"all": self.per_article(self.findings)},
            "noisiest": dict(self.noisiest),
        }


def measure(corpus: str, articles: Iterable[Checked]) -> Noise:
    """Return the figures of one corpus; `articles` may hold others, too."""
    own = [article for article in articles if article.corpus == corpus]
    found = [finding for article in own for finding in article.findings]
    severities = Counter(finding.severity for finding in found)
    rules = Counter(finding.rule for finding in found)
    return Noise(
        corpus,
        len(own),
        sum(article.words for article in own),
        {severity.label: severities[severity] for severity in _SEVERITIES},
        tuple(sorted(rules.items(), key=lambda pair: (-pair[1], pair[0]))[:_NOISIEST]),
    )


def page(
    noise: Sequence[Noise],
    stored: Sequence[Judgement],
    still: Sequence[Judgement],
    marked: Sequence[str] = (),
) -> str:
    """Return docs/precision.md.

    `still` are the judgements of findings still reported, `marked` the lines about what
    editors marked.
    """
    return "\n".join([_INTRODUCTION, *_noise_tables(noise), *marked, *_judged(stored, still), ""])


def marked_lines(articles: Sequence[Checked], marks: Sequence[Mark]) -> Iterable[str]:
    """Yield the lines of the page about what two editors marked; none if nobody did."""
    read = {mark.file for mark in marks}
    halves, rules = shares(articles, marks)
    total = Share(sum(s.kept for s in halves.values()), sum(s.judged for s in halves.values()))
    if not total.judged:
        return
    yield "\n## What two editors marked\n"
    yield (
        f"Two readers went through {len(read)} articles of {CORPUS} apart and marked what an\n"
        "editor would raise with the writer, without seeing a finding. Of the errors and warnings\n"
        f"there, {total} fall on something that either of them marked, and in the judging half\n"
        f"{halves['judging']}. The rest, by rule:\n"
    )
    for rule, kept in rules.items():
        if kept.kept < kept.judged:
            yield f"- {rule}: {kept}"
    for editor, met in agreement_of_marks(marks).items():
        yield f"\nOf what {editor} marked, {met} was marked by the other, too."


_INTRODUCTION = """# Precision

<!-- Written by `python -m evaluation.noise`; do not edit. -->

How much newslint reports on real articles under the default settings, and how much of it an
editor would keep. The articles are not in the repository. None of the corpora is configured:
a blog that sets its genre gets fewer findings than are counted here. Those who judged and
marked were language models that read as editors would, each apart from the others and from
the work on the rules; no newsroom has repeated it yet.
"""


def _noise_tables(noise: Sequence[Noise]) -> Iterable[str]:
    yield "## Findings per 1,000 words\n"
    yield "| corpus | what it is | articles | words | error | warning | suggestion | all |"
    yield "|---|---|--:|--:|--:|--:|--:|--:|"
    for each in noise:
        shown = [each.per_1000(n) for n in (*each.by_severity.values(), each.findings)]
        cells = " | ".join(f"{value:.2f}" for value in shown)
        kind = _KINDS.get(each.corpus, "")
        yield f"| {each.corpus} | {kind} | {each.articles} | {each.words:,} | {cells} |"
    yield "\n## Findings per article\n"
    yield "| corpus | error | warning | suggestion | all |"
    yield "|---|--:|--:|--:|--:|"
    for each in noise:
        shown = [each.per_article(n) for n in (*each.by_severity.values(), each.findings)]
        yield f"| {each.corpus} | " + " | ".join(f"{value:.2f}" for value in shown) + " |"
    yield "\n## The rules that report most\n"
    for each in noise:
        listed = ", ".join(f"{rule} {number}" for rule, number in each.noisiest)
        yield f"- {each.corpus}: {listed}."


def _judged(stored: Sequence[Judgement], still: Sequence[Judgement]) -> Iterable[str]:
    yield "\n## What an editor would keep\n"
    yield (
        "A finding is kept if it is true by the rule's own words and worth the line it takes at\n"
        "its severity. The files are split in two halves by a hash of their names, and rules are\n"
        "to be mended by looking at the tuning half. In the first round both halves were read, so\n"
        "for now the judging half is not unseen, and its shares flatter.\n\n"
        "A sample is judged as it was drawn; the right column counts only the findings that are\n"
        "still reported at the same severity. A random sample is drawn from wikinews-gum,\n"
        "18f-blog and digitalgov-news, where long sentences are a third of all findings; a sample\n"
        "by rule takes as many of every rule, and so weighs the rare and difficult ones more.\n"
    )
    yield "| sample | kept when drawn | kept of those still reported |"
    yield "|---|--:|--:|"
    for sample in sorted({name for each in stored for name in each.samples}):
        drawn = share(each for each in stored if sample in each.samples)
        left = share(each for each in still if sample in each.samples)
        yield f"| {sample} | {drawn} | {left} |"
    compared = agreement(stored)
    if compared.both:
        yield f"\nTwo judges agree on {compared} findings that both judged."
    yield "\n## By rule\n"
    needed = ", ".join(f"{name} {100 * bar:.0f} %" for name, bar in BARS.items())
    yield (
        f"Judged findings that are still reported. The share to reach: {needed};\n"
        f"with fewer than {ENOUGH} judged findings a share says little.\n"
    )
    yield "| rule | severity | kept | in the judging half | |"
    yield "|---|---|--:|--:|---|"
    unseen = by_rule(each for each in still if half_of(each.file) == "judging")
    for (rule, severity), kept in by_rule(still).items():
        judged = unseen.get((rule, severity))
        notes = ["below the bar"] if kept.precision < BARS[severity] else []
        notes += ["few"] if kept.judged < ENOUGH else []
        cells = (rule, severity, str(kept), str(judged or ""), ", ".join(notes))
        yield "| " + " | ".join(cells) + " |"


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure, write the figures and the page, and print the page."""
    parser = argparse.ArgumentParser(description="Count findings on real articles.")
    parser.add_argument("--cache", type=Path, help="where parses are kept")
    options = parser.parse_args(arguments)
    stored = read_store()
    names = (*EVERY, *NEWS)
    articles = check_corpora(names, cache=options.cache)
    noise = [measure(name, articles) for name in names]
    data = {each.corpus: each.as_data() for each in noise}
    RESULTS.parent.mkdir(parents=True, exist_ok=True)
    RESULTS.write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")
    news = [article for article in articles if article.corpus == CORPUS]
    marked = tuple(marked_lines(news, read_marks()))
    text = page(noise, stored, current(stored, articles), marked)
    PAGE.write_text(text, encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main()
