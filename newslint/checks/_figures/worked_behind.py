"""Results told behind what they are worked out from: so much a week and a year, shared out, times.

Each is one clause that names its own terms: "£4,500 a week, which makes £334,000 a year",
"€2.3m, with 26 loads €125,000 a load", "four crossings, at 7am, 10am, 1pm, 4pm and 7pm".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from newslint.checks._facts.recounted import singular
from newslint.checks._facts.told import MONEY, NUMBER, money, number
from newslint.checks._figures.lines import Line
from newslint.checks._sums.worked_figures import shown
from newslint.language.lazy_regex import LazyRegex
from newslint.span import Span

_IN_A_YEAR = {
    "day": (Fraction(365), Fraction(260), Fraction(250)),
    "week": (Fraction(52), Fraction(48), Fraction(50)),
    "month": (Fraction(12),),
    "quarter": (Fraction(4),),
}
_A_YEAR = LazyRegex(
    rf"(?P<by>{MONEY})\s(?:a|per|each|every)\s(?P<unit>day|week|month|quarter)\b[^.;£$€]{{0,60}}?"
    r"(?:\bor|which\s(?:would\s)?(?:makes?|is|comes?\sto|amounts?\sto|means?)|that\sis|equal\sto"
    r"|equivalent\sto|\(|=|so|making)\s(?:about\s|some\s|nearly\s|almost\s|around\s|just\sover\s)?"
    rf"(?P<whole>(?P<year>{MONEY})\s(?:a|per|each|every)\syear)\b"
)
_EACH = LazyRegex(
    rf"(?P<whole>(?:about\s|some\s|nearly\s|almost\s|around\s|roughly\s)?(?P<each>{MONEY})\s"
    r"(?:a|an|per|for\seach|for\severy)\s(?P<noun>[a-z]{3,}))\b"
)
_MANY = LazyRegex(rf"(?P<n>{NUMBER})\s(?:[a-z-]+\s)?(?P<noun>[a-z]{{3,}})\b")
_ANY_MONEY = LazyRegex(MONEY)
_CLOCK = r"(?:\d{1,2}(?:[.:]\d{2})?\s?(?:am|pm|a\.m\.?|p\.m\.?)?|noon|midday|midnight)"
_TIMES = LazyRegex(
    rf"\b(?P<n>two|three|four|five|six|seven|eight|nine|\d{{1,2}})\s(?:[a-z-]+\s)?"
    r"(?:crossings|sailings|departures|trains|buses|flights|services|showings|performances|shows|tours"
    r"|sessions|classes|services|screenings|runs|trips|masses|ferries|shuttles|sittings|slots)\b"
    rf"[^.;:]{{0,40}}?[,:]?\sat\s(?P<list>{_CLOCK}(?:,\s{_CLOCK})*,?\sand\s{_CLOCK})"
)
_UNITS_OF_TIME = frozenset({"day", "week", "month", "year", "hour", "quarter", "minute", "time"})
_SLACK, _FAR = Fraction(1, 10), 10


def worked_behind(line: Line) -> Iterator[tuple[Span, str]]:
    """Yield each result that its own terms belie, and why."""
    yield from _a_year(line)
    yield from _shared_out(line)
    yield from _times(line)


def _a_year(line: Line) -> Iterator[tuple[Span, str]]:
    for match in _A_YEAR.finditer(line.text):
        by, year = money(match["by"]), money(match["year"])
        if by is None or year is None or by[0] != year[0]:
            continue
        real = [by[1] * times for times in _IN_A_YEAR[match["unit"]]]
        if not any(_near(value, year[1]) for value in real):
            yield Span(*match.span("whole")), f"A year of that is {shown(real[0])}: check both."


def _shared_out(line: Line) -> Iterator[tuple[Span, str]]:
    """Yield "R5,000 a family" of R1.9 million for 38 families."""
    for match in _EACH.finditer(line.text):
        each, noun = money(match["each"]), match["noun"]
        if each is None or noun in _UNITS_OF_TIME:
            continue
        lead = " ".join([*(b.text for b in line.before[-2:]), line.text[: match.start()]])
        many = {
            value for m in _MANY.finditer(lead)
            if singular(m["noun"]) == noun and (value := number(m["n"].lower())) and value > 1
        }  # fmt: skip
        sums = {
            found[1] for m in _ANY_MONEY.finditer(lead)
            if (found := money(m[0])) and found[0] == each[0]
        }  # fmt: skip
        if len(many) != 1 or not sums:
            continue
        count = many.pop()
        shares = [value / count for value in sums]
        if any(_near(share, each[1]) for share in shares):
            continue
        near = [s for s in shares if each[1] / _FAR <= s <= each[1] * 21]
        if len(shares) == len(near) == 1:
            yield Span(*match.span("whole")), f"Shared out it is {shown(near[0])}: check both."


def _times(line: Line) -> Iterator[tuple[Span, str]]:
    for match in _TIMES.finditer(line.text):
        told, listed = number(match["n"].lower()), re.split(r",\s(?:and\s)?|\sand\s", match["list"])
        if told is not None and told != len(listed) and abs(told - len(listed)) == 1:
            yield (
                Span(*match.span("list")),
                f"{match['n']} are told and {len(listed)} times given: check both.",
            )


def _near(one: Fraction, other: Fraction) -> bool:
    return abs(one - other) <= _SLACK * max(one, other)
