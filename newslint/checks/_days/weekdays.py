"""Weekdays beside dates without a year: which year they can be of."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from newslint.language.dates import DateKind, DateMention, find_dates
from newslint.language.tokens import Token
from newslint.reading import Reading
from newslint.span import Span

_WILL = frozenset({"will", "would", "shall", "may", "might", "’ll", "'ll"})
_PRESENT = frozenset({"VBZ", "VBP"})
#: Any year in which each month begins on each weekday it can: those of the Gregorian calendar.
_YEARS = range(1999, 2039)
_APART = 45  # days between two dates that are of one year though there is no third
_NEW_YEAR = (3, 10)  # months up to and from which dates may be of two years


def is_ahead(reading: Reading, date: Span) -> bool:
    """Return whether what is told to be on a date is yet to come: "will open", "meets".

    Needs `parse` and `sentences`.
    """
    sentence = reading.sentence_at(date.start)
    token = reading.parses[sentence.block].at(date.start) if sentence is not None else None
    for above in token.ancestors if token is not None else ():
        if above.pos in ("VERB", "AUX"):
            return _is_ahead(above)
    return False


def _is_ahead(verb: Token) -> bool:
    helpers = [c for c in verb.children if c.dep in ("aux", "auxpass")]
    if any(c.lower in _WILL for c in helpers):
        return not any(c.lower == "have" for c in helpers)
    if verb.tag == "VB":  # hopes to open it on Monday
        return verb.dep in ("xcomp", "advcl") and verb.head is not verb and _is_ahead(verb.head)
    if any(c.tag in _PRESENT and c.lower in ("is", "are") for c in helpers):
        return True  # is listed for, is to open, are meeting on
    return verb.tag in _PRESENT and not any(c.tag == "VBD" for c in helpers)


def odd_weekdays(reading: Reading) -> Iterator[tuple[Span, Span]]:
    """Yield the pair of weekday and date that no year has which has all others, and another one.

    For articles without a date of their own. Needs `sentences`.
    """
    pairs: list[DateMention] = []
    for block in reading.blocks:
        for found in find_dates(block.span.cut(reading.text), block.span.start):
            told = found.kind is DateKind.DAY and found.weekday is not None
            if told and found.year is None and not reading.quotations.touches(found.span):
                pairs.append(found)
    months = {m.month or 0 for m in pairs}
    spans_two = min(months, default=0) <= _NEW_YEAR[0] and max(months, default=0) >= _NEW_YEAR[1]
    if len(pairs) < 2 or spans_two or any(_fits(pairs, year) for year in _YEARS):
        return
    if len(pairs) == 2 and not _are_near(*pairs):
        return
    odd = [
        at for at in range(len(pairs))
        if any(_fits([*pairs[:at], *pairs[at + 1 :]], year) for year in _YEARS)
    ]  # fmt: skip
    if odd:
        others = [m for at, m in enumerate(pairs) if at != odd[-1]]
        yield pairs[odd[-1]].span, others[0].span


def _are_near(one: DateMention, other: DateMention) -> bool:
    first, last = ((m.month or 0) * 30 + (m.day or 0) for m in (one, other))
    return abs(first - last) <= _APART


def _fits(pairs: list[DateMention], year: int) -> bool:
    return all(_weekday(m, year) == m.weekday for m in pairs)


def _weekday(mention: DateMention, year: int) -> int | None:
    try:
        return datetime.date(year, mention.month or 1, mention.day or 1).weekday()
    except ValueError:
        return None
