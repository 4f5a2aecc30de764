"""Which sources are one and the same voice."""

from __future__ import annotations

import pytest

from newslint.attribution.graph import SourceKind
from tests.attribution.conftest import Tell

pytestmark = pytest.mark.model


def test_surname_is_the_full_name_before_it(tell: Tell) -> None:
    story = tell(
        "Tom Baker, a spokesman for the harbour board, said the ferry was late.",
        "Baker denied that the pump had failed.",
    )
    assert len(story.graph.speakers) == 1
    assert story.graph.speakers[0].name == "Tom Baker"
    assert story.graph.speakers[0].attributions == 2


def test_pronoun_is_the_nearest_voice_that_fits(tell: Tell) -> None:
    story = tell(
        "Mr Tom Baker said the ferry was late.",
        "Mrs Ana Ruiz said the bridge was safe.",
        '"I checked the pump myself," he said.',
    )
    attribution = story.saying("checked the pump")
    assert attribution.source.pronoun
    assert attribution.source.kind is SourceKind.NAMED_PERSON
    assert attribution.source.name == "Tom Baker"


def test_pronoun_without_a_voice_stays_unknown(tell: Tell) -> None:
    (attribution,) = tell("He said the ferry was late.").graph
    assert attribution.source.kind is SourceKind.UNKNOWN
    assert attribution.speaker is None


def test_role_is_the_person_introduced_with_it(tell: Tell) -> None:
    story = tell("Mayor Ana Ruiz said the bridge was safe.", "The mayor said it was tested in May.")
    assert [a.speaker for a in story.graph] == [0, 0]


def test_two_nameless_sources_are_two_voices(tell: Tell) -> None:
    story = tell(
        "One diplomat said the talks had failed.", "Another diplomat said they would go on."
    )
    first, second = story.graph
    assert first.speaker != second.speaker


def test_quoted_words_are_counted(tell: Tell) -> None:
    story = tell('"The bridge is safe," Ana Ruiz said.', "Ruiz said it was tested.")
    assert story.graph.speakers[0].quoted_words == 4


def test_surname_takes_the_full_name_from_the_story(tell: Tell) -> None:
    story = tell(
        "Chidi Okafor did not wait for the first question.", "Okafor said the match was lost."
    )
    assert [s.name for s in story.graph.speakers] == ["Chidi Okafor"]


def test_pronoun_is_the_person_named_last_source_or_not(tell: Tell) -> None:
    story = tell(
        "Tom Baker said the ferry was late.",
        "Sarah Miller came in with the logbook. She said the pump had failed.",
    )
    assert story.saying("pump").source.name == "Sarah Miller"


def test_nameless_source_stays_one_voice(tell: Tell) -> None:
    story = tell(
        "A soldier who requested anonymity said the tank leaked.", '"We told them," he said.'
    )
    assert [a.speaker for a in story.graph] == [0, 0]


def test_title_keeps_two_people_of_one_surname_apart(tell: Tell) -> None:
    story = tell(
        "Mr Gareth Holt said the well was dry.",
        "Mrs Morag Holt said the shop would close.",
        "Mr Holt said he would stay.",
    )
    first, second, third = story.graph
    assert first.speaker == third.speaker != second.speaker
