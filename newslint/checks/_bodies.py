"""Firms and bodies whose names are written two ways."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from newslint.checks._likeness import distance, plain
from newslint.checks._prose import is_writers_own
from newslint.reading import Reading
from newslint.span import Span

_WORD = r"[A-Z][\w’'-]+"
_FIRM = re.compile(
    rf"\b(?P<name>{_WORD}),?\s(?P<tail>(?:&|and)\s(?:Sons?|Daughters?|Brothers?|Bros|Co|Company|Partners?))\b"
)
_LEGAL = re.compile(
    rf"\b(?P<name>{_WORD}(?:\s{_WORD}){{0,2}})\s(?P<tail>Ltd|Limited|plc|PLC|Inc|LLC|LLP|GmbH|AG)\b"
)
_SAME = {"limited": "ltd", "bros": "brothers", "co": "company"}
_HEADS = (
    "Academy|Agency|Alliance|Association|Authority|Board|Centre|Center|Club|College|Commission|Committee"
    "|Company|Council|Department|Federation|Foundation|Gallery|Group|Hospital|Institute|Museum|Network"
    "|Office|Partnership|School|Service|Society|Trust|Union|University"
)
_SMALL = r"of|for|and|the|on"
_BODY = re.compile(
    rf"\b(?P<whole>{_WORD}(?:\s(?:{_WORD}|{_SMALL})){{0,5}}\s(?:{_HEADS})|(?:{_HEADS})\s(?:of|for)\s(?:the\s)?{_WORD}(?:\s(?:and\s)?{_WORD}){{0,3}})\b"
)
_WAY = re.compile(
    rf"\b(?P<name>{_WORD})\s(?P<kind>Road|Street|Lane|Avenue|Drive|Close|Square|Terrace|Crescent|Row|Bridge|Park|Farm|Wharf|Quay)\b"
)
_ARTICLES = frozenset({"The", "A", "An", "In", "At", "And", "But", "For", "On", "Its", "Their"})
_MOST = 80  # names looked at: a text with more is a list
_LETTERS = 3  # of a street's name, and more
_ALIKE = 2  # first letters that two words for one thing share: Housing, Homes


@dataclass(frozen=True, slots=True)
class Variant:
    """A name at `odd` that is written otherwise at `usual`; `style` if only "&" differs."""

    odd: Span
    usual: Span
    style: bool


@dataclass(frozen=True, slots=True)
class _Use:
    words: tuple[str, ...]
    small: tuple[str, ...]
    span: Span
    sentence: int


def bodies_named_twice(reading: Reading) -> Iterator[Variant]:
    """Yield the names of firms and bodies that are written two ways. Needs `quotations`."""
    yield from _firms(reading)
    yield from _ways(reading)
    uses = list(_bodies(reading))[:_MOST]
    often: dict[tuple[tuple[str, ...], tuple[str, ...]], list[_Use]] = defaultdict(list)
    for use in uses:
        often[use.words, use.small].append(use)
    for one, other in combinations(often.values(), 2):
        odd, usual = sorted((one, other), key=lambda us: (len(us), -us[0].span.start))
        apart = odd[0].sentence not in {u.sentence for u in usual}
        if len(odd) == 1 and apart and _one_body(odd[0], usual[0]):
            yield Variant(odd[0].span, usual[0].span, False)


def _matches(reading: Reading, pattern: re.Pattern[str]) -> Iterator[tuple[re.Match[str], int]]:
    for block in reading.blocks:
        if not block.is_body:
            continue
        for match in pattern.finditer(reading.text, block.span.start, block.span.end):
            sentence = reading.sentence_at(match.start())
            if sentence is not None and is_writers_own(reading, Span(*match.span())):
                yield match, sentence.span.start


def _firms(reading: Reading) -> Iterator[Variant]:
    for pattern in (_FIRM, _LEGAL):
        first: dict[str, tuple[str, Span]] = {}
        done: set[str] = set()
        for match, _ in _matches(reading, pattern):
            name, span = plain(match["name"]), Span(*match.span())
            tail, where = first.setdefault(name, (match["tail"], span))
            if tail == match["tail"] or name in done:
                continue
            mine, theirs = (_tail(t) for t in (match["tail"], tail))
            if mine == theirs and "&" not in match["tail"] + tail:
                continue
            done.add(name)
            yield Variant(span, where, mine == theirs)


def _ways(reading: Reading) -> Iterator[Variant]:
    """Yield streets and the like whose names are one letter apart: Barrow Road, Barlow Road."""
    uses: dict[tuple[str, str], list[tuple[Span, int]]] = defaultdict(list)
    for match, sentence in _matches(reading, _WAY):
        uses[plain(match["name"]), match["kind"]].append((Span(*match.span()), sentence))
    for one, other in combinations(uses, 2):
        close = min(len(one[0]), len(other[0])) > _LETTERS and distance(one[0], other[0]) == 1
        if one[1] != other[1] or not close or one[0].rstrip("s") == other[0].rstrip("s"):
            continue
        odd, usual = sorted((uses[one], uses[other]), key=lambda us: (len(us), -us[0][0].start))
        if len(odd) == 1 and odd[0][1] not in {sentence for _, sentence in usual}:
            yield Variant(odd[0][0], usual[0][0], False)


def _tail(tail: str) -> str:
    words = tail.lower().replace("&", "and").split()
    return " ".join(_SAME.get(w, w) for w in words)


def _bodies(reading: Reading) -> Iterator[_Use]:
    for match, sentence in _matches(reading, _BODY):
        words = match["whole"].split()
        start = match.start("whole")
        while words and (words[0] in _ARTICLES or words[0].islower()):
            start += len(words[0]) + 1
            words.pop(0)
        content = tuple(plain(w) for w in words if w[0].isupper())
        small = tuple(w for w in words if not w[0].isupper() and w != "the")
        if len(content) >= 2:
            yield _Use(content, small, Span(start, match.end("whole")), sentence)


def _one_body(one: _Use, other: _Use) -> bool:
    """Return whether two names are so alike that they can hardly be two bodies'."""
    if one.words == other.words:
        return one.small != other.small and len(one.small) == len(other.small) == 1
    if len(one.words) != len(other.words) or len(one.words) < 3 or one.small != other.small:
        return False
    differ = [(a, b) for a, b in zip(one.words, other.words, strict=True) if a != b]
    if len(differ) != 1 or one.words[-1] != other.words[-1]:
        return False
    first, second = differ[0]
    if first.rstrip("s") == second.rstrip("s"):
        return False
    return first[:_ALIKE] == second[:_ALIKE] and min(len(first), len(second)) > 3
