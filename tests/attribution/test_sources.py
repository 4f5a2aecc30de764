"""What kind of source stands behind a statement, and what its words tell."""

from __future__ import annotations

import pytest

from newslint.attribution.graph import SourceKind
from tests.attribution.conftest import Tell

pytestmark = pytest.mark.model

KINDS = {
    "A source close to the palace confirmed the visit.": SourceKind.ANONYMOUS,
    "Sources said the deal was dead.": SourceKind.ANONYMOUS,
    '"It is over," said one defence analyst based in Lyon.': SourceKind.ANONYMOUS,
    "A military official, speaking on condition of anonymity, said the drill was routine.": (
        SourceKind.ANONYMOUS
    ),
    "Two people briefed on the matter said the bid would fail.": SourceKind.ANONYMOUS,
    "A person familiar with the talks said the bid would fail.": SourceKind.ANONYMOUS,
    "One of the former aides said the bid would fail.": SourceKind.ANONYMOUS,
    "Analysts suggest the port will close.": SourceKind.COLLECTIVE,
    "The visit worried military observers, who note that the base is small.": (
        SourceKind.COLLECTIVE
    ),
    "Critics say the tax is unfair.": SourceKind.COLLECTIVE,
    "Two thirds of voters said the tax was unfair.": SourceKind.COLLECTIVE,
    "Officials declined to comment.": SourceKind.COLLECTIVE,
    "The ministry said the road was closed.": SourceKind.ORGANISATION,
    "The White House said the bill would be vetoed.": SourceKind.ORGANISATION,
    "Police said two men were arrested.": SourceKind.ORGANISATION,
    "The minister said the road was closed.": SourceKind.OFFICE,
    "A police spokesman confirmed the arrest.": SourceKind.OFFICE,
    "A judge said the lease was void.": SourceKind.OFFICE,
    "A clerk said the office was shut.": SourceKind.ANONYMOUS,
    "One farmer said the well was dry.": SourceKind.ANONYMOUS,
    "A porter at the clinic said the ward was full.": SourceKind.ANONYMOUS,
    "Gareth Holt, who runs the mill, said the well was dry.": SourceKind.NAMED_PERSON,
    "The ferry operator, Calder Line, said the route would close.": SourceKind.ORGANISATION,
    "The Tarn Courier reported that the crates were empty.": SourceKind.OUTLET,
    "State television reported that the dam broke.": SourceKind.OUTLET,
    "Ana Ruiz said the road was closed.": SourceKind.NAMED_PERSON,
    "Mayor Ana Ruiz said the road was closed.": SourceKind.NAMED_PERSON,
    "According to data from the tracking site SkyWatch, three jets landed.": SourceKind.DOCUMENT,
    "The report found that the pump was faulty.": SourceKind.DOCUMENT,
    "Bloomberg said the jets had landed.": SourceKind.OUTLET,
    "The Guardian reported that the ferry sank.": SourceKind.OUTLET,
    "The jets landed at noon, the news agency reported.": SourceKind.OUTLET,
    "This development, first reported by Bloomberg, surprised the market.": SourceKind.OUTLET,
    "It has been confirmed that the dam broke.": SourceKind.NONE,
    "The move is seen as a warning.": SourceKind.NONE,
    "The plane was said to have flown to Lisbon.": SourceKind.NONE,
    "They said the road was closed.": SourceKind.UNKNOWN,
}


@pytest.mark.parametrize("text, kind", KINDS.items(), ids=KINDS.keys())
def test_kind(tell: Tell, text: str, kind: SourceKind) -> None:
    assert [a.source.kind for a in tell(text).graph] == [kind]


def test_relative_pronoun_points_to_its_noun(tell: Tell) -> None:
    story = tell("The visit worried military observers, who note that the base is small.")
    source = story.saying("the base is small").source
    assert story.words(source.spans) == "who"
    assert story.words(source.head) == "observers"


def test_terms_without_reason(tell: Tell) -> None:
    story = tell("An official, speaking on condition of anonymity, said the drill was routine.")
    source = story.saying("routine").source
    assert story.words(source.terms) == "on condition of anonymity"
    assert source.reason is None


def test_terms_with_reason(tell: Tell) -> None:
    story = tell(
        "An officer, who asked not to be named because he feared for his job, said the tank leaked."
    )
    source = story.saying("leaked").source
    assert story.words(source.terms) == "asked not to be named"
    assert story.words(source.reason) == "because he feared for his job"


def test_descriptor_and_relaying_outlet(tell: Tell) -> None:
    story = tell("Sources familiar with the discussions told Reuters that the talks had failed.")
    attribution = story.saying("failed")
    assert story.words(attribution.source.descriptor) == "familiar with the discussions"
    assert attribution.source.plural
    assert attribution.via is not None
    assert story.graph.speakers[attribution.via].name == "Reuters"


def test_what_an_outlet_relays_is_kept_apart(tell: Tell) -> None:
    story = tell("Bloomberg said a source close to the palace confirmed the visit.")
    assert story.triples == [
        ("Bloomberg", "said", "a source close to the palace confirmed the visit")
    ]
    (inner,) = story.graph.relayed
    assert story.triple(inner) == ("a source close to the palace", "confirmed", "the visit")
    assert inner.source.kind is SourceKind.ANONYMOUS
    assert inner.via == story.graph.attributions[0].speaker


@pytest.mark.parametrize(
    "text, name, role",
    [
        ("Ana Ruiz, the mayor of Lindow, said it was safe.", "Ana Ruiz", "mayor of Lindow"),
        ("Mayor Ana Ruiz said it was safe.", "Ana Ruiz", "Mayor"),
        ("Marta Kovacs, 54, a nurse, said the ward was full.", "Marta Kovacs", "nurse"),
        (
            "The defence ministry spokesman Igor Petrov said the drill was over.",
            "Igor Petrov",
            "defence ministry spokesman",
        ),
        ("The minister said it was safe.", None, "minister"),
        (
            "Executive director of the county chapter of Hope Ada Quill said it was safe.",
            "Ada Quill",
            "Executive director of the county chapter of Hope",
        ),
        ("Northwind Energy said it was safe.", "Northwind Energy", None),
    ],
)
def test_name_and_role_apart(tell: Tell, text: str, name: str | None, role: str | None) -> None:
    (attribution,) = tell(text).graph
    assert (attribution.source.name, attribution.source.role) == (name, role)


@pytest.mark.parametrize(
    "text",
    [
        "Officials declined to comment.",
        "The company did not respond to questions.",
        "The company could not be reached for comment.",
        "A spokeswoman refused to say how many wells had failed.",
    ],
)
def test_refusals_are_negated_and_say_so(tell: Tell, text: str) -> None:
    (attribution,) = tell(text).graph
    assert attribution.cue_class == "refusal"
    assert attribution.negated


def test_denial_of_having_said(tell: Tell) -> None:
    (attribution,) = tell("The mayor did not say whether the bridge was safe.").graph
    assert attribution.negated
