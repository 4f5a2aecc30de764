"""structure.image-provenance."""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Iterator
from typing import ClassVar

from newslint.article import BlockKind, InlineKind
from newslint.checks._credit_lines import nobodys_credits, uncredited_lines
from newslint.checks._phrases import vocabulary
from newslint.checks._pictures import (
    Picture,
    Words,
    credits_nobody,
    find_in_front_matter,
    find_pictures,
    host_of,
    image_host,
    is_archive,
    is_credited,
    is_unsure,
    messenger_of,
    names_nobody,
)
from newslint.checks._prose import speaks_in_first_person
from newslint.finding import Problem, Severity
from newslint.language.lazy_regex import LazyRegex
from newslint.reading import Reading
from newslint.rule import Example, Rule
from newslint.span import Span

_MONTHS = "|".join(name for name in calendar.month_name if name)
_DATE = LazyRegex(
    rf"(?<!\d[-–])(?:\b\d{{1,2}}(?:st|nd|rd|th)?\s)?(?:\b(?P<month>{_MONTHS})\s)?(?:\d{{1,2}},?\s)?"
    r"\b(?P<year>1[89]\d\d|20\d\d)\b(?![-–]\d)",
    re.IGNORECASE,
)

# What is shown is of that year, not the picture of it: "from her 1970 paper".
_OF_WORK = LazyRegex(
    r"\s(?:\w+\s)?(?:paper|report|book|study|film|painting|map|novel|poster|edition|drawing|model"
    r"|manuscript|letter|census|engraving|advertisement|plan|treaty|act)s?\b",
    re.IGNORECASE,
)

_CREDITING = LazyRegex(
    r"credits?$|photographer$|attribution$|copyright$|(?:image|photo|picture)_source$"
)
_SHORT = 120  # characters of a sentence that says no more than where a picture is from
_CREDIT_WORDS = 5  # of a sentence that is no more than a credit
_TOLD = 4  # words of an alternative text that readers see as a caption
_NOBODY = "Nobody is credited for this photograph: say whose it is."
_UNSAID = "This tells what is to be seen, and not whose picture it is: say who made it."
_LABEL_PLACES = frozenset({BlockKind.PARAGRAPH, BlockKind.CAPTION, BlockKind.CREDIT})
# Somebody has rights in it: who?
_RIGHTS = LazyRegex(
    r"(?:(?:©|\(c\)|copyright)\s?(?:\d{4})?|(?:all|some) rights reserved)\W*\Z"
    r"|.{0,30}\b(?:may be|subject to) (?:subject to )?copyright",
    re.IGNORECASE,
)
_PHOTO = LazyRegex(r"\.(?:jpe?g|webp|avif|heic|tiff?)(?:[?#]|$)", re.IGNORECASE)
# A drawing or a screen shot, by its name, has no photographer.
_DRAWN = LazyRegex(
    r"(?<![^\W_])(?:screen[-_ ]?(?:shot|grab|cap)\w*|cartoon|drawing|figure|sketch|template|page|"
    r"quote|infographic|graphics?|logo|icon|chart|graph|diagram|illustration|banner|map)s?"
    r"(?![^\W_])",
    re.IGNORECASE,
)
# What somebody drew for this story, and a caption presents.
_MADE = LazyRegex(
    r"(?<![^\W_])(?:map|chart|diagram|sketch|drawing|infographic)s?(?![^\W_])", re.IGNORECASE
)
# What somebody drew or worked out, by its description: a map of the route.
_GRAPHIC = LazyRegex(
    r"(?:(?:an?|the|[\w’'-]+) ){0,2}(?:map|chart|graph|diagram|(?:info)?graphic|render(?:ing)?"
    r"|sketch|artist[’']s (?:impression|view)|impression|illustration|histogram|floor ?plan)\b",
    re.IGNORECASE,
)
# "Graphic: where the money went" says what is shown, and not who made it.
_LABELLED = LazyRegex(r"(?P<label>[A-Z][a-z]+(?: [a-z]+)?): (?P<what>\S[^\n:]{2,100})")
# "Photo: The ferry in the storm": a sentence without a verb, and no name.
_SCENE = LazyRegex(
    r"(?:(?:The|An?) (?=(?:[\w’'-]+ ){2})|[A-Z][\w’'-]+ )(?:[\w’'-]+ ){0,5}"
    r"(?:[a-z]+ing|after|at|before|during|in|inside|near|on|outside) [^\n/|@©]{3,90}"
)
# "Compiled from reports", "With our stringers": a line of credit without a name in it.
_NAMELESS = LazyRegex(
    r"(?:(?:Compiled|Adapted|Edited|Reported|Rewritten|Gathered|Translated|Sourced)"
    r"|(?:Additional |Further |Other )?(?:[Rr]eporting|[Mm]aterial|[Ii]nformation)|With)"
    r"(?: (?:additional|further) (?:reporting|material)| inputs?)? ?"
    r"(?:(?:from|by|with|of|and) )?"
    r"(?:(?:the|our|various|other|news|wire|agency|press|media|staff|local|online|web|and"
    r"|social) )*"
    r"(?:agencies|correspondents|desk|inputs?|media|reports|reporters|sources|staff|stringers|wires"
    r"|internet|web|elsewhere(?: (?:on the (?:web|internet)|online))?)"
)
_FOUND = LazyRegex(
    r"\b(?:found|downloaded|lifted|copied|grabbed|pulled|borrowed|taken) (?:off |from )?(?:the )?"
    r"(?:online|internet|web|social media|net)\b"
)
_PICTURED = LazyRegex(
    r"\b(?:photo\w*|pictures?|images?|videos?|one (?:above|below)|illustration)\b"
)
_NO_NAMES = "“%s” names nobody: say whose reports these are."
_SOURCE = LazyRegex(
    r"\b(?:by(?! month| week| year| day| hour| age| region| colony| district| county| ward| party)"
    r"|courtesy|from|source|via|©)\b|[/|(©]",
    re.IGNORECASE,
)


