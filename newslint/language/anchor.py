"""The article's own date: what weekdays and "yesterday" are counted from. Never today's."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from newslint.article import Article, Block, BlockKind, Field
from newslint.language.dates import DateKind, DateMention, find_dates, resolve
from newslint.language.measures import DateAnchor
from newslint.span import Span

#: The front-matter keys that hold the date of publication, the most telling first.
DATE_KEYS = (
    "date",
    "publishdate",
    "publish_date",
    "published",
    "published_at",
    "published_time",
    "publication_date",
    "date_published",
    "datepublished",
    "pubdate",
    "article:published_time",
    "og:published_time",
    "dc.date",
    "dc.date.issued",
    "dcterms.created",
    "parsely-pub-date",
    "sailthru.date",
)

_HEAD_BLOCKS = 6
_LONGEST_DATE_LINE = 90
_LONGEST_HEADING = 200
_LONG_PARAGRAPH = 30  # words: the story has begun
_IN_NAME = re.compile(r"(?<!\d)(?P<y>(?:19|20)\d\d)(?P<s>[-_/]?)(?P<m>\d\d)(?P=s)(?P<d>\d\d)(?!\d)")
# MOUNT AIRY, N.C. (UPC), Oct. 30, 2025 —
_DATELINE = re.compile(
    r"\s*(?P<place>[A-Z][A-Z’'.-]+(?:[ ,/]+(?:[A-Z][\w’'.-]*|of|de|la)){0,5})"
    r"(?:\s*\([^()]{1,40}\))?[,.]?\s*"
)
_AFTER_DATELINE = re.compile(r"\s*(?:\([^()]{1,40}\)\s*)?(?:[-–—:]|$)")
# “Thursday, May 7, 2015 The ferry sank”: a date line that lost its line break.
_RUN_IN = re.compile(r"\s+[“\"‘']?[A-Z]")
# What may stand beside a date that is a line of its own.
_DATE_LINE_WORDS = re.compile(
    r"(?:(?-i:[A-Z][a-z]+(?:\s[A-Z][a-z]+){0,2}),\s*)?(?:first\s+)?(?:published|posted|date|dated|filed|issued)?(?:\s+on)?\s*:?\s*"
    r"(?:\d{1,2}[:.]\d\d(?::\d\d)?\s*(?:[ap]\.?m\.?)?\s*[A-Z]{0,5}|at|[|·•,;—–-]|\s)*+",
    re.IGNORECASE,
)

# By Bo Ash, arts editor; Lund Wire, Lund: what may stand before the date in its line
_HEADING = re.compile(
    r"(?!.*\b(?:updated|corrected|amended)\b)"
    r"(?:(?:by|published|posted|filed|first|on|at|in|of|and|the|for|with|de|van|reporter|correspondent"
    r"|editor|writer|staff|desk|[a-z]+\s(?:reporter|correspondent|editor|writer)|(?-i:[A-Z][\w.’'-]*))"
    r"(?:[\s,:|·•;–—]+|\s-\s|\Z)){0,14}",
    re.IGNORECASE,
)
_PICTURE = re.compile(
    r"\b(?:photo\w*|picture|image|illustration|file|caption|map|source)\b", re.IGNORECASE
)
_AFTER_HEADING = re.compile(
    r"\s*(?:[,|·•;(–—-]\s*(?:\d|(?:last\s|first\s)?(?:updated|published|corrected|amended|posted|at)\b).{0,90})?",
    re.IGNORECASE,
)


def find_anchor(article: Article, option: datetime.date | None = None) -> DateAnchor | None:
    """Return the article's own date, or None if nothing tells it.

    Looked at in this order: `option` (given by the user), front matter, file name, dateline,
    a line among the first blocks that is nothing but a date.
    """
    if option is not None:
        return DateAnchor(option, "option")
    return next(iter(find_anchors(article)), None)


def find_anchors(article: Article) -> tuple[DateAnchor, ...]:
    """Return every date that the article gives for itself, in the order of `find_anchor`.

    A rule may compare them. A dateline without a year takes it from those before.
    """
    found = [*_front_matter(article), *_file_name(article.path)]
    found.extend(_first_blocks(article, found[0].date if found else None))
    return tuple(found)


def _front_matter(article: Article) -> Iterator[DateAnchor]:
    if article.front_matter is None:
        return
    fields = {f.key.lower(): f for f in reversed(article.front_matter.fields)}
    configured = (key.lower() for key in article.keys.get("date", ()))
    for key in (*(key for key in configured if key not in DATE_KEYS), *DATE_KEYS):
        field = fields.get(key)
        date = _date_of(field.value) if field else None
        if field and date:
            yield DateAnchor(date, "front matter", _date_span(field, article.source))


def _date_span(field: Field, source: str) -> Span:
    """Return the place of the value, without the white space around it."""
    value = field.span.cut(source)
    bare = value.strip()
    start = field.span.start + value.find(bare)
    return Span(start, start + len(bare))


def _date_of(value: str) -> datetime.date | None:
    """Return the date in a front-matter value: a time stamp, or a date in words."""
    value = value.strip()
    stamp = re.match(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)", value) or re.match(
        r"(\d{4})(\d\d)(\d\d)(?!\d)", value
    )
    if stamp:
        return _make_date(int(stamp[1]), int(stamp[2]), int(stamp[3]))
    for mention in find_dates(value[:200]):
        if mention.kind is DateKind.DAY and mention.year is not None:
            date = resolve(mention, datetime.date(mention.year, 1, 1))
            return date if isinstance(date, datetime.date) else None
    return None


def _make_date(year: int, month: int, day: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


def _file_name(path: str) -> Iterator[DateAnchor]:
    """Yield the date in a path: 2025-10-30-title.md, or folders 2025/10/30."""
    posix = PurePosixPath(path.replace("\\", "/"))
    for part in (posix.name, str(posix.parent)):
        for match in _IN_NAME.finditer(part):
            date = _make_date(int(match["y"]), int(match["m"]), int(match["d"]))
            if date:
                yield DateAnchor(date, "file name")
                return


def _first_blocks(article: Article, known: datetime.date | None) -> Iterator[DateAnchor]:
    paragraphs = 0
    begun = False
    for block in [b for b in article.blocks if b.kind is not BlockKind.HEADLINE][:_HEAD_BLOCKS]:
        line = _date_line(article, block) or (None if begun else _heading_line(article, block))
        begun = begun or len(block.span.cut(article.text).split()) > _LONG_PARAGRAPH
        if line:
            yield line
        elif block.kind is BlockKind.PARAGRAPH and paragraphs < 3:
            paragraphs += 1
            dateline = _dateline(article, block, known)
            if dateline:
                yield dateline
                return


def _date_line(article: Article, block: Block) -> DateAnchor | None:
    """Return the date of a block that says nothing else."""
    text = block.span.cut(article.text)
    if len(text) > _LONGEST_DATE_LINE:
        return None
    dated = [m for m in find_dates(text) if m.kind is DateKind.DAY and m.year is not None]
    if len(dated) != 1:
        return None
    span = dated[0].span
    if all(_DATE_LINE_WORDS.fullmatch(part) for part in (text[: span.start], text[span.end :])):
        date = _resolved(dated[0], None)
        return None if date is None else DateAnchor(date, "text", span.shifted(block.span.start))
    return None


def _heading_line(article: Article, block: Block) -> DateAnchor | None:
    """Return the date that ends a line above the story: “By Bo Ash, Lund, 3 May 2028”."""
    text = block.span.cut(article.text)
    if len(text) > _LONGEST_HEADING or _PICTURE.search(text):
        return None
    dated = [m for m in find_dates(text) if m.kind is DateKind.DAY and m.year is not None]
    if len(dated) != 1:
        return None
    span = dated[0].span
    after = text[span.end :].partition("\n")[0]
    if _HEADING.fullmatch(text[: span.start]) and _AFTER_HEADING.fullmatch(after):
        date = _resolved(dated[0], None)
        return None if date is None else DateAnchor(date, "text", span.shifted(block.span.start))
    return None


def _dateline(article: Article, block: Block, known: datetime.date | None) -> DateAnchor | None:
    """Return the date that opens a paragraph: “PARIS, Oct. 30, 2025 —”."""
    text = article.text[block.span.start : min(block.span.end, block.span.start + 160)]
    for mention in find_dates(text):
        place = text[: mention.span.start]
        if mention.kind is DateKind.DAY and (
            (_DATELINE.fullmatch(place) and _AFTER_DATELINE.match(text, mention.span.end))
            or (
                not place
                and mention.year is not None
                and mention.weekday is not None
                and _RUN_IN.match(text, mention.span.end)
            )
        ):
            date = _resolved(mention, known)
            return (
                None
                if date is None
                else DateAnchor(date, "dateline", mention.span.shifted(block.span.start))
            )
    return None


def _resolved(mention: DateMention, known: datetime.date | None) -> datetime.date | None:
    if mention.year is None and known is None:
        return None
    date = resolve(mention, known or datetime.date(mention.year or 1, 1, 1))
    return date if isinstance(date, datetime.date) else None
