"""Spans are half-open and refuse to run backwards."""

from __future__ import annotations

import pytest

from newslint.span import Span, hull


def test_a_span_covers_its_start_and_not_its_end() -> None:
    assert Span(0, 5).cut("Mayor resigns") == "Mayor"


@pytest.mark.parametrize(("start", "end"), [(3, 2), (-1, 4)])
def test_a_backwards_or_negative_span_is_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="not a span"):
        Span(start, end)


def test_an_empty_span_is_still_a_place() -> None:
    assert Span(4, 4)
    assert len(Span(4, 4)) == 0


def test_neighbours_do_not_overlap() -> None:
    assert not Span(0, 3).overlaps(Span(3, 6))
    assert Span(0, 4).overlaps(Span(3, 6))


def test_covers_allows_equal_ends() -> None:
    assert Span(2, 6).covers(Span(2, 6))
    assert not Span(2, 6).covers(Span(2, 7))


def test_the_hull_reaches_from_the_first_to_the_last() -> None:
    assert hull([Span(8, 9), Span(2, 4)]) == Span(2, 9)


def test_nothing_has_no_hull() -> None:
    with pytest.raises(ValueError, match="no spans"):
        hull([])
