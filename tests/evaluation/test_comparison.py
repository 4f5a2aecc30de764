"""What counts as right when a graph is held against an annotated story."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from evaluation.comparison import Comparison
from evaluation.story import Story
from evaluation.tally import MISSED, SPURIOUS, Tally, confusion
from newslint.attribution.graph import (
    Attribution,
    AttributionGraph,
    Directness,
    Source,
    SourceKind,
    Speaker,
)
from newslint.span import Span
from tests.support import article_of, span_of

ANA = "ana: named-person; name=Ana Ruiz; role=mayor of Lindow / mayor"
TOM = "tom: named-person; name=Tom Baker"
AIDE = "aide: anonymous"

Make = Callable[[str, str], Story]


class Graph:
    """A graph in the making."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.article = article_of(*story.text.strip().split("\n\n"))
        self.attributions: list[Attribution] = []
        self.speakers: list[Speaker] = []

    def place(self, words: str, nth: int = 0) -> Span:
        start = -1
        for _ in range(nth + 1):
            start = self.article.text.index(words, start + 1)
        return Span(start, start + len(words))

    def said(
        self,
        words: str,
        kind: SourceKind = SourceKind.NAMED_PERSON,
        *,
        nth: int = 0,
        content: str = "",
        cue: str = "",
        speaker: int | None = None,
        via: int | None = None,
        plural: bool = False,
        **details: str,
    ) -> Graph:
        spans = (self.place(words, nth),) if words else ()
        where = {what: span_of(self.article.text, text) for what, text in details.items()}
        self.attributions.append(
            Attribution(
                content=(span_of(self.article.text, content),) if content else (),
                cue=(span_of(self.article.text, cue),) if cue else (),
                source=Source(
                    spans,
                    kind,
                    plural=plural,
                    descriptor=where.get("descriptor"),
                    reason=where.get("reason"),
                    terms=where.get("terms"),
                ),
                directness=Directness.INDIRECT,
                speaker=speaker,
                via=via,
            )
        )
        return self

    def speaker(self, name: str | None, role: str | None = None) -> Graph:
        first = self.place(name) if name and name in self.article.text else Span(0, 1)
        number = len(self.speakers)
        self.speakers.append(Speaker(number, name, role, SourceKind.NAMED_PERSON, first, 1, 0))
        return self

    def tally(self) -> Tally:
        tally = Tally()
        graph = AttributionGraph(tuple(self.attributions), tuple(self.speakers))
        Comparison(self.story, self.article, graph).into(tally)
        return tally

    def errors(self) -> list[str]:
        return [f"{fault.fault}: {fault.what}" for fault in self.tally().faults]


@pytest.fixture
def graph(story: Make) -> Callable[[str, str], Graph]:
    return lambda voices, body: Graph(story(voices, body))


Start = Callable[[str, str], Graph]


def test_a_source_is_found_where_it_shares_a_telling_word(graph: Start) -> None:
    told = graph(ANA, "{Ana Ruiz, the mayor of Lindow|ana}, said so.").said("Ruiz", speaker=0)
    assert told.errors() == []


def test_articles_and_prepositions_are_no_agreement(graph: Start) -> None:
    told = graph(f"{AIDE}\n{TOM}", "{An aide to Tom Baker|aide} and {Tom Baker|tom?} spoke.")
    told.said("to")
    assert told.errors() == ["missed source: An aide to Tom Baker", "spurious source: to [say]"]


def test_a_label_of_one_letter_is_a_source(graph: Start) -> None:
    told = graph(ANA, "Ana Ruiz sat down.\n\n{A|ana}: Yes.").said("A", nth=1, speaker=0)
    assert told.errors() == []


def test_missed_and_spurious_sources_stand_in_the_confusion(graph: Start) -> None:
    told = graph(f"{ANA}\n{AIDE}", "{Ana Ruiz|ana} and {an aide|aide} told the hall.")
    tally = told.said("an aide", SourceKind.OFFICE).said("the hall", SourceKind.UNKNOWN).tally()
    assert confusion(tally) == {
        "named-person": {MISSED: 1},
        "anonymous": {"office": 1},
        SPURIOUS: {"unknown": 1},
    }


def test_an_optional_source_is_neither_missed_nor_spurious(graph: Start) -> None:
    body = "Ana Ruiz left. {She|ana?} hoped to return."
    assert graph(ANA, body).errors() == []
    assert graph(ANA, body).said("She", speaker=0).errors() == []


def test_several_attributions_to_one_mention_count_once(graph: Start) -> None:
    told = graph(ANA, "{Ana Ruiz|ana} said so, adding more.")
    tally = told.said("Ana Ruiz", speaker=0).said("Ana Ruiz", speaker=0).tally()
    assert tally.of["prediction is a source"] == 1
    assert tally.of["kind"] == 1


def test_a_statement_without_source_is_found_by_its_cue(graph: Start) -> None:
    body = "Ana Ruiz left. It {is thought|none} that {she|ana} agreed."
    told = graph(ANA, body).said("she", speaker=0)
    assert told.errors() == ["no source: is thought -> missed"]
    assert told.said("", SourceKind.NONE, cue="is thought").errors() == []


def test_number_of_a_source(graph: Start) -> None:
    told = graph("aides: anonymous; plural", "{Two aides|aides} said so.")
    told.said("Two aides", SourceKind.ANONYMOUS, speaker=0)
    assert told.errors() == ["number: Two aides -> one"]


