"""Whose words they are: where the speaker stands apart from the cue, or hidden by the parse."""

from __future__ import annotations

import pytest

from newslint.attribution.graph import SourceKind
from tests.attribution.conftest import Tell

pytestmark = pytest.mark.model

SOURCES = {
    "after a dateline with an agency": (
        "LINDOW (Wire) — Mayor Ana Pell said on Friday that the ferry would return.",
        "ferry would return",
        "Mayor Ana Pell",
    ),
    "after a dateline of one word": (
        "LINDOW — The mayor said on Friday that the ferry would return.",
        "ferry would return",
        "The mayor",
    ),
    "a body in capitals before dashes is no dateline": (
        "NATO — the alliance — said the ferry would go.",
        "ferry would go",
        "NATO — the alliance",
    ),
    "tag behind another's name": (
        "Ruiz cannot say that “from his place,” Pell added, saying it should be up to the court.",
        "up to the court",
        "Pell",
    ),
    "last of a series of verbs": (
        "Pell summed up Ruiz as “terrible,” denounced her record as mayor and said she should"
        " not run for office.",
        "should not run",
        "Pell",
    ),
    "introduced by a comma and a verb that is no cue": (
        'She boomed from the deck, "There is no place like this harbour."',
        "no place like",
        "She",
    ),
    "put so by somebody": (
        'But at the time, as harbour warden Marc Pell put it, "apart from the wrong crowd, there'
        ' was not much to complain about."',
        "not much to complain",
        "Marc Pell",
    ),
    "the answer, not the question": (
        "Asked which pier was his favourite, he demurred: “Whichever one I am on at the moment.”",
        "Whichever one",
        "he",
    ),
    "a document that reads": (
        "“In writing her speech, the crew took notes on her life,” read the statement, which was"
        " sent by Pell.",
        "took notes",
        "the statement, which was sent by Pell",
    ),
    "a surname like an auxiliary": (
        "“The plan rests on hope,” Will wrote.",
        "rests on hope",
        "Will",
    ),
    "who acts in the clause round a quotation": (
        "The advert targets a “rotten council that keeps the crews in the dark for years.”",
        "rotten council",
        "The advert",
    ),
}


@pytest.mark.parametrize("text, words, source", SOURCES.values(), ids=SOURCES.keys())
def test_source(tell: Tell, text: str, words: str, source: str) -> None:
    story = tell(text)
    assert story.words(story.saying(words).source.spans) == source


def test_relative_clause_does_not_hide_who_speaks(tell: Tell) -> None:
    story = tell(
        "Mr. Pell, whose latest firm, Paradata, uses big data to help brands find suppliers,"
        " said the mayor was wrong."
    )
    assert story.saying("mayor was wrong").source.name == "Pell"


def test_quotation_inside_a_sentence_goes_back_to_who_was_quoted_before(tell: Tell) -> None:
    story = tell(
        "“The pier is the best friend that this town has had,” Ana Pell said while touring the"
        " yard. That makes it “by definition a thing worth every coin that we spend.”"
    )
    assert story.saying("by definition").source.name == "Ana Pell"


def test_turns_of_a_transcript_may_be_quoted_with_their_labels(tell: Tell) -> None:
    story = tell(
        '"RUIZ: We will open the harbour. It is time."', '"OKORO: No, you will not open it."'
    )
    assert story.triples == [
        ("RUIZ", ":", 'We will open the harbour. It is time."'),
        ("OKORO", ":", 'No, you will not open it."'),
    ]


def test_label_inside_a_quotation_may_be_editorial(tell: Tell) -> None:
    assert not [a for a in tell('"Related: Two piers shut"').graph if a.source.spans]


def test_topic_in_a_headline_is_no_part_of_its_speaker(tell: Tell) -> None:
    story = tell("Ruiz on Harbour Closure: ‘I Think It Will Open.’")
    assert story.words(story.graph.attributions[0].source.spans) == "Ruiz"


def test_signature_with_its_dash_joined_signs_the_quotation_before(tell: Tell) -> None:
    story = tell(
        '"The idea of a ferry tax is something that we hear about all the time."',
        "-Mayor Ana Pell, speaking after the vote.",
    )
    assert story.saying("ferry tax").source.name == "Ana Pell"


def test_participle_goes_with_the_last_clause_of_a_series(tell: Tell) -> None:
    story = tell(
        "The board dismissed the warden and Ana Pell closed the pier, saying it was unsafe."
    )
    assert story.words(story.saying("unsafe").source.spans) == "Ana Pell"


def test_outlet_that_quotes_the_source_passes_it_on(tell: Tell) -> None:
    story = tell("“The pier is closed,” Ana Pell, quoted by Reuters, said.")
    via = story.saying("pier is closed").via
    assert via is not None
    assert story.graph.speakers[via].kind is SourceKind.OUTLET
