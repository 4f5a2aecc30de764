"""Blocks that were analysed before are not analysed again."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from newslint.cache.store import Memory
from newslint.engine.remembering import Remembering
from newslint.errors import Unavailable
from newslint.language.engines import Incomplete
from newslint.language.measures import GrammarIssue
from newslint.language.tokens import Entity, Parse, ParseRequest, Token
from newslint.span import Span


class Counting:
    """An analyser of one word for each block, which notes what it was asked."""

    def __init__(self, missing: Unavailable | None = None) -> None:
        self.parsed: list[str] = []
        self.linted: list[str] = []
        self._missing = missing

    def parse(self, requests: Sequence[ParseRequest], *, names: bool) -> list[Parse]:
        self.parsed += [request.text for request in requests]
        return [
            Parse(
                (Token(0, r.text, r.offset),),
                (Entity("ORG", r.text, Span(r.offset, r.offset + len(r.text))),) if names else (),
            )
            for r in requests
        ]

    def grammar(self, requests: Sequence[ParseRequest]) -> list[tuple[GrammarIssue, ...]]:
        self.linted += [request.text for request in requests]
        found: list[tuple[GrammarIssue, ...]] = [
            (GrammarIssue(Span(r.offset, r.offset + 1), "Odd.", "harper", "Odd", "Style"),)
            for r in requests
        ]
        if self._missing is not None:
            raise Incomplete(self._missing, found)
        return found


def block(text: str, offset: int = 0) -> ParseRequest:
    return ParseRequest(text, offset, (Span(0, len(text)),))


@pytest.fixture
def keep() -> Memory:
    return Memory(100_000)


def test_only_the_edited_block_is_parsed(keep: Memory) -> None:
    plain = Counting()
    remembering = Remembering(plain, keep, b"model", b"engines")
    remembering.parse([block("Oslo"), block("Bergen", 10)], names=True)
    parses = remembering.parse(
        [block("Oslo"), block("Tromsø", 10), block("Bergen", 20)], names=True
    )
    assert plain.parsed == ["Oslo", "Bergen", "Tromsø"]
    assert [(p.tokens[0].text, p.tokens[0].start) for p in parses] == [
        ("Oslo", 0),
        ("Tromsø", 10),
        ("Bergen", 20),
    ]
    assert [p.entities[0].span for p in parses] == [Span(0, 4), Span(10, 16), Span(20, 26)]


def test_a_parse_without_names_is_another_one(keep: Memory) -> None:
    remembering = Remembering(Counting(), keep, b"model", b"engines")
    assert remembering.parse([block("Oslo")], names=False)[0].entities == ()
    assert remembering.parse([block("Oslo")], names=True)[0].entities != ()
    assert remembering.parse([block("Oslo")], names=False)[0].entities == ()


def test_the_same_words_in_other_sentences_are_another_block(keep: Memory) -> None:
    plain = Counting()
    remembering = Remembering(plain, keep, b"model", b"engines")
    remembering.parse([block("No. Yes.")], names=False)
    remembering.parse([ParseRequest("No. Yes.", 0, (Span(0, 3), Span(4, 8)))], names=False)
    assert plain.parsed == ["No. Yes.", "No. Yes."]


def test_another_model_is_asked_anew(keep: Memory) -> None:
    plain = Counting()
    Remembering(plain, keep, b"model 1", b"engines").parse([block("Oslo")], names=False)
    Remembering(plain, keep, b"model 2", b"engines").parse([block("Oslo")], names=False)
    assert plain.parsed == ["Oslo", "Oslo"]


def test_grammar_is_remembered_too(keep: Memory) -> None:
    plain = Counting()
    remembering = Remembering(plain, keep, b"model", b"engines")
    remembering.grammar([block("Oslo")])
    [again] = remembering.grammar([block("Oslo", 7)])
    assert plain.linted == ["Oslo"]
    assert again[0].span == Span(7, 8)


def test_what_is_said_while_an_engine_is_missing_is_not_kept(keep: Memory) -> None:
    whole = Counting()
    Remembering(whole, keep, b"model", b"engines").grammar([block("Oslo")])
    partial = Counting(Unavailable("the server is down"))
    remembering = Remembering(partial, keep, b"model", b"engines")
    for _ in range(2):
        with pytest.raises(Incomplete, match="the server is down") as caught:
            remembering.grammar([block("Oslo"), block("Bergen", 9)])
        assert [issues[0].span for issues in caught.value.found] == [Span(0, 1), Span(9, 10)]
    assert partial.linted == ["Bergen", "Bergen"]
