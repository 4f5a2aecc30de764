"""consistency.relative-date-conflict."""

from __future__ import annotations

import datetime
import itertools
import re
from collections.abc import Iterator
from typing import ClassVar

from newslint.checks._days.against_today import against_today
from newslint.checks._prose import is_writers_own
from newslint.finding import Problem, Severity
from newslint.language.dates import DateKind, DateMention, Days, find_dates, resolve
from newslint.language.lazy_regex import LazyRegex
from newslint.language.tokens import Token
from newslint.reading import Reading, Sentence
from newslint.rule import Example, Rule
from newslint.span import Span

_BESIDE = LazyRegex(r"(?:,\s?(?:on\s|in\s)?|\s?\((?:on\s|in\s)?|\s(?:on|in)\s|\s)")
_WILL = LazyRegex(
    r"\b(?:will|shall|must|is\sto|are\sto|ha(?:s|ve)\s(?:until|to)|(?:is|are)\s(?:due|set|expected|scheduled|planned)"
    r"(?:\sto)?|adjourned\s(?:[a-z]+\s){0,4}?(?:to|until)|deadline\s(?:[a-z]+\s){0,3}?is)\b"
)
_NEW_CLAUSE = LazyRegex(
    r"[;:]|,\s(?:and|but|which|who|where|as|after|before|when|while)\b|\b(?:since|after|from|of|in\sthe)\b"
)
_PLANNED = LazyRegex(
    r"\b(?:will|would|plan(?:s|ned)?|due|set|expect(?:s|ed)?|schedul\w+|may|could|should|until|by|ahead"
    r"|propos\w+|hop\w+|deadline|for|to|agreed|called|announced|adjourned|postponed|before|if)\b",
    re.IGNORECASE,
)
_FROM_THERE = LazyRegex(r"\b(?:later|earlier|before|after(?:wards?)?|previous|following)\b")
_NEAR = 50  # characters between "will" and the day
_BESIDE_TODAY = LazyRegex(
    r"\b(?:[Tt]omorrow|[Yy]esterday"
    r"|(?<![Tt]he\s)(?:[Ll]ast|[Nn]ext)\s(?:week|weekend|month|year|spring|summer|autumn|winter|[A-Z][a-z]+day"
    r"|January|February|March|April|May|June|July|August|September|October|November|December))"
    r"\b(?![’']s)"
)
_SAYS = frozenset(
    {"say", "tell", "think", "know", "hope", "want", "plan", "have", "decide", "agree"}
)
#: What a timetable tells in the present: "the new boat arrives next May".
_TIMETABLE = frozenset({"arrive", "begin", "close", "open", "reopen", "resume", "return", "start"})
_LONG = 16  # characters from "will" to the day that are marked with it
_FAR = datetime.timedelta(days=45)


