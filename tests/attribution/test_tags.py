"""Speech tags that the parse loses, and what only looks like one."""

from __future__ import annotations

import pytest

from newslint.article import BlockKind
from tests.attribution.conftest import Tell

pytestmark = pytest.mark.model

SPEAKERS = {
    "borrowed words inside the tag": (
        "“We have had better fairs than this one,” Lowland delegate Bill Eastly, wearing a "
        "straw hat and “Ted Cole” pins, said as the rain fell.",
        "Lowland delegate Bill Eastly, wearing a straw hat and “Ted Cole” pins",
    ),
    "name, long apposition, verb": (
        "“Such a good man, this one,” Rudd, the front-runner of the party after winning the "
        "coastal vote, said when Boyle asked him.",
        "Rudd, the front-runner of the party after winning the coastal vote",
    ),
    "verb taken for a noun": (
        '"The port has worked closely with the town on all fronts," the harbour board state in '
        "the white paper.",
        "the harbour board",
    ),
    "verb taken for a participle": (
        'Mitt Romley, the 2012 nominee, tweeted in response: "Thugs sink ferries."',
        "Mitt Romley, the 2012 nominee",
    ),
    "words that lead up to a colon": (
        'Pim has since apologised for what happened: "I should have kept two ledgers."',
        "Pim",
    ),
    "pluperfect": (
        'Mr Rudd, asked about the deaths of sailors, had said, "I think it was the storm."',
        "Mr Rudd",
    ),
    "document and a colon": (
        'From the report: "The samples with longer field periods were more accurate."',
        "the report",
    ),
    "sentence about a person before": (
        'Ana Ruiz shrugged. "The tide will bring it back."',
        "Ana Ruiz",
    ),
}


@pytest.mark.parametrize("text, speaker", SPEAKERS.values(), ids=SPEAKERS.keys())
def test_speaker_of_a_quotation(tell: Tell, text: str, speaker: str) -> None:
    assert tell(text).triples[-1][0] == speaker


def test_name_after_a_dash_in_the_next_paragraph(tell: Tell) -> None:
    story = tell("The board met on Monday.", '"We will not sell the pier."', "- Ana Ruiz.")
    assert story.saying("sell the pier").source.name == "Ana Ruiz"


def test_quotation_after_a_paragraph_of_reported_speech(tell: Tell) -> None:
    story = tell("Ana Ruiz said that the pier was safe.", '"I walked it myself this morning."')
    assert story.saying("walked it").source.name == "Ana Ruiz"


def test_participle_after_a_quotation_goes_back_to_the_speaker(tell: Tell) -> None:
    story = tell("Rudd told the Ledger that Pim “had a plan which failed,” adding, “He lost it.”")
    assert [(source, content) for source, _, content in story.triples] == [
        ("Rudd", "that Pim “had a plan which failed,”"),
        ("Rudd", "“He lost it.”"),
    ]


def test_clause_of_time_before_a_cue_is_not_what_is_said(tell: Tell) -> None:
    story = tell("After the court refused the appeal, the mill asked the ministry for help.")
    assert all("court" not in content for _, _, content in story.triples)


@pytest.mark.parametrize(
    "text, content",
    [
        ("The dam leaks, they say, and it will break.", "The dam leaks / and it will break."),
        ("If the demands fail, Pim warned, the crews will leave.", "the crews will leave."),
    ],
)
def test_what_is_said_goes_on_after_a_short_tag(tell: Tell, text: str, content: str) -> None:
    assert tell(text).triples[0][2].endswith(content)


@pytest.mark.parametrize(
    "headline, triple",
    [
        (
            "Ted Cole Refuses to Disavow Lindsey Grant Endorsement",
            ("Ted Cole", "Refuses", "to Disavow Lindsey Grant Endorsement"),
        ),
        (
            "Council Blames Storm For Flood Damage",
            ("Council", "Blames", "Storm For Flood Damage"),
        ),
        (
            "Halden in talks to buy rival Bright, people say",
            ("people", "say", "Halden in talks to buy rival Bright"),
        ),
        (
            "Night-time sound may help corals recover, study finds",
            ("study", "finds", "Night-time sound may help corals recover"),
        ),
    ],
)
def test_headline(tell: Tell, headline: str, triple: tuple[str, str, str]) -> None:
    assert tell((BlockKind.HEADLINE, headline)).triples == [triple]


def test_a_plural_noun_in_a_headline_is_no_verb(tell: Tell) -> None:
    assert tell((BlockKind.HEADLINE, "Ministers' Claims Under Fire Again")).triples == []
