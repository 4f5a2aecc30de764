"""Lives, terms and stretches of time that neighbouring sentences tell two ways."""

from __future__ import annotations

import datetime
import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from newslint.checks._prose import is_writers_own
from newslint.language.dates import DateKind, DateMention, find_dates, resolve
from newslint.language.lazy_regex import LazyRegex
from newslint.language.numbers import find_quantities
from newslint.reading import Reading, Sentence
from newslint.span import Span

_WORDS = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen"
    "|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
)
_N = rf"(?P<n>\d{{1,3}}|(?:{_WORDS})(?:-(?:one|two|three|four|five|six|seven|eight|nine))?)"
_YEAR = r"(?P<year>(?:1[89]|20)\d\d)"
# appointed in 2016; has worked there since 1982; was first elected in 2014
_BEGAN = LazyRegex(
    rf"(?<![\w-])(?:appointed|elected|hired|installed|ordained|took\s(?:over|office|up)|joined|started|began|became|came|arrived"
    rf"|founded|opened|set\sup|established|launched|married|formed|bought|moved)\b[^.;:\d]{{0,60}}?\b(?:in|since)\s"
    rf"(?:[A-Z][a-z]+\s)?{_YEAR}\b"
    rf"|\b(?:has|have)\s(?:been|worked|served|led|run|held|played|taught|lived|chaired|managed|coached|edited|driven)\b"
    rf"[^.;:\d]{{0,60}}?\bsince\s(?:[A-Z][a-z]+\s)?{_YEAR.replace('year', 'year2')}\b"
)
# after 15 years as its director; his 16 years in office; has held the job for 27 years
_TERM = LazyRegex(
    rf"\b(?P<length>(?P<about>(?:almost|nearly|about|around|some|over|more\sthan|just\s(?:over|under))\s)?{_N}\s(?P<unit>years|decades))"
    r"(?=\s(?:in\s(?:office|charge|the\s(?:post|job|role|chair|forest|force|pulpit|trade|business|company|service))"
    r"|as\s(?:its|the|a|an|head|chief|director|mayor|leader|chair\w*|captain|manager|president|editor|coach|minister)"
    r"|at\s(?:the\s(?:head|helm|top|school|club|company|firm|hospital|museum|theatre|paper)|its\s(?:head|helm))"
    r"|with\s(?:the|its)\b|of\s(?:service|marriage)|on\sthe\s(?:job|board|council|bench|force|throne))"
    r"|[.,;]|$)"
)
_AFTER = LazyRegex(
    r"\b(?:after|for|her|his|their|its|spent|served|of|lasted|the)\s(?:just\s|only\s|a\stotal\sof\s)?$",
    re.IGNORECASE,
)
_LEAVES = LazyRegex(
    r"\b(?:will\s(?:leave|retire|resign|step\sdown|not\sstand|stand\sdown|hand\sover|give\sup|close)|retir(?:es?|ed|ing)"
    r"|step(?:s|ped|ping)?\sdown|leav(?:es|ing)|quit|resign(?:s|ed)|stand(?:s|ing)?\sdown|held|in\soffice|celebrat\w+|after"
    r"|ago|anniversary|serv\w+|worked|has\s(?:been|led|run|held))\b"
)
_UNTIL = LazyRegex(
    r"\b(?:until|to|till|when|left|retired|ended|died|closed)\b[^.;:\d]{0,30}?\s(?:1[89]|20)\d\d\b"
)
_JUBILEE = LazyRegex(
    rf"\b(?P<length>(?P<nth>\d{{1,3}})(?:st|nd|rd|th)\s(?:[a-z]+\s){{0,2}}?(?:anniversary|birthday)|(?P<word>centenary|centennial"
    r"|bicentenary|golden\sjubilee|silver\sjubilee|diamond\sjubilee)"
    rf"|(?:turns?|turned|turning|will\sbe|is|are)\s(?P<age>\d{{2,3}})(?=\s(?:this|next|on|in)\s|\syears\sold)"
    rf"|(?P<ago>\d{{1,3}}|(?:{_WORDS}))\syears\s(?:ago|old|later|on))\b",
    re.IGNORECASE,
)
_NAMED_JUBILEES = {
    "centenary": 100, "centennial": 100, "bicentenary": 200, "golden jubilee": 50,
    "silver jubilee": 25, "diamond jubilee": 60,
}  # fmt: skip
_FOUNDED = LazyRegex(
    rf"\b(?:founded|established|opened|built|formed|launched|set\sup|created|begun|began|started|completed|erected"
    rf"|inaugurated|consecrated|married|joined|moved|bought)\b[^.;:\d]{{0,40}}?\bin\s(?:[A-Z][a-z]+\s)?{_YEAR}\b"
    rf"|\bof\s(?:the\s[a-z]+\sof\s)?{_YEAR.replace('year', 'year2')}\b"
)
_PERIOD = (
    "closure|festival|strike|visit|tour|trial|ban|suspension|break|stay|shutdown|wait|holiday|course|search|journey"
    "|voyage|trip|walk|run|season|exhibition|campaign|truce|ceasefire|lockdown|absence|fair|conference|competition"
    "|tournament|siege|occupation|hearing|inquiry|project|work|works|repairs?|consultation|expedition|march|race"
    "|residency|term|sale|show|event|programme|interruption|outage|programme|disruption|diversion|hunt|trek|retreat"
)
_LASTS = LazyRegex(
    rf"\b(?:[Tt]he|[Tt]his|[Tt]hat|[Aa]|[Aa]n|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir)\s(?P<whole>{_N}[\s-](?P<unit>day|week|month|year)s?[’']?)\s(?:[a-z-]+\s)?(?:{_PERIOD})\b"
)
_TELLS_TIME = LazyRegex(r"\d|\b(?:year|decade|month|week|day)s?\b|centen|jubilee|anniversary")
_DAYS = {"day": 1.0, "week": 7.0, "month": 30.4, "year": 365.25}
_UNITS = {"day": 1.1, "week": 5.0, "month": 25.0, "year": 250.0}


