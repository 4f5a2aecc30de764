"""The dateline: the place, and perhaps the day and the agency, that opens a story."""

from __future__ import annotations

from dataclasses import dataclass

from newslint.article import Article, BlockKind
from newslint.checks._houses import MONTH_PATTERN
from newslint.language.lazy_regex import LazyRegex
from newslint.span import Span

_PART = r"[A-Z][\w.’'-]{1,30}(?:[ /](?:[A-Z][\w.’'-]{1,30}|of|de|la|al|am|sur)){0,4}"
_DATELINE = LazyRegex(
    rf"(?P<city>{_PART})(?P<region>(?:,\s(?!{MONTH_PATTERN}\s\d){_PART}){{0,2}})"
    rf"(?:,?\s(?P<date>{MONTH_PATTERN}\s\d{{1,2}}|\d{{1,2}}\s{MONTH_PATTERN}))?(?:,\s\d{{4}})?"
    r"(?:,?\s\((?P<agency>[A-Z][\w ]{1,30})\))?"
    r"(?P<dash>\s?(?:—|–|--|-|:)\s)(?=[“\"‘']?[A-Z0-9])"
)
_FIRST = 3  # paragraphs, one of which may open with a dateline: a byline may stand before it


@dataclass(frozen=True, slots=True)
class Dateline:
    """A dateline in article text; `span` ends before the white space after the dash."""

    span: Span
    city: str
    region: str  # with the comma before it, or ""
    date: str | None
    agency: str | None
    dash: str


def dateline_of(article: Article) -> Dateline | None:
    """Return the dateline of a story, if it has one.

    A place counts only in capitals, or with a day or an agency behind it.
    """
    paragraphs = [b for b in article.blocks if b.kind is BlockKind.PARAGRAPH]
    for block in paragraphs[:_FIRST]:
        match = _DATELINE.match(block.span.cut(article.text)[:160])
        if match is None:
            continue
        city = match["city"]
        shouted = city.isupper() and len(city) > 3
        if not (shouted or match["agency"] or match["date"]):
            continue
        if ":" in match["dash"] and not (match["agency"] or match["date"]):
            continue  # "NOTE: the bridge is shut"
        start = block.span.start
        return Dateline(
            Span(start, start + len(match[0].rstrip())),
            city,
            match["region"] or "",
            match["date"],
            match["agency"],
            match["dash"].strip(),
        )
    return None
