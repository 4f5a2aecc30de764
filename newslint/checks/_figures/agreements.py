"""Votes said to be unanimous, and shares held together, beside those that a story gives."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from newslint.checks._facts.told import Place, places
from newslint.checks._figures.lines import Line
from newslint.checks._figures.share_words import SHARE, share_of
from newslint.checks._sums.worked_figures import PERCENT, count
from newslint.language.lazy_regex import LazyRegex
from newslint.reading import Reading
from newslint.span import Span

_UNANIMOUS = LazyRegex(r"\b(?P<whole>unanimous(?:ly)?)\b", re.IGNORECASE)
_NOT = LazyRegex(
    r"\b(?:not|nearly|almost|un?less|if|far\sfrom|had\sto\sbe|must\sbe|require[sd]?|needs?|earlier|first"
    r"|previous(?:ly)?|last|in\s(?:19|20)\d\d|committee|panel|jury)\b",
    re.IGNORECASE,
)
_VOTE = LazyRegex(
    r"\b(?P<whole>(?P<a>\d{1,3}|[a-z]{3,10})\svotes?\sto\s(?P<b>\d{1,3}|[a-z]{3,10}))\b"
    r"|\b(?:vot\w+|passed|approved|agreed|decided|carried|return\w*)\b[^.;:\d]{0,60}?\b(?:by\s)?"
    r"(?P<whole2>(?P<a2>\d{1,3})(?:\sto\s|[-–])(?P<b2>\d{1,3}))\b"
)
_TOGETHER = LazyRegex(
    r"\b(?:[Tt]ogether|[Bb]etween\sthem|[Cc]ombined)\b[^.;:\d]{0,40}?\b(?:hold|own|have|has|control|account\sfor|make\sup"
    r"|make|add\sup\sto|come\sto|speak\sfor|got|won|took|represent)\s(?:for\s|with\s)?"
)
_ANY = LazyRegex(SHARE, re.IGNORECASE)
_MAJORITY = LazyRegex(
    r"(?P<whole>(?:an?\s)(?:[a-z]+\s)?(?P<kind>majority|minority)(?:\sof\s[a-z]+(?:\s[a-z]+)?)?)\b"
)


def unanimous_votes(reading: Reading) -> Iterator[tuple[Span, str]]:
    """Yield the "seven votes to two" of a decision that the story calls unanimous.

    Spans are those of the article. Needs `sentences`.
    """
    if _UNANIMOUS.search(reading.text) is None:
        return
    said: list[tuple[Place, re.Match[str]]] = []
    cast: list[tuple[Place, Span]] = []
    for place in places(reading):
        match = _UNANIMOUS.search(place.text)
        if match is not None and _NOT.search(_beside(place.text, match)) is None:
            said.append((place, match))
        for vote in _VOTE.finditer(place.text):
            which = "" if vote["whole"] else "2"
            for_it, against = count(vote["a" + which]), count(vote["b" + which])
            if for_it and against:
                cast.append((place, Span(*vote.span("whole" + which))))
    if len(said) != 1 or len(cast) != 1:
        return
    place, span = cast[0]
    if _NOT.search(place.text[max(0, span.start - _BESIDE) : span.end + _BESIDE]):
        return
    if abs(place.sentence.block - said[0][0].sentence.block) <= _NEAR_BLOCKS:
        yield (
            span.shifted(place.sentence.span.start),
            "The vote is said to be unanimous: check which is right.",
        )


def voters_miscounted(reading: Reading) -> Iterator[tuple[Span, str]]:
    """Yield "all 15 councillors voted" where the story's only vote was by seven to six.

    Spans are those of the article. Needs `sentences`.
    """
    if _ALL_VOTED.search(reading.text) is None:
        return
    said: list[tuple[Span, int]] = []
    cast: set[tuple[int, int]] = set()
    for place in places(reading):
        match = _ALL_VOTED.search(place.text)
        many = count(match["n"]) if match is not None else None
        if match is not None and many and _NOT.search(_beside(place.text, match)) is None:
            said.append((Span(*match.span()).shifted(place.sentence.span.start), int(many)))
        for vote in _VOTE.finditer(place.text):
            which = "" if vote["whole"] else "2"
            for_it, against = count(vote["a" + which]), count(vote["b" + which])
            if for_it is not None and against is not None:
                cast.add((int(for_it), int(against)))
    if len(said) != 1 or len(cast) != 1 or _ABSTAINED.search(reading.text):
        return
    span, many = said[0]
    told = sum(next(iter(cast)))
    if told != many:
        yield span, f"The votes that are told make {told}: check which is right."


_ALL_VOTED = LazyRegex(
    r"\b[Aa]ll\s(?:of\sthe\s)?(?P<n>\d{1,3}|[a-z]{3,10})\s(?:[a-z]+\s)?[a-z]+s\s(?:voted|cast\s(?:a|their)\svotes?)\b"
)
_ABSTAINED = LazyRegex(r"\babst(?:ain|ention)|\bspoil(?:t|ed)\b|\bdid\snot\svote", re.IGNORECASE)


def _beside(text: str, match: re.Match[str]) -> str:
    return text[max(0, match.start() - _BESIDE) : match.end() + _BESIDE]


_NEAR_BLOCKS, _BESIDE = 8, 24


def together_wrong(line: Line) -> Iterator[tuple[Span, str]]:
    """Yield "It owns 38 per cent. She has four per cent. Together they hold a majority"."""
    match = _TOGETHER.search(line.text)
    if match is None:
        return
    shares = [f for b in (*line.before[-2:], line) for f in b.figures if f.unit in PERCENT]
    shares = [f for f in shares if f.exact or f.unit == "percent"]
    here = [f for f in line.figures if f.unit in PERCENT and f.span.start > match.start()]
    parts = [f.value / 100 for f in shares if f not in here]
    if len(parts) != 2:
        return
    added = sum(parts, Fraction(0))
    kind = _MAJORITY.match(line.text, match.end())
    if kind is not None:
        wrong = added <= Fraction(1, 2) if kind["kind"] == "majority" else added >= Fraction(1, 2)
        if wrong:
            yield Span(*kind.span("whole")), f"Together it is {float(added * 100):.3g} percent."
        return
    told = _ANY.match(line.text, match.end())
    share = share_of(told) if told is not None else None
    if told is not None and share is not None and not share.fits(added):
        yield Span(*told.span("share")), f"Together it is {float(added * 100):.3g} percent."
