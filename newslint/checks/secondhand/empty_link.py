"""Links that lead nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from newslint.article import BlockKind
from newslint.checks import _standards as standards
from newslint.checks._support import is_code, is_placeholder, prose
from newslint.checks._wrong_addresses import link_place
from newslint.finding import Problem, Severity
from newslint.language.lazy_regex import LazyRegex
from newslint.reading import Reading
from newslint.rule import Example, Rule
from newslint.span import Span

_NO_SUCH_PLACE = "This page has no such place to lead to: give the link its address, or drop it."
_NO_WORDS = "This link has no words to follow it by: give it some, or drop it."
_WHERE = "“%s” does not say where the link leads: link the words that do."
_BARE = "“%s” is an address written out: link the words that say what it holds."
_WRITTEN_OUT = LazyRegex(r"(?<![\w/.@])(?:https?://|www\.)[\w-]+\.[^\s<>()\[\]{}]*[\w/]")
_ALONE = LazyRegex(r"(?:[\w ]{1,40}:)?[\s<]*")  # before an embedded address
_SAYS_NOTHING = frozenset(
    {"here", "click here", "read here", "see here", "this", "this link", "link", "click"}
    | {"this page", "this site", "this website", "more", "read more", "see more", "find out more"}
)
_ID = LazyRegex(r"""(?:\b(?:id|name)\s*=\s*["']?|\{#)(?P<id>[\w:.-]+)""", re.IGNORECASE)
_PLAIN = LazyRegex(r"[a-z][\w-]{2,}")
_BACK = LazyRegex(r"\b(?:back|begin|head|return|start|top|up)|[↑^▲]", re.IGNORECASE)
_NOTE = LazyRegex(r"(?:fn|note|ref|cite|footnote|_ftn|sdfootnote)\w*[-:]?\w*")
# Places that the site's own pages add round an article.
_OF_THE_SITE = frozenset(
    {"article", "body", "bottom", "comment", "comments", "content", "contents", "disqus_thread"}
    | {"footer", "header", "home", "main", "main-content", "menu", "nav", "respond", "search"}
    | {"share", "skip", "sidebar", "toc", "top"}
)


class EmptyLink(Rule):
    """Give every link an address.

    A link promises readers that they can see for themselves. An address that was never
    filled in breaks the promise, and takes the credit from whoever was meant to be linked. So
    does one to a place ("#donate") that the page has not. A link that says no more than "here",
    or an address written out in the text, leaves them guessing, those most who hear the page
    read out.
    """

    id: str = "secondhand.empty-link"
    message: str = "This link leads nowhere: give its address, or drop it."
    severity: Severity = Severity.WARNING

    exact: ClassVar[str] = "the address is empty or no address"
    examples: ClassVar[tuple[Example, ...]] = (
        Example("The herald [[[*reported*](#)]] the fire on Tuesday."),
        Example('<p>The herald [[<a href="">reported</a>]] the fire.</p>', path="example.html"),
        Example("The herald [reported](https://herald.example/fire) the fire on Tuesday."),
        Example("The fund is open to [[[*gifts*](#donate)]]."),
        Example(
            "The table [below](#the-fires) lists every fire.\n\n## The fires\n\nThere were two."
        ),
        Example("The herald reported the fire.[[[](https://herald.example/fire)]]"),
        Example(
            'The herald\'s report is <a href="https://herald.example/fire">[[here]]</a>.',
            path="example.html",
        ),
        Example("Read what [others say](#comments)."),
        Example("The herald's report is at [[https://herald.example/fire]]."),
        Example("The herald's report is at https://herald.example/fire.", path="example.txt"),
        Example("[![The fire](fire.jpg)](https://herald.example/fire)"),
    )
    standards: ClassVar[tuple[str, ...]] = (standards.WASHINGTON_POST,)

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield the links without an address, or without words to follow it by."""
        article = reading.article
        places = _places(reading)
        for link in article.links:
            words = " ".join(link.text.cut(reading.text).split())
            if is_placeholder(link.url):
                yield self.problem(link_place(link, reading.article), in_source=True)
            elif _is_missing(link.url, words, places):
                yield self.problem(
                    link_place(link, reading.article), message=_NO_SUCH_PLACE, in_source=True
                )
            elif link.span.cut(article.source).startswith("[]("):
                yield self.problem(link.span, message=_NO_WORDS, in_source=True)
            elif words.casefold() in _SAYS_NOTHING and not link.url.startswith("tel:"):
                yield self.problem(
                    link.text,
                    message=_WHERE % words,
                    at_most=Severity.SUGGESTION,
                )
        if article.format == "text":  # which has no other way to give an address
            return
        for _, block in prose(reading):
            if block.kind is BlockKind.LIST_ITEM:  # "The portal: https://"
                continue
            for match in _WRITTEN_OUT.finditer(reading.text, block.span.start, block.span.end):
                place = Span(*match.span())
                alone = _ALONE.fullmatch(reading.text, block.span.start, place.start)
                if alone is None and not is_code(reading, place) and _is_plain(reading, place):
                    yield self.problem(place, message=_BARE % match[0], at_most=Severity.SUGGESTION)


def _is_plain(reading: Reading, place: Span) -> bool:
    """Return whether the address is no link's, or itself all the words of one."""
    return all(
        " ".join(link.text.cut(reading.text).split()) == place.cut(reading.text)
        and not is_placeholder(link.url)
        for link in reading.article.links
        if link.text.overlaps(place)
    )


def _places(reading: Reading) -> frozenset[str]:
    """Return the names of the places of this page: its ids and the slugs of its headings."""
    named = {m["id"].lower() for m in _ID.finditer(reading.article.source)}
    headings = {
        _slug(block.span.cut(reading.text))
        for block in reading.blocks
        if block.kind in {BlockKind.HEADING, BlockKind.HEADLINE}
    }
    return frozenset(named | headings)


def _is_missing(url: str, words: str, places: frozenset[str]) -> bool:
    """Return whether a link leads to a place of this page, by a plain word, that it has not."""
    place = url.strip().removeprefix("#").lower()
    if place == "top" and not _BACK.search(words):
        return True
    if not url.strip().startswith("#") or not _PLAIN.fullmatch(place) or place in _OF_THE_SITE:
        return False
    return place not in places and not _NOTE.match(place)


def _slug(heading: str) -> str:
    kept = "".join(c for c in heading.lower() if c.isalnum() or c in " -_")
    return "-".join(kept.split())
