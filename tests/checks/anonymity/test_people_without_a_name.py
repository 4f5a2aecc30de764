"""People who speak without a name: who is marked, and what counts as a reason."""

from __future__ import annotations

import pytest

from newslint.checks.anonymity.no_reason import NoReason
from newslint.finding import Severity
from tests.checks.conftest import Ask

pytestmark = pytest.mark.model

RULE = NoReason()


@pytest.mark.parametrize(
    ("sentence", "person"),
    [
        ("A guard who used to work there said the gate was open.", "A guard"),
        ("Someone who was in the room said the vote was close.", "Someone"),
        ("A branch manager, who declined to be identified, predicted a loss.", "A branch manager"),
        ("A former colleague said that she had warned them.", "A former colleague"),
        ("One teacher said that the roof leaks.", "One teacher"),
        ("An envoy called the charge a joke.", "An envoy"),
        ("A man who works in the sluice house said the gate was open.", "A man"),
        ("Sources close to the board defended the award.", "Sources"),
        ("Two of those present said the vote was taken twice.", "Two"),
        ("Someone close to the family said the will was changed.", "Someone"),
        ("A retired judge said the sentence was too light.", "A retired judge"),
        ("A person who has seen the file called the stamp a detail.", "A person"),
        ("The gate fell, and one coach called Stiles “a fool with a whistle”.", "one coach"),
        ("A member of the crew at the time called Ms Holt “a bully”.", "A member"),
        ("A senior voice in the team called the plan a folly.", "A senior voice"),
        ("Sources at the mill believe that it will be sold.", "Sources at the mill"),
        ("The guards left. One of the welders said the gate was open.", "One"),
        ("The inspectors came at noon. One of them said the gate was open.", "One"),
        ("Someone who worked in his office remembers it differently.", "Someone"),
        ("One scientist in the field was less kind.", "One scientist"),
        (
            "A mill source said it was shut. The owner of one mill, who asked not to be named "
            "because his bank had not been told, said that he would sell.",
            "A mill source",
        ),
    ],
)
def test_one_without_a_name_is_marked(ask: Ask, sentence: str, person: str) -> None:
    [(words, severity)] = ask(RULE, sentence)
    assert words.startswith(person)
    assert severity is Severity.WARNING


@pytest.mark.parametrize(
    "sentence",
    [
        "A manager, who would be sacked for talking, said the line would go.",
        "A driver, who has a warrant out for an unpaid fine, said he would drive on.",
        "A teacher, whose contract does not let him speak, said the roof leaks.",
        "Three engineers who were on duty told an inquiry that the gate was shut.",
        "She was attacked by a man with a screwdriver.",
        "A spokeswoman for the mill said it was shut.",
        "A poster said that the mill was shut.",
        "Only three senators endorsed him.",
        "Ask a narrator to read the script aloud.",
        "A senior aide to the mayor, Petra Lund, said he would not stand.",
        "The gates, according to `sources`, are shut.",
        "Two brothers came. One said that he was cold.",
    ],
    ids=[
        *("would lose a job", "a warrant", "a contract", "on record", "a deed", "a body"),
        *(
            "a thing",
            "another deed",
            "somebody asked to",
            "a name",
            "code",
            "one of two met by chance",
        ),
    ],
)
def test_a_reason_and_those_on_record_are_left_alone(ask: Ask, sentence: str) -> None:
    assert ask(RULE, sentence) == []
