"""Targets of readability: for the text, the lead, each section and what is quoted."""

from __future__ import annotations

import pytest

from newslint.checks.readability.lead_grade import LeadGrade
from newslint.checks.readability.quotation_grade import QuotationGrade
from newslint.checks.readability.reading_grade import ReadingGrade
from newslint.checks.readability.section_grade import SectionGrade
from newslint.finding import Severity
from newslint.language.measures import Readability
from newslint.registry import load_profile
from tests.checks.conftest import Ask

EASY = "The cow ran up the hill. The boy ran too. They had a good day."
HARD = (
    "Interdepartmental administrative reorganisation necessitates comprehensive consideration of"
    " organisational responsibilities throughout participating governmental institutions."
)


def measured(**figures: float) -> Readability:
    known = {"words": 200, "sentences": 10, "grade": 10.0, "ease": 60.0, "fog": 12.0, "smog": 11.0}
    return Readability(**{**known, "paragraphs": 4, **figures})  # type: ignore[arg-type] # counts


def test_a_figure_on_its_target_is_no_miss() -> None:
    assert ReadingGrade().misses(measured(grade=15.5)) is None


def test_the_figure_and_the_target_are_told() -> None:
    assert ReadingGrade().misses(measured(grade=15.6)) == (
        "Flesch-Kincaid grade 15.6 (aim: 15.5 or less)"
    )


def test_a_figure_is_held_as_it_is_told() -> None:
    assert ReadingGrade().misses(measured(grade=15.54)) is None


@pytest.mark.parametrize(("profile", "target"), [("wire", 14.5), ("student", 14), ("opinion", 16)])
def test_profiles_have_targets_of_their_own(profile: str, target: float) -> None:
    _, rules = load_profile(profile)
    options = rules["readability.reading-grade"].options
    assert ReadingGrade.model_validate(dict(options)).max_grade == target


def test_every_target_that_is_missed_is_told() -> None:
    rule = ReadingGrade(
        min_ease=70, max_fog=10, max_smog=10, max_sentence_words=15, max_paragraph_words=40
    )
    assert rule.misses(measured()) == (
        "fog index 12.0 (aim: 10 or less), SMOG 11.0 (aim: 10 or less),"
        " words a sentence 20.0 (aim: 15 or less), words a paragraph 50.0 (aim: 40 or less),"
        " reading ease 60.0 (aim: 70 or more)"
    )


def test_a_target_that_is_none_is_not_held() -> None:
    assert ReadingGrade(max_grade=None).misses(measured(grade=30.0)) is None


def test_short_texts_are_not_held_to_a_target() -> None:
    assert ReadingGrade().misses(measured(words=149, grade=30.0)) is None


def test_the_lead_is_measured_alone(ask: Ask) -> None:
    rule = LeadGrade(minimum_words=10)
    assert ask(rule, f"{HARD}\n\n{EASY}") == [(HARD.rstrip("."), Severity.SUGGESTION)]
    assert ask(rule, f"{EASY}\n\n{HARD}") == []


def test_a_section_is_measured_to_the_next_heading(ask: Ask) -> None:
    rule = SectionGrade(minimum_words=10)
    story = f"{HARD}\n\n## Cows\n\n{EASY}\n\n## Offices\n\n{HARD}"
    assert ask(rule, story) == [("Offices", Severity.SUGGESTION)]


def test_narration_and_quotations_are_measured_apart(ask: Ask) -> None:
    told, quoted = ReadingGrade(minimum_words=10), QuotationGrade(minimum_words=10)
    speech = f'# Cows\n\n{EASY} "{HARD}"'
    assert (ask(told, speech), ask(quoted, speech)) == ([], [("Cows", Severity.SUGGESTION)])
    prose = f'# Cows\n\n{HARD} "{EASY}"'
    assert (ask(told, prose), ask(quoted, prose)) == ([("Cows", Severity.SUGGESTION)], [])
