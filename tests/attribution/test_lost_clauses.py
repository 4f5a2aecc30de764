"""Clauses that the parse loses or cuts short are still reported whole."""

from __future__ import annotations

import pytest

from tests.attribution.conftest import Tell

pytestmark = pytest.mark.model

CASES = {
    "a tag between subject and verb": (
        "The pier's long closure, she said, has cost the town dear.",
        ("she", "said", "The pier's long closure / has cost the town dear."),
    ),
    "a past tense taken for a participle": (
        "A Lindow College survey found last week that rents would rise by a third.",
        ("A Lindow College survey", "found", "that rents would rise by a third"),
    ),
    "a subject left outside its clause": (
        "The harbour office said about half of the lower figure in its accounts reflected "
        "a late payment.",
        (
            "The harbour office",
            "said",
            "about half of the lower figure in its accounts reflected a late payment",
        ),
    ),
    "behind the colon of a message": (
        "Harlow's message: The ferry must stay.",
        ("Harlow", "message:", "The ferry must stay."),
    ),
    "a tag with a verb of thought": (
        "The firm's plan fails, the unions agree.",
        ("the unions", "agree", "The firm's plan fails"),
    ),
    "a modal without a subject": (
        "She said she hoped to sail in May, and then would look for work.",
        ("She", "said", "she hoped to sail in May, and then would look for work"),
    ),
    "the figures of a poll": (
        "The survey showed Harlow leading in the town, 45 percent to 18 percent, among older "
        "voters.",
        (
            "The survey",
            "showed",
            "Harlow leading in the town, 45 percent to 18 percent, among older voters",
        ),
    ),
    "a reserve behind a comma": (
        "Ana Ruiz said the tide had turned, even if the boats were slow.",
        ("Ana Ruiz", "said", "the tide had turned, even if the boats were slow"),
    ),
    "a reason behind a name in quotation marks": (
        'One clerk called the delay "a mess," because the boats were full.',
        ("One clerk", "called", 'the delay "a mess," because the boats were full'),
    ),
    "how something seems to nobody in particular": (
        "It may seem odd that the ferry left early.",
        ("", "may seem", "that the ferry left early"),
    ),
    "a participle with its subject astray": (
        "Last month, those asked were split on whether the ferry should stay.",
        ("those asked", "were split on", "whether the ferry should stay"),
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_a_clause_is_reported_whole(case: str, tell: Tell) -> None:
    text, expected = CASES[case]
    assert expected in tell(text).triples


def test_a_new_statement_about_somebody_named_is_the_reporters_own(tell: Tell) -> None:
    story = tell("Ana Ruiz said the pier was safe, but Harlow closed it in May.")
    assert story.triples == [("Ana Ruiz", "said", "the pier was safe")]
