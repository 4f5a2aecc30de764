"""Whose quotation it is when it stands apart from its cue."""

from __future__ import annotations

import pytest

from newslint.article import BlockKind
from newslint.attribution.graph import Directness, SourceKind
from tests.attribution.conftest import Tell

pytestmark = pytest.mark.model


def test_quotation_alone_in_the_next_paragraph_goes_on(tell: Tell) -> None:
    story = tell(
        '"The bridge is safe," Ana Ruiz said.',
        '"It was tested in May and again in June."',
    )
    second = story.saying("tested in May")
    assert story.words(second.source.spans) == "Ana Ruiz"
    assert second.cue == ()
    assert second.cue_lemma == ""
    assert second.speaker == story.saying("is safe").speaker


def test_quotation_over_several_paragraphs(tell: Tell) -> None:
    story = tell(
        'Ana Ruiz said: "The bridge is safe.',
        '"It was tested in May.',
        '"It will be tested again."',
    )
    assert {a.source.name for a in story.graph} == {"Ana Ruiz"}
    assert "tested again" in story.words(story.saying("tested again").content)


def test_words_that_end_in_a_colon_introduce_the_next_paragraph(tell: Tell) -> None:
    story = tell("Ana Ruiz had this to say:", '"The bridge is safe and it will stay safe."')
    assert story.saying("is safe").source.name == "Ana Ruiz"


def test_quotation_after_a_reported_sentence(tell: Tell) -> None:
    story = tell('Ana Ruiz said the bridge was safe. "It was tested in May by two firms."')
    assert story.saying("tested in May").source.name == "Ana Ruiz"


def test_two_speakers_keep_their_own_words(tell: Tell) -> None:
    story = tell(
        '"The bridge is safe," said Ana Ruiz. "I cross it daily."',
        '"The bridge is a wreck," said Tom Baker. "I would not cross it."',
    )
    assert story.triples == [
        ("Ana Ruiz", "said", '"The bridge is safe," / "I cross it daily."'),
        ("Tom Baker", "said", '"The bridge is a wreck," / "I would not cross it."'),
    ]


def test_quotation_of_nobody(tell: Tell) -> None:
    (attribution,) = tell('"We are finished and we know it." The hall fell silent.').graph
    assert attribution.source.kind is SourceKind.NONE
    assert attribution.directness is Directness.DIRECT


def test_borrowed_words_are_no_statement(tell: Tell) -> None:
    assert tell('The "smart" lamps failed on the first night.').triples == []


def test_signed_quotation(tell: Tell) -> None:
    story = tell('"The bridge is safe and it will stay safe." — Ana Ruiz')
    assert story.saying("is safe").source.name == "Ana Ruiz"


def test_block_quotation_is_speech_of_who_introduces_it(tell: Tell) -> None:
    story = tell(
        "In her letter Ana Ruiz wrote:",
        (BlockKind.QUOTE, "The bridge is safe. It was tested in May."),
    )
    attribution = story.saying("tested in May")
    assert attribution.source.name == "Ana Ruiz"
    assert attribution.directness is Directness.DIRECT


def test_label_in_a_headline(tell: Tell) -> None:
    story = tell((BlockKind.HEADLINE, "Poll: Voters want the bridge open"))
    assert story.triples == [("Poll", ":", "Voters want the bridge open")]


def test_transcript(tell: Tell) -> None:
    story = tell("RUIZ: The bridge is safe. It was tested in May.")
    assert story.triples == [("RUIZ", ":", "The bridge is safe. It was tested in May.")]


def test_list_items(tell: Tell) -> None:
    story = tell((BlockKind.LIST_ITEM, "The harbour board said the ferry was late."))
    assert story.triples == [("The harbour board", "said", "the ferry was late")]


def test_directness(tell: Tell) -> None:
    story = tell('Ana Ruiz said the bridge was "perfectly safe" for now.')
    (attribution,) = story.graph
    assert attribution.directness is Directness.MIXED