class ImageProvenance(Rule):
    """Know where each picture comes from, and tell the reader.

    A picture from an image host or a messenger has lost its date, its place and its maker,
    and may be of another event. An old picture on a new story misleads unless it is called a
    file photo. Each fault is marked where it stands: the host, the file name, the old date in
    the caption (`years` before the article's own date), a photograph that nobody is credited
    for, and, as a suggestion, the address of an uncredited picture from another site. List
    the hosts that you publish from in `own_hosts`. An old date that the story itself speaks
    of is left alone.
    """

    id: str = "structure.image-provenance"
    message: str = "“%s” is a host for anybody's pictures: say whose this is, and host it yourself."
    severity: Severity = Severity.WARNING
    years: int = 1
    own_hosts: tuple[str, ...] = ()

    needs: ClassVar = frozenset({"date", "sentences", "quotations"})
    standards: ClassVar = (
        "https://www.reutersagency.com/en/about/standards-values/",
        "https://www.ap.org/about/news-values-and-principles/",
        "https://c2pa.org/",
    )
    examples: ClassVar = (
        Example(
            "---\ntitle: Quay burns\nimage: https://[[i.imgur.com]]/k3J.jpg\n"
            "image_caption: The quay on Monday. Photo by Ada Lind\n---\n\nThe quay burnt down.\n"
        ),
        Example(
            "The quay burnt down.\n\n![The quay in flames](/img/[[IMG-20310304-WA0007.jpg]])\n"
        ),
        Example(
            "---\ntitle: Quay burns\ndate: 2031-03-04\nimage: /img/quay.jpg\n"
            'image_caption: "Boats at the quay on [[9 June 2026]] [Ada Lind]"\n---\n\nIt burnt.\n'
        ),
        Example(
            "---\ntitle: Quay burns\nimage: [[https://pictures.example.org/q.jpg]]\n---\n\nAsh.\n"
        ),
        Example(
            "---\ntitle: Quay burns\ndate: 2031-03-04\nimage: /img/quay.jpg\n"
            'image_caption: "File photo: boats at the quay in June 2026"\n---\n\nIt burnt.\n'
        ),
        Example(
            "---\ntitle: Quay burns\ndate: 2031-03-04\nimage: /img/quay.jpg\n"
            "image_caption: The quay after its repair in 2026\nimage_credit: Ada Lind\n---\n\n"
            "It was mended in 2026.\n"
        ),
        Example(
            "---\ntitle: Quay burns\nimage: https://pictures.example.org/q.jpg\n"
            "image_credit: Ada Lind\n---\n\nIt burnt.\n"
        ),
        Example(
            "The quay burnt down.\n\n![The quay](/img/quay.jpg)\n*The quay. [[Picture: TikTok]]*\n"
        ),
        Example(
            "The quay burnt.\n\n![The quay](/img/quay.jpg)\n*The quay. Photo: TikTok/@adalind*\n"
        ),
        Example("The quay burnt down.\n\n[[![The quay in flames](/img/IMG_2071.jpg)]]\n"),
        Example(
            "The quay burnt down.\n\n[[![The quay at dawn](/img/dawn.jpg)]]\n\n"
            "![The quay at dusk](/img/dusk.jpg)\n\nPhoto: Ada Lind\n"
        ),
        Example(
            "The quay burnt down.\n\n![The quay in flames](/img/IMG_2071.jpg)\n\nPhoto: Ada Lind\n"
        ),
    )

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield a problem at each part of a picture's address or caption that is at fault."""
        source = reading.article.source
        for picture in find_pictures(reading.article):
            yield from self._origin(picture, source)
            if picture.caption is not None and not is_archive(picture.caption.text):
                yield from self._age(reading, picture.caption)
        yield from self._credits(reading)
        told = [*self._labels(reading), *self._fields(reading)]
        yield from told
        for place in nobodys_credits(reading):
            if not any(problem.span.overlaps(place) for problem in told):
                words = " ".join(place.cut(reading.text).split())
                yield self.problem(place, message=f"“{words}” credits nobody: say whose this is.")
        for place in uncredited_lines(reading):
            if not any(problem.span.overlaps(place) for problem in told):
                yield self.problem(place, message=_UNSAID)

    def _credits(self, reading: Reading) -> Iterator[Problem]:
        """Yield each photograph of the site's own that nobody is credited for."""
        article = reading.article
        if speaks_in_first_person(reading):
            return  # a blog or a diary: its pictures are the writer's
        for image in article.images:
            caption = image.caption if image.caption is not None and len(image.caption) else None
            words = " ".join(s.cut(article.text) for s in (image.alt, image.caption) if s)
            photo = _is_photo(image.url, captioned=caption is not None)
            told_of = f"{image.url} {words}"
            made = _GRAPHIC.match(words) or (caption is not None and _MADE.search(told_of))
            if not made and (not photo or _DRAWN.search(told_of)):
                continue
            # A template may well print the credit itself.
            if image.span.cut(article.source)[:2] not in ("![", "<i", "<I") or "{" in image.url:
                continue
            if messenger_of(image.url.rpartition("/")[2]) is not None:
                continue
            told = image.alt is not None and len(image.alt.cut(article.text).split()) >= _TOLD
            if host_of(image.url) is not None and caption is None and not told:
                continue
            if is_credited(reading.article, image):
                continue
            yield self.problem(
                article.source_map.to_source(caption) if caption is not None else image.span,
                in_source=True,
                message=_NOBODY,
            )
        for picture in find_in_front_matter(article):
            caption_words = picture.caption
            if caption_words is None or picture.credit is not None:
                continue
            if picture.credited or "{" in picture.address.text:
                continue
            if not _is_photo(picture.address.text, captioned=True):
                continue
            if not _DRAWN.search(f"{picture.address.text} {caption_words.text}"):
                yield self.problem(caption_words.span, in_source=True, message=_NOBODY)

    def _fields(self, reading: Reading) -> Iterator[Problem]:
        """Yield credits in the front matter that name nobody, and pictures "found online"."""
        matter = reading.article.front_matter
        for field in matter.fields if matter is not None else ():
            key = field.key.lower().replace("-", "_").rpartition(".")[2]
            if _CREDITING.search(key) and field.value.strip() and names_nobody(field.value):
                yield self.problem(
                    field.span,
                    in_source=True,
                    message=f"“{field.value.strip()}” credits nobody: say whose picture it is.",
                )
        for image in reading.article.images:
            caption = image.caption
            tail = "" if caption is None else caption.cut(reading.text).rpartition(". ")[2]
            if caption is not None and len(tail) < len(caption) and _is_no_credit(tail):
                yield self.problem(
                    Span(caption.end - len(tail), caption.end),
                    message=f"“{tail}” credits nobody: say whose picture it is.",
                )
        for sentence in reading.sentences:
            text = sentence.span.cut(reading.text)
            found = len(text) < _SHORT and _FOUND.search(text)
            if found and _PICTURED.search(text) and not reading.quotations.touches(sentence.span):
                yield self.problem(
                    sentence.span, message="Found is no source: say who made the picture."
                )

    def _labels(self, reading: Reading) -> Iterator[Problem]:
        """Yield the labels that say what is shown and not by whom, and credits to nobody."""
        for block in reading.blocks:
            if block.kind not in _LABEL_PLACES or block.key is not None:
                continue
            for line in _lines(reading, block.span):
                text = line.cut(reading.text)
                match = _LABELLED.fullmatch(text.rstrip(" .*_)"))
                if match is None:
                    first = text.partition(". ")[0].rstrip(" .*_)")
                    if _NAMELESS.fullmatch(first) is not None:
                        place = Span(line.start, line.start + len(first))
                        yield self.problem(place, message=_NO_NAMES % first)
                    continue
                label, nobody = match["label"].lower(), names_nobody(match["what"])
                drawn = label in vocabulary("pictures", "drawn_labels")
                if not drawn and not (nobody and label in vocabulary("pictures", "other_labels")):
                    continue
                what = match["what"]
                described = what[0].islower() and len(what.split()) > 2
                described |= _SCENE.fullmatch(what) is not None
                if nobody or (described and not _SOURCE.search(what)):
                    yield self.problem(
                        Span(line.start, line.start + match.end()),
                        message=f"“{match[0]}” names no source: say who made it.",
                    )

    def _origin(self, picture: Picture, source: str) -> Iterator[Problem]:
        address, host = picture.address, picture.host
        anybodys = image_host(host) if host is not None and host not in self.own_hosts else None
        if anybodys is not None and host is not None:
            yield self.problem(_part(address, host, source), host, in_source=True)
        messenger = messenger_of(picture.file_name)
        if messenger is not None:
            yield self.problem(
                _part(address, picture.file_name, source),
                in_source=True,
                message=(
                    f"{messenger} gives such file names: find out who took the picture, when and"
                    " where, and name the file for it."
                ),
            )
        foreign = host is not None and host not in self.own_hosts
        if foreign and anybodys is None and not picture.credited:
            yield self.problem(
                address.span,
                in_source=True,
                at_most=Severity.SUGGESTION,
                message="Nobody is credited for this picture from another site: say whose it is.",
            )

    def _age(self, reading: Reading, caption: Words) -> Iterator[Problem]:
        if reading.date is None:
            return
        published = reading.date.date
        body = " ".join(b.span.cut(reading.text) for b in reading.blocks if b.is_body)
        for match in _DATE.finditer(caption.text):
            taken = _last_day(match)
            years = (
                published.year
                - taken.year
                - ((published.month, published.day) < (taken.month, taken.day))
            )
            if _OF_WORK.match(caption.text, match.end()):
                continue
            if years >= self.years and match["year"] not in body:
                yield self.problem(
                    caption.part(*match.span(), reading.article.source),
                    in_source=True,
                    message=(
                        f"The picture is of {' '.join(match[0].split())}, the article of"
                        f" {published.isoformat()}: call it a file photo."
                    ),
                )
                return


