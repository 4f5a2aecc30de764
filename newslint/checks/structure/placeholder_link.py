"""structure.placeholder-link."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar
from urllib.parse import urlsplit

from newslint.article import InlineKind, Link
from newslint.checks._support import is_placeholder
from newslint.checks._wrong_addresses import link_place, wrong_address, wrong_in_text
from newslint.finding import Problem, Severity
from newslint.language.lazy_regex import LazyRegex
from newslint.reading import Reading
from newslint.rule import Example, Rule
from newslint.span import Span

# Hosts that no reader can reach. `.example` itself is left alone: manuals live by it.
_HOSTS = LazyRegex(
    r"(?:^|\.)(?:example\.(?:com|org|net)|localhost|test\.com|domain\.com|website\.com"
    r"|foo\.(?:com|bar)|bar\.com|abc\.xyz|staging\.[\w.-]+)$"
    r"|\.(?:test|local|localhost|invalid|internal|lan)$"
    r"|^(?:127\.\d+\.\d+\.\d+|0\.0\.0\.0|10\.\d+\.\d+\.\d+|192\.168\.\d+\.\d+"
    r"|172\.(?:1[6-9]|2\d|3[01])\.\d+\.\d+)$"
    r"|^(?:staging|preprod|uat)\."
)
# Words that stand where an address was to come, alone between slashes, dots or hyphens.
_STAND_IN = (
    r"(?:to[-_ ]?do|tbd|tbc|tba|tk|tktk|xxx+|url|hyperlink|link|placeholder|lorem(?:[-_ ]?ipsum)?"
    r"|fix[-_ .]?(?:me|this)|change[-_ .]?(?:me|this)|replace[-_ ]?(?:me|this)|dead[-_ ]?link"
    r"|(?:add|insert|put|your|the|need|missing|my|some|paste|correct|real)[-_ ]?"
    r"(?:a[-_ ]?|the[-_ ]?|your[-_ ]?)?(?:link|url|address|site|website|domain|source)"
    r"(?:[-_ ]?here)?"
    r"|(?:link|url|map|source|report|page|address|image|video|document|doc|story|file|site|website)"
    r"[-_ ]?(?:goes[-_ ]?|comes[-_ ]?)?(?:here|tk|tbc|tbd|to[-_ ]?come|pending|needed|missing)"
    r"|link[-_ ]to[-_ ]\w+)"
)
_WORDS = LazyRegex(rf"(?:^|[/._-]){_STAND_IN}(?:[-_ ]?here)?(?:$|[/.])", re.IGNORECASE)
_ALONE = LazyRegex(
    rf"(?:{_STAND_IN}|source|here|website|site|webpage|address|href|ref|null|none|undefined|nan|n/a"
    r"|blank|unknown|test|asdf\w*|qwerty|foo|bar|abc|x|xx|y|z|\?+|<[^>]*>|\[[^\]]*\])",
    re.IGNORECASE,
)
_PATH = LazyRegex(
    r"(?:^|/)(?:todo|to-do|(?:10\.)?xxx+|tktk|(?-i:TK|TBC|TBD|TBA|URL|LINK)|placeholder"
    r"|(?:insert|your|add|put)[-_]?(?:the[-_]|your[-_])?(?:link|url|slug|page|id|doc)(?:[-_]?here)?"
    r"|(?:link|url)[-_]?(?:goes[-_]?)?here|fix-?me|change-?me"
    r"|[\[<{(](?:insert|add|put|tk|tb[cd]|todo|xx+|link|url|slug|date|id|page|title)"
    r"\b[^/]*[\])}>])(?:/|$)"
    r"|[?&][\w-]+=(?:to-?do|tk|tb[acd]|xxx+|placeholder|(?:insert|your)[-_]?\w*)(?:&|$)",
    re.IGNORECASE,
)
# "[link]", "(insert URL here)" or "(link to come)" in the text, with no address at all.
_IN_TEXT = LazyRegex(
    r"\[(?:source|ref|(?:citation|source|reference) needed|add source|url|(?:hyper)?link)\]"
    r"|\((?:(?:hyper)?link|source\?|url|TK)\)"
    r"|(?<=: )(?:see|via|follow) (?:the )?link(?=[.)]?$)|\((?:see|via) (?:the )?link\)"
    r"|[\[(<](?:(?:insert|add|put|need|needs|get|find|paste|include|missing|todo:?|tk:?) )"
    r"(?:a |the |your |proper )?(?:(?:hyper)?links?|urls?|source link|web address)"
    r"(?: (?:here|in|to \w+(?: \w+)?))?[\])>]"
    r"|[\[(<](?:insert|add|put|paste) (?:a |the |your )?(?:[\w-]+ ){1,3}(?:link|url)"
    r"(?: here)?[\])>]"
    r"|(?<![\w/.])(?:https?://|www\.)(?=[.,;)]?(?:\s|$))"
    r"|(?<![\w/.])(?:https?://|www\.)[^\s()<>{}\[\]]*[\[({<](?:insert|add|put|tk|tb[cd]|todo|xx+|link|url"
    r"|slug|date|id|page|title)\b[^\s\])}>]*[\])}>]"
    r"|(?-i:\b(?:LINKS?|URLS?) (?:HERE|NEEDED|PENDING|T[BK][CD]?|TO (?:BE ADDED|COME|FOLLOW)))\b"
    r"|[\[(<](?:(?:hyper)?links?|urls?|web address) "
    r"(?:here|tk|tbc|tbd|to come|to follow|needed|pending|missing|goes here|to be added)[\])>]",
    re.IGNORECASE,
)
_STAND_IN_HOST = LazyRegex(
    r"(?:your|insert|add|put|paste|my|some)[-_]?(?:link|url|site|website|domain|company|page|source)"
    r"(?:[-_]?here)?|(?:link|url|site)(?:goes|to)?here|placeholder|change-?me|fix-?me|fix|todo|tbc|tbd"
    r"|tktk?|x{2,}|lorem|some-?site|dummy|domain|website|url"
)
_SHORT_ANCHOR = 3  # characters of a fragment that may well be a real one: "#x"
_NEAR = 60  # characters before a link that may say that it opens a letter
_ON_DISK = LazyRegex(r"(?:file:|[a-z]:[\\/]|\\\\)", re.IGNORECASE)


class PlaceholderLink(Rule):
    """Give every link its real address before it goes out.

    A link to example.com, to "TODO", to a test server, to a file on somebody's disk or to a host
    without a dot was meant to be replaced. Readers
    who follow it end nowhere, and cannot check what the story rests on. The same goes for a
    page of search results, a preview, a shortened address, a front page, a shop or a weather
    page where the words promise a paper or a report, and a link whose brackets are broken.
    Links without any address are reported by `secondhand.empty-link`.
    """

    id: str = "structure.placeholder-link"
    message: str = "“%s” is a placeholder, not an address: put the real link in."
    severity: Severity = Severity.WARNING

    standards: ClassVar = ("https://www.spj.org/spj-code-of-ethics/",)
    examples: ClassVar = (
        Example("See the [[[report](example.com/xxx)]] of the board."),
        Example("See the [[[report](insert-link-here)]] of the board."),
        Example("The board published its report [[[link]]] on Monday."),
        Example("The board published its report [[(insert URL here)]] on Monday."),
        Example("The board's report is at [[http://]].", path="story.txt"),
        Example("See the [[[map](#map-goes-here)]] and the [[[report](https://report)]]."),
        Example("See the [[[report](https://www.bing.com/search?q=report)]] of the board."),
        Example("The report of the board: [[bit.ly/3abc]]."),
        Example("See the [[[report] (https://harbour.example/report)]] of the board."),
        Example("The [[[board's report](https://www.orford-shop.example/gifts)]] asks for a pier."),
        Example("The [report](https://harbour.example/shop/sales-2031) tells how the shop did."),
        Example("See the [report](https://harbour.example/report) of the board."),
        Example("See the [table](#table) and the [sources](https://harbour.example/sources/)."),
        Example("See the [links of the board](/board/links/2031) and [test results](/test)."),
        Example("Mail `user@example.com`, or see `http://example.com/`, the manual says."),
    )

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield a problem at each link that leads to a placeholder."""
        article = reading.article
        for link in article.links:
            if is_placeholder(link.url):
                continue
            wrong = None
            if not _is_stand_in(link.url):
                wrong = _wrong(reading, link)
                if wrong is None:
                    continue
            if any(
                i.kind is InlineKind.CODE and i.span.overlaps(link.text) for i in article.inlines
            ):
                continue
            message = self.message if wrong is None else f"“%s” {wrong}"
            yield self.problem(
                link_place(link, reading.article), message=message % link.url, in_source=True
            )
        for block in reading.blocks:
            for place, wrong in wrong_in_text(reading.text, block.span.start, block.span.end):
                # A bare address inside broken brackets is a link for some readers of Markdown.
                linked = any(link.text.covers(place) for link in article.links)
                coded = any(
                    i.kind is InlineKind.CODE and i.span.overlaps(place) for i in article.inlines
                )
                if not linked and not coded:
                    yield self.problem(place, message=f"“{place.cut(reading.text)}” {wrong}")
            text = block.span.cut(reading.text)
            for match in _IN_TEXT.finditer(text):
                place = Span(*match.span()).shifted(block.span.start)
                if not any(i.span.overlaps(place) for i in article.inlines):
                    yield self.problem(place, match[0])


