"""Links whose words promise a document or a report, and that lead to a shop or the weather."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from urllib.parse import SplitResult

from newslint.checks._phrases import PACKAGE, vocabulary
from newslint.language.lazy_regex import LazyRegex
from newslint.vocabulary import load

_LIST = "addresses"
#: A page, of which the words around tell what it should hold.
_A_PAGE = LazyRegex(r"\b(?:here|online|page|site|website)$")


def is_wrong_section(parts: SplitResult, host: str, words: str, around: str) -> bool:
    """Return whether a link promises papers or a report and leads to a section of another kind.

    `words` are those of the link and `around` those of its paragraph, both in lower case. A
    section is known by a whole part of the path or of the host; it is meant where the
    paragraph speaks of such things. What only passes the time, horoscopes or recipes, no link
    leads to unless it is meant.
    """
    papers = _papers()
    promised = papers.search(words) or (_A_PAGE.search(words) and papers.search(around))
    labels = host.removeprefix("www.").split(".")[:-1]
    found = {part.partition(".")[0] for part in parts.path.lower().split("/")} | set(labels[:-1])
    found |= {m["section"] for part in tuple(found) if (m := _CALL.fullmatch(part)) is not None}
    for label in labels:  # "lindow-tickets.example": a word of the site's own name
        found |= set(label.split("-"))
        shop = _SHOP.search(label)
        found |= {shop[1]} if shop is not None else set()
    return any(
        found & known and not meant.search(words) and not meant.search(around)
        for known, meant, idle in _sections()
        if promised or idle
    )


def is_front_page(parts: SplitResult, host: str, words: str) -> bool:
    """Return whether a link promises a paper or a report and leads to the front page of a site.

    `words` are as written: with a capital, "Records" is part of a name.
    """
    if parts.path.strip("/") or parts.query or parts.fragment or "." not in host:
        return False
    if host.endswith(_FILES) or _NO_HOST.search(host):  # "links.html", beside the page itself
        return False
    shown = _PICTURED.search(words)
    if shown is not None:
        return shown["site"] is None or shown["site"].lower() in host
    paper = _promises().search(words)
    return paper is not None and paper[0].split()[-1].rstrip("s") not in host


def is_other_paper(parts: SplitResult, host: str, words: str) -> bool:
    """Return whether the address names another kind of paper than the words do.

    So does a host of films and songs, where the words speak of a paper.
    """
    if _SHOWS.fullmatch(host):
        return bool(_ONE_PAPER.search(words)) and not _SHOWN.search(words)
    path = {m[0] for m in _TOKEN.finditer(parts.path.lower())}
    kinds = [kind for kind in _kinds() if any(re.search(rf"\b{w}\b", words) for w in kind)]
    if len(kinds) != 1 or path & kinds[0]:
        return False
    return any(path & kind for kind in _kinds() if kind is not kinds[0])


# One post or picture, or one paper of a year: no front page is that.
_PICTURED = LazyRegex(
    r"\b(?:(?:an?|this|that|his|her|its|their|the) (?:\w+ )?"
    r"(?:post|thread|tweet|video|clip|recording)"
    r"|^(?:pictures|photos|photographs|footage|video)|(?i:a|the) (?:19|20)\d\d (?:paper|article)"
    r"|^(?:19|20)\d\d (?:paper|article))(?: on (?P<site>[A-Z]\w*))?$",
    re.IGNORECASE,
)
#: "book-tickets", "christmas-sale": a section, and what is to be done there.
_CALL = LazyRegex(
    r"(?:all|best|book|browse|buy|christmas|find|get|new|order|our|summer|winter|view)-(?P<section>[a-z]+)"
)
_ONE_PAPER = LazyRegex(
    r"\b(statement|minutes|ruling|letter|transcript|judge?ment|accounts|verdict|survey|study|census"
    r"|figures|timetable|audit)$|\b(?P<by>survey|study|audit|report|census)\sby\b"
)
_SHOWS = LazyRegex(
    r"(?:www\.|m\.|open\.)?(?:youtube|tiktok|instagram|pinterest|spotify|etsy|ebay|twitch)\.\w+"
)
_SHOWN = LazyRegex(r"\b(?:video|film|clip|interview|watch|listen|speech|song|footage|read out)\b")
#: "shoesale.example", but no workshop and no bishop.
_SHOP = LazyRegex(
    r"[a-z]{3}(?<!work)(?<!whole)(?<!bi)(shop|sale|deals|store|tickets|hotel|pizza|pizzaco|pizzeria"
    r"|motors|lottery|casino|recipes|horoscopes|listings)$"
)
_TOKEN = LazyRegex(r"[a-z]+")
_FILES = (".html", ".htm", ".php", ".pdf", ".md")
#: What a template of the site fills in.
_NO_HOST = LazyRegex(r"[{}\[\]<>\"\s]")


@cache
def _kinds() -> tuple[frozenset[str], ...]:
    data = load(PACKAGE, f"vocabularies/{_LIST}.yml")
    rows = data["kinds"] if isinstance(data, dict) else []
    return tuple(frozenset(map(str, row)) for row in rows if isinstance(row, list))


@cache
def _papers() -> LazyRegex:
    return LazyRegex(rf"\b(?:{_either(vocabulary(_LIST, 'papers'))})\b")


@cache
def _promises() -> LazyRegex:
    """Return what finds a paper as the last of a link's words, or a verb of reporting first."""
    told = _either(vocabulary(_LIST, "told"))
    last = _either(vocabulary(_LIST, "papers") - {"paper", "papers"})
    return LazyRegex(
        rf"\b(?:{last}|{told})$|^(?:was |has |have |had |first ){{0,2}}(?:{told})\b"
        r"|\b(?:survey|study|audit|report|census)(?= by\b)"
    )


@cache
def _sections() -> tuple[tuple[frozenset[str], LazyRegex, bool], ...]:
    data = load(PACKAGE, f"vocabularies/{_LIST}.yml")
    rows = data["sections"] if isinstance(data, dict) else []
    return tuple(
        (
            frozenset(_words(row, "known")),
            LazyRegex(rf"\b(?:{_either(_words(row, 'meant'))})"),
            bool(row.get("idle")),
        )
        for row in (rows if isinstance(rows, list) else [])
        if isinstance(row, dict)
    )


def _words(row: Mapping[str, object], key: str) -> list[str]:
    words = row.get(key)
    return [w for w in words if isinstance(w, str)] if isinstance(words, list) else []


def _either(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(words)))
