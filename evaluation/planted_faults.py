"""Reads the stories with planted slips; `planted_slips/README.md` has their format."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from newslint.span import Span

FOLDER = Path(__file__).resolve().parent / "planted_slips"

_MARK = re.compile(r"\[\[(?P<wrong>[^|\]]+)\|(?P<right>[^|\]]*)\|(?P<kind>[^|\]]+)\]\]")
_WORD_BEFORE = re.compile(r"\S+\s*\Z")
_WORD_AFTER = re.compile(r"\s*\S+")


@dataclass(frozen=True, slots=True)
class Planted:
    """One slip: its kind, and its span in the story as it stands."""

    kind: str
    span: Span


@dataclass(frozen=True, slots=True)
class PlantedStory:
    """A story with its slips, and without them; `held` ones only measure."""

    name: str
    held: bool
    text: str
    clean: str
    faults: tuple[Planted, ...]


def read_planted(folder: Path = FOLDER) -> list[PlantedStory]:
    """Return the stories of a folder, by name.

    Raises:
        ValueError: if a story has a mark that is not complete.
    """
    return [
        parse_planted(path.name, path.read_text(encoding="utf-8"))
        for path in sorted(folder.glob("*.txt"))
    ]


def parse_planted(name: str, marked: str) -> PlantedStory:
    """Return the story of a file's text.

    Raises:
        ValueError: if a mark is not complete.
    """
    text, clean, last = "", "", 0
    faults: list[Planted] = []
    for mark in _MARK.finditer(marked):
        between = marked[last : mark.start()]
        text, clean = text + between, clean + between
        faults.append(Planted(mark["kind"], Span(len(text), len(text) + len(mark["wrong"]))))
        text, clean = text + mark["wrong"], clean + mark["right"]
        last = mark.end()
    text, clean = text + marked[last:], clean + marked[last:]
    if "[[" in text or "]]" in text:
        raise ValueError(f"{name} has a mark that is not [[wrong|right|kind]]")
    return PlantedStory(name, ".held." in name, text, clean, tuple(faults))


def is_found(fault: Planted, text: str, places: Iterable[Span]) -> bool:
    """Return whether one of the places touches the slip, or the word before or after it.

    An engine marks now the one, now the other of two words that do not agree.
    """
    before = _WORD_BEFORE.search(text[: fault.span.start])
    after = _WORD_AFTER.match(text, fault.span.end)
    around = Span(
        before.start() if before else fault.span.start, after.end() if after else fault.span.end
    )
    return any(place.overlaps(around) for place in places)
