"""The pictures of an article, whether in its body or in its front matter."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from urllib.parse import urlsplit

from newslint.article import Article, Field, Image
from newslint.attribution.kinds import nouns_for
from newslint.checks._phrases import PACKAGE
from newslint.span import Span
from newslint.vocabulary import load

_FILE = "vocabularies/pictures.yml"
_LOOKS_LIKE_A_FILE = re.compile(r"[/\\]|\.(?:avif|gif|heic|jpe?g|png|svg|webp)\b", re.IGNORECASE)
_CREDIT = re.compile(
    r"\b(?:photo|photograph|picture|image|credit|source|courtesy|copyright|via)\b.{0,12}?"
    r"(?:\bby\b|\bof\b|\bfrom\b|\bvia\b|[:/])\s*\S"
    r"|\b(?:still|map|(?:info)?graphic|chart|drawing|sketch|diagram|graph|cartoon|illustration|video)s?"
    r"\s?[:/]\s*\S"
    r"|©|\(c\)|\bphotograph(?:ed|s)?\sby\b|\bPA\b|\bAFP\b|\bGetty\b|\bReuters\b|\bhandout\b"
    r"|[\[(](?-i:[^\[\]()]{0,40}[A-Z][^\[\]()]{1,60})[\])]\W*$"
    r"|\w\s*[/|]\s*\w[^/|]{1,40}$",
    re.IGNORECASE,
)

_CREDIT_LINE = re.compile(
    r"\A[\s*_>)}\]]*(?:(?:photo|photograph|picture|image|credit|courtesy|illustration)s?\b|©|by\s[A-Z]"
    r"|[^\n]{0,200}?(?:\b(?:photo|photograph|picture|image|credit|courtesy)s?\s?(?:by\b|of\b|:|/)|©"
    r"|(?:Getty|Reuters|AFP|\bPA\b|\bAP\b)))",
    re.IGNORECASE,
)
_PICTURE = re.compile(r"!\[|<img\b|<figure\b|<picture\b", re.IGNORECASE)
_ADDRESS = re.compile(r"\w\.(?:com|org|net|info|example|[a-z]{2})\b|https?:", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_FEW = 3  # words of a title that is a name, not a sentence
_BELOW = 300  # characters after a picture in which its credit may stand


@dataclass(frozen=True, slots=True)
class Words:
    """Words about a picture and their place in the source file."""

    text: str
    span: Span

    def part(self, start: int, end: int, source: str) -> Span:
        """Return the source span of the characters `start` to `end` of these words.

        It is that of all the words where they are not written in the source as such.
        """
        if self.span.cut(source) != self.text:
            return self.span
        return Span(self.span.start + start, self.span.start + end)


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture: its address, and what is said about it."""

    address: Words
    caption: Words | None = None
    credit: Words | None = None

    @property
    def host(self) -> str | None:
        """The host the picture is fetched from; None for one of the site's own."""
        return host_of(self.address.text)

    @property
    def file_name(self) -> str:
        """The last part of the address, without query."""
        return re.split(r"[?#]", self.address.text)[0].rstrip("/").rpartition("/")[2]

    @property
    def credited(self) -> bool:
        """Whether anything says where the picture comes from."""
        if self.credit is not None:
            return not names_nobody(self.credit.text)
        return self.caption is not None and _CREDIT.search(self.caption.text) is not None


def host_of(address: str) -> str | None:
    """Return the host in an address, or None for one on the site itself."""
    try:
        return urlsplit(address.strip()).hostname
    except ValueError:
        return None


def is_credited(article: Article, image: Image) -> bool:
    """Return whether a credit stands with a picture: its own, in its caption, or just below."""
    if image.credit is not None and len(image.credit):
        return not names_nobody(image.credit.cut(article.text).rpartition(":")[2])
    captions = (image.caption, image.alt)
    if any(c is not None and _CREDIT.search(c.cut(article.text)) for c in captions):
        return True
    # A title ("Getty") names a source if it is no sentence.
    if image.caption is not None and len(image.caption.cut(article.text).split()) <= _FEW:
        return True
    below = article.source[image.span.end : image.span.end + _BELOW]
    # The credit below the next picture is that picture's.
    below = _PICTURE.split(below, maxsplit=1)[0]
    return _CREDIT_LINE.search(below) is not None


def find_pictures(article: Article) -> tuple[Picture, ...]:
    """Return the article's pictures in source order, each once."""
    found: dict[int, Picture] = {}
    for picture in (*find_in_front_matter(article), *_in_body(article)):
        found.setdefault(picture.address.span.start, picture)
    return tuple(found[start] for start in sorted(found))


def image_host(host: str) -> str | None:
    """Return the known image host that `host` belongs to, or None."""
    labels = host.lower().split(".")
    known = _set("image-hosts")
    for index in range(len(labels) - 1):
        name = ".".join(labels[index:])
        if name in known:
            return name
    return None


