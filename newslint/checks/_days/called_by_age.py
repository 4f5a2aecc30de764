"""Centuries and jubilees by which a thing is called, beside the year it is from."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from newslint.checks._facts.told import places
from newslint.checks._prose import is_writers_own
from newslint.language.dates import DateKind, find_dates, resolve
from newslint.language.lazy_regex import LazyRegex
from newslint.reading import Reading
from newslint.span import Span

_MADE = LazyRegex(
    r"\b(?:built|founded|erected|completed|consecrated|dating|dates|dated|opened|made|painted|printed|written|laid"
    r"|planted|cast|carved|constructed|established)\b[^.;\d]{0,30}?\b(?:in|from|to)\s(?:about\s|around\s|[A-Z][a-z]+\s)?"
    r"(?P<year>1[0-9]\d\d|20\d\d)\b"
)
# Finished | the 19th-century timepiece | in 1782
_MADE_IT = LazyRegex(
    r"\b(?:built|founded|erected|completed|made|painted|printed|wrote|written|laid|planted|cast|carved|constructed"
    r"|finished|designed|composed|forged|wove|woven|sculpted|began)\s(?:the|a|an|this|that|its|his|her)\s"
    r"(?P<whole>(?:(?P<n>1[1-9]|2[01])(?:th|st))-century)(?:\s[a-z-]+){1,3}\s(?:in|around|about)\s"
    r"(?P<year>1[0-9]\d\d|20\d\d)\b"
)
_NTHS = {
    "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16, "seventeenth": 17,
    "eighteenth": 18, "nineteenth": 19, "twentieth": 20,
}  # fmt: skip
_CENTURY = LazyRegex(
    rf"\b(?P<whole>(?:(?P<n>1[1-9]|2[01])(?:th|st)|(?P<word>{'|'.join(_NTHS)}))-century)\s(?P<noun>[a-z]+)"
)
_ORDINALS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth",
)  # fmt: skip
_WEDDINGS = {
    "silver": 25, "pearl": 30, "coral": 35, "ruby": 40, "sapphire": 45, "golden": 50, "emerald": 55,
    "diamond": 60, "platinum": 70,
}  # fmt: skip
_WEDDING = LazyRegex(
    rf"\b(?P<whole>(?P<which>{'|'.join(_WEDDINGS)})\swedding)(?:\sanniversary)?\b", re.IGNORECASE
)
_MARRIED = LazyRegex(
    r"\b(?:married|wed|wedding)\b[^.;\d]{0,40}?\bin\s(?:[A-Z][a-z]+\s)?(?P<year>(?:19|20)\d\d)\b"
)
# Founded in 1956, it turns 60 this year
_TURNS = LazyRegex(
    r"\b(?P<whole>this\syear\s(?:it\s)?(?:turns|is|will\sbe|celebrates)\s(?P<n>\d{2,3}))(?=[\s,.;])"
)
# Now in its fifth week; began on 20 April
_NTH = LazyRegex(
    rf"\b(?P<whole>(?:in|into|entered|enters|entering)\s(?:its|his|her|their)\s(?P<n>{'|'.join(_ORDINALS)}|\d{{1,2}}(?:st|nd|rd|th))"
    r"\s(?P<unit>day|week|month|year))\b"
)
_BEGAN = LazyRegex(r"\b(?:began|begun|started|broke\sout|walked\sout)\s(?:on|in)\s$")
_DAYS = {"day": 1.0, "week": 7.0, "month": 30.4, "year": 365.25}
_ONE_OF = LazyRegex(r"\b(?:replac\w+|site|former|instead|older|rebuilt|restored|copy|replica)\b")
_YEAR = LazyRegex(r"\b1[0-9]\d\d\b|\b20\d\d\b")


def called_by_age(
    reading: Reading, today: datetime.date | None
) -> Iterator[tuple[Span, str, Span]]:
    """Yield each century or jubilee that the year in its sentence rules out, why, and the year.

    `today` is the date of the article. Needs `sentences` and `quotations`.
    """
    for place in places(reading):
        text = place.text
        start = place.sentence.span.start
        found = [*_weddings(text, today)] if "wedding" in text.lower() else []
        found += _centuries(text) if "century" in text else []
        if today is not None:
            found += _turning(text, today) if "this year" in text else []
            found += _nths(text, today) if " in" in text or "enter" in text else []
        for span, message, usual in found:
            if is_writers_own(reading, span.shifted(start)):
                yield span.shifted(start), message, usual.shifted(start)


def _centuries(text: str) -> Iterator[tuple[Span, str, Span]]:
    for match in _MADE_IT.finditer(text):
        if (int(match["year"]) - 1) // 100 + 1 != int(match["n"]):
            yield (
                Span(*match.span("whole")),
                f"{match['year']} is not in that century: check “{match['whole']}” and the year.",
                Span(*match.span("year")),
            )
            return
    made = list(_MADE.finditer(text))
    called = list(_CENTURY.finditer(text))
    if len(made) != 1 or len(called) != 1 or len(_YEAR.findall(text)) != 1:
        return
    if _ONE_OF.search(text):
        return
    year = int(made[0]["year"])
    century = int(called[0]["n"]) if called[0]["n"] else _NTHS[called[0]["word"]]
    between = text[min(made[0].end(), called[0].end()) : max(made[0].start(), called[0].start())]
    if (year - 1) // 100 + 1 == century or year % 100 == 0 or not _is_told_of_it(between):
        return
    yield (
        Span(*called[0].span("whole")),
        f"{year} is not in that century: check “{called[0]['whole']}” and the year.",
        Span(*made[0].span("year")),
    )


def _turning(text: str, today: datetime.date) -> Iterator[tuple[Span, str, Span]]:
    made, told = list(_MADE.finditer(text)), list(_TURNS.finditer(text))
    if len(made) != 1 or len(told) != 1 or _ONE_OF.search(text):
        return
    years = today.year - int(made[0]["year"])
    if abs(years - int(told[0]["n"])) > 1:
        yield (
            Span(*told[0].span("whole")),
            f"From {made[0]['year']} it is {years} years: check “{told[0]['whole']}”.",
            Span(*made[0].span("year")),
        )


def _nths(text: str, today: datetime.date) -> Iterator[tuple[Span, str, Span]]:
    for match in _NTH.finditer(text):
        days = [m for m in find_dates(text) if m.kind is DateKind.DAY]
        began = [m for m in days if _BEGAN.search(text[: m.span.start])]
        day = resolve(began[0], today) if len(began) == 1 else None
        if not isinstance(day, datetime.date) or day > today:
            continue
        written = match["n"]
        nth = _ORDINALS.index(written) + 1 if written in _ORDINALS else int(written[:-2])
        gone = (today - day).days / _DAYS[match["unit"]]
        if not nth - 1.4 <= gone <= nth + 0.4:
            yield (
                Span(*match.span("whole")),
                f"By the date it began it is number {int(gone) + 1}: check “{match['whole']}”.",
                began[0].span,
            )


def _is_told_of_it(between: str) -> bool:
    """Return whether what stands between year and century joins the two."""
    return len(between) < 50 and re.search(
        r"\b(?:in|on|with|by|from|for|behind|beside|near)\b|;", between
    ) is None  # fmt: skip


def _weddings(text: str, today: datetime.date | None) -> Iterator[tuple[Span, str, Span]]:
    married, called = list(_MARRIED.finditer(text)), list(_WEDDING.finditer(text))
    if today is None or len(married) != 1 or len(called) != 1:
        return
    if re.search(r"\b(?:had|was|were)\s+(?:celebrated|marked)\b", text):
        return
    years = today.year - int(married[0]["year"])
    told = _WEDDINGS[called[0]["which"].lower()]
    if abs(years - told) > 1:
        yield (
            Span(*called[0].span()),
            f"From {married[0]['year']} it is {years} years: check “{called[0]['whole']}”.",
            Span(*married[0].span("year")),
        )
