"""Two sentences that say nearly the same, with two numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from newslint.article import BlockKind
from newslint.checks._facts.clauses import act_of, is_told_apart, sentence_tokens, thing_of
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
_OPEN = LazyRegex(
    r"\b(?:more|less|fewer|than|least|most|up\sto|another|other|further|extra|additional|over|under|only|just"
    r"|first|last|next|nearly|almost|around|about|of\sthe|of\sthose|of\sits|of\stheir|remaining|every|each|per"
    r"|between|from|or|to|and)\s$",
    re.IGNORECASE,
)
_AFTER = LazyRegex(
    r"\s?(?:-|–|to\s\d|ago|later|earlier|more|fewer|less|other|a\s|an\s|per|each|of\s(?:the|them|those|whom)|out\sof|or\s)"
    r"|,?\s(?:and|including)\s(?:[£$€]?\d|one|two|three|four|five|six|seven|eight|nine|ten|a)\b"
)
_LIGHT = vocabulary("events", "light")
_COMPOUND = LazyRegex(
    r"(?<![\w-])(?P<n>\d{1,3}|[a-z]{3,9})-(?P<noun>[a-z]{3,12})\s(?P<head>[a-z]{3,14})\b(?!-)"
)
_NAMES = frozenset({"GPE", "LOC", "PERSON", "ORG", "NORP", "FAC"})
_MOST = 160  # numbers looked at: a text with more is a table


@dataclass(frozen=True, slots=True)
class Said:
    """A number at `span` of `what`, and the words of the clause that it stands in."""

    what: str
    which: frozenset[str]
    value: Fraction
    span: Span
    word: Token
    words: frozenset[str]
    ties: frozenset[str]
    block: int


def numbers_said_twice(reading: Reading) -> Iterator[tuple[Said, Said]]:
    """Yield each number with the earlier one that it contradicts. Needs `names`, `quotations`."""
    said = [
        s
        for index, b in enumerate(reading.blocks)
        if b.kind in _BLOCKS
        for s in _said(reading, index)
    ]
    if len(said) > _MOST:
        return
    common = Counter(word for s in said for word in s.words)
    often = {word for word, n in common.items() if n > 4 and n * 4 > len(said)}
    for at, later in enumerate(said):
        same = [s for s in said if s.what == later.what and s is not later]
        rivals = [s for s in said[:at] if s.what == later.what and _contradict(s, later, often)]
        if rivals and not any(s.value == later.value for s in same):
            yield later, rivals[0]


def _contradict(one: Said, other: Said, often: set[str]) -> bool:
    if one.value == other.value or (one.block, one.word.sentence) == (
        other.block,
        other.word.sentence,
    ):
        return False
    small, large = sorted((one.value, other.value))
    if small <= 0 or large > 4 * small:
        return False
    if not (one.which <= other.which or other.which <= one.which):
        return False
    if _is_unit(one.what) and one.ties != other.ties:
        return False
    if not (one.ties <= other.ties or other.ties <= one.ties):
        return False
    shared = (one.words & other.words) - often
    least = min(len(one.words), len(other.words))
    if _is_unit(one.what):
        return len(shared) >= 3 and len(shared) * 2 >= least
    if len(shared) == 1 and least == 1:
        return one.what == other.what and one.which == other.which and not _is_unit(one.what)
    return len(shared) >= 2 and len(shared) * 2 >= least


def _is_unit(what: str) -> bool:
    return what in ("percent", "dollar", "pound", "euro") or what.isupper()


def _said(reading: Reading, block: int) -> Iterator[Said]:
    text = reading.text
    for quantity in quantities(reading, block):
        word = reading.parses[block].at(quantity.span.start)
        if word is None or quantity.value <= 1 or not is_writers_own(reading, quantity.span):
            continue
        end = (
            quantity.noun_span.end
            if quantity.noun_span and quantity.unit is None
            else quantity.span.end
        )
        if text[quantity.span.start - 1 : quantity.span.start] == "(":
            continue
        if _OPEN.search(
            text, max(0, quantity.span.start - 14), quantity.span.start
        ) or _AFTER.match(text, end):
            continue
        found = _what(reading, block, quantity)
        if found is None:
            continue
        what, noun = found
        sentence = sentence_tokens(reading, block, word)
        if is_told_apart(sentence):
            continue
        clause = _clause(word)
        yield Said(
            what,
            frozenset(c.lower for c in noun.children if c.dep in ("amod", "compound", "nmod"))
            if noun
            else frozenset(),
            quantity.value,
            Span(quantity.span.start, end),
            word,
            frozenset(w for t in clause if (w := _content(t)) and w != what and t is not word),
            frozenset(t.lower for t in sentence if t is not word and _tells_apart(t)),
            block,
        )


def _tells_apart(token: Token) -> bool:
    """Return whether a word may say that this is another time, place, body or kind."""
    if token.entity == "DATE":
        return token.pos in ("PROPN", "NUM", "NOUN")
    if token.entity in _NAMES and token.pos == "PROPN":
        return True
    if token.pos == "ADJ" and token.dep in ("amod", "acomp", "advcl"):
        return True
    if token.dep == "pobj" and token.head.lower == "at":
        return True
    return (
        token.dep == "pobj"
        and token.pos == "NOUN"
        and token.head.head.pos == "NOUN"
        and token.head.lower in ("in", "of", "from")
    )


def _what(reading: Reading, block: int, quantity: Quantity) -> tuple[str, Token | None] | None:
    if quantity.unit is not None:
        return (quantity.unit, None) if not quantity.unit.startswith("percentage") else None
    if quantity.noun_span is None:
        return None
    noun = reading.parses[block].at(quantity.noun_span.start)
    if noun is None or noun.pos not in ("NOUN", "PROPN"):
        return None
    return thing_of(noun), noun


def _clause(word: Token) -> list[Token]:
    """Return the words of the clause a number stands in: its verb's, without other clauses."""
    verb = next(
        (t for t in word.ancestors if t.pos in ("VERB", "AUX") and t.dep not in ("aux", "auxpass")),
        None,
    )
    if verb is None:
        return [word, *word.ancestors][-1].subtree
    return verb.subtree


def _content(token: Token) -> str:
    if token.pos == "VERB":
        return "" if token.lemma in _LIGHT else act_of(token)
    if token.pos in ("NOUN", "PROPN") and len(token.text) > 2:
        return (
            ""
            if token.lemma in _LIGHT or token.entity in ("DATE", "TIME", "CARDINAL")
            else thing_of(token)
        )
    return ""
