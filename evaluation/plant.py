"""Reads the stories with planted faults; `planted/README.md` has their format."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from evaluation.story import Half, StoryError
from newslint.finding import Severity
from newslint.span import Span

FOLDER = Path(__file__).resolve().parent / "planted"

#: What can be wrong, and the groups of rules that may say so. A rule that a fault names may
#: say so in any case.
CATEGORIES: Mapping[str, frozenset[str]] = {
    name: frozenset(groups.split())
    for name, groups in {
        "vague": "attribution anonymity secondhand claims",
        "anonymous": "anonymity attribution secondhand",
        "secondhand": "secondhand attribution claims",
        "passive": "attribution claims secondhand anonymity",
        "link": "secondhand structure",
        "fact": "consistency numbers",
        "date": "consistency numbers structure",
        "name": "consistency",
        "quote-marks": "quotes grammar",
        "credit": "structure secondhand quotes",
        "loaded": "language quotes",
        "acronym": "readability",
        "first-reference": "quotes attribution readability consistency",
        "unsupported": "attribution claims numbers language legal",
        "quoting": "quotes language attribution",
        "fairness": "legal attribution claims",
        "wording": "language claims readability",
        "grammar": "grammar",
        "structure": "structure readability language",
        "arithmetic": "numbers consistency",
        "reading": "readability structure",
        "suppression": "structure",
    }.items()
}

#: The kinds that an editor reads a story for first; the rest are a copy desk's.
MAIN = frozenset(
    [
        "vague",
        "anonymous",
        "secondhand",
        "passive",
        "link",
        "fact",
        "date",
        "name",
        "quote-marks",
        "credit",
        "loaded",
        "acronym",
        "first-reference",
    ]
)

#: How an editor ranks a fault, and the severity that a finding must have to answer it.
RANKS: Mapping[str, Severity] = {
    "low": Severity.SUGGESTION,
    "medium": Severity.WARNING,
    "high": Severity.WARNING,
}

_NAME = re.compile(r"[a-z0-9-]+\.(dev|held)\.(md|txt|html)")
_DOCUMENT = "doc"


@dataclass(frozen=True, slots=True)
class Fault:
    """Words that an editor would mark; `rules` are the short names of those planted for.

    With `document` the fault is one of the whole article, and the words only show it.
    """

    span: Span
    line: int
    category: str
    rank: str
    rules: tuple[str, ...] = ()
    document: bool = False


@dataclass(frozen=True, slots=True)
class LookAlike:
    """Words that are right as they stand, and look like a fault of the category."""

    span: Span
    line: int
    category: str


@dataclass(frozen=True)
class Planted:
    """A story without its marks: all spans index `text`. `path` is what it is linted as."""

    path: str
    half: Half
    text: str
    faults: tuple[Fault, ...]
    fine: tuple[LookAlike, ...]


def read_planted(folder: Path = FOLDER, rules: Iterable[str] = ()) -> list[Planted]:
    """Return the stories of a folder in order of name.

    Where `rules`, the ids of all rules, are given, faults may name no others.

    Raises:
        StoryError: if a story cannot be read.
    """
    known = frozenset(rule.partition(".")[2] for rule in rules)
    paths = sorted(path for path in folder.iterdir() if path.name != "README.md")
    return [parse_planted(path, path.read_text(encoding="utf-8"), known) for path in paths]


def parse_planted(path: Path, text: str, rules: frozenset[str] = frozenset()) -> Planted:
    """Return the story that `text` holds; `rules` are short names, or empty for any.

    Raises:
        StoryError: if the name is not `name.half.suffix`, or a mark or label is wrong.
    """
    named = _NAME.fullmatch(path.name)
    if named is None:
        raise StoryError(path, 1, "a story is called name.dev.md or name.held.md")
    marks = _Marks(path, rules)
    marks.read(text)
    return Planted(
        path.name.replace(f".{named[1]}.", "."),
        Half(named[1]),
        "".join(marks.text),
        tuple(sorted(marks.faults, key=lambda fault: (fault.span, fault.category))),
        tuple(sorted(marks.fine, key=lambda look: (look.span, look.category))),
    )


@dataclass
class _Marks:
    """A story while its marks are taken out; lines count from 1 in the file."""

    path: Path
    rules: frozenset[str]
    line: int = 1
    length: int = 0
    text: list[str] = field(default_factory=list)
    open: list[tuple[int, int]] = field(default_factory=list)  # offset, line
    faults: list[Fault] = field(default_factory=list)
    fine: list[LookAlike] = field(default_factory=list)

    def read(self, text: str) -> None:
        place = 0
        while place < len(text):
            character = text[place]
            if character == "{":
                self.open.append((self.length, self.line))
            elif character == "|" and self.open:
                end = text.find("}", place)
                if end < 0 or "{" in text[place:end] or "\n" in text[place:end]:
                    raise StoryError(self.path, self.line, "a label is not closed")
                self._label(text[place + 1 : end])
                place = end
            elif character == "}":
                raise StoryError(self.path, self.line, "a mark ends without a label: {words|label}")
            else:
                self.line += character == "\n"
                self.text.append(character)
                self.length += 1
            place += 1
        if self.open:
            raise StoryError(self.path, self.open[-1][1], "a mark is not closed")

    def _label(self, label: str) -> None:
        start, line = self.open.pop()
        if start == self.length:
            raise StoryError(self.path, line, "a mark round nothing")
        span = Span(start, self.length)
        match label.split():
            case ["fine", category] if category in CATEGORIES:
                self.fine.append(LookAlike(span, line, category))
            case [category, rank, *rules] if category in CATEGORIES and rank in RANKS:
                names = tuple(rule for rule in rules if rule != _DOCUMENT)
                for name in names:
                    if self.rules and name not in self.rules:
                        raise StoryError(self.path, line, f"no rule is called {name!r}")
                self.faults.append(Fault(span, line, category, rank, names, _DOCUMENT in rules))
            case _:
                raise StoryError(
                    self.path, line, f"{label!r}: write 'category rank rules' or 'fine category'"
                )
