"""Facts of one kind told of one person or thing, and where two of them disagree."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from newslint.article import BlockKind
from newslint.checks._facts.clauses import speak_apart
from newslint.checks._people.likeness import plain
from newslint.checks._people.people import Named, named_in, seems_person
from newslint.checks._phrases import vocabulary
from newslint.checks._prose import is_writers_own
from newslint.language.lazy_regex import LazyRegex
from newslint.language.numbers import Quantity, find_quantities, has_digit
from newslint.language.tokens import Token
from newslint.reading import Reading, Sentence, once_an_article
from newslint.span import Span

_BLOCKS = frozenset(
    {BlockKind.HEADLINE, BlockKind.SUMMARY, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM}
)
_WORDS = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen"
    "|sixteen"
    "|seventeen|eighteen|nineteen|twenty(?:-(?:one|two|three|four|five))?|thirty|forty|fifty|sixty"
)
#: A number in figures or in words, as a part of a pattern.
NUMBER = (
    rf"(?:(?<![\d.,£$€])(?:\d{{1,3}}(?:,\d{{3}}){{1,3}}|\d{{1,9}}(?:\.\d{{1,2}})?)(?!\d"
    rf"|[.,]\d)|\b(?:{_WORDS})\b)"
)
_RANKS = "first second third fourth fifth sixth seventh eighth ninth tenth half quarter"
_COUNTING = frozenset(re.findall("[a-z]+", f"{_WORDS} {_RANKS}"))
_LETTERS = re.compile(r"[^\W\d_]+")
#: A sum of money, likewise.
MONEY = (
    r"[£$€](?:\d{1,3}(?:,\d{3}){1,4}|\d{1,12})(?:\.\d{1,3})?(?!\d|[.,]\d)"
    r"(?:\s?(?:million|billion|trillion|bn|m|k)\b)?(?!\s(?:million|billion))"
)
#: A length of time.
TIME = rf"(?:{NUMBER})[\s-](?:second|minute|hour|day|week|month|year)s?"
#: What is seldom told of the same thing as what is told without it.
_YEAR = LazyRegex(
    r"\b(?:1[5-9]|20)\d\d\b|\b(?:last|previous|next|following)\s(?:year|month|week|season|time)\b"
    r"|\b(?:January|February|March|April|May|June|July|August|September|October|November"
    r"|December)\b",
)
_OPEN = LazyRegex(
    r"\b(?:nearly|almost|over|under|up\sto|at\s(?:least|most)|more\sthan|less\sthan|fewer\sthan"
    r"|another|a\sfurther"
    r"|an\s(?:extra|additional)|only|just|or|between|minimum\sof|maximum\sof)\s$|\bfrom"
    r"\s\S{1,12}(?:\s\S{1,8})?\sto\s$",
    re.IGNORECASE,
)
_ROUND = LazyRegex(r"\b(?:about|around|some|roughly)\s$", re.IGNORECASE)
# "The highest since 1990" does not speak of 1990.
_SUPERLATIVE = LazyRegex(
    r"\b(?:first|only|most|least|best|worst|[a-z]+est)\b[^,.;]{0,40}?\b(?:since|in)\s[^,.;]{1,20}"
)
_TIMELESS = frozenset(
    {
        "size",
        "jailed",
        "fined",
        "children",
        "floor",
        "tenure",
        "start",
        "wait",
        "ballot",
        "plea",
        "life",
        "deal",
    }
)
# Two sources may not differ on what anybody can count.
_COUNTED = frozenset({"vote", "score", "jailed"})
_SECONDS = {
    "second": 1, "minute": 60, "hour": 3600, "day": 86400, "week": 604800,
    "month": 2592000, "year": 31536000,
}  # fmt: skip
_EXACT = 3  # digits before the noughts: "some 3,660" means that number
_UNIT = LazyRegex("|".join(_SECONDS))


@dataclass(frozen=True, slots=True)
class Fact:
    """What is told at `span` of `of`, a plain word; `of` is empty where that is left open.

    Facts with one `topic` can be compared. One that is `new` ("a 12-mile path") may speak of
    another thing than the facts before it, but those after it may be of the same. `slack` is
    by how much the value may be off, in its own unit.
    """

    topic: tuple[str, ...]
    of: str
    value: Fraction | str
    span: Span
    word: Token
    block: int
    new: bool = False
    slack: int | Fraction = 0

    def agrees(self, other: Fact) -> bool:
        """Return whether both may be true: equal, or apart by no more than the slack of both."""
        if isinstance(self.value, Fraction) and isinstance(other.value, Fraction):
            return abs(self.value - other.value) <= self.slack + other.slack
        return self.value == other.value


class Place(NamedTuple):
    """A sentence in which facts are looked for: its words, and where they stand."""

    reading: Reading
    sentence: Sentence
    text: str

    def fact(
        self,
        topic: tuple[str, ...],
        of: str,
        value: Fraction | str | None,
        span: tuple[int, int],
        new: bool = False,
        slack: int | Fraction = 0,
    ) -> Iterator[Fact]:
        """Yield the fact at a place in the sentence, if it is the writer's own and certain."""
        place = Span(*span).shifted(self.sentence.span.start)
        word = self.reading.parses[self.sentence.block].at(place.start)
        if value is None or word is None or not is_writers_own(self.reading, place):
            return
        before = max(0, span[0] - 30)
        if _OPEN.search(self.text, before, span[0]):
            return
        exact = re.sub(r"\D", "", self.text[slice(*span)]).rstrip("0")
        if _ROUND.search(self.text, before, span[0]) and len(exact) < _EXACT:
            return
        yield Fact(topic, of, value, place, word, self.sentence.block, new, slack)

    def token(self, offset: int) -> Token | None:
        """Return the word at a place in the sentence."""
        return self.reading.parses[self.sentence.block].at(self.sentence.span.start + offset)


