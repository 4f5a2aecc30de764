"""Where in an article's structure the reader is: open elements, and what blocks they make.

HTML and Markdown share this: a Markdown list item is an `li`, a block quotation a `blockquote`.
"""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from newslint.article import BlockKind
from newslint.markup.draft import Draft, Place
from newslint.vocabulary import load, words

#: Elements nested deeper than this are read as if they were not there.
_MAX_DEPTH = 256

#: Kinds that stay whatever is nested inside.
_STICKY = frozenset({BlockKind.FOOTNOTE, BlockKind.CAPTION, BlockKind.CREDIT, BlockKind.SUMMARY})


def element_names(group: str) -> frozenset[str]:
    """Return a group of element or class names of the HTML vocabulary."""
    return words("newslint.markup", "html.yml", group)


def _closes() -> dict[str, frozenset[str]]:
    data = load("newslint.markup", "html.yml")
    table = data["closes"] if isinstance(data, dict) else {}
    names = [str(name) for name in table]
    return {name: words("newslint.markup", "html.yml", "closes", name) for name in names}


class _Element(NamedTuple):
    """An open element. `fixed` ones are Markdown's: no HTML end tag may close them."""

    name: str
    place: Place
    skip: bool
    fixed: bool


class Outline:
    """The stack of open elements over a draft."""

    def __init__(self, draft: Draft) -> None:
        """Start at the top of an article's body."""
        self.draft = draft
        self._stack = [_Element("", draft.place, skip=False, fixed=True)]
        self._open: Counter[str] = Counter()
        self._block = element_names("block")
        self._skip = element_names("skip")
        self._limits = element_names("limits")
        self._within = element_names("within_paragraph")
        self._closes = _closes()

    @property
    def skipping(self) -> bool:
        """Whether what comes next is not prose."""
        return self._stack[-1].skip

    @property
    def depth(self) -> int:
        """How many elements are open."""
        return len(self._stack)

    def inside(self, *names: str) -> bool:
        """Return whether an element of one of these names is open."""
        return any(self._open[name] for name in names)

    def start(
        self,
        name: str,
        *,
        place: Place | None = None,
        skip: bool = False,
        fixed: bool = False,
    ) -> None:
        """Open a block-level element; `place` overrides the kind of block it makes.

        An element that is not block-level, has no place and is not skipped is ignored.
        """
        block = name in self._block or place is not None
        skip = skip or name in self._skip or self.skipping
        if not (block or skip):
            return
        if block and name not in self._within:
            if not fixed:
                self._imply(name)
            self.draft.close()
        if len(self._stack) < _MAX_DEPTH:
            parent = self._stack[-1].place
            self._push(_Element(name, place or _place(name, parent), skip, fixed))

    def end(self, name: str) -> None:
        """Close the innermost open element of that name, and what is open inside it."""
        if not self._open[name]:
            return
        for index in range(len(self._stack) - 1, 0, -1):
            element = self._stack[index]
            if element.fixed:
                return
            if element.name == name:
                self.unwind(index)
                return

    def unwind(self, depth: int) -> None:
        """Close the elements opened since the stack was `depth` deep."""
        if len(self._stack) <= depth:
            return
        if any(e.name not in self._within for e in self._stack[depth:]):
            self.draft.close()
        for element in self._stack[depth:]:
            self._open[element.name] -= 1
        del self._stack[depth:]
        self._here()

    def unclosed(self) -> str | None:
        """Return the name of the outermost element whose content is being skipped."""
        return next((e.name for e in self._stack if e.skip), None)

    def _push(self, element: _Element) -> None:
        self._stack.append(element)
        self._open[element.name] += 1
        self._here()

    def _here(self) -> None:
        place = self._stack[-1].place
        if place.kind is BlockKind.HEADLINE and not self.draft.headline_wanted:
            place = Place(BlockKind.HEADING, 1)
        self.draft.place = place

    def _imply(self, name: str) -> None:
        """Close what the start of `name` ends without an end tag."""
        if self._stack[-1].name == "p" and not self._stack[-1].fixed:
            self.unwind(len(self._stack) - 1)
        group = self._closes.get(name)
        if group is None:
            return
        lowest = None
        for index in range(len(self._stack) - 1, 0, -1):
            element = self._stack[index]
            if element.fixed or element.name in self._limits:
                break
            if element.name in group:
                lowest = index
        if lowest is not None:
            self.unwind(lowest)


def _place(name: str, parent: Place) -> Place:
    """Return what kind of block an element makes inside a parent's."""
    if parent.kind in _STICKY:
        return parent
    match name:
        case "h1":
            return Place(BlockKind.HEADLINE, 1)
        case "h2" | "h3" | "h4" | "h5" | "h6":
            return Place(BlockKind.HEADING, int(name[1]))
        case "li" | "dt" | "dd":
            nested = parent.level if parent.kind is BlockKind.LIST_ITEM else 0
            return Place(BlockKind.LIST_ITEM, nested + 1)
        case "blockquote":
            nested = parent.level if parent.kind is BlockKind.QUOTE else 0
            return Place(BlockKind.QUOTE, nested + 1)
        case "td" | "th":
            return Place(BlockKind.CELL)
        case "figcaption" | "caption":
            return Place(BlockKind.CAPTION)
        case _:
            return parent
