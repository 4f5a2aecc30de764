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
        ("The rate in Tarn is a frightening 2.2 per cent.", "frightening"),
        ("The board spent a staggering £4m on chairs.", "staggering"),
        ("After weeks of cynical horse-trading, they agree.", "cynical"),
        ("Voss, a menace to any road he drives on, was jailed.", "menace"),
        ("The shameless shelling of the port killed two horses.", "shameless"),
        (
            "Its last two films, the ghastly musical Quay and a farce, lost £9m, a report shows.",
            "ghastly",
        ),
        ("The council lurched into another vote.", "lurched"),
        ("The minister quashed debate on the bill.", "quashed"),
        ("The hall was closed because of the greed of the board.", "greed"),
        ("The board met after her tirade.", "tirade"),
        ("Ana Ruiz was humiliated in the vote.", "humiliated"),
        ("The board pompously closed the hall.", "pompously"),
        ("The cowardly Marden government has said nothing.", "cowardly"),
        ("The toll on the bridge is daylight robbery.", "daylight robbery"),
        ("Nobody serious disputes the figures.", "Nobody serious"),
        ("Ana Ruiz said that the crooked deal was signed in May.", "crooked"),
        ("The board voted 5-2 to dismiss Ana Ruiz, a stunning rebuke.", "stunning"),
        ("It is feared that the board callously closed the ward.", "callously"),
        (
            "Tolls rose by 5%, Ana Ruiz said on Monday, the most since May and a shameful sum.",
            "shameful",
        ),
        ("The doomed line closed in May.", "doomed"),
        ("The callous Water Department has shut the well.", "callous"),
        ("The quisling councillor left by the back door.", "quisling"),
        ("This forsaken town has no bank.", "forsaken"),
        ("The flood should never have happened.", "should never have happened"),
        ("The mayor turned his back on the port.", "turned his back on"),
    ],
)
def test_a_judgement_in_the_newsrooms_voice_is_marked(ask: Ask, story: str, judged: str) -> None:
    assert ask(LoadedWord(), story) == [(judged, Severity.WARNING)]


@pytest.mark.parametrize(
    "story",
    [
        "Ana Ruiz said that the crooked deal should be scrapped.",
        "Ana Ruiz said that the deal was crooked. She called the deal a crooked trick.",
        "Ana Ruiz denounced the crooked deal.",
        "The drunk lurched into a wall. The boat lurched in the swell.",
        "A judge quashed the conviction. The fire gutted the mill.",
        "The court ruled that the board could unjustly gain.",
        "The crew removed toxic waste in a pair of cowboy boots.",
        "The fence was crooked. The queen of the play is wicked.",
    ],
)
def test_what_a_source_says_and_what_is_meant_literally_is_left_alone(ask: Ask, story: str) -> None:
    assert ask(LoadedWord(), story) == []


@pytest.mark.parametrize(
    "story",
    [
        "Fans were outraged. The board thanked an excellent crew.",
        "The country came out of a brutal dictatorship.",
        "The board acted to avert an embarrassing defeat.",
    ],
)
def test_what_an_editor_may_let_stand_is_a_suggestion(ask: Ask, story: str) -> None:
    found = ask(LoadedWord(), story)
    assert found
    assert {severity for _, severity in found} == {Severity.SUGGESTION}


def test_an_essay_may_judge_and_a_news_story_of_that_length_may_not(ask: Ask) -> None:
    essay = "The horrific bill passed the house in the spring of the year. " * 26
    argued = "We should ask why. Should you not wonder at it?"
    assert ask(LoadedWord(), f"{essay}{argued}") == []
    assert ask(LoadedWord(), essay)[0] == ("horrific", Severity.WARNING)
