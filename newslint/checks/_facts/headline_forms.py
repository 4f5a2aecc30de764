"""Lengths, dates, results, ages and shares that a headline tells in a form of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from newslint.checks._facts.headline_pairs import N, Told, at, stems, value_of
from newslint.checks._facts.told import Place, number
from newslint.language.lazy_regex import LazyRegex
from newslint.span import Span

_NEAR = 2  # times that one length may be of the other, and still be of the same thing
_DAYS = {
    "hour": Fraction(1, 24),
    "day": Fraction(1),
    "week": Fraction(7),
    "fortnight": Fraction(14),
}
_LENGTH = LazyRegex(
    rf"{N}[\s-](?P<unit>hour|day|week|month|year)s?\b(?!\s(?:ago|later|earlier|before|after|old)|-old)"
    r"|\b(?P<fortnight>a\s)fortnight\b",
    re.IGNORECASE,
)
_SCORE = LazyRegex(
    r"(?<![\d.,/–-])(?P<a>\d{1,2})[-–](?P<b>\d{1,2})(?![\d.,:/–-]*\d|[-–]|\s?(?:p\.?m|a\.?m|per\s?cent|%))"
    r"|\bby\s(?P<c>\w+)\s(?:goals?\s|tries\s|runs\s|frames\s|sets\s|votes\s|points\s)?to\s(?P<d>\w+)\b"
)
_NOT_FINAL = LazyRegex(
    r"half[\s-]time|aggregate|penalt|shoot-?out|interval|\bled\b|\blead\b|first\sleg|series|season",
    re.IGNORECASE,
)
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_MONTH = LazyRegex(
    r"\b(?:in|until|till|by|from|of|early|late|mid|to|this|next|on\s\d{1,2}|before|after)[\s-]"
    rf"(?:the\s)?(?P<when>{_MONTHS}|spring|summer|autumn|winter)\b(?!\s(?:19|20)\d\d)"
)
_ANY_MONTH = LazyRegex(rf"\b(?P<when>{_MONTHS}|spring|summer|autumn|winter)\b")
_WEEKDAYS = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
_SAID_ON = "".join(
    rf"(?<!{said}\s)" for said in ("said", "told", "decided", "announced", "told MPs", "agreed")
)
_DAY = LazyRegex(rf"{_SAID_ON}\b(?:on|until|by|from|before)\s(?P<when>{_WEEKDAYS})\b")
_ANY_DAY = LazyRegex(rf"\b(?P<when>{_WEEKDAYS})\b")
_WHEN = ((_MONTH, _ANY_MONTH), (_DAY, _ANY_DAY))
_TO_COME = LazyRegex(
    r"\bto\s[a-z]+\b|\bwill\b|\buntil\b|\btill\b|\bdue\b|\bset\b|\bplan(?:s|ned)?\b|\bfrom\b"
)
_AGE_ABOVE = LazyRegex(
    r"\b[a-z]+(?:,\s(?:aged\s)?|\saged\s)(?P<n>\d{1,3})(?=,|$)"
    r"|\b(?P<o>\d{1,3})-year-old\b",
    re.IGNORECASE,
)
_AGE_BELOW = LazyRegex(
    r"(?:\baged\s|\b(?:boy|girl|man|woman|child)\sof\s|\b(?:boy|girl|man|woman),\s|[A-Z][a-z]+,\s)"
    r"(?P<n>\d{1,3})\b(?=,|\.|\s[a-z])(?!\s(?:years|months|people|per))"
    r"|\b(?P<o>\d{1,3})-year-old\b"
)
_PARTS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "tenth": 10}
_PART = LazyRegex(
    rf"(?:\b(?P<times>an?|one|two|three|four)\s)?\b(?P<part>{'|'.join(_PARTS)})s?\s(?:of|more|less)\b"
    rf"|\b(?:by|up|down)\s(?:an?\s)(?P<by>{'|'.join(_PARTS)})\b"
    r"|(?P<n>\d{1,3}(?:\.\d{1,2})?)\s?(?:%|per\s?cent\b|percent\b|pc\b)",
    re.IGNORECASE,
)


def scores_in(place: Place) -> Iterator[Told]:
    if _NOT_FINAL.search(place.text):
        return
    for match in _SCORE.finditer(place.text):
        one, two = value_of(match["a"] or match["c"]), value_of(match["b"] or match["d"])
        if one is not None and two is not None:
            yield frozenset({one, two}), at(place, match.span())


def ages_in(place: Place) -> Iterator[Told]:
    below = place.reading.blocks[place.sentence.block].is_body
    for match in (_AGE_BELOW if below else _AGE_ABOVE).finditer(place.text):
        yield int(match["n"] or match["o"]), at(place, match.span())


def parts_in(place: Place) -> Iterator[Told]:
    for match in _PART.finditer(place.text):
        if match["n"]:
            share = Fraction(match["n"]) / 100
            # A third is told as 33 percent as well.
            near = (Fraction(k, n) for n in _PARTS.values() for k in range(1, n))
            share = next((f for f in near if abs(f - share) * 50 < 1), share)
        else:
            times = value_of(match["times"] or "a") or Fraction(1)
            share = times / _PARTS[(match["part"] or match["by"]).lower()]
        yield share, at(place, match.span())


def lengths(
    head: Place, lead: Sequence[Place], body: Sequence[Place]
) -> Iterator[tuple[Span, Span]]:
    """Yield "10-day truce" above "a truce of two weeks"."""
    above = list(_lengths_of(head))
    if len(above) != 1:
        return
    days, unit, span = above[0]
    told = [found for place in body for found in _lengths_of(place)]
    if any(abs(other - days) * 10 <= days for other, _, _ in told):
        return
    for place in lead:
        if not stems(head.text) & stems(place.text):
            continue
        near = [
            found for found in _lengths_of(place)
            if found[1] != unit and days / _NEAR <= found[0] <= days * _NEAR
        ]  # fmt: skip
        if len(near) == 1:
            yield span, near[0][2]
            return


def _lengths_of(place: Place) -> Iterator[tuple[Fraction, str, Span]]:
    for match in _LENGTH.finditer(place.text):
        if match["fortnight"]:
            yield _DAYS["fortnight"], "fortnight", at(place, match.span())
            continue
        value, unit = number(match["n"].lower()), match["unit"].lower()
        days = _DAYS.get(unit) or {"month": Fraction(61, 2), "year": Fraction(1461, 4)}[unit]
        if value:
            yield value * days, unit, at(place, match.span())


def dates(head: Place, lead: Sequence[Place], body: Sequence[Place]) -> Iterator[tuple[Span, Span]]:
    """Yield "to close in June" above "will shut on the last day of July"."""
    for told, anywhere in _WHEN:
        above = list(told.finditer(head.text))
        if len(above) != 1:
            continue
        when = above[0]["when"]
        if any(m["when"] == when for p in body for m in anywhere.finditer(p.text)):
            continue
        for place in lead[:2]:
            below = list(told.finditer(place.text))
            if len(below) != 1 or not _TO_COME.search(place.text):
                continue
            if stems(head.text) & stems(place.text):
                yield at(head, above[0].span()), at(place, below[0].span())
                break
