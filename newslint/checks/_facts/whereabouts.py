"""Where things are and which way they go, told two ways: north of the town, then south of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from newslint.checks._facts.clauses import thing_of
from newslint.checks._facts.told import Place, places
from newslint.checks._people.likeness import plain
from newslint.checks._prose import is_writers_own
from newslint.language.lazy_regex import LazyRegex
from newslint.language.tokens import Token
from newslint.reading import Reading
from newslint.span import Span

_WAYS = {"north": (0, 1), "south": (0, -1), "east": (1, 0), "west": (-1, 0)}
_WAY = r"(?:north|south|east|west)(?:-?(?:east|west))?"
_SEAT = r"(?:headquarters|head\soffice|main\soffice|registered\soffice)"
_NAME = r"[A-Z][\w’-]+(?:\s[A-Z][\w’-]+){0,3}?"
_TOWN = r"(?P<town>[A-Z][\w-]+(?:\s(?:upon|on|in|de|la|le|San|[A-Z][\w-]+)){0,2})"
# Voltra, which has its headquarters in Brenn; Voltra's headquarters in Zagradec
_SEATED = (
    LazyRegex(
        rf"\b(?P<own>{_NAME})(?:,\swhich)?\s(?:has|had)\s(?P<whole>(?:its\s)?{_SEAT}\s(?:is\s)?(?:in|at)\s{_TOWN})"
    ),
    LazyRegex(
        rf"\b(?P<own>{_NAME})[’']s?\s(?P<whole>{_SEAT}(?:\s(?:is|are|was|were))?,?\s(?:in|at)\s{_TOWN})"
    ),
    LazyRegex(
        rf"\b(?P<own>{_NAME})(?:,\s(?:which\s(?:is|was)\s)?|\s(?:is|was)\s)(?P<whole>(?:based|headquartered)\sin\s{_TOWN})"
    ),
    LazyRegex(rf"\b(?P<whole>(?P<town>[A-Z][a-z]+)-based\s(?P<own>{_NAME}))\b"),
)
_OF = LazyRegex(rf"\b(?P<whole>(?P<way>{_WAY})\s(?:side\s)?of\s(?P<of>(?:the\s)?[A-Z]?[\w-]+))\b")
_BOUND = LazyRegex(rf"\b(?P<whole>(?P<way>{_WAY})bound\s(?P<noun>[a-z]+))\b")
_HEADING = LazyRegex(
    r"\b(?P<whole>(?:head(?:ing|ed)|travell?(?:ing|ed)|driv(?:ing|en)|going|sail(?:ing|ed)|fl(?:ying|ew|own)|mov(?:ing|ed)|runn?ing)"
    rf"\s(?:due\s)?(?P<way>{_WAY})(?:wards?|bound)?)\b(?!\sof)"
)
_WIND = LazyRegex(
    rf"\bwinds?\b[^.;]{{0,30}}?\b(?P<from>from\sthe\s(?P<way>{_WAY}))\b"
    rf"|\b(?P<whole>(?:an?|the)\s(?:[a-z]+\s)?(?P<way2>{_WAY})(?:erly)?\swind)\b"
)
_FLANK = LazyRegex(
    r"\b[Tt]he\s(?P<whole>(?P<way>north|south|east|west|left|right)(?:ern|-hand)?\s"
    r"(?P<noun>flank|side|bank|wall|wing|slope|face|shore|edge|half|end|gate|tower|entrance|lane|carriageway))\b"
)
_GENERIC = frozenset({"town", "city", "village", "capital", "island", "lake", "river", "border"})
_MEASURES = frozenset({"mile", "kilometre", "metre", "kilometer", "coast", "side"})
_NOUNS = frozenset({"NOUN", "PROPN", "ADJ", "ADV"})  # the model takes "barn" for what it is not
_SHORT, _REACH = 2, 20
_APART = LazyRegex(
    r"\b(?:another|other|second|both|also|then|turned|turning|later|back|again|first|third|shifted|veered|changed)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Way:
    kind: str
    of: str
    things: frozenset[str]
    way: str
    span: Span
    sentence: Span


def whereabouts(reading: Reading) -> Iterator[tuple[Span, Span]]:
    """Yield each place or direction that an earlier one of the same thing rules out, and that.

    Needs `parse`, `quotations` and `sentences`.
    """
    told: list[_Way] = []
    seats: dict[str, list[tuple[str, Span]]] = {}
    for place in places(reading):
        lower = place.text.lower()
        if "office" in lower or "headquarter" in lower or "based" in lower:
            yield from _seats(place, seats)
        if not any(way in lower for way in (*_WAYS, "left", "right")) or _APART.search(place.text):
            continue
        for here in _ways(place):
            if not is_writers_own(reading, here.span):
                continue
            for before in told:
                both = here.span.cut(reading.text) in before.sentence.cut(reading.text)
                if not both and _opposed(before, here):
                    yield here.span, before.span
                    break
            told.append(here)


def _seats(place: Place, seats: dict[str, list[tuple[str, Span]]]) -> Iterator[tuple[Span, Span]]:
    for pattern in _SEATED:
        for match in pattern.finditer(place.text):
            span = Span(*match.span("whole")).shifted(place.sentence.span.start)
            own, town = plain(match["own"].split()[-1]), plain(match["town"])
            before = seats.setdefault(own, [])
            odd = before and not any(_is_one(town, told) for told, _ in before)
            if odd and is_writers_own(place.reading, span):
                yield span, before[0][1]
            before.append((town, span))


def _is_one(town: str, other: str) -> bool:
    return town in other or other in town


def _ways(place: Place) -> Iterator[_Way]:
    def told(kind: str, of: str, things: frozenset[str], way: str, at: tuple[int, int]) -> _Way:
        span = Span(*at).shifted(place.sentence.span.start)
        return _Way(kind, of, things, way, span, place.sentence.span)

    for match in _OF.finditer(place.text):
        of, things = match["of"].removeprefix("the ").lower(), _nouns(place, match.start())
        yield told("of", of, things, match["way"], match.span("whole"))
    for match in _FLANK.finditer(place.text):
        things = _nouns(place, match.end()) | _nouns(place, len(place.text))
        yield told("flank", match["noun"], things, match["way"], match.span("whole"))
    for match in _BOUND.finditer(place.text):
        yield told("bound", "", frozenset({match["noun"]}), match["way"], match.span("whole"))
    for match in _HEADING.finditer(place.text):
        yield told("bound", "", _nouns(place, match.start()), match["way"], match.span("whole"))
    for match in _WIND.finditer(place.text):
        which, way = ("from", match["way"]) if match["from"] else ("whole", match["way2"])
        yield told("wind", "", frozenset({"wind"}), way, match.span(which))


def _nouns(place: Place, end: int) -> frozenset[str]:
    """Return the common nouns of the clause up to a place, by which a thing may be called."""
    start = place.sentence.span.start
    inside = place.reading.parses[place.sentence.block].within(Span(start, start + end))
    things = [t for t in inside[-_REACH:] if t.text.islower() and _is_thing(t)]
    return frozenset(t.lower for t in things) | frozenset(thing_of(t) for t in things)


def _is_thing(token: Token) -> bool:
    return len(token.text) > _SHORT and token.pos in _NOUNS and token.lemma not in _MEASURES


def _opposed(one: _Way, other: _Way) -> bool:
    if one.kind != other.kind or one.sentence == other.sentence or not one.things & other.things:
        return False
    if one.kind == "flank":
        same = one.of == other.of and (one.things & other.things) - {one.of}
        return bool(same) and _turned(one.way, other.way)
    if one.of != other.of and not {one.of, other.of} & _GENERIC:
        return False
    return _turned(one.way, other.way)


def _turned(one: str, other: str) -> bool:
    if {one, other} == {"left", "right"}:
        return True
    (x, y), (a, b) = _vector(one), _vector(other)
    return x * a < 0 or y * b < 0


def _vector(way: str) -> tuple[int, int]:
    parts = [_WAYS[p] for p in re.findall("north|south|east|west", way)]
    return sum(x for x, _ in parts), sum(y for _, y in parts)
