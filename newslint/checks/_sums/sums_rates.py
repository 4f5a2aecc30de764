"""Sums of rates: so much a hectare, so many of so many, so far in so long."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from newslint.checks._facts.told import MONEY, NUMBER, Place, money, number, places
from newslint.language.lazy_regex import LazyRegex
from newslint.reading import Reading
from newslint.span import Span

_RUPEES = rf"(?:{MONEY}|(?:Rs\.?|INR|KSh|Sh|R)\s?\d{{1,3}}(?:,\d{{2,3}})*)"
# Rs 22,500 a hectare for up to two hectares, so the most was Rs 50,000
_RATE = LazyRegex(
    rf"(?P<rate>{_RUPEES})\s(?:an?|per|for\seach|for\severy)\s(?P<unit>[a-z]{{3,15}})\b[^.;]{{0,60}}?\b"
    rf"(?P<n>{NUMBER})\s(?P=unit)e?s\b[^.;]{{0,90}}?\b(?:most|total|maximum|in\sall|altogether|comes\sto|makes|a\sbill)"
    rf"\b[^.;]{{0,50}}?(?P<all>{_RUPEES})"
)
_OF = LazyRegex(
    rf"(?P<part>{NUMBER})\sof\s(?:its|the|their|his|her)\s(?P<all>{NUMBER})\s(?P<noun>[a-z]{{3,20}})"
)
_REMAINING = LazyRegex(
    rf"\b(?P<whole>(?:the\s)?(?:remaining|other|rest,)\s(?P<n>{NUMBER}))\b", re.IGNORECASE
)
_VOTED = LazyRegex(
    rf"\b(?:voted|vote|ballot|approved|accepted|backed|passed)\b[^.;]{{0,30}}?\b(?P<a>{NUMBER})\s?(?:to|[-–])\s?(?P<b>{NUMBER})\b"
)
_FAVOUR = LazyRegex(
    r"\b(?P<n>\d{1,3}(?:\.\d)?|[A-Z]?[a-z]+ty(?:-[a-z]+)?)\s?(?P<unit>%|per\s?cent)(?=\s)[^.;]{0,50}?\b(?:in\sfavour"
    r"|in\sfavor|for\sit|backed|accepted|said\syes|voted\syes|voted\sfor|supported|approved)\b",
)
_SPEED = LazyRegex(
    rf"\b(?:speed|average|averaging|averaged)\b[^.;]{{0,25}}?(?P<whole>(?P<n>{NUMBER})\s?(?P<unit>km/h|kph|kmh|mph|miles\san\shour|km\san\shour))"
)
_LONG = LazyRegex(
    rf"(?P<n>{NUMBER})[\s-]?(?P<unit>km|kilometres?|kilometers?|miles?)\b(?!/|\san?\s)"
)
_TIME = LazyRegex(rf"(?P<n>{NUMBER})[\s-]?(?P<unit>minutes?|hours?)\b(?!\sago)")
_LOOSE = Fraction(8, 100)
_POINTS = 2


def rates_wrong(reading: Reading) -> Iterator[tuple[Span, str]]:
    """Yield each figure that does not follow from a rate or a share told before it, and why."""
    found = list(places(reading))
    parts = [(p, m) for p in found if " of " in p.text for m in _OF.finditer(p.text)]
    votes = [
        (a, b) for p in places(reading, _VOTED) for m in _VOTED.finditer(p.text)
        if (a := number(m["a"])) and (b := number(m["b"])) and a + b > 0
    ]  # fmt: skip
    for place in found:
        for span, message in (
            *_rates(place), *_remaining(place, parts), *_favour(place, votes),
            *_speeds(place, found),
        ):  # fmt: skip
            yield span.shifted(place.sentence.span.start), message


def _amount(written: str) -> Fraction | None:
    plain = money(written)
    return plain[1] if plain is not None else number(re.sub(r"^\D+", "", written))


def _rates(place: Place) -> Iterator[tuple[Span, str]]:
    for match in _RATE.finditer(place.text):
        rate, many, told = _amount(match["rate"]), number(match["n"]), _amount(match["all"])
        if rate and many and told and abs(rate * many - told) * 100 > told:
            yield (
                Span(*match.span("all")),
                f"By the rate it is {float(rate * many):,.10g}: check the figures.",
            )


def _remaining(
    place: Place, parts: list[tuple[Place, re.Match[str]]]
) -> Iterator[tuple[Span, str]]:
    for match in _REMAINING.finditer(place.text):
        near = [
            m for p, m in parts if 0 <= place.sentence.block - p.sentence.block <= 2
            and (p is not place or m.end() < match.start())
        ]  # fmt: skip
        if len(near) != 1:
            continue
        part, whole, told = (
            number(v.lower()) for v in (near[0]["part"], near[0]["all"], match["n"])
        )
        if (
            part
            and whole
            and told
            and part < whole
            and told != whole - part
            and told * 3 > whole - part
        ):
            yield (
                Span(*match.span("whole")),
                f"{whole} less {part} is {whole - part}: check the figures.",
            )


def _favour(place: Place, votes: list[tuple[Fraction, Fraction]]) -> Iterator[tuple[Span, str]]:
    if not votes:
        return
    for match in _FAVOUR.finditer(place.text):
        told = number(match["n"].lower())
        if (
            len(set(votes)) != 1
            or told is None
            or re.search(r"\b(?:turnout|members|last|year)\b", match[0])
        ):
            continue
        a, b = votes[0]
        share = Fraction(a) / (a + b) * 100
        if abs(share - told) > _POINTS:
            yield (
                Span(match.start(), match.end("unit")),
                f"By the vote it is {round(share)} percent: check the figures.",
            )


def _speeds(place: Place, found: list[Place]) -> Iterator[tuple[Span, str]]:
    for match in _SPEED.finditer(place.text):
        told = number(match["n"])
        mile = match["unit"].startswith(("mph", "mile"))
        lengths = {
            number(m["n"])
            for p in found
            for m in _LONG.finditer(p.text)
            if m["unit"].startswith("mile") == mile
        }
        times = {
            (number(m["n"]) or 0) * (60 if m["unit"].startswith("hour") else 1)
            for m in _TIME.finditer(place.text)
        }
        length, minutes = next(iter(lengths), None), next(iter(times), None)
        if len(lengths) != 1 or len(times) != 1 or not length or not minutes or not told:
            continue
        speed = length * 60 / minutes
        if abs(speed - told) > _LOOSE * max(speed, told):
            yield (
                Span(*match.span("whole")),
                f"By the way and the time it is {float(speed):.3g}: check the figures.",
            )
