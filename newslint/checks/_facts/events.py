"""What a story says of when and where each event was."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import TypeVar

from newslint.article import BlockKind
from newslint.checks._facts.clauses import (
    Clause,
    clause_words,
    clauses,
    is_told_apart,
    sentence_tokens,
    thing_of,
    verb_above,
)
from newslint.checks._phrases import PACKAGE, vocabulary
from newslint.checks._prose import is_writers_own
from newslint.language.dates import DateKind, DateMention, find_dates, resolve
from newslint.language.lazy_regex import LazyRegex
from newslint.language.tokens import Token
from newslint.reading import Reading, once_an_article
from newslint.span import Span
from newslint.vocabulary import load

_BLOCKS = frozenset({BlockKind.SUMMARY, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM})
_PLURALS = frozenset({"NNS", "NNPS"})
_LIKE_ONE = frozenset({"talks", "elections", "games", "celebrations"})
_HELD = frozenset({"hold", "stage", "be"})
_WAYS = frozenset({"road", "street", "avenue", "lane", "square", "drive", "way", "row", "hill"})

_Thing = TypeVar("_Thing")
#: Things that were found in the text, each with its word, by the verb above it.
_ByVerb = dict[Token, list[tuple[Token, _Thing]]]


@dataclass(frozen=True, slots=True)
class Told:
    """When or where something happened: `value` is comparable with others of its `kind`."""

    act: str
    thing: str
    noun: Token
    agent: str
    time: str
    kind: str
    value: object
    span: Span
    block: int
    verb: Token


@once_an_article
def events_told(reading: Reading) -> tuple[Told, ...]:
    """Return the days, times and places of events, in no order.

    Needs `names`, `quotations`, `sentences` and `date`.
    """
    return tuple(_events_told(reading))


def _events_told(reading: Reading) -> Iterator[Told]:
    for index, block in enumerate(reading.blocks):
        if block.kind not in _BLOCKS:
            continue
        dates = find_dates(block.span.cut(reading.text), block.span.start)
        yield from _nominal(reading, index, dates)
        days = _days_by_verb(reading, index, dates)
        times = _CLOCK.finditer(reading.text, block.span.start, block.span.end)
        clocks = _by_verb(reading, index, ((match.start(), match) for match in times))
        for clause in clauses(reading, index):
            noun = _event(clause)
            if noun is None:
                continue
            if is_told_apart(clause_words(reading, clause)):
                continue
            for kind, value, span in (
                *_days(reading, clause, days),
                *_clocks(clocks.get(clause.verb, ())),
                *_places(clause, noun),
            ):
                if is_writers_own(reading, span):
                    yield Told(
                        _act(clause),
                        thing_of(noun),
                        noun,
                        _name(clause.agent) if clause.agent is not noun else "",
                        "future" if clause.time != "past" else "past",
                        kind,
                        value,
                        span,
                        index,
                        clause.verb,
                    )


def _nominal(reading: Reading, index: int, dates: tuple[DateMention, ...]) -> Iterator[Told]:
    """Yield the days that stand beside an event's noun: "the wedding on 3 January"."""
    for mention in dates:
        first = reading.parses[index].at(mention.span.start)
        prep = next((t for t in first.ancestors if t.dep == "prep"), None) if first else None
        noun = prep.head if prep is not None and prep.lower == "on" else None
        if noun is None or noun.tag != "NN" or noun.end + 1 != (prep.start if prep else 0):
            continue
        verb = verb_above(noun)
        if verb is None or verb.tag not in ("VBD", "VBN") or mention.kind is DateKind.RANGE:
            continue
        clause = Clause(verb, "happen", noun, None, False, "past", index)
        if is_told_apart(sentence_tokens(reading, index, noun)):
            continue
        for kind, value, span in _values(reading, mention):
            if is_writers_own(reading, span):
                act = _act(clause)
                yield Told(act, thing_of(noun), noun, "", "past", kind, value, span, index, noun)


@cache
def _tells() -> dict[str, frozenset[str]]:
    """Return the verbs by which each noun for an event may be told."""
    data = load(PACKAGE, "vocabularies/events.yml")
    table = data.get("tells") if isinstance(data, dict) else None
    return {
        str(noun): frozenset(map(str, verbs))
        for noun, verbs in (table.items() if isinstance(table, dict) else ())
        if isinstance(verbs, list)
    }


def lead_told(reading: Reading) -> Iterator[Told]:
    """Yield when and where that happened with which the story opens.

    It is compared with what is said of "the incident" and the like further down.
    """
    blocks = [i for i, b in enumerate(reading.blocks) if b.kind is BlockKind.PARAGRAPH]
    generic = vocabulary("events", "generic")
    told = [t for t in events_told(reading) if t.act == "happen" and t.time == "past"]
    for index in blocks[:1]:
        dates = find_dates(
            reading.blocks[index].span.cut(reading.text), reading.blocks[index].span.start
        )
        days = _days_by_verb(reading, index, dates)
        for clause in clauses(reading, index):
            if clause.verb.sentence or clause.time != "past":
                continue
            any_event = clause.verb.lemma in vocabulary("events", "befalls")
            meant = [
                t
                for t in told
                if (any_event and t.thing in generic)
                or clause.verb.lemma in _tells().get(t.thing, ())
            ]
            if not meant:
                continue
            for kind, value, span in (
                *_days(reading, clause, days),
                *_places(clause, clause.subject or clause.verb),
            ):
                for other in meant:
                    yield replace(
                        other, kind=kind, value=value, span=span, block=index, verb=clause.verb
                    )


