"""Words of judgement, by what they judge."""

from __future__ import annotations

import pytest

from newslint.checks.language.loaded_word import LoadedWord
from newslint.finding import Severity
from tests.checks.conftest import Ask

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("story", "judged"),
    [
        ("The crooked deal should be scrapped, Ana Ruiz said.", "crooked"),
        ("The answer was late. That was churlish.", "churlish"),
        ("The council lurched into another vote.", "lurched"),
        ("The minister quashed debate on the bill.", "quashed"),
        ("The hall was closed because of the greed of the board.", "greed"),
        ("The board met after her tirade.", "tirade"),
        ("Ana Ruiz was humiliated in the vote.", "humiliated"),
        ("The board pompously closed the hall.", "pompously"),
        ("The cowardly Marden government has said nothing.", "cowardly"),
        ("The toll on the bridge is daylight robbery.", "daylight robbery"),
        ("Nobody serious disputes the figures.", "Nobody serious"),
    ],
)
def test_a_judgement_in_the_newsrooms_voice_is_marked(ask: Ask, story: str, judged: str) -> None:
    assert ask(LoadedWord(), story) == [(judged, Severity.WARNING)]


@pytest.mark.parametrize(
    "story",
    [
        "Ana Ruiz said that the crooked deal should be scrapped.",
        "The drunk lurched into a wall. The boat lurched in the swell.",
        "A judge quashed the conviction. The fire gutted the mill.",
        "The court ruled that the board could unjustly gain.",
        "The fence was crooked. The queen of the play is wicked.",
    ],
)
def test_what_a_source_says_and_what_is_meant_literally_is_left_alone(ask: Ask, story: str) -> None:
    assert ask(LoadedWord(), story) == []
