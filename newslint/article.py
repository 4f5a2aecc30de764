"""An article: its text and its structure, whatever file format it came in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from newslint.source_map import SourceMap
from newslint.span import Span


class BlockKind(StrEnum):
    """What a block of text is; names follow Vale's scopes where those exist."""

    HEADLINE = "headline"
    SUMMARY = "summary"  # standfirst, excerpt, description
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    QUOTE = "quote"  # a block quotation
    CELL = "cell"
    CAPTION = "caption"
    ALT = "alt"
    CREDIT = "credit"
    FOOTNOTE = "footnote"


#: The kinds of block that hold the running text of a story.
BODY_KINDS = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.QUOTE})


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of text that is read on its own: the unit of linguistic analysis.

    `span` is in text coordinates. Blocks are in reading order, never overlap, never
    nest, and are not empty. `level` is a heading's depth (1 to 6), or how deep a list
    item or block quotation is nested (from 1), otherwise 0. `key` names the front-matter
    key that the block came from, or None for the body.
    """

    kind: BlockKind
    span: Span
    level: int = 0
    key: str | None = None

    @property
    def is_body(self) -> bool:
        """Whether the block is running text of the story."""
        return self.kind in BODY_KINDS


class InlineKind(StrEnum):
    """What a marked-up run inside a block is."""

    CODE = "code"
    EMPHASIS = "emphasis"
    STRONG = "strong"
    QUOTE = "quote"  # <q> in HTML
    PLACEHOLDER = "placeholder"  # stands for a template tag
    URL = "url"  # a bare address shown as text


@dataclass(frozen=True, slots=True)
class Inline:
    """A marked-up run inside a block, in text coordinates."""

    kind: InlineKind
    span: Span


@dataclass(frozen=True, slots=True)
class Link:
    """A hyperlink. `text` is in text coordinates, `span` and `url_span` in the source.

    `url_span` is None where the address is written elsewhere and could not be found.
    """

    text: Span
    url: str
    span: Span
    url_span: Span | None = None


@dataclass(frozen=True, slots=True)
class Image:
    """A picture. `alt` and `caption` are text coordinates, `span` and `url_span` source."""

    url: str
    span: Span
    url_span: Span | None = None
    alt: Span | None = None
    caption: Span | None = None
    credit: Span | None = None


@dataclass(frozen=True, slots=True)
class Footnote:
    """A footnote: `reference` and `definition` in text coordinates, either may be missing.

    `reference` is an empty span at the place of the mark.
    """

    label: str
    reference: Span | None
    definition: Span | None


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment in the markup; `span` is in the source and includes the delimiters.

    `at` is the text offset at which it stands. `inline` says it stands inside a block
    rather than between blocks.
    """

    text: str
    span: Span
    at: int
    inline: bool


@dataclass(frozen=True, slots=True)
class Field:
    """One scalar of the front matter.

    `key` is its path, dotted (`image.caption`, `authors.0`); `value` the text as written,
    unquoted; `span` the value in the source without quotation marks, `key_span` its key.
    """

    key: str
    value: str
    span: Span
    key_span: Span


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The metadata that precedes an article. `span` is in the source, fences included."""

    format: str  # yaml, toml, json, or html for the metadata of a page
    span: Span
    fields: tuple[Field, ...] = ()

    def get(self, *keys: str) -> Field | None:
        """Return the first field, in the order of `keys`, that is present and not blank.

        Keys are compared without regard to case; a key that holds a list gives its
        first item.
        """
        for key in keys:
            wanted = key.lower()
            for entry in self.fields:
                name = entry.key.lower()
                if name in (wanted, wanted + ".0") and entry.value.strip():
                    return entry
        return None

    def all(self, key: str) -> tuple[Field, ...]:
        """Return the field at `key` and every field below it (`tags`, `tags.0`, ...)."""
        wanted = key.lower()
        return tuple(
            f
            for f in self.fields
            if f.key.lower() == wanted or f.key.lower().startswith(wanted + ".")
        )


@dataclass(frozen=True, slots=True)
class ParseNote:
    """Something in the file that could not be read as meant, and what to do about it."""

    message: str
    hint: str
    span: Span  # source coordinates


@dataclass(frozen=True)
class Article:
    """A source file, read once: text, structure, and the way back to the source.

    `source` is the decoded file, newlines untouched, without a leading byte order mark.
    `text` is the prose: blocks joined by blank lines, markup gone.
    `format` is `markdown`, `html` or `text`.
    `notes` lists what could not be read (broken front matter); the rest is still there.
    `keys` are the front-matter keys of this site, by role (`MarkupOptions`).
    """

    path: str
    format: str
    source: str
    text: str
    source_map: SourceMap
    blocks: tuple[Block, ...] = ()
    inlines: tuple[Inline, ...] = ()
    links: tuple[Link, ...] = ()
    images: tuple[Image, ...] = ()
    footnotes: tuple[Footnote, ...] = ()
    comments: tuple[Comment, ...] = ()
    front_matter: FrontMatter | None = None
    notes: tuple[ParseNote, ...] = ()
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict, compare=False, repr=False)

    def field_for(self, role: str) -> Field | None:
        """Return the front-matter field that plays `role` (`author`, `embargo`) on this site.

        A field that is blank, or a list of tables, does not count.
        """
        return self.front_matter.get(*self.keys.get(role, ())) if self.front_matter else None

    def first(self, *kinds: BlockKind) -> Block | None:
        """Return the first block of any of these kinds, in reading order."""
        return next((b for b in self.blocks if b.kind in kinds), None)

    @property
    def headline(self) -> Block | None:
        """The headline: from the front matter, else the first heading of level 1."""
        return self.first(BlockKind.HEADLINE)

    def block_at(self, offset: int) -> Block | None:
        """Return the block that holds the text character at `offset`."""
        low, high = 0, len(self.blocks)
        while low < high:
            middle = (low + high) // 2
            if self.blocks[middle].span.end <= offset:
                low = middle + 1
            else:
                high = middle
        if low < len(self.blocks) and self.blocks[low].span.start <= offset:
            return self.blocks[low]
        return None
