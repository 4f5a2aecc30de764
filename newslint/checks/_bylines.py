"""Who signed the article."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from newslint.article import Article, BlockKind, Field
from newslint.checks._phrases import PACKAGE, vocabularies, vocabulary
from newslint.checks._support import word_count
from newslint.language.lazy_regex import LazyRegex
from newslint.span import Span
from newslint.vocabulary import load

_LONGEST = 14  # words in a block that may still be a byline

_LINE = LazyRegex(
    r"^\W{0,3}(?:(?:written|words|story|report|reporting|text)\s+)?by:?\s+(?P<names>\S.*)$",
    re.IGNORECASE,
)
# VALDORO, Friday (Lund Wire) - By Ada Lind
_AFTER_DATELINE = LazyRegex(r"^[A-Z]{3}.{0,80}[-–—|]\s*By:?\s+(?P<names>\S.*)$")
_LABEL = LazyRegex(
    r"^\W{0,3}(?:author|reporter|writer|byline)s?:\s+(?P<names>\S.*)$", re.IGNORECASE
)
# "By our man in the mud": no word of it has a capital, as a name has.
_NOBODYS_NAME = LazyRegex(r"(?:[Bb]y )?(?:[Oo]ur|[Aa]n?|[Oo]ne of our|[Tt]he) [^A-Z]+$")
# "By:", "By —", "by: news@": the name was to come.
_BLANK = LazyRegex(r"by(?:\s?[:–—-])?(?:\s?\w*@)?", re.IGNORECASE)
# What may stand after the names on their line: "| Mombasa | 3 May", ", Ljubljana, 18 June 2026".
_AFTER_NAMES = LazyRegex(
    r"[\s*_]*(?:[|·•]|\s[–—]\s|,(?=[^|]*\b(?:\d{4}|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b)).*$"
)
_DATELINE = LazyRegex(r"[^()\n]{2,60}\((?P<agency>[\w ]{2,20})\)\s*[-–—]")


@dataclass(frozen=True, slots=True)
class Byline:
    """A byline: the names as written, and their place (source coordinates if `in_source`)."""

    names: str
    span: Span
    in_source: bool


def find_byline(article: Article) -> Byline | None:
    """Return the article's byline: from the front matter, else from the text.

    In the text it is a short block of its own among the first five or last two ("By Ada
    Lind", "Author: Ada Lind"), or an agency's credit in the dateline ("OSLO (Reuters) -").
    """
    field = byline_field(article)
    if field is not None:
        return Byline(field.value.strip(), field.span, True)
    # A name before "By ..." may be hidden in any kind of block: a heading, a caption.
    blocks = [b for b in article.blocks if b.key is None]
    for block in blocks[:5] + blocks[5:][-2:]:
        text = block.span.cut(article.text)
        if word_count(text) > _LONGEST:
            continue
        if _BLANK.fullmatch(text.strip(" *_")) is not None:
            return Byline(text.strip(), block.span, False)
        match = _LINE.match(text) or _LABEL.match(text) or _AFTER_DATELINE.match(text)
        names = _AFTER_NAMES.sub("", match["names"].rstrip()) if match else ""
        if match and _is_name(names):
            start = block.span.start + match.start("names")
            return Byline(names, Span(start, start + len(names)), False)
        if block.kind not in {BlockKind.HEADING, BlockKind.HEADLINE} and _is_nobody(text):
            return Byline(text.strip(), block.span, False)
    return _agency(article)


def empty_byline_field(article: Article) -> Field | None:
    """Return the front-matter field in which a byline should stand and does not, if any."""
    if article.front_matter is None:
        return None
    names = [*article.keys.get("author", ()), *_keys()]
    return next(
        (f for name in names for f in article.front_matter.all(name) if not f.value.strip()), None
    )


def byline_field(article: Article) -> Field | None:
    """Return the front-matter field that holds the byline, if there is one."""
    if article.front_matter is None:
        return None
    own = _keys()
    names = [*(key for key in article.keys.get("author", ()) if key.lower() not in own), *own]
    found = article.front_matter.get(*names)
    if found is not None:
        return found
    for name in names:
        below = article.front_matter.all(name)
        for field in below:
            if field.key.lower().endswith(".name") and field.value.strip():
                return field
        if below:
            return next((f for f in below if f.value.strip()), None)
    return None


def generic_part(names: str) -> Literal["placeholder", "collective"] | None:
    """Return what kind of generic byline `names` is, or None for the name of a person.

    One that names neither a person nor a house ("Staff Reporter") is as good as none.
    """
    plain = " ".join(names.casefold().strip(" .*_").split())
    words = set(plain.split())
    nobody = vocabularies(("bylines", "collective"), ("bylines", "fillers"))
    words.discard("by")
    if _BLANK.fullmatch(plain) is not None:
        return "placeholder"
    if _NOBODYS_NAME.match(names.strip(" .*_")):
        return "placeholder"  # our man in the mud
    if plain in vocabulary("bylines", "placeholder") or (words and words <= nobody):
        return "placeholder"
    # "Ada Lind, staff writer" names somebody; "Daily Star staff" does not.
    if "," in plain or " and " in plain:
        return None
    groups = vocabulary("bylines", "collective")
    if plain.rpartition(" ")[2] in groups or plain.startswith("team "):
        return "collective"
    return None


def _keys() -> list[str]:
    data = load(PACKAGE, "vocabularies/bylines.yml")
    keys = data["keys"] if isinstance(data, dict) else []
    return [key for key in keys if isinstance(key, str)]


def _is_nobody(line: str) -> bool:
    """Return whether a whole line is a byline that names nobody: Sports Desk."""
    words = line.casefold().split()
    signs = any(word in vocabulary("bylines", "collective") for word in words)
    return line[:1].isupper() and signs and generic_part(line) == "placeholder"


def _is_name(names: str) -> bool:
    # "By Monday." is a sentence, "By Ada Lind" a byline.
    if names.endswith((".", "?", "!", ":")):
        return False
    return names.lstrip("*_ ")[:1].isupper() or generic_part(names) is not None


def _agency(article: Article) -> Byline | None:
    """Return the agency in the dateline of one of the first three paragraphs."""
    paragraphs = [b for b in article.blocks if b.kind is BlockKind.PARAGRAPH]
    for block in paragraphs[:3]:
        match = _DATELINE.match(block.span.cut(article.text)[:90])
        if match is None:
            continue
        agency = match["agency"].strip()
        if agency in vocabulary("bylines", "agencies") or _is_nobody(agency):
            start = block.span.start + match.start("agency")
            return Byline(match["agency"], Span(start, start + len(match["agency"])), False)
    return None
