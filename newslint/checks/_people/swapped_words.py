"""Names of which one word is another of its kind: "Mahan Memorial", "Mahan General Hospital"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import combinations

from newslint.checks._people.likeness import distance, plain
from newslint.checks._people.pronouns import sexes
from newslint.checks._phrases import PACKAGE, vocabulary
from newslint.checks._prose import is_writers_own
from newslint.language.lazy_regex import LazyRegex
from newslint.reading import Reading
from newslint.span import Span
from newslint.vocabulary import load

_WORD = r"[A-Z][a-zà-ÿ]+(?:[’'-][A-Za-z]+)*"
# The run of capitals of a name: Mahan Memorial Hospital; the Union for Fair Rent
_RUN = LazyRegex(
    rf"(?<![\w.-])(?:St\.?\s)?{_WORD}(?:\s(?:(?:of|for|and|the)\s){{0,2}}{_WORD}){{1,4}}(?![\w-])"
)
# What is told apart from another: a rival, another, the nearby; Orr House, which ..., and Orr Court
_APART = LazyRegex(
    r"\b(?:another|other|rivals?|nearby|neighbou?r(?:s|ing)?|next\sdoor|adjoining|breakaway"
    r"|sister|both|former(?:ly)?|renamed|replac\w+|merg\w+|also|moved?|transferred|split|unlike"
    r"|different|successor|as\swell)\b",
    re.IGNORECASE,
)
_TOLD = LazyRegex(
    r",\s(?:an?|the|which|where|on|in|at|near|next|owned|run|built|known|called)\s|\s\("
)
_BEFORE = LazyRegex(r"\b(?:an?|another|its|their|his|her)\s$", re.IGNORECASE)
_ARTICLES = frozenset({"The", "A", "An", "At", "In", "On"})
# The cantata | The Drowned Bells
_WORK = LazyRegex(
    r"\b(?:novel|film|cantata|opera|play|song|album|ballet|poem|exhibition|symphony|oratorio|musical"
    r"|book|painting|mural|documentary|series|suite|concerto|memoir|story|piece|requiem|sculpture"
    rf"|thriller|comedy|drama|collection|show),?\s(?P<title>The(?:\s{_WORD}){{2,3}})(?!\s[A-Z])"
)
_TITLE = LazyRegex(rf"(?<![\w“‘*_\"-])(?P<title>The(?:\s{_WORD}){{2,3}})(?![\w-]|\s[A-Z])")
_SAINT = LazyRegex(
    r"(?<![\w-])(?P<saint>(?:St|Saint)\.?\s(?P<name>[A-Z][a-z]{4,}))(?:[’']s)?(?!\w)"
)
_SAINT_NAMED = LazyRegex(r"\b(?:St|Saint)\.?\s(?P<name>[A-Z][a-z]{2,})(?:[’']s)?$")
_LONG = 30
_APART_BY = 2  # letters
_MOST = 120  # names looked at: a text with more is a list


@dataclass(frozen=True, slots=True)
class _Use:
    span: Span
    sentence: Span


def swapped_words(reading: Reading) -> Iterator[tuple[Span, Span]]:
    """Yield each later name in which one word of an earlier one is swapped, and the earlier.

    The words are of one row of `swaps`: kinds of hospitals, blocks of flats, parties. Names
    that one sentence tells apart, or that are brought in as something else, are left alone.
    Needs `sentences` and `quotations`.
    """
    uses: dict[tuple[str, ...], list[_Use]] = defaultdict(list)
    for block in reading.blocks:
        if not (block.is_body or block.key):
            continue
        for match in _RUN.finditer(reading.text, block.span.start, block.span.end):
            sentence = reading.sentence_at(match.start())
            for words in _names(match[0].split()):
                span = Span(match.end() - len(" ".join(words)), match.end())
                if sentence is not None and any(plain(w) in _swaps() for w in words):
                    uses[tuple(map(plain, words))].append(_Use(span, sentence.span))
    yield from _works(reading)
    yield from _saints(reading)
    for one, other in combinations(list(uses)[:_MOST], 2):
        early, late = sorted((uses[one], uses[other]), key=lambda us: us[0].span)
        if len(late) == 1 and _swapped(one, other) and _may_be_one(reading, early, late[0]):
            yield late[0].span, early[0].span


def _names(words: list[str]) -> Iterator[list[str]]:
    """Yield a run of capitals without its article, and what stands in it after "of"."""
    words = words[1:] if words[0] in _ARTICLES else words
    yield words
    small = [at for at, word in enumerate(words) if word.islower()]
    if small and len(words) - small[-1] > 2:
        yield words[small[-1] + 1 :]


@cache
def _swaps() -> dict[str, frozenset[int]]:
    """Return in which rows of words that are swapped a word stands."""
    data = load(PACKAGE, "vocabularies/bodies.yml")
    rows = data["swaps"] if isinstance(data, dict) else []
    found: dict[str, set[int]] = defaultdict(set)
    for at, row in enumerate(rows):
        for word in row:
            found[str(word)].add(at)
    return {word: frozenset(at) for word, at in found.items()}


def _swapped(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Return whether names differ in a word of one row, and share what only one can be called."""
    if len(one) != len(other):
        return False
    unlike = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    if len(unlike) != 1 or not _row(*unlike[0]):
        return False
    shared = {w for w in one if w in other and w not in _swaps() and len(w) > 3}
    return bool(shared - set(vocabulary("bodies", "too_common")))


