"""Words that somebody else passes on, and labels that are nobody's voice."""

from __future__ import annotations

import pytest

from newslint.article import BlockKind
from newslint.attribution.graph import SourceKind
from tests.attribution.conftest import Tell

pytestmark = pytest.mark.model


def test_cited_as_saying(tell: Tell) -> None:
    story = tell("Reuters quoted the minister as saying that the base would close.")
    (attribution,) = story.graph
    assert story.triple(attribution) == (
        "the minister",
        "quoted / as saying",
        "that the base would close",
    )
    assert attribution.source.kind is SourceKind.OFFICE
    assert attribution.via is not None
    assert story.graph.speakers[attribution.via].name == "Reuters"


def test_cited_as_saying_after_what_is_said(tell: Tell) -> None:
    story = tell("Two jets landed at the base, the news agency cited SkyWatch data as saying.")
    (attribution,) = story.graph
    assert story.words(attribution.content) == "Two jets landed at the base"
    assert attribution.source.kind is SourceKind.DOCUMENT


def test_cue_without_a_parsed_subject(tell: Tell) -> None:
    story = tell(
        "Norland has resumed flights after the fall of Karim al-Said, Bloomberg reported "
        "Thursday, citing flight data."
    )
    assert story.saying("resumed flights").source.name == "Bloomberg"


@pytest.mark.parametrize("label", ["Editor's note", "Correction", "Update", "Breaking"])
def test_editorial_labels_are_nobodys_voice(tell: Tell, label: str) -> None:
    story = tell((BlockKind.HEADLINE, f"{label}: Lindow bridge closed"))
    assert story.triples == []


def test_what_sparks_a_fear_does_not_hold_it(tell: Tell) -> None:
    story = tell("The crack sparked fears that the bridge would fall.")
    assert story.saying("bridge would fall").source.kind is SourceKind.NONE


def test_a_price_per_piece_has_no_source(tell: Tell) -> None:
    assert all(a.cue_lemma != "per" for a in tell("The firm sold lamps at $4 per share.").graph)


def test_and_said_goes_back_to_the_speaker(tell: Tell) -> None:
    story = tell("Police said no one was hurt and said the road was open.")
    assert story.triples == [
        ("Police", "said", "no one was hurt"),
        ("Police", "said", "the road was open"),
    ]
