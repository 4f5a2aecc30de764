"""Centuries and jubilees by which a thing is called, beside the year it is from."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from newslint.checks._facts.told import places
from newslint.checks._prose import is_writers_own
from newslint.language.lazy_regex import LazyRegex
from newslint.reading import Reading
from newslint.span import Span

_MADE = LazyRegex(
    r"\b(?:built|founded|erected|completed|consecrated|dating|dates|dated|opened|made|painted|printed|written|laid"
    r"|planted|cast|carved|constructed|established)\b[^.;\d]{0,30}?\b(?:in|from|to)\s(?:about\s|around\s|[A-Z][a-z]+\s)?"
    r"(?P<year>1[0-9]\d\d|20\d\d)\b"
)
_NTHS = {
    "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16, "seventeenth": 17,
    "eighteenth": 18, "nineteenth": 19, "twentieth": 20,
}  # fmt: skip
_CENTURY = LazyRegex(
    rf"\b(?P<whole>(?:(?P<n>1[1-9]|2[01])(?:th|st)|(?P<word>{'|'.join(_NTHS)}))-century)\s(?P<noun>[a-z]+)"
)
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
        if "century" not in text and "wedding" not in text.lower():
            continue
        start = place.sentence.span.start
        for span, message, usual in (*_centuries(text), *_weddings(text, today)):
            if is_writers_own(reading, span.shifted(start)):
                yield span.shifted(start), message, usual.shifted(start)


def _centuries(text: str) -> Iterator[tuple[Span, str, Span]]:
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
