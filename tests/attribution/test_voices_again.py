"""The same voice under other words: by role, by a noun, by a pronoun, with others."""

from __future__ import annotations

import pytest

from newslint.attribution.graph import Source, SourceKind
from newslint.attribution.roster import same_role
from newslint.attribution.voices import add, voice_of
from newslint.span import Span
from tests.attribution.conftest import Tell

pytestmark = pytest.mark.model


def test_role_calls_up_who_was_only_named_with_it(tell: Tell) -> None:
    story = tell(
        "The club will keep Tom Baker, the manager, until May.",
        "The manager said the side had to score.",
    )
    assert story.saying("had to score").source.name == "Tom Baker"


def test_office_heard_first_is_the_person_named_later(tell: Tell) -> None:
    story = tell(
        "The museum will close in May, its director said.",
        "Ana Ruiz, the director, added that the roof leaked.",
    )
    assert [a.speaker for a in story.graph] == [0, 0]
    assert story.graph.speakers[0].name == "Ana Ruiz"


@pytest.mark.parametrize(
    "known, wanted, same",
    [
        ("finance minister", "minister", True),
        ("finance minister", "prime minister", False),
        ("mayor of Lindow", "mayor", True),
        ("head of the council", "council", False),
        ("", "mayor", False),
    ],
)
def test_a_role_may_be_shortened_and_not_changed(known: str, wanted: str, same: bool) -> None:
    assert same_role(known, wanted) is same


def test_nameless_source_keeps_its_kind_when_called_by_role(tell: Tell) -> None:
    story = tell(
        "A senior minister, who spoke on condition of anonymity, said the talks had failed.",
        "The minister added that they would go on.",
    )
    later = story.saying("would go on")
    assert later.source.kind is SourceKind.ANONYMOUS
    assert later.speaker == story.saying("had failed").speaker


def test_they_may_be_one_person(tell: Tell) -> None:
    story = tell(
        "Robin Marlow stressed that the method was no cure.",
        "They said the effect faded within weeks.",
    )
    assert story.saying("faded").source.name == "Robin Marlow"


def test_they_are_the_people_who_act_before(tell: Tell) -> None:
    story = tell(
        "Researchers lowered lamps onto three reefs each night.",
        "They said the fish came back.",
    )
    attribution = story.saying("fish came back")
    assert attribution.source.kind is SourceKind.COLLECTIVE
    assert attribution.speaker is not None


def test_agency_named_before_is_known_again(tell: Tell) -> None:
    story = tell("Reuters reported the strike.", "The news agency said it would last.")
    assert [a.speaker for a in story.graph] == [0, 0]
    assert story.graph.speakers[0].name == "Reuters"


def test_document_may_be_called_by_fewer_words(tell: Tell) -> None:
    story = tell(
        "Rates rose, according to data from the survey firm Tidewatch.",
        "The data from Tidewatch shows a fall in May.",
    )
    assert len(story.graph.speakers) == 1


def test_relative_pronoun_is_the_voice_of_its_noun(tell: Tell) -> None:
    story = tell("An official, who said the ferry was late, said the pier was rotten.")
    assert len({a.speaker for a in story.graph}) == 1
    assert len(story.graph.speakers) == 1


def test_joined_names_are_kept_whole(tell: Tell) -> None:
    story = tell("Dana Pell and Ana Ruiz said the pier was closed.")
    assert story.graph.attributions[0].source.name == "Dana Pell and Ana Ruiz"
    assert story.graph.attributions[0].source.plural


def test_joined_offices_keep_all_roles(tell: Tell) -> None:
    assert tell("The mayor and the clerk said it was closed.").graph.speakers[0].role == (
        "mayor and clerk"
    )


def test_answer_in_an_interview_is_the_person_named_first(tell: Tell) -> None:
    story = tell(
        "Anna Baker, the chef, closed her restaurant last month.",
        "Q: What did your staff say?",
        "A: They were kind about it, all of them.",
    )
    assert story.saying("They were kind").source.name == "Anna Baker"


@pytest.mark.parametrize(
    "text, name",
    [
        ("Prime Minister John Keel said it was closed.", "John Keel"),
        ("Hedda Weiss-Moran said it was closed.", "Hedda Weiss-Moran"),
        ("The Chamber of Industry said it was closed.", "Chamber of Industry"),
        ("The local MP, Rosalind Pike, said it was closed.", "Rosalind Pike"),
        ("Deseret News reported that the pier had closed.", "Deseret News"),
    ],
)
def test_name(tell: Tell, text: str, name: str) -> None:
    assert tell(text).graph.attributions[0].source.name == name


def test_courtesy_is_no_role(tell: Tell) -> None:
    assert tell("Mr. John Keel said it was closed.").graph.attributions[0].source.role is None


@pytest.mark.parametrize(
    "text, kind",
    [
        ("Deseret News reported that the pier had closed.", SourceKind.OUTLET),
        ("Independent voters said they would stay home.", SourceKind.COLLECTIVE),
        ("Foreign governments said the pier was closed.", SourceKind.COLLECTIVE),
        ("The two companies said the pier was closed.", SourceKind.ORGANISATION),
        ("The council's accounts show a fall.", SourceKind.DOCUMENT),
    ],
)
def test_kind(tell: Tell, text: str, kind: SourceKind) -> None:
    assert tell(text).graph.attributions[0].source.kind is kind


def test_withheld_name_in_other_words(tell: Tell) -> None:
    story = tell(
        "A nurse, who asked that her name be withheld because she fears for her job, said the"
        " ward was full."
    )
    source = story.saying("ward was full").source
    assert story.words(source.terms) == "asked that her name be withheld"
    assert story.words(source.reason) == "because she fears for her job"


@pytest.mark.parametrize(
    ("phrase", "gender"),
    [
        ("a woman who feared for her husband", "feminine"),
        ("a man who feared for his wife", "masculine"),
        ("a mother whose brother was a father", "feminine"),
        ("a father whose sister was a mother", "masculine"),
        ("a daughter of that man", "feminine"),
        ("a son of that woman", "masculine"),
    ],
)
def test_the_first_word_that_tells_says_whether_a_voice_is_a_man_or_a_woman(
    phrase: str, gender: str
) -> None:
    source = Source((Span(0, len(phrase)),), SourceKind.ANONYMOUS, Span(0, len(phrase)))
    voice = voice_of(source, phrase)
    add(voice, source, phrase, 0)
    assert voice.gender == gender
