"""The analysis of a block comes back as it was, wherever the block stands then."""

from __future__ import annotations

import pytest

from newslint.cache.parses import decode_issues, decode_parse, encode_issues, encode_parse
from newslint.language.measures import GrammarIssue
from newslint.language.sentences import split_sentences
from newslint.language.tokens import Parse, ParseRequest
from newslint.reading import Analyser
from newslint.span import Span

TEXT = "“We \U0001f600 can't wait,” said  Ilse Brandt of Östermark. The mayor\u00a0left for Oslo."


def shape(parse: Parse, offset: int) -> list[object]:
    """Everything there is to a parse, relative to its block."""
    tokens: list[object] = []
    for t in parse:
        words = (t.i, t.text, t.lower, t.lemma, t.tag, t.pos, t.dep, t.entity)
        places = (t.start - offset, t.end - offset, t.sentence)
        tokens.append((words, places, t.head.i, [child.i for child in t.children]))
    names = [(e.label, e.text, e.span.shifted(-offset)) for e in parse.entities]
    return [tokens, names]


@pytest.mark.model
@pytest.mark.parametrize("names", [True, False])
def test_a_parse_comes_back_as_it_was(analyser: Analyser, names: bool) -> None:
    request = ParseRequest(TEXT, 40, tuple(split_sentences(TEXT)))
    [parse] = analyser.parse([request], names=names)
    again = decode_parse(encode_parse(parse, 40), TEXT, 7)
    assert again is not None
    assert shape(again, 7) == shape(parse, 40)


@pytest.mark.parametrize("data", [b"", b"null", b"[1]", b'[["a"],[[0],[1]],[]]', b"\xff"])
def test_what_is_no_parse_is_none(data: bytes) -> None:
    assert decode_parse(data, TEXT, 0) is None


def test_grammar_comes_back_as_it_was() -> None:
    issue = GrammarIssue(Span(44, 47), "Say “an”.", "harper", "AnA", "Grammar", ("an", ""))
    [again] = decode_issues(encode_issues([issue], 40), 0) or ()
    assert again == GrammarIssue(Span(4, 7), "Say “an”.", "harper", "AnA", "Grammar", ("an", ""))


@pytest.mark.parametrize("data", [b"", b"null", b"[1]", b"[[1,2]]"])
def test_what_is_no_grammar_is_none(data: bytes) -> None:
    assert decode_issues(data, 0) is None
