"""Lengths told right beside the two dates that they lie between, and ends before beginnings."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from fractions import Fraction

from newslint.checks._days.spans_of_time import WrongLength
from newslint.checks._facts.told import NUMBER, number
from newslint.language.date_mention import MONTHS
from newslint.language.lazy_regex import LazyRegex
from newslint.span import Span

_MONTH = "|".join(MONTHS)
_HEDGE = r"(?:just|only|barely|about|around|some|nearly|almost|roughly|just\sover|over|more\sthan)"
# between May 2023 and August 2024, a period of just ten months
_PERIOD = LazyRegex(
    rf"\b(?:[Bb]etween|[Ff]rom)\s(?P<a>{_MONTH})\s(?P<ay>(?:1[89]|20)\d\d)\s(?:and|to|until|till)\s"
    rf"(?P<b>{_MONTH})\s(?P<by>(?:1[89]|20)\d\d),\s(?:an?\s(?:period|span|stretch|spell|gap|wait"
    rf"|interval)\sof\s)?(?P<length>(?:{_HEDGE}\s)?(?P<n>{NUMBER})\s(?P<unit>months|years))\b"
)
# on the 15th ... and then, two days later, on the 16th
_DAYS_ON = LazyRegex(
    rf"\bon\sthe\s(?P<a>\d{{1,2}})(?:st|nd|rd|th)\b[^.;]{{1,140}}?"
    rf"\b(?P<length>(?P<n>{NUMBER})\sdays?\slater,\son\sthe\s(?P<b>\d{{1,2}})(?:st|nd|rd|th))\b"
)
# bought in 2007, barely a decade ago
_DECADE = LazyRegex(
    r"\bin\s(?P<year>(?:1[89]|20)\d\d)\b[^.;\d]{0,80}?(?:[\d.]+\s?(?:million|billion)[^.;\d]{0,20}?)?,\s"
    rf"(?P<length>(?:{_HEDGE}\s)?(?P<n>an?|{NUMBER})\sdecades?\sago)\b"
)
_YEARS_OFF = 4
# The lawsuit, brought in 2023 by the owners, was thrown out in May 2022
_BEGUN = (
    r"begun|born|brought|built|filed|formed|founded|introduced|launched|lodged|opened|set\sup|signed"
    r"|started"
)
_ENDED = (
    r"abandoned|cancelled|closed|demolished|dismissed|dissolved|dropped|knocked\sdown|pulled\sdown"
    r"|rejected|repealed|scrapped|settled|shut|thrown\sout|torn\sdown|withdrawn|wound\sup"
)
_ORDER = LazyRegex(
    rf",\s(?:which\swas\s)?(?:{_BEGUN})\sin\s(?:(?:{_MONTH})\s)?(?P<begun>(?:1[89]|20)\d\d)\b[^.;,\d]{{0,60}},"
    rf"\s(?:was|were|has\sbeen|had\sbeen)\s(?:{_ENDED})\b[^.;,\d]{{0,60}}?\sin\s"
    rf"(?P<ended>(?:(?:{_MONTH})\s)?(?P<year>(?:1[89]|20)\d\d))\b"
)


def told_between(text: str, anchor: datetime.date | None) -> Iterator[WrongLength]:
    """Yield what stands beside two dates of the sentence `text` and does not fit them.

    Args:
        text: one sentence; spans count from its start.
        anchor: the article's date, or None.
    """
    if "etween" in text or "rom " in text:
        yield from _periods(text)
    if " later, on the " in text:
        yield from _days_on(text)
    if anchor is not None and "ago" in text:
        yield from _decades(text, anchor)
    for match in _ORDER.finditer(text):
        if int(match["year"]) < int(match["begun"]):
            yield WrongLength(
                Span(*match.span("ended")),
                f"That is before {match['begun']}, when it began: check both.",
            )


def _periods(text: str) -> Iterator[WrongLength]:
    for match in _PERIOD.finditer(text):
        told = number(match["n"].lower())
        months = 12 * (int(match["by"]) - int(match["ay"]))
        months += MONTHS.index(match["b"]) - MONTHS.index(match["a"])
        if told is None or months <= 0:
            continue
        slack = 1 if match["unit"] == "months" else 11
        if abs(told * (1 if match["unit"] == "months" else 12) - months) > slack:
            yield WrongLength(
                Span(*match.span("length")), f"By the dates it is {months} months: check both."
            )


def _days_on(text: str) -> Iterator[WrongLength]:
    for match in _DAYS_ON.finditer(text):
        told, days = number(match["n"].lower()), int(match["b"]) - int(match["a"])
        if told is not None and days > 0 and told != days:
            yield WrongLength(
                Span(*match.span("length")),
                f"From the {match['a']} to the {match['b']} it is {days}"
                f" {'day' if days == 1 else 'days'}: check both.",
            )


def _decades(text: str, anchor: datetime.date) -> Iterator[WrongLength]:
    for match in _DECADE.finditer(text):
        told = Fraction(1) if match["n"] in {"a", "an"} else number(match["n"].lower())
        years = anchor.year - int(match["year"])
        if told is not None and abs(10 * told - years) > _YEARS_OFF:
            yield WrongLength(
                Span(*match.span("length")), f"{match['year']} is {years} years ago: check both."
            )