def test_a_mention_given_to_another_voice_is_wrong(graph: Start) -> None:
    body = "{Ana Ruiz|ana} said so. {Ruiz|ana} went on. {He|tom} left. Tom Baker."
    told = graph(f"{ANA}\n{TOM}", body)
    told.said("Ana Ruiz", speaker=0).said("Ruiz", nth=1, speaker=0).said("He", speaker=0)
    assert told.errors() == ["speaker: He: tom -> ana"]
    tally = told.tally()
    assert (tally.right["speaker of a pronoun"], tally.right["speaker of a phrase"]) == (0, 2)


def test_an_open_mention_is_wrong(graph: Start) -> None:
    told = graph(ANA, "Ana Ruiz left. {She|ana} said so.").said("She")
    assert told.errors() == ["speaker: She: ana -> nobody"]


def test_a_split_voice_is_right_by_majority_but_not_one_to_one(graph: Start) -> None:
    told = graph(ANA, "{Ana Ruiz|ana} said so. {The mayor|ana} agreed.")
    tally = told.said("Ana Ruiz", speaker=0).said("The mayor", speaker=1).tally()
    assert (tally.right["speaker"], tally.of["speaker"]) == (2, 2)
    assert tally.right["speaker, one to one"] == 1


@pytest.mark.parametrize(
    "name, role, errors",
    [
        ("Ana Ruiz", "mayor", []),
        ("Mrs Ana Ruiz", "the mayor of Lindow", []),
        ("Ruiz", "mayor", ["name: Ana Ruiz -> Ruiz"]),
        (None, "mayor", ["name: Ana Ruiz -> None"]),
        ("Ana Ruiz", None, ["role: ana: mayor of Lindow / mayor -> None"]),
        ("Ana Ruiz", "poet", ["role: ana: mayor of Lindow / mayor -> poet"]),
    ],
)
def test_name_without_titles_and_half_of_a_role(
    graph: Start, name: str | None, role: str | None, errors: list[str]
) -> None:
    told = graph(ANA, "{Ana Ruiz|ana} said so.").speaker(name, role).said("Ana Ruiz", speaker=0)
    assert told.errors() == errors


BACKGROUND = (
    "{An aide {close to her|descriptor aide}|aide} said so, {asking not to be named|terms aide}"
    " {for fear of her|reason aide}."
)


def test_descriptor_terms_and_reason_found(graph: Start) -> None:
    told = graph(AIDE, BACKGROUND).said(
        "An aide close to her",
        SourceKind.ANONYMOUS,
        speaker=0,
        descriptor="close to her",
        terms="asking not to be named",
        reason="for fear",
    )
    assert told.errors() == []


def test_descriptor_terms_and_reason_missed(graph: Start) -> None:
    told = graph(AIDE, BACKGROUND).said("An aide", SourceKind.ANONYMOUS, speaker=0)
    assert told.errors() == [
        "missed descriptor: aide: close to her",
        "missed terms: aide: asking not to be named",
        "missed reason: aide: for fear of her",
    ]


def test_terms_given_to_another_source_are_wrong(graph: Start) -> None:
    body = "{Ana Ruiz|ana} left. {An aide|aide} spoke, {unnamed|terms aide}."
    told = graph(f"{ANA}\n{AIDE}", body).said("Ana Ruiz", speaker=0, terms="unnamed")
    told.said("An aide", SourceKind.ANONYMOUS, speaker=1)
    assert told.errors() == ["spurious terms: ana: unnamed", "missed terms: aide: unnamed"]


def test_a_relaying_outlet_is_known_by_name(graph: Start) -> None:
    voices = f"{ANA}\npost: outlet; name=Lindow Post"
    body = "{Ana Ruiz|ana via post} told the Lindow Post so."
    found = graph(voices, body).speaker("Ana Ruiz", "mayor").speaker("Lindow Post")
    assert found.said("Ana Ruiz", speaker=0, via=1).errors() == []
    missed = graph(voices, body).speaker("Ana Ruiz", "mayor").said("Ana Ruiz", speaker=0)
    assert missed.errors() == ["via: Ana Ruiz: via post -> None"]


def test_an_outlet_that_relays_nothing_is_wrong(graph: Start) -> None:
    told = graph(ANA, "{Ana Ruiz|ana} told the club.").speaker("Ana Ruiz", "mayor").speaker("club")
    told.said("Ana Ruiz", speaker=0, via=1)
    assert told.errors() == ["via: Ana Ruiz: via None -> club"]


def test_a_quotation_without_source_is_right_if_its_voice_speaks(graph: Start) -> None:
    body = "“Safe,” said {Ana Ruiz|ana}. {^ana}“It stands.”\n\n“No,” said {Tom Baker|tom}."
    told = graph(f"{ANA}\n{TOM}", body).said("Ana Ruiz", speaker=0).said("Tom Baker", speaker=1)
    assert told.errors()[0].endswith("“It stands.” “No,” said Tom Baker.…: ana -> None")
    told.said("Tom Baker", content="“It stands.”", speaker=1)
    assert told.errors()[0].endswith("ana -> tom")
    told.attributions.pop()
    told.said("Ana Ruiz", content="“It stands.”", speaker=0)
    assert told.errors() == []


def test_a_fault_names_the_line_of_the_file(graph: Start) -> None:
    told = graph(ANA, "{Ana Ruiz|ana} left.\n\nThe hall\nsaid so.").said("Ana Ruiz", speaker=0)
    (fault,) = told.said("The hall").tally().faults
    assert (fault.fault, fault.line) == ("spurious source", 5)
