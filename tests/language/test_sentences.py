"""Sentences end where a reader would say they do, whatever the text."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.language.sentences import split_sentences


def sentences(text: str) -> list[str]:
    return [span.cut(text) for span in split_sentences(text)]


@pytest.mark.parametrize(
    "marked",
    [
        "The ferry left. | Nobody waved.",
        "It cost $1.5 million. | It sank.",
        # abbreviations
        "Sen. Ana Ruiz met Dr. Lund and Lt. Col. Bo Aas. | They ate.",
        "The U.S. Treasury objected. | So did the U.N. | The vote failed.",
        "They flew to Washington, D.C. | The mayor stayed.",
        "It bought Harbor Works Inc. | The price was low.",
        "Harbor Works Inc. Chief Executive Pia Lund resigned.",
        "SEN. RUIZ WINS. | CITY SLEEPS.",
        "J. A. Ruiz and George W. Lund signed. | Plan B. | The mayor did not.",
        "The bill is No. 12 on the list. | Did he sign? | No. | He left.",
        "It opened Jan. 5 and shut in Dec. | The rest is known.",
        "He fell ill. | Doctors came.",
        "The S.&P. 500 fell.",
        "MOUNT AIRY, N.C. — In the fall they left.",
        # clock times
        "It ended at 5 p.m. | Donald Lund went home.",
        "At 5 p.m. Donald Lund went home.",
        "It ended at 5 p.m. Monday. | It began at 9 a.m. EST.",
        # quotation marks and brackets after the stop
        '"We are done." | He left.',
        "‘We are done.’ | He left.",
        '"Why?" she asked. | Nobody knew.',
        '"Why?" Ana Ruiz asked. | Nobody knew.',
        '"Why?" I asked.',
        '"Go!" | He left.',
        'He said: "We are done. | We leave." | Then he left.',
        "(He had left.) | The rest stayed (see p. 4) until noon.",
        "It is done.[3] | It is over.",
        # ellipses and runs
        "We waited ... and then it came. | So what?! | Nothing.",
        "We waited . . . and then it came.",
        "... and so it ended.",
        "The … Ruiz team left. | They wept… | Then they slept.",
        # lists, addresses, names
        "1. Boil the water. | 2. Add salt.",
        "See https://example.org/a?b=c.d for more. | It helps.",
        "The report said: more rain. | Yahoo! News had it first.",
        "Prices fell. | iPhone sales rose.",
        "完了。 | 終わり。",
    ],
)
def test_a_sentence_ends_at_each_bar(marked: str) -> None:
    assert sentences(marked.replace(" | ", " ")) == marked.split(" | ")


def test_a_missing_space_after_a_closing_mark_does_not_join_sentences() -> None:
    assert sentences("“We are done.”He left.") == ["“We are done.”", "He left."]


def test_a_blank_line_always_ends_a_sentence() -> None:
    assert sentences("no stop here\n\nnor here") == ["no stop here", "nor here"]


def test_white_space_alone_holds_no_sentence() -> None:
    assert sentences(" \n\t ") == []


@given(st.text(alphabet="aA1 .!?…\"'“”‘’()[]—\n&", max_size=80) | st.text(max_size=80))
def test_sentences_hold_everything_but_white_space_once(text: str) -> None:
    spans = split_sentences(text)
    covered = [i for span in spans for i in range(span.start, span.end)]
    assert covered == sorted(set(covered))
    assert all(c.isspace() for i, c in enumerate(text) if i not in set(covered))
    assert all(span.cut(text).strip() == span.cut(text) != "" for span in spans)


@pytest.mark.parametrize(
    "unit", [".", ". ", '."', "!", "a.m. ", "A. ", '?" A ', ". . ", "\n\n", "x" * 9, "…”", "U.S."]
)
def test_hostile_text_takes_time_in_proportion(unit: str) -> None:
    began = time.process_time()
    split_sentences(unit * 20_000 + "x")
    assert time.process_time() - began < 4
