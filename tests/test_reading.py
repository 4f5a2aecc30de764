"""A reading computes each fact once, and only what was declared."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from newslint.article import Article, Block, BlockKind
from newslint.errors import UndeclaredNeed
from newslint.language.lazy_regex import LazyRegex
from newslint.language.measures import GrammarIssue
from newslint.language.tokens import Entity, Parse, ParseRequest, Token
from newslint.markup.builder import TextBuilder
from newslint.reading import Reading, once_an_article, prepare, with_implied
from newslint.span import Span


class Counting:
    """An analyser that splits at spaces and counts how often it is asked."""

    def __init__(self) -> None:
        self.batches: list[tuple[int, bool]] = []
        self.checked = 0

    def parse(self, requests: Sequence[ParseRequest], *, names: bool) -> list[Parse]:
        self.batches.append((len(requests), names))
        return [self._one(request, names) for request in requests]

    def grammar(self, requests: Sequence[ParseRequest]) -> list[tuple[GrammarIssue, ...]]:
        self.checked += 1
        return [
            (GrammarIssue(Span(r.offset, r.offset + 1), "m", "fake", "R", "k"),) for r in requests
        ]

    def _one(self, request: ParseRequest, names: bool) -> Parse:
        tokens: list[Token] = []
        at = 0
        for word in request.text.split():
            at = request.text.index(word, at)
            tokens.append(Token(len(tokens), word, at + request.offset))
            at += len(word)
        first = tokens[0]
        entities = (Entity("PERSON", first.text, first.span),) if names else ()
        return Parse(tuple(tokens), entities)


def article(*paragraphs: str) -> Article:
    source = "\n\n".join(paragraphs)
    builder = TextBuilder(source)
    blocks: list[Block] = []
    at = 0
    for number, paragraph in enumerate(paragraphs):
        if number:
            builder.add("\n\n", Span(at, at + 2))
            at += 2
        blocks.append(
            Block(BlockKind.PARAGRAPH, builder.add(paragraph, Span(at, at + len(paragraph))))
        )
        at += len(paragraph)
    text, source_map = builder.build()
    return Article("a.txt", "text", source, text, source_map, tuple(blocks))


def test_facts_are_computed_once_however_many_rules_ask() -> None:
    analyser = Counting()
    reading = Reading(article("Ana left.", "Ben stayed."), analyser)
    assert reading.declaring({"names"}).entities[1].text == "Ben"
    assert reading.declaring({"parse"}).parses[0].tokens[0].text == "Ana"
    assert reading.declaring({"grammar"}).grammar == reading.grammar
    assert analyser.batches == [(2, True)]
    assert analyser.checked == 1


def test_names_are_not_looked_for_when_nobody_needs_them() -> None:
    analyser = Counting()
    reading = Reading(article("Ana left."), analyser)
    assert reading.declaring({"parse"}).parses[0].entities == ()
    assert analyser.batches == [(1, False)]


def test_many_articles_are_parsed_in_one_batch() -> None:
    analyser = Counting()
    readings = [Reading(article("Ana left.", "Ben stayed."), analyser) for _ in range(3)]
    prepare(readings, {"attributions"})
    assert analyser.batches == [(6, True)]
    assert [r.entities[0].text for r in readings] == ["Ana"] * 3
    assert analyser.batches == [(6, True)], "nothing is parsed again"


def test_a_batch_without_need_for_a_parse_loads_nothing() -> None:
    analyser = Counting()
    prepare([Reading(article("Ana left."), analyser)], {"quotations", "sentences"})
    assert analyser.batches == []


@pytest.mark.parametrize(
    "need",
    [
        "sentences",
        "quotations",
        "parses",
        "entities",
        "attributions",
        "readability",
        "grammar",
        "date",
    ],
)
def test_asking_for_what_was_not_declared_is_an_error(need: str) -> None:
    view = Reading(article("Ana left."), Counting()).declaring(())
    with pytest.raises(UndeclaredNeed, match="without declaring"):
        getattr(view, need)


def test_at_run_time_the_undeclared_is_announced_and_computed() -> None:
    asked: list[str] = []
    reading = Reading(article("Ana left."), Counting(), undeclared=asked.append)
    assert reading.declaring(()).sentences[0].span == Span(0, 9)
    assert asked == ["sentences"]


def test_a_need_brings_what_it_is_computed_from() -> None:
    assert with_implied({"attributions"}) >= {"parse", "names", "quotations", "sentences"}


def test_sentences_without_the_words_of_an_expression_are_left_out() -> None:
    calm = "Nothing else was heard of them on the island all through that long, calm summer."
    story = article("Ana left. Two ships came.", calm, "The pier is shut. Ships wait.")
    reading = Reading(story, Counting())

    def told(*patterns: LazyRegex) -> list[str]:
        return [s.span.cut(reading.text) for s in reading.sentences_with(*patterns)]

    assert told(LazyRegex(r"\bferr(?:y|ies)\b")) == []
    assert told(LazyRegex(r"\b[Tt]he pier\b")) == ["The pier is shut."]
    both = LazyRegex(r"\b[Ss]hips\b"), LazyRegex(r"\bpier\b")
    assert told(*both) == ["Two ships came.", "The pier is shut.", "Ships wait."]
    assert told(*both, LazyRegex(r"\d|\w")) == [s.span.cut(reading.text) for s in reading.sentences]


def test_the_sentence_at_an_offset() -> None:
    reading = Reading(article("Ana left.", "Ben stayed."), Counting())
    sentence = reading.sentence_at(12)
    assert sentence is not None
    assert sentence.span.cut(reading.text) == "Ben stayed."
    assert reading.sentence_at(10) is None, "between the paragraphs"
    assert reading.sentence_at(999) is None
    assert reading.sentences_of(1) == (sentence,)


def test_what_rules_ask_of_an_article_is_worked_out_once_for_each_argument() -> None:
    asked: list[tuple[str, int]] = []

    @once_an_article
    def words(reading: Reading, least: int) -> tuple[str, ...]:
        asked.append((reading.text, least))
        return tuple(word for word in reading.text.split() if len(word) >= least)

    one = Reading(article("The quay sank."), Counting())
    other = Reading(article("It rose."), Counting())
    assert [words(one.declaring(()), 4), words(one, 4), words(one, 5)] == [
        ("quay", "sank."),
        ("quay", "sank."),
        ("sank.",),
    ]
    assert words(other, 4) == ("rose.",)
    assert asked == [("The quay sank.", 4), ("The quay sank.", 5), ("It rose.", 4)]
