"""Odd and hostile text: never an error, and always a graph that keeps its promises."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newslint.article import BlockKind
from newslint.reading import Analyser, Reading
from newslint.span import Span
from tests.attribution.conftest import Story, Tell
from tests.support import article_of

pytestmark = pytest.mark.model

_PIECES = (
    '"', "“", "”", "''", "``", "'", "‘", "’", "«", "»", "(", ")", "[", ":", ";", " - ", " — ",
    ", ", ". ", "? ", "! ", "…", "*", "•", "\t", "#", " said ", " say ", " told ", " saying ",
    " adding ", " asked ", " wrote ", " noted ", " as ", " that ", " who ", " whose ", " which ",
    " to ", " by ", " in a poll, ", " according to ", " per ", " reportedly ",
    " declined to comment", " on condition of anonymity ", " Ana Ruiz ", " the mayor ",
    " a source ", " he ", " they ",
    " it ", " Head of ", " 28 percent ", " of ", " his claim ", " bridge ", " is ", " safe ",
    " 5'10\" ", " '90s ", "Q: ", "A: ", "RUIZ: ", "From the report: ", " https://a.example/b ",
    " 我们 ", " ни ", "🙂",
)  # fmt: skip
_PARAGRAPHS = st.lists(
    st.lists(st.sampled_from(_PIECES), min_size=1, max_size=40)
    .map("".join)
    .map(str.strip)
    .filter(bool),
    min_size=1,
    max_size=4,
)
_KINDS = st.sampled_from((BlockKind.PARAGRAPH, BlockKind.HEADLINE, BlockKind.QUOTE))


def _hold(story: Story) -> None:
    """Assert what every graph promises."""
    said: list[Span] = []
    for attribution in (*story.graph, *story.graph.relayed):
        assert attribution.content
        for span in (*attribution.content, *attribution.cue, *attribution.source.spans):
            assert 0 <= span.start < span.end <= len(story.text)
        for number in (attribution.speaker, attribution.via):
            assert number is None or 0 <= number < len(story.graph.speakers)
    for attribution in story.graph:
        said += attribution.content
    said.sort()
    assert all(one.end <= other.start for one, other in pairwise(said))


@settings(max_examples=40)
@given(paragraphs=_PARAGRAPHS, kind=_KINDS)
def test_any_text_gives_a_sound_graph(
    analyser: Analyser, paragraphs: list[str], kind: BlockKind
) -> None:
    article = article_of((kind, paragraphs[0]), *paragraphs[1:])
    graph = Reading(article, analyser).attributions
    _hold(Story(article.text, graph))
    assert Reading(article, analyser).attributions == graph


ODD = {
    "quotation that never closes": 'Ana Ruiz said: "The bridge is safe. It was tested in May.',
    "quotation that never opens": 'The bridge is safe," Ana Ruiz said.',
    "feet and inches": "The gate is 5'10\" high and safe, Ana Ruiz said.",
    "decade": "Back in the '90s the bridge was safe, Ana Ruiz said.",
    "quotes of TeX": "``The bridge is safe,'' Ana Ruiz said.",
    "two quotes on both sides": "''The bridge is safe,'' Ana Ruiz said.",
    "capitals": "ANA RUIZ SAID THE BRIDGE IS SAFE.",
    "list": "* The bridge is safe, Ana Ruiz said.",
    "brackets": "The bridge (which is old) is safe, Ana Ruiz said.",
}


@pytest.mark.parametrize("text", ODD.values(), ids=ODD.keys())
def test_odd_marks_leave_the_source_in_place(tell: Tell, text: str) -> None:
    story = tell(text)
    _hold(story)
    (attribution,) = story.graph
    assert story.words(attribution.source.spans).lower() == "ana ruiz"
    assert "safe" in story.words(attribution.content).lower()


def test_a_very_long_sentence_keeps_its_source(tell: Tell) -> None:
    rooms = ", ".join(f"the pump in room {n}" for n in range(70))
    story = tell(f"The clerk said that {rooms} and the boiler had been replaced since May.")
    _hold(story)
    attribution = story.saying("room 12")
    assert story.words(attribution.source.spans) == "The clerk"


def test_dialogue_without_tags_says_nothing_of_its_speakers(tell: Tell) -> None:
    story = tell('"Is it safe?"', '"It is."', '"Who says so?"')
    _hold(story)
    assert story.graph.speakers == ()


@pytest.mark.parametrize("text", ["", " ", '"', "“”", ":", '""""', "said", "- - -", "Q:", "'"])
def test_next_to_nothing(tell: Tell, text: str) -> None:
    assert tell(text or " ").triples == []
