"""What cannot have happened at a person's age: years of birth, memories, years of work."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass

from newslint.checks._days.ages import Age, ages, births
from newslint.checks._facts.told import person_at
from newslint.checks._people.likeness import plain
from newslint.checks._people.people import is_person, named_in, seems_person
from newslint.checks._prose import is_writers_own
from newslint.language.date_mention import MONTHS
from newslint.language.lazy_regex import LazyRegex
from newslint.language.numbers import find_quantities
from newslint.reading import Reading, Sentence
from newslint.span import Span

_SMALL = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen"
    "|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty"
)
_N = rf"(?P<n>\d{{1,3}}|(?:{_SMALL})(?:-(?:one|two|three|four|five|six|seven|eight|nine))?)"
_YEAR = LazyRegex(
    r"\b(?:in|since|of|from|during|until|late|early|mid|summer|spring|winter|autumn|fall"
    rf"|{'|'.join(MONTHS)})\s(?P<year>(?:1[89]|20)\d\d)\b(?!\s(?:to|and)\s(?:1[89]|20)\d\d)"
)
# as a lad of 16, when he was 16, aged 16, at the age of 16, as a 16-year-old
_THEN = LazyRegex(
    rf"\b(?:as\sa\s(?:[a-z]+\s)?(?:lad|lass|boy|girl|child|youth|teenager|youngster|man|woman"
    rf"|apprentice|student|pupil|trainee|toddler|baby)\sof\s{_N}"
    rf"|when\s(?:he|she)\swas\s(?:only\s|just\s|aged\s)?{_N.replace('?P<n>', '?P<n2>')}"
    rf"|at\sthe\sage\sof\s{_N.replace('?P<n>', '?P<n3>')}"
    rf"|as\san?\s{_N.replace('?P<n>', '?P<n4>')}-year-old)\b(?!,\d)"
)
_DIED = LazyRegex(
    rf"\b(?:died|dies|has\sdied)\b(?P<when>[^.;\d]{{0,50}}?)\b(?P<at>(?:at(?:\sthe\sage\sof)?|aged)\s{_N})\b"
)
_WORKED = LazyRegex(
    r"\b(?:work|serv|teach|taught|farm|drive|driv|drove|run\b|ran\b|coach|practi[cs]|nurs|manag|led"
    r"|rung|cook|bak|fish|repair|conduct|volunteer|play|lectur|polic|preach|been)[a-z]*\b[^.;\d]{0,60}?"
    rf"\bfor\s(?:(?:more\sthan|over|nearly|almost|about|some|the\s(?:past|last))\s)?(?P<length>{_N}\syears)\b"
)
_KIN = LazyRegex(
    r"\b(?:brother|sister|father|mother|son|daughter|wife|husband|cousin|uncle|aunt|niece|nephew"
    r"|parents?|family|ancestors?|grand\w+|great-\w+|widow|founder|predecessor)\b",
    re.IGNORECASE,
)
_MEMORY = LazyRegex(
    r"\b(?:when|where|since|after)\s(?:he|she)\b|\b(?:he|she|who)\s(?:had\s)?(?:[a-z]+ly\s)?(?:joined"
    r"|began|started|came|went|moved|worked|learned|learnt|left|married|bought|took|saw|slept"
    r"|remember(?:s|ed)|recall(?:s|ed)|watched|arrived|trained|played|sang|won|lived|opened|founded"
    r"|qualified|served|was\s(?:appointed|elected|hired|ordained|there|married|jailed))\b"
    r"|\b(?:remember(?:s|ed|ing)?|recall(?:s|ed|ing)?)\b"
)
_HAPPENED = LazyRegex(
    r"\b(?P<verb>closed|shut|opened|burned|burnt|sank|fell|collapsed|flooded|crashed|began|ended"
    r"|struck|folded|moved)\b"
)
_AGE_THEN_BORN = LazyRegex(
    r",\s(?:now\s|aged\s)?(?P<n>\d{1,3}),\s(?:who\s)?(?:was\s)?born\s[^.;,\d]{0,40}?"
    r"(?:\d{1,2}\s)?(?:[A-Z][a-z]+\s)?(?P<year>(?:19|20)\d\d)\b"
)
_BORN_THEN_AGE = LazyRegex(
    r"\bborn\s[^.;\d]{0,40}?\b(?P<year>(?:19|20)\d\d)\b[^.;\d]{0,30}?\b(?:and\s)?(?:is|turned|aged)\s"
    r"(?:now\s|just\s)?(?P<n>\d{1,3})(?=[.,;]|\sand\b|\syears\sold|$)"
)
_LATELY_AGED = LazyRegex(
    r"\b(?:on\s(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|last\s(?:week|month)|this\sweek)\b"
    rf"[^.;\d]{{0,40}}?\b(?P<at>(?:at\s(?:the\sage\sof\s)?|aged\s){_N})(?=[.,;]|\sand\b|$)"
)
_BESIDE = 160  # characters from a year of birth to "the 49-year-old"
_YOUNG = 8  # years: nobody is said to work before
_OLDEST = 116
_SHORT = 3  # years of work that need no check


@dataclass(frozen=True, slots=True)
class WrongAge:
    """A year, an age or a length at `span` that a person's age at `usual` rules out."""

    span: Span
    message: str
    usual: Span


