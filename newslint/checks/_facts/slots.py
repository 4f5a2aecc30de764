"""Amounts that a clause gives of its subject: how long, how much, how many."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from newslint.article import BlockKind
from newslint.checks._facts.clauses import (
    Clause,
    clause_words,
    clauses,
    is_told_apart,
    thing_of,
    verb_above,
)
from newslint.checks._facts.figures import quantities
from newslint.checks._phrases import vocabulary
from newslint.checks._prose import is_writers_own
from newslint.language.lazy_regex import LazyRegex
from newslint.language.numbers import Quantity
from newslint.language.tokens import Token
from newslint.reading import Reading
from newslint.span import Span

_BLOCKS = frozenset(
    {BlockKind.HEADLINE, BlockKind.SUMMARY, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM}
)
_PREPOSITIONS = frozenset({"for", "by", "in", "at", "to", "of", "with"})
_TIMES = {
    "second": Fraction(1),
    "minute": Fraction(60),
    "hour": Fraction(3600),
    "day": Fraction(86400),
    "week": Fraction(7 * 86400),
    "fortnight": Fraction(14 * 86400),
    "month": Fraction(30 * 86400),
    "year": Fraction(365 * 86400),
    "decade": Fraction(3650 * 86400),
}
_OPEN = vocabulary("events", "open")
_ANY = frozenset({"a", "an", "each", "every", "no", "some", "any", "another"})
_WHICH = frozenset({"amod", "compound", "nummod", "poss", "acl", "nmod"})
_WORDS = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})
_TIES = frozenset({"DATE", "TIME", "GPE", "LOC", "FAC", "NORP", "ORG", "PERSON", "EVENT"})
_RELATIVE_TIME = LazyRegex(r"\s(?:ago|later|earlier|before|after|old|a\s|an\s|per\s|each\b|apart)")
_A_TIME = LazyRegex(
    r"\b(?P<a>an?)\s(?P<unit>second|minute|hour|day|week|fortnight|month|year|decade)\b(?!-)"
)


@dataclass(frozen=True, slots=True)
class Slot:
    """An amount at `span`, of what `key` says: who does what.

    `what` is counted or measured, `about` the object of the verb, `extras` the words that
    say which subject is meant.
    `ties` are the names, dates and circumstances that the clause gives; two clauses with
    different ones may be about two things.
    """

    key: tuple[str, ...]
    what: str
    about: str
    extras: frozenset[str]
    value: Fraction
    span: Span
    word: Token
    verb: Token
    ties: frozenset[str]
    block: int


def slots(reading: Reading) -> Iterator[Slot]:
    """Yield the amounts in headline, summary and story. Needs `names` and `quotations`."""
    for index, block in enumerate(reading.blocks):
        if block.kind not in _BLOCKS:
            continue
        amounts = [
            *(q for q in quantities(reading, index) if not q.approximate),
            *_single_units(reading, index),
        ]
        by_verb: dict[Token, list[tuple[Quantity, Token]]] = {}
        for quantity in amounts:
            word = reading.parses[index].at(quantity.span.start)
            verb = verb_above(word) if word is not None else None
            if word is not None and verb is not None:
                by_verb.setdefault(verb, []).append((quantity, word))
        for clause in clauses(reading, index) if by_verb else ():
            found = by_verb.get(clause.verb, [])
            if found and is_told_apart(clause_words(reading, clause)):
                continue
            for quantity, word in found:
                slot = _slot(reading, clause, quantity, word)
                if slot is not None and is_writers_own(reading, slot.span):
                    yield slot


def _single_units(reading: Reading, block: int) -> Iterator[Quantity]:
    """Yield "an hour" as one hour."""
    span = reading.blocks[block].span
    for match in _A_TIME.finditer(reading.text, span.start, span.end):
        place = Span(*match.span("a"))
        yield Quantity(place, Fraction(1), None, match["unit"], Span(*match.span("unit")))


def _slot(reading: Reading, clause: Clause, quantity: Quantity, word: Token) -> Slot | None:
    head = _head(word, quantity, clause)
    if head is None or head is clause.subject or clause.subject is None:
        return None
    if any(t.lower in _OPEN for t in (*word.children, *head.children)):
        return None
    end = max(quantity.span.end, head.end if head.i - word.i < 4 else quantity.span.end)
    span = Span(quantity.span.start, end)
    named = _who(reading, clause)
    what, value = _measure(quantity, head)
    link = head.head.lower if head.head.dep == "prep" else "-"
    if head.head.dep == "prep" and (
        head.head.head not in (clause.verb, clause.verb.child("attr")) or link not in _PREPOSITIONS
    ):
        return None
    if named is None or not what or _RELATIVE_TIME.match(reading.text, span.end):
        return None
    if what == "time" and link not in ("for", "by", "in", "-"):
        return None
    of = " ".join(
        t.lower
        for c in head.children
        if c.lower == "of"
        for p in c.children
        for t in (*(m for m in p.children if m.dep in ("amod", "compound")), p)
        if t.pos in _WORDS
    )
    thing = clause.object if clause.object is not None and clause.object is not head else None
    about = thing_of(thing) if thing is not None and thing.pos in ("NOUN", "PROPN") else ""
    when = "future" if clause.time == "future" else "now"
    who, extras = named
    key = (who, _act(clause), when, link, of)
    inside = {t for t in head.subtree if abs(t.i - word.i) < 4}
    ties = frozenset(
        t.lower
        for t in clause.verb.subtree
        if t not in inside and t is not clause.subject and _ties(t, clause)
    )
    return Slot(key, what, about, extras, value, span, word, clause.verb, ties, clause.block)


def _head(word: Token, quantity: Quantity, clause: Clause) -> Token | None:
    """Return the noun that a number counts, or the number itself; None if it is not the verb's."""
    head = word
    while head.head is not clause.verb and head.dep in (
        "nummod", "compound", "quantmod", "nmod", "advmod", "det", "punct", "amod",
    ):  # fmt: skip
        head = head.head
    counted = quantity.noun_span
    other = counted is not None and not counted.overlaps(head.span) and quantity.unit is None
    if other and head.pos in ("NOUN", "PROPN") and head.i > word.i:
        return None
    if head.head is clause.verb and head.dep in ("dobj", "npadvmod", "attr", "nummod", "advmod"):
        return head
    if head.dep == "pobj" and head.head.dep == "prep":
        return head
    return None


