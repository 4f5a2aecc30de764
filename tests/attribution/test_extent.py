"""How far what is reported reaches: to the end of its clause, not of the reporter's."""

from __future__ import annotations

import pytest

from tests.attribution.conftest import Tell

pytestmark = pytest.mark.model

CASES = {
    "a second clause with that": (
        "Ana Ruiz said that the bridge was old, but that it was safe.",
        ("Ana Ruiz", "said", "that the bridge was old, but that it was safe"),
    ),
    "behind a colon": (
        "Ana Ruiz said the plan failed for one reason: The pier is too short.",
        ("Ana Ruiz", "said", "the plan failed for one reason: The pier is too short"),
    ),
    "a date before the infinitive": (
        "The senator vowed last month to close the pier.",
        ("The senator", "vowed", "to close the pier"),
    ),
    "the doer of a passive infinitive": (
        "The voters want all the boats in the harbour to be removed.",
        ("The voters", "want", "all the boats in the harbour to be removed"),
    ),
    "what somebody is told of": (
        "She repeatedly reminded voters of the record of the town.",
        ("She", "repeatedly reminded", "of the record of the town"),
    ),
    "no judge, but a charge": (
        "Harlow has been criticized for offering vague answers.",
        ("", "has been criticized", "Harlow / for offering vague answers"),
    ),
    "a hope that is equated with a clause": (
        "The hope has been that employers would find a way.",
        ("", "hope has been", "that employers would find a way"),
    ),
    "a case made for weeks": (
        "Ruiz has been making the case for weeks that Harlow is not ready.",
        ("Ruiz", "has been making the case", "that Harlow is not ready"),
    ),
    "a tag with two subjects": (
        'The promise to "take our harbour back" appeals to older residents who wish for a return '
        "to the days of the herring fleet, said Alan Merrow, a historian at Lindow College.",
        (
            "Alan Merrow, a historian at Lindow College",
            "said",
            'The promise to "take our harbour back" appeals to older residents who wish for a '
            "return to the days of the herring fleet",
        ),
    ),
    "a verb taken for a noun": (
        "The mayor had to lend her campaign a fortune last month, council documents show.",
        (
            "council documents",
            "show",
            "The mayor had to lend her campaign a fortune last month",
        ),
    ),
    "how it is done belongs to the cue": (
        "Ruiz was quick to embrace the plan.",
        ("Ruiz", "was quick to embrace", "the plan"),
    ),
    "a phrase that sets another thing beside the first": (
        "Merrow spoke of the noise in the town, the lack of shops.",
        ("Merrow", "spoke of", "the noise in the town, the lack of shops"),
    ),
    "what somebody sees and nobody can touch": (
        "Teachers see a need for smaller classes.",
        ("Teachers", "see", "a need for smaller classes"),
    ),
    "what somebody notices": (
        "The keeper noticed a crack in the lock gate.",
        ("The keeper", "noticed", "a crack in the lock gate"),
    ),
    "an agentless passive with a clause": (
        "It was announced that the ferry would stop.",
        ("", "was announced", "that the ferry would stop"),
    ),
    "as somebody noted, after a conjunction": (
        "And as Merrow pointed out, court rulings have an impact on real women.",
        ("Merrow", "pointed out", "court rulings have an impact on real women."),
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_content_reaches_as_far_as_its_clause(name: str, tell: Tell) -> None:
    text, expected = CASES[name]
    assert expected in tell(text).triples


def test_a_dateline_is_no_part_of_what_is_reported(tell: Tell) -> None:
    story = tell("LINDOW (AP) — The bridge will close in May, the mayor said.")
    assert story.triples == [("the mayor", "said", "The bridge will close in May")]


@pytest.mark.parametrize(
    "text",
    [
        "The mayor spoke to reporters at noon.",
        "The firm provides meals for the crew.",
        "The pilot maintained a steady course.",
        "Crews celebrated the birthday of the ferry.",
        "The skipper saw Ana Ruiz at the quay.",
        "They came to see the harbour.",
    ],
)
def test_deeds_are_no_reports(text: str, tell: Tell) -> None:
    assert not [a for a in tell(text).graph if a.source.spans]


def test_ready_to_hear_is_readiness_and_no_hearsay(tell: Tell) -> None:
    story = tell("The court was ready to hear the case.")
    assert story.triples == [("The court", "was ready", "to hear the case")]


def test_a_coordinated_verb_of_speech_starts_a_report_of_its_own(tell: Tell) -> None:
    story = tell("Ana Ruiz said the bridge was safe and added that it was tested in May.")
    assert ("Ana Ruiz", "said", "the bridge was safe") in story.triples
