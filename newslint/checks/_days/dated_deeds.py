"""What happened in which month or year, where one thing must have come before the other."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from newslint.article import BlockKind
from newslint.checks._facts.clauses import Clause, clauses, thing_of
from newslint.checks._people.likeness import plain
from newslint.checks._phrases import PACKAGE
from newslint.checks._prose import is_writers_own
from newslint.language.dates import DateKind, DateMention, find_dates, resolve
from newslint.language.lazy_regex import LazyRegex
from newslint.language.tokens import Token
from newslint.reading import Reading, Sentence
from newslint.span import Span
from newslint.vocabulary import load

_BLOCKS = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.SUMMARY})
_DATED = LazyRegex(
    r"\b(?:in|on|since)\s[^.;,]{0,30}?(?:(?:January|February|March|April|May|June|July|August"
    r"|September|October|November|December)\b|(?:1[5-9]|20)\d\d\b)",
    re.IGNORECASE,
)
_PRONOUNS = frozenset({"he", "she", "it", "they", "him", "her", "them"})
_HELD = frozenset({"in", "on", "at", "by", "since"})
_AGAIN = LazyRegex(
    r"\b(?:again|re-[a-z]+|re(?:elected|appointed|joined|arrested|married|issued|released|sold|built|hired|tried)|first|second|third|another|new|earlier|previous(?:ly)?|also|once|still|then"
    r"|later|twice|every|each|annual(?:ly)?|would|until|posthumous(?:ly)?|interim|draft|final)\b",
    re.IGNORECASE,
)
_THAT_YEAR = LazyRegex(r",?\s(?:of\s)?(?:that|the\ssame)\syear\b")
_STILL = LazyRegex(r"\bstill\b")
_KINDS = frozenset({DateKind.YEAR, DateKind.MONTH, DateKind.DAY})
_SOME_YEAR = 2001
_NEAR = 2  # blocks between two deeds of one thing


@dataclass(frozen=True, slots=True)
class _Deed:
    act: str
    who: frozenset[str]  # plain words for those who take part
    pronoun: bool
    first: int  # days, as ordinals
    last: int
    span: Span
    verb: Token
    sentence: Sentence
    block: int


def dated_deeds(reading: Reading, today: datetime.date | None) -> Iterator[tuple[Span, str, Span]]:
    """Yield each date by which something came before what it must have followed, why, and that.

    Needs `names`, `quotations` and `sentences`.
    """
    deeds: list[_Deed] = []
    for sentence in reading.sentences_with(_DATED):
        if reading.blocks[sentence.block].kind not in _BLOCKS:
            continue
        text = sentence.span.cut(reading.text)
        if _DATED.search(text):
            deeds += _deeds(reading, sentence, text, today, deeds)
    for at, late in enumerate(deeds):
        for early in deeds[:at]:
            first, second = (early, late) if _precedes(early, late) else (late, early)
            if not _precedes(first, second) or first.first <= second.last:
                continue
            if _are_one(early, late) and not _is_apart(reading, early, late):
                yield (
                    late.span,
                    f"By these dates “{second.verb.text}” came before “{first.verb.text}”:"
                    " check both.",
                    early.span,
                )
                break


@cache
def _chains() -> tuple[dict[str, int], ...]:
    """Return for each chain of deeds the verbs, and the step at which each comes."""
    data = load(PACKAGE, "vocabularies/deeds.yml")
    rows = data.get("chains") if isinstance(data, dict) else None
    return tuple(
        {str(verb): step for step, verbs in enumerate(row) for verb in verbs}
        for row in (rows if isinstance(rows, list) else ())
    )


def _precedes(one: _Deed, other: _Deed) -> bool:
    return any(
        one.act in chain and other.act in chain and chain[one.act] < chain[other.act]
        for chain in _chains()
    )


def _are_one(early: _Deed, late: _Deed) -> bool:
    """Return whether two deeds are of one person or thing."""
    if early.who & late.who:
        return abs(early.block - late.block) <= _NEAR or any(" " in w for w in early.who & late.who)
    follows = 0 <= late.block - early.block <= 1 and late.sentence != early.sentence
    between = late.sentence.span.start - early.sentence.span.end
    return late.pronoun and follows and between < 4


def _is_apart(reading: Reading, early: _Deed, late: _Deed) -> bool:
    texts = [d.sentence.span.cut(reading.text) for d in (early, late)]
    return any(_AGAIN.search(text) for text in texts)


def _deeds(
    reading: Reading,
    sentence: Sentence,
    text: str,
    today: datetime.date | None,
    before: Sequence[_Deed],
) -> Iterator[_Deed]:
    parse = reading.parses[sentence.block]
    found = [c for c in clauses(reading, sentence.block) if sentence.span.covers(c.verb.span)]
    verbs = {c.verb.i: c for c in found}
    for mention in find_dates(text):
        days = _days(text, mention, today, before)
        place = mention.span.shifted(sentence.span.start)
        token = parse.at(place.start)
        if days is None or token is None or not is_writers_own(reading, place):
            continue
        clause = _clause_of(token, verbs)
        if clause is None or (clause.time != "past" and mention.kind is not DateKind.DAY):
            continue
        act = _act(clause.verb)
        if not any(act in chain for chain in _chains()):
            continue
        people = [t for t in (clause.subject, clause.object, clause.agent) if t is not None]
        who = frozenset(name for t in people for name in _names(t))
        pronoun = any(t.lower in _PRONOUNS for t in people)
        yield _Deed(act, who, pronoun, *days, place, clause.verb, sentence, sentence.block)


def _act(verb: Token) -> str:
    particle = next((c for c in verb.children if c.dep == "prt"), None)
    return f"{verb.lemma} {particle.lower}" if particle else verb.lemma


def _names(token: Token) -> Iterator[str]:
    if token.lower in _PRONOUNS:
        return
    if token.pos == "PROPN":
        yield f"name {plain(token.text)}"
    elif token.pos == "NOUN" and any(
        c.lower in ("the", "its", "his", "her") for c in token.children
    ):
        yield thing_of(token)


def _clause_of(token: Token, verbs: dict[int, Clause]) -> Clause | None:
    """Return the clause whose time a date gives: it hangs from the verb by "in" or "on"."""
    above = token
    while above.head is not above and above.i not in verbs:
        if above.pos in ("VERB", "AUX"):
            return None
        if above.dep == "prep" and above.lower not in _HELD:
            return None
        if above.dep == "prep" and above.head.pos in ("NOUN", "PROPN", "ADJ"):
            return None
        above = above.head
    return verbs.get(above.i)


def _days(
    text: str, mention: DateMention, today: datetime.date | None, before: Sequence[_Deed]
) -> tuple[int, int] | None:
    """Return the first and the last day, as ordinals, that a date may mean."""
    year = mention.year
    if year is None and before and _THAT_YEAR.match(text, mention.span.end):
        year = datetime.date.fromordinal(before[-1].first).year
    if mention.relation is not None or mention.kind not in _KINDS:
        return None
    # Without any year, two dates of neighbouring sentences are of one year.
    anchor = today or datetime.date(_SOME_YEAR, 7, 1)
    found = resolve(mention if year is None else replace(mention, year=year), anchor)
    if found is None:
        return None
    first, last = found if isinstance(found, tuple) else (found, found)
    return first.toordinal(), last.toordinal()
