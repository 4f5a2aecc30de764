"""Quotations are told from apostrophes, inches and mistakes.

In these tests `⟦…⟧` in the expectation shows a quotation's inner words.
"""

from __future__ import annotations

import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newslint.article import BlockKind, InlineKind
from newslint.language.quotation import MarkFault, Quotation
from newslint.language.quotations import find_quotations
from newslint.span import Span
from tests.support import article_of


def quoted(*paragraphs: str) -> list[str]:
    """Return the inner words of all quotations; no fault is tolerated."""
    article = article_of(*paragraphs)
    quotations = find_quotations(article)
    assert quotations.faults == ()
    return [q.inner.cut(article.text) for q in quotations.all]


def faults(*paragraphs: str) -> list[tuple[MarkFault, str]]:
    """Return each fault with the mark and the word after or before it."""
    article = article_of(*paragraphs)
    found = []
    for fault in find_quotations(article).faults:
        start, end = fault.span.start, fault.span.end
        near = article.text[start : end + 4] if fault.fault is MarkFault.UNCLOSED else None
        found.append((fault.fault, near or article.text[max(0, start - 4) : end]))
    return found


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ('"We are done," she said.', ["We are done,"]),
        ("“We are done,” she said. “We won’t go.”", ["We are done,", "We won’t go."]),
        ("‘We are done,’ said Ruiz. ‘We won’t go.’", ["We are done,", "We won’t go."]),
        ("'We are done,' said Ruiz. 'We won't go.'", ["We are done,", "We won't go."]),
        ("``We are done,'' she said.", ["We are done,"]),
        ("''We are done,'' she said.", ["We are done,"]),
        ("«We are done», she said. »We go«, he said.", ["We are done", "We go"]),
        ("„We are done“, she said.", ["We are done"]),
        ("It was a 'clear warning' from the port.", ["clear warning"]),
        ('“We did it," he said. "We did,” she said.', ["We did it,", "We did,"]),
        ("”We did it,” he said.", ["We did it,"]),
        (
            '"We wish—" he said. "—but no." ("So.") "...and so."',
            ["We wish—", "—but no.", "So.", "...and so."],
        ),
        ('"We did it ." and " we went " he said.', ["We did it .", " we went "]),
    ],
)
def test_every_kind_of_mark_is_read(text: str, inner: list[str]) -> None:
    assert quoted(text) == inner


@pytest.mark.parametrize(
    "text",
    [
        "Don't say it's Ruiz's or James' dog.",
        "The '90s, the ’60s and the ‘80s were loud; '08 was not.",
        "They danced to rock 'n' roll, rock ’n’ roll and drum n' bass.",
        "’Tis true, 'twas late, go get 'em.",
        "The workers' union met the teachers' union.",
        "Sheikh 'Abd al-Nur met Sophia in 't Veld in 's-Hertogenbosch.",
        "The U.S.'s port and Hawai'i's.",
        'He is 5\'10" and carries a 6" pipe and a 3’ 4” board.',
        "Home » News » Ports",
        "See https://example.org/?q=a'b and www.example.org/it's.",
    ],
)
def test_apostrophes_and_inches_are_neither_quotations_nor_faults(text: str) -> None:
    assert quoted(text) == []


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ("'The workers' union is done,' said Ruiz.", ["The workers' union is done,"]),
        ("'It is the '90s again,' said Ruiz.", ["It is the '90s again,"]),
        ("'Tis done,' said Ruiz. 'We go.'", ["Tis done,", "We go."]),
        ("\"Get 'em out o' here,\" she said.", ["Get 'em out o' here,"]),
        ('"I am 6\'2"," she said.', ["I am 6'2\","]),
        ('"It is a 6" pipe," she said.', ['It is a 6" pipe,']),
        ('It fell "in 1999" and rose "in 2001".', ["in 1999", "in 2001"]),
        ("the 'king' of the workers' party", ["king"]),
    ],
)
def test_apostrophes_inside_a_quotation_do_not_end_it(text: str, inner: list[str]) -> None:
    assert quoted(text) == inner


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ("\"He said 'go' and left,\" she said.", ["He said 'go' and left,", "go"]),
        ("'He said \"go\" and left,' she said.", ['He said "go" and left,', "go"]),
        ("“She said, ‘No.’”", ["She said, ‘No.’", "No."]),
        ("``She said, `No.'''", ["She said, `No.'", "No."]),
        ("“He said “go” and left.”", ["He said “go” and left.", "go"]),
        ("'''Harbor Lights,''' he replied.", ["'Harbor Lights,'", "Harbor Lights,"]),
    ],
)
def test_quotations_nest(text: str, inner: list[str]) -> None:
    assert quoted(text) == inner
    found = find_quotations(article_of(text)).all
    assert [q.depth for q in found] == [1, 2][: len(found)]


def test_a_paragraph_that_opens_again_goes_on_with_the_quotation() -> None:
    article = article_of("She said: “We are done.", "“We go.", "“We are gone.” They left.")
    quotations = find_quotations(article)
    assert quotations.faults == ()
    states = [(q.closed, q.continues, q.continuation) for q in quotations.all]
    assert states == [(False, True, False), (False, True, True), (True, False, True)]


def test_a_quotation_inside_goes_on_together_with_its_parent() -> None:
    article = article_of("“He told me: ‘We are done.", "“‘We go.’ So he said.”")
    quotations = find_quotations(article)
    assert quotations.faults == ()
    assert [(q.depth, q.continues) for q in quotations.all[:2]] == [(1, True), (2, True)]


