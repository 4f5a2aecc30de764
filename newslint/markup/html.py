"""Reads HTML: whole pages, fragments, and the HTML inside Markdown."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newslint.article import BlockKind, Field, FrontMatter, InlineKind, ParseNote
from newslint.markup.draft import Draft, Mark, Place
from newslint.markup.figures import Figure
from newslint.markup.html_tokens import (
    Attribute,
    Token,
    references,
    split_spaces,
    tokens,
    unescape_safely,
)
from newslint.markup.outline import Outline, element_names
from newslint.markup.passage import Passage, Tag
from newslint.markup.tag_text import Prose, plain_prose, write_tag
from newslint.span import Span, hull

_MARKS = {
    "emphasis": InlineKind.EMPHASIS,
    "strong": InlineKind.STRONG,
    "code": InlineKind.CODE,
    "quote": InlineKind.QUOTE,
}
#: Elements whose class may say what they hold.
_PLACES = {
    "standfirst": BlockKind.SUMMARY,
    "credit": BlockKind.CREDIT,
    "caption": BlockKind.CAPTION,
}
_H1 = re.compile(r"<h1[\s>]", re.IGNORECASE)
_CLASS = re.compile(r"\sclass\s*=\s*(?:\"([^\"<>]*)\"|'([^'<>]*)')", re.IGNORECASE)


def read_html(draft: Draft, passage: Passage) -> FrontMatter | None:
    """Read a page or fragment into `draft`; return its metadata as front matter."""
    outline = Outline(draft)
    reader = HtmlReader(draft, outline, passage)
    reader.page = True
    reader.title_wanted = draft.headline_wanted and _H1.search(passage.masked) is None
    reader.summary_wanted = not any(
        block.kind is BlockKind.SUMMARY for block in draft.blocks
    ) and not _has_class(passage.masked, element_names("standfirst"))
    reader.feed(passage.masked, 0)
    reader.finish()
    if not reader.fields:
        return None
    spans = [s for field in reader.fields for s in (field.span, field.key_span)]
    return FrontMatter("html", hull(spans), tuple(reader.fields))


def _has_class(text: str, names: frozenset[str]) -> bool:
    return any(
        not names.isdisjoint((match.group(1) or match.group(2) or "").lower().split())
        for match in _CLASS.finditer(text)
    )


class HtmlReader:
    """Feeds HTML to a draft, piece by piece; open elements are remembered in between."""

    def __init__(
        self, draft: Draft, outline: Outline, passage: Passage, prose: Prose = plain_prose
    ) -> None:
        """Read stretches of `passage` into `draft`, structured by `outline`."""
        self.draft = draft
        self.outline = outline
        self.passage = passage
        self.prose = prose
        self.fields: list[Field] = []
        self.page = self.title_wanted = self.summary_wanted = False
        self._marks = {
            name: kind for group, kind in _MARKS.items() for name in element_names(group)
        }
        self._void = element_names("void")
        self._classes = {k: element_names(group) for group, k in _PLACES.items()}
        self._after_break = False
        self._skip_start = 0
        self._gaps: Sequence[tuple[int, int]] = ()

    def feed(self, text: str, base: int, gaps: Sequence[tuple[int, int]] = ()) -> None:
        """Read `text`, which lies at offset `base` of the passage.

        `gaps` are the stretches of the passage that `text` has blanked: no part of it.
        """
        self._gaps = gaps
        for token in tokens(text):
            start, end = token.start + base, token.end + base
            match token.kind:
                case "text":
                    self.text(start, end)
                case "comment":
                    self._comment(start, end, closed=token.closed)
                case "start":
                    self._start_tag(token, base)
                case "end":
                    self._end_tag(token.name, end)
                case _:
                    pass

    def finish(self) -> None:
        """Note an element that hides the rest of the file because it never ends."""
        name = self.outline.unclosed()
        if name is not None:
            self.draft.notes.append(
                ParseNote(
                    f"<{name}> is never closed: what follows it was not read.",
                    f"Add </{name}> where it ends.",
                    self.passage.span(self._skip_start, self._skip_start),
                )
            )

    def text(self, start: int, end: int) -> None:
        """Write the character data between two offsets of the passage."""
        if self.outline.skipping:
            return
        for first, last in self._gaps:
            if start <= first and last <= end:
                self._stretch(start, first)
                self.draft.space(self.passage.span(first, last))
                start = last
        self._stretch(start, end)

    def _stretch(self, start: int, end: int) -> None:
        for piece in self.passage.pieces(start, end):
            if isinstance(piece, Tag):
                write_tag(self.draft, self.passage, piece, self.prose)
                continue
            for text, at, stop in references(self.passage.text, *piece):
                if stop - at != len(text):
                    self._after_break = False
                    self.draft.text(text, self.passage.span(at, stop))
                else:
                    self._characters(text, at)

    def _characters(self, text: str, at: int) -> None:
        """Write text without references, its white space collapsed."""
        if self._after_break and not text.isspace():
            self._after_break = False
        for start, end, is_space in split_spaces(text):
            span = self.passage.span(at + start, at + end)
            if is_space:
                self.draft.space(span)
            else:
                self.draft.text(text[start:end], span)

    def _comment(self, start: int, end: int, *, closed: bool) -> None:
        span = self.passage.span(start, end)
        text = self.passage.text[start + 4 : max(start + 4, end - 3 * closed)]
        self.draft.comment(text.strip(), span)
        if not closed:
            self.draft.notes.append(
                ParseNote(
                    "A comment is never closed: what follows it was not read.",
                    "Add --> where the comment ends.",
                    self.passage.span(start, start + 4),
                )
            )

    def _start_tag(self, token: Token, base: int) -> None:
        name = token.name
        if self.page:
            self._metadata(token, base)
        if name == "br":
            self._break(token, base)
            return
        self._after_break = False
        if name in self._void:
            if name == "img" and not self.outline.skipping:
                self._picture(token, base)
            elif name == "hr":
                self.draft.close()
            return
        was_skipping = self.outline.skipping
        self.outline.start(name, place=self._place(token), skip=self._hidden(token))
        if self.outline.skipping:
            if not was_skipping:
                self._skip_start = token.start + base
            return
        if kind := self._marks.get(name):
            self.draft.begin(Mark(name, kind))
        elif name == "a":
            self._link(token, base)

    def _end_tag(self, name: str, end: int) -> None:
        self._after_break = False
        if name in self._marks or name == "a":
            self.draft.end(name, self.passage.span(end, end).start)
        if name == "p" and not self.outline.inside("p"):
            self.draft.close()
        self.outline.end(name)

    def _break(self, token: Token, base: int) -> None:
        """A line break is a space; two of them part paragraphs."""
        if self.outline.skipping:
            return
        if self._after_break:
            self.draft.close()
        else:
            self.draft.space(self.passage.span(token.start + base, token.end + base))
        self._after_break = True

    def _hidden(self, token: Token) -> bool:
        """Return whether a reader of the page does not see this element as prose."""
        if token.name == "title":
            return not (self.page and self.title_wanted)
        if token.name == "footer" and self.page:
            return not self.outline.inside("article", "blockquote", "section", "figure")
        role = token.get("role")
        return token.get("hidden") is not None or (
            role is not None and role.value.strip().lower() in ("navigation", "search")
        )

    def _place(self, token: Token) -> Place | None:
        """Return the kind of block that an element's class names, if it does."""
        if token.name == "title":
            return Place(BlockKind.HEADLINE, key="title")
        classes = token.get("class")
        if classes is None or token.name in ("body", "html", "article", "main", "section", "img"):
            return None
        names = classes.value.lower().split()
        for kind, known in self._classes.items():
            if not known.isdisjoint(names):
                return Place(kind)
        return None

    def _link(self, token: Token, base: int) -> None:
        address = token.get("href")
        if address is None:
            return
        url, span = self._address(address, base)
        self.draft.end("a", self.passage.span(token.start + base, token.start + base).start)
        start = self.passage.span(token.start + base, token.end + base).start
        self.draft.begin(Mark("a", url=url, url_span=span, source_start=start))

    def _address(self, attribute: Attribute, base: int) -> tuple[str, Span]:
        """Return the address that an attribute gives, and its place."""
        start, end = attribute.start + base, attribute.end + base
        written = self.passage.text[start:end]
        lead = len(written) - len(written.lstrip())
        stop = max(lead, len(written.rstrip()))
        url = unescape_safely(written[lead:stop])
        return url, self.passage.span(start + lead, start + stop)

    def _picture(self, token: Token, base: int) -> None:
        alt, source = token.get("alt"), token.get("src") or token.get("data-src")
        url, url_span = self._address(source, base) if source else ("", None)
        span = self.passage.span(token.start + base, token.end + base)
        figure = Figure(url, span, self.draft.next_block, url_span)
        if alt is not None:
            figure.alt = self.block(Place(BlockKind.ALT), alt.start + base, alt.end + base)
            if figure.alt is None:
                # Said to be decorative: not the same as saying nothing.
                figure.alt = Span(self.draft.here, self.draft.here)
        figure.after = self.draft.next_block
        self.draft.figures.append(figure)

    def block(self, place: Place, start: int, end: int) -> Span | None:
        """Write an attribute's value as a block of its own; return its span in the text."""
        if not self.passage.text[start:end].strip():
            return None
        self.draft.close()
        before, count = self.draft.place, len(self.draft.blocks)
        self.draft.place = place
        self.text(start, end)
        self.draft.close()
        self.draft.place = before
        return self.draft.blocks[-1].span if len(self.draft.blocks) > count else None

    def _metadata(self, token: Token, base: int) -> None:
        """Keep what a page says of itself: author, dates, description, language."""
        if token.name == "meta":
            key = token.get("name") or token.get("property") or token.get("itemprop")
            value = token.get("content")
        elif token.name == "time":
            key = value = token.get("datetime")
        elif token.name == "html":
            key = value = token.get("lang")
        elif token.name == "link":
            rel = token.get("rel")
            canonical = rel is not None and rel.value.lower().strip() == "canonical"
            key, value = rel, token.get("href") if canonical else None
        else:
            return
        if key is None or value is None:
            return
        names = {"time": "time", "html": "lang", "link": "canonical"}
        name = names.get(token.name) or key.value.strip()
        written, span = self._address(value, base)
        self.fields.append(
            Field(name, written, span, self.passage.span(key.start + base, key.end + base))
        )
        if (
            self.summary_wanted
            and token.name == "meta"
            and name.lower() in element_names("meta_summary")
        ):
            place = Place(BlockKind.SUMMARY, key=name)
            self.summary_wanted = self.block(place, value.start + base, value.end + base) is None
