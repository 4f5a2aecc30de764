"""The rules of quotation, on small stories."""

from __future__ import annotations

import pytest

from newslint.checks.quotes.late_speaker import LateSpeaker
from newslint.checks.quotes.loaded_speech_verb import LoadedSpeechVerb
from newslint.checks.quotes.scare_quote import ScareQuote
from newslint.checks.quotes.unattributed_quote import UnattributedQuote
from newslint.checks.quotes.unbalanced_quote_marks import UnbalancedQuoteMarks
from newslint.finding import Severity
from tests.checks.conftest import Ask

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    "story",
    [
        "The mayor answered by letter:\n\n“We shall not open the gates again.”",
        "Ana Ruiz shook her head. “We shall not open the gates again.”",
        "“We shall not open the gates again.” — Ana Ruiz",
        "The talk turned to questions like “who will open the gates again?”",
        "What will happen now? “We shall not open the gates again.”",
        "The crowd chanted “we shall not open the gates again” for an hour.",
        "“We shall not open the gates again.” Ruiz said.",
    ],
    ids=["colon", "person before", "dash", "example", "question", "chant", "tail"],
)
def test_quotations_with_a_speaker_in_reach(ask: Ask, story: str) -> None:
    assert ask(UnattributedQuote(), story) == []


def test_a_quotation_inside_a_sentence_is_left_alone(ask: Ask) -> None:
    story = "The gates stayed shut “because nobody has the keys any more” until night."
    assert ask(UnattributedQuote(), story) == []


def test_quotations_that_stand_in_a_row_go_on_from_the_speaker_before_them(ask: Ask) -> None:
    story = "Ana Ruiz runs the mill.\n\n“We start again.”\n\n“It will not be an easy year for us.”"
    assert ask(UnattributedQuote(), story) == []


def test_a_pull_quote_and_one_with_its_credit_are_left_alone(ask: Ask) -> None:
    story = "“It will not be an easy year for us.”\n\nThe mill has shut."
    assert ask(UnattributedQuote(), story) == []
    story = "The mill has shut. “It will not be an easy year for us.” [The Lamp]"
    assert ask(UnattributedQuote(), story) == []


def test_a_mark_left_open_and_closed_later_is_reported_once(ask: Ask) -> None:
    story = "Ruiz said: “The gates stay shut.\n\nNobody has the keys.”"
    assert ask(UnbalancedQuoteMarks(), story) == [("“The gates stay shut.", Severity.WARNING)]


@pytest.mark.parametrize(
    ("story", "place"),
    [
        ("“We shall stay. The gates shut at six.\n\nRuiz left.", "gates shut at six."),
        ("“We shall stay. It is late. she said. Ruiz left.", "It is late."),
        ("“We shall stay here. She is well known for that.", "“We shall stay here."),
        ("“We shall stay. The gates are shut, Ruiz said.\n\nShe left.", "The gates are shut,"),
        ("Ruiz said: “The gates are shut.' She left.", "shut.'"),
        ("Ruiz said: 'The gates are shut.\" She left.", 'shut."'),
    ],
    ids=[
        "end of the paragraph",
        "full stop",
        "of somebody",
        "before the speaker",
        "closed singly",
        "opened singly",
    ],
)
def test_a_fault_is_shown_where_the_mark_is_looked_for(ask: Ask, story: str, place: str) -> None:
    assert ask(UnbalancedQuoteMarks(), story) == [(place, Severity.WARNING)]


def test_pairs_of_a_curly_and_a_straight_mark_are_shown_one_by_one_while_they_are_few(
    ask: Ask,
) -> None:
    mixed = '“The gates are shut," said Ruiz.\n\n'
    assert (
        ask(UnbalancedQuoteMarks(), mixed * 2)
        == [('“The gates are shut,"', Severity.SUGGESTION)] * 2
    )
    assert ask(UnbalancedQuoteMarks(), mixed * 4) == [
        ('“The gates are shut,"', Severity.SUGGESTION)
    ]


@pytest.mark.parametrize(
    "story",
    [
        "The Yak-40 ‘Sparrow’ landed twice.",
        "The gate, called the ‘old door’, was shut.",
        "Ana Ruiz said the gates were old. Their “fine oak” is gone.",
        "The gates are “open”, “ajar” or “shut”.",
        "Here “pavement” (sidewalk) is what it says.",
        "The [“fine oak”](https://ruiz.example/oak) is gone.",
    ],
    ids=["designation", "naming", "sentence before", "list of terms", "gloss", "link"],
)
def test_marks_that_do_not_scare(ask: Ask, story: str) -> None:
    assert ask(ScareQuote(), story) == []


def test_the_same_words_are_reported_once(ask: Ask) -> None:
    story = "The “safe” gates fell.\n\nNobody mourned the “safe” gates."
    assert ask(ScareQuote(), story) == [("“safe”", Severity.SUGGESTION)]


@pytest.mark.parametrize(
    "story",
    [
        "The lawsuit alleges that the gates were rotten.",
        "Ruiz never claimed that the gates were sound.",
        "Ruiz claimed the prize for the gates.",
        "The law stops Ruiz from claiming the gates.",
    ],
    ids=["lawsuit", "negated", "object", "object of a preposition"],
)
def test_claims_that_are_the_right_word(ask: Ask, story: str) -> None:
    assert ask(LoadedSpeechVerb(), story) == []


def test_a_speaker_who_spoke_before_is_not_late(ask: Ask) -> None:
    story = (
        "Ana Ruiz said that the gates were shut.\n\n"
        '"They were old. They were heavy. They were rotten," Ruiz said.'
    )
    assert ask(LateSpeaker(), story) == []


def test_a_paragraph_of_quoted_words_goes_on_from_who_was_quoted_last(ask: Ask) -> None:
    told = "Ana Ruiz, the mayor, said that the gates were shut. They were made in Tarn."
    words = '"We shall open them again before the winter."'
    assert len(ask(UnattributedQuote(), f"{told}\n\n{words}")) == 1
    quoted = f'{told} "They were rotten," she said.'
    assert ask(UnattributedQuote(), f"{quoted}\n\n{words}") == []
    assert ask(UnattributedQuote(), f"{told}\n\n{words}\n\n— Ana Ruiz, Tarn") == []
