"""Counts that cannot stand beside others: all of them, votes, shares of one whole."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from newslint.checks._facts.told import Place, number, places
from newslint.checks._sums.worked_figures import TIME_UNITS, Sum, count, sums
from newslint.language.lazy_regex import LazyRegex
from newslint.reading import Reading
from newslint.span import Span

_ALL = LazyRegex(
    r"\b[Aa]ll\s(?:the\s|of\sthe\s)?(?P<n>\d{1,3}(?:,\d{3})+|\d{2,5}|[a-z]{3,9}(?:-[a-z]{3,5})?)\s"
    r"(?P<noun>[a-z]{3,20}|on\sboard)\b"
)
_VOTE = LazyRegex(
    r"\b(?:vot\w+|passed|failed|carried|rejected|approved|ballot|motion|verdict|decided)\b[^.;]{0,60}?"
    r"\b(?P<a>\d{1,4}|[a-z]+)(?:\svotes)?\s?(?:to|[-–]|against)\s?(?P<b>\d{1,4}|[a-z]+)\b"
)
_MEMBERS = (
    r"members?|councillors|jurors|judges|justices|deputies|senators|lawmakers|directors|governors"
    r"|trustees|delegates|commissioners|players|bishops|MPs|states|ministers|took|voted|were|cast"
)
# Sixty-one of the 118 deputies voted against her and 55 for; four stayed away
_ROLL = LazyRegex(
    rf"\b(?P<a>[\w-]+)\sof\s(?:the|its|their)\s(?P<t>\d{{2,4}}|[a-z-]+)\s(?:{_MEMBERS}|[a-z]+)\s(?:had\s)?"
    r"(?:voted|backed|opposed|supported|rejected)\b[^.;]{0,40}?,?\s(?:and|with)\s(?P<b>[\w-]+)\s(?:voted\s|were\s)?(?:for|against|no|yes|in\sfavour|opposed|did\snot)\b"
    r"[^.]{0,30}?[;,.]\s(?:and\s)?(?P<whole>(?P<c>[\w-]+)\s(?:members\s|others\s)?(?:stayed\saway|abstained|were\sabsent|did\snot\svote|were\smissing))"
)
# Ninety passengers and nine crew; all 90 on board
_ABOARD = LazyRegex(
    r"\b(?P<a>\d{1,4}|[A-Za-z]+(?:-[a-z]+)?)\spassengers\sand\s(?P<b>\d{1,3}|[a-z]+)\s(?:crew|staff)\b"
)
_ON_BOARD = LazyRegex(
    r"\b(?P<whole>(?:[Aa]ll\s)?(?P<n>\d{1,4}|[a-z]+(?:-[a-z]+)?)\s(?:people\s)?(?:on\sboard|aboard))\b"
)
_WIDE = 10  # the vote is off by no more than a tenth
_UNANIMOUS = LazyRegex(
    r"\b(?:unanimous(?:ly)?|without\s(?:a\s)?(?:dissent|opposition|dissenting\svote)|nobody\svoted\sagainst)\b"
)
_NOT_UNANIMOUS = LazyRegex(
    r"\b(?:not|nearly|almost|un?less|if|far\sfrom|had\sto\sbe|must\sbe|required?|needs?)\s(?:[a-z]+\s)?$"
)
_DISSENT = LazyRegex(
    r"\b(?P<whole>(?i:one|two|three|four|five|six|seven|eight|nine|ten|\d{1,3})\s(?:[a-z]+\s)?(?:dissented|voted\sagainst|voted\sno|opposed\sit"
    r"|abstained|objected))\b"
)
# 40 percent of the boulders are gneiss and 70 percent granite
_PERCENTS = LazyRegex(
    r"(?P<a>\d{1,3}(?:\.\d+)?)\s?(?:%|per\s?cent)\sof\s(?:the|its|their|all)?\s?[a-z]+(?:\s[a-z]+)?\s(?:are|is|were|was|go|went|come|came)\s[^.;,\d]{2,30}?"
    r"(?:,|\sand|,\sand)\s(?P<b>\d{1,3}(?:\.\d+)?)\s?(?:%|per\s?cent)\s[a-z]"
)
_BOTH = LazyRegex(r"\b(?:also|both|some|either|more\sthan\sone|including|aged|women|men)\b")


def counts_told(reading: Reading) -> Iterator[tuple[Span, str]]:
    """Yield each count that those beside it rule out, and why. Needs `sentences`."""
    before: list[tuple[Place, list[Sum]]] = []
    everything: set[Fraction] | None = None
    for place in places(reading):
        here = list(sums(place.text))
        near = [b for b in before[-2:] if place.sentence.block - b[0].sentence.block <= 1]
        found = [*_roll(place.text), *_percents(place.text), *_unanimous(place, near)]
        if "ll " in place.text:
            found += _votes(place, near)
            if _ALL.search(place.text):
                if everything is None:
                    everything = _all_told(reading)
                found += _all(place, here, near, everything)
        if "aboard" in place.text or "on board" in place.text:
            found += _aboard(reading, place)
        for span, message in found:
            yield span.shifted(place.sentence.span.start), message
        if reading.blocks[place.sentence.block].is_body:
            before.append((place, here))


def _aboard(reading: Reading, place: Place) -> Iterator[tuple[Span, str]]:
    """Yield "all 90 on board" where there were 90 passengers and nine crew."""
    told = [m for p in places(reading) for m in _ABOARD.finditer(p.text)]
    if len(told) != 1:
        return
    passengers, crew = number(told[0]["a"].lower()), number(told[0]["b"].lower())
    if passengers is None or crew is None:
        return
    for match in _ON_BOARD.finditer(place.text):
        value = number(match["n"].lower())
        if value is not None and value in (passengers, crew, passengers - crew):
            total = passengers + crew
            yield Span(*match.span("whole")), f"Passengers and crew make {int(total)}: check."


def _all_told(reading: Reading) -> set[Fraction]:
    """Return the numbers that are told more than once."""
    seen: set[Fraction] = set()
    twice: set[Fraction] = set()
    for place in places(reading):
        for figure in sums(place.text):
            (twice if figure.value in seen else seen).add(figure.value)
    return twice


def _all(
    place: Place,
    here: Sequence[Sum],
    near: Sequence[tuple[Place, Sequence[Sum]]],
    twice: set[Fraction],
) -> Iterator[tuple[Span, str]]:
    """Yield "31,000 tickets have been sold. All 28,000 buyers will have their money back"."""
    for match in _ALL.finditer(place.text):
        value = number(match["n"].lower())
        if value is None or value < 3 or value in twice or TIME_UNITS.match(" " + match["noun"]):
            continue
        told = [s for s in here if s.span.end <= match.start()]
        for _, earlier in reversed(near):
            told = told or [s for s in earlier if not s.unit]
        plain = [
            s for s in told
            if not s.unit and s.value.denominator == 1 and s.noun and not 1800 <= s.value <= 2100
            and not TIME_UNITS.match(" " + s.noun)
        ]  # fmt: skip
        added = {a.value + b.value for i, a in enumerate(plain) for b in plain[:i]}
        values = {s.value for s in plain} | added | {sum((s.value for s in plain), Fraction(0))}
        if not plain or value in values:
            continue
        largest = max(plain, key=lambda s: s.value)
        gap = abs(largest.value - value) / max(largest.value, value)
        if Fraction(0) < gap <= Fraction(15, 100):
            yield Span(*match.span()), "Another number was given just before: check both."


def _votes(place: Place, near: Sequence[tuple[Place, Sequence[Sum]]]) -> Iterator[tuple[Span, str]]:
    """Yield "voted nine to six. All 14 members were in the chamber"."""
    texts = [place.text, *(p.text for p, _ in near[-1:])]
    for text in texts:
        vote = _VOTE.search(text)
        a, b = (count(vote["a"]), count(vote["b"])) if vote else (None, None)
        if a is None or b is None or a + b < 3:
            continue
        for match in _ALL.finditer(place.text):
            total = count(match["n"])
            fits = re.fullmatch(_MEMBERS, match["noun"]) is not None
            if total is None or not fits or total == a + b or total < max(a, b):
                continue
            absent = re.search(r"\b(?:abst|absent|away|ill\b|recus)", " ".join(texts))
            none = re.search(r"\b(?:nobody|none|no\sone|no)\s(?:was\s)?abs", " ".join(texts))
            if (absent and not none) or abs(total - a - b) > max(2, total // _WIDE):
                continue
            yield Span(*match.span()), f"The vote makes {a + b}: check the count."
        return


def _roll(text: str) -> Iterator[tuple[Span, str]]:
    if " of " not in text:
        return
    for match in _ROLL.finditer(text):
        a, b, c, total = (number(match[g].lower()) for g in ("a", "b", "c", "t"))
        if a is None or b is None or c is None or total is None or a > total:
            continue
        if a + b + c != total and abs(a + b + c - total) * 5 < total:
            yield (
                Span(*match.span("whole")),
                f"That makes {int(a + b + c)} of {int(total)}: check the count.",
            )


def _unanimous(
    place: Place, near: Sequence[tuple[Place, Sequence[Sum]]]
) -> Iterator[tuple[Span, str]]:
    """Yield "approved it unanimously; two members dissented"."""
    for dissent in _DISSENT.finditer(place.text):
        for text in (place.text, *(p.text for p, _ in near[-1:])):
            whole = _UNANIMOUS.search(text)
            if whole is not None and not _NOT_UNANIMOUS.search(text[: whole.start()]):
                if not re.search(
                    r"\b(?:earlier|first|last|previous(?:ly)?|in\s(?:19|20)\d\d)\b", place.text
                ):
                    yield Span(*dissent.span("whole")), "The vote is said to be unanimous."
                return


def _percents(text: str) -> Iterator[tuple[Span, str]]:
    for match in _PERCENTS.finditer(text) if "%" in text or "cent" in text else ():
        added = float(match["a"]) + float(match["b"])
        if 101 < added <= 150 and not _BOTH.search(text):
            yield Span(match.start("a"), match.end("b")), f"The shares make {added:g} percent."
