"""Holds errors and warnings on professional news against what two editors marked in it.

    python -m evaluation.editors draw FOLDER [--n 24] [--seed 5]
    python -m evaluation.editors add FILE --editor NAME
    python -m evaluation.editors [--least suggestion] [--select RULE ...]

Two editors read the same articles apart, without seeing a finding, and mark what they would
raise with the writer. `draw` writes articles of `attribution-dev` into a folder outside the
repository. `add` reads an editor's marks, a line each:

    FILE | KIND | RANK | THE VERY WORDS

KIND is one of `CATEGORIES` in `plant.py`, RANK low, medium or high. The words stand once in the
file; `@2` after them is their second place, and `*` instead of them means the whole article. A
line `FILE | read` says that the editor has read a file to its end. Only offsets are kept.
Without a command, the share of errors and warnings that fall on something marked is shown, or
that of findings from another severity on, or of rules that are off.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from evaluation.corpora import HALVES, Checked, check_corpora, half_of
from evaluation.data import ROOT, data_folder, read_rows
from evaluation.judgement import Share
from evaluation.plant import CATEGORIES, RANKS
from newslint.finding import Finding, Severity
from newslint.span import Span

CORPUS = "attribution-dev"
STORE = ROOT / "evaluation" / "judgements" / "marks.jsonl"

_AGAIN = re.compile(r"^(.*\S)\s+@([1-9]\d?)$")
_WHOLE = "*"
_READ = "read"


class MarkError(ValueError):
    """A line of marks that cannot be taken in: says which and why."""


@dataclass(frozen=True, order=True)
class Mark:
    """What one editor marked: code points of the file's text, half-open.

    A mark of the whole article has no length. The kind `read` says only that the editor has
    read the file.
    """

    file: str
    editor: str
    start: int
    end: int
    kind: str
    rank: str

    @property
    def whole(self) -> bool:
        """Whether it is about the whole article."""
        return self.start == self.end


def read_marks(lines: Iterable[str], editor: str, texts: Mapping[str, str]) -> Iterator[Mark]:
    """Yield the marks of an editor; `texts` are the articles by file.

    Raises:
        MarkError: if a line is malformed, or its words are not in the file.
    """
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = [cell.strip() for cell in line.rstrip("\n").split("|", 3)]
        if cells[0] not in texts:
            raise MarkError(f"line {number}: no article is called {cells[0]!r}")
        if cells[1:] == [_READ]:
            yield Mark(cells[0], editor, 0, 0, _READ, "")
            continue
        if len(cells) != 4 or cells[1] not in CATEGORIES or cells[2] not in RANKS:
            raise MarkError(f"line {number}: expected FILE | KIND | RANK | WORDS")
        file, kind, rank, words = cells
        span = Span(0, 0) if words == _WHOLE else _place(words, texts[file], number)
        yield Mark(file, editor, span.start, span.end, kind, rank)


def _place(words: str, text: str, number: int) -> Span:
    again = _AGAIN.match(words)
    words, wanted = (again[1], int(again[2])) if again else (words, 1)
    pattern = r"\s+".join(re.escape(word) for word in words.split())
    places = list(re.finditer(pattern, text))
    if not again and len(places) > 1:
        raise MarkError(f"line {number}: the words stand {len(places)} times: add @1 or @2")
    if len(places) < wanted:
        raise MarkError(f"line {number}: the words are not in the file")
    return Span(*places[wanted - 1].span())


def is_marked(finding: Finding, marks: Iterable[Mark]) -> bool:
    """Tell whether a finding falls on what was marked in its file.

    It shares a character with the marked words; one of the whole article answers a mark of the
    whole article for which its group of rules stands.
    """
    if finding.anchored:
        return any(m.whole and finding.group in CATEGORIES.get(m.kind, ()) for m in marks)
    return any(not m.whole and finding.span.overlaps(Span(m.start, m.end)) for m in marks)


def shares(
    checked: Iterable[Checked], marks: Sequence[Mark], least: Severity = Severity.WARNING
) -> tuple[dict[str, Share], dict[str, Share]]:
    """Return the share of findings from a severity on that fall on a mark, by half and rule."""
    kept: Counter[str] = Counter()
    judged: Counter[str] = Counter()
    rules: set[str] = set()
    for article in checked:
        own = [mark for mark in marks if mark.file == article.file]
        if len({mark.editor for mark in own if mark.kind == _READ}) < 2:
            continue
        for finding in article.findings:
            if finding.severity < least:
                continue
            rules.add(finding.rule)
            marked = is_marked(finding, own)
            for name in (half_of(article.file), finding.rule):
                judged[name] += 1
                kept[name] += marked
    halves = {half: Share(kept[half], judged[half]) for half in HALVES}
    return halves, {rule: Share(kept[rule], judged[rule]) for rule in sorted(rules)}


def agreement(marks: Sequence[Mark]) -> dict[str, Share]:
    """Return, by editor, how many marks of words overlap one of another editor's."""
    words = [mark for mark in marks if not mark.whole]
    met: dict[str, Share] = {}
    for editor in sorted({mark.editor for mark in words}):
        own = [mark for mark in words if mark.editor == editor]
        others = [mark for mark in words if mark.editor != editor]
        shared = sum(
            any(o.file == m.file and o.start < m.end and m.start < o.end for o in others)
            for m in own
        )
        met[editor] = Share(shared, len(own))
    return met


