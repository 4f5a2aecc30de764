"""Documents without an author that a reader can place all the same."""

from __future__ import annotations

import pytest

from newslint.checks.attribution.unnamed_document import UnnamedDocument
from newslint.finding import Severity
from tests.checks.conftest import Ask

pytestmark = pytest.mark.model
RULE = UnnamedDocument()


@pytest.mark.parametrize(
    "story",
    [
        "One poll shows that six in ten want the marsh drained (Tarn University).",
        "Research to be published by three biologists shows that herons nest earlier.",
        "The owner knew, according to a letter read to the court.",
        "There is anecdotal evidence suggesting that herons nest earlier.",
        "The price fell, according to regulatory filings.",
        "A study in Japan by Kenji Mori found that herons nest earlier.",
        "Work in Tarn showed little.",
        "Statistics show that herons nest earlier. According to the Heron Trust, half of them do.",
    ],
)
def test_a_reader_can_place_it(ask: Ask, story: str) -> None:
    assert ask(RULE, story) == []


@pytest.mark.parametrize(
    ("story", "words", "severity"),
    [
        ("Polls show that few want the marsh drained.", "Polls", Severity.SUGGESTION),
        ("Polls show that 60 percent want it drained.", "Polls", Severity.WARNING),
        ("Other studies show that herons nest earlier.", "Other studies", Severity.SUGGESTION),
        ("Studies show that herons nest earlier.", "Studies", Severity.WARNING),
        ("A study in Japan found that herons nest earlier.", "A study", Severity.WARNING),
        ("A Japanese study found that herons nest earlier.", "A Japanese study", Severity.WARNING),
        ("Similar work in France showed a gap of a week.", "Similar work", Severity.WARNING),
    ],
)
def test_what_a_figure_rests_on_counts_for_more(
    ask: Ask, story: str, words: str, severity: Severity
) -> None:
    assert ask(RULE, story) == [(words, severity)]
