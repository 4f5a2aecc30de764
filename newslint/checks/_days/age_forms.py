"""How a story tells when a thing began and how old it is by now, as regular expressions."""

from __future__ import annotations

import re

from newslint.checks._facts.told import NUMBER, number
from newslint.language.lazy_regex import LazyRegex

_UNITS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_NTHS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ORDINALS = {
    **{w: i for i, w in enumerate(_NTHS, 1) if i > 2},
    "tenth": 10,
    "fifteenth": 15,
    "hundredth": 100,
    **{f"{ten[:-1]}ieth": 10 * i for i, ten in enumerate(_TENS, 2)},
    **{
        f"{ten}-{nth}": 10 * i + n
        for i, ten in enumerate(_TENS, 2)
        for n, nth in enumerate(_NTHS, 1)
    },
}
_NUMBER = rf"(?:(?:{'|'.join(_TENS)})(?:-(?:{'|'.join(_UNITS)}))?|{NUMBER})"
_NTH = rf"(?:{'|'.join(sorted(_ORDINALS, key=len, reverse=True))}|\d{{1,3}}(?:st|nd|rd|th))"
_MADE = (
    r"built|launched|opened|founded|established|created|formed|installed|planted|completed|finished"
    r"|set\sup|commissioned|laid\sdown|made|new|cast|begun|started|erected"
)
_YEAR = r"(?P<year>(?:1[5-9]|20)\d\d)\b(?![-–/]\d)"
#: When a thing was made: "built to order in May 1998".
MADE_IN = LazyRegex(rf"\b(?:{_MADE})\s(?:[a-z]+\s){{0,4}}?in\s(?:[A-Z][a-z]+\s)?{_YEAR}")
#: When what is spoken of began: went up in 1926; dates from 1870; a fixture since 1911.
BEGUN_IN = LazyRegex(
    rf"\b(?:(?:{_MADE}|went\sup|put\sup|came\sinto\s(?:use|service)|entered\sservice|began"
    r"|dat(?:es|ed|ing)(?:\sback)?|inaugurated|constructed|consecrated|dug|hung)\b"
    r"[^.;\d]{0,40}?\b(?:in|to|from)"
    r"|(?:fixture|landmark|open|in\s(?:use|service|business)|stood|running|going)\b[^.;,\d]{0,25}?"
    rf"\ssince|^Since|has\s[^.;,\d]{{3,60}}\ssince)\s(?:[A-Z][a-z]+\s)?{_YEAR}"
)
_HEDGE = (
    r"(?:(?P<over>more\sthan|over|at\sleast|just\sover)\s|(?P<only>only|just|barely|now|all)\s"
    r"|(?P<under>nearly|almost|less\sthan|under|not\s(?:yet|quite)|just\sunder)\s"
    r"|(?P<about>about|around|some|roughly)\s)?"
)
_LENGTH = (
    rf"{_HEDGE}(?:(?P<n>{_NUMBER})\s(?P<unit>years?|decades)|(?P<round>(?:half\s)?a\scentury))"
)
_WHEN = r"(?P<when>\s(?:last|this|next)\s[A-Za-z]+)?"
_SHUT = (
    r"clos(?:es?|ed|ing)|shut|fold(?:s|ed)?|ends?|ended|scrapped|demolished"
    r"|(?:pulled|burned|torn)\sdown"
)
_IN_USE = r"open|going|there|running|empty|in\s(?:use|service|business)"
#: How old it is said to be: turns 90 this month; now in their 51st year; had stood for 125
#: years; is to close after 40 years; and 60 years old this summer.
AGES = tuple(
    LazyRegex(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b(?P<whole>(?:will\s|has\s)?turn(?:s|ed|ing)?\s(?P<bare>{_NUMBER})"
        rf"(?!\s(?!th|las|nex|in|on)[a-z]|,\d|%){_WHEN})",
        rf"\b(?P<whole>(?:celebrat|mark)(?:e|es|ed|s|ing)?\s(?:its\s|their\s)?{_LENGTH}{_WHEN})",
        rf"\b(?:its|their)\s(?P<whole>(?P<nth>{_NTH})\s(?P<kind>birthday|anniversary|year))"
        rf"(?!\s(?:as|at|under)\b){_WHEN}",
        rf"\b(?P<whole>{_LENGTH}\sold{_WHEN})",
        rf"\b(?P<whole>(?:ha[ds]|have)\s(?:[a-z]+ly\s)?(?:stood|served|lasted|survived|been\s(?:{_IN_USE}))\b"
        rf"[^.;,\d]{{0,25}}?\sfor\s{_LENGTH})\b",
        rf"\b(?:{_SHUT})\b[^.;,\d]{{0,25}}?\s(?P<whole>after\s{_LENGTH})\b"
        r"(?!\s(?:in|as|with|at|under|later|before)\b)",
        rf"\b(?P<whole>in\s(?:all\s)?(?:its|their)\s{_LENGTH})\b",
    )
)
_STEPS = {"last": -1, "next": 1}


def years_told(match: re.Match[str], begun: int, now: int) -> tuple[float, float] | None:
    """Return the fewest and the most years that a match of `AGES` may mean, by `now`.

    `begun` and `now` are years; what is told of last or next year is reckoned to this one.
    """
    groups = match.groupdict()
    step = _STEPS.get((groups.get("when") or "this").split()[0].lower(), 0)
    real = now + step - begun
    years: float
    low: float
    high: float
    if groups.get("nth"):
        nth = groups["nth"].lower()
        years = _ORDINALS[nth] if nth in _ORDINALS else int(nth[:-2])
        # Who was founded in 1985 is in the 41st year in 2026, or in the 42nd.
        low, high = (years - 2, years + 0.5) if groups["kind"] == "year" else (years - 1, years + 1)
    elif groups.get("round"):
        years = 50 if groups["round"].lower().startswith("half") else 100
        low, high = years * (0.7 if groups["under"] else 0.88), years * 1.15
        high *= 1.2 if groups["over"] else 1
    else:
        found = number((groups.get("n") or groups.get("bare") or "").lower())
        if found is None:
            return None
        years = int(found) * (10 if groups.get("unit") == "decades" else 1)
        low, high = years - 1.0, years + 1.0
        if groups.get("unit") == "decades":
            high += 4
        elif groups.get("over"):
            high = years * 1.4 + 1
        elif groups.get("under"):
            low = years * 0.7
        elif groups.get("about"):
            low, high = low - years * 0.12, high + years * 0.12
    if not real / 4 < years < real * 4:
        return None
    return low - step, high - step
