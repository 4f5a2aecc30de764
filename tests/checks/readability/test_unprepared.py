"""Lone names that nothing prepares, where a person may stand."""

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
def test_who_is_that(ask: Ask, text: str, odd: str) -> None:
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
    ],
)
def test_known_and_introduced_names_pass(ask: Ask, text: str) -> None:
    assert not _asked(ask, text)
