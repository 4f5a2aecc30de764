"""What a story says of the lives of its people: years in a post, sentences, pay, children."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from fractions import Fraction

from newslint.checks._facts.told import (
    MONEY,
    NUMBER,
    TIME,
    Fact,
    Place,
    is_apart,
    is_name,
    money,
    number,
    number_places,
    person_at,
    seconds,
)
from newslint.checks._people.likeness import plain
from newslint.language.lazy_regex import LazyRegex
from newslint.language.tokens import Token
from newslint.reading import Reading

_YEARS = rf"(?P<years>{NUMBER})\syears"
_RUN = (
    r"run|been\sin\s(?:the|her|his)\s(?:job|post|role|chair)|led|headed|managed|directed|chaired"
    r"|owned|been\s(?:(?:its|the|their|a)\s)?(?:[\w’'-]+\s){0,3}?"
    r"(?:director|head|headteacher|leader|chair|chairman|chairwoman|manager|mayor|coach|editor"
    r"|conductor|president|vicar|landlord)"
)
# Each of them tells since when one has had a post, lived in a house, or worked in a place.
_TENURES = (
    ("post", LazyRegex(rf"\bha(?:s|d|ve)\s(?P<act>{_RUN})\b[^.;]{{0,50}}?\sfor\s{_YEARS}\b")),
    ("post", LazyRegex(rf"\b(?:took\sover|took\scharge|took\sthe\s(?:job|post|helm))"
        rf"\b[^.;,]{{0,40}}?\s{_YEARS}\sago")),
    ("post", LazyRegex(rf"\b(?:became|was\s(?:made|appointed|named))\s(?:its\s|the\s|their\s)?"
        rf"(?:[\w’'-]+\s){{0,3}}?{_YEARS}\sago")),
    ("home", LazyRegex(rf"\b(?:had|has|have)\s(?:lived|been\sliving)\b[^.;]{{0,40}}?\sfor"
        rf"\s{_YEARS}\b")),
    ("home", LazyRegex(rf"\bmoved\s(?:in|there|into\s(?:it|the\s[a-z]+)|to\sthe\s[a-z]+)\s"
        rf"(?:[\w\s]{{0,20}}\s)?{_YEARS}\sago")),
    ("home", LazyRegex(rf"\b(?:home|house|flat)\s(?:of|for)\s{_YEARS}\b")),
    ("work", LazyRegex(rf"\bha(?:s|d|ve)\s(?:worked|served|taught)\b[^.;]{{0,40}}?\sfor"
        rf"\s{_YEARS}\b")),
    ("work", LazyRegex(rf"\bjoined\s[^.;,]{{2,40}}?\s{_YEARS}\sago")),
)  # fmt: skip
_STARTS = (
    ("post", LazyRegex(rf"\bha(?:s|d|ve)\s(?P<act>{_RUN})\b[^.;]{{0,50}}?\ssince\s(?P<year>"
        rf"(?:19|20)\d\d)\b")),
    ("post", LazyRegex(r"\b(?:took\sover|took\scharge)\b[^.;]{0,40}?\sin\s(?:"
        r"(?P<month>[A-Z][a-z]+)\s)?(?P<year>(?:19|20)\d\d)\b")),
    ("home", LazyRegex(r"\bha(?:s|d|ve)\slived\b[^.;]{0,40}?\ssince\s(?P<year>(?:19|20)\d\d)\b")),
    ("home", LazyRegex(r"\bmoved\s(?:in|there|into\s(?:it|the\s[a-z]+)),?\sin\s(?P<year>(?:19"
        r"|20)\d\d)\b")),
    ("work", LazyRegex(r"\bha(?:s|d|ve)\sworked\b[^.;]{0,40}?\ssince\s(?P<year>(?:19|20)\d\d)\b")),
    ("work", LazyRegex(r"\bjoined\s[^.;,]{2,40}?\sin\s(?P<year>(?:19|20)\d\d)\b")),
)  # fmt: skip
_JAILED = LazyRegex(
    rf"\b(?:jailed|imprisoned|sentenced(?:\s(?:on\s)?[A-Z][\w’'-]+|\shim|\sher)?|given|gaoled|gets)\s(?:to\s|for\s)?"
    rf"(?P<time>{TIME})"
    r"(?=[\s,.;](?!suspended|probation|of\sprobation|community))"
)
_SENTENCE = LazyRegex(
    rf"(?:(?P<owner>[A-Z][\w’'-]+?)[’']s?|\b[Tt]he|\b[Hh]is|\b[Hh]er)\s(?P<whole>"
    rf"(?P<time>{TIME})\s(?:prison\s|jail\s)?(?:sentence|term))\b"
)
_TWO_FINES = LazyRegex(
    rf"\bfined\s(?P<whole>(?P<a>{MONEY})\sfor\s[\w\s]{{3,40}}\sand\s(?P<b>{MONEY})\sfor\s"
    rf"(?:[a-z]+\s){{1,2}}[a-z]+)"
)
_FINED = LazyRegex(
    rf"\bfined\s(?:a\stotal\sof\s)?(?P<money>{MONEY})(?!\sfor\s[\w\s]{{3,40}}\sand\s[£$€])"
)
_PAID = (
    LazyRegex(rf"\b(?:is|will\sbe|be|being|was)\spaid\s(?P<whole>(?P<money>{MONEY})\s(?:a|per)"
        rf"\syear)"),
    LazyRegex(rf"\b(?:[Hh]er|[Hh]is|[Tt]he)\s(?:annual\s|yearly\s|new\s)?salary\s(?:of|is|was"
        rf"|will\sbe)\s(?P<whole>(?P<money>{MONEY}))"),
    LazyRegex(rf"\b(?:[Hh]er|[Hh]is|[Tt]he)\s(?P<whole>(?P<money>{MONEY})(?:-a-year)?\s"
        rf"(?:salary|pay\spackage))\b"),
    LazyRegex(rf"\bsalary\sof\s(?P<whole>(?P<money>{MONEY}))"),
)  # fmt: skip
_KINDS = LazyRegex(
    rf"\b(?:[Tt]hey|[Ss]he|[Hh]e|[Tt]he\scouple|her|his)\b[^.;]{{0,40}}?\b(?P<whole>"
    rf"(?P<n>{NUMBER})\s(?:[a-z]+\s)?(?P<kind>sons|daughters))\b"
)
_PARENT = LazyRegex(rf"\b(?:[Mm]other|[Ff]ather|[Mm]um|[Dd]ad)[\s-]of[\s-](?P<n>{NUMBER})\b")
_CHILDREN = (
    LazyRegex(rf"\b(?P<owner>[A-Z][\w’'-]+?)[’']s?\s(?P<whole>(?P<n>{NUMBER})\s(?:young\s|small"
        rf"\s|grown\s)?children)\b"),
    LazyRegex(rf"\b(?:[Hh]er|[Hh]is|[Tt]heir)\s(?P<whole>(?P<n>{NUMBER})\s(?:young\s|small\s|grown"
        rf"\s)?children)\b"),
    LazyRegex(rf"\b(?:has|had|have|leaves)\s(?P<whole>(?P<n>{NUMBER})\s(?:young\s|small\s|grown"
        rf"\s)?children)\b"),
)  # fmt: skip
_ALL = (
    *(pattern for _, pattern in (*_TENURES, *_STARTS)),
    *(_JAILED, _SENTENCE, _TWO_FINES, _FINED, *_PAID, _KINDS, _PARENT, *_CHILDREN),
)
_MONTHS = {name: number for number, name in enumerate(calendar.month_name) if name}
_LOOSE = 1  # years by which a span told in whole years may be off


def people_told(reading: Reading) -> Iterator[Fact]:
    """Yield years in a post or a house, sentences, fines, pay and children.

    Needs `names`, `quotations` and `date`; years that count back from today are compared
    with years of the calendar only where the article has a date.
    """
    for place in number_places(reading, *_ALL):
        yield from _tenures(place)
        yield from _courts(place)
        for pattern in _PAID:
            for match in pattern.finditer(place.text):
                found = money(match["money"])
                if found is not None and not _other_times(place):
                    of = _who(place, match.start())
                    yield from place.fact(("pay", found[0]), of, found[1], match.span("whole"))
        if is_apart(place):
            continue
        for match in _KINDS.finditer(place.text):
            value, span = number(match["n"]), match.span("whole")
            yield from place.fact(("children", match["kind"]), "", value, span)
        for match in _PARENT.finditer(place.text):
            of = _who(place, match.start())
            yield from place.fact(("children",), of, number(match["n"]), match.span("n"))
        for pattern in _CHILDREN:
            for match in pattern.finditer(place.text):
                owner = match.groupdict().get("owner")
                of = plain(owner) if owner else _who(place, match.start())
                if of:
                    yield from place.fact(
                        ("children",), of, number(match["n"]), match.span("whole")
                    )


def _other_times(place: Place) -> bool:
    return (
        re.search(r"\b(?:predecessor|successor|would|could|previously|had)\b", place.text)
        is not None
    )


def _who(place: Place, offset: int) -> str:
    """Return the plain surname of the person whom the sentence is about at a place."""
    return person_at(place.reading, place.sentence.block, place.sentence.span.start + offset)


def _subject(place: Place, offset: int) -> str:
    """Return of whom a verb at a place speaks, as far as the sentence or the one before tells."""
    token = place.token(offset)
    while token is not None and token.pos not in ("VERB", "AUX") and token.head is not token:
        token = token.head
    subject: Token | None = None
    while token is not None and subject is None:
        subject = token.child("nsubj", "nsubjpass")
        if token.head is token:
            break
        token = token.head
    if subject is not None and is_name(place.reading, subject):
        return plain(subject.text)
    return _who(place, offset)


def _tenures(place: Place) -> Iterator[Fact]:
    for domain, pattern in _TENURES:
        for match in pattern.finditer(place.text):
            end = match.end("years") + len(" years") + (4 if match[0].endswith("ago") else 0)
            yield from place.fact(
                ("tenure", domain),
                _subject(place, match.start()),
                number(match["years"]),
                (match.start("years"), end),
            )
    anchor = place.reading.date
    for domain, pattern in _STARTS:
        for match in pattern.finditer(place.text):
            of, year = _subject(place, match.start()), int(match["year"])
            yield from place.fact(("start", domain), of, Fraction(year), match.span("year"))
            if anchor is not None:
                years = Fraction(anchor.date.year - year)
                month = _MONTHS.get(match.groupdict().get("month") or "")
                if month is not None:
                    years += Fraction(anchor.date.month - month, 12)
                span = match.span("year")
                yield from place.fact(("tenure", domain), of, years, span, slack=_LOOSE)


def _courts(place: Place) -> Iterator[Fact]:
    if re.search(
        r"\b(?:serve|suspended|appeal|reduced|prosecut\w+|maximum|minimum|could|up\sto)\b",
        place.text,
    ):
        return
    for match in _JAILED.finditer(place.text):
        if match[0].startswith("given") and not re.search(r"\b(?:prison|jail)", place.text):
            continue
        of = _defendant(place, match.start())
        yield from place.fact(("jailed",), of, seconds(match["time"]), match.span("time"))
    for match in _SENTENCE.finditer(place.text):
        of = plain(match["owner"]) if match["owner"] else _who(place, match.start())
        yield from place.fact(("jailed",), of, seconds(match["time"]), match.span("whole"))
    for match in _TWO_FINES.finditer(place.text):
        one, other = money(match["a"]), money(match["b"])
        if one is not None and other is not None and one[0] == other[0]:
            of = _defendant(place, match.start())
            yield from place.fact(("fined", one[0]), of, one[1] + other[1], match.span("whole"))
    for match in _FINED.finditer(place.text):
        found = money(match["money"])
        if found is not None:
            of = _defendant(place, match.start())
            yield from place.fact(("fined", found[0]), of, found[1], match.span("money"))


def _defendant(place: Place, offset: int) -> str:
    """Return who is sentenced; nobody yet, where the sentence calls them by what they are."""
    token = place.token(offset)
    subject = token.child("nsubjpass") if token is not None else None
    if subject is not None and subject.pos == "NOUN":
        return ""
    thing = token.child("dobj") if token is not None else None
    for found in (thing, subject):
        if found is not None and found.pos == "PROPN" and not found.text.isupper():
            return plain(found.text)
    if subject is not None and subject.lower in ("he", "she", "who"):
        return _who(place, offset)
    return ""
