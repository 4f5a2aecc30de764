"""A length with the date or time that follows it: both are to be checked, so both are marked."""

from __future__ import annotations

from newslint.language.date_mention import MONTHS
from newslint.language.lazy_regex import LazyRegex
from newslint.span import Span

_MONTH = "|".join(MONTHS)
_POINT = (
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s)?(?:noon|midnight"
    rf"|\d{{1,2}}(?:[.:]\d\d)?\s?[ap]\.?m\b|\d{{1,2}}\s(?:{_MONTH})(?:\s\d{{4}})?|(?:{_MONTH})\s\d{{1,2}}(?:,\s\d{{4}})?"
    rf"|(?:{_MONTH})(?:\s\d{{4}})?|(?:1[89]|20)\d\d)\b"
)
_FOLLOWS = LazyRegex(
    rf"(?:\s(?:later|afterwards|on|earlier))?,?\s(?:at|on|in|from|until|till|by|between)\s{_POINT}"
    rf"(?:\s?(?:to|and|until|–|-)\s?{_POINT})?"
)


def with_dates(text: str, length: Span) -> Span:
    """Return the place of a length with the dates or times that stand right behind it.

    "Two hours later, at 8pm", "six weeks, from 2 March to 30 March": whichever is wrong, the
    writer has to look at both.
    """
    match = _FOLLOWS.match(text, length.end)
    return length if match is None else Span(length.start, match.end())
