"""Draws samples of findings on real articles to be judged, and counts the verdicts.

    python -m evaluation.findings sample --seed 7 --n 60 --unjudged
    python -m evaluation.findings sample --seed 7 --rule RULE --n 20 --unjudged
    python -m evaluation.findings judge verdicts.txt --judge "copy chief"
    python -m evaluation.findings sample --blind --judge "second reader" --n 100 --seed 9
    python -m evaluation.findings report

`sample` prints numbered findings and the name of the sample. A file of verdicts has that name
in its first line and a line for each finding, `NUMBER keep|drop WHY`:

    # sample 1a2b3c4d
    1 k three people said it
    2 d the study is named in the next sentence

Article text is printed, never stored. A blind sample is drawn from what another judge has
judged; it shows the text and the message and nothing else.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from evaluation.corpora import HALVES, JUDGED, NEWS, Checked, cache_folder, check_corpora, half_of
from evaluation.judgement import (
    BARS,
    ENOUGH,
    Judgement,
    Key,
    Share,
    agreement,
    by_rule,
    current,
    key_of,
    merge,
    message_hash,
    read_store,
    share,
    write_store,
)
from evaluation.sheets import (
    VerdictError,
    read_sample,
    read_verdicts,
    sample_named_in,
    write_sample,
)
from newslint.finding import Finding
from newslint.registry import load_rules
from newslint.span import Span

#: Where a sentence ends, roughly: good enough for showing what stands around.
_END = re.compile(r"[.!?][\"'”’)\]]*\s+|\n\s*\n")
_MOST = 400  # characters of context on either side


@dataclass(frozen=True)
class Drawn:
    """A finding with the article that it is in."""

    checked: Checked
    finding: Finding

    @property
    def key(self) -> Key:
        """What identifies the finding, as in `Judgement`."""
        return key_of(self.checked.corpus, self.checked.file, self.finding)

    def unjudged(self, sample: str, blind: bool) -> Judgement:
        """Return a judgement of the finding that lacks verdict, reason, judge and date."""
        found, article = self.finding, self.checked
        span = found.span
        return Judgement(
            article.corpus,
            article.file,
            span.start,
            span.end,
            found.rule,
            found.severity.label,
            found.fingerprint,
            verdict="",
            why="",
            judge="",
            date="",
            samples=(sample,),
            message=message_hash(found.message),
            blind=blind,
        )


def draw(
    articles: Iterable[Checked],
    *,
    n: int,
    seed: int,
    rule: str | None = None,
    half: str | None = None,
    per_rule: int | None = None,
    only: frozenset[Key] | None = None,
    without: frozenset[Key] = frozenset(),
) -> list[Drawn]:
    """Return `n` findings at random, or up to `per_rule` of each rule, in order of place.

    The same seed draws the same findings as long as these do not change. `only` and
    `without` say which findings may be drawn and which not.
    """
    pool = [
        drawn
        for article in articles
        for drawn in (Drawn(article, finding) for finding in article.findings)
        if half in (None, article.half)
        and rule in (None, drawn.finding.rule)
        and (only is None or drawn.key in only)
        and drawn.key not in without
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


def excerpt(source: str, span: Span) -> str:
    """Return the words in their sentences with one more on either side, marked `[[ ]]`.

    For showing only: white space is collapsed, and the sentences are found roughly.
    """
    first = max(0, span.start - _MOST)
    ends = [first, *(m.end() for m in _END.finditer(source, first, span.start))]
    start = ends[-2] if len(ends) > 1 else ends[0]
    last = min(len(source), span.end + _MOST)
    after = [m.end() for m in _END.finditer(source, max(span.start, span.end - 2), last)]
    after = [place for place in after if place > span.end]
    end = after[1] if len(after) > 1 else last
    shown = f"{source[start : span.start]}[[{span.cut(source)}]]{source[span.end : end]}"
    return " ".join(shown.split())


def block(number: int, drawn: Drawn, blind: bool) -> str:
    """Return what a judge sees of one finding: a few lines."""
    found, article = drawn.finding, drawn.checked
    about = "" if blind else f" {found.severity.label} {found.rule} {article.corpus}/{article.file}"
    whole = "the article as a whole: " if found.scope == "document" else ""
    text = excerpt(article.article.source, found.span)
    return f"[{number}]{about}\n  > {found.message}\n  {whole}{text}\n"


def _articles(options: argparse.Namespace, corpora: Sequence[str]) -> list[Checked]:
    """Return the articles with the findings of one rule, of those that are on, or of all."""
    select: tuple[str, ...] = ()
    if options.rule:
        select = (options.rule,)
    elif options.off:
        select = tuple(spec.id for spec in load_rules())
    return check_corpora(corpora, select, cache=options.cache)


def _sample(options: argparse.Namespace) -> None:
    stored = read_store()
    only: frozenset[Key] | None = None
    without: frozenset[Key] = frozenset()
    if options.blind:
        judged = Counter(each.key for each in stored)
        own = {each.key for each in stored if each.judge == options.judge}
        only = frozenset(key for key, judges in judged.items() if judges == 1 and key not in own)
    elif options.unjudged:
        without = frozenset(each.key for each in stored)
    drawn = draw(
        _articles(options, options.corpus or JUDGED),
        n=options.n,
        seed=options.seed,
        rule=options.rule,
        half=options.half,
        per_rule=options.per_rule,
        only=only,
        without=without,
    )
    if options.blind:
        random.Random(options.seed).shuffle(drawn)  # the order must not tell the rule
    name = options.name or " ".join(_words(options))
    for number, each in enumerate(drawn, 1):
        print(block(number, each, options.blind))
    made = [each.unjudged(name, options.blind) for each in drawn]
    print(f"# sample {write_sample(cache_folder() / 'samples', made)}")


def _words(options: argparse.Namespace) -> Iterable[str]:
    yield "by rule" if options.per_rule or options.rule else "random"
    yield f"seed {options.seed}"
    if options.half:
        yield f"{options.half} half"
    if options.blind:
        yield "blind"


def _judge(options: argparse.Namespace) -> None:
    text = options.verdicts.read_text(encoding="utf-8")
    name = options.sample or sample_named_in(text)
    if name is None:
        raise VerdictError("which sample? write its name first, as in `# sample 1a2b3c4d`")
    drawn = read_sample(cache_folder() / "samples", name)
    new = read_verdicts(text.splitlines(), drawn, options.judge, options.date)
    write_store(merge(read_store(), new))
    kept = sum(each.verdict == "keep" for each in new)
    print(f"{len(new)} judgements of {len(drawn)} findings: {kept} kept")


def _report(options: argparse.Namespace) -> None:
    stored = read_store()
    articles = _articles(options, sorted({each.corpus for each in stored}))
    still = current(stored, articles)
    reported = {each.key for each in still}
    print(f"{len(stored)} judgements, {len(still)} hold of findings that are still reported")
    for sample in sorted({sample for each in stored for sample in each.samples}):
        drawn = [each for each in stored if sample in each.samples]
        left = share(each for each in still if sample in each.samples)
        print(f"  {sample}: {share(drawn)} kept when drawn; of those still reported {left}")
    print(f"\n{'rule':36} {'severity':11} {'all':20} judging half")
    unseen = by_rule(each for each in still if half_of(each.file) == "judging")
    for (rule, severity), kept in by_rule(still).items():
        low = "  below the bar" if kept.precision < BARS[severity] else ""
        few = "  few" if kept.judged < ENOUGH else ""
        judged = unseen.get((rule, severity), Share(0, 0))
        print(f"{rule:36} {severity:11} {kept!s:20} {judged}{low}{few}")
    print(f"\ntwo judges agree on {agreement(stored)} findings")
    messages = {
        key_of(article.corpus, article.file, finding): message_hash(finding.message)
        for article in articles
        for finding in article.findings
    }
    reworded = sum(bool(each.message) and messages[each.key] != each.message for each in still)
    print(f"{reworded} were judged under another message")
    gone = Counter((each.rule, each.verdict) for each in stored if each.key not in reported)
    if gone:
        print("\nno longer reported, or nothing follows for the severity of today:")
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
    sample.add_argument("--rule", help="only this rule, also if it is off")
    sample.add_argument("--per-rule", type=int, help="so many of each rule, instead of --n")
    sample.add_argument("--half", choices=HALVES, help="only files of this half")
    sample.add_argument("--corpus", action="append", choices=(*JUDGED, *NEWS))
    sample.add_argument("--unjudged", action="store_true", help="only what nobody judged")
    sample.add_argument("--blind", action="store_true", help="for a second judge")
    sample.add_argument("--judge", help="with --blind: who will judge")
    sample.add_argument("--off", action="store_true", help="also rules that are off by default")
    sample.add_argument("--name", help="what to call the sample")
    sample.set_defaults(run=_sample)
    judge = commands.add_parser("judge", help="take in a file of verdicts")
    judge.add_argument("verdicts", type=Path)
    judge.add_argument("--sample", help="the sample, if the file does not name it")
    judge.add_argument("--judge", required=True, help="who judged")
    judge.add_argument("--date", default=time.strftime("%Y-%m-%d", time.gmtime()))
    judge.set_defaults(run=_judge)
    report = commands.add_parser("report", help="precision by rule and overall")
    report.set_defaults(run=_report, off=True, rule=None)
    options = parser.parse_args(arguments)
    try:
        options.run(options)
    except VerdictError as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main()
