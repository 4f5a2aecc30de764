"""Addresses that work, for the writer at least, and are not what readers were promised."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import SplitResult, urlsplit

from newslint.article import Article, Link
from newslint.checks._wrong_sections import is_front_page, is_other_paper, is_wrong_section
from newslint.language.lazy_regex import LazyRegex
from newslint.span import Span

# A link that is so many times as long as a part of it, and so much longer, is marked there.
_TIMES, _MORE = 2, 19
_FEW = 9  # letters of a link's words that are marked with all of it
_BOTH = 3  # times as long as its words that address and words may be together

_SEARCH = "is a page of search results, which change: link to the page you found."
_UNSEEN = "is a page only its editors can open: link to the public one."
_SHORT = "hides where it leads, and may lapse: give the address in full."
_PAID = "earns a commission: link to the page without it, or say so."
_FRONT = "is a front page, not what is spoken of: link to the page itself."
_OTHER = "is not what these words promise: link to the page itself."
_NO_DOMAIN = "is no whole address: it lacks its ending."
_NO_SCHEME = "lacks https://, so that it leads to a page of your own site: put that in front."
_MAIL = "opens a letter, where the words promise a page: link to the page."
_ON_DISK = "is on somebody's disk: link to a copy that readers can open."
_TEMPLATE = "was to be filled in: put the address there."
_CUT = "is cut off: give the whole address."
_BROKEN = "is a broken link: the words in brackets come first, the address right behind them."

_ENGINES = LazyRegex(
    r"(?:www\.|m\.)?(?:google\.(?:com|\w\w|com?\.\w\w)|bing\.com|duckduckgo\.com|ecosia\.org"
    r"|search\.yahoo\.com|yandex\.\w+|baidu\.com|startpage\.com|search\.brave\.com|qwant\.com)"
)
#: A site's name without https:// before it, which a browser takes for a file.
_BARE_HOST = LazyRegex(
    r"(?:www\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|org|net|gov|edu|info|example|news|uk|eu|de|fr|es|it|nl|ie|ca|au|nz)(?:/\S*)?"
)
_SEARCHES = frozenset({"", "search", "s", "web"})  # the paths at which they answer
_SHORTENERS = (
    r"(?:bit\.ly|bitly\.com|tinyurl\.com|goo\.gl|ow\.ly|is\.gd|v\.gd|buff\.ly|cutt\.ly|rb\.gy|t\.ly"
    r"|shorturl\.at|rebrand\.ly|tiny\.cc|tiny\.one|lnkd\.in|adf\.ly|trib\.al|dlvr\.it|shorturl\.com)"
)
_SHORTENED = LazyRegex(rf"(?:www\.)?{_SHORTENERS}$")
_UNPUBLISHED = LazyRegex(
    r"[?&](?:preview|draft|preview_id|preview_nonce)(?:=|&|$)|"
    r"/(?:wp-admin|wp-login\.php)(?:/|$|\?)|/node/\d+/edit\b|//[\w.-]*sharepoint\.com/",
    re.IGNORECASE,
)
_UNSEEN_HOSTS = LazyRegex(r"(?:previews?|drafts?|intranet|deploy-preview[\w-]*)\.")
_COMMISSION = LazyRegex(
    r"[?&](?:aff|aff_?id|affiliate(?:_?id)?|affid|partner_?id|refcode|clickref|awinaffid)=|"
    r"[?&](?:tag=[\w-]+-2\d|ref=(?:aff|affil|affiliate|partner)[\w-]*)(?:&|$)|^https?://(?:www\.)?(?:amzn\.to|awin1\.com|shareasale\.com)/",
    re.IGNORECASE,
)
_FRONT_DOORS = LazyRegex(
    r"(?:www\.|m\.|[a-z]{2}\.)?(?P<name>facebook|twitter|x|instagram|youtube|tiktok|linkedin|reddit|google|telegram"
    r"|whatsapp|wikipedia|dropbox)\.(?:com|org)$"
)
_DOOR_PATHS = frozenset({"", "home", "feed", "login", "explore", "index.html", "wiki/main_page"})
# "watch?v=", "/report…": what should follow was lost.
_CUT_OFF = LazyRegex(r"[?&]\w+=$|…|(?:^|[/.=_-])\.{3}$")
# Pages that any site has beside what it publishes, and the words of a link to them.
_SERVICE = {
    "careers": "career|job|vacanc|work|appl|hir|recruit",
    "jobs": "career|job|vacanc|work|appl|hir|recruit",
    "vacancies": "career|job|vacanc|work|appl|hir|recruit",
    "login": "log|sign|account|member|portal",
    "signin": "log|sign|account|member|portal",
    "sign-in": "log|sign|account|member|portal",
    "signup": "sign|join|regist|subscri|member|newsletter",
    "sign-up": "sign|join|regist|subscri|member|newsletter",
    "cart": "buy|basket|cart|order|shop",
    "checkout": "buy|basket|cart|order|shop|pay|donat|give",
    "basket": "buy|basket|cart|order|shop",
    "hospitality": "hospital|box|ticket|dine|book|seat",
    "advertise": "advert",
    "cookies": "cookie|privacy",
    "cookie-policy": "cookie|privacy",
    "privacy": "privacy|data|cookie",
    "privacy-policy": "privacy|data|cookie",
    "terms": "term|condition|rule|polic",
    "terms-and-conditions": "term|condition|rule|polic",
    "404": "404",
    "not-found": "not found",
    "page-not-found": "not found",
    "unsubscribe": "subscri",
}
_PAGE = LazyRegex(
    r"\b(?:here|link|page|site|website|report|list|form|figures|data|document|map|study|survey"
    r"|statement|timetable|table|plan|plans|results)$",
    re.IGNORECASE,
)
_IN_TEXT = (
    (LazyRegex(r"(?<![\w/.@])(?:file:/{2,3}[\w.:/\\%~-]+|[A-Z]:\\[\w.\\%~-]+)"), _ON_DISK),
    (
        LazyRegex(
            r"(?<![\w/.@])(?:https?://)?(?:www\.)?" + _SHORTENERS + r"/\w[\w-]*", re.IGNORECASE
        ),
        _SHORT,
    ),
    (
        LazyRegex(
            r"(?<![\w$%{<\[-])(?:[A-Z]+_)+(?:URL|LINK|HREF)\b(?!\w)|\$\{\w*(?:url|link)\w*\}"
            r"|\{\{ ?\w*(?:[a-z]_)?(?:url|link)\w* ?\}\}|%(?:[A-Z]+_)*(?:URL|LINK)%",
        ),
        _TEMPLATE,
    ),
    (
        LazyRegex(
            r"(?<!\])\[[^\]\[\n]{2,80}\] \((?:https?://|www\.)[^)\s]{3,300}\)"
            r"|(?<!\])\[[^\]\[\n]{2,80}\]\((?:https?://|www\.)[^)\s]{3,300}(?<!>)(?=\s|$)"
            r"|(?<!\w)\([^()\n]{2,80}\)\[(?:https?://|www\.)[^\]\s]{3,300}\]"
        ),
        _BROKEN,
    ),
)
_OF_MAIL = LazyRegex(r"\b(?:e-?mail|mail|writ(?:e|ing)|contact|letter|message|tip)", re.IGNORECASE)
_HINTS = ("file:", ":\\", "URL", "LINK", "_HREF", "url", "link", "](", "] (", ")[")


def link_place(link: Link, article: Article) -> Span:
    """Return where in the source to mark a link: all of it, or its address if that is far less.

    In HTML its words may be marked with the address, which readers do not see.
    """
    place = link.url_span
    if place is None or not len(place):
        return link.span
    element = article.source[link.span.start] == "<" and len(link.text) > 0
    words = article.source_map.to_source(link.text) if element else link.span
    wide = _is_far_more(link.span, place)
    if not wide and (len(words) < _FEW or not _is_far_more(link.span, words)):
        return link.span
    if not element:
        return place
    both = Span(min(place.start, words.start), max(place.end, words.end))
    if wide and _is_far_more(both, place):
        return place
    if len(both) <= max(_BOTH * len(words), len(words) + _MORE):
        return both
    return place if wide else link.span


def _is_far_more(whole: Span, part: Span) -> bool:
    return len(whole) > max(_TIMES * len(part), len(part) + _MORE)


def wrong_address(url: str, words: str, before: str, around: str = "") -> str | None:
    """Return what is wrong with an address, said of it, or None.

    `words` are those of the link, `before` what stands before it in its sentence, `around`
    its whole paragraph.
    """
    address = url.strip()
    lower = address.lower()
    if lower.startswith("mailto:"):
        wrong = "@" not in lower or (_PAGE.search(words) and not _speaks_of_mail(words + before))
        return _MAIL if wrong else None
    if lower in {"tel:", "sms:"}:
        return _TEMPLATE
    if _TEMPLATE_ALONE.fullmatch(address):
        return _TEMPLATE
    if _CUT_OFF.search(address):
        return _CUT
    try:
        parts = urlsplit(address if "//" in address else f"//{address}")
        host = (parts.hostname or "").lower()
    except ValueError:
        return None
    if re.fullmatch(r"www\.[\w-]+", host):
        return _NO_DOMAIN
    if "//" not in address and words.strip() != address and _BARE_HOST.fullmatch(lower):
        return _NO_SCHEME
    wrong_host = _of_host(address, parts, host)
    return wrong_host or _of_page(parts, host, words, around.lower())


def wrong_in_text(text: str, start: int, end: int) -> Iterator[tuple[Span, str]]:
    """Yield the addresses written out between `start` and `end`, and what is wrong with them."""
    part = text[start:end]
    if not any(hint in part for hint in _HINTS) and "/" not in part:
        return
    for pattern, wrong in _IN_TEXT:
        for match in pattern.finditer(text, start, end):
            yield Span(*match.span()), wrong


_TEMPLATE_ALONE = LazyRegex(
    r"(?:[A-Z]+_)+(?:URL|LINK|HREF)|\$\{?\w*(?:url|link)\w*\}?|%(?:\w+_)?(?:url|link)%"
    r"|\{\{? ?(?:\w+_)?(?:url|link|href) ?\}\}?",
    re.IGNORECASE,
)


def _speaks_of_mail(words: str) -> bool:
    return _OF_MAIL.search(words) is not None


def _of_host(address: str, parts: SplitResult, host: str) -> str | None:
    sought = re.search(r"(?:^|&)(?:q|p|query|text|wd)=", parts.query)
    if sought and _ENGINES.fullmatch(host) and parts.path.strip("/") in _SEARCHES:
        return _SEARCH
    if _SHORTENED.fullmatch(host):
        return _SHORT
    if _UNPUBLISHED.search(address if "//" in address else f"//{address}"):
        return _UNSEEN
    if _UNSEEN_HOSTS.match(host):
        return _UNSEEN
    return _PAID if _COMMISSION.search(address) else None


def _of_page(parts: SplitResult, host: str, written: str, around: str) -> str | None:
    words = written.lower()
    door = _FRONT_DOORS.fullmatch(host)
    path = parts.path.strip("/").lower()
    if door is not None and path in _DOOR_PATHS and not parts.query and not parts.fragment:
        return None if door["name"] in words else _FRONT
    promised = _SERVICE.get(path.removesuffix(".html")) or _SERVICE.get(path.partition("/")[0])
    if promised is not None and not re.search(promised, words):
        return _OTHER
    if is_front_page(parts, host, written):
        return _FRONT
    other = is_other_paper(parts, host, words) or is_wrong_section(parts, host, words, around)
    return _OTHER if other else None