@dataclass(frozen=True, slots=True)
class _Life:
    who: str  # plain surname or words, or "" where the story does not say
    years: int
    span: Span
    block: int
    first: int  # the years in which the person may have been born
    last: int


def wrong_ages(reading: Reading, anchor: datetime.date) -> Iterator[WrongAge]:
    """Yield what does not go with how old people are on the day of the article.

    Needs `names`, `quotations` and `sentences`.
    """
    lives = [_life(a, anchor) for a in ages(reading) if reading.blocks[a.block].is_body]
    dead = list(_deaths(reading, anchor))
    yield from _births(reading, lives, dead)
    for sentence in reading.sentences:
        if not reading.blocks[sentence.block].is_body:
            continue
        text = sentence.span.cut(reading.text)
        life = _of_sentence(reading, sentence, lives)
        if life is None or _KIN.search(text):
            continue
        for wrong in (*_memories(text, life), *_thens(reading, text, life), *_work(text, life)):
            place = wrong.span.shifted(sentence.span.start)
            if is_writers_own(reading, place):
                yield WrongAge(place, wrong.message, life.span)


def _life(age: Age, anchor: datetime.date) -> _Life:
    year = anchor.year - age.years
    return _Life(age.who, age.years, age.span, age.block, year - 1, year)


def _deaths(reading: Reading, anchor: datetime.date) -> Iterator[_Life]:
    """Yield people who have died lately, with their age: "died in November at 91"."""
    for index, block in enumerate(reading.blocks):
        if not block.is_body:
            continue
        for match in _DIED.finditer(reading.text, block.span.start, block.span.end):
            years = _number(match["n"])
            if years is None or re.match(r",?\sin\s(?:1[89]|20)\d\d", reading.text[match.end() :]):
                continue
            month = re.search(rf"\b({'|'.join(MONTHS)})\b", match["when"])
            later = month is not None and MONTHS.index(month[0]) + 1 > anchor.month
            year = anchor.year - later
            first = year - years - (1 if month else 2)
            span = Span(*match.span("at"))
            yield _Life(
                _name_before(reading, index, match.start()), years, span, index, first, year - years
            )


def _births(reading: Reading, lives: list[_Life], dead: list[_Life]) -> Iterator[WrongAge]:
    """Yield years of birth that do not go with the age told of the same person."""
    found = [b for b in births(reading) if reading.blocks[b[2]].is_body]
    marked: set[Span] = set()
    for wrong in _born_beside(reading, lives):
        marked |= {wrong.span, wrong.usual}
        yield wrong
    several = len({year for year, _, _ in found}) != 1
    known = [*dead, *lives, *_ages_reached(reading, lives, found)]
    for born, span, block in found:
        if span in marked:
            continue
        who = _name_before(reading, block, span.start)
        if not who and (several or not any(x.who in ("", "one") for x in known)):
            who = person_at(reading, block, span.start)
        rivals = [x for x in known if who and x.who and x.who.split()[-1] == who]
        if (
            not rivals
            and not several
            and (not who or who not in {x.who.split()[-1] for x in known if x.who})
        ):
            nameless = [x for x in known if x.who in ("", "one")]
            named = [x for x in known if x.who not in ("", "one")]
            # Of one person alone an age is told, and of one person alone when he was born.
            rivals = nameless if len(nameless) == 1 and not (named and who) else []
        if not rivals:
            # "Olotu, who was born in 1979, is a singer. The 49-year-old won a prize."
            beside = (x for x in known if x.who == "" and x.block == block)
            rivals = [x for x in beside if 0 < x.span.start - span.end < _BESIDE]
        for life in rivals[:1]:
            sentence = reading.sentence_at(span.start)
            if life.first <= born <= life.last or sentence is None:
                continue
            before = reading.text[sentence.span.start : span.start]
            if _KIN.search(before.rsplit(" born ", 1)[0][-40:]) or life.span in marked:
                continue
            odd, usual = (life.span, span) if span.start < life.span.start else (span, life.span)
            message = f"Who is {life.years} was not born in {born}: check the age and the year."
            yield WrongAge(odd, message, usual)


def _born_beside(reading: Reading, lives: list[_Life]) -> Iterator[WrongAge]:
    """Yield "Roy Pym, 60, born in 1975" and "was born in 2003 and is 28"."""
    years = {life.years + life.last for life in lives}
    if len(years) != 1:
        return
    now = years.pop()
    for sentence in reading.sentences:
        text = sentence.span.cut(reading.text)
        if "orn " not in text or not reading.blocks[sentence.block].is_body:
            continue
        for pattern in (_AGE_THEN_BORN, _BORN_THEN_AGE):
            for match in pattern.finditer(text):
                age, born = int(match["n"]), int(match["year"])
                if age in (now - born, now - born - 1) or not 0 < now - born < _OLDEST:
                    continue
                age_at, year_at = (
                    Span(*match.span(g)).shifted(sentence.span.start) for g in ("n", "year")
                )
                odd, usual = sorted((age_at, year_at), reverse=True)
                if is_writers_own(reading, odd):
                    message = f"Who is {age} was not born in {born}: check the age and the year."
                    yield WrongAge(odd, message, usual)


