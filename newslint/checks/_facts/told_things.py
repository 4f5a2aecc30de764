"""How long, how large, how dear and how far the things of a story are said to be."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from newslint.checks._facts.clauses import act_of, thing_of
from newslint.checks._facts.told import (
    MONEY,
    NUMBER,
    TIME,
    Fact,
    Place,
    is_apart,
    money,
    number,
    number_places,
    seconds,
)
from newslint.language.lazy_regex import LazyRegex
from newslint.reading import Reading

_UNITS = r"mile|kilometre|kilometer|metre|meter|foot|yard|acre|hectare|tonne|ton"
_ROOMS = r"bed|bedroom|seat|room|berth|storey|story|member"
_WIDE = r"long|wide|deep|high|tall|across"
# The 12-mile path; the 300-seat hall; a nine-hour rescue.
_COMPOUND = LazyRegex(
    rf"\b(?P<the>[Tt]he|[Ii]ts|[Tt]heir|[Tt]his|[Aa]n?)\s(?P<whole>(?:(?P<time>{TIME})|"
    rf"(?P<n>{NUMBER})-(?P<unit>{_UNITS}|{_ROOMS}))"
    r"(?:-(?:long|wide|deep|high|tall))?\s(?P<noun>[a-z]{3,20}))\b(?!-)"
)
# The path is 14 miles long; the path, which is 14 miles long
_LONG = LazyRegex(
    rf"\b(?P<the>[Tt]he|[Ii]ts|[Tt]heir)\s(?P<noun>[a-z]{{3,20}})(?:,\swhich)?\s(?:is|was|runs"
    rf"\sfor)\s"
    rf"(?P<whole>(?P<n>{NUMBER})\s(?P<unit>{_UNITS}|feet)s?\s(?:{_WIDE}))\b"
)
# The hall seats 400; the hall, which holds 400 people
_HOLDS = LazyRegex(
    r"\b[Tt]he\s(?P<noun>[a-z]{3,20})(?:,\swhich)?\s(?P<verb>seats|seated|holds|held|sleeps"
    r"|accommodates)\s"
    rf"(?:up\sto\s)?(?P<n>{NUMBER})\b(?!\s(?:meetings?|talks|votes?|events?|prisoners|shares?|of"
    rf"|per))"
)
# The rescue took nine hours
_TOOK = LazyRegex(
    r"\b(?:[Tt]he|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir)\s(?P<noun>[a-z]{3,20})\s"
    rf"(?:has\s|had\s)?(?:took|taken|takes|lasted|lasts|will\stake|will\slast|would\stake|would"
    rf"\slast)\s(?P<time>{TIME})"
    r"(?!\s(?:to\s(?:decide|find)|longer|more|less|off))"
)
# Turnout was 64 percent; a 46 percent turnout; turnout of 46%
_RATE = r"(?:turnout|unemployment|inflation|occupancy|attendance|capacity|literacy|approval)"
_PERCENT = rf"(?P<n>{NUMBER})\s?(?:%|percent|per\scent)"
_RATES = (
    LazyRegex(rf"\b(?P<noun>{_RATE})\s(?:was|is|stands\sat|stood\sat|of|at|reached)"
        rf"\s{_PERCENT}", re.IGNORECASE),
    LazyRegex(rf"{_PERCENT}\s(?P<noun>{_RATE})\b", re.IGNORECASE),
)  # fmt: skip
# Won by four minutes; two minutes ahead of
_MARGINS = (
    LazyRegex(rf"\b(?:won|win|beat\s[\w\s]{{2,30}}?|finished|victory|triumph)\s"
        rf"(?:[\w\s]{{0,20}}\s)?by\s(?P<time>{TIME})"),
    LazyRegex(rf"(?P<time>{TIME})\s(?:ahead\sof|clear\sof|in\sfront\sof|before)\s(?=[A-Z])"),
    LazyRegex(rf"\bthe\s(?P<time>{TIME})\s(?:win|victory|winning\smargin|margin)\b"),
)  # fmt: skip
# Will invest $40 million; the $50 million investment
_GIVES = {
    "invest": "invest|invests|invested|investing", "donate": "donate|donates|donated",
    "pledge": "pledge|pledges|pledged", "borrow": "borrow|borrows|borrowed",
    "lend": "lend|lends|lent", "steal": "stole|stolen|steal", "raise": "raised", "award": "awarded",
    "fine": "fined", "owe": "owes|owed",
}  # fmt: skip
_GIFTS = {
    "investment": "invest",
    "donation": "donate",
    "gift": "donate",
    "pledge": "pledge",
    "loan": "borrow",
    "theft": "steal",
    "haul": "steal",
    "award": "award",
    "fine": "fine",
    "debt": "owe",
    "debts": "owe",
}
_GIVEN = LazyRegex(
    rf"\b(?:{'|'.join(f'(?P<{name}>{forms})' for name, forms in _GIVES.items())})"
    rf"(?:\s(?!by\b)[\w’']+){{0,3}}?\s(?P<money>{MONEY})(?!\s(?:for|more|of\s(?:it|this|that)\b"
    rf"|each|a\s|per\s|worth))"
)
_GIFT = LazyRegex(
    rf"\b[Tt]he\s(?P<whole>(?P<money>{MONEY})(?:[\s-][a-z]+)?\s(?P<noun>{'|'.join(_GIFTS)}))\b"
)
# Sold for £350,000; paid £305,000 for the house
_SALES = (
    LazyRegex(rf"\b[Tt]he\s(?P<noun>[a-z]{{3,20}})\s(?:was|has\sbeen)\ssold\s(?:[a-z]+"
        rf"\s){{0,3}}?for\s(?P<money>{MONEY})"),
    LazyRegex(rf"\bbuyers?\s(?:has\s)?paid\s(?P<money>{MONEY})\sfor\sthe\s"
        rf"(?P<noun>[a-z]{{3,20}})\b"),
    LazyRegex(rf"\bsold\sthe\s(?P<noun>[a-z]{{3,20}})\s(?:[\w\s]{{0,20}}\s)?for\s"
        rf"(?P<money>{MONEY})"),
    LazyRegex(rf"\bsale\sof\sthe\s(?P<noun>[a-z]{{3,20}})\sfor\s(?P<money>{MONEY})"),
)  # fmt: skip
_WORK = (
    r"(?:it|that|this|the\s(?:repairs?|work|works|job|rebuilding|refit|restoration)(?:\s"
    r"(?:on|to)\sthe\s[a-z]+)?)"
)
_UNTIL = (
    LazyRegex(rf"\b(?:{_WORK}|[Rr]epairs?|[Ww]ork)\s(?:will|would|could|should|may|might)\stake"
        rf"\s(?P<time>{TIME})", re.IGNORECASE),
    LazyRegex(rf"\b(?:will|would|should)\s(?:re-?open|be\s(?:re-?opened|open\sagain|back\sin"
        rf"\suse))\sin\s(?P<time>{TIME})"),
    LazyRegex(rf"\b(?:will|would|to)\s(?:stay|remain|be)\s(?:shut|closed)\sfor\s(?P<time>{TIME})"),
)  # fmt: skip
_FALL = LazyRegex(
    r"\b(?:fell|fall|fallen|jumped|jump|dropped|plunged|pushed|thrown)\s(?:\w+\s){0,3}?(?:from"
    r"|out\sof)\s(?:an?|the|his|her|their)"
    r"\s(?P<whole>(?P<n>first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth"
    r"|1[0-9]th|[1-9](?:st|nd|rd|th))[\s-]floor)\b"
)
_ORDINALS = (
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
)
_PLACES = {word: place for place, word in enumerate(_ORDINALS, 1)}
_FRACTIONS = {
    "half": Fraction(1, 2),
    "third": Fraction(1, 3),
    "quarter": Fraction(1, 4),
    "fifth": Fraction(1, 5),
    "sixth": Fraction(1, 6),
    "seventh": Fraction(1, 7),
    "eighth": Fraction(1, 8),
    "tenth": Fraction(1, 10),
}
# Loses a fifth of its water
_SHARE = LazyRegex(
    rf"\b(?P<verb>[a-z]{{3,12}})\s(?P<whole>(?:(?P<many>a|one|two|three)[\s-](?P<part>third"
    rf"|quarter|fifth|sixth|seventh|eighth|tenth)s?"
    rf"|(?P<half>half)|(?P<n>{NUMBER})\s?(?:%|percent|per\scent))(?:\sof)?\s(?P<of>its|the|their"
    rf"|his|her|all)\s(?P<noun>[a-z]{{3,20}}))\b"
)
_NEAR = Fraction(2, 100)  # a third is told as 34 percent
# 3,660 votes to leave, 2,340 to stay; 3,660 voted to stay
_BALLOT = LazyRegex(
    rf"(?P<n>{NUMBER})\s(?:(?:people|members|councillors|residents)\s)?(?:votes?\s|voted\s)?to\s"
    rf"(?P<way>leave|stay|remain|accept|reject|strike)\b"
)


def things_told(reading: Reading) -> Iterator[Fact]:
    """Yield lengths, sizes, durations, rates, sums and ballots. Needs `names`, `quotations`."""
    for place in number_places(reading):
        yield from _ballots(place)
        yield from _waits(place)
        for match in _FALL.finditer(place.text):
            value = _PLACES.get(match["n"], match["n"])
            floor = Fraction(str(value).rstrip("stndrh"))
            yield from place.fact(("floor",), "", floor, match.span("whole"))
        if is_apart(place):
            continue
        yield from _sizes(place)
        yield from _rates(place)
        yield from _shares(place)
        yield from _sums(place)
        for pattern in _MARGINS:
            for match in pattern.finditer(place.text):
                yield from place.fact(("margin",), "", seconds(match["time"]), match.span("time"))


def _noun(place: Place, offset: int) -> str:
    """Return the word for the thing at a place, or nothing where it is no noun."""
    token = place.token(offset)
    return thing_of(token) if token is not None and token.pos in ("NOUN", "PROPN") else ""


def _sizes(place: Place) -> Iterator[Fact]:
    for match in _COMPOUND.finditer(place.text):
        noun = _noun(place, match.start("noun"))
        token = place.token(match.start("noun"))
        if not noun or (token is not None and token.dep == "compound"):
            continue
        new = match["the"].lower() in ("a", "an")
        if match["time"]:
            yield from place.fact(
                ("time", noun), "", seconds(match["time"]), match.span("whole"), new
            )
        else:
            unit = "seat" if match["unit"] == "seat" else match["unit"]
            yield from place.fact(
                ("size", unit, noun), "", number(match["n"]), match.span("whole"), new
            )
    for match in _LONG.finditer(place.text):
        unit = "foot" if match["unit"] == "feet" else match["unit"]
        topic = ("size", unit, _noun(place, match.start("noun")))
        if topic[2]:
            yield from place.fact(topic, "", number(match["n"]), match.span("whole"))
    for match in _HOLDS.finditer(place.text):
        noun = _noun(place, match.start("noun"))
        unit = "bed" if match["verb"].startswith("sleep") else "seat"
        if noun:
            yield from place.fact(("size", unit, noun), "", number(match["n"]), match.span("n"))
    for match in _TOOK.finditer(place.text):
        noun = _noun(place, match.start("noun"))
        if noun:
            yield from place.fact(("time", noun), "", seconds(match["time"]), match.span("time"))


def _shares(place: Place) -> Iterator[Fact]:
    for match in _SHARE.finditer(place.text):
        verb, noun = place.token(match.start("verb")), _noun(place, match.start("noun"))
        if verb is None or verb.pos != "VERB" or not noun:
            continue
        subject = verb.child("nsubj", "nsubjpass")
        if subject is None or subject.pos not in ("NOUN", "PROPN"):
            continue
        if match["n"]:
            value = (number(match["n"]) or Fraction(0)) / 100
        elif match["half"]:
            value = _FRACTIONS["half"]
        else:
            value = (number(match["many"]) or Fraction(1)) * _FRACTIONS[match["part"]]
        topic = ("share", act_of(verb), noun)
        yield from place.fact(topic, thing_of(subject), value, match.span("whole"), slack=_NEAR)


def _rates(place: Place) -> Iterator[Fact]:
    for pattern in _RATES:
        for match in pattern.finditer(place.text):
            first = match.start("n") < match.start("noun")
            whole = (match.start("n"), match.end()) if first else match.span()
            topic = ("rate", match["noun"].lower())
            # "a turnout of 46 percent" may be another vote's; "the 46 percent turnout" is not.
            new = " of " in match[0] or not (
                match.start() == match.start("noun") or place.text[: match.start()].endswith("he ")
            )
            yield from place.fact(topic, "", number(match["n"]), whole, new)


def _sums(place: Place) -> Iterator[Fact]:
    for match in _GIVEN.finditer(place.text):
        act = next(name for name in _GIVES if match[name])
        found = money(match["money"])
        if found is not None:
            yield from place.fact(("sum", act, found[0]), "", found[1], match.span("money"))
    for match in _GIFT.finditer(place.text):
        found = money(match["money"])
        if found is not None:
            topic = ("sum", _GIFTS[match["noun"]], found[0])
            yield from place.fact(topic, "", found[1], match.span("whole"))
    for pattern in _SALES:
        for match in pattern.finditer(place.text):
            found = money(match["money"])
            if found is not None:
                topic = ("sale", match["noun"], found[0])
                yield from place.fact(topic, "", found[1], match.span("money"))


def _waits(place: Place) -> Iterator[Fact]:
    for pattern in _UNTIL:
        for match in pattern.finditer(place.text):
            yield from place.fact(("wait",), "", seconds(match["time"]), match.span("time"))


def _ballots(place: Place) -> Iterator[Fact]:
    if not re.search(r"\bvot", place.text):
        return
    for match in _BALLOT.finditer(place.text):
        yield from place.fact(("ballot", match["way"]), "", number(match["n"]), match.span())
