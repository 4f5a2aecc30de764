"""Measures grammar: findings and precision on real articles, recall on planted slips.

    python -m evaluation.grammar collect --languagetool build/LanguageTool-6.7
    python -m evaluation.grammar rates
    python -m evaluation.grammar planted --languagetool build/LanguageTool-6.7
    python -m evaluation.grammar sample --engine newslint+languagetool --n 100 --sheet sheet.tsv
    python -m evaluation.grammar judge sheet.tsv
    python -m evaluation.grammar report

`collect` asks every engine once (with `--only NAME`, that one again) and keeps places, not text,
in the cache; the others read them. A sheet holds places and verdicts and lies outside the
repository.
"""

from __future__ import annotations

import argparse
import csv
import json
import random
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from evaluation.corpora import EVERY, cache_folder, check_corpora
from evaluation.data import ROOT
from evaluation.grammar_engines import (
    ENGINES,
    Heard,
    Hit,
    engines,
    hear,
    raw_harper,
    raw_languagetool,
)
from evaluation.planted_faults import is_found, read_planted
from newslint.engine.examine import lint
from newslint.language.languagetool.server import LocalServer
from newslint.language.pipeline import SpacyAnalyser
from newslint.markup.read import parse_article
from newslint.reading import Reading
from newslint.registry import load_rules
from newslint.span import Span

CORPORA = (*EVERY, "attribution-dev")
STORE = ROOT / "evaluation" / "judgements" / "grammar.jsonl"
RESULTS = ROOT / "evaluation" / "results" / "grammar.json"

_VERDICTS = ("fault", "no fault")
_LONGEST_WHY = 60
_AROUND = 160


@dataclass(frozen=True, order=True)
class Verdict:
    """Whether a place that an engine reported holds a fault; offsets are those of the file."""

    engine: str
    corpus: str
    file: str
    start: int
    end: int
    rule: str
    verdict: str
    why: str

    @property
    def key(self) -> tuple[str, str, str, int, int, str]:
        """What is judged once."""
        return (self.engine, self.corpus, self.file, self.start, self.end, self.rule)


def read_heard(path: Path) -> list[Heard]:
    """Return what `collect` kept.

    Raises:
        FileNotFoundError: if nothing was collected yet.
    """
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return [
        Heard(
            row["engine"],
            row["corpus"],
            row["file"],
            row["words"],
            tuple(Hit(Span(start, end), rule) for start, end, rule in row["hits"]),
        )
        for row in rows
    ]


def as_row(heard: Heard) -> str:
    """Return one line of what `collect` keeps."""
    hits = [[hit.span.start, hit.span.end, hit.rule] for hit in heard.hits]
    return json.dumps({**asdict(heard), "hits": hits}, ensure_ascii=False)


def rates(heard: Iterable[Heard]) -> dict[str, dict[str, float]]:
    """Return findings in 1,000 words by engine and corpus, and over `all` corpora."""
    words: Counter[tuple[str, str]] = Counter()
    hits: Counter[tuple[str, str]] = Counter()
    for each in heard:
        for corpus in (each.corpus, "all"):
            words[each.engine, corpus] += each.words
            hits[each.engine, corpus] += len(each.hits)
    table: dict[str, dict[str, float]] = {}
    for (engine, corpus), count in sorted(words.items()):
        table.setdefault(engine, {})[corpus] = round(1000 * hits[engine, corpus] / count, 2)
    return table


def recall(server: LocalServer) -> dict[str, dict[str, int]]:
    """Return for each engine how many planted slips it finds, and what it reports of clean text."""
    rules = [s.rule for s in load_rules() if s.on and s.rule.group == "grammar"]
    found: dict[str, Counter[str]] = {name: Counter() for name in ENGINES}
    raw = {"harper": raw_harper(), "languagetool": raw_languagetool(server.address)}
    own = {name: SpacyAnalyser(engines=asked) for name, asked in engines(server.address).items()}
    for story in read_planted():
        half = "held" if story.held else "dev"
        for engine, count in found.items():
            places: list[list[Span]] = []
            for text in (story.text, story.clean):
                article = parse_article(text, story.name)
                if engine in raw:
                    places.append([hit.span for hit in raw[engine](article)])
                else:
                    reading = Reading(article, own[engine])
                    places.append([finding.span for finding in lint(reading, rules)])
            hit = sum(is_found(fault, story.text, places[0]) for fault in story.faults)
            count.update({half: hit, f"{half} slips": len(story.faults), "clean": len(places[1])})
    return {name: dict(count) for name, count in found.items()}


def draw(heard: Iterable[Heard], engine: str, n: int, seed: int) -> list[tuple[Heard, Hit]]:
    """Return `n` findings of an engine at random, in order of place."""
    pool = [(each, hit) for each in heard if each.engine == engine for hit in each.hits]
    chosen = random.Random(seed).sample(pool, min(n, len(pool)))
    return sorted(chosen, key=lambda c: (c[0].corpus, c[0].file, c[1]))


def read_sheet(path: Path) -> list[Verdict]:
    """Return the verdicts of a sheet; lines without one are left out.

    Raises:
        ValueError: if a verdict is neither `fault` nor `no fault`, or a reason is missing or long.
    """
    verdicts: list[Verdict] = []
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t"):
            if not row["verdict"]:
                continue
            if row["verdict"] not in _VERDICTS or not 0 < len(row["why"]) <= _LONGEST_WHY:
                raise ValueError(f"{path.name}: {row['file']} {row['start']}: verdict or reason")
            start, end = int(row.pop("start")), int(row.pop("end"))
            verdicts.append(Verdict(**row, start=start, end=end))
    return verdicts


