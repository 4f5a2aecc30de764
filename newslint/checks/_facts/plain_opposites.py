"""What a story says and soon belies: nobody was hurt, "the injured men"; unmarried, "his wife"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from newslint.checks._phrases import PACKAGE, vocabulary
from newslint.checks._prose import is_writers_own
from newslint.checks._support import prose_sentences
from newslint.language.lazy_regex import LazyRegex
from newslint.reading import Reading, Sentence
from newslint.span import Span
from newslint.vocabulary import load

_NEAR = 4  # sentences
_WORD = LazyRegex(r"[a-z]+")
_NAME = LazyRegex(r"(?<=[a-z,] )[A-Z][a-z]+")


@dataclass(frozen=True, slots=True)
class _Pair:
    person: bool
    one: LazyRegex
    other: LazyRegex


def plain_opposites(reading: Reading) -> Iterator[tuple[Span, Span]]:
    """Yield each place that belies what stands a few sentences before it, and that place.

    The pairs stand in `opposites.yml`. What is told with "had", "later", "another" and the like
    is left alone, and so is what two speakers say. Needs `sentences`, `quotations` and
    `attributions`.
    """
    text = reading.text
    pairs = [p for p in _pairs() if p.one.may_be_in(text) and p.other.may_be_in(text)]
    told = prose_sentences(reading) if pairs else ()
    for at, first in enumerate(told):
        here = first.span.cut(reading.text)
        for pair in pairs:
            one = pair.one.search(here)
            if one is None:
                continue
            place = Span(*one.span()).shifted(first.span.start)
            if not is_writers_own(reading, place):
                continue
            other = _belied(reading, pair, told[at + 1 : at + 1 + _NEAR], place)
            if other is not None:
                yield other, place


def _belied(
    reading: Reading, pair: _Pair, later: tuple[Sentence, ...] | list[Sentence], one: Span
) -> Span | None:
    for sentence in later:
        text = sentence.span.cut(reading.text)
        other = pair.other.search(text)
        if other is None:
            if pair.person and _NAME.search(text):
                return None  # somebody else may be meant from here on
            continue
        words = set(_WORD.findall(text.lower())) - set(_WORD.findall(other[0].lower()))
        place = Span(*other.span()).shifted(sentence.span.start)
        apart = words & vocabulary("opposites", "set-apart") or _speak_apart(reading, one, place)
        if apart or not is_writers_own(reading, place):
            return None
        named = _NAME.search(text, 0, other.start()) if pair.person else None
        return place if named is None else None
    return None


def _speak_apart(reading: Reading, one: Span, other: Span) -> bool:
    """Return whether two sources say so, each one of the two."""
    voices = [a.speaker for s in (one, other) if (a := reading.attributions.containing(s))]
    return len(voices) == 2 and None not in voices and voices[0] != voices[1]


@cache
def _pairs() -> tuple[_Pair, ...]:
    data = load(PACKAGE, "vocabularies/opposites.yml")
    assert isinstance(data, dict)
    pairs = data["pairs"]
    assert isinstance(pairs, list)
    return tuple(
        _Pair(
            pair["about"] == "person",
            LazyRegex(str(pair["one"]), re.IGNORECASE),
            LazyRegex(str(pair["other"]), re.IGNORECASE),
        )
        for pair in pairs
        if isinstance(pair, dict)
    )