def read_store(path: Path = STORE) -> list[Mark]:
    """Return the marks that are kept."""
    if not path.exists():
        return []
    return [Mark(**json.loads(line)) for line in path.read_text(encoding="utf-8").splitlines()]


def write_store(marks: Iterable[Mark], path: Path = STORE) -> None:
    """Write marks, one a line, in order of place."""
    lines = [json.dumps(asdict(mark)) for mark in sorted(set(marks))]
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


def _articles() -> dict[str, str]:
    rows = read_rows(data_folder("attribution") / "dev.jsonl")
    return {f"{row['id']}.txt": row["text"] for row in rows}


def _draw(folder: Path, size: int, seed: int) -> None:
    if folder.resolve().is_relative_to(ROOT):
        raise MarkError(f"articles belong outside the repository: {folder}")
    texts = _articles()
    chance = random.Random(seed)
    folder.mkdir(parents=True, exist_ok=True)
    for half in HALVES:
        files = sorted(file for file in texts if half_of(file) == half)
        for file in chance.sample(files, size // 2):
            (folder / file).write_text(texts[file], encoding="utf-8")


def _report(least: Severity, select: tuple[str, ...]) -> None:
    marks = read_store()
    halves, rules = shares(check_corpora([CORPUS], select), marks, least)
    for editor, share in agreement(marks).items():
        print(f"{editor}: {share} of the marked words are marked by another editor too")
    for half, share in halves.items():
        print(f"on something marked, {half} half: {share}")
    for rule, share in sorted(rules.items(), key=lambda item: -item[1].judged):
        print(f"  {rule:40} {share}")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one of the commands above; return 2 after an error."""
    parser = argparse.ArgumentParser(description="Hold findings against editors' marks.")
    commands = parser.add_subparsers(dest="command")
    draw = commands.add_parser("draw", help="write articles to be marked")
    draw.add_argument("folder", type=Path)
    draw.add_argument("--n", type=int, default=24)
    draw.add_argument("--seed", type=int, default=5)
    add = commands.add_parser("add", help="keep an editor's marks, instead of earlier ones")
    add.add_argument("file", type=Path)
    add.add_argument("--editor", required=True)
    parser.add_argument("--least", choices=[s.label for s in Severity], default="warning")
    parser.add_argument("--select", nargs="*", default=(), help="only these, also if they are off")
    options = parser.parse_args(arguments)
    try:
        if options.command == "draw":
            _draw(options.folder, options.n, options.seed)
        elif options.command == "add":
            lines = options.file.read_text(encoding="utf-8").splitlines()
            new = list(read_marks(lines, options.editor, _articles()))
            write_store([*(m for m in read_store() if m.editor != options.editor), *new])
        else:
            _report(Severity[options.least.upper()], tuple(options.select))
    except MarkError as error:
        print(error, file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