def read_store(path: Path = STORE) -> list[Verdict]:
    """Return the verdicts that are kept."""
    if not path.exists():
        return []
    return [Verdict(**json.loads(line)) for line in path.read_text(encoding="utf-8").splitlines()]


def write_store(verdicts: Iterable[Verdict], path: Path = STORE) -> None:
    """Write verdicts, one a line; of two on one finding the later counts."""
    kept = {each.key: each for each in verdicts}
    lines = [json.dumps(asdict(each), ensure_ascii=False) for each in sorted(kept.values())]
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


def precision(verdicts: Iterable[Verdict], heard: Iterable[Heard]) -> dict[str, dict[str, int]]:
    """Return for each engine how many judged findings it still reports, and how many are faults."""
    still = {
        (each.engine, each.corpus, each.file, hit.span.start, hit.span.end, hit.rule)
        for each in heard
        for hit in each.hits
    }
    table: dict[str, Counter[str]] = {}
    for each in verdicts:
        if each.key in still:
            counts = table.setdefault(each.engine, Counter())
            counts.update({"judged": 1, "faults": int(each.verdict == "fault")})
    return {engine: dict(counts) for engine, counts in sorted(table.items())}


def _kept(options: argparse.Namespace) -> Path:
    return (options.cache or cache_folder()) / "grammar.jsonl"


def _collect(options: argparse.Namespace) -> None:
    server = LocalServer(options.languagetool.resolve())
    only = options.only or ENGINES
    others = [] if options.only is None else read_heard(_kept(options))
    kept = [each for each in others if each.engine not in only]
    rows = map(as_row, (*kept, *hear(CORPORA, server.address, options.cache, only)))
    _kept(options).write_text("\n".join(rows) + "\n", encoding="utf-8")
    print(json.dumps(rates(read_heard(_kept(options))), indent=1))


def _rates(options: argparse.Namespace) -> None:
    print(json.dumps(rates(read_heard(_kept(options))), indent=1))


def _planted(options: argparse.Namespace) -> None:
    found = recall(LocalServer(options.languagetool.resolve()))
    _save("planted", found)
    print(json.dumps(found, indent=1))


def _sample(options: argparse.Namespace) -> None:
    if options.sheet.resolve().is_relative_to(ROOT):
        raise ValueError(f"a sheet belongs outside the repository: {options.sheet}")
    drawn = draw(read_heard(_kept(options)), options.engine, options.n, options.seed)
    corpora = sorted({heard.corpus for heard, _ in drawn})
    checked = check_corpora(corpora, ("grammar.double-space",), options.cache)
    sources = {(c.corpus, c.file): c.article.source for c in checked}
    known = {each.key: each for each in read_store()}
    with options.sheet.open("w", encoding="utf-8", newline="") as out:
        sheet = csv.writer(out, delimiter="\t", lineterminator="\n")
        sheet.writerow(Verdict.__dataclass_fields__)
        for number, (heard, hit) in enumerate(drawn, 1):
            place = (options.engine, heard.corpus, heard.file, *_ends(hit.span), hit.rule)
            before = known.get(place)
            sheet.writerow([*place, *((before.verdict, before.why) if before else ("", ""))])
            source = sources[heard.corpus, heard.file]
            around = (
                source[max(0, hit.span.start - _AROUND) : hit.span.start],
                source[hit.span.end : hit.span.end + _AROUND],
            )
            print(f"--- {number} {hit.rule} {before.verdict if before else ''}")
            print(f"{around[0]}[[{hit.span.cut(source)}]]{around[1]}")


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _judge(options: argparse.Namespace) -> None:
    write_store([*read_store(), *read_sheet(options.sheet)])
    _report(options)


def _report(options: argparse.Namespace) -> None:
    heard = read_heard(_kept(options))
    _save("precision", precision(read_store(), heard))
    _save("per 1,000 words", rates(heard))
    print(RESULTS.read_text(encoding="utf-8"))


def _save(part: str, figures: object) -> None:
    known = json.loads(RESULTS.read_text(encoding="utf-8")) if RESULTS.exists() else {}
    RESULTS.write_text(json.dumps({**known, part: figures}, indent=1) + "\n", encoding="utf-8")


def main(arguments: Sequence[str] | None = None) -> None:
    """Collect, count, draw, judge, or report."""
    parser = argparse.ArgumentParser(description="Measure grammar.")
    parser.add_argument("--cache", type=Path, help="where parses and places are kept")
    commands = parser.add_subparsers(required=True)
    for name, run in (("collect", _collect), ("planted", _planted)):
        command = commands.add_parser(name)
        command.add_argument("--languagetool", type=Path, required=True, help="its folder")
        command.set_defaults(run=run)
        if name == "collect":
            command.add_argument(
                "--only", action="append", choices=ENGINES, help="ask this one, keep the others"
            )
    commands.add_parser("rates").set_defaults(run=_rates)
    sample = commands.add_parser("sample")
    sample.add_argument("--engine", choices=ENGINES, required=True)
    sample.add_argument("--n", type=int, default=100)
    sample.add_argument("--seed", type=int, default=7)
    sample.add_argument("--sheet", type=Path, required=True)
    sample.set_defaults(run=_sample)
    judge = commands.add_parser("judge")
    judge.add_argument("sheet", type=Path)
    judge.set_defaults(run=_judge)
    commands.add_parser("report").set_defaults(run=_report)
    options = parser.parse_args(arguments)
    options.run(options)


if __name__ == "__main__":
    main()
