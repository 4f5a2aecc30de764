"""One fact told in several places: how many, how much, in which year."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from newslint.article import BlockKind
from newslint.checks._facts.figures import quantities
from newslint.checks._phrases import vocabulary
from newslint.checks._prose import is_writers_own
from newslint.language.lazy_regex import LazyRegex
from newslint.language.numbers import Quantity, find_quantities
from newslint.language.tokens import Token
from newslint.reading import Reading
from newslint.span import Span

_KINDS = frozenset(
    {BlockKind.HEADLINE, BlockKind.SUMMARY, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM}
)
_COMPOUND = LazyRegex(
    r"\b(?P<n>\d{1,3}(?:,\d{3})*(?:\.\d+)?|one|two|three|four|five|six|seven|eight|nine|ten|eleven"
    r"|twelve|fifteen|twenty|thirty|forty|fifty|sixty)-(?P<unit>acre|hectare|mile|kilometre|kilometer"
    r"|metre|meter|foot|bed|bedroom|seat|storey|story|room|member|tonne|ton|point|berth|hole)"
    r"\s(?P<noun>[a-z]{3,20})\b(?!-)"
)
_TOTAL = LazyRegex(r"\b(?:a\stotal\sof|[Ii]n\s(?:all|total),?|altogether)\s$")
_IN_ALL = LazyRegex(r"\s(?:[a-z]+\s){0,2}(?:in\sall|in\stotal|altogether)\b")
_PART = LazyRegex(r"\s(?:[a-z]+\s)?of\s(?:them|whom|these|those|the|its|their)\b")
_OTHER = LazyRegex(
    r"\b(?:other|another|more|further|extra|additional|first|second|next|last|least|most|than|up\sto|about"
    r"|around|nearly|almost|some|only|initial(?:ly)?|previous(?:ly)?|each|every|per|of\sthe|of\sthese"
    r"|of\sits|of\stheir|former|new|phase|year|month|week)\b",
    re.IGNORECASE,
)

#: A quantity, its number, and the word that may be the object: the number or what it counts.
_Amount = tuple[Quantity, Token, Token]


@dataclass(frozen=True, slots=True)
class Telling:
    """A fact as told at `span`: what it is about (`key`), and the value it gives."""

    key: tuple[str, ...]
    value: Fraction | str
    span: Span
    block: int


def tellings(reading: Reading) -> Iterator[Telling]:
    """Yield what headline, summary and story say of the same things. Needs `names`, `quotations`.

    Only facts whose key cannot well stand for two things are given.
    """
    for index, block in enumerate(reading.blocks):
        if block.kind not in _KINDS:
            continue
        for telling in (
            *_priced(reading, index),
            *_compounds(reading, index),
            *_predicates(reading, index),
            *_totals(reading, index),
        ):
            if is_writers_own(reading, telling.span):
                yield telling


def _token(reading: Reading, block: int, offset: int) -> Token | None:
    return reading.parses[block].at(offset)


def _priced(reading: Reading, block: int) -> Iterator[Telling]:
    """The £8 million work; the work will cost £6 million."""
    for quantity in quantities(reading, block):
        if quantity.unit is None or quantity.unit.startswith("percent") or quantity.approximate:
            continue
        end = quantity.span.end
        after = re.compile(r"(?:\s|-)(?P<noun>[a-z]{3,20})\b").match(reading.text, end)
        before = reading.text[max(0, quantity.span.start - 60) : quantity.span.start]
        place = quantity.span
        if after and re.search(r"\b[Tt]he\s$", before):
            noun = _token(reading, block, after.start("noun"))
            if noun is not None and noun.pos == "NOUN" and noun.tag == "NN":
                place = Span(place.start, noun.end)
                yield Telling(("price", quantity.unit, noun.lower), quantity.value, place, block)
        cost = re.search(
            r"\b[Tt]he\s(?:[a-z]+\s)??(?P<noun>[a-z]{3,20})\s(?:will\s|would\s|is\sto\s|has\s)?costs?(?:\saround)?\s$",
            before,
        )
        if cost:
            yield Telling(("price", quantity.unit, cost["noun"]), quantity.value, place, block)


def _compounds(reading: Reading, block: int) -> Iterator[Telling]:
    """The 21-acre site."""
    span = reading.blocks[block].span
    for match in _COMPOUND.finditer(reading.text, span.start, span.end):
        found = find_quantities(f"{match['n']} things")
        before = _before(reading, match.start())
        if found and not _OTHER.search(before) and not re.search(r"\ban?\s$", before):
            key = ("size", match["unit"], match["noun"])
            yield Telling(key, found[0].value, Span(*match.span()), block)


def _predicates(reading: Reading, block: int) -> Iterator[Telling]:
    """The mill was listed in 1984; the hall holds 300."""
    amounts = _amounts(reading, block)
    for token in reading.parses[block]:
        if token.pos != "VERB" or any(c.dep == "neg" or c.tag == "MD" for c in token.children):
            continue
        subject = token.child("nsubj", "nsubjpass")
        if subject is None or subject.pos not in ("NOUN", "PROPN"):
            continue
        name = _subject(subject)
        if not name:
            continue
        if token.lemma in vocabulary("tellings", "once"):
            yield from _in_year(name, token, block)
        if token.lemma in vocabulary("tellings", "lasting"):
            yield from _amount(name, token, amounts.get(token, ()), block)


def _subject(noun: Token) -> str:
    """Return a subject that can be told again: a name, or "the" with its nouns."""
    words = [t for t in noun.subtree if t.i <= noun.i]
    if noun.pos != "PROPN" and not any(t.lower == "the" for t in words):
        return ""
    if any(t.dep in ("poss", "prep", "relcl", "amod", "nummod") for t in noun.children):
        return ""
    return " ".join(t.lower for t in words if t.pos in ("NOUN", "PROPN"))


def _in_year(name: str, verb: Token, block: int) -> Iterator[Telling]:
    for prep in verb.children:
        if prep.dep != "prep" or prep.lower != "in":
            continue
        for year in prep.children:
            if year.dep == "pobj" and re.fullmatch(r"(?:1[5-9]|20)\d\d", year.text):
                yield Telling(("year", name, verb.lemma), year.text, year.span, block)


def _amounts(reading: Reading, block: int) -> dict[Token, list[_Amount]]:
    """Return the numbers of a block by the word that they, or what they count, hang from."""
    found: dict[Token, list[_Amount]] = {}
    for quantity in quantities(reading, block):
        number = _token(reading, block, quantity.span.start)
        if number is None or quantity.unit is not None or quantity.approximate:
            continue
        if _PART.match(reading.text, quantity.span.end):
            continue
        found.setdefault(number.head, []).append((quantity, number, number))
        if number.head.head is not number.head:
            found.setdefault(number.head.head, []).append((quantity, number, number.head))
    return found


def _amount(name: str, verb: Token, amounts: Sequence[_Amount], block: int) -> Iterator[Telling]:
    for quantity, number, thing in amounts:
        if thing.dep not in ("dobj", "attr", "npadvmod"):
            continue
        if any(
            c.dep in ("amod", "advmod", "quantmod") for c in (*thing.children, *number.children)
        ):
            continue
        noun = "" if thing is number else thing.lemma
        yield Telling(("amount", name, verb.lemma, noun), quantity.value, quantity.span, block)


def _totals(reading: Reading, block: int) -> Iterator[Telling]:
    """A total of 120 flats; 50,000 phones in all."""
    text = reading.text
    for quantity in quantities(reading, block):
        if quantity.unit is not None or quantity.noun is None or quantity.approximate:
            continue
        before = text[max(0, quantity.span.start - 30) : quantity.span.start]
        end = quantity.noun_span.end if quantity.noun_span else quantity.span.end
        whole = _TOTAL.search(before) or _IN_ALL.match(text, end)
        plain = _is_plain(reading, quantity)
        if whole or plain:
            mark = "total" if whole else "plain"
            place = Span(quantity.span.start, end)
            yield Telling(("count", mark, quantity.noun.lower()), quantity.value, place, block)


def _is_plain(reading: Reading, quantity: Quantity) -> bool:
    """Return whether the number counts a bare noun: "86 flats", not "86 new flats on the hill"."""
    end = quantity.noun_span.end if quantity.noun_span else quantity.span.end
    between = reading.text[quantity.span.end : end].strip()
    return " " not in between and not _OTHER.search(_before(reading, quantity.span.start))


def _before(reading: Reading, start: int) -> str:
    """Return the three words before `start`, whole."""
    return " ".join(reading.text[max(0, start - 60) : start].split()[-3:]) + " "
