"""structure.placeholder-link."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar
from urllib.parse import urlsplit

from newslint.article import InlineKind
from newslint.checks._support import is_placeholder
from newslint.finding import Problem, Severity
from newslint.reading import Reading
from newslint.rule import Example, Rule
from newslint.span import Span

# Hosts that no reader can reach. `.example` itself is left alone: manuals live by it.
_HOSTS = re.compile(
    r"(?:^|\.)(?:example\.(?:com|org|net)|localhost|yoursite\.com|yourdomain\.com|website\.com"
    r"|domain\.com|test\.com|staging\.[\w.-]+)$|^(?:127\.0\.0\.1|0\.0\.0\.0|staging)(?:\.|$)"
)
_WORDS = re.compile(
    r"(?:^|[/._-])(?:todo|tbd|tbc|tk|tktk|xxx+|url|link|add[-_ ]?link|placeholder|lorem|fixme"
    r"|(?:insert|your)[-_ ]?(?:link|url)|(?:link|url)[-_ ]here|link[-_ ]to[-_ ]\w+)"
    r"(?:[-_ ]?here)?(?:$|[/.])",
    re.IGNORECASE,
)
_PATH = re.compile(r"(?:^|/)(?:todo|xxx+|tktk|insert-link-here|link-here)(?:/|$)", re.IGNORECASE)
# "[link]" or "(link to come)" in the text, with no address at all.
_IN_TEXT = re.compile(
    r"\[(?:link|source|url|ref|citation needed|source needed|links? to come|need link|add source)\]"
    r"|\((?:link|link here|link to come|insert link|add link|source\?|url|TK)\)",
    re.IGNORECASE,
)


class PlaceholderLink(Rule):
    """Give every link its real address before it goes out.

    A link to example.com, to "TODO" or to a test server was meant to be replaced. Readers
    who follow it end nowhere, and cannot check what the story rests on. Links without any
    address are reported by `secondhand.empty-link`.
    """

    id: str = "structure.placeholder-link"
    message: str = "“%s” is a placeholder, not an address: put the real link in."
    severity: Severity = Severity.WARNING

    standards: ClassVar = ("https://www.spj.org/spj-code-of-ethics/",)
    examples: ClassVar = (
        Example("See the [[[report](example.com/xxx)]] of the board."),
        Example("See the [[[report](insert-link-here)]] of the board."),
        Example("The board published its report [[[link]]] on Monday."),
        Example("See the [report](https://harbour.example/report) of the board."),
        Example("See the [links of the board](/board/links/2031) and [test results](/test)."),
        Example("Mail `user@example.com`, or see `http://example.com/`, the manual says."),
    )

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield a problem at each link that leads to a placeholder."""
        article = reading.article
        for link in article.links:
            if is_placeholder(link.url) or not _is_stand_in(link.url):
                continue
            if any(
                i.kind is InlineKind.CODE and i.span.overlaps(link.text) for i in article.inlines
            ):
                continue
            yield self.problem(link.span, link.url, in_source=True)
        for block in reading.blocks:
            text = block.span.cut(reading.text)
            for match in _IN_TEXT.finditer(text):
                place = Span(*match.span()).shifted(block.span.start)
                if not any(i.span.overlaps(place) for i in article.inlines):
                    yield self.problem(place, match[0])


def _is_stand_in(url: str) -> bool:
    address = url.strip()
    if address.lower().startswith(("mailto:", "tel:", "#")):
        return False
    try:
        parts = urlsplit(address if "//" in address else f"//{address}")
        host = (parts.hostname or "").lower()
    except ValueError:
        return False
    if _HOSTS.search(host):
        return True
    # A path on a real host may end in "links"; one without a host is a file of the site.
    if "//" not in address and not address.startswith(("/", ".")):
        return _WORDS.search(address) is not None
    return _PATH.search(parts.path) is not None
