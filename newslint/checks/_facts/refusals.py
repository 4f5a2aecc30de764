"""What somebody did, and is said to have refused: "confirmed it", "has refused to confirm"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from newslint.article import BlockKind
from newslint.checks._facts.clauses import (
    Clause,
    act_of,
    clauses,
    sentence_tokens,
    speak_apart,
    thing_of,
)
from newslint.checks._facts.told import person_at
from newslint.checks._people.likeness import plain
from newslint.checks._phrases import vocabulary
from newslint.checks._prose import is_writers_own
from newslint.language.tokens import Token
from newslint.reading import Reading
from newslint.span import Span

_BLOCKS = frozenset(
    {BlockKind.HEADLINE, BlockKind.SUMMARY, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM}
)
_REFUSE = frozenset({"refuse", "decline", "fail", "yet"})
_LIGHT = frozenset(
    {"be", "have", "do", "say", "comment", "respond", "answer", "get", "make", "take", "give", "go",
     "tell", "meet", "reach", "pay", "return", "speak", "talk", "provide", "identify", "find"}
)  # fmt: skip
_PERSONS = frozenset({"he", "she"})


@dataclass(frozen=True, slots=True)
class _Deed:
    act: str
    who: frozenset[str]
    what: frozenset[str]
    word: Token
    span: Span
    block: int


def refusals(reading: Reading) -> Iterator[tuple[Span, Span]]:
    """Yield "has refused to confirm the sale" of who confirmed it, and where that is told.

    Needs `names`, `quotations`, `sentences` and `attributions`.
    """
    done: list[_Deed] = []
    refused: list[_Deed] = []
    for index, block in enumerate(reading.blocks):
        if block.kind in _BLOCKS:
            refused += _refused(reading, index)
    if not refused:
        return
    for index, block in enumerate(reading.blocks):
        if block.kind in _BLOCKS:
            done += _done(reading, index)
    for late in refused:
        for early in done:
            if early.act != late.act or not early.what & late.what or not early.who & late.who:
                continue
            if (early.block, early.word.sentence) == (late.block, late.word.sentence):
                continue
            if not speak_apart(reading, early.word, late.word):
                yield (late.span, early.span) if early.span < late.span else (early.span, late.span)
                break


def _refused(reading: Reading, block: int) -> Iterator[_Deed]:
    """Yield what somebody refused, failed or has yet to do."""
    for verb in reading.parses[block]:
        if verb.pos != "VERB" or verb.dep != "xcomp" or verb.tag != "VB" or verb.lemma in _LIGHT:
            continue
        above = verb.head
        yet = above.lemma == "have" and any(
            c.lower == "yet" for c in (*above.children, *verb.children)
        )
        if above.lemma not in _REFUSE and not yet:
            continue
        if above.tag not in ("VBD", "VBN", "VBZ", "VBP") or not is_writers_own(reading, verb.span):
            continue
        sentence = sentence_tokens(reading, block, verb)
        if any(t.lower in vocabulary("reversals", "earlier") for t in sentence):
            continue
        subject = above.child("nsubj")
        if subject is not None and subject.lower in ("who", "which", "that"):
            subject = above.head if above.dep == "relcl" else None
        thing = verb.child("dobj")
        what = _keys(reading, block, thing) if thing is not None else frozenset()
        if subject is None or not what:
            continue
        who = _keys(reading, block, subject)
        first = next((c for c in above.children if c.dep == "aux"), above)
        if who:
            yield _Deed(
                act_of(verb),
                who,
                what,
                verb,
                Span(first.start, thing.end if thing else verb.end),
                block,
            )


def _done(reading: Reading, block: int) -> Iterator[_Deed]:
    for clause in clauses(reading, block):
        deed = _deed(reading, clause)
        above = reading.blocks[block].kind is BlockKind.HEADLINE
        past = clause.time == "past" or (above and clause.time == "present")
        if deed is None or not past or clause.verb.lemma in _LIGHT:
            continue
        sentence = sentence_tokens(reading, block, clause.verb)
        if any(t.lower in vocabulary("reversals", "earlier") for t in sentence):
            continue
        if is_writers_own(reading, clause.verb.span):
            yield deed


def _deed(reading: Reading, clause: Clause) -> _Deed | None:
    agent, thing = clause.agent, clause.patient
    if agent is None or thing is None or agent is thing or thing.pos not in ("NOUN", "PROPN"):
        return None
    who = _keys(reading, clause.block, agent)
    span = Span(min(clause.verb.start, thing.start), max(clause.verb.end, thing.end))
    what = _keys(reading, clause.block, thing)
    return _Deed(clause.act, who, what, clause.verb, span, clause.block) if who and what else None


def _keys(reading: Reading, block: int, token: Token) -> frozenset[str]:
    """Return plain words for who somebody is: a surname, an office beside it."""
    if token.lower in _PERSONS:
        name = person_at(reading, block, token.start)
        return frozenset({name}) if name else frozenset()
    if token.pos not in ("NOUN", "PROPN"):
        return frozenset()
    beside = [c for c in token.children if c.dep in ("appos", "compound")]
    beside += [token.head] if token.dep == "appos" else []
    return frozenset({_key(token), *(_key(t) for t in beside if t.pos in ("NOUN", "PROPN"))})


def _key(token: Token) -> str:
    return plain(token.text) if token.pos == "PROPN" else thing_of(token)
