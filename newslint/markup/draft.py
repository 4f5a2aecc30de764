"""The article in the making: blocks, marks, links, pictures and comments as they are met."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import NamedTuple

from newslint.article import (
    Article,
    Block,
    BlockKind,
    Comment,
    Footnote,
    FrontMatter,
    Inline,
    InlineKind,
    Link,
    ParseNote,
)
from newslint.markup.builder import TextBuilder
from newslint.markup.figures import Figure, place_figures
from newslint.markup.urls import bare_urls
from newslint.span import Span

#: Stands in the text for a template tag, or for a picture inside a sentence.
PLACEHOLDER = "\ufffc"

#: What is trimmed from both ends of a block: white space, and characters of no width.
BLANK = (
    " \t\n\r\x0b\x0c\x1c\x1d\x1e\x1f\x85\xa0\u1680"
    "\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000\u200b\u2060\ufeff"
)

#: Marks that may be open at once; the rest is ignored, so that hostile nesting stays linear.
_MAX_MARKS = 64


class Place(NamedTuple):
    """What kind of block the text that comes next belongs to."""

    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    key: str | None = None


class _Piece(NamedTuple):
    """White space or a placeholder that waits for the text after it."""

    text: str
    span: Span
    placeholder: bool = False


@dataclass(slots=True)
class Mark:
    """An open emphasis (`kind`) or link (`url`): `start` is unknown until text arrives."""

    name: str
    kind: InlineKind | None = None
    url: str | None = None
    url_span: Span | None = None
    source_start: int = 0
    start: int | None = None
    text: Span | None = None


class Draft:
    """Collects an article in source order; spans given to it are source coordinates.

    White space at the edges of a block is dropped; between words it is kept until the
    next word shows that it is needed. A block opens with its first visible character, of
    the kind that `place` names at that moment.
    """

    def __init__(self, source: str) -> None:
        """Start an empty article over `source`."""
        self.source = source
        self.place = Place()
        self.blocks: list[Block] = []
        self.figures: list[Figure] = []
        self.footnotes: list[Footnote] = []
        self.notes: list[ParseNote] = []
        self.headline_wanted = True
        self._builder = TextBuilder(source)
        self._inlines: list[Inline] = []
        self._links: list[Link] = []
        self._comments: list[Comment] = []
        self._marks: list[Mark] = []
        self._pending: list[_Piece] = []
        self._open: Place | None = None
        self._start = 0

    @property
    def is_open(self) -> bool:
        """Whether a block holds text already and has not ended."""
        return self._open is not None

    @property
    def here(self) -> int:
        """The text offset of what comes next, white space not counted."""
        if self._open is not None or not self._builder:
            return len(self._builder)
        return len(self._builder) + 2

    @property
    def next_block(self) -> int:
        """The index that the next block to open will have."""
        return len(self.blocks) + self.is_open

    def text(self, text: str, span: Span) -> None:
        """Add visible text that stands for `span`."""
        if "\n" in text or "\r" in text:
            text = text.replace("\r\n", "\n").replace("\n", " ").replace("\r", " ")
        core = text.strip(BLANK)
        if not core:
            if text:
                self._blank(text, span)
            return
        lead = len(text) - len(text.lstrip(BLANK))
        tail = len(text) - lead - len(core)
        # What stands for something of another length cannot be parted by length.
        literal = len(text) == len(span)
        start = span.start + lead * literal
        stop = span.end - tail * literal
        if lead:
            self._blank(text[:lead], Span(span.start, start))
        self._visible(core, Span(start, stop))
        if tail:
            self._blank(text[-tail:], Span(stop, span.end))

    def _blank(self, text: str, span: Span) -> None:
        """Keep white space; on both sides of dropped markup, or not as written, it is one space."""
        last = self._pending[-1] if self._pending else None
        parted = last is not None and not last.placeholder and last.span.end < span.start
        if parted or (len(text) > 1 and text != span.cut(self.source)):
            self.space(span)
        else:
            self._pending.append(_Piece(text, span))

    def space(self, span: Span) -> None:
        """Add one space for white space that the format collapses (a line break)."""
        start = span.start
        while self._pending and not self._pending[-1].placeholder:
            start = min(start, self._pending.pop().span.start)
        self._pending.append(_Piece(" ", Span(start, max(start, span.end))))

    def placeholder(self, span: Span) -> Span:
        """Let one character stand for `span`; a block of nothing else is dropped.

        Returns its span in the text, which holds if a block is open.
        """
        at = len(self._builder) + sum(len(piece.text) for piece in self._pending)
        self._pending.append(_Piece(PLACEHOLDER, span, placeholder=True))
        return Span(at, at + 1)

    def close(self) -> None:
        """End the open block, if there is one."""
        if self._open is not None:
            while self._pending and not self._pending[-1].placeholder:
                self._pending.pop()
            self._flush()
            kind, level, key = self._open
            self.blocks.append(Block(kind, Span(self._start, len(self._builder)), level, key))
            if kind is BlockKind.HEADLINE:
                self.headline_wanted = False
            for mark in self._marks:
                self._settle(mark)
            self._open = None
        self._pending.clear()

    def begin(self, mark: Mark) -> None:
        """Open an emphasis or a link."""
        if len(self._marks) < _MAX_MARKS:
            self._marks.append(mark)

    def end(self, name: str, source_end: int) -> None:
        """Close the innermost mark called `name`, if one is open."""
        for index in range(len(self._marks) - 1, -1, -1):
            if self._marks[index].name == name:
                self._finish(self._marks.pop(index), source_end)
                return

    @property
    def depth(self) -> int:
        """How many marks are open."""
        return len(self._marks)

    def unwind(self, depth: int, source_end: int) -> None:
        """Close every mark opened since there were `depth` of them."""
        while len(self._marks) > depth:
            self._finish(self._marks.pop(), source_end)

    def comment(self, text: str, span: Span) -> None:
        """Keep a comment."""
        self._comments.append(Comment(text, span, self.here, inline=self.is_open))

    def finish(
        self, path: str, form: str, front: FrontMatter | None, notes: Iterable[ParseNote]
    ) -> Article:
        """Return the article. Call once, at the end."""
        self.close()
        self.unwind(0, len(self.source))
        text, source_map = self._builder.build()
        blocks, images = place_figures(self.blocks, self._inlines, self.figures, text)
        links, shown = bare_urls(self.source, text, source_map, self._links, self._inlines)
        size = len(text)
        return Article(
            path=path,
            format=form,
            source=self.source,
            text=text,
            source_map=source_map,
            blocks=blocks,
            inlines=tuple(sorted([*self._inlines, *shown], key=lambda i: (i.span, i.kind))),
            links=tuple(
                sorted(
                    (
                        replace(link, text=_within(link.text, size))
                        for link in (*self._links, *links)
                    ),
                    key=lambda link: link.span,
                )
            ),
            images=tuple(
                replace(image, alt=_within(image.alt, size)) if image.alt else image
                for image in images
            ),
            footnotes=tuple(
                replace(note, reference=_within(note.reference, size)) if note.reference else note
                for note in self.footnotes
            ),
            comments=tuple(replace(c, at=min(c.at, size)) for c in self._comments),
            front_matter=front,
            notes=(*notes, *self.notes),
        )

    def _visible(self, text: str, span: Span) -> None:
        """Add text that is not blank, opening a block for it if need be."""
        if self._open is None:
            first = next((i for i, p in enumerate(self._pending) if p.placeholder), None)
            self._pending = [] if first is None else self._pending[first:]
            self._open = self.place
            if self._builder:
                start = self._pending[0].span.start if self._pending else span.start
                end = self._builder.source_end
                self._builder.add("\n\n", Span(end, max(end, start)), derived=True)
            self._start = len(self._builder)
        self._flush()
        for mark in self._marks:
            if mark.start is None and mark.text is None:
                mark.start = len(self._builder)
        self._add(text, span)

    def _flush(self) -> None:
        """Add the white space and placeholders that were waiting."""
        for piece in self._pending:
            added = self._add(piece.text, piece.span)
            if piece.placeholder:
                self._inlines.append(Inline(InlineKind.PLACEHOLDER, added))
        self._pending.clear()

    def _add(self, text: str, span: Span) -> Span:
        """Add to the builder; a piece out of order keeps its text and loses its place."""
        end = self._builder.source_end
        if span.start < end:
            span = Span(end, max(end, span.end))
        return self._builder.add(text, span)

    def _settle(self, mark: Mark) -> None:
        """Record what of `mark` lies in the block that ends here."""
        if mark.start is None or mark.start >= len(self._builder):
            return
        span = Span(mark.start, len(self._builder))
        if mark.kind is not None:
            self._inlines.append(Inline(mark.kind, span))
            mark.start = None
        elif mark.text is None:
            mark.text = span

    def _finish(self, mark: Mark, source_end: int) -> None:
        self._settle(mark)
        if mark.url is not None:
            at = mark.text or Span(self.here, self.here)
            span = Span(mark.source_start, max(mark.source_start, source_end))
            self._links.append(Link(at, mark.url, span, mark.url_span))


def _within(span: Span, size: int) -> Span:
    """Return `span`, moved back to the end of the text if no block came after it."""
    return span if span.end <= size else Span(min(span.start, size), size)
