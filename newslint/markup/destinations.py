"""Finds where a Markdown link's address and title are written; pyromark does not say."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from newslint.markup.draft import Mark, Place
from newslint.markup.figures import Figure

_LABEL = re.compile(r"\s*\[(?:[^\[\]\\]|\\.)*\]:", re.DOTALL)
#: What is space in Markdown; a no-break space belongs to the address.
_SPACE = " \t\n\v\f\r"
# A line break inside a block quotation is followed by its marks.
_GAP = re.compile(r"[^\S\r\n]*(?:[\r\n][\s>]*)?", re.ASCII)
_ANGLED = re.compile(r"<((?:[^<>\\\n\r]|\\.)*)>")
_TITLE = re.compile(r"\"((?:[^\"\\]|\\.)*)\"|'((?:[^'\\]|\\.)*)'|\(((?:[^()\\]|\\.)*)\)", re.DOTALL)


@dataclass(slots=True)
class Destination:
    """An open link or image, from `start` to `end`; `content_end` is how far it was read."""

    kind: str
    start: int
    end: int
    content_end: int
    link_type: str
    label: str
    url: str
    title: str
    mark: Mark | None = None
    figure: Figure | None = None
    place: Place | None = None
    first_block: int = 0


def normal_label(label: str) -> str:
    """Return the form in which the labels of references are compared."""
    return " ".join(label.split()).casefold()


class Address(NamedTuple):
    """Where an address stands, and its title (an empty stretch if there is none)."""

    start: int
    end: int
    title_start: int
    title_end: int


def inline_address(text: str, content_end: int, end: int) -> Address | None:
    """Return the address of `[content](address "title")`, which ends at `end`.

    `content_end` is where the last thing inside the square brackets ends.
    """
    opening = text.find("](", content_end, end)
    return None if opening < 0 else _address(text, opening + 2, end - 1)


def definition_address(text: str, start: int, end: int) -> Address | None:
    """Return the address of the reference definition between `start` and `end`."""
    label = _LABEL.match(text, start, end)
    return None if label is None else _address(text, label.end(), end)


def _address(text: str, at: int, end: int) -> Address:
    at = _skip_gap(text, at, end)
    angled = _ANGLED.match(text, at, end)
    if angled:
        start, stop = angled.span(1)
        at = angled.end()
    else:
        start = at
        at = stop = _plain_end(text, at, end)
    title = _TITLE.match(text, _skip_gap(text, at, end), end)
    if title is None or title.lastindex is None:
        return Address(start, stop, stop, stop)
    return Address(start, stop, *title.span(title.lastindex))


def _skip_gap(text: str, at: int, end: int) -> int:
    gap = _GAP.match(text, at, end)
    return gap.end() if gap else at


def _plain_end(text: str, at: int, end: int) -> int:
    """Return where an address without angle brackets ends: its own parentheses balance."""
    depth = 0
    while at < end:
        char = text[at]
        if char == "\\" and at + 1 < end and text[at + 1] not in _SPACE:
            at += 1
        elif char in _SPACE or (char == ")" and depth == 0):
            break
        elif char in "()":
            depth += 1 if char == "(" else -1
        at += 1
    return at
