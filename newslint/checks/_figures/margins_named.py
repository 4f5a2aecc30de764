"""Votes that a story calls narrow or clear, beside the figures it gives of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from newslint.checks._facts.told import places
from newslint.checks._sums.worked_figures import count
from newslint.language.lazy_regex import LazyRegex
from newslint.reading import Reading
from newslint.span import Span

_NARROW = LazyRegex(
    r"\b(?P<whole>(?:narrow|slim|wafer-thin|razor-thin|knife-edge|slender|bare|tiny)\s(?:\w+\s)?(?:vote|win|victory|majority|margin"
    r"|result|defeat)|narrowly\s(?:approved|backed|passed|voted|rejected|won|lost|carried|defeated)|closest\svote)\b",
    re.IGNORECASE,
)
_CLEAR = LazyRegex(
    r"\b(?P<whole>(?:landslide|overwhelming|resounding|crushing|thumping|huge|vast|clear|large|comfortable)\s(?:\w+\s)?(?:vote|win"
    r"|victory|majority|margin|result|defeat)|by\sa\slandslide|(?:overwhelmingly|comfortably|easily)\s(?:approved|backed|passed|voted"
    r"|rejected|won|lost|carried|defeated))\b",
    re.IGNORECASE,
)
_OTHER = LazyRegex(
    r"\b(?:last|earlier|previous(?:ly)?|first|second|before|ago|in\s(?:19|20)\d\d|elsewhere|if|unless|expect\w*|hop\w*|predict\w*"
    r"|polls?|would|could|seats?|the\sSenate|the\sHouse|party)\b",
    re.IGNORECASE,
)
_VOTES = LazyRegex(
    r"\b(?:vot\w+|passed|approved|agreed|decided|carried|rejected|backed|ballot|motion)\b[^.;:]{0,60}?\b(?:by\s)?"
    r"(?P<a>\d{1,3}(?:,\d{3})*|[a-z]{3,10})(?:\svotes?)?(?:\sto\s|[-–]|\sagainst\s)(?P<b>\d{1,3}(?:,\d{3})*|[a-z]{3,10})\b"
)
_OF = LazyRegex(
    r"\bOf\sthe\s(?P<t>\d{1,3}(?:,\d{3})*)\s(?:[a-z]+\s){1,4}?(?:voted|vote|took\spart|cast\s[a-z]+\s[a-z]+),\s(?P<a>\d{1,3}(?:,\d{3})*)"
    r"\s(?:were|was|voted)\s(?:in\sfavour|for|against|yes|no)\b"
)
_FEWEST = 9  # of fewer votes, any majority is a matter of one or two
_WIDE, _CLOSE = Fraction(60, 100), Fraction(53, 100)


def margins_misnamed(reading: Reading) -> Iterator[tuple[Span, str]]:
    """Yield the "narrow vote" that was 612 of 840, and the landslide of nine to eight.

    Only of a story that gives the figures of one vote. Spans are those of the article. Needs
    `sentences`.
    """
    text = reading.text
    if not (_NARROW.search(text) or _CLEAR.search(text)):
        return
    shares: set[Fraction] = set()
    named: list[tuple[Span, bool]] = []
    for place in places(reading):
        for match in _VOTES.finditer(place.text):
            one, other = count(match["a"]), count(match["b"])
            if one and other is not None and one + other >= _FEWEST:
                shares.add(Fraction(max(one, other), one + other))
        for match in _OF.finditer(place.text):
            part, whole = count(match["a"]), count(match["t"])
            if part and whole and part <= whole:
                shares.add(max(Fraction(part, whole), 1 - Fraction(part, whole)))
        for pattern in (_NARROW, _CLEAR) if not _OTHER.search(place.text) else ():
            for match in pattern.finditer(place.text):
                span = Span(*match.span("whole")).shifted(place.sentence.span.start)
                named.append((span, pattern is _NARROW))
    if len(shares) != 1:
        return
    [share] = shares
    for span, narrow in named:
        if share >= _WIDE if narrow else share <= _CLOSE:
            told = f"{float(100 * share):.0f} percent"
            yield span, f"By the figures, {told} of the votes went one way: is that the word?"
