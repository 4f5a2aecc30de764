"""How many a story counts, under any name, with the room that it leaves: "fewer than 100"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cache

from newslint.article import BlockKind
from newslint.checks._facts.clauses import act_of, thing_of, verb_above
from newslint.checks._facts.figures import quantities
from newslint.checks._phrases import PACKAGE, vocabulary
from newslint.language.lazy_regex import LazyRegex
from newslint.language.numbers import Quantity
from newslint.language.tokens import Token
from newslint.reading import Reading
from newslint.span import Span
from newslint.vocabulary import load

_BLOCKS = frozenset(
    {BlockKind.HEADLINE, BlockKind.SUMMARY, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM}
)
_BELOW = LazyRegex(
    r"\b(?:fewer\sthan|less\sthan|under|below|at\smost|up\sto|no\smore\sthan|not\squite)\s$",
    re.IGNORECASE,
)
_ABOVE = LazyRegex(
    r"\b(?:more\sthan|over|at\sleast|above|upwards\sof|no\s(?:fewer|less)\sthan)\s$", re.IGNORECASE
)
_CLOSE = LazyRegex(
    r"\b(?:nearly|almost|close\sto|about|around|some|roughly|approximately|an\sestimated)\s$",
    re.IGNORECASE,
)
_OTHERS = LazyRegex(
    r"\b(?:another|other|further|extra|additional|more|the\sfirst|the\slast|next|each|every|of|per|by|from"
    r"|between|only)\s$",
    re.IGNORECASE,
)
_PART = LazyRegex(
    r"\s(?:[a-z]+\s)?(?:of|more|others?|each|a|per|times|years?|days?|hours?|weeks?|months?)\b"
)
_REACH = 4  # words
_ROOM = Fraction(15, 100)


@dataclass(frozen=True, slots=True)
class Counted:
    """From `low` to `high` of what `nouns` and `acts` say; None where one end is open."""

    low: Fraction | None
    high: Fraction | None
    noun: str
    act: str
    span: Span
    word: Token
    block: int
    definite: bool

    def excludes(self, other: Counted) -> bool:
        """Return whether the two cannot both be right."""
        for one, two in ((self, other), (other, self)):
            if one.high is not None and two.low is not None and one.high < two.low:
                return True
        return False


@cache
def _rows(table: str) -> dict[str, frozenset[int]]:
    data = load(PACKAGE, "vocabularies/thesaurus.yml")
    rows = data.get(table) if isinstance(data, dict) else None
    found: dict[str, set[int]] = {}
    for number, row in enumerate(rows if isinstance(rows, list) else ()):
        for word in row:
            found.setdefault(str(word), set()).add(number)
    return {word: frozenset(numbers) for word, numbers in found.items()}


@cache
def _deeds() -> dict[str, str]:
    data = load(PACKAGE, "vocabularies/thesaurus.yml")
    deeds = data.get("deeds") if isinstance(data, dict) else None
    return {
        str(noun): str(act)
        for act, nouns in (deeds.items() if isinstance(deeds, dict) else ())
        for noun in nouns
    }


def same_noun(one: str, other: str) -> bool:
    """Return whether two nouns may stand for one thing."""
    rows = _rows("nouns")
    return one == other or bool(rows.get(one, frozenset()) & rows.get(other, frozenset()))


def states_of(tokens: list[Token]) -> frozenset[int]:
    """Return which states words beside a number tell: aboard, dead, held."""
    rows = _rows("states")
    return frozenset(
        n for t in tokens for n in rows.get(t.lemma.lower(), rows.get(t.lower, frozenset()))
    )


def counted(reading: Reading) -> Iterator[Counted]:
    """Yield what is counted in headline, summary and story. Needs `parse`."""
    for index, block in enumerate(reading.blocks):
        if block.kind in _BLOCKS:
            for quantity in quantities(reading, index):
                found = _counted(reading, index, quantity)
                if found is not None:
                    yield found


def _counted(reading: Reading, block: int, quantity: Quantity) -> Counted | None:
    word = reading.parses[block].at(quantity.span.end - 1)  # "hundred" of "a hundred"
    value = quantity.value
    if word is None or quantity.unit is not None or value.denominator != 1 or value < 2:
        return None
    before = reading.text[
        max(reading.blocks[block].span.start, quantity.span.start - 24) : quantity.span.start
    ]
    if _OTHERS.search(before) or _PART.match(reading.text, quantity.span.end):
        return None
    low: Fraction | None = value
    high: Fraction | None = value
    start = quantity.span.start
    if match := _BELOW.search(before):
        low, start = None, start - len(before) + match.start()
    elif match := _ABOVE.search(before):
        high, start = None, start - len(before) + match.start()
    elif _CLOSE.search(before) or quantity.approximate:
        low, high = value * (1 - _ROOM), value * (1 + _ROOM)
    noun = None
    if quantity.noun_span is not None:
        noun = reading.parses[block].at(quantity.noun_span.start)
    elif word.dep == "nummod" and word.head.pos == "NOUN":
        noun = word.head
    head = noun if noun is not None and noun.pos == "NOUN" else word
    if head is word:
        while (
            head.head is not head
            and head.head.pos not in ("VERB", "AUX")
            and head.i - head.head.i < _REACH
        ):
            head = (
                head.head
            )  # of "saved fewer than a hundred", the model hangs the rest from "fewer"
    deed = _deeds().get(head.lemma.lower(), "")
    verb = verb_above(head)
    patient = head.dep in ("dobj", "nsubjpass") or (verb is not None and act_of(verb) == "kill")
    act = deed or (act_of(verb) if verb is not None and patient else "")
    if (
        verb is not None
        and not deed
        and (head.head is not verb or any(c.dep == "neg" for c in verb.children))
    ):
        act = ""
    if act in vocabulary("events", "light"):
        act = ""
    definite = (
        re.search(r"\b(?:the|all|its|their|these|those|all\sthe)\s$", before, re.IGNORECASE)
        is not None
    )
    name = "" if deed or noun is None else thing_of(head)
    end = max(
        quantity.span.end,
        head.end if noun is not None and head.i - word.i < _REACH and not deed else 0,
    )
    return Counted(low, high, name, act, Span(start, end), word, block, definite)