def messenger_of(file_name: str) -> str | None:
    """Return the messenger that gives files such names, or None."""
    for name, pattern in _messengers():
        if pattern.search(file_name):
            return name
    return None


def is_archive(caption: str) -> bool:
    """Return whether the caption says that the picture is an old one."""
    return any(p.search(caption) for p in _patterns("archive"))


def _in_body(article: Article) -> Iterable[Picture]:
    for image in article.images:
        place = image.url_span or image.span
        yield Picture(
            Words(image.url, place),
            _of_text(article, image.caption),
            _of_text(article, image.credit),
        )


def _of_text(article: Article, span: Span | None) -> Words | None:
    if span is None or not len(span):
        return None
    return Words(span.cut(article.text), article.source_map.to_source(span))


def credits_nobody(credit: str) -> bool:
    """Return whether a credit is a word such as "Internet", behind which nobody is found."""
    plain = " ".join(credit.casefold().strip(" .,*_[]()").split())
    if plain in _set("nobody"):
        return True
    words = _WORD.findall(credit)
    # "Courtesy of the team", "Taken from Instagram": words that fit any picture. A name that
    # is no network's has a capital.
    return bool(words) and all(
        word.casefold() in _set("networks")
        or (word.casefold() in _set("anybody") and (not at or word.islower()))
        for at, word in enumerate(words)
    )


def names_nobody(credit: str) -> bool:
    """Return whether what stands after "Photo:" leads to nobody, or only perhaps to somebody.

    So it is of words that fit any picture, of a sort of person or body without a name ("a
    bystander", "NGO"), of a bare handle, and of a guess ("Getty or Reuters", "police? check").
    """
    if credits_nobody(credit):
        return True
    if is_unsure(credit):
        return True
    words = credit.casefold().strip(" .*_[]()").split()
    if _ADDRESS.search(credit) or not _set("placed").isdisjoint(words):
        return False
    told = " ".join(word for word in credit.split() if "@" not in word)
    if told != " ".join(credit.split()) and not _set("networks").isdisjoint(
        _WORD.findall(credit.casefold())
    ):
        return False  # a handle and where to look for it
    return not any(_is_name(word) for word in _WORD.findall(told))


def is_unsure(credit: str) -> bool:
    """Return whether whoever wrote the credit did not know, or left it for later."""
    words = [w.strip(".,;:()*_[]") for w in credit.casefold().replace("?", " ? ").split()]
    pairs = [" ".join(pair) for pair in pairwise(words)]
    return not _set("unsure").isdisjoint((*words, *pairs))


def _is_name(word: str) -> bool:
    """Return whether a word of a credit has a capital, or is written in letters without any."""
    plain = word.casefold()
    if plain in _common():
        return False
    return not word.islower()


@cache
def _common() -> frozenset[str]:
    kinds = ("roles", "common_roles", "collectives")
    nouns = frozenset().union(*(nouns_for(kind) for kind in kinds))
    return nouns | _set("networks") | _set("anybody") | _set("no_names") | _set("owners")


def find_in_front_matter(article: Article) -> Iterable[Picture]:
    """Yield the pictures that the front matter names."""
    if article.front_matter is None:
        return
    fields = {f.key.lower().removesuffix(".0"): f for f in article.front_matter.fields}
    for key in _list("keys"):
        addresses = [key, *(f"{key}.{part}" for part in _list("address"))]
        address = next((fields[a] for a in addresses if a in fields and _is_file(fields[a])), None)
        if address is None:
            continue
        caption = _first(fields, [*_below(key, "caption"), *_list("captions")])
        credit = _first(fields, [*_below(key, "credit"), *_list("credits")])
        yield Picture(Words(address.value, address.span), caption, credit)


def _below(key: str, what: str) -> list[str]:
    return [f"{key}{joint}{part}" for part in _list(what) for joint in "._-"]


def _first(fields: dict[str, Field], keys: list[str]) -> Words | None:
    found = (fields[k] for k in keys if k in fields)
    return next((Words(f.value, f.span) for f in found if f.value.strip()), None)


def _is_file(field: Field) -> bool:
    return _LOOKS_LIKE_A_FILE.search(field.value) is not None


@cache
def _list(name: str) -> tuple[str, ...]:
    data = load(PACKAGE, _FILE)
    items = data.get(name) if isinstance(data, dict) else None
    return tuple(i for i in items if isinstance(i, str)) if isinstance(items, list) else ()


@cache
def _set(name: str) -> frozenset[str]:
    return frozenset(_list(name))


@cache
def _patterns(name: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(p, re.IGNORECASE | re.DOTALL) for p in _list(name))


@cache
def _messengers() -> tuple[tuple[str, re.Pattern[str]], ...]:
    data = load(PACKAGE, _FILE)
    table = data.get("messengers") if isinstance(data, dict) else None
    if not isinstance(table, dict):
        return ()
    return tuple((n, re.compile(p, re.IGNORECASE)) for n, p in table.items() if isinstance(p, str))