def _ages_reached(
    reading: Reading, lives: list[_Life], found: list[tuple[int, Span, int]]
) -> Iterator[_Life]:
    """Yield "cut his last head of hair on Saturday at the age of 91": an age told of these days."""
    now = {life.years + life.last for life in lives}
    for index, block in enumerate(reading.blocks):
        if not block.is_body or not found:
            continue
        for match in _LATELY_AGED.finditer(reading.text, block.span.start, block.span.end):
            years = _number(match["n"])
            who = _name_before(reading, index, match.start("n"))
            anchor = now or ({reading.date.date.year} if reading.date is not None else set())
            if years is None or not who or len(anchor) != 1:
                continue
            year = next(iter(anchor)) - years
            span = Span(*match.span("at"))
            yield _Life(who, years, span, index, year - 1, year)


def _name_before(reading: Reading, block: int, offset: int) -> str:
    """Return the plain surname of the person named last in the sentence before a place."""
    sentence = reading.sentence_at(offset)
    names = [
        n
        for n in named_in(reading, block)
        if n.span.start < offset
        and sentence is not None
        and sentence.span.covers(n.span)
        and seems_person(reading.parses[block], n)
    ]
    return plain(names[-1].surname) if names else ""


def _of_sentence(reading: Reading, sentence: Sentence, lives: list[_Life]) -> _Life | None:
    """Return the only person of a sentence, if the story tells that person's age."""
    inside = [
        n
        for n in named_in(reading, sentence.block)
        if sentence.span.covers(n.span) and is_person(reading.parses[sentence.block], n)
    ]
    names = {plain(n.surname) for n in inside}
    if not names:
        return None
    here = [x for x in lives if x.who.split()[-1:] == [next(iter(names))]]
    return here[0] if len(names) == 1 and len({x.years for x in here}) == 1 else None


def _memories(text: str, life: _Life) -> Iterator[WrongAge]:
    """Rosa Ibarra, 88, remembers 1934."""
    for match in _YEAR.finditer(text):
        year = int(match["year"])
        near = text[max(0, match.start() - 60) : match.end() + 40]
        if life.last - _OLDEST < year < life.first and _MEMORY.search(near):
            span = Span(*match.span("year"))
            message = f"Who is {life.years} was not yet born in {year}: check the age and the year."
            yield WrongAge(span, message, life.span)


def _thens(reading: Reading, text: str, life: _Life) -> Iterator[WrongAge]:
    """Arthur Binns, 83, was there when the works closed, as a lad of 16."""
    for match in _THEN.finditer(text):
        written = next(w for k in ("n", "n2", "n3", "n4") if (w := match[k]))
        years = _number(written)
        year = _year_of(reading, text)
        if years is None or year is None:
            continue
        if not life.first - 1 <= year - years <= life.last + 1:
            message = (
                f"Who is {life.years} was {max(0, year - life.last)} in {year}, not {years}:"
                " check both."
            )
            yield WrongAge(Span(*match.span()), message, life.span)


def _year_of(reading: Reading, text: str) -> int | None:
    """Return the year a sentence speaks of, its own or that of the event it takes up."""
    own = {int(m["year"]) for m in _YEAR.finditer(text)}
    if own:
        return own.pop() if len(own) == 1 else None
    verb = _HAPPENED.search(text)
    if verb is None:
        return None
    told = {
        int(m["year"])
        for s in reading.sentences
        if re.search(
            rf"\b(?:{verb['verb']}|{_ALIKE.get(verb['verb'], '-')})\b", s.span.cut(reading.text)
        )
        for m in _YEAR.finditer(s.span.cut(reading.text))
    }
    return told.pop() if len(told) == 1 else None


_ALIKE = {"closed": "shut", "shut": "closed", "burned": "burnt", "burnt": "burned"}


def _work(text: str, life: _Life) -> Iterator[WrongAge]:
    """Ada Orr, 30, has taught for 29 years."""
    for match in _WORKED.finditer(text):
        years = _number(match["n"])
        if years is not None and years > _SHORT and life.years - years < _YOUNG:
            message = (
                f"Who is {life.years} would have begun at {life.years - years}: check the age and"
                f" the {years} years."
                if life.years > years
                else f"{years} years is more than the age, {life.years}: check both."
            )
            yield WrongAge(Span(*match.span("length")), message, life.span)


def _number(written: str) -> int | None:
    if written.isdigit():
        return int(written)
    found = find_quantities(f"{written} years")
    return int(found[0].value) if found else None
