"""Dates that another date and a length beside them rule out, or that come in a wrong order."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from newslint.checks._days.timeline import WrongTime
from newslint.checks._days.whens import is_part
from newslint.language.date_mention import MONTHS
from newslint.language.dates import DateKind, DateMention, find_dates, resolve
from newslint.language.lazy_regex import LazyRegex
from newslint.language.numbers import find_quantities, has_digit
from newslint.reading import Reading, Sentence
from newslint.span import Span

_N = (
    r"(?P<n>\d{1,3}|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen"
    r"|fifteen|sixteen|eighteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
    r"(?:-(?:one|two|three|four|five|six|seven|eight|nine))?)"
)
_MONTH = rf"(?:{'|'.join(MONTHS)}|Jan|Feb|Aug|Sept?|Oct|Nov|Dec)"
_YEAR = r"(?P<year>(?:1[5-9]|20)\d\d)"
# listed 40 years later, in 2006; lapses after two years, or in March 2028
_LATER = LazyRegex(
    rf"\b(?P<whole>(?P<length>(?P<about>(?:almost|nearly|about|some|over|more\sthan)\s)?{_N}\syears)\s?"
    r"(?:(?P<way>later|earlier|before|afterwards?|on|on\sfrom\sthat|after\sthat)|(?P<term>)),?\s(?:that\sis\s|or\s)?"
    rf"(?:in|by)\s(?:{_MONTH}\.?\s)?{_YEAR})\b"
)
_BEFORE_LENGTH = LazyRegex(r"\b(?:after|for|over|within|in|of|lapses\sin)\s$")
_YEARS = LazyRegex(r"(?<![\d,.£$€-])(?:1[5-9]|20)\d\d(?![\d-]|[.,]\d)")
# three years after the beating; two days before the vote
_FROM_EVENT = LazyRegex(
    rf"\b(?P<length>{_N}\s(?P<unit>year|day|week|month)s)\s(?P<way>after|before)\s(?P<what>the|its|his|her|their|that)\s(?P<noun>[a-z]+)\b"
)
# 2023, three years later, she left; closed in 2016, eleven years after it was bought in 2008
_YEAR_FIRST = LazyRegex(
    rf"\b(?P<whole>{_YEAR},\s(?P<length>{_N}\syears)\s(?P<way>later|earlier|before|afterwards?|on))\b"
)
_BETWEEN = LazyRegex(rf"\b(?P<length>{_N}\syears)\s(?:after|before)\s(?=[a-z])")
# the 82-year-old span; the hall, barely six months old
_AGED = LazyRegex(
    rf"\b(?P<whole>(?:[Tt]he|[Ii]ts)\s{_N}-year-old\s(?P<noun>[a-z]+))\b"
    rf"|\b(?P<whole2>{_N.replace('?P<n>', '?P<n2>')}\s(?P<unit>months|years)\sold)\b"
)
_MADE = LazyRegex(
    rf"\b(?:built|opened|completed|founded|erected|launched|drilled|installed|laid|planted|formed|established|set\sup|dug|created"
    rf"|inaugurated|finished|made|bought)\b[^.;:\d]{{0,40}}?\bin\s(?:(?P<month>{_MONTH})\.?\s)?{_YEAR}\b"
)
_PEOPLE = LazyRegex(
    r"(?:man|woman|boy|girl|person|driver|student|pupil|farmer|widow\w*|pensioner|mother|father|grand\w+|actor|actress|singer|player"
    r"|former|veteran|victim|suspect|teenager|child|son|daughter|teacher|nurse|doctor|officer"
    r"|said|says|told|tells|[a-z]+(?:ist|ian|er|or|ed))"
)
_WAS = LazyRegex(r"\b(?:was|were|then)\s(?:only\s|just\s|barely\s|nearly\s|almost\s)?$")
#: What comes first and what comes after it, of one person or thing.
_CHAINS = (
    ("admitted|hospitalised|hospitalized|taken to"
     " hospital", "discharged|released|sent home|allowed home"),
    ("reported missing|went missing|disappeared|vanished|last seen|set out|set"
     " off", "found|rescued|turned up|located|discovered"),
    ("arrested|detained|seized by police",
    "charged|bailed|freed|tried|convicted|sentenced|jailed|acquitted"),
    ("charged", "tried|convicted|sentenced|acquitted|found guilty|found not guilty"),
    ("convicted|found guilty", "sentenced|jailed"),
    ("jailed|imprisoned|locked up", "freed|released"),
    ("born", "married|died|baptised|christened"),
    ("died|killed", "buried|cremated|laid to rest"),
    ("applied|asked for permission", "approved|granted|refused|turned down|rejected"),
    ("left|departed|sailed|took off|set sail", "arrived|landed|docked|reached|returned|came back"),
    ("began|started|opened", "ended|finished|closed|concluded"),
    ("closed|shut|was shut", "reopened|opened again"),
    ("hired|appointed|elected|joined",
    "resigned|left|retired|was dismissed|was sacked|stepped down"),
    ("bought|acquired|purchased", "sold|resold"),
    ("announced|proposed", "completed|adopted|passed"),
    ("signed", "expired|lapsed|ran out"),
    ("lost", "found|recovered"),
    ("stolen", "recovered|returned|found"),
    ("built|completed", "demolished|pulled down|torn down"),
    ("sent|posted", "received|delivered"),
    ("kidnapped|abducted|taken hostage", "freed|released|rescued"),
    ("launched", "withdrawn|scrapped|recalled"),
)  # fmt: skip
_SHE = LazyRegex(
    r"(?:She|He|They|It|The\s[a-z]+|His\sbody|Her\sbody|Their\sbodies"
    r"|Its?\s[a-z]+)\s"
)
_FAR = 120  # days: two dates further apart are told of something else


@dataclass(frozen=True, slots=True)
class _Said:
    sentence: Sentence
    text: str

    def at(self, span: tuple[int, int]) -> Span:
        return Span(*span).shifted(self.sentence.span.start)


def wrong_dates(reading: Reading, anchor: datetime.date | None) -> Iterator[WrongTime]:
    """Yield each date or length that another date of its own or the last sentence rules out."""
    before: _Said | None = None
    lead: list[tuple[datetime.date, Span]] | None = None
    recent: list[_Said] = []
    told: list[tuple[_Said, re.Match[str]]] = []
    for sentence in reading.sentences:
        block = reading.blocks[sentence.block]
        if not block.is_body:
            continue
        here = _Said(sentence, sentence.span.cut(reading.text))
        near = before if before and sentence.block - before.sentence.block <= 1 else None
        dated = has_digit(here.text)
        if lead is None and anchor is not None and len(here.text) > _SHORT:
            lead = [(d, here.at((m.span.start, m.span.end))) for m, d in _days(here.text, anchor)]
        if dated or " years " in here.text or "-year-old" in here.text or " old" in here.text:
            yield from _later(here, near)
            yield from _year_first(here)
            yield from _turns(here)
            if anchor is not None:
                yield from _aged(here, recent, anchor)
            yield from _from_event(here, near, anchor, lead or [], told)
        if anchor is not None and dated:
            yield from _order(here, near, anchor)
        told += [(here, m) for m in _YEARS.finditer(here.text)] if dated else []
        before = here
        recent = [*recent[-2:], here]


_SHORT = 40


def _count(written: str) -> int:
    if written.isdigit():
        return int(written)
    found = find_quantities(f"{written.lower()} years")
    return int(found[0].value) if found else 0


def _later(here: _Said, near: _Said | None) -> Iterator[WrongTime]:
    for match in _LATER.finditer(here.text):
        years = _count(match["n"])
        before = here.text[: match.start()]
        if not match["way"] and not _BEFORE_LENGTH.search(before):
            continue
        told = list(_YEARS.finditer(before))
        basis = here
        if not told and near is not None:
            told, basis = list(_YEARS.finditer(near.text)), near
        elif len(told) > 1:
            told = told[-1:]
        if len(told) != 1 or not years:
            continue
        first, last = int(told[0][0]), int(match["year"])
        back = match["way"] in ("earlier", "before")
        real = first - last if back else last - first
        spare = 1 + (years // 8 if match["about"] else 0)
        if (real > 0 or (real and basis is here and match["way"])) and abs(real - years) > (
            spare if match["way"] or match["about"] else 0
        ):
            sure = match["way"] or _BEFORE_LENGTH.search(before)
            if sure:
                yield WrongTime(
                    here.at(match.span("whole")),
                    f"From {min(first, last)} to {max(first, last)} are {real} years, not"
                    f" {years}: check"
                    " both.",
                    basis.at(told[0].span()),
                )


def _year_first(here: _Said) -> Iterator[WrongTime]:
    """Yield "in 2021 she left a studio, and in 2023, three years later, she left a hall"."""
    for match in _YEAR_FIRST.finditer(here.text):
        told = list(_YEARS.finditer(here.text[: match.start()]))
        dated = [Span(*told[0].span()), Span(*match.span("year"))] if len(told) == 1 else []
        if not dated or any(is_part(here.text, year) for year in dated):
            continue  # from one spring to another autumn it may be half a year more or less
        first, last, years = int(told[0][0]), int(match["year"]), _count(match["n"])
        real = first - last if match["way"] in ("earlier", "before") else last - first
        if real > 0 and years and real != years:
            yield WrongTime(
                here.at(match.span("whole")),
                f"{first} and {last} are {real} years apart, not {years}: check both.",
                here.at(told[0].span()),
            )
    for match in _BETWEEN.finditer(here.text):
        told = list(_YEARS.finditer(here.text))
        years = _count(match["n"])
        if len(told) != 2 or not told[0].end() <= match.start() or told[1].start() < match.end():
            continue
        if match.start() - told[0].end() > _CLOSE or re.search(
            r"[;:]", here.text[told[0].end() : told[1].start()]
        ):
            continue
        real = abs(int(told[1][0]) - int(told[0][0]))
        if years and abs(real - years) > 1 and real:
            yield WrongTime(
                here.at(match.span("length")),
                f"{told[0][0]} and {told[1][0]} are {real} years apart, not {years}: check both.",
                here.at(told[1].span()),
            )


_TURNS = LazyRegex(
    r"(?:\bis\s|\baged\s|,\s)(?P<now>\d{1,3}),\s(?:and\s|who\s)?(?:turns|will\sturn|is\sto\sturn)\s(?P<then>\d{1,3})\b"
)


def _turns(here: _Said) -> Iterator[WrongTime]:
    """Yield "who is 68, turns 70 in January"."""
    for match in _TURNS.finditer(here.text):
        now, then = int(match["now"]), int(match["then"])
        if then not in (now, now + 1):
            yield WrongTime(
                here.at((match.start("then"), match.end("then"))),
                f"Who is {now} turns {now + 1} next, not {then}: check both.",
                here.at(match.span("now")),
            )


_CLOSE = 50  # characters from a year to the length that is counted from it


def _aged(here: _Said, recent: Sequence[_Said], anchor: datetime.date) -> Iterator[WrongTime]:
    """Yield "the 82-year-old span" of a bridge that was built in 1936."""
    for match in _AGED.finditer(here.text):
        which = "whole" if match["whole"] else "whole2"
        if match["noun"] and _PEOPLE.fullmatch(match["noun"]):
            continue
        if _WAS.search(here.text, 0, match.start()):
            continue  # how old it was when it closed
        made = [(s, m) for s in (*recent, here) for m in _MADE.finditer(s.text)]
        made = [(s, m) for s, m in made if here.sentence.block - s.sentence.block <= 1]
        if len({m["year"] for _, m in made}) != 1:
            continue
        said, year = made[-1]
        told = _count(match["n"] or match["n2"])
        months = match["unit"] == "months"
        month = _month_of(year["month"]) or (6 if months else 0)
        real = anchor.year - int(year["year"])
        if months:
            real = real * 12 + anchor.month - month
            if not year["month"] or real <= told + 3 or told > real:
                continue
        elif abs(real - told) <= 1 or real <= 0 or not real / 4 < told < real * 4:
            continue
        yield WrongTime(
            here.at(match.span(which)),
            f"By the year given it is {real} {'months' if months else 'years'} old: check both.",
            said.at(year.span("year")),
        )


def _month_of(written: str | None) -> int:
    if not written:
        return 0
    return next((i for i, m in enumerate(MONTHS, 1) if m[:3] == written[:3]), 0)


def _from_event(
    here: _Said,
    near: _Said | None,
    anchor: datetime.date | None,
    lead: Sequence[tuple[datetime.date, Span]],
    far: Sequence[tuple[_Said, re.Match[str]]],
) -> Iterator[WrongTime]:
    for match in _FROM_EVENT.finditer(here.text):
        count = _count(match["n"])
        start, end = match.span()
        beside = here.text[max(0, start - 40) : start]
        if match["unit"] == "year":
            own = list(_YEARS.finditer(here.text))
            others = list(_YEARS.finditer(near.text)) if near is not None else []
            if not others and len({m[0] for _, m in far}) == 1:
                near, others = far[0][0], [far[0][1]]
            if (
                len(own) != 1
                or len({m[0] for m in others}) != 1
                or own[0].end() > start
                or start - own[0].end() > 30
            ):
                continue
            first, last = int(others[0][0]), int(own[0][0])
            real = last - first if match["way"] == "after" else first - last
            if near is not None and 0 < real < 60 and real != count and abs(real - count) <= 5:
                yield WrongTime(
                    here.at((start, end)),
                    f"{first} and {last} are {real} years apart, not {count}: check both.",
                    near.at(others[0].span()),
                )
        elif match["unit"] == "day" and anchor is not None and len(lead) == 1:
            days = [(m, d) for m, d in _days(here.text, anchor) if 0 <= start - m.span.end <= 3]
            if len(days) != 1 or days[0][1] == lead[0][0] or "," not in beside[-3:]:
                continue
            real = (days[0][1] - lead[0][0]).days * (1 if match["way"] == "after" else -1)
            if 0 < real <= 14 and real != count:
                yield WrongTime(
                    here.at((start, start + len(match["length"]))),
                    f"The dates given are {real} days apart, not {count}: check both.",
                    lead[0][1],
                )


def _days(text: str, anchor: datetime.date) -> list[tuple[DateMention, datetime.date]]:
    found = []
    for mention in find_dates(text):
        if mention.kind is DateKind.DAY:
            day = resolve(mention, anchor)
            if isinstance(day, datetime.date):
                found.append((mention, day))
    return found


def _order(here: _Said, near: _Said | None, anchor: datetime.date) -> Iterator[WrongTime]:
    """Yield "admitted on 24 July. She was discharged on 22 July"."""
    later = _days(here.text, anchor)
    if not later:
        return
    if len(later) == 1 and near is not None and _SHE.match(here.text):
        earlier = _days(near.text, anchor)
        if len(earlier) == 1:
            yield from _judge(near, earlier[0], here, later[0])
    if len(later) == 2:
        yield from _judge(here, later[0], here, later[1])


def _judge(
    one: _Said,
    first: tuple[DateMention, datetime.date],
    other: _Said,
    second: tuple[DateMention, datetime.date],
) -> Iterator[WrongTime]:
    if second[1] >= first[1] or (first[1] - second[1]).days > _FAR:
        return
    early = _verb_before(one.text, first[0].span.start, 0)
    late = _verb_before(other.text, second[0].span.start, first[0].span.end if one is other else 0)
    for start, end in _CHAINS:
        if re.search(rf"\b(?:{start})\b", early) and re.search(rf"\b(?:{end})\b", late):
            yield WrongTime(
                other.at((second[0].span.start, second[0].span.end)),
                "By these dates it came before what goes before it: check both dates.",
                one.at((first[0].span.start, first[0].span.end)),
            )
            return


def _verb_before(text: str, place: int, start: int) -> str:
    """Return the words of the clause before a date."""
    ahead = text[start:place]
    return re.split(
        r"[;:]|,\s(?:and|but|which|who|after|before|when)\s|\b(?:after|before"
        r"|until|since)\b",
        ahead,
    )[-1]
