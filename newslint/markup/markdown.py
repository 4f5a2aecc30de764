"""Reads Markdown with pyromark; its events are matched here and nowhere else."""

from __future__ import annotations

import re
from functools import partial
from itertools import pairwise

import pyromark
from pyromark.event import Event

from newslint.article import BlockKind, Footnote, InlineKind
from newslint.markup.destinations import (
    Address,
    Destination,
    definition_address,
    inline_address,
    normal_label,
)
from newslint.markup.draft import Draft, Mark, Place
from newslint.markup.figures import Figure
from newslint.markup.html import HtmlReader
from newslint.markup.offsets import CodePoints
from newslint.markup.outline import Outline
from newslint.markup.passage import Passage, Tag
from newslint.markup.tag_text import write_tag
from newslint.span import Span, hull

_O = pyromark.Options
_OPTIONS = (
    _O.ENABLE_TABLES
    | _O.ENABLE_FOOTNOTES
    | _O.ENABLE_STRIKETHROUGH
    | _O.ENABLE_TASKLISTS
    | _O.ENABLE_GFM
)

#: pyromark's names for blocks, and the HTML elements that make the same kind of block.
_BLOCKS = {
    "Paragraph": "p",
    "Item": "li",
    "List": "ul",
    "BlockQuote": "blockquote",
    "Table": "table",
    "TableHead": "tr",
    "TableRow": "tr",
    "TableCell": "td",
    "CodeBlock": "pre",
}
_MARKS = {"Emphasis": InlineKind.EMPHASIS, "Strong": InlineKind.STRONG}
_TO_LINE_END = re.compile(r"[ \t]*(?:$|(?=\r))", re.MULTILINE)
_BLANK = re.compile(r"\s*\Z")
_CODE_BREAK = re.compile(r"(?:\r\n?|\n)[ \t>]*")


def read_markdown(draft: Draft, passage: Passage) -> None:
    """Read the Markdown of `passage` into `draft`."""
    _MarkdownReader(draft, passage).read()


def read_inline(draft: Draft, passage: Passage) -> None:
    """Read one line of Markdown (a title, a caption) into the draft's present place.

    Nothing in it starts a list, a heading or any other block.
    """
    # A quotation mark at the start keeps what follows from being read as a block.
    text = '"' + passage.text.replace("\n", " ").replace("\r", " ")
    quoted = Passage(text, [], partial(_after_first, passage), [c + 1 for c in passage.cuts])
    place = draft.place
    _MarkdownReader(draft, quoted, first=1).read()
    draft.place = place


def _after_first(passage: Passage, start: int, end: int) -> Span:
    return passage.span(max(start - 1, 0), max(end - 1, 0))


