"""What template tags leave in the text: nothing, one character, or a picture's words."""

from __future__ import annotations

from collections.abc import Callable

from newslint.article import BlockKind
from newslint.markup.draft import Draft, Place
from newslint.markup.figures import Figure
from newslint.markup.passage import Passage, Tag
from newslint.markup.templates import known
from newslint.span import Span

#: Writes running text that was found in an attribute.
Prose = Callable[[Draft, Passage], None]


def plain_prose(draft: Draft, passage: Passage) -> None:
    """Write the text of `passage` as it is."""
    for start, end in passage.stretches(0, len(passage.text)):
        draft.text(passage.text[start:end], passage.span(start, end))


def write_tag(draft: Draft, passage: Passage, tag: Tag, prose: Prose = plain_prose) -> None:
    """Write what `tag` leaves in the text."""
    span = passage.span(tag.start, tag.end)
    if tag.block:
        draft.close()
    if tag.comment:
        inner = passage.text[tag.start : tag.end].strip("{}#/*% \t\r\n")
        draft.comment(inner, span)
    elif tag.arguments:
        _write_picture(draft, passage, tag, prose)
    elif tag.shown and not tag.block:
        draft.placeholder(span)


def _write_picture(draft: Draft, passage: Passage, tag: Tag, prose: Prose) -> None:
    """Write the description, caption and credit of a picture tag as blocks."""
    draft.close()
    before = draft.place
    figure = Figure("", passage.span(tag.start, tag.end), draft.next_block)
    for name, start, end in tag.arguments:
        kind = next((k for k in _KINDS if name in known(k)), None)
        if kind is not None:
            draft.place = Place(_KINDS[kind])
            count = len(draft.blocks)
            prose(draft, passage.part(start, end))
            draft.close()
            if len(draft.blocks) > count:
                setattr(figure, kind, draft.blocks[count].span)
            elif kind == "alt":
                figure.alt = Span(draft.here, draft.here)
        elif not figure.url and name in known("source"):
            figure.url = passage.text[start:end]
            figure.url_span = passage.span(start, end)
    draft.place = before
    figure.after = draft.next_block
    draft.figures.append(figure)


_KINDS = {"alt": BlockKind.ALT, "caption": BlockKind.CAPTION, "credit": BlockKind.CREDIT}
