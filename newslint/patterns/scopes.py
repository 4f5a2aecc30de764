"""Scopes: which parts of an article a pattern looks at, in Vale's words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from newslint.article import BlockKind
from newslint.reading import Reading
from newslint.span import Span

_NAMES: dict[BlockKind, tuple[str, ...]] = {
    BlockKind.HEADLINE: ("headline", "title", "heading", "heading.h1"),
    BlockKind.SUMMARY: ("summary",),
    BlockKind.HEADING: ("heading",),
    BlockKind.PARAGRAPH: ("paragraph",),
    BlockKind.LIST_ITEM: ("list",),
    BlockKind.QUOTE: ("blockquote",),
    BlockKind.CELL: ("table", "table.cell"),
    BlockKind.CAPTION: ("caption", "figure.caption", "table.caption"),
    BlockKind.ALT: ("alt",),
    BlockKind.CREDIT: ("credit",),
    BlockKind.FOOTNOTE: ("footnote",),
}

#: Every scope a rule may name.
SCOPES = frozenset(
    {"text", "sentence", "quotation", "raw"}
    | {name for names in _NAMES.values() for name in names}
    | {f"heading.h{level}" for level in range(1, 7)}
)


@dataclass(frozen=True, slots=True)
class Unit:
    """A stretch that a pattern is matched against on its own.

    `start` is where `text` begins: in the article's text, or in the source file for the
    scope `raw` (`in_source`).
    """

    text: str
    start: int
    in_source: bool = False

    def span(self, start: int, end: int) -> Span:
        """Return the article or source span of `text[start:end]`."""
        return Span(self.start + start, self.start + end)


@cache
def parse_selector(selector: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return the scopes that `selector` asks for and those that it excludes.

    `heading & ~heading.h1` gives `({"heading"}, {"heading.h1"})`.

    Raises:
        ValueError: if a scope is unknown.
    """
    wanted: set[str] = set()
    excluded: set[str] = set()
    for part in selector.split("&"):
        name = part.strip()
        target = excluded if name.startswith("~") else wanted
        name = name.removeprefix("~").strip()
        if name not in SCOPES:
            raise ValueError(f"unknown scope {name!r}; choose from {', '.join(sorted(SCOPES))}")
        target.add(name)
    return frozenset(wanted), frozenset(excluded)


@cache
def scopes_of(kind: BlockKind, level: int) -> frozenset[str]:
    """Return every scope that a block of this kind and level belongs to."""
    names = {"text", *_NAMES[kind]}
    if kind is BlockKind.HEADING:
        names.add(f"heading.h{level}")
    return frozenset(names)


def units(
    reading: Reading,
    selectors: tuple[str, ...],
    quotations: bool,
    worth: Callable[[Span], bool] = lambda _: True,
) -> Iterator[Unit]:
    """Yield the stretches that any of `selectors` takes in, in reading order.

    Block quotations are others' words: without `quotations` they are left out unless a
    selector names them. A block whose span is not `worth` a look is left out as well.
    """
    parsed = [parse_selector(selector) for selector in selectors]
    if any("raw" in wanted for wanted, _ in parsed):
        yield Unit(reading.article.source, 0, in_source=True)
    for index, block in enumerate(reading.blocks):
        if not worth(block.span):
            continue
        names = scopes_of(block.kind, block.level)
        if block.kind is BlockKind.QUOTE and not quotations:
            names = names - {"text"}
        for wanted, excluded in parsed:
            if names & excluded:
                continue
            if "sentence" in wanted:
                fits = block.is_body or block.kind is BlockKind.SUMMARY
                if names >= wanted - {"sentence"} and fits and "text" in names:
                    for sentence in reading.sentences_of(index):
                        yield Unit(sentence.span.cut(reading.text), sentence.span.start)
                    break
            elif "quotation" in wanted:
                if names >= wanted - {"quotation"}:
                    for q in reading.quotations.outer:
                        if q.block == index and len(q.inner):
                            yield Unit(q.inner.cut(reading.text), q.inner.start)
                    break
            elif names >= wanted - {"raw"} and "raw" not in wanted and (wanted or "text" in names):
                yield Unit(block.span.cut(reading.text), block.span.start)
                break
