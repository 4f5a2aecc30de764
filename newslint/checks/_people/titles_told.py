"""Titles of works and names with an s or an apostrophe that stand once with and once without it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from newslint.checks._people.likeness import distance
from newslint.language.date_mention import MONTHS, WEEKDAYS
from newslint.language.lazy_regex import LazyRegex
from newslint.reading import Reading
from newslint.span import Span

_WORD = r"[A-Z][\w-]+(?:[’']s)?"
_SMALL = r"(?:of|the|and|in|on|a|an|to|for|at|with|from|by)"
# ‘The Salt Aunt’, "Red Letters", *Low Water*, <em>Low Water</em>
_TITLE = LazyRegex(
    rf"(?:[\"“‘*_>]|(?<!\w)['’])(?P<title>{_WORD}(?:\s(?:{_SMALL}\s){{0,2}}{_WORD}){{1,5}})(?=,?[\"”’'*_<](?!\w))"
)
# Pike’s Corner and Pikes Corner; Golden Bean Foods and Golden Beans Foods
_NAME = LazyRegex(
    r"\b(?P<name>[A-Z][a-z]{2,15}(?:[’']s)?(?:\s[A-Z][a-z]{2,15}(?:[’']s)?){1,3})\b(?![’'])"
)
_DAYS = frozenset({*MONTHS, *WEEKDAYS})
_LONG = 9  # letters: a shorter title may differ by one from another work


def names_with_and_without(reading: Reading) -> Iterator[tuple[Span, Span]]:
    """Yield each title or name that is written nearly like a more usual one, and the usual one.

    Compared are titles of works in quotation marks or italics, by their letters, and names of
    two words and more, of which one has an apostrophe in one place and a bare s in the other,
    or one inside has an s too many.
    """
    yield from _pairs(reading, "title")
    yield from _pairs(reading, "name")


def _pairs(reading: Reading, what: str) -> Iterator[tuple[Span, Span]]:
    pattern = _TITLE if what == "title" else _NAME
    places: dict[str, list[Span]] = {}
    for block in reading.blocks:
        if not (block.is_body or block.key):
            continue
        for match in pattern.finditer(block.span.cut(reading.text)):
            span = Span(*match.span(what)).shifted(block.span.start)
            if match[what].split()[0] not in _DAYS:
                places.setdefault(match[what].replace("’", "'"), []).append(span)
    if len(places) < 2:
        return
    times = Counter({name: len(spans) for name, spans in places.items()})
    names = sorted(places, key=lambda n: places[n][0].start)
    for at, one in enumerate(names):
        for other in names[at + 1 :]:
            if not (_same_title if what == "title" else _same_name)(one, other):
                continue
            odd, usual = (one, other) if times[one] < times[other] else (other, one)
            if times[odd] == 1:
                yield places[odd][0], places[usual][0]


def _same_title(one: str, other: str) -> bool:
    if one.lower() == other.lower() or abs(len(one) - len(other)) > 1 or len(one) < _LONG:
        return False
    if any(c.isdigit() for c in one + other):
        return False  # a part and the next
    return distance(one.lower(), other.lower()) == 1


def _same_name(one: str, other: str) -> bool:
    first, second = one.split(), other.split()
    if len(first) != len(second) or first[-1] != second[-1]:
        return False
    unlike = [at for at, (a, b) in enumerate(zip(first, second, strict=True)) if a != b]
    if len(unlike) != 1:
        return False
    at = unlike[0]
    a, b = sorted((first[at], second[at]), key=len)
    # "Leck’s Old Hall" is the Leck Old Hall, and two Professors are no Professor.
    return (at > 0 and b == a + "s") or (a.endswith("s") and b == a[:-1] + "'s")
