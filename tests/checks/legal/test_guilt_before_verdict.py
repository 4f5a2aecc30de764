"""legal.guilt-before-verdict: what may be said of somebody who is only suspected."""

from __future__ import annotations

import pytest

from newslint.checks.legal.guilt_before_verdict import GuiltBeforeVerdict
from newslint.finding import Severity
from tests.checks.conftest import Ask

pytestmark = pytest.mark.model
RULE = GuiltBeforeVerdict()


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Police arrested the killer on Monday.", "the killer"),
        ("Emil Varga was arrested for stealing a boat.", "for stealing"),
        ("The suspect robbed four shops before his arrest.", "robbed"),
    ],
)
def test_guilt_is_not_taken_as_proven(ask: Ask, sentence: str, words: str) -> None:
    assert ask(RULE, sentence) == [(words, Severity.WARNING)]


@pytest.mark.parametrize(
    "sentence",
    [
        "The killer was found guilty after his arrest in May.",
        "Emil Varga was arrested on suspicion of stealing a boat.",
        "The suspect robbed four shops, prosecutors allege.",
        "Police arrested the alleged killer on Monday.",
    ],
)
def test_charges_and_verdicts_are_left_alone(ask: Ask, sentence: str) -> None:
    assert ask(RULE, sentence) == []