def _act(clause: Clause) -> str:
    """Return what is done; to be a director is to run something."""
    role = clause.verb.child("attr") if clause.verb.lemma == "be" else None
    return "run" if role is not None and role.lemma in vocabulary("events", "heads") else clause.act


def _who(reading: Reading, clause: Clause) -> tuple[str, frozenset[str]] | None:
    """Return a subject that can be told again, and what says which one it is.

    That is a name, or "the" or "its" with a noun; "she" is the person named before her.
    """
    subject = clause.subject
    if subject is None:
        return None
    if subject.lower in ("he", "she"):
        named = _named_before(reading, clause.block, subject)
        return (named.lower, frozenset()) if named is not None else None
    if subject.pos == "PROPN":
        return subject.lower, frozenset()
    articles = {c.lower for c in subject.children if c.dep == "det"}
    if subject.pos != "NOUN" or articles & _ANY:
        return None
    extras = {c.lower for c in subject.children if c.dep in _WHICH}
    extras |= {p.lower for c in subject.children if c.dep == "prep" for p in c.children}
    return thing_of(subject), frozenset(extras)


def _named_before(reading: Reading, block: int, pronoun: Token) -> Token | None:
    """Return the last name of the only person named as a subject before a pronoun."""
    for index in (block, block - 1):
        if index < 0 or not reading.blocks[index].is_body:
            continue
        people = [
            t
            for t in reading.parses[index]
            if t.dep in ("nsubj", "nsubjpass") and t.entity == "PERSON"
            and (index < block or t.i < pronoun.i)
        ]  # fmt: skip
        if people:
            return people[-1] if len({t.lower for t in people}) == 1 else None
    return None


def _measure(quantity: Quantity, head: Token) -> tuple[str, Fraction]:
    """Return what is measured, and the value in its smallest unit."""
    if quantity.unit is not None:
        return quantity.unit, quantity.value
    noun = (quantity.noun or (head.lemma if head.pos == "NOUN" else "")).lower()
    unit = noun.removesuffix("s")
    if unit in _TIMES:
        return "time", quantity.value * _TIMES[unit]
    if quantity.value < 1 and quantity.value.denominator < 11:
        return "share", quantity.value
    if head.pos == "NOUN":
        return thing_of(head), quantity.value
    return ("number", quantity.value) if not noun else ("", quantity.value)


def _ties(token: Token, clause: Clause) -> bool:
    if token.entity in _TIES and token.pos in ("PROPN", "NOUN", "NUM"):
        return True
    return token.dep == "pobj" and token.head.head is clause.verb and token.pos in ("NOUN", "PROPN")
