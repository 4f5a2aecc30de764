"""Pictures and the lines beneath them: which paragraph is a caption, which a credit."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from newslint.article import Block, BlockKind, Image, Inline, InlineKind
from newslint.span import Span
from newslint.vocabulary import words

_EMPHASIS = frozenset({InlineKind.EMPHASIS, InlineKind.STRONG})
_MAX_CREDIT_WORDS = 12


@dataclass(slots=True)
class Figure:
    """A picture met while reading.

    `after` is the index of the block that follows it, None for one in the front matter.
    `alt`, `caption` and `credit` are text spans where the markup says which they are.
    """

    url: str
    span: Span
    after: int | None
    url_span: Span | None = None
    alt: Span | None = None
    caption: Span | None = None
    credit: Span | None = None


@cache
def _labelled() -> re.Pattern[str]:
    labels = "|".join(sorted(map(re.escape, words("newslint.markup", "figures.yml", "labels"))))
    return re.compile(
        rf"(?i:{labels})(?i: credit)?(?:: ?\S|(?i: by| via| courtesy of) [^\W\d_a-z])"
    )


@cache
def _at_end() -> re.Pattern[str]:
    labels = "|".join(sorted(map(re.escape, words("newslint.markup", "figures.yml", "labels"))))
    return re.compile(
        rf"(?:^|[.!?)\]] )\(?(?:{labels})(?: credit)?: ?(?:[^\s.]\S* ?){{1,6}}$", re.IGNORECASE
    )


_NAME_AND_AGENCY = re.compile(
    r"\(?(?:[A-Z][\w.'’-]* ){1,4}?(?:via |for )?(?:/|\||—|–) ?(?:[A-Z][\w.'’-]*(?: |$)){1,4}\)?$"
)


def is_credit(line: str, *, under_picture: bool) -> bool:
    """Return whether `line` has the shape of a credit.

    "Photo: Name" has it anywhere, "Name / Agency" only right under a picture.
    """
    line = line.strip("()[] ")
    if line.count(" ") >= _MAX_CREDIT_WORDS or len(line) > 200:
        return False
    if _labelled().match(line):
        return ". " not in line
    return under_picture and _NAME_AND_AGENCY.match(line) is not None


def is_caption(line: str) -> bool:
    """Return whether `line` ends in a credit, as captions do: "The bridge. Photo: Name"."""
    return len(line) < 600 and _at_end().search(line[-120:]) is not None


def place_figures(
    blocks: list[Block], inlines: list[Inline], figures: list[Figure], text: str
) -> tuple[tuple[Block, ...], tuple[Image, ...]]:
    """Return the blocks, with captions and credits told from paragraphs, and the images."""
    found = list(blocks)
    emphasised = _emphasised(blocks, inlines)
    under = {figure.after for figure in figures if figure.after is not None}
    for index, block in enumerate(found):
        if block.kind is not BlockKind.PARAGRAPH:
            continue
        line = block.span.cut(text)
        beneath = index in under
        above = found[index - 1].kind if index else None
        follows_caption = above is BlockKind.CAPTION and index - 1 in under
        if is_credit(line, under_picture=beneath or follows_caption):
            found[index] = replace(block, kind=BlockKind.CREDIT)
        elif (beneath and index in emphasised) or is_caption(line):
            found[index] = replace(block, kind=BlockKind.CAPTION)
    return tuple(found), tuple(_image(figure, found) for figure in figures)


def _emphasised(blocks: Sequence[Block], inlines: Sequence[Inline]) -> set[int]:
    """Return the indices of the blocks that are emphasised from end to end."""
    whole = {i.span for i in inlines if i.kind in _EMPHASIS}
    return {index for index, block in enumerate(blocks) if block.span in whole}


def _image(figure: Figure, blocks: list[Block]) -> Image:
    caption, credit = figure.caption, figure.credit
    beneath = [] if figure.after is None else blocks[figure.after : figure.after + 2]
    for block in beneath:
        if block.kind is BlockKind.CAPTION and caption is None:
            caption = block.span
        elif block.kind is BlockKind.CREDIT and credit is None:
            credit = block.span
        else:
            break
    return Image(figure.url, figure.span, figure.url_span, figure.alt, caption, credit)
