"""What makes a sentence worth checking, on words tagged by hand."""

from __future__ import annotations

import pytest

from newslint.checks.worth import checkworthiness
from newslint.language.tokens import Token


def tagged(*words: str) -> list[Token]:
    """Make tokens from `word/TAG` or `word/TAG/ENTITY`; the lemma drops a final "ed"."""
    tokens = []
    start = 0
    for i, spec in enumerate(words):
        text, tag, entity = (*spec.split("/"), "")[:3]
        token = Token(i, text, start)
        token.tag, token.entity = tag, entity
        token.lemma = token.lower.removesuffix("ed")
        start = token.end + 1
        tokens.append(token)
    return tokens


@pytest.mark.parametrize(
    ("words", "points"),
    [
        (["Boats/NNS", "queued/VBD"], 0),
        (["Rebels/NNS", "attacked/VBD", "boats/NNS"], 2),
        (["Rebels/NNS", "attacked/VBD", "Tarn/NNP/GPE"], 3),
        (["Rebels/NNS", "attacked/VBD", "Tarn/NNP/GPE", "Monday/NNP/DATE"], 4),
        (["Tarn/NNP/GPE", "lost/VBD", "40/CD/CARDINAL", "boats/NNS"], 2),
        (["Tarn/NNP/GPE", "bought/VBD", "an/DT", "Il-62/NNP/CARDINAL"], 1),
    ],
)
def test_points_add_up(words: list[str], points: int) -> None:
    tokens = tagged(*words)
    assert checkworthiness(tokens, " ".join(t.text for t in tokens) + ".") == points


@pytest.mark.parametrize(
    "text",
    [
        "Rebels attacked Tarn?",
        "Rebels attacked Tarn in 1951.",
        "Rebels attacked Tarn since spring.",
        "Rebels attacked Tarn in the 19th century.",
    ],
)
def test_questions_and_background_count_nothing(text: str) -> None:
    tokens = tagged("Rebels/NNS", "attacked/VBD", "Tarn/NNP/GPE")
    assert checkworthiness(tokens, text) == 0


def test_a_plan_counts_nothing() -> None:
    tokens = tagged("Tarn/NNP/GPE", "will/MD", "be/VB", "attacked/VBN", "was/VBD")
    tokens[3].dep = "ROOT"
    tokens[1].head = tokens[3]
    assert checkworthiness(tokens, "Tarn will be attacked was.") == 0


def test_nothing_is_worth_nothing() -> None:
    assert checkworthiness([], "") == 0