def test_a_picture_between_paragraphs_does_not_end_a_quotation() -> None:
    article = article_of("“We are done.", (BlockKind.CAPTION, "The port"), "“We go.”")
    assert find_quotations(article).faults == ()


def test_headings_and_cells_do_not_go_on() -> None:
    assert faults("“We are done.", "end") == [(MarkFault.UNCLOSED, "“We a")]
    article = article_of((BlockKind.HEADING, "“We are"), (BlockKind.HEADING, "“We go”"))
    assert [f.span.start for f in find_quotations(article).faults] == [0]


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        (["'The port is not ours.", "We stay.'"], [("unclosed", "'The "), ("unopened", "tay.'")]),
        (["“We are done, he said. “Then go,” she said."], [("unclosed", "“We a")]),
        (["We are done,” he said."], [("unopened", "one,”")]),
        (['"We are done," he said. "We go.'], [("unclosed", '"We g')]),
        (['"He told me \'go away," she said.'], [("unclosed", "'go a")]),
        (["He called it a 'clear warning."], [("unclosed", "'clea")]),
        (["He said «We go. Then he left."], [("unclosed", "«We g")]),
    ],
)
def test_a_mark_without_partner_is_a_fault_at_the_mark(
    paragraphs: list[str], expected: list[tuple[str, str]]
) -> None:
    assert [(fault.value, near) for fault, near in faults(*paragraphs)] == expected


def test_an_unclosed_quotation_ends_where_the_next_begins() -> None:
    article = article_of("“We are done here. “Then go,” she said.")
    first = find_quotations(article).all[0]
    assert (first.closed, first.inner.cut(article.text)) == (False, "We are done here.")


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("“We are done, she said. The boat left.", "“We are done,"),
        ("“We are done, the island's mayor, Ana Ruiz, said. The boat left.", "“We are done,"),
        ("'We are done,\" she said. The boat left.", "'We are done,\""),
        ("\"We are done', she said. The boat left.", "\"We are done'"),
    ],
)
def test_an_unclosed_quotation_ends_at_a_wrong_mark_or_before_who_speaks(
    text: str, quoted: str
) -> None:
    first = find_quotations(article_of(text)).all[0]
    assert (first.closed, first.span.cut(text)) == (False, quoted)


def test_marks_in_code_and_addresses_are_not_read() -> None:
    article = article_of(
        'Type x = "a and open b"c now.',
        inlines=((InlineKind.CODE, 'x = "a'), (InlineKind.URL, 'b"c')),
    )
    quotations = find_quotations(article)
    assert (quotations.all, quotations.faults) == ((), ())


def test_a_quotation_element_needs_no_marks_and_encloses_those_inside() -> None:
    article = article_of(
        "She said go “now” please. He left.", inlines=((InlineKind.QUOTE, "go “now” please"),)
    )
    found = find_quotations(article).all
    assert [(q.inner.cut(article.text), q.mark, q.depth) for q in found] == [
        ("go “now” please", "<q>", 1),
        ("now", "“", 2),
    ]


def test_a_block_quotation_is_not_a_quotation() -> None:
    assert find_quotations(article_of((BlockKind.QUOTE, "We are done."))).all == ()


_MARKS = "“”‘’\"'„‚«»‹›`"


@example(['‘‚B"‘'])  # what is guessed of one must not end inside another
@example(["‘‚‘B“‘‘"])
@given(st.lists(st.text(alphabet=_MARKS + "aBs5 .,—()\n", max_size=30), max_size=4))
def test_quotations_nest_and_faults_are_other_marks(paragraphs: list[str]) -> None:
    article = article_of(*paragraphs)
    quotations = find_quotations(article)
    closed_marks: set[int] = set()
    for q in quotations.all:
        assert article.blocks[q.block].span.covers(q.span)
        assert q.span.covers(q.inner)
        if q.closed:
            closed_marks.update(range(q.span.start, q.inner.start))
            closed_marks.update(range(q.inner.end, q.span.end))
    for a in quotations.all:
        for b in quotations.all:
            assert a is b or _apart(a, b)
    for fault in quotations.faults:
        assert fault.span.cut(article.text)[0] in _MARKS
        assert not closed_marks & set(range(fault.span.start, fault.span.end))


def _apart(a: Quotation, b: Quotation) -> bool:
    return not a.span.overlaps(b.span) or a.inner.covers(b.span) or b.inner.covers(a.span)


@pytest.mark.parametrize(
    "unit", ["'", '"', "'a ", "a' ", "“", "”", "s' '", "``", "«", "5'5\"", "'“"]
)
def test_hostile_marks_take_time_in_proportion(unit: str) -> None:
    article = article_of("x" + unit * 8_000)
    began = time.process_time()
    find_quotations(article)
    assert time.process_time() - began < 3


def test_marks_that_never_close_take_time_in_proportion() -> None:
    article = article_of("« " * 20_000 + "x” " * 20_000 + "“«" * 10_000)
    began = time.process_time()
    find_quotations(article)
    assert time.process_time() - began < 4


@given(
    st.text(alphabet='"“”ab .\n', max_size=80),
    st.integers(0, 80),
    st.integers(0, 12),
)
def test_whether_a_place_is_quoted_is_what_looking_at_every_quotation_says(
    text: str, start: int, length: int
) -> None:
    found = find_quotations(article_of(text))
    place = Span(start, start + length)
    assert found.touches(place) == any(q.span.overlaps(place) for q in found.all)
    assert found.overlapping(place) == tuple(q for q in found.outer if q.span.overlaps(place))
