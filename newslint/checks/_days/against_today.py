"""Months, seasons and years told on the wrong side of the article's own day: "since next May"."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from newslint.checks._facts.told import Place, places
from newslint.checks._prose import is_writers_own
from newslint.language.dates import DateKind, DateMention, find_dates, resolve
from newslint.language.lazy_regex import LazyRegex
from newslint.language.tokens import Token
from newslint.reading import Reading
from newslint.span import Span

_DATED = frozenset({DateKind.DAY, DateKind.MONTH, DateKind.YEAR})
# the spring of | 2028; early | May 2028
_PART = LazyRegex(
    r"(?:the\s)?(?:(?P<season>spring|summer|autumn|fall|winter)\s(?:of\s)?"
    r"|(?P<part>end|start|beginning|middle|close)\sof\s"
    r"|(?:first|second|third|fourth|last)\s(?:week|weekend|half|days)\s(?:of|in)\s"
    r"|early\s|late\s|mid-?\s?)$",
    re.IGNORECASE,
)
_RECENT, _SOON = 62, 200  # days
_NEAR = 50  # characters from a verb to its date
_TOLD = LazyRegex(r",?\s(?:of\s)?(?:next|last|this|that|each|every)\b")
_SINCE = LazyRegex(r"\bsince\s$", re.IGNORECASE)
_AT = LazyRegex(r"\b(?P<at>in|on|during|at)\s$", re.IGNORECASE)
_SEASONS = {"spring": (2, 6), "summer": (5, 9), "autumn": (8, 12), "fall": (8, 12)}
_WILL = frozenset({"will", "shall", "’ll", "'ll"})
#: What a timetable tells in the present: "the show opens on 2 May".
_TIMETABLE = frozenset(
    {"open", "start", "begin", "close", "end", "finish", "reopen", "resume", "return", "run"}
)
_AHEAD_TOO = frozenset(
    {"arrive", "bring", "carry", "come", "fly", "go", "hear", "hold", "land", "launch", "leave",
     "lift", "meet", "move", "play", "publish", "read", "release", "sail", "sell", "sing", "stage",
     "tour", "travel", "vote"}
)  # fmt: skip
#: What may be done today for a day to come: "scheduled a vote on 3 May".
_AHEAD = frozenset(
    {"plan", "schedule", "set", "book", "expect", "agree", "announce", "approve", "arrange", "back",
     "call", "cancel", "confirm", "delay", "due", "fix", "forecast", "hope", "mean", "move",
     "order", "organise", "organize", "postpone", "predict", "project", "promise",
     "propose", "pledge",
     "put",
     "say", "see", "seek", "sell", "take", "target", "tell", "want", "win", "award", "be", "have",
     "aim", "bid", "choose", "envisage", "estimate", "get", "give", "host", "imagine", "make",
     "name", "offer", "picture", "portray", "depict", "release", "extend", "push", "require",
     "include", "anticipate", "eye", "assume", "suggest", "mandate", "end", "expire", "come"}
)  # fmt: skip
_IF = LazyRegex(r"\b(?:if|unless|imagine|suppose|fiction\w*|novel|film|game|series|fantasy)\b")


def against_today(reading: Reading) -> Iterator[tuple[Span, str]]:
    """Yield each date that its verb puts on the other side of today, and what is wrong with it.

    "Since" goes with no day to come, nor does a simple past; "will" and "opens on" go with none
    that is over. Days without a year are left to the rule. Needs `date`, `parse`, `sentences`.
    """
    if reading.date is None:
        return
    today = reading.date.date
    for place in places(reading):
        if not reading.blocks[place.sentence.block].is_body:
            continue
        for mention in find_dates(place.text):
            days = _days(place.text, mention, today)
            if days is None:
                if _is_no_leap_day(place.text, mention, today):
                    where = mention.span.shifted(place.sentence.span.start)
                    yield where, f"There is no 29 February around {today.isoformat()}: check it."
                continue
            first, last, start = days
            inside = Span(start, mention.span.end)
            where = inside.shifted(place.sentence.span.start)
            wrong = _wrong(place, start, mention, first > today, last < today, first, today)
            if wrong and not _IF.search(place.text) and is_writers_own(reading, where):
                words = inside.cut(place.text)
                yield (
                    where,
                    f"{words[0].upper()}{words[1:]} is {wrong} {today.isoformat()}, the date of"
                    " the article: check the date or the tense.",
                )


def _is_no_leap_day(text: str, mention: DateMention, today: datetime.date) -> bool:
    """Return whether a 29 February without a year is of no year near the article's."""
    if (mention.month, mention.day, mention.year) != (2, 29, None):
        return False
    day = resolve(mention, today)
    near = isinstance(day, datetime.date) and abs((day - today).days) <= _SOON
    return not near and not _TOLD.match(text, mention.span.end)