def _is_no_credit(tail: str) -> bool:
    """Return whether the last sentence of a caption stands for a credit and names nobody."""
    short = len(tail.split()) <= _CREDIT_WORDS
    return credits_nobody(tail) or (short and (is_unsure(tail) or _RIGHTS.match(tail) is not None))


def _is_photo(address: str, *, captioned: bool) -> bool:
    """Return whether the address is a photograph's; with a caption it need not say so."""
    if _PHOTO.search(address):
        return True
    name = re.split(r"[?#]", address)[0].rpartition("/")[2]
    return captioned and "." not in name


def _lines(reading: Reading, block: Span) -> Iterator[Span]:
    """Yield the runs of a block that may be a label: all of it, and what is set in italics."""
    yield block
    for inline in reading.article.inlines:
        inside = block.covers(inline.span) and inline.span != block
        if inside and inline.kind is InlineKind.EMPHASIS:
            yield inline.span


def _last_day(match: re.Match[str]) -> datetime.date:
    """Return the last day that the date in a caption may mean."""
    year = int(match["year"])
    if match["month"] is None:
        return datetime.date(year, 12, 31)
    names = [name.lower() for name in calendar.month_name]
    month = names.index(match["month"].lower())
    return datetime.date(year, month, calendar.monthrange(year, month)[1])


def _part(address: Words, part: str, source: str) -> Span:
    """Return the source span of the last place of `part` in the address."""
    start = address.text.lower().rfind(part.lower())
    return address.part(start, start + len(part), source) if start >= 0 else address.span
