"""Where a suppression may stand: the places to try for one, the best first.

A place is only a proposal. Whether the article stays what it was and the findings are
covered is found out by reading it anew (`newslint.suppression.writing`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newslint.article import Article, Block, BlockKind, FrontMatter
from newslint.finding import Finding
from newslint.reading import Reading
from newslint.span import Span
from newslint.suppression.directives import Terms
from newslint.suppression.wording import comment, flow_entry, toml_table, yaml_entry

_BREAK = re.compile(r"\r\n|\r|\n")
#: What stands before the text of a block: quotation marks, white space, list markers.
_LEAD = re.compile(r"(?:[ \t]*>)*[ \t]*((?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*)")
_TAGS = re.compile(r"[ \t]*(?:<[A-Za-z][^<>\r\n]*>[ \t]*)*")
_ITEM = re.compile(r"([ \t]*)- ")
_LIST = re.compile(r"ignore[\"']?\s*[:=]\s*\[")


class Insertion(NamedTuple):
    """Characters to put in at an offset of the source."""

    at: int
    text: str


#: Insertions that belong together, in source order.
Proposal = tuple[Insertion, ...]


def near(
    reading: Reading, block: Block | None, findings: Sequence[Finding], terms: Terms
) -> Iterator[Proposal]:
    """Yield comments that cover `findings` and little else.

    All findings are in `block`, or, without one, in markup between blocks: there a comment
    above the first of them covers what comes before the end of the next block.
    """
    article = reading.article
    if article.format == "text":
        return
    rules = sorted({finding.rule for finding in findings})
    written = comment("ignore", rules, terms, mdx=is_mdx(article))
    at = min(finding.span.start for finding in findings)
    if block is None:
        around = next((c.span for c in article.comments if c.span.start <= at < c.span.end), None)
        yield above(article, around.start if around else at, written)
        return
    start = article.source_map.to_source(block.span).start
    yield above(article, start, written)
    if article.format == "html":
        yield (Insertion(start, written),)
    if block.kind is not BlockKind.ALT:
        yield tuple(_after_sentences(reading, block, findings, terms))


def whole_file(article: Article, findings: Sequence[Finding], terms: Terms) -> Iterator[Proposal]:
    """Yield suppressions for the whole file: in its front matter, else in a comment.

    Plain text has no comments: it is given front matter.
    """
    rules = sorted({finding.rule for finding in findings})
    newline = newline_of(article.source)
    front = article.front_matter
    if front is not None and front.format in ("yaml", "toml", "json"):
        yield from _in_front_matter(article, front, rules, terms, newline)
    if article.format == "text":
        if front is None:
            entry = yaml_entry(rules, terms, "    ", newline)
            head = f"---{newline}newslint:{newline}  ignore:{newline}{entry}---{newline}{newline}"
            yield (Insertion(0, head),)
        return
    written = comment("ignore-file", rules, terms, mdx=is_mdx(article))
    for block in article.blocks:
        if block.key is None:
            start = article.source_map.to_source(block.span).start
            yield above(article, start, written)
            if article.format == "html":
                yield (Insertion(start, written),)
            break
    source = article.source
    gap = "" if not source or source.endswith(("\n", "\r")) else newline
    yield (Insertion(len(source), f"{gap}{newline}{written}{newline}"),)


def above(article: Article, at: int, written: str) -> Proposal:
    """Return a comment on a line of its own above the line that holds the offset `at`.

    The first line of a list item keeps its marker: the comment comes between that and the
    text. In MDX a comment is a paragraph of its own.
    """
    source = article.source
    newline = newline_of(source)
    line = _line_start(source, at)
    pattern = _TAGS if article.format == "html" else _LEAD
    lead = pattern.match(source, line, at)
    whole, marker = (lead[0], lead[1] if lead.re is _LEAD else "") if lead else ("", "")
    if article.format == "html":
        indent = whole[: len(whole) - len(whole.lstrip(" \t"))]
        return (Insertion(line, f"{indent}{written}{newline}"),)
    if marker:
        hanging = whole[: -len(marker)] + re.sub(r"[^ \t]", " ", marker)
        return (Insertion(line + len(whole), f"{written}{newline}{hanging}"),)
    if not is_mdx(article):
        return (Insertion(line, f"{whole}{written}{newline}"),)
    blank = whole.rstrip() + newline
    before = source[_line_start(source, max(line - 1, 0)) : line].strip("\r\n >\t")
    gap = blank if before else ""
    return (Insertion(line, f"{gap}{whole}{written}{newline}{blank}"),)


def is_mdx(article: Article) -> bool:
    """Return whether comments are written `{/* so */}`."""
    return article.format == "markdown" and article.path.lower().endswith(".mdx")


def newline_of(source: str) -> str:
    """Return the first line break of a source, or LF."""
    found = _BREAK.search(source)
    return found[0] if found else "\n"


def _after_sentences(
    reading: Reading, block: Block, findings: Sequence[Finding], terms: Terms
) -> Iterator[Insertion]:
    """Yield a comment at the end of each sentence in which a finding begins."""
    article = reading.article
    rules: dict[int, set[str]] = {}
    for finding in findings:
        end = _sentence_end(reading, block, finding.span)
        rules.setdefault(article.source_map.to_source(end).end, set()).add(finding.rule)
    for at, names in sorted(rules.items()):
        yield Insertion(at, " " + comment("ignore", sorted(names), terms, mdx=is_mdx(article)))


def _sentence_end(reading: Reading, block: Block, span: Span) -> Span:
    """Return the last character (text coordinates) of the sentence where `span` begins."""
    article = reading.article
    sentences = reading.sentences_of(article.blocks.index(block))
    for sentence in sentences:
        if article.source_map.to_source(sentence.span).end > span.start:
            return Span(sentence.span.end - 1, sentence.span.end)
    return Span(block.span.end - 1, block.span.end)


def _in_front_matter(
    article: Article, front: FrontMatter, rules: Sequence[str], terms: Terms, newline: str
) -> Iterator[Proposal]:
    """Yield an entry in the list of suppressions there is, or else a new list."""
    source = article.source
    ours = front.all("newslint")
    if ours:
        entry = flow_entry(rules, terms, toml=front.format == "toml")
        listed = _LIST.search(source, ours[0].key_span.start - 40, front.span.end)
        line = _line_start(source, ours[0].span.start)
        item = _ITEM.match(source, line)
        if item and front.format == "yaml":
            yield (Insertion(line, yaml_entry(rules, terms, item[1], newline)),)
        elif listed:
            yield (Insertion(listed.end(), f"{entry}, "),)
    if front.format == "json":
        end = source.rindex("}", front.span.start, front.span.end)
        body = len(source[:end].rstrip())
        comma = "" if source[body - 1] == "{" else ","
        entry = flow_entry(rules, terms)
        yield (Insertion(body, f'{comma}{newline}  "newslint": {{"ignore": [{entry}]}}'),)
        return
    close = _line_start(source, len(source[: front.span.end].rstrip()))
    if front.format == "toml":
        yield (Insertion(close, toml_table(rules, terms, newline)),)
    elif not ours:
        entry = yaml_entry(rules, terms, "    ", newline)
        yield (Insertion(close, f"newslint:{newline}  ignore:{newline}{entry}"),)


def _line_start(source: str, at: int) -> int:
    return max(source.rfind("\n", 0, at), source.rfind("\r", 0, at)) + 1
