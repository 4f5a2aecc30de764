"""numbers.impossible-date."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from typing import ClassVar

from newslint.finding import Problem, Severity
from newslint.language.anchor import DATE_KEYS
from newslint.language.dates import MONTHS, DateKind, DateMention, find_dates
from newslint.language.lazy_regex import LazyRegex
from newslint.reading import Reading
from newslint.rule import Example, Rule
from newslint.span import Span

_LEAP = 2000
_LONGEST = 200  # characters of a date in the front matter
_STAMP = LazyRegex(r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})(?!\d)")
_FEBRUARY, _LEAP_DAY = 2, 29
_SAYS_NEVER = LazyRegex(r"\b(?:jokes?|joked|never|until|when|wait\w*|calendar|song|novel|poem)\b")
#: Feasts that are on one day of the year.
_FEASTS = {
    "new year’s day": (1, 1), "epiphany": (1, 6), "burns night": (1, 25), "australia day": (1, 26),
    "groundhog day": (2, 2), "valentine’s day": (2, 14), "leap day": (2, 29),
    "st patrick’s day": (3, 17), "april fools’ day": (4, 1), "april fool’s day": (4, 1),
    "st george’s day": (4, 23), "anzac day": (4, 25), "may day": (5, 1), "cinco de mayo": (5, 5),
    "ve day": (5, 8), "juneteenth": (6, 19), "canada day": (7, 1), "independence day": (7, 4),
    "bastille day": (7, 14), "michaelmas": (9, 29), "halloween": (10, 31),
    "all saints’ day": (11, 1), "all souls’ day": (11, 2), "bonfire night": (11, 5),
    "guy fawkes night": (11, 5), "armistice day": (11, 11), "veterans day": (11, 11),
    "st andrew’s day": (11, 30), "christmas eve": (12, 24), "christmas day": (12, 25),
    "boxing day": (12, 26), "new year’s eve": (12, 31),
}  # fmt: skip
#: Others have an Independence Day of their own, and a holiday may be kept on the Monday after.
_THEIRS = frozenset({"independence day", "may day"})
_FEAST = LazyRegex(
    rf"\b(?P<feast>{'|'.join(_FEASTS)})(?:\s[a-z]+)?,?\s(?:on\s|which\s(?:is|was|falls)\son\s)?"
    rf"(?:(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\s(?P<m>{'|'.join(MONTHS)})"
    rf"|(?P<m2>{'|'.join(MONTHS)})\s(?P<d2>\d{{1,2}}))\b(?!\s?[-–])".replace("’", "[’']"),
    re.IGNORECASE,
)


class ImpossibleDate(Rule):
    """Name only days that the calendar has.

    There is no 31 April, and no 29 February but in leap years. Such a date is a slip of the
    keys, and nobody can tell which day was meant.
    """

    id: str = "numbers.impossible-date"
    message: str = "%s has %s days: check the date."
    severity: Severity = Severity.ERROR

    standards: ClassVar = ("https://www.ap.org/about/news-values-and-principles/",)
    examples: ClassVar = (
        Example("The bridge will open on [[31 April]], the board said."),
        Example("The bridge was shut on [[February 29, 2023]], after a storm."),
        Example("The bridge was shut on [[February 30]] last year, after a storm."),
        Example('---\ntitle: Bridge shut\ndate: "[[31 June 2030]]"\n---\n\nIt was shut.\n'),
        Example("The swim is on [[Boxing Day, 27 December]], in the bay."),
        Example("The swim is on Boxing Day, 26 December, in the bay."),
        Example("The bridge was shut on February 29, 2024, after a storm."),
        Example("---\ntitle: Bridge shut\ndate: 2030-06-30\n---\n\nIt was shut.\n"),
        Example("The bridge will open on 30 April. Frost is likely until the 31st."),
        Example("The joke says that he was born on 30 February."),
    )

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield a problem at each day that its month does not have."""
        yield from self._front_matter(reading)
        for block in reading.blocks:
            yield from self._feasts(block.span.cut(reading.text), block.span.start)
            for mention in find_dates(block.span.cut(reading.text), block.span.start):
                for day in (mention, mention.first, mention.last):
                    if day is None or day.kind is not DateKind.DAY or day.ambiguous:
                        continue
                    if day.month is None or day.day is None:
                        continue
                    days = monthrange(day.year or _LEAP, day.month)[1]
                    if day.day > days and not _is_never(block.span.cut(reading.text), day):
                        yield self.problem(mention.span, _month(day), str(days))
                        break

    def _front_matter(self, reading: Reading) -> Iterator[Problem]:
        """Yield the dates that the article gives for itself: date: 2026-06-31."""
        matter = reading.article.front_matter
        keys = {*DATE_KEYS, *(key.lower() for key in reading.article.keys.get("date", ()))}
        for field in matter.fields if matter is not None else ():
            day = _day_in(field.value) if field.key.lower() in keys else None
            if day is None or day.month is None or day.day is None:
                continue
            days = monthrange(day.year or _LEAP, day.month)[1]
            if day.day > days:
                yield self.problem(field.span, _month(day), str(days), in_source=True)

    def _feasts(self, text: str, start: int) -> Iterator[Problem]:
        """Yield "New Year's Day, 2 January"."""
        for match in _FEAST.finditer(text):
            name = match["feast"].lower().replace("'", "’")
            month, day = _FEASTS[name]
            written = (match["m"] or match["m2"]).capitalize()
            if name not in _THEIRS and (
                MONTHS.index(written) + 1,
                int(match["d"] or match["d2"]),
            ) != (
                month,
                day,
            ):
                yield self.problem(
                    Span(*match.span()).shifted(start),
                    message=f"{match['feast']} is {day} {MONTHS[month - 1]}: check the date.",
                )


def _is_never(text: str, day: DateMention) -> bool:
    """Return whether 30 February, which is a way to say "never", is told as no day of a year."""
    return (
        day.month == _FEBRUARY
        and (day.day or 0) > _LEAP_DAY
        and _SAYS_NEVER.search(text) is not None
    )


def _day_in(value: str) -> DateMention | None:
    """Return the day that a value of the front matter names, whether there is one or not."""
    stamp = _STAMP.match(value.strip())
    if stamp is not None and 1 <= int(stamp["month"]) <= len(MONTHS):
        year, month, day = (int(stamp[part]) for part in ("year", "month", "day"))
        return DateMention(Span(0, len(value)), DateKind.DAY, year=year, month=month, day=day)
    days = (m for m in find_dates(value[:_LONGEST]) if m.kind is DateKind.DAY and not m.ambiguous)
    return next(days, None)


def _month(day: DateMention) -> str:
    name = MONTHS[(day.month or 1) - 1]
    return f"{name} {day.year}" if day.year else name
