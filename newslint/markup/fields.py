"""Front-matter fields that are text: headline, summary, captions, descriptions, credits."""

from __future__ import annotations

import re
from functools import cache, partial

from newslint.article import BlockKind
from newslint.markup.builder import TextBuilder
from newslint.markup.draft import Draft, Place
from newslint.markup.figures import Figure
from newslint.markup.markdown import read_inline
from newslint.markup.options import MarkupOptions
from newslint.markup.passage import Passage
from newslint.markup.scalars import Scalar
from newslint.markup.tag_text import plain_prose
from newslint.source_map import SourceMap
from newslint.span import Span

_PARAGRAPH = re.compile(r"(?:[^\n]|\n(?!\s*\n))+")
_LINE = re.compile(r"[^\n]+")
_NO_TEXT = frozenset({"true", "false", "null", "~"})


def write_fields(
    draft: Draft, scalars: tuple[Scalar, ...], options: MarkupOptions, *, markdown: bool
) -> None:
    """Write the fields that are text as blocks, in source order, and note the images.

    With `markdown`, emphasis, links and the like are read in them as in the body.
    """
    headline = _first(scalars, options.headline)
    roles = {
        BlockKind.SUMMARY: options.summary,
        BlockKind.CAPTION: options.caption,
        BlockKind.ALT: options.alt,
        BlockKind.CREDIT: options.credit,
    }
    figures: list[tuple[str, Figure]] = []
    texts: list[tuple[str, BlockKind, Span]] = []
    for entry in scalars:
        key, value = entry.field.key, entry.field.value
        if not value.strip() or value.strip().lower() in _NO_TEXT:
            continue
        if entry is headline:
            _write(draft, entry, BlockKind.HEADLINE, markdown=markdown)
            continue
        kind = next((k for k, keys in roles.items() if _matches(key, keys)), None)
        if kind is not None:
            count = len(draft.blocks)
            _write(draft, entry, kind, markdown=markdown)
            if len(draft.blocks) > count:
                texts.append((key, kind, draft.blocks[count].span))
        elif _matches(key, options.image):
            span = entry.field.span
            figures.append((key, Figure(value.strip(), span, None, span)))
    _attach(figures, texts)
    draft.figures.extend(figure for _, figure in figures)


def _first(scalars: tuple[Scalar, ...], keys: tuple[str, ...]) -> Scalar | None:
    """Return the first scalar that is not blank, in the order of `keys`."""
    for key in keys:
        for entry in scalars:
            if entry.field.value.strip() and _matches(entry.field.key, (key,)):
                return entry
    return None


@cache
def _pattern(keys: tuple[str, ...]) -> re.Pattern[str]:
    joined = "|".join(re.escape(key).replace(r"\*", r"[^.]+") for key in keys)
    return re.compile(rf"(?:{joined})(?:\.0)?", re.IGNORECASE)


def _matches(key: str, keys: tuple[str, ...]) -> bool:
    return bool(keys) and _pattern(keys).fullmatch(key) is not None


def _write(draft: Draft, entry: Scalar, kind: BlockKind, *, markdown: bool) -> None:
    builder = TextBuilder(draft.source)
    for part in entry.parts:
        builder.add(part.text, part.span)
    value, places = builder.build()
    draft.close()
    draft.place = Place(kind, key=entry.field.key)
    for match in (_LINE if entry.folded else _PARAGRAPH).finditer(value):
        locate = partial(_located, places, match.start())
        cuts = [
            segment.text_start - match.start()
            for segment in places.segments
            if match.start() < segment.text_start < match.end()
        ]
        passage = Passage(match.group().replace("\n", " "), [], locate, cuts)
        if markdown:
            read_inline(draft, passage)
        else:
            plain_prose(draft, passage)
        draft.close()
    draft.place = Place()


def _located(places: SourceMap, offset: int, start: int, end: int) -> Span:
    return places.to_source(Span(offset + start, offset + end))


def _attach(figures: list[tuple[str, Figure]], texts: list[tuple[str, BlockKind, Span]]) -> None:
    """Give every image the texts whose keys belong to its own (`image.src`, `image.alt`)."""
    for text_key, kind, span in texts:
        if kind is BlockKind.SUMMARY:
            continue
        for key, figure in figures:
            parent = key.rpartition(".")[0]
            related = (
                text_key.startswith((f"{parent}.", f"{key}_", f"{key}."))
                if parent
                else (text_key.lower().startswith(key.lower()))
            )
            if (related or len(figures) == 1) and getattr(figure, kind.value) is None:
                setattr(figure, kind.value, span)
                break
