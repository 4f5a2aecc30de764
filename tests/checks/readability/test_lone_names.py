"""People and bodies of whom the story has told nothing when it names them."""

from __future__ import annotations

import pytest

from newslint.checks.readability.first_reference import FirstReference
from newslint.finding import Severity
from tests.checks.conftest import Ask

pytestmark = pytest.mark.model
_ABOVE = "# The mill will shut\n\nThe mill at Orford will shut in May. It has 40 looms.\n\n"


def _asked(ask: Ask, text: str) -> list[str]:
    found = ask(FirstReference(), f"{_ABOVE}{text}\n\nThe roof leaks.")
    return [words for words, severity in found if severity is Severity.WARNING]


@pytest.mark.parametrize(
    ("text", "odd"),
    [
        ("Lindqvist was blunter. The looms are old, and the roof leaks.", "Lindqvist"),
        ("Zanetti said there would be no talks before Easter.", "Zanetti"),
        ("Dvorak called the promise empty. It had cost nothing.", "Dvorak"),
        ("If it shuts, said Harbottle, the rate will pass nine per cent.", "Harbottle"),
        ("The trust hired an auditor, MacNabb, who works for nothing.", "MacNabb"),
        ("A concert arranged by Laval raised the money.", "Laval"),
        ("The ministry will look at the loan in June.", "The ministry"),
        ("The lady from the weavers' union was in tears.", "The lady from the weavers' union"),
        ("Tea was made by the gate, where Kevin and Denise sang.", "Kevin and Denise"),
        ("Lorna Fenwick will not have it. It rained all day.", "Lorna Fenwick"),
    ],
)
def test_who_is_that(ask: Ask, text: str, odd: str) -> None:
    assert odd in _asked(ask, text)


@pytest.mark.parametrize(
    "text",
    [
        "Netflix said there would be no film before Easter.",
        "Several said that they would leave in June.",
        "The owner, Ada Lindberg, is away. Lindberg was blunter. It leaks.",
        "Minister Ada Quill, of the trade ministry, came. The ministry will look at it.",
        "The Trade Ministry lent the money. The ministry will look at it in June.",
        "Their children, Kevin and Denise, sang by the gate.",
        "Lorna Fenwick, a weaver, will not have it. It rained all day.",
        "Lorna Fenwick will not have it. Fenwick is the owner. It rained.",
    ],
)
def test_those_who_are_known_or_told(ask: Ask, text: str) -> None:
    assert _asked(ask, text) == []


@pytest.mark.parametrize(
    ("text", "odd"),
    [
        ("Drivers shared bread; Sougui brought them tea.", "Sougui"),
        ("The sale was first discussed with Okonjo in May.", "Okonjo"),
        ("The mayor of Tarn, Halvorsen, expects a deal.", "Halvorsen"),
        ("The plan, which Halvorsen drafted, is cheap.", "Halvorsen"),
        ("It was quiet in Tarn. After Halvorsen spoke, it rained.", "Halvorsen"),
        ("It will rain, said Halvorsen.", "Halvorsen"),
        ("The results are due in May. Idowu has flown there to fetch them.", "Idowu"),
        ("Okoro's knee was hurt on Sunday.", "Okoro"),
        ("Unlike Wexley, she would not raise the rent.", "Wexley"),
        (
            "Félicité Doumbaye was not hopeful. “They come, they eat,” she said.",
            "Félicité Doumbaye",
        ),
    ],
)
def test_a_person_may_stand_in_any_place(ask: Ask, text: str, odd: str) -> None:
    assert odd in _asked(ask, text)


@pytest.mark.parametrize(
    "text",
    [
        "Unlike Leicester, the town has no buses.",
        "Ada Okoro, a weaver, left. Okoro's knee was hurt on Sunday.",
        "A letter to Downing Street was sent. The plan was discussed with Brussels.",
        "Amnesty wants an inquiry.",
        "Trouble started when the looms were sold.",
        "Halvorsen reported from Tarn.",
        "The paper maker Halvorsen closed its plant. It was sold to a bank.",
        "The bank helped Halvorsen sell its looms.",
        "Ada Quill was the first weaver there. She left.",
        "The mayor spoke of his daughter Sigrun, who lives in Oslo.",
        "The rates fell, while printer giant Lexdorf's stock rose.",
    ],
)
def test_what_is_known_or_introduced_passes(ask: Ask, text: str) -> None:
    assert not _asked(ask, text)


@pytest.mark.parametrize(
    ("sentence", "marked"),
    [
        ("The gates were painted for Lindqvist.", "Lindqvist"),
        ("A fire at Varholm burned for two days.", "Varholm"),
    ],
)
def test_a_lone_name_that_stands_once_is_asked_for(ask: Ask, sentence: str, marked: str) -> None:
    assert _asked(ask, sentence) == [marked]


@pytest.mark.parametrize(
    "sentence",
    [
        "The gates came from a firm called Lindqvist.",
        "The gates were made by Lindqvist, a smith.",
        "Ada Quill, who farms at Varholm, left.",
        "The case of Orr v. Lindqvist is old.",
    ],
)
def test_one_with_a_word_on_who_or_where_it_is_passes(ask: Ask, sentence: str) -> None:
    assert not _asked(ask, sentence)