class RelativeDateConflict(Rule):
    """Let words that count from today agree with the dates beside them.

    "Last week, on 12 May" and "will open on 3 May" are checked against the article's own
    date, never today's; without one nothing is said. Reported are a relative date beside a
    full one that it cannot mean, a past tense with a day that has yet to come, and "will"
    with a day that is over.
    """

    id: str = "consistency.relative-date-conflict"
    message: str = "“%s” cannot be %s in an article of %s: check the date."
    severity: Severity = Severity.ERROR

    needs: ClassVar = frozenset({"sentences", "quotations", "parse", "date"})
    standards: ClassVar = ("https://www.ap.org/about/news-values-and-principles/",)
    examples: ClassVar = (
        Example("The council met [[last week, on 12 May]], in the hall.", date="2030-05-11"),
        Example("The council voted on [[May 21]] to shut the bridge.", date="2030-05-11"),
        Example("The bridge [[will open on 3 May]], the council said.", date="2030-05-11"),
        Example("The fair opens [[tomorrow, Sunday]], at noon.", date="2030-05-10"),
        Example("The fair opens tomorrow, Saturday, at noon.", date="2030-05-10"),
        Example(
            "The boat arrives [[last June]]. The rules changed [[next year]].", date="2030-05-10"
        ),
        Example("The boat arrived last June. The rules change next year.", date="2030-05-10"),
        Example("The council met last week, on 3 May, in the hall.", date="2030-05-11"),
        Example("The council voted on May 9 to shut the bridge.", date="2030-05-11"),
        Example("The council voted to shut the bridge on May 21.", date="2030-05-11"),
        Example("The bridge will open on 23 May, the council said.", date="2030-05-11"),
        Example("The council met last week, on 12 May, in the hall."),
        Example("It shut on 3 May. It opened on 9 May, six days later.", date="2030-12-15"),
        Example("It sank on 4 May. Divers went down two days later, on 6 May.", date="2030-05-11"),
    )

    def _days_after(self, reading: Reading, sentence: Sentence, text: str) -> Iterator[Problem]:
        """Yield "the fire was out tomorrow" and "the shop will open yesterday"."""
        for match in _BESIDE_TODAY.finditer(text):
            place = Span(*match.span()).shifted(sentence.span.start)
            word = reading.parses[sentence.block].at(place.end - 1)
            if word is None or word.dep != "npadvmod" or not is_writers_own(reading, place):
                continue
            verb, ahead = word.head, match[0].lower().startswith(("tomorrow", "next"))
            if not (_happened(verb) if ahead else _will_happen(verb)):
                continue
            if ahead and _PLANNED.search(text[: match.start()]):
                continue
            told = "has happened" if ahead else "has yet to come"
            message = f"“{match[0]}” of what {told}: check the day or the tense."
            yield self.problem(place, message=message, at_most=Severity.WARNING)

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield a problem at each date that the article's own rules out."""
        if reading.date is None:
            return
        anchor = reading.date.date
        marked: list[Span] = []
        for problem in self._in_order(reading, anchor):
            marked.append(problem.span)
            yield problem
        for place, message in against_today(reading):
            if not any(map(place.overlaps, marked)):
                yield self.problem(place, message=message)

    def _in_order(self, reading: Reading, anchor: datetime.date) -> Iterator[Problem]:
        """Yield what stands beside a day, or on the wrong side of the article's."""
        for sentence in reading.sentences:
            text = sentence.span.cut(reading.text)
            found = find_dates(text)
            taken: set[Span] = set()
            for one, other in itertools.pairwise(found):
                if _conflict(one, other, text, anchor):
                    taken |= {one.span, other.span}
                    relative, day = (one, other) if one.kind is DateKind.RELATIVE else (other, one)
                    words = (relative.span.cut(text), day.span.cut(text), anchor.isoformat())
                    closed = text.startswith(")", other.span.end)
                    place = Span(one.span.start, other.span.end + closed)
                    yield self.problem(place.shifted(sentence.span.start), *words)
            yield from self._days_after(reading, sentence, text)
            for mention in found:
                place = mention.span.shifted(sentence.span.start)
                named = _sure_day(mention, anchor)
                if mention.span in taken or named is None or not is_writers_own(reading, place):
                    continue
                wrong = _tense(reading, sentence, mention.span, named, anchor)
                if wrong is not None:
                    span, message = wrong
                    yield self.problem(span, message=message)


def _happened(verb: Token) -> bool:
    """Return whether a verb tells what has happened: "was out", "closed"."""
    if verb.tag not in ("VBD", "VBN") or verb.lemma in _SAYS:
        return False
    helpers = [c for c in verb.children if c.dep in ("aux", "auxpass")]
    if any(c.tag == "MD" or c.lower in ("to", "being") for c in helpers):
        return False
    return verb.tag == "VBD" or any(c.lower in ("was", "were") for c in helpers)


def _will_happen(verb: Token) -> bool:
    will = any(c.dep == "aux" and c.lower in ("will", "shall") for c in verb.children)
    listed = verb.lemma in _TIMETABLE and verb.tag in ("VBZ", "VBP")
    return will or (listed and verb.child("aux", "auxpass") is None)


def _is_day(mention: DateMention) -> bool:
    return mention.kind is DateKind.DAY


