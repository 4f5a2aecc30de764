"""A result comes back as it was, or not at all."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.cache.results import decode, encode
from newslint.finding import Edit, Finding, Fix, Position, Related, Severity
from newslint.result import FileResult, Suppressed, Suppression
from newslint.span import Span

SOURCE = "“Ça va,” said \U0001f600 Ilse Brandt of Östermark.\r\nShe left."


@st.composite
def spans(draw: st.DrawFn) -> Span:
    start = draw(st.integers(0, len(SOURCE) - 1))
    return Span(start, draw(st.integers(start + 1, len(SOURCE))))


dates = st.none() | st.dates(datetime.date(2000, 1, 1), datetime.date(2100, 1, 1))
texts = st.text(max_size=20)


@st.composite
def findings(draw: st.DrawFn) -> Finding:
    span = draw(spans())
    edits = draw(st.lists(st.builds(Edit, spans(), texts), max_size=2))
    return Finding(
        rule=draw(texts),
        severity=draw(st.sampled_from(Severity)),
        message=draw(texts),
        path="desk/story.md",
        span=span,
        start=Position(1, draw(st.integers(1, 99))),
        end=Position(2, draw(st.integers(1, 99))),
        excerpt=span.cut(SOURCE),
        fingerprint=draw(texts),
        scope=draw(st.sampled_from(["span", "document"])),
        anchored=draw(st.booleans()),
        link=draw(st.none() | texts),
        fix=draw(st.none() | st.builds(Fix, st.just(tuple(edits)), st.booleans())),
        related=tuple(draw(st.lists(st.builds(Related, spans(), texts), max_size=2))),
        engine=draw(texts),
        engine_rule=draw(st.none() | texts),
    )


suppressions = st.builds(
    Suppression,
    spans(),
    st.integers(1, 9),
    texts,
    st.lists(texts, max_size=2).map(tuple),
    st.sampled_from(["active", "expired", "not checked"]),
    texts,
    st.none() | texts,
    dates,
    st.integers(0, 9),
    texts,
)


@given(
    st.lists(findings(), max_size=3),
    st.lists(st.builds(Suppressed, findings(), texts, st.none() | texts, dates), max_size=2),
    st.lists(suppressions, max_size=2),
    st.none() | texts,
)
def test_a_result_comes_back_as_it_was(
    found: list[Finding],
    suppressed: list[Suppressed],
    all_suppressions: list[Suppression],
    genre: str | None,
) -> None:
    result = FileResult(
        "desk/story.md",
        "markdown",
        "news",
        genre,
        tuple(found),
        tuple(suppressed),
        source=SOURCE if found else "",
        suppressions=tuple(all_suppressions),
        ran=("words.bad", "words.fixed"),
    )
    assert decode(encode(result), "desk/story.md", SOURCE) == result


@pytest.mark.parametrize(
    "data", [b"", b"null", b"[]", b"{}", b"\xff", b'{"findings":[[1]]}', b'{"findings":3}']
)
def test_what_is_no_result_is_none(data: bytes) -> None:
    assert decode(data, "desk/story.md", SOURCE) is None


def test_the_article_is_not_kept_a_second_time() -> None:
    place = Position(1, 1)
    finding = Finding(
        "words.bad", Severity.ERROR, "Bad.", "a.md", Span(1, 6), place, place, "Ça va", "f"
    )
    assert "Ça va" not in encode(FileResult("a.md", "text", "news", None, (finding,))).decode()
