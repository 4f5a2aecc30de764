"""How a sentence says who says so: one construction a case, with exact words."""

from __future__ import annotations

import pytest

from tests.attribution.conftest import Tell

pytestmark = pytest.mark.model

CASES = {
    "clause with that": (
        "Ana Ruiz said that the bridge was safe.",
        [("Ana Ruiz", "said", "that the bridge was safe")],
    ),
    "clause without that": (
        "Ana Ruiz said the bridge was safe.",
        [("Ana Ruiz", "said", "the bridge was safe")],
    ),
    "quotation before an inverted tag": (
        '"The bridge is safe," said Ana Ruiz, the mayor of Lindow.',
        [("Ana Ruiz, the mayor of Lindow", "said", '"The bridge is safe,"')],
    ),
    "quotation round a tag": (
        '"The bridge is safe," Ana Ruiz said. "It was tested in May."',
        [("Ana Ruiz", "said", '"The bridge is safe," / "It was tested in May."')],
    ),
    "quotation after its verb": (
        'Ana Ruiz replied: "The bridge is safe."',
        [("Ana Ruiz", "replied", '"The bridge is safe."')],
    ),
    "curly marks": (
        "“The bridge is safe,” Ana Ruiz insisted.",
        [("Ana Ruiz", "insisted", "“The bridge is safe,”")],
    ),
    "question mark before the tag": (
        '"Is the bridge safe?" asked Ana Ruiz.',
        [("Ana Ruiz", "asked", '"Is the bridge safe?"')],
    ),
    "clause before a closing tag": (
        "The bridge is safe, Ana Ruiz said.",
        [("Ana Ruiz", "said", "The bridge is safe")],
    ),
    "tag in the middle": (
        "The bridge, Ana Ruiz said, is safe.",
        [("Ana Ruiz", "said", "The bridge / is safe.")],
    ),
    "tag after a time": (
        "In 2019, officials said, the bridge was closed for a year.",
        [("officials", "said", "In 2019 / the bridge was closed for a year.")],
    ),
    "as somebody noted": (
        "As one diplomat noted, 'The door is closing.'",
        [("one diplomat", "noted", "'The door is closing.'")],
    ),
    "as somebody noted, with a clause": (
        "As the harbour board noted, the ferry was late again.",
        [("the harbour board", "noted", "the ferry was late again.")],
    ),
    "according to, first": (
        "According to the harbour board, the ferry was late.",
        [("the harbour board", "According to", "the ferry was late.")],
    ),
    "according to, last": (
        "The ferry was late, according to the harbour board.",
        [("the harbour board", "according to", "The ferry was late")],
    ),
    "participle that goes back to the speaker": (
        "The mayor said the bridge was safe, adding that it was tested in May.",
        [
            ("The mayor", "said", "the bridge was safe"),
            ("The mayor", "adding", "that it was tested in May"),
        ],
    ),
    "statement that speaks for who issued it": (
        "The ministry issued a statement saying the well was closed.",
        [("The ministry", "saying", "the well was closed")],
    ),
    "infinitive": (
        "The council promised to repair the bridge.",
        [("The council", "promised", "to repair the bridge")],
    ),
    "somebody and what to do": (
        "Doctors urged patients to wait.",
        [("Doctors", "urged", "patients to wait")],
    ),
    "object": (
        "Villagers condemned the decision.",
        [("Villagers", "condemned", "the decision")],
    ),
    "accusation": (
        "Villagers accused the mill of fraud.",
        [("Villagers", "accused", "the mill of fraud")],
    ),
    "described as": (
        "Neighbours described the fire as small.",
        [("Neighbours", "described", "the fire as small")],
    ),
    "called": (
        'Ana Ruiz called the plan a "farce".',
        [("Ana Ruiz", "called", 'the plan a "farce"')],
    ),
    "verb with preposition": (
        "Residents called for a new school.",
        [("Residents", "called for", "a new school")],
    ),
    "passive with an agent": (
        "The merger was first reported by Reuters.",
        [("Reuters", "was first reported", "The merger")],
    ),
    "passive without one": (
        "It has been confirmed that the dam broke.",
        [("", "has been confirmed", "that the dam broke")],
    ),
    "passive infinitive": (
        "The plane was said to have flown to Lisbon.",
        [("", "was said", "The plane / to have flown to Lisbon")],
    ),
    "seen as": (
        "The move is seen as a warning.",
        [("", "is seen", "The move / as a warning")],
    ),
    "noun with an owner": (
        "The council's decision to sell the hall surprised nobody.",
        [("The council", "decision", "to sell the hall")],
    ),
    "noun with a light verb": (
        "The judge expressed concern about the delay.",
        [("The judge", "expressed concern about", "the delay")],
    ),
    "adjective": (
        "The skipper was confident that the tide would turn.",
        [("The skipper", "was confident", "that the tide would turn")],
    ),
    "relative clause": (
        "The flights worried military observers, who note that the base is small.",
        [("who", "note", "that the base is small")],
    ),
    "refusal": (
        "Officials declined to comment.",
        [("Officials", "declined", "to comment")],
    ),
    "no answer": (
        "The Interior Ministry did not respond to a request for comment.",
        [("The Interior Ministry", "did not respond to", "a request for comment")],
    ),
    "out of reach": (
        "The company could not be reached for comment.",
        [("The company", "could not be reached", "for comment")],
    ),
    "one cue in the content of another": (
        "The mayor said that the judge believes the lease is void.",
        [("The mayor", "said", "that the judge believes the lease is void")],
    ),
    "two speakers in one sentence": (
        "Critics say the tax is unfair, and many fear it will rise.",
        [("Critics", "say", "the tax is unfair"), ("many", "fear", "it will rise")],
    ),
}


@pytest.mark.parametrize("text, expected", CASES.values(), ids=CASES.keys())
def test_source_cue_and_content(
    tell: Tell, text: str, expected: list[tuple[str, str, str]]
) -> None:
    assert tell(text).triples == expected


@pytest.mark.parametrize(
    "text",
    [
        "The ferry left at noon and came back at six.",
        "The bridge was built in 1931.",
        "The bakery sold 400 loaves on Saturday.",
        'Her favourite film is "The Long Tide".',
        "The captain briefed the crew.",
    ],
)
def test_plain_narration_has_no_attribution(tell: Tell, text: str) -> None:
    assert tell(text).triples == []


def test_terms_of_anonymity_are_no_statement(tell: Tell) -> None:
    story = tell("An officer who asked not to be named said the tank leaked.")
    assert story.triples == [
        ("An officer who asked not to be named", "said", "the tank leaked"),
    ]