def _wrong(reading: Reading, link: Link) -> str | None:
    """Return what is wrong with a link's address that works, or None."""
    words = " ".join(link.text.cut(reading.text).split())
    before = reading.text[max(link.text.start - _NEAR, 0) : link.text.start]
    around = next(
        (b.span.cut(reading.text) for b in reading.blocks if b.span.covers(link.text)), ""
    )
    return wrong_address(link.url, words, before, around)


def _is_stand_in(url: str) -> bool:
    address = url.strip()
    if address.startswith("#"):
        return _ALONE.fullmatch(address[1:]) is not None and len(address) > _SHORT_ANCHOR
    if _ON_DISK.match(address) or _ALONE.fullmatch(address.rstrip("/")):
        return True
    if address.lower().startswith(("mailto:", "tel:", "sms:")):
        return False
    try:
        parts = urlsplit(address if "//" in address else f"//{address}")
        host = (parts.hostname or "").lower()
    except ValueError:
        return False
    if _HOSTS.search(host):
        return True
    if address.lower().startswith(("http:", "https:")):
        # A host without a dot is no address on the public web.
        name = host.removeprefix("www.").rpartition(".")[0]
        if not name or _STAND_IN_HOST.fullmatch(name) or name.startswith("xxx"):
            return True
    # A path on a real host may end in "links"; one without a host is a file of the site.
    of_the_site = "//" not in address and not address.startswith(("/", "."))
    if of_the_site and _WORDS.search(address) is not None:
        return True
    asked = f"?{parts.query}" if parts.query else ""
    return _PATH.search(f"{parts.path}{asked}") is not None
