"""The parser keeps to our sentences, our offsets and one result for one text."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from newslint.errors import Unavailable
from newslint.language.pipeline import SpacyAnalyser, model_version
from newslint.language.sentences import split_sentences
from newslint.language.tokens import Parse, ParseRequest
from newslint.span import Span

if TYPE_CHECKING:
    from newslint.reading import Analyser

STORY = "Ana Ruiz, the mayor 😀, left Oslo at 5 p.m. Nobody was hoping for the ferry."


def request(text: str, offset: int = 0) -> ParseRequest:
    return ParseRequest(text, offset, split_sentences(text))


def facts(parse: Parse) -> list[tuple[object, ...]]:
    return [
        (t.text, t.tag, t.pos, t.dep, t.lemma, t.entity, t.start, t.end, t.sentence, t.head.i)
        for t in parse
    ]


@pytest.mark.model
def test_tokens_carry_article_offsets_in_code_points(analyser: Analyser) -> None:
    (parse,) = analyser.parse([request(STORY, 50)], names=False)
    assert all(STORY[t.start - 50 : t.end - 50] == t.text for t in parse)
    oslo = parse.at(50 + STORY.index("Oslo"))
    assert oslo is not None
    assert (oslo.pos, oslo.dep, oslo.head.text) == ("PROPN", "dobj", "left")


@pytest.mark.model
def test_the_parser_keeps_to_the_given_sentences(analyser: Analyser) -> None:
    text = "We left at noon it rained all day"
    two = ParseRequest(text, 0, (Span(0, 15), Span(16, len(text))))
    (parse,) = analyser.parse([two], names=False)
    assert [t.sentence for t in parse] == [0, 0, 0, 0, 1, 1, 1, 1]
    assert [t.text for t in parse if t.head is t] == ["left", "rained"]


@pytest.mark.model
def test_names_are_found_only_when_asked_for(analyser: Analyser) -> None:
    (with_names,) = analyser.parse([request(STORY, 7)], names=True)
    (without,) = analyser.parse([request(STORY, 7)], names=False)
    start = 7 + STORY.index("Oslo")
    assert ("GPE", "Oslo", Span(start, start + 4)) in [
        (e.label, e.text, e.span) for e in with_names.entities
    ]
    assert without.entities == ()
    assert not any(t.entity for t in without)


@pytest.mark.model
def test_a_paragraph_gives_one_parse_alone_and_in_any_batch(analyser: Analyser) -> None:
    alone = facts(analyser.parse([request(STORY)], names=True)[0])
    crowd = [request(f"The council of town {i} met again on Friday." * (i % 5)) for i in range(150)]
    crowd.insert(77, request(STORY))
    together = analyser.parse(crowd, names=True)
    assert len(together) == len(crowd)
    assert facts(together[77]) == alone


@pytest.mark.model
@pytest.mark.parametrize("text", ["", "  \n "])
def test_a_block_without_words_gives_an_empty_parse(analyser: Analyser, text: str) -> None:
    assert analyser.parse([request(text)], names=True) == [Parse(())]


@pytest.mark.model
def test_white_space_is_no_token_and_no_head(analyser: Analyser) -> None:
    text = "  The\n\nmayor   left  town. "
    (parse,) = analyser.parse([ParseRequest(text, 0, (Span(2, len(text) - 1),))], names=False)
    assert [t.text for t in parse] == ["The", "mayor", "left", "town", "."]
    assert [t.i for t in parse] == [0, 1, 2, 3, 4]
    assert {t.sentence for t in parse} == {0}
    assert all(t.head in parse.tokens for t in parse)
    assert all(child.head is t for t in parse for child in t.children)


@pytest.mark.model
def test_a_very_long_block_is_parsed_in_parts_with_the_same_result(analyser: Analyser) -> None:
    sentence = "The mayor said the town was broke. "
    (parse,) = analyser.parse([request(sentence * 700)], names=False)
    (short,) = analyser.parse([request(sentence)], names=False)
    assert parse.tokens[-1].sentence == 699
    assert facts(parse)[-1][:6] == facts(short)[-1][:6]
    assert parse.tokens[-1].end == 700 * len(sentence) - 1


@pytest.mark.model
def test_an_endless_word_is_cut_rather_than_refused(analyser: Analyser) -> None:
    (parse,) = analyser.parse([request("a" * 45_000)], names=False)
    assert [(t.start, t.end) for t in parse] == [(0, 20_000), (20_000, 40_000), (40_000, 45_000)]
    assert {t.sentence for t in parse} == {0}


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "word", "lemma"),
    [("They were hoping for rain.", "hoping", "hope"), ("The rabbits hopped.", "hopped", "hop")],
)
def test_dictionary_forms_are_right(analyser: Analyser, text: str, word: str, lemma: str) -> None:
    (parse,) = analyser.parse([request(text)], names=False)
    assert [t.lemma for t in parse if t.text == word] == [lemma]


def test_a_missing_model_says_how_to_get_it() -> None:
    with pytest.raises(Unavailable) as caught:
        SpacyAnalyser("no_such_model").parse([request("Words.")], names=False)
    assert "no_such_model" in caught.value.message
    assert "model" in caught.value.hint


def test_the_version_of_a_model_is_known_without_loading_it() -> None:
    code = (
        "import sys; from newslint.language.pipeline import model_version\n"
        "assert model_version('no_such_model') is None\n"
        "assert 'spacy' not in sys.modules and 'harper' not in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


@pytest.mark.model
def test_the_installed_model_has_a_version() -> None:
    assert model_version()