def places(reading: Reading, *patterns: LazyRegex) -> Iterator[Place]:
    """Yield the sentences of headline, summary and story.

    With `patterns`, those are left out in which none of them can find anything.
    """
    if not patterns:
        yield from _every_place(reading)
        return
    for sentence in reading.sentences_with(*patterns):
        if reading.blocks[sentence.block].kind in _BLOCKS:
            yield Place(reading, sentence, sentence.span.cut(reading.text))


@lru_cache(maxsize=1)
def _every_place(reading: Reading) -> tuple[Place, ...]:
    """Return all places for one rule, whose parts ask for them one after the other."""
    return tuple(Place(reading, sentence, text) for sentence, text in _told(reading))


@once_an_article
def _told(reading: Reading) -> tuple[tuple[Sentence, str], ...]:
    """Return the sentences of headline, summary and story, each with its words."""
    return tuple(
        (sentence, sentence.span.cut(reading.text))
        for sentence in reading.sentences
        if reading.blocks[sentence.block].kind in _BLOCKS
    )


def number_places(reading: Reading, *patterns: LazyRegex) -> Iterator[Place]:
    """Yield those of these sentences that hold a number, as expressions made of `NUMBER` need it.

    It is in figures, or a word for a number, a rank or a share. `patterns` are as in `places`.
    """
    if not patterns:
        yield from (place for place in _every_place(reading) if _holds_number(place.text))
        return
    yield from (place for place in places(reading, *patterns) if _holds_number(place.text))


@lru_cache(maxsize=1_024)
def _holds_number(text: str) -> bool:
    return has_digit(text) or not _COUNTING.isdisjoint(_LETTERS.findall(text.lower()))


def number(written: str) -> Fraction | None:
    """Return the value of a number or a sum of money as written."""
    found = _quantity(written)
    return found.value if found is not None else None


def money(written: str) -> tuple[str, Fraction] | None:
    """Return the currency and the value of a sum of money as written."""
    found = _quantity(written)
    return (found.unit, found.value) if found is not None and found.unit else None


def _quantity(written: str) -> Quantity | None:
    found = find_quantities(f"{written} things")
    return found[0] if found else None


