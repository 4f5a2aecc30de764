"""Pools what was judged of newslint's grammar findings, on named corpora and on more news.

    python -m evaluation.grammar_pool sample
    python -m evaluation.findings judge verdicts.txt --judge "copy chief"
    python -m evaluation.grammar_pool report

`sample` prints the findings that nobody judged, on the named corpora, the dev articles, and
both halves of the train articles, as `evaluation.findings sample` does. `report` gives the
precision of the judged ones that are still reported. Both run newslint as it comes.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from evaluation.corpora import EVERY, TRAIN, Checked, cache_folder, check_corpora
from evaluation.findings import Drawn, block
from evaluation.grammar import RESULTS, Verdict
from evaluation.grammar import read_store as read_verdicts
from evaluation.judgement import Judgement, Key, Share, read_store
from evaluation.sheets import write_sample
from newslint.finding import Finding

NAMED = (*EVERY, "attribution-dev")
_GROUP = "grammar"
_ENGINES = ("newslint", "newslint+languagetool")
Place = tuple[str, str, int, int, str]


@dataclass(frozen=True)
class Known:
    """What was said of findings: whether a fault, by what identifies the finding."""

    by_fingerprint: dict[Key, list[bool]]
    by_place: dict[Place, list[bool]]

    def of(self, drawn: Drawn) -> bool | None:
        """Return whether most judges saw a fault; None if nobody judged the finding.

        Where as many say yes as no, it is none.
        """
        said = [
            *self.by_fingerprint.get(drawn.key, ()),
            *self.by_place.get(_place(drawn.checked, drawn.finding), ()),
        ]
        return 2 * sum(said) > len(said) if said else None


def known(judgements: Iterable[Judgement], verdicts: Iterable[Verdict]) -> Known:
    """Return what both stores of judgements say."""
    by_fingerprint: dict[Key, list[bool]] = {}
    by_place: dict[Place, list[bool]] = {}
    for each in judgements:
        by_fingerprint.setdefault(each.key, []).append(each.verdict == "keep")
    for one in verdicts:
        if one.engine in _ENGINES:
            place = (one.corpus, one.file, one.start, one.end, one.rule)
            by_place.setdefault(place, []).append(one.verdict == "fault")
    return Known(by_fingerprint, by_place)


def _place(checked: Checked, finding: Finding) -> Place:
    name = f"{finding.rule}/{finding.engine_rule}" if finding.engine_rule else finding.rule
    return (checked.corpus, checked.file, finding.span.start, finding.span.end, name)


def pool(articles: Iterable[Checked]) -> dict[str, list[Drawn]]:
    """Return all findings by what they may be used for.

    `named` are all that the named corpora have. Of the train articles the `judging` half only
    measures; the `tuning` half was looked at when rules were mended, and is told apart.
    """
    pools: dict[str, list[Drawn]] = {"named": [], "judging": [], "tuning": []}
    for article in articles:
        name = article.half if article.corpus == TRAIN else "named"
        pools[name].extend(Drawn(article, finding) for finding in article.findings)
    return pools


def shares(pools: dict[str, list[Drawn]], what: Known) -> dict[str, Share]:
    """Return the share of faults among the judged findings of each pool.

    `unseen` is the named corpora and the judging half together, `all` the tuning half too.
    """
    counts: dict[str, Counter[bool]] = {
        name: Counter(said for drawn in drawns if (said := what.of(drawn)) is not None)
        for name, drawns in pools.items()
    }
    counts["unseen"] = counts["named"] + counts["judging"]
    counts["all"] = counts["unseen"] + counts["tuning"]
    return {name: Share(c[True], c.total()) for name, c in counts.items()}


def _articles(options: argparse.Namespace) -> list[Checked]:
    return check_corpora((*NAMED, TRAIN), (_GROUP,), options.cache)


def _sample(options: argparse.Namespace) -> None:
    pools = pool(_articles(options))
    what = known(read_store(), read_verdicts())
    drawn = [each for name in pools for each in pools[name] if what.of(each) is None]
    for number, each in enumerate(drawn, 1):
        print(block(number, each, blind=False))
    made = [each.unjudged("grammar, all", blind=False) for each in drawn]
    print(f"# sample {write_sample(cache_folder() / 'samples', made)}")


def _report(options: argparse.Namespace) -> None:
    articles = _articles(options)
    pools = pool(articles)
    found = shares(pools, known(read_store(), read_verdicts()))
    words = sum(article.words for article in articles)
    total = sum(map(len, pools.values()))
    for name, share in found.items():
        print(f"{name:8} {share}")
    print(f"{total} findings in {words} words: {1000 * total / words:.2f} in 1,000")
    part = {name: {"judged": s.judged, "faults": s.kept} for name, s in found.items()}
    results = json.loads(RESULTS.read_text(encoding="utf-8"))
    text = json.dumps({**results, "pooled precision": part}, indent=1)
    RESULTS.write_text(f"{text}\n", encoding="utf-8")


def main(arguments: Sequence[str] | None = None) -> None:
    """Show what is to be judged, or report."""
    parser = argparse.ArgumentParser(description="Precision of grammar findings, pooled.")
    parser.add_argument("--cache", type=Path, help="where parses are kept")
    commands = parser.add_subparsers(required=True)
    commands.add_parser("sample", help="show what nobody judged").set_defaults(run=_sample)
    commands.add_parser("report", help="precision").set_defaults(run=_report)
    options = parser.parse_args(arguments)
    options.run(options)


if __name__ == "__main__":
    main()
