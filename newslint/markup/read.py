"""The way in: a file's characters to an article that knows where each came from."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import PurePath
from typing import Literal

from newslint.article import Article
from newslint.markup.draft import Draft
from newslint.markup.front_matter import read_front_matter
from newslint.markup.options import DEFAULTS, MarkupOptions
from newslint.markup.passage import Passage
from newslint.markup.templates import find_tags
from newslint.span import Span

Format = Literal["markdown", "html", "text"]

_BY_SUFFIX: dict[str, Format] = {
    ".md": "markdown",
    ".markdown": "markdown",
    ".mdown": "markdown",
    ".mkd": "markdown",
    ".mdx": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
}
#: What shows that a file of no known format is Markdown.
_MARKDOWN = re.compile(
    r"!?\[[^\[\]\n]{0,500}\]\([^()\s]{1,2000}(?: \"[^\"\n]*\")?\)"
    r"|^#{1,6} \S"
    r"|^ {0,3}\[[^\[\]\n]{1,500}\]: *\S",
    re.MULTILINE,
)
_PAGE = re.compile(r"\s*<(?:!doctype html|html)\b", re.IGNORECASE)


def parse_article(
    source: str,
    path: str,
    *,
    options: MarkupOptions = DEFAULTS,
    format: str | None = None,  # noqa: A002  # the name users know it by
) -> Article:
    """Return the article that `source`, the decoded content of the file `path`, holds.

    Never raises for any text: what cannot be read is listed in the article's `notes`.
    A leading byte order mark is dropped and not counted in any offset. `format`
    (`markdown`, `html`, `text`) overrides what the file's name and content suggest.

    Raises:
        ValueError: if `format` is none of the three.
    """
    source = source.removeprefix("\ufeff")
    opening = read_front_matter(source)
    start, front = opening.end, opening.front
    body = source[start:]
    form = _format(format) if format else guess_format(body, path)
    draft = Draft(source)
    if opening.scalars:
        from newslint.markup.fields import write_fields

        write_fields(draft, opening.scalars, options, markdown=form == "markdown")
    if form == "markdown" and PurePath(path).suffix.lower() == ".mdx":
        from newslint.markup.mdx import find_mdx

        tags = find_mdx(body)
    else:
        tags = find_tags(body)
    passage = Passage(body, tags, lambda a, b: Span(start + a, start + b))
    if form == "markdown":  # the reader of each form is imported when there is such a file
        from newslint.markup.markdown import read_markdown

        read_markdown(draft, passage)
    elif form == "html":
        from newslint.markup.html import read_html

        metadata = read_html(draft, passage)
        front = front or metadata
    else:
        from newslint.markup.plain import read_plain

        read_plain(draft, passage, options.wrapped)
    article = draft.finish(path, form, front, opening.notes)
    return replace(article, keys=options.keys)


def guess_format(body: str, path: str) -> Format:
    """Return the format of a file by the end of its name, else by its content."""
    known = _BY_SUFFIX.get(PurePath(path).suffix.lower())
    if known is not None:
        return known
    if _PAGE.match(body):
        return "html"
    return "markdown" if _MARKDOWN.search(body) else "text"


def _format(name: str) -> Format:
    if name not in ("markdown", "html", "text"):
        raise ValueError(f"no such format: {name!r} (markdown, html or text)")
    return name  # type: ignore[return-value]  # narrowed by the test above