class _MarkdownReader:
    """Turns pyromark's events into blocks, marks, links and pictures."""

    def __init__(self, draft: Draft, passage: Passage, first: int = 0) -> None:
        """Read what follows offset `first` of `passage` into `draft`."""
        self.draft = draft
        self.passage = passage
        self.outline = Outline(draft)
        self.html = HtmlReader(draft, self.outline, passage, read_inline)
        self._first = first
        self._offsets = CodePoints(passage.masked)
        self._depths: list[tuple[int, int]] = []
        self._open: list[Destination] = []
        self._html_block: list[tuple[int, int]] | None = None
        self._paragraph_end = 0
        self._silent = 0
        self._definition: tuple[str, int] = ("", 0)
        self._defined: dict[str, Span] = {}
        self._references: list[tuple[str, int]] = []
        self._addresses: dict[str, Address] | None = None

    def read(self) -> None:
        """Read the whole passage."""
        events = pyromark.events_with_range(self.passage.masked, options=_OPTIONS)
        for event, place in events:
            start, end = self._offsets(place["start"]), self._offsets(place["end"])
            self._event(event, start, end)
            if self._open:
                inner = self._open[-1]
                if inner.start < start or end < inner.end:
                    inner.content_end = max(inner.content_end, end)
        self.draft.close()
        self.html.finish()
        self._write_footnotes()

    def _event(self, event: Event, start: int, end: int) -> None:
        match event:
            case {"Text": str(text)}:
                self._text(text, start, end)
            case {"Start": str(name)}:
                self._start(name, None, start, end)
            case {"Start": dict(tag)}:
                name, value = next(iter(tag.items()))
                self._start(name, value, start, end)
            case {"End": str(name)}:
                self._end(name, end)
            case {"End": dict(tag)}:
                self._end(next(iter(tag)), end)
            case "SoftBreak" | "HardBreak":
                if not (self.outline.skipping or self._silent):
                    self.draft.space(self.passage.span(start, end))
            case {"Code": str(text)}:
                self._code(text, start, end)
            case {"Html": str()} if self._html_block is not None:
                self._html_block.append((start, end))
            case {"InlineHtml": str()} | {"Html": str()}:
                self.html.feed(self.passage.masked[start:end], start)
            case {"FootnoteReference": str(label)}:
                self._references.append((label, self.draft.here))
            case "Rule":
                self.draft.close()
            case _:
                pass

    def _start(self, name: str, value: object, start: int, end: int) -> None:
        if name in _MARKS:
            self.draft.begin(Mark(f"markdown {name}", _MARKS[name]))
        elif name in ("Link", "Image"):
            self._begin_destination(name, value, start, end)
        elif name == "HtmlBlock":
            self.draft.close()
            self._html_block = []
        elif name in _BLOCKS or name in ("Heading", "FootnoteDefinition"):
            self._depths.append((self.outline.depth, self.draft.depth))
            if name == "Heading" and isinstance(value, dict):
                self.outline.start(str(value["level"]).lower(), fixed=True)
            elif name == "FootnoteDefinition":
                self.outline.start("div", place=Place(BlockKind.FOOTNOTE), fixed=True)
                self._definition = str(value), len(self.draft.blocks)
            else:
                self.outline.start(_BLOCKS[name], fixed=True)
            if name in ("Paragraph", "Heading", "TableCell", "Item"):
                self._paragraph_end = end

    def _end(self, name: str, end: int) -> None:
        if name in _MARKS:
            self.draft.end(f"markdown {name}", self.passage.span(end, end).start)
        elif name in ("Link", "Image"):
            self._end_destination(self._open.pop())
        elif name == "HtmlBlock":
            self._end_html_block()
        elif name in _BLOCKS or name in ("Heading", "FootnoteDefinition"):
            elements, marks = self._depths.pop()
            self.draft.unwind(marks, self.passage.span(end, end).start)
            self.outline.unwind(elements)
            self.draft.close()
            if name == "FootnoteDefinition":
                label, first = self._definition
                blocks = self.draft.blocks[first:]
                if blocks:
                    self._defined.setdefault(label, hull([block.span for block in blocks]))

    def _text(self, text: str, start: int, end: int) -> None:
        if self.outline.skipping or self._silent:
            return
        if self.passage.masked[start:end] != text:
            self.draft.text(text, self.passage.span(start, end))
            return
        for piece in self.passage.pieces(max(start, self._first), end):
            if isinstance(piece, Tag):
                write_tag(self.draft, self.passage, piece, read_inline)
            else:
                first, last = piece
                self.draft.text(self.passage.text[first:last], self.passage.span(first, last))

    def _code(self, text: str, start: int, end: int) -> None:
        """Write a code span: its text as it is, its line breaks as spaces."""
        if self.outline.skipping or self._silent:
            return
        masked = self.passage.masked[start:end]
        ticks = len(masked) - len(masked.lstrip("`"))
        first, last = start + ticks, end - ticks
        if self.passage.masked[first:last] == f" {text} ":
            first, last = first + 1, last - 1
        self.draft.begin(Mark("code", InlineKind.CODE))
        at = first
        for gap in _CODE_BREAK.finditer(self.passage.text, first, last):
            self.draft.text(self.passage.text[at : gap.start()], self.passage.span(at, gap.start()))
            self.draft.space(self.passage.span(*gap.span()))
            at = gap.end()
        self.draft.text(self.passage.text[at:last], self.passage.span(at, last))
        self.draft.end("code", end)

    def _end_html_block(self) -> None:
        """Read an HTML block as one; what Markdown put between its lines is blanked."""
        lines, self._html_block = self._html_block or [], None
        gaps = [(a[1], b[0]) for a, b in pairwise(lines) if a[1] < b[0]]
        if lines:
            base, at = lines[0][0], lines[0][0]
            parts: list[str] = []
            for start, end in lines:
                parts += (" " * (start - at), self.passage.masked[start:end])
                at = end
            self.html.feed("".join(parts), base, gaps)
        self.draft.close()

    def _begin_destination(self, kind: str, value: object, start: int, end: int) -> None:
        data = value if isinstance(value, dict) else {}
        target = Destination(
            kind,
            start,
            end,
            start + (2 if kind == "Image" else 1),
            str(data.get("link_type", "")),
            str(data.get("id", "")),
            str(data.get("dest_url", "")),
            str(data.get("title", "")),
        )
        span = self.passage.span(start, end)
        nested = any(outer.kind == "Image" for outer in self._open)
        if kind == "Link" and not nested:
            target.mark = Mark("markdown Link", url=target.url, source_start=span.start)
            self.draft.begin(target.mark)
        elif kind == "Image" and not nested and not self.outline.skipping:
            target.figure = Figure(target.url, span, 0)
            if self._stands_alone(self._open[0] if self._open else target):
                self.draft.close()
                target.place, target.first_block = self.draft.place, len(self.draft.blocks)
                self.draft.place = Place(BlockKind.ALT)
            else:
                self._silent += 1
        self._open.append(target)

    def _stands_alone(self, target: Destination) -> bool:
        """Return whether a picture may end the block before it: it is in no sentence."""
        if not self.draft.is_open:
            return True
        text = self.passage.masked
        rest = _TO_LINE_END.match(text, target.end)
        ends_line = rest is not None
        if rest and _BLANK.match(text, rest.end(), max(self._paragraph_end, rest.end())):
            return True
        before = target.start - 1
        while before >= 0 and text[before] in " \t":
            before -= 1
        return ends_line and (before < 0 or text[before] in "\r\n")

    def _end_destination(self, target: Destination) -> None:
        if self._open:
            self._open[-1].content_end = max(self._open[-1].content_end, target.end)
        address = self._address(target)
        url_span = self.passage.span(address.start, address.end) if address else None
        url = target.url
        if address:
            written = slice(address.start, address.end)
            tagged = self.passage.has_tags(address.start, address.end)
            if tagged or self.passage.masked[written] == url:
                url = self.passage.text[written]
        if target.mark is not None:
            target.mark.url, target.mark.url_span = url, url_span
            self.draft.end("markdown Link", self.passage.span(target.end, target.end).start)
        if target.figure is not None:
            target.figure.url, target.figure.url_span = url, url_span
            self._end_picture(target, target.figure, address)

    def _end_picture(self, target: Destination, figure: Figure, address: Address | None) -> None:
        draft = self.draft
        alt_start, alt_end = target.start + 2, max(target.start + 2, target.content_end)
        if self._silent:
            self._silent -= 1
            alt = self.passage.span(alt_start, alt_end)
            if self.passage.text[alt_start:alt_end].strip():
                figure.alt = draft.placeholder(alt)
        else:
            draft.close()
            written = draft.blocks[target.first_block :]
            figure.alt = hull([block.span for block in written]) if written else None
            if target.title and address and target.link_type == "Inline":
                self._write_title(target.title, address, figure)
            draft.place = target.place or draft.place
        figure.after = draft.next_block
        draft.figures.append(figure)

    def _write_title(self, title: str, address: Address, figure: Figure) -> None:
        """Write a picture's title as its caption."""
        draft, count = self.draft, len(self.draft.blocks)
        draft.place = Place(BlockKind.CAPTION)
        self._text(title, address.title_start, address.title_end)
        draft.close()
        if len(draft.blocks) > count:
            figure.caption = draft.blocks[-1].span

    def _address(self, target: Destination) -> Address | None:
        """Return where the address of a link or picture is written, if it can be found."""
        masked = self.passage.masked
        if target.link_type in ("Autolink", "Email"):
            start, end = target.start + 1, target.end - 1
            return Address(start, end, end, end)
        if target.link_type == "Inline":
            return inline_address(masked, target.content_end, target.end)
        if self._addresses is None:
            self._addresses = self._find_definitions()
        return self._addresses.get(normal_label(target.label))

    def _find_definitions(self) -> dict[str, Address]:
        found: dict[str, Address] = {}
        definitions = pyromark.reference_definitions(self.passage.masked, options=_OPTIONS)
        for label, definition in definitions.items():
            place = definition["span"]
            start, end = self._offsets(place["start"]), self._offsets(place["end"])
            address = definition_address(self.passage.masked, start, end)
            if address is not None:
                found.setdefault(normal_label(label), address)
        return found

    def _write_footnotes(self) -> None:
        """Bring references and definitions of footnotes together."""
        unused = dict(self._defined)
        for label, at in self._references:
            unused.pop(label, None)
            place = Span(at, at)
            self.draft.footnotes.append(Footnote(label, place, self._defined.get(label)))
        for label, definition in unused.items():
            self.draft.footnotes.append(Footnote(label, None, definition))
