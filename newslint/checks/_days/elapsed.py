"""Years that have gone by since a date, told beside the date they are counted from."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from newslint.checks._days.spans_of_time import WrongLength
from newslint.language.date_mention import MONTHS
from newslint.language.lazy_regex import LazyRegex
from newslint.language.numbers import find_quantities
from newslint.span import Span

_NUMBER = (
    r"(?:\d{1,3}|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen"
    r"|fifteen|sixteen|seventeen|eighteen|nineteen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty"
    r"|ninety)(?:-(?:one|two|three|four|five|six|seven|eight|nine))?))"
)
_MORE = r"(?:more\sthan|over|just\sover|well\sover|upwards\sof)"
_LESS = r"(?:almost|nearly|just\sunder|less\sthan|under|not\squite|close\sto)"
_ABOUT = r"(?:about|around|some|roughly|at\sleast)"
_LENGTH = (
    rf"(?P<length>(?:(?P<more>{_MORE})\s|(?P<less>{_LESS})\s|(?P<about>{_ABOUT})\s)?"
    rf"(?:the\s|a\s)?(?:past\s|last\s)?(?P<n>{_NUMBER})[\s-](?P<unit>years?|decades?))"
)
_HALF_OPEN = r"(?!\s(?:later|before|earlier|in\s(?:prison|jail))\b)"
_MONTH = "|".join(MONTHS) + r"|Jan|Feb|Aug|Sept?|Oct|Nov|Dec"
_HOLIDAYS = {
    "boxing day": (12, 26),
    "christmas day": (12, 25),
    "christmas": (12, 25),
    "christmas eve": (12, 24),
    "new year's day": (1, 1),
    "new year’s day": (1, 1),
    "new year's eve": (12, 31),
    "new year’s eve": (12, 31),
    "halloween": (10, 31),
    "independence day": (7, 4),
}
_SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11)}
_FEAST = "|".join(sorted(_HOLIDAYS, key=len, reverse=True))
_DATE = (
    rf"(?:the\s)?(?:(?:early|late|mid-?)\s?)?(?:(?P<feast>{_FEAST}),?\s"
    rf"|(?P<season>spring|summer|autumn|fall|winter)\s(?:of\s)?"
    rf"|(?:the\s)?(?:(?P<d1>\d{{1,2}})\s)?(?P<month>{_MONTH})\.?\s(?:(?P<d2>\d{{1,2}}),?\s)?)?"
    r"(?P<year>(?:1[5-9]|20)\d\d)\b"
)
_WAIT = (
    r"wait|gap|run|spell|drought|absence|stretch|span|period|interval|break|reign|exile|delay|feud"
    r"|search|campaign|battle|career|hiatus|tenure|lapse|silence"
)
_MADE = (
    r"new|built|bought|made|delivered|launched|opened|installed|planted|founded|registered"
    r"|commissioned|born|laid|erected|formed|created|established|completed|finished|set\sup|begun"
    r"|painted|written|passed|signed|introduced|adopted"
)
_KEEPS = r"ago|back\b|on\sfrom"

#: Each has a date and a length that is counted from it up to the day of the article.
_PATTERNS = tuple(
    LazyRegex(pattern, re.IGNORECASE)
    for pattern in (
        # since Boxing Day 2021, a wait of more than five years
        rf"\b{_DATE}\s?(?:,|[-–—]|\()\s?(?:after\s|ending\s)?(?:a|an|their|its|his|her)\s"
        rf"(?:[a-z]+\s){{0,2}}?(?:{_WAIT})\sof\s{_LENGTH}\b",
        # since 2019, a five-year wait
        rf"\bsince\s{_DATE}\s?(?:,|[-–—]|\()\s?(?:ending\s)?(?:a|an)\s{_LENGTH}\s(?:{_WAIT})\b",
        # a wait of five years, since 2019; for the first time in six years, since 2019
        rf"\b(?:(?:{_WAIT})\sof|first\stime\s(?:in|for)|first\s[\w\s]{{0,30}}?\s(?:in|for)|for|has"
        rf"\s[\w\s]{{1,30}}?)\s{_LENGTH}\b[^.;\d]{{0,40}}?[,(]?\s?\bsince\s(?:the\s)?"
        rf"(?:[a-z]+\s){{0,5}}?(?:in\s)?{_DATE}",
        # three years old, and new in 2019; the five-year-old hall, built in 1990
        rf"\b{_LENGTH}[\s-]old\b[^.;\d]{{0,40}}?\b(?:{_MADE})\s(?:[a-z]+\s){{0,4}}?in\s{_DATE}",
        # built in 1990, is 20 years old
        rf"\b(?:{_MADE})\s(?:[a-z]+\s){{0,3}}?in\s{_DATE}[^.;\d]{{1,40}}?\b(?:is|are|makes?\sit)\s"
        rf"(?:now\s)?{_LENGTH}\sold\b",
        # in the three years since 2019; five years on from 2019; ten years after 2009
        rf"\b{_LENGTH}\s(?:since|on\sfrom)\s(?:the\s[a-z]+\sof\s|(?:it|he|she|they)\s[a-z]+\sin\s)?{_DATE}",
        # opened 12 years ago in 2010; 12 years ago, in May 2010
        rf"\b{_LENGTH}\sago\b(?:\s(?:this|next|last)\s[a-z]+)?(?:,|\s\()?\s(?:in|on)\s{_DATE}",
        # in 2010, 12 years ago
        rf"\b(?:in|on|since)\s{_DATE},?\s(?:\(|some\s)?{_LENGTH}\s(?:{_KEEPS})",
        # was suspended in September 2024, and so has been out of work for two years
        rf"\b(?:in|on|since)\s{_DATE},?\s(?:and|but)\s(?:[a-z]+\s){{0,3}}?(?:has|have)\s[^.;\d]{{1,50}}?"
        rf"\bfor\s{_LENGTH}\b",
        # the 20th anniversary of the 1998 flood
        r"\b(?P<length>(?P<n>\d{1,3})(?:st|nd|rd|th)[\s-](?P<unit>anniversary))\sof\s"
        rf"(?:[a-z’']+\s){{0,6}}?(?:in\s|on\s|from\s|of\s)?{_DATE}",
    )
)
_HALVES = {
    "half a year": 0.5,
    "six months": 0.5,
    "a year": 1.0,
    "18 months": 1.5,
    "a year and a half": 1.5,
}
_HALF = LazyRegex(
    rf"\b(?:in|on|since)\s{_DATE},?\s(?:and|but)\s(?:[a-z]+\s){{0,3}}?(?:has|have)\s[^.;\d]{{1,50}}?"
    rf"\bfor\s(?P<length>{'|'.join(sorted(_HALVES, key=len, reverse=True))})\b(?!\s(?:and|or)\b)",
    re.IGNORECASE,
)
#: The second in 18 months; then the date of the first.
_IN_ALL = LazyRegex(
    r"\b(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\s[^.;]{1,60}?\bin\s"
    rf"(?P<length>(?P<n>{_NUMBER})\s(?P<unit>weeks|months|years))\b"
)
_OPENS = LazyRegex(rf"(?:In|On|The\s[a-z]+(?:\s[a-z]+)?,?\s(?:was\s)?(?:in|on))\s{_DATE}")
#: Anniversaries by name.
_JUBILEES = {"centenary": 100, "centennial": 100, "bicentenary": 200, "bicentennial": 200}
_JUBILEE = LazyRegex(
    rf"\b(?:founded|established|opened|built|formed|launched|born|set\sup|created|begun)\s"
    rf"(?:[a-z]+\s){{0,3}}?in\s{_DATE}[^.;\d]{{1,140}}?\b(?P<length>{'|'.join(_JUBILEES)})\b"
    rf"|\b(?P<length2>{'|'.join(_JUBILEES)})\sof\s(?:[a-z’']+\s){{0,6}}?(?:in\s|on\s)?"
    r"(?P<year2>(?:1[5-9]|20)\d\d)\b",
    re.IGNORECASE,
)
_NOT_NOW = LazyRegex(
    r"\b(?:then|at\sthe\stime|by\sthen|had|was\sto|would|until|next\syear|will|ended|until)\b",
    re.IGNORECASE,
)
_DAYS = 365.25


def wrong_spans(text: str, anchor: datetime.date) -> Iterator[WrongLength]:
    """Yield each length in the sentence `text` that is not how long ago its own date was.

    Args:
        text: one sentence; spans count from its start.
        anchor: the article's date, to which lengths are counted.
    """
    taken: list[Span] = []
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            span = Span(*match.span())
            if any(span.overlaps(other) for other in taken) or _LATER.match(text, match.end()):
                continue
            years = _number(match["n"]) * (10 if match["unit"].lower().startswith("dec") else 1)
            since = _since(match)
            real = _elapsed(since, anchor)
            if not years or real[1] < 0 or _NOT_NOW.search(text[: match.end()]):
                continue
            if _fits(match, years, real):
                continue
            taken.append(span)
            yield WrongLength(
                Span(*match.span("length")),
                f"{_shown(real)} have gone by since {_dated(match)}, not {_asked(match, years)}:"
                " check both.",
            )
    for match in _HALF.finditer(text):
        real, told = _elapsed(_since(match), anchor), _HALVES[match["length"].lower()]
        if not real[0] - 0.3 <= told <= real[1] + 0.3:
            yield WrongLength(
                Span(*match.span("length")),
                f"{_dated(match)} is longer ago, or not so long: check both.",
            )
    for match in _JUBILEE.finditer(text):
        which = "" if match["length"] else "2"
        gone = anchor.year - int(match["year" + which])
        years = _JUBILEES[match["length" + which].lower()]
        if gone > 0 and abs(gone - years) > 1:
            yield WrongLength(
                Span(*match.span("length" + which)),
                f"{match['year' + which]} is {gone} years ago: check the anniversary.",
            )


def outside_window(text: str, before: str, anchor: datetime.date) -> Iterator[WrongLength]:
    """Yield the date that opens `text` if it is further back than the sentence before counts.

    "It is the second fire in 18 months. In March 2019, ..."
    """
    window, opens = _IN_ALL.search(before), _OPENS.match(text)
    if window is None or opens is None:
        return
    per_year = {"weeks": 52.0, "months": 12.0, "years": 1.0}[window["unit"]]
    years = _number(window["n"]) / per_year
    if years and _elapsed(_since(opens), anchor)[0] > years * 1.1 + 0.15:
        start = opens.start("feast") if opens["feast"] else opens.start("month")
        start = opens.start("year") if start < 0 else start
        yield WrongLength(
            Span(start, opens.end("year")),
            f"That is more than {window['length']} before the article: check both.",
        )


_LATER = LazyRegex(r"\s(?:later|before|earlier|in\s(?:prison|jail))\b")


def _number(written: str) -> int:
    if written.isdigit():
        return int(written)
    found = find_quantities(f"{written.lower()} years")
    return int(found[0].value) if found else 0


def _since(match: re.Match[str]) -> tuple[datetime.date, datetime.date]:
    """Return the first and the last day that a date may mean."""
    groups, year = match.groupdict(), int(match["year"])
    feast, season, month = (groups.get(k) for k in ("feast", "season", "month"))
    if feast:
        day = datetime.date(year, *_HOLIDAYS[feast.lower()])
        return day, day
    if season and season.lower() in _SEASONS:
        first, last = _SEASONS[season.lower()]
        return datetime.date(year, first, 1), datetime.date(year, last, 28)
    if month:
        number = next(i for i, m in enumerate(MONTHS, 1) if m[:3].lower() == month[:3].lower())
        written = groups.get("d1") or groups.get("d2")
        if written and 1 <= int(written) <= 28:
            day = datetime.date(year, number, int(written))
            return day, day
        return datetime.date(year, number, 1), datetime.date(year, number, 28)
    return datetime.date(year, 1, 1), datetime.date(year, 12, 31)


def _elapsed(
    since: tuple[datetime.date, datetime.date], anchor: datetime.date
) -> tuple[float, float]:
    least, most = ((anchor - day).days / _DAYS for day in (since[1], since[0]))
    return least, most


def _fits(match: re.Match[str], years: int, real: tuple[float, float]) -> bool:
    groups = match.groupdict()
    least, most = real
    spare = years * 0.15 if groups.get("about") else 0.0
    if match["unit"].lower().startswith("dec"):
        spare += 5.0
    if groups.get("more"):
        return most + spare >= years and least <= years * 1.4 + 1.5 + spare
    if groups.get("less"):
        return least <= years + 0.2 + spare and most >= years * 0.8 - 1.0 - spare
    if match["unit"].lower() == "anniversary":
        return least - 1.0 <= years <= most + 1.0
    return least - 1.0 - spare < years <= most + 0.7 + spare


def _shown(real: tuple[float, float]) -> str:
    least, most = max(0, int(real[0])), max(0, int(real[1]))
    return f"{most} years" if least == most else f"{least} or {most} years"


def _dated(match: re.Match[str]) -> str:
    groups = match.groupdict()
    before = groups.get("feast") or groups.get("month") or groups.get("season")
    return f"{before} {match['year']}" if before else match["year"]


def _asked(match: re.Match[str], years: int) -> str:
    groups = match.groupdict()
    qualifier = groups.get("more") or groups.get("less") or ""
    return f"{qualifier} {years}".strip()