def _conflict(one: DateMention, other: DateMention, text: str, anchor: datetime.date) -> bool:
    """Return whether a relative date and a full one side by side name different days."""
    if not _BESIDE.fullmatch(text, one.span.end, other.span.start):
        return False
    if {one.kind, other.kind} == {DateKind.RELATIVE, DateKind.WEEKDAY}:
        day = resolve(one, anchor) if one.unit == "day" else None
        return isinstance(day, datetime.date) and day.weekday() != other.weekday
    if {one.kind, other.kind} not in (
        {DateKind.RELATIVE, DateKind.DAY},
        {DateKind.RELATIVE, DateKind.MONTH},
        {DateKind.RELATIVE, DateKind.YEAR},
    ):
        return False
    relative, full = (one, other) if one.kind is DateKind.RELATIVE else (other, one)
    if _FROM_THERE.search(text, relative.span.start, relative.span.end):
        return False  # "on 9 October, six days later" counts from a day told before
    if (relative.relation == "ahead" and relative.unit != "day") or relative.ambiguous:
        return False
    loose = relative.unit in ("season", "weekend", "spring", "summer", "autumn", "fall", "winter")
    if loose or (relative.amount is not None and relative.unit != "day"):
        return False
    if relative.unit == "year" and full.year is None:
        return False  # "20 January next year" names the year
    meant, named = resolve(relative, anchor), resolve(full, anchor)
    if meant is None or named is None:
        return False
    slack = {"week": 7, "month": 3}.get(relative.unit or "", 0)
    first, last = _bounds(meant)
    start, end = _bounds(named)
    days = datetime.timedelta(days=slack)
    if relative.relation in ("last", "ago") and start > anchor:
        return True
    return end < first - days or start > last + days


def _bounds(days: datetime.date | Days) -> Days:
    return days if isinstance(days, tuple) else (days, days)


def _sure_day(mention: DateMention, anchor: datetime.date) -> datetime.date | None:
    """Return the day that a mention names, if its year is given or can hardly be another."""
    if not _is_day(mention):
        return None
    day = resolve(mention, anchor)
    if not isinstance(day, datetime.date):
        return None
    if mention.weekday is not None and mention.weekday != day.weekday():
        return None  # the weekday belongs to another year, or is wrong
    return day if abs(day - anchor) <= _FAR else None


def _tense(
    reading: Reading, sentence: Sentence, place: Span, day: datetime.date, anchor: datetime.date
) -> tuple[Span, str] | None:
    """Return where a tense does not go with a day, and why, or None."""
    text = sentence.span.cut(reading.text)
    words, start = place.cut(text), sentence.span.start
    if day > anchor + datetime.timedelta(days=1):
        verb = _past_verb(reading, sentence, place.shifted(start))
        if verb is None or _PLANNED.search(text, 0, place.start):
            return None
        return place.shifted(start), (
            f"“{verb.text}” is past, but {words} is after {anchor.isoformat()}, the date of the"
            " article: check the date."
        )
    if day >= anchor - datetime.timedelta(days=1):
        return None
    will = max(_WILL.finditer(text, 0, place.start), key=lambda m: m.end(), default=None)
    if will is None or place.start - will.end() > _NEAR:
        return None
    if _NEW_CLAUSE.search(text, will.end(), place.start):
        return None
    far = place.start - will.start() > _LONG
    return Span(place.start if far else will.start(), place.end).shifted(start), (
        f"{words} is before {anchor.isoformat()}, the date of the article: check the date or the"
        " tense."
    )


def _past_verb(reading: Reading, sentence: Sentence, place: Span) -> Token | None:
    """Return the verb in the simple past that the date belongs to, or None."""
    parse = reading.parses[sentence.block]
    inside = parse.within(place)
    if not inside:
        return None
    top = next((t for t in inside if t.head.i < inside[0].i or t.head.i > inside[-1].i), None)
    if top is None:
        return None
    above = top.head
    if above.dep == "prep":
        above = above.head
    return above if above.tag == "VBD" and above.pos == "VERB" else None
