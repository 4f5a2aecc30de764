"""Dates in text, and which days they mean.

Nothing here knows today's date: a mention is resolved against the article's own.
"""

from __future__ import annotations

import datetime
from calendar import monthrange

from newslint.language.date_finding import find_dates
from newslint.language.date_mention import MONTHS, WEEKDAYS, DateKind, DateMention

__all__ = ["MONTHS", "WEEKDAYS", "DateKind", "DateMention", "Days", "find_dates", "resolve"]

#: First and last day, both included.
Days = tuple[datetime.date, datetime.date]

_DAY = datetime.timedelta(days=1)
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}


def resolve(mention: DateMention, anchor: datetime.date) -> datetime.date | Days | None:
    """Return the day, or the first and last day, that `mention` means.

    Args:
        mention: a date as found in the text.
        anchor: the article's own date.

    Returns:
        None where the text leaves it open (`recently`, 4/5/2025) or no such day exists
        (February 30). A day or month without a year is the one nearest to the anchor. A
        weekday alone is the last one up to the anchor. Weeks begin on Monday.
    """
    try:
        match mention.kind:
            case DateKind.DAY:
                return _day(mention, anchor)
            case DateKind.MONTH:
                return _month(mention, anchor)
            case DateKind.YEAR:
                assert mention.year is not None
                return datetime.date(mention.year, 1, 1), datetime.date(mention.year, 12, 31)
            case DateKind.WEEKDAY:
                return _weekday(mention, anchor)
            case DateKind.RANGE:
                return _range(mention, anchor)
        return _relative(mention, anchor)
    except (ValueError, OverflowError):
        return None  # no such day


def _day(mention: DateMention, anchor: datetime.date) -> datetime.date | None:
    if mention.ambiguous or mention.month is None or mention.day is None:
        return None
    if mention.year is not None:
        return datetime.date(mention.year, mention.month, mention.day)
    candidates: list[datetime.date] = []
    for year in (anchor.year - 1, anchor.year, anchor.year + 1):
        if mention.day <= monthrange(year, mention.month)[1]:
            candidates.append(datetime.date(year, mention.month, mention.day))
    return min(candidates, key=lambda d: abs(d - anchor), default=None)


def _month(mention: DateMention, anchor: datetime.date) -> Days:
    assert mention.month is not None
    year = mention.year
    if year is None and mention.relation == "last":
        year = anchor.year - (mention.month >= anchor.month)
    elif year is None and mention.relation == "next":
        year = anchor.year + (mention.month <= anchor.month)
    elif year is None:
        away = (mention.month - anchor.month + 6) % 12 - 6
        year = anchor.year + (anchor.month - 1 + away) // 12
    return _whole_month(year, mention.month)


def _whole_month(year: int, month: int) -> Days:
    last = monthrange(year, month)[1]
    return datetime.date(year, month, 1), datetime.date(year, month, last)


def _weekday(mention: DateMention, anchor: datetime.date) -> datetime.date:
    assert mention.weekday is not None
    behind = (anchor.weekday() - mention.weekday) % 7
    if mention.relation == "next":
        return anchor + (7 - behind) * _DAY
    if mention.relation == "this":
        return anchor + ((7 - behind) % 7) * _DAY
    if mention.relation == "last" and behind == 0:
        behind = 7
    return anchor - behind * _DAY


def _range(mention: DateMention, anchor: datetime.date) -> Days | None:
    if mention.first is None or mention.last is None:
        return None
    last = resolve(mention.last, anchor)
    first = resolve(mention.first, anchor)
    if first is None or last is None:
        return None
    start = first[0] if isinstance(first, tuple) else first
    end = last[1] if isinstance(last, tuple) else last
    if mention.first.kind is mention.last.kind is DateKind.WEEKDAY and start > end:
        start -= 7 * _DAY
    return (start, end) if start <= end else None


def _relative(mention: DateMention, anchor: datetime.date) -> datetime.date | Days | None:
    unit = mention.unit
    if unit is None:
        return None
    if mention.relation in ("ago", "ahead"):
        if mention.amount is None:
            return None
        return _away(unit, mention.amount * (-1 if mention.relation == "ago" else 1), anchor)
    if unit == "day":
        return anchor if mention.relation == "this" else None
    step = {"last": -1, "this": 0, "next": 1}.get(mention.relation or "")
    if mention.relation == "the":  # over the weekend: the latest that has begun
        step = 0 if anchor.weekday() >= 5 else -1
    days = None if step is None else _period(unit, step, anchor)
    if days is None or step != 0 or mention.part is None:
        return days
    return (days[0], anchor) if mention.part == "earlier" else (anchor, days[1])


def _away(unit: str, amount: int, anchor: datetime.date) -> datetime.date | Days:
    """Return the day, or for longer units the whole unit, `amount` units from the anchor."""
    if unit == "day":
        return anchor + amount * _DAY
    days = _period(unit, amount, anchor)
    return anchor if days is None else days


def _period(unit: str, step: int, anchor: datetime.date) -> Days | None:
    """Return the week, month ... that lies `step` of them from the anchor's own."""
    if unit in ("week", "weekend"):
        monday = anchor + (7 * step - anchor.weekday()) * _DAY
        return (
            (monday, monday + 6 * _DAY)
            if unit == "week"
            else (monday + 5 * _DAY, monday + 6 * _DAY)
        )
    if unit == "month":
        months = anchor.year * 12 + anchor.month - 1 + step
        return _whole_month(months // 12, months % 12 + 1)
    if unit == "quarter":
        quarters = anchor.year * 4 + (anchor.month - 1) // 3 + step
        year, month = quarters // 4, quarters % 4 * 3 + 1
        return datetime.date(year, month, 1), _whole_month(year, month + 2)[1]
    if unit == "year":
        year = anchor.year + step
        return datetime.date(year, 1, 1), datetime.date(year, 12, 31)
    if unit in _SEASONS:
        year, month = anchor.year + step, _SEASONS[unit]
        end = _whole_month(year + (month == 12), (month + 1) % 12 + 1)[1]
        return datetime.date(year, month, 1), end
    return None
