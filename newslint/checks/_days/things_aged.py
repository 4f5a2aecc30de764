"""How old things and people are said to be, beside the year in which they began."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.checks._facts.told import NUMBER, Place, number, places
from newslint.checks._prose import is_writers_own
from newslint.language.lazy_regex import LazyRegex
from newslint.reading import Reading
from newslint.span import Span

_TENS = (
    r"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
    r"(?:-(?:one|two|three|four|five|six|seven|eight|nine))?"
)
_N = rf"(?P<n>{_TENS}|{NUMBER})"
_MADE = (
    r"built|launched|opened|founded|established|created|formed|installed|planted|completed|finished"
    r"|set\sup|commissioned|laid\sdown|made|new|cast|begun|started|erected"
)
_MADE_IN = LazyRegex(
    rf"\b(?:{_MADE})\s(?:[a-z]+\s){{0,4}}?in\s(?:[A-Z][a-z]+\s)?(?P<year>(?:1[5-9]|20)\d\d)\b"
)
_THING = (
    r"ship|ferry|vessel|boat|trawler|liner|yacht|building|hall|bridge|tower|church|chapel|school|company"
    r"|firm|club|plant|factory|mill|theatre|theater|stadium|museum|station|aircraft|plane|helicopter|jet"
    r"|train|house|pub|hotel|newspaper|paper|band|orchestra|choir|party|charity|festival|fair|brewery|bank"
    r"|chain|business|group|start-?up|airline|league|team|dam|reactor|railway|road|tunnel|pier|organ|bell"
    r"|tree|law|treaty|agreement|structure|venue|programme|program|show|series|library|college|university"
)
_OLD_THING = LazyRegex(
    rf"\b(?:[Tt]he|[Ii]ts|[Tt]hat|[Tt]his)\s(?P<whole>{_N}-year-old\s(?:{_THING}))\b"
)
_MADE_AND_OLD = LazyRegex(
    rf"\b(?:{_MADE})\s(?:[a-z]+\s){{0,3}}?in\s(?P<year>(?:1[5-9]|20)\d\d),?\s(?:and|but|so|is|are)\s(?:[a-z]+\s){{0,2}}?"
    rf"(?P<whole>(?:(?P<less>not\syet|not\squite|under|less\sthan|nearly|almost)|(?P<more>over|more\sthan)|only|just|barely|now)?\s?"
    rf"{_N}\syears\sold)\b"
)
_ORDINALS = {"fifth": 5, "tenth": 10, "fifteenth": 15, "twentieth": 20, "twenty-fifth": 25,
             "thirtieth": 30, "thirty-fifth": 35, "fortieth": 40, "forty-fifth": 45,
             "fiftieth": 50, "sixtieth": 60, "seventieth": 70, "seventy-fifth": 75,
             "eightieth": 80, "ninetieth": 90, "hundredth": 100}  # fmt: skip
_NTH = "|".join(sorted(_ORDINALS, key=len, reverse=True))
_BIRTHDAY = LazyRegex(
    rf"\b(?:since|founded\sin|opened\sin|built\sin|launched\sin)\s(?P<year>(?:1[5-9]|20)\d\d)\b[^.;\d]{{0,60}}?"
    rf"\b(?P<whole>(?P<nth>{_NTH}|\d{{1,3}}(?:st|nd|rd|th))\s(?:birthday|anniversary))\b",
    re.IGNORECASE,
)
# The hall went up in 1926 | and | turns 90 this month; it | celebrated three decades last year
_BEGUN_IN = LazyRegex(
    rf"\b(?:{_MADE}|went\sup|put\sup|came\sinto\s(?:use|service)|entered\sservice|started|began"
    r"|dates\s(?:back\s)?to|dating\s(?:back\s)?to|inaugurated|constructed|consecrated|dug|hung)\b"
    r"[^.;\d]{0,20}?\b(?:in|to|from)\s(?:[A-Z][a-z]+\s)?(?P<year>(?:1[5-9]|20)\d\d)\b"
)
_MARKS = LazyRegex(
    rf"\b(?P<whole>(?:(?:will\s|has\s)?turn(?:s|ed)?\s(?P<n>{_TENS}|{NUMBER})"
    r"(?!\s(?!th|las|nex|in|on)[a-z])"
    r"|(?:celebrat|mark)(?:e|es|ed|s|ing)?\s(?:its\s|their\s)?(?:"
    rf"(?P<n2>{_TENS}|{NUMBER})\s(?P<unit>years|decades)|(?P<nth>{_NTH}|\d{{1,3}}(?:st|nd|rd|th))"
    r"\s(?:year|birthday|anniversary)|(?P<round>half\sa\scentury|a\scentury)))"
    r"(?P<when>\s(?:last|this|next)\s(?:year|month|spring|summer|autumn|fall|winter))?)",
    re.IGNORECASE,
)
_THEN = LazyRegex(r"\b(?:then|was\sto|would|at\sthe\stime|had)\b")
_STEPS = {"last": -1, "next": 1}
_SOMEBODY = LazyRegex(
    r"\b(?:he|she|who|him|her|his|born|aged|married|joined|son|daughter|man|woman|wife|husband)\b",
    re.IGNORECASE,
)
_ANY_YEAR = LazyRegex(r"(?<![\d,.£$€-])(?:1[5-9]|20)\d\d(?![\d-]|[.,]\d)")
_ITS = LazyRegex(r"(?:It|They|The\s(?:[a-z]+\s)??(?P<noun>[a-z]+))\s")
_SORT = LazyRegex(_THING)
_BORN = LazyRegex(r"\b[Tt]he\s(?P<whole>(?P<year>(?:19|20)\d\d)-born\s[a-z]+)\b")
_AGED = LazyRegex(r"\b[A-Z][\w’'-]+,\s(?:aged\s)?(?P<n>\d{2}),")
_AGO = LazyRegex(
    r"\b(?:then|was\sto|would\shave|at\sthe\stime|when|had\sbeen|by\sthen|in\s(?:19|20)\d\d)\b"
)


def things_aged(reading: Reading) -> Iterator[tuple[Span, str, Span]]:
    """Yield each age that a year told beside it rules out, why, and where the year is.

    Needs `sentences`, `quotations` and `date`.
    """
    if reading.date is None:
        return
    now = reading.date.date.year
    before: Place | None = None
    for place in places(reading):
        if not reading.blocks[place.sentence.block].is_body:
            continue
        near = before if before and before.sentence.block == place.sentence.block else None
        for span, message, where in _wrong(place, near, now):
            whole = span.shifted(place.sentence.span.start)
            if is_writers_own(reading, whole):
                yield whole, message, where
        before = place


def _wrong(place: Place, before: Place | None, now: int) -> Iterator[tuple[Span, str, Span]]:
    text, here = place.text, place.sentence.span
    if "-year-old" in text:
        for match in _OLD_THING.finditer(text):
            source = place if _MADE_IN.search(text) else before
            made = list(_MADE_IN.finditer(source.text)) if source is not None else []
            age = number(match["n"].lower())
            if len(made) != 1 or source is None or age is None:
                continue
            real = now - int(made[0]["year"])
            if not _AGO.search(text[: match.start()]) and abs(real - age) > 1 and age < 3 * real:
                where = Span(*made[0].span("year")).shifted(source.sentence.span.start)
                yield Span(*match.span("whole")), f"By the year given it is {real}.", where
    for match in _MADE_AND_OLD.finditer(text) if "years old" in text else ():
        age, real = number(match["n"].lower()), now - int(match["year"])
        if age is None or _AGO.search(text[match.start("whole") - 12 : match.start("whole")]):
            continue
        wrong = abs(real - age) > 1
        if match["less"]:
            wrong = real > age or real < age * 7 / 10
        elif match["more"]:
            wrong = real < age or real > age * 14 / 10
        if wrong:
            yield Span(*match.span("whole")), f"By the year given it is {real}: check both.", here
    for match in _BIRTHDAY.finditer(text) if "birthday" in text or "anniversary" in text else ():
        nth = match["nth"].lower()
        told = _ORDINALS[nth] if nth in _ORDINALS else int(nth[:-2])
        real = now - int(match["year"])
        beside = text[: match.start()] + text[match.end("year") :]
        if abs(real - told) > 1 and not _AGO.search(beside):
            yield Span(*match.span("whole")), f"{match['year']} is {real} years ago: check.", here
    yield from _marking(place, before, now)
    for match in _BORN.finditer(text) if "-born" in text else ():
        aged = list(_AGED.finditer(text)) or list(_AGED.finditer(before.text if before else ""))
        born = now - int(match["year"])
        if len(aged) == 1 and int(aged[0]["n"]) not in (born, born - 1):
            yield (
                Span(*match.span("whole")),
                f"Who is {aged[0]['n']} was not born in {match['year']}: check both.",
                here,
            )


def _marking(place: Place, before: Place | None, now: int) -> Iterator[tuple[Span, str, Span]]:
    """Yield "turns 90 this month" of a hall that went up in 1926."""
    for match in _MARKS.finditer(place.text):
        lead = place.text[: match.start()]
        sources = [place] if _BEGUN_IN.search(place.text) else []
        its = _ITS.match(place.text)
        if not sources and before is not None and its is not None:
            noun = its["noun"]
            known = noun is None or noun in before.text or _SORT.fullmatch(noun)
            sources = [before] if known else []
        made = [(s, m) for s in sources for m in _BEGUN_IN.finditer(s.text)]
        if len(made) != 1 or len(_ANY_YEAR.findall(made[0][0].text)) != 1:
            continue
        source, year = made[0]
        if _SOMEBODY.search(lead) or _SOMEBODY.search(source.text) or _THEN.search(lead):
            continue
        if source is not place and _ANY_YEAR.search(place.text):
            continue
        told = _marked(match)
        step = _STEPS.get((match["when"] or "this").split()[0].lower(), 0)
        real = now + step - int(year["year"])
        spare = 4 if match["unit"] == "decades" else 1
        early = match["unit"] == "decades" and told is not None and told > real
        if (
            told is None
            or not real / 4 < told < real * 4
            or (abs(told - real) <= spare and not early)
        ):
            continue
        where = Span(*year.span("year")).shifted(source.sentence.span.start)
        yield Span(*match.span("whole")), f"From {year['year']} it is {real} years: check.", where


def _marked(match: re.Match[str]) -> int | None:
    if match["round"]:
        return 50 if match["round"].lower().startswith("half") else 100
    if match["nth"]:
        nth = match["nth"].lower()
        return _ORDINALS[nth] if nth in _ORDINALS else int(nth[:-2])
    told = number((match["n"] or match["n2"]).lower())
    return None if told is None else int(told) * (10 if match["unit"] == "decades" else 1)
