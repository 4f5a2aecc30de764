"""Long paragraphs, hard texts, short forms that nobody explains."""

from __future__ import annotations

import pytest

from newslint.checks.readability.long_paragraph import LongParagraph
from newslint.checks.readability.reading_grade import ReadingGrade
from newslint.checks.readability.undefined_acronym import UndefinedAcronym
from newslint.finding import Severity
from tests.checks.conftest import Ask

EASY = "The cow ran up the hill. The boy ran too. They had a good day."
HARD = (
    "Interdepartmental administrative reorganisation necessitates comprehensive consideration of"
    " organisational responsibilities throughout participating governmental institutions."
)


def test_the_mark_stands_where_the_paragraph_outgrows_the_limit(ask: Ask) -> None:
    story = "One two three. Four five six. Seven eight nine. Ten."
    assert ask(LongParagraph(max_words=7), story) == [("Seven eight nine.", Severity.SUGGESTION)]
    assert ask(LongParagraph(max_words=10), story) == []


def test_one_endless_sentence_is_for_another_rule(ask: Ask) -> None:
    assert ask(LongParagraph(max_words=3), "One two three four five.") == []


def test_what_others_say_does_not_count_towards_the_grade(ask: Ask) -> None:
    rule = ReadingGrade(minimum_words=10)
    assert ask(rule, f"# Cows\n\n{HARD}") == [("Cows", Severity.SUGGESTION)]
    assert ask(rule, f'# Cows\n\n{EASY} "{HARD}"') == []


@pytest.mark.parametrize(
    "story",
    [
        "The Mill and Yard Society met. The MYS will vote.",
        "The MYS (Mill and Yard Society) met. The MYS will vote.",
        "The MYS met. The MYS will vote. It is short for Mill Yard Society.",
        "The Society of Mills (MYS) met. The MYS will vote.",
        "The [MYS](https://mys.example/) met.",
        '"The MYS is mad," Lind said. "Down with the MYS."',
        "MYS: We will vote.\n\nMYS: We will not.",
        "READ THE MYS NEWS HERE. READ THE MYS NEWS NOW.",
    ],
)
def test_short_forms_that_are_explained_or_need_it_not(ask: Ask, story: str) -> None:
    assert ask(UndefinedAcronym(), story) == []


def test_a_short_form_is_marked_at_its_first_use(ask: Ask) -> None:
    story = "The town asked the MYS. The MYS will vote, and so will the XQRs and the XQR."
    assert ask(UndefinedAcronym(), story) == [
        ("MYS", Severity.WARNING),
        ("XQR", Severity.WARNING),
    ]


@pytest.mark.parametrize(
    "words",
    [
        "the union MYS will vote",
        "the MYS union will vote",
        "the Yard Party, or MYS, will vote",
        "the MYS Hall is shut",
        "the MYS (Small Yards of the Town) will vote",
        "the MYS, a club for climbers, will vote",
    ],
)
def test_the_words_beside_a_short_form_may_tell(ask: Ask, words: str) -> None:
    assert ask(UndefinedAcronym(), f"It rained, and {words}. It snowed.") == []


def test_letters_that_fit_by_chance_spell_nothing(ask: Ask) -> None:
    story = "The MYS has met. It rained, and many yelled so."
    assert ask(UndefinedAcronym(), story) == [("MYS", Severity.WARNING)]


def test_a_term_in_small_letters_may_spell_it(ask: Ask) -> None:
    assert ask(UndefinedAcronym(), "The mobile yard scanner failed. An MYS is dear.") == []


def test_small_words_may_give_a_letter_or_none(ask: Ask) -> None:
    for name in ("Bank of Yards", "Board for Old Yachts"):
        short = "".join(w[0].upper() for w in name.split() if w != "for")
        assert ask(UndefinedAcronym(), f"The {name} met. The {short} and the {short}.") == []