def _row(one: str, other: str) -> bool:
    return bool(_swaps().get(one, frozenset()) & _swaps().get(other, frozenset()))


def _may_be_one(reading: Reading, early: list[_Use], late: _Use) -> bool:
    if any(use.sentence.overlaps(late.sentence) for use in early):
        return False
    text = reading.text
    if _APART.search(late.sentence.cut(text)) or _BEFORE.search(
        text[late.span.start - 9 : late.span.start]
    ):
        return False
    return _TOLD.match(text, late.span.end) is None and is_writers_own(reading, late.span)


def is_brought_in(reading: Reading, one: Span, other: Span) -> bool:
    """Return whether the later of two names is told to be something else: "X, which covers"."""
    return _TOLD.match(reading.text, max(one, other).end) is not None


def two_saints(reading: Reading, one: Span, other: Span) -> bool:
    """Return whether two names are of saints whom everybody knows: St Mary, St Mark."""
    names = [_SAINT_NAMED.search(reading.text, max(0, s.end - _LONG), s.end) for s in (one, other)]
    return all(m is not None and plain(m["name"]) in sexes() for m in names)


def _works(reading: Reading) -> Iterator[tuple[Span, Span]]:
    """Yield "The Sunken Bells" where the story has a cantata, The Drowned Bells."""
    works = [(m["title"].split(), Span(*m.span("title"))) for m in _matches(reading, _WORK)]
    if len(works) != 1:
        return
    words, usual = works[0]
    for match in _matches(reading, _TITLE):
        late = match["title"].split()
        unlike = [a for a, b in zip(words, late, strict=False) if a != b]
        span = Span(*match.span("title"))
        once = span.start > usual.end and len(words) == len(late) and len(unlike) == 1
        if once and words[-1] == late[-1] and _is_alone(reading, span, usual):
            yield span, usual


def _saints(reading: Reading) -> Iterator[tuple[Span, Span]]:
    """Yield the later of St Wystan and St Winstan, if it stands once."""
    saints: dict[str, list[Span]] = defaultdict(list)
    for match in _matches(reading, _SAINT):
        saints[match["name"]].append(Span(*match.span("saint")))
    for one, other in combinations(saints, 2):
        early, late = sorted((saints[one], saints[other]))
        near = one[0] == other[0] and 0 < distance(one.lower(), other.lower()) <= _APART_BY
        if near and len(late) == 1 and all(_is_alone(reading, late[0], e) for e in early):
            yield late[0], early[0]


def _matches(reading: Reading, pattern: LazyRegex) -> Iterator[re.Match[str]]:
    for block in reading.blocks:
        if block.is_body or block.key:
            yield from pattern.finditer(reading.text, block.span.start, block.span.end)


def _is_alone(reading: Reading, span: Span, other: Span) -> bool:
    sentence = reading.sentence_at(span.start)
    if sentence is None or sentence.span.covers(other) or not is_writers_own(reading, span):
        return False
    return _APART.search(sentence.span.cut(reading.text)) is None