@dataclass(frozen=True, slots=True)
class WrongTime:
    """What is told at `span`, why it is wrong, and where the other telling stands."""

    span: Span
    message: str
    usual: Span


@dataclass(frozen=True, slots=True)
class _Said:
    sentence: Sentence
    text: str
    dates: tuple[DateMention, ...]


def wrong_times(reading: Reading, anchor: datetime.date | None) -> Iterator[WrongTime]:
    """Yield each length of time that the dates of its own or the next sentence rule out.

    Needs `quotations` and `sentences`. `anchor` is the date of the article.
    """
    said: list[_Said] = []
    for sentence in reading.sentences:
        text = sentence.span.cut(reading.text)
        if _TELLS_TIME.search(text) and (
            reading.blocks[sentence.block].is_body or reading.blocks[sentence.block].key
        ):
            said.append(_Said(sentence, text, find_dates(text)))
    found: list[WrongTime] = []
    for at, here in enumerate(said):
        near = [
            s
            for s in said[max(0, at - 1) : at + 2]
            if abs(s.sentence.block - here.sentence.block) <= 1
        ]
        if not any(map(str.isdigit, "".join(s.text for s in near))):
            continue
        found += _stretches(here, near, anchor)
        if anchor is not None:
            found += _terms(here, near, anchor)
            found += _jubilees(here, anchor)
    taken: list[Span] = []
    for wrong in found:
        if is_writers_own(reading, wrong.span) and not any(wrong.span.overlaps(t) for t in taken):
            taken.append(wrong.span)
            yield wrong


def _number(written: str) -> int:
    if written.isdigit():
        return int(written)
    found = find_quantities(f"{written.lower()} years")
    return int(found[0].value) if found else 0


def _stretches(
    here: _Said, near: Sequence[_Said], anchor: datetime.date | None
) -> Iterator[WrongTime]:
    """Yield "the 12-week closure" of a bridge that is shut from May 4 to June 29."""
    for match in _LASTS.finditer(here.text):
        told = _number(match["n"])
        if not told:
            continue
        ranges = [(s, r) for s in near for r in _ranges(s, anchor)]
        if len({r[0] for _, r in ranges}) != 1:
            continue
        where, ((first, last), span) = ranges[0]
        unit = match["unit"]
        real = (last - first).days
        lengths = (real, real + 1) if unit in ("day", "week") else (real,)
        if any(abs(length - told * _DAYS[unit]) <= _UNITS[unit] for length in lengths):
            continue
        if not 0.2 < (real + 1) / (told * _DAYS[unit]) < 5:
            continue
        yield WrongTime(
            Span(*match.span("whole")).shifted(here.sentence.span.start),
            f"The dates given are {real} days apart: check “{match['whole']}”.",
            span.shifted(where.sentence.span.start),
        )


_Days = tuple[datetime.date, datetime.date]