def _days(
    text: str, mention: DateMention, today: datetime.date
) -> tuple[datetime.date, datetime.date, int] | None:
    """Return the first and last day of a date whose year is told, and where its words start."""
    if mention.kind not in _DATED:
        return None
    days = resolve(mention, today)
    if days is None:
        return None
    first, last = days if isinstance(days, tuple) else (days, days)
    if mention.year is None:
        # The month just over: for the one in a year's time there is "next".
        bare = mention.kind is DateKind.MONTH and mention.relation is None
        over = 0 < (today - last).days < _RECENT
        if not bare or not over or _TOLD.match(text, mention.span.end):
            return None
    part = _PART.search(text, max(0, mention.span.start - 30), mention.span.start)
    if part is None:
        return first, last, mention.span.start
    season = (part["season"] or "").lower()
    if season == "winter" or (season and mention.kind is not DateKind.YEAR):
        return None
    if season:
        year, (start, end) = first.year, _SEASONS[season]
        first, last = datetime.date(year, start, 1), datetime.date(year, end, 28)
    return first, last, part.start()


def _wrong(
    place: Place,
    start: int,
    mention: DateMention,
    ahead: bool,
    over: bool,
    first: datetime.date,
    today: datetime.date,
) -> str:
    text = place.text
    since = _SINCE.search(text, max(0, start - 8), start)
    if since is not None:
        verb = _verb(place, since.start())
        return "after" if ahead and not _is_to_come(verb) else ""
    at = _AT.search(text, max(0, start - 8), start)
    if at is None or not (ahead or over):
        return ""
    preposition = place.token(at.start("at"))
    verb = preposition.head if preposition is not None and preposition.dep == "prep" else None
    if verb is None or start + place.sentence.span.start - verb.end > _NEAR:
        return ""
    if verb.pos in ("NOUN", "PROPN") and verb.dep == "dobj" and _is_plain(verb):
        verb = verb.head  # "will repeat the count in the spring of 2024"
    if over:
        if verb.pos not in ("VERB", "AUX") or _is_past_wish(verb):
            return ""
        told = mention.month is not None or start < mention.span.start
        now = verb.tag in ("VBZ", "VBP") and mention.year is not None and told
        now = now and (verb.lemma in _TIMETABLE or verb.lemma in _AHEAD_TOO)
        return "before" if _has(verb, _WILL) or (now and first.year >= today.year - 1) else ""
    told = verb.tag == "VBD" or (verb.tag == "VBN" and _has(verb, frozenset({"was", "were"})))
    if not told or verb.pos != "VERB" or verb.lemma in _AHEAD or not _is_own_past(verb):
        return ""
    return "after"


def _verb(place: Place, at: int) -> Token | None:
    token = place.token(at)
    for above in (token, *token.ancestors) if token is not None else ():
        if above.pos in ("VERB", "AUX"):
            return above
    return None


def _has(verb: Token, words: frozenset[str]) -> bool:
    return any(c.dep in ("aux", "auxpass") and c.lower in words for c in verb.children)


def _is_to_come(verb: Token | None) -> bool:
    """Return whether a verb, or one above it, tells what will be: "will have run since 2028"."""
    return verb is not None and any(
        _has(v, _WILL | {"would", "may", "might", "could", "should"})
        for v in (verb, *verb.ancestors)
    )


def _is_plain(noun: Token) -> bool:
    """Return whether "the" thing is called by no more than its noun: it is not one of a date."""
    beside = [c for c in noun.children if c.dep != "det"]
    return len(beside) == 1 < len(noun.children)


def _is_past_wish(verb: Token) -> bool:
    return any(c.dep in ("advcl", "relcl") and c.tag == "VBD" for c in verb.children)


def _is_own_past(verb: Token) -> bool:
    """Return whether a past is told for itself, not within a plan: "said it opened in 2030"."""
    return not any(
        c.dep in ("aux", "mark", "neg") and c.lower not in ("that", "when", "while", "as")
        for c in verb.children
        if c.lower not in ("was", "were", "had")
    ) and not _is_to_come(verb)
