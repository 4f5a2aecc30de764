"""What a story tells of how things came out, verb by verb: who was acquitted, what rose."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from newslint.article import BlockKind
from newslint.checks._facts.clauses import (
    Clause,
    clauses,
    particulars_of,
    sentence_tokens,
    thing_of,
)
from newslint.checks._facts.told import person_at
from newslint.checks._people.likeness import plain
from newslint.checks._phrases import PACKAGE, vocabulary
from newslint.checks._prose import is_writers_own
from newslint.language.tokens import Token
from newslint.reading import Reading
from newslint.span import Span
from newslint.vocabulary import load

#: Where outcomes are told.
BLOCKS = frozenset(
    {BlockKind.HEADLINE, BlockKind.SUMMARY, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM}
)
_PERSONS = frozenset({"he", "she", "him", "her", "his"})
THE = frozenset({"the", "this", "that", "these", "those"})


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a pair of outcomes; `of` is whose outcome its verbs tell."""

    pair: int
    side: int
    of: str
    alone: bool


@dataclass(frozen=True, slots=True)
class Told:
    """An outcome told by a word; `takes_up` says that it speaks of one that is known."""

    side: Side
    whom: frozenset[str]  # plain words for whom or what it is told of
    thing: frozenset[str]  # for what somebody does: what it is done to
    which: frozenset[str]
    word: Token
    span: Span
    block: int
    takes_up: bool


@cache
def sides_by_word(kind: str) -> dict[str, tuple[Side, ...]]:
    """Return for each of the verbs, nouns or adjectives which sides of which pairs it tells."""
    data = load(PACKAGE, "vocabularies/reversals.yml")
    pairs = data.get("pairs") if isinstance(data, dict) else None
    found: dict[str, list[Side]] = {}
    for number, pair in enumerate(pairs if isinstance(pairs, list) else ()):
        if not isinstance(pair, dict):
            continue
        for side, name in enumerate(("one", "other")):
            words = pair[name]
            listed = words[kind] if isinstance(words, dict) else ()
            for word in listed if isinstance(listed, list) else ():
                whose = Side(number, side, str(pair["of"]), bool(pair.get("alone")))
                found.setdefault(str(word), []).append(whose)
    return {word: tuple(sides) for word, sides in found.items()}


def told_by_verbs(reading: Reading, block: int) -> Iterator[Told]:
    """Yield the outcomes that the verbs of a block tell. Needs `names` and `quotations`."""
    table = sides_by_word("verbs")
    for clause in clauses(reading, block):
        particle = next((c for c in clause.verb.children if c.dep == "prt"), None)
        phrase = f"{clause.verb.lemma} {particle.lower}" if particle else clause.verb.lemma
        prep = next((c for c in clause.verb.children if c.dep == "prep"), None)
        sides = (
            (table.get(f"{clause.verb.lemma} {prep.lower}") if prep is not None else None)
            or table.get(phrase)
            or table.get(_verdict(clause.verb))
            or ()
        )
        if not sides or not is_writers_own(reading, clause.verb.span):
            continue
        relative = clause.verb.dep == "relcl"
        sentence = sentence_tokens(reading, block, clause.verb)
        if any(t.lower in vocabulary("reversals", "earlier") for t in sentence):
            continue
        for side in sides:
            if clause.time == "present" and side.of != "agent":
                continue
            told = _of_clause(reading, clause, side, relative)
            if told is not None:
                yield told


def _verdict(verb: Token) -> str:
    """Return the verb that "found guilty" or "found not guilty" stands for."""
    if verb.lemma != "find":
        return ""
    words = [t.lower for t in sorted(verb.subtree, key=lambda t: t.i) if t.i > verb.i]
    if "guilty" not in words:
        return ""
    at = words.index("guilty")
    return "acquit" if at and words[at - 1] == "not" else "convict"


def _of_clause(reading: Reading, clause: Clause, side: Side, relative: bool) -> Told | None:
    if side.of in ("subject", "agent") or (side.of == "person" and not clause.passive):
        whose = clause.agent
    else:
        whose = clause.patient
    if side.of == "person" and clause.passive:
        whose = clause.subject
    if side.of == "person" and clause.object is not None:
        whose = clause.object
    thing = clause.patient if side.of == "agent" else None
    if side.of == "agent" and thing is whose:
        prep = next((c for c in clause.verb.children if c.dep == "prep"), None)
        thing = prep.child("pobj") if prep is not None else None
    if whose is None or (side.of == "agent" and thing is None and not side.alone):
        return None
    whom = keys_of(reading, clause.block, whose)
    known = relative and (whose.pos == "PROPN" or any(c.lower in THE for c in whose.children))
    return Told(
        side,
        whom,
        keys_of(reading, clause.block, thing) if thing is not None else frozenset(),
        frozenset(w.lower() for w in particulars_of(whose)) if whose.pos == "NOUN" else frozenset(),
        clause.verb,
        clause.verb.span,
        clause.block,
        known and bool(whom),
    )


def keys_of(reading: Reading, block: int, token: Token) -> frozenset[str]:
    """Return plain words for whom or what a word means: a name, a noun, the noun of a name."""
    if token.lower in _PERSONS:
        name = person_at(reading, block, token.start)
        return frozenset({f"name {name}"}) if name else frozenset()
    if token.pos == "PROPN":
        roles = [c for c in token.children if c.dep in ("appos", "compound") and c.pos == "NOUN"]
        return frozenset({f"name {plain(token.text)}", *(thing_of(r) for r in roles)})
    if token.pos != "NOUN":
        return frozenset()
    names = [c for c in token.children if c.dep == "appos" and c.pos == "PROPN"]
    return frozenset({thing_of(token), *(f"name {plain(n.text)}" for n in names)})


def moved_both_ways(reading: Reading) -> Iterator[tuple[Span, Span]]:
    """Yield "falling 2 per cent" in "the shares also gained, falling 2 per cent", and "gained"."""
    table = sides_by_word("verbs")
    for index, block in enumerate(reading.blocks):
        if block.kind not in BLOCKS:
            continue
        for word in reading.parses[index]:
            if word.tag != "VBG" or word.dep not in ("advcl", "xcomp") or word.i < word.head.i:
                continue
            down, up = (table.get(t.lemma, ()) for t in (word, word.head))
            moved = any(
                a.pair == b.pair and a.side != b.side and a.of == "subject"
                for a in down
                for b in up
            )
            if not moved or word.child("nsubj", "mark") is not None:
                continue
            after = reading.parses[index].tokens[word.i + 1 : word.i + 5]
            if any(t.pos == "NUM" for t in after) and is_writers_own(reading, word.span):
                yield word.span, word.head.span
