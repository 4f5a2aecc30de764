"""Reads plain text: paragraphs, whether wrapped or one to a line, and a headline."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.article import BlockKind
from newslint.markup.draft import Draft, Place
from newslint.markup.options import Wrapped
from newslint.markup.passage import Passage, Tag
from newslint.markup.tag_text import write_tag

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|$)")
_WRAP_MIN, _WRAP_MAX = 50, 100
_HEADLINE_MAX = 150

#: A line of the file: where its characters start and end, and where its line break ends.
Line = tuple[int, int, int]


def read_plain(draft: Draft, passage: Passage, wrapped: Wrapped = "auto") -> None:
    """Read plain text into `draft`.

    A line break ends a paragraph; in wrapped text a blank line does.
    """
    lines = list(_lines(passage.text))
    groups = _groups(passage.text, lines)
    join = wrapped == "yes" or (wrapped == "auto" and is_wrapped(passage.text, groups))
    paragraphs = groups if join else [[line] for group in groups for line in group]
    if draft.headline_wanted and _has_headline(passage.text, paragraphs, groups):
        draft.place = Place(BlockKind.HEADLINE)
    for paragraph in paragraphs:
        for start, end, stop in paragraph:
            _write(draft, passage, start, end)
            draft.space(passage.span(end, stop))
        draft.close()
        draft.place = Place()


def is_wrapped(text: str, groups: list[list[Line]]) -> bool:
    """Return whether lines are broken by hand inside paragraphs.

    They are if, in paragraphs of several lines, most lines but the last are of similar
    length, between 50 and 100 characters.
    """
    lengths = [
        len(text[start:end].rstrip())
        for group in groups
        if len(group) > 1
        for start, end, _ in group[:-1]
    ]
    if len(lengths) < 2:
        return False
    widest = sorted(lengths)[int(len(lengths) * 0.9)]
    if widest > _WRAP_MAX + 20:
        return False
    full = [n for n in lengths if _WRAP_MIN <= n <= _WRAP_MAX and n >= widest - 25]
    return len(full) >= 0.7 * len(lengths)


def _lines(text: str) -> Iterator[Line]:
    for match in _LINE.finditer(text):
        start, stop = match.span()
        if start < stop:
            yield start, start + len(match.group().rstrip("\r\n")), stop


def _groups(text: str, lines: list[Line]) -> list[list[Line]]:
    """Return the lines grouped by the blank lines between them."""
    groups: list[list[Line]] = [[]]
    for line in lines:
        if text[line[0] : line[1]].strip():
            groups[-1].append(line)
        elif groups[-1]:
            groups.append([])
    return [group for group in groups if group]


def _has_headline(text: str, paragraphs: list[list[Line]], groups: list[list[Line]]) -> bool:
    """Return whether the first paragraph is a headline: short, one line, no full stop."""
    if len(paragraphs) < 2 or len(paragraphs[0]) != 1:
        return False
    start, end, _ = paragraphs[0][0]
    line = text[start:end].strip()
    if not line or len(line) > _HEADLINE_MAX or line[-1] in ".,;:…":
        return False
    if len(groups[0]) == 1:
        return True
    longest = max(len(text[p[0][0] : p[-1][1]]) for p in paragraphs[1:4])
    return longest > len(line) * 1.5


def _write(draft: Draft, passage: Passage, start: int, end: int) -> None:
    for piece in passage.pieces(start, end):
        if isinstance(piece, Tag):
            write_tag(draft, passage, piece)
        else:
            draft.text(passage.text[piece[0] : piece[1]], passage.span(*piece))
