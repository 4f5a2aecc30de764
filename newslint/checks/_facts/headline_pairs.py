"""Headline and lead side by side, and where each tells one thing of a kind."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from functools import cache

from newslint.checks._facts.heads_alone import heads_of
from newslint.checks._facts.told import NUMBER, Place, number, places
from newslint.reading import Reading
from newslint.span import Span

_STEM = 4  # letters by which a noun and a verb are one
#: A number as the group `n` of a pattern.
N = rf"(?P<n>(?i:{NUMBER}))"

Told = tuple[object, Span]
#: Takes a headline, the lead and the body; yields the words above and below that disagree.
Pairs = Callable[[Place, Sequence[Place], Sequence[Place]], Iterator[tuple[Span, Span]]]


def heads_and_body(reading: Reading) -> tuple[list[Place], list[Place]]:
    """Return the sentences above the story, each once, and those of the story."""
    heads: list[Place] = []
    body: list[Place] = []
    seen: set[str] = set()
    above = heads_of(reading)
    for place in places(reading):
        if place.sentence.block in above:
            heads += [place] if place.text not in seen else []
            seen.add(place.text)
        elif reading.blocks[place.sentence.block].is_body:
            body.append(place)
    return heads, body


def at(place: Place, span: tuple[int, int]) -> Span:
    """Return a match of the sentence as a span of the text."""
    return Span(*span).shifted(place.sentence.span.start)


def stems(text: str) -> set[str]:
    """Return the words of a text, cut to what a noun and its verb share."""
    return {w[:_STEM].lower() for w in re.findall(r"[A-Za-zà-ÿ]{4,}", text)}


@cache
def value_of(written: str) -> Fraction | None:
    """Return the value of a number as written; "a" and "single" are one."""
    word = written.lower()
    return Fraction(1) if word in {"a", "an", "single", "a single"} else number(word)


def by_reader(told: Callable[[Place], Iterator[Told]]) -> Pairs:
    """Return what pairs the one thing of a kind above with the one thing of the kind below."""

    def pairs(
        head: Place, lead: Sequence[Place], body: Sequence[Place]
    ) -> Iterator[tuple[Span, Span]]:
        above = list(told(head))
        if len({value for value, _ in above}) != 1:
            return
        if any(value == above[0][0] for place in body for value, _ in told(place)):
            return
        below = [found for place in lead for found in told(place)]
        if len({value for value, _ in below}) == 1:
            yield above[0][1], below[0][1]

    return pairs