def seconds(written: str) -> Fraction | None:
    """Return the seconds of a length of time as written: "six weeks", "six-week"."""
    unit = _UNIT.search(written)
    value = number(re.split(r"[\s-](?=second|minute|hour|day|week|month|year)", written)[0])
    return value * _SECONDS[unit[0]] if unit is not None and value is not None else None


def person_at(reading: Reading, block: int, offset: int) -> str:
    """Return the plain surname of the last person named before a place, if nobody else is near.

    Near are the place's own paragraph, or the one before where it names nobody. Needs `names`.
    """
    for index in (block, block - 1, block - 2):
        if index < 0 or not reading.blocks[index].is_body:
            continue
        people = {
            plain(n.surname): n
            for n in named_in(reading, index)
            if n.span.start < offset
            and not _is_dateline(reading, n)
            and seems_person(reading.parses[n.block], n)
        }
        if people:
            return next(iter(people)) if len(people) == 1 else ""
    return ""


def _is_dateline(reading: Reading, named: Named) -> bool:
    return named.surname.isupper() and named.span.start == reading.blocks[named.block].span.start


def is_name(reading: Reading, token: Token) -> bool:
    """Return whether a word is a name; a surname at the head of a sentence may look like a noun.

    Such a word is a name if it is one elsewhere in the story.
    """
    if token.pos == "PROPN":
        return token.entity not in ("DATE", "TIME")
    if not token.text[:1].isupper() or token.children:
        return False
    return any(t.pos == "PROPN" and t.text == token.text for p in reading.parses for t in p)


def conflicts(reading: Reading, facts: Iterable[Fact]) -> Iterator[tuple[Fact, Fact]]:
    """Yield each fact that contradicts an earlier one, with that one. Needs `attributions`.

    A value told twice is taken as meant; so are two that two sources give, and two of which
    one is tied to a year.
    """
    groups: dict[tuple[str, ...], list[Fact]] = defaultdict(list)
    for fact in sorted(facts, key=lambda f: f.span):
        groups[fact.topic].append(fact)
    for group in groups.values():
        known = {f.of for f in group if f.of}
        for at, later in enumerate(group):
            rivals = [
                f
                for f in group[:at]
                if not f.agrees(later) and _one(f, later, known) and not _same_place(f, later)
            ]
            again = [f for f in group if not f.span.overlaps(later.span) and f.agrees(later)]
            if not rivals or later.new or again:
                continue
            first = rivals[0]
            if first.topic[0] not in _COUNTED and speak_apart(reading, first.word, later.word):
                continue
            if _dated(reading, first, later):
                continue
            yield later, first
            break


def _one(one: Fact, other: Fact, known: set[str]) -> bool:
    """Return whether two facts are of one person or thing."""
    if one.of and other.of:
        return one.of == other.of
    return len(known) <= 1


def _same_place(one: Fact, other: Fact) -> bool:
    if one.topic[0] == "tenure" and one.slack != other.slack:
        return False  # "since 2010" and "for 12 years" are meant to agree
    return (one.block, one.word.sentence) == (other.block, other.word.sentence)


def _dated(reading: Reading, one: Fact, other: Fact) -> bool:
    """Return whether two facts are of two times."""
    if one.topic[0] in _TIMELESS:
        return False
    times = []
    for fact in (one, other):
        sentence = reading.sentence_at(fact.span.start)
        text = _SUPERLATIVE.sub("", sentence.span.cut(reading.text)) if sentence else ""
        inside = fact.span.cut(reading.text)
        times.append({t.lower() for t in _YEAR.findall(text)} - {inside.lower()})
    return times[0] != times[1]


def is_apart(place: Place) -> bool:
    """Return whether a sentence speaks of another time, or of another one of its kind."""
    return _is_apart(place.text)


@lru_cache(maxsize=1_024)
def _is_apart(text: str) -> bool:
    words = re.findall(r"[a-z]+", _SUPERLATIVE.sub("", text).lower())
    return not vocabulary("events", "apart").isdisjoint(words)
