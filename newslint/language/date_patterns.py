"""The forms in which texts write dates: one pattern for each, in the order of their search."""

from __future__ import annotations

import re

from newslint.language.date_mention import MONTHS, WEEKDAYS
from newslint.language.lazy_regex import LazyRegex


def _either(names: tuple[str, ...], short: int) -> str:
    found = [form for name in names for form in (name, name.upper())]
    if short:
        for name in names:
            cut = {"September": "Sept", "June": "June", "July": "July"}.get(name, name[:short])
            found += [cut + r"\b\.?", cut.upper() + r"\b\.?"]
        found += [r"Sep\b\.?", r"Jun\b\.?", r"Jul\b\.?"]
    return "(?:" + "|".join(found) + ")"


_MONTH = _either(MONTHS, 3)
_WEEKDAY = _either(WEEKDAYS, 0)
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_YEAR = r"(?:1[5-9]\d\d|20\d\d)"
_ORDINAL = r"(?:st|nd|rd|th)?"
_NAMED_DAY = rf"(?:(?P<weekday>{_WEEKDAY}),?\s+(?:the\s+)?)?"
_TO = r"\s*(?:[-–—]|\bto\b|\band\b|\bthrough\b|\buntil\b)\s*"
_NOT_A_COUNT = r"(?![\d:%]|,\d{3}(?!\d)|[.]\d)"
_UNITS = r"day|week|weekend|month|quarter|year|spring|summer|autumn|fall|winter|season"
#: How many a word stands for; None is a number that nobody gave.
COUNTS = {
    "a": 1,
    "an": 1,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "several": None,
    "a few": None,
    "some": None,
    "a couple of": None,
}
_COUNT = r"(?:\d{1,3}|" + "|".join(sorted(COUNTS, key=len, reverse=True)) + ")"

#: Kinds of date and their patterns. What an earlier one has taken, a later one leaves alone.
PATTERNS: tuple[tuple[str, LazyRegex], ...] = (
    ("iso", LazyRegex(rf"(?<![\d-])(?P<y>{_YEAR})-(?P<m>0[1-9]|1[0-2])-(?P<d>\d\d)(?![\d-])")),
    ("slashed", LazyRegex(rf"(?<![\d/])(?P<a>\d\d?)/(?P<b>\d\d?)/(?P<y>{_YEAR}|\d\d)(?![\d/])")),
    (
        "days",
        LazyRegex(
            rf"\b(?P<m>{_MONTH})\s+(?P<d>{_DAY}){_ORDINAL}{_TO}(?P<e>{_DAY}){_ORDINAL}"
            rf"\b{_NOT_A_COUNT}(?:,?\s+(?P<y>{_YEAR})\b)?"
        ),
    ),
    (
        "days",
        LazyRegex(
            rf"\b(?P<d>{_DAY}){_ORDINAL}{_TO}(?P<e>{_DAY}){_ORDINAL}\s+(?:of\s+)?(?P<m>{_MONTH})"
            rf"(?:,?\s+(?P<y>{_YEAR})\b)?"
        ),
    ),
    (
        "day",
        LazyRegex(
            rf"\b{_NAMED_DAY}(?P<m>{_MONTH})\s+(?:the\s+)?(?P<d>{_DAY}){_ORDINAL}\b{_NOT_A_COUNT}"
            rf"(?:,?\s+(?P<y>{_YEAR})\b)?"
        ),
    ),
    (
        "day",
        LazyRegex(
            rf"\b{_NAMED_DAY}(?P<d>{_DAY}){_ORDINAL}\s+(?:of\s+)?(?P<m>{_MONTH})(?!\w)"
            rf"(?:,?\s+(?P<y>{_YEAR})\b)?"
        ),
    ),
    ("month", LazyRegex(rf"\b(?P<m>{_MONTH})(?:,|\s+of)?\s+(?P<y>{_YEAR})\b")),
    (
        "ago",
        LazyRegex(
            rf"\b(?P<n>{_COUNT})\s+(?P<u>day|week|month|year)s?\s+"
            r"(?P<r>ago|earlier|later|from now)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "period",
        LazyRegex(
            r"\b(?:(?P<p>earl(?:y|ier)|late|later)\s+)?"
            rf"(?P<r>last|this|next|the past|the coming)\s+(?P<u>{_UNITS})\b(?!['’])",
            re.IGNORECASE,
        ),
    ),
    ("weekend", LazyRegex(r"\b(?:at|over) the weekend\b", re.IGNORECASE)),
    (
        "word",
        LazyRegex(
            r"\b(?:today|tonight|yesterday|tomorrow|last night|"
            r"this (?:morning|afternoon|evening)|recently|lately|"
            r"in recent (?:days|weeks|months|years))\b",
            re.IGNORECASE,
        ),
    ),
    (
        "weekday",
        LazyRegex(
            rf"\b(?:(?P<r>[Ll]ast|[Tt]his|[Nn]ext|[Tt]his coming|[Tt]his past)\s+)?"
            rf"(?P<weekday>{_WEEKDAY})(?!\w)"
        ),
    ),
    (
        "bare month",
        LazyRegex(
            r"\b(?i:in|since|until|till|by|of|from|between|before|after|during|early|late|mid|"
            rf"(?P<r>last|this|next))[\s-]+(?P<m>{_MONTH})(?!\w)(?!\s+[\dA-Z])"
        ),
    ),
    (
        "year",
        LazyRegex(
            r"(?:\b(?i:in|since|by|until|till|from|of|during|early|late|mid|around|through|after|"
            r"before|between|year|the|spring|summer|autumn|fall|winter)[\s-]+|[(])"
            rf"(?P<y>{_YEAR})\b{_NOT_A_COUNT}(?!\s+(?:people|votes|jobs|homes|troops|soldiers|"
            r"workers|miles|km|dollars|euros|pounds|tons|tonnes|meters|metres|feet|hours|days)\b)"
        ),
    ),
    (
        "year",
        LazyRegex(rf"\b(?:and|to|or)\s+(?P<y>{_YEAR})\b{_NOT_A_COUNT}(?!\s+[a-z])"),
    ),
)

#: What must stand in a text for a date of this kind, besides any letters.
HINTS = {
    "iso": re.compile(r"\d\d-"),
    "slashed": re.compile(r"\d/\d"),
    "days": re.compile(r"\d"),
    "day": re.compile(r"\d"),
    "month": re.compile(r"\d\d\d\d"),
    "year": re.compile(r"\d\d\d\d"),
}