def _ranges(said: _Said, anchor: datetime.date | None) -> Iterator[tuple[_Days, Span]]:
    """Yield the stretches "from May 4 to June 29" of a sentence."""
    for mention in said.dates:
        opens = mention.first if mention.kind is DateKind.RANGE else None
        if opens is None or opens.kind is not DateKind.DAY or not (anchor or opens.year):
            continue
        days = resolve(mention, anchor or datetime.date(opens.year or 1, 1, 1))
        if isinstance(days, tuple):
            yield days, mention.span
    days_only = [m for m in said.dates if m.kind is DateKind.DAY]
    for one, two in itertools.pairwise(days_only):
        gap = said.text[one.span.end : two.span.start]
        lead = said.text[max(0, one.span.start - 10) : one.span.start]
        if not re.fullmatch(
            r"(?:,?\s(?:\d{4},?\s)?)(?:to|until|till|and|through)\s(?:[A-Z][a-z]+day,?\s)?", gap
        ):
            continue
        if not re.search(r"\b(?:from|between)\s(?:[A-Z][a-z]+day,?\s)?$", lead):
            continue
        if anchor is None and (one.year is None or two.year is None):
            continue
        basis = anchor or datetime.date(one.year or 1, 1, 1)
        first, last = resolve(one, basis), resolve(two, basis)
        if isinstance(first, datetime.date) and isinstance(last, datetime.date) and first < last:
            yield (first, last), Span(one.span.start, two.span.end)


def _terms(here: _Said, near: Sequence[_Said], anchor: datetime.date) -> Iterator[WrongTime]:
    """Yield "after 15 years as its director" of somebody who was appointed in 2016."""
    if " years" not in here.text and " decades" not in here.text:
        return
    for match in _TERM.finditer(here.text):
        before = here.text[: match.start("length")]
        if not _AFTER.search(before) or not _LEAVES.search(here.text) or _UNTIL.search(here.text):
            continue
        if re.search(r"\bevery\s|\b(?:later|ago)\b", here.text[match.start() : match.end() + 8]):
            continue
        years = _number(match["n"]) * (10 if match["unit"] == "decades" else 1)
        if years < 3:
            continue
        begun: list[tuple[int, Span]] = []
        for said in near:
            if _UNTIL.search(said.text):
                continue
            for start in _BEGAN.finditer(said.text):
                which = "year" if start["year"] else "year2"
                begun.append(
                    (int(start[which]), Span(*start.span(which)).shifted(said.sentence.span.start))
                )
        if len({year for year, _ in begun}) != 1:
            continue
        year, span = begun[0]
        real = anchor.year - year
        spare = 1 + (years // 8 + 1 if match["about"] else 0)
        if real <= 0 or abs(real - years) <= spare or not 0.4 < real / years < 2.5:
            continue
        yield WrongTime(
            Span(*match.span("length")).shifted(here.sentence.span.start),
            f"From {year} it is {real} years: check “{match['length']}” and the year.",
            span,
        )


_SOMEBODYS = LazyRegex(r"\b(?:[Ss]he|[Hh]e|who)\b")


def _jubilees(here: _Said, anchor: datetime.date) -> Iterator[WrongTime]:
    """Yield "turns 60 this year" of a hall that was opened in 1976."""
    for match in _JUBILEE.finditer(here.text):
        written = match["nth"] or match["age"] or match["ago"]
        years = (
            _number(written)
            if written
            else _NAMED_JUBILEES.get(" ".join((match["word"] or "").lower().split()), 0)
        )
        if years < 5:
            continue
        text = here.text
        own = list(_FOUNDED.finditer(text))
        others = [d for d in here.dates if d.kind is DateKind.YEAR]
        if len(own) != 1 or len(others) != 1:
            continue
        year = int(own[0]["year"] or own[0]["year2"])
        real = anchor.year - year
        gap = text[min(match.end(), own[0].end()) : max(match.start(), own[0].start())]
        if len(gap) > 60 or re.search(r"[;:]|\b(?:until|while|but|whose|who)\b", gap) or real <= 0:
            continue
        if (match["ago"] or match["age"]) and not re.fullmatch(r"[,\s\w-]{0,60}", gap):
            continue
        if re.search(r"\b(?:later|on)$", match[0]) or abs(real - years) <= 1:
            continue
        if match["age"] and _SOMEBODYS.search(text):
            continue  # who joined in 2006 turns 50
        if not 0.3 < real / years < 3 or re.search(r"\b(?:was|were|had)\b", gap):
            continue
        yield WrongTime(
            Span(*match.span("length")).shifted(here.sentence.span.start),
            f"{year} is {real} years before {anchor.year}: check “{match['length']}” and the year.",
            Span(*own[0].span()).shifted(here.sentence.span.start),
        )