def _act(clause: Clause) -> str:
    return "happen" if clause.act in _HELD else clause.act


def _name(token: Token | None) -> str:
    if token is None or token.pos == "PRON":
        return ""
    return thing_of(token)


def _event(clause: Clause) -> Token | None:
    """Return what the clause is about: one thing, and not every one of its kind."""
    if clause.act == "hold" and not clause.passive and clause.time == "present":
        return None
    noun = clause.patient
    if noun is None or noun.pos not in ("NOUN", "PROPN"):
        return None
    if noun.tag in _PLURALS and noun.lower not in _LIKE_ONE:
        return None
    if noun.entity in ("DATE", "TIME", "MONEY", "PERCENT", "CARDINAL"):
        return None
    if any(c.dep in ("nummod", "conj", "cc") or c.lower in ("no", "any") for c in noun.children):
        return None
    return noun


def _by_verb(reading: Reading, block: int, places: Iterable[tuple[int, _Thing]]) -> _ByVerb[_Thing]:
    """Return what stands at these offsets."""
    found: _ByVerb[_Thing] = {}
    for offset, thing in places:
        word = reading.parses[block].at(offset)
        verb = verb_above(word) if word is not None else None
        if word is not None and verb is not None:
            found.setdefault(verb, []).append((word, thing))
    return found


def _days_by_verb(
    reading: Reading, block: int, dates: Sequence[DateMention]
) -> _ByVerb[DateMention]:
    """Return the dates of a block; a month is left out where a year stands, which may be its."""
    years = any(date.kind is DateKind.YEAR for date in dates)
    kept = (date for date in dates if not (years and date.kind is DateKind.MONTH))
    return _by_verb(reading, block, ((date.span.start, date) for date in kept))


def _days(
    reading: Reading, clause: Clause, days: _ByVerb[DateMention]
) -> Iterator[tuple[str, object, Span]]:
    for word, mention in days.get(clause.verb, ()):
        if _hangs(word, clause):
            yield from _values(reading, mention)


def _values(reading: Reading, mention: DateMention) -> Iterator[tuple[str, object, Span]]:
    """Yield what a date says that can be compared with another: weekday, day, month or year."""
    anchor = reading.date.date if reading.date is not None else None
    if mention.kind is DateKind.WEEKDAY and mention.relation is None:
        yield "weekday", mention.weekday, mention.span
    elif mention.kind is DateKind.DAY:
        day = resolve(mention, anchor or datetime.date(mention.year or 2001, 6, 1))
        if isinstance(day, datetime.date):
            yield "day", day, mention.span
            if anchor is not None and abs((day - anchor).days) < 6:
                yield "weekday", day.weekday(), mention.span
    elif mention.kind is DateKind.MONTH and mention.relation is None:
        yield "month", (mention.year, mention.month), mention.span
    elif mention.kind is DateKind.YEAR:
        yield "year", mention.year, mention.span


_CLOCK = LazyRegex(
    r"\bat\s(?P<time>(?P<h>1[0-2]|0?[1-9])(?:[.:](?P<m>[0-5]\d))?\s?(?P<x>[ap])\.?m\b|noon|midnight)"
)


def _clocks(
    times: Iterable[tuple[Token, re.Match[str]]],
) -> Iterator[tuple[str, object, Span]]:
    """Yield the times of day at which it happened."""
    for _, match in times:
        hour = {"noon": 12, "midnight": 0}.get(match["time"])
        if hour is None:
            hour = int(match["h"]) % 12 + (12 if match["x"] == "p" else 0)
        yield "time", hour * 60 + int(match["m"] or 0), Span(*match.span("time"))


def _hangs(word: Token, clause: Clause) -> bool:
    """Return whether a date below the verb of a clause belongs to that verb itself."""
    before = word.head if word.head.dep == "prep" else word
    chain = [word, *word.ancestors]
    prep = next((t for t in chain if t.dep == "prep"), None)
    if prep is not None and prep.head is not clause.verb:
        return prep.head is clause.patient and prep.lower in ("on", "in")
    return before.lower not in ("by", "before", "after", "from", "since", "until", "for", "to")


def _places(clause: Clause, noun: Token) -> Iterator[tuple[str, object, Span]]:
    heads = [clause.verb, noun]
    for head in heads:
        for prep in head.children:
            if prep.dep != "prep" or prep.lower not in ("in", "at"):
                continue
            place = prep.child("pobj")
            if place is None or place.pos != "PROPN" or place.entity in ("DATE", "TIME"):
                continue
            if prep.lower == "in" and place.entity in (
                "ORG",
                "PRODUCT",
                "LAW",
                "WORK_OF_ART",
                "NORP",
                "LANGUAGE",
                "EVENT",
            ):
                continue
            words = [t for t in place.subtree if t.i <= place.i and t.pos in ("PROPN", "ADJ")]
            name = " ".join(t.lower for t in words)
            if place.text in vocabulary("places", "known") or not words:
                continue
            span = Span(words[0].start, place.end)
            if place.lower in _WAYS:
                yield "street", name, span
            elif prep.lower == "in" and len(words) < 3:
                yield "town", name, span
