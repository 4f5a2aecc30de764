"""The parsers of figures and dates take any text, and what they find lies inside it."""

from __future__ import annotations

import datetime
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from newslint.checks._days.spans_of_time import wrong_lengths, wrong_orders
from newslint.checks._people.likeness import distance, plain, similar_name, skeleton
from newslint.checks._sums.rounding import Rounded, rounded
from newslint.checks._sums.totals import find_wrong_sums
from newslint.checks._sums.units import conversions, unit_called
from newslint.language.dates import find_dates, resolve
from newslint.language.numbers import find_quantities

WORDS = (
    "12 7 1,200 0 99999999999 1.5 £3 $ € % percent million bn of the to from and in since until"
    " , . ( ) - – May 3 31 February 1966 2001 two dozen half nine miles km acres men women"
    " seats 9am 5pm years days weeks after for total other remaining last week Monday yesterday ago"
)
PIECES = st.sampled_from(WORDS.split())
TEXTS = st.lists(PIECES | st.text(max_size=3), max_size=25).map(" ".join)
DAY = datetime.date(2026, 5, 11)


@given(TEXTS)
def test_quantities_and_dates_lie_in_the_text(text: str) -> None:
    for quantity in find_quantities(text):
        assert 0 <= quantity.span.start < quantity.span.end <= len(text)
        assert quantity.value >= 0
    for mention in find_dates(text):
        assert mention.span.cut(text).strip()
        resolve(mention, DAY)


@given(TEXTS, TEXTS)
def test_sums_and_lengths_lie_in_the_sentence(text: str, before: str) -> None:
    spans = [wrong.span for wrong in find_wrong_sums(text, before)]
    spans += [wrong.span for wrong in (*wrong_lengths(text, 2026, DAY), *wrong_orders(text))]
    assert all(0 <= span.start < span.end <= len(text) for span in spans)


@given(st.integers(min_value=1, max_value=10**6))
def test_a_conversion_worked_out_exactly_always_agrees(number: int) -> None:
    mile, kilometre = unit_called("miles"), unit_called("km")
    assert mile is not None
    assert kilometre is not None
    (there,) = conversions(Rounded(Fraction(number), Fraction(0)), mile, kilometre)
    assert there.agrees(rounded(f"{float(there.value):.3f}"))


@given(st.text(max_size=12), st.text(max_size=12))
def test_likeness_is_mutual(one: str, other: str) -> None:
    assert similar_name(one, other) == similar_name(other, one)
    assert distance(one, other) == distance(other, one)
    assert len(skeleton(plain(one))) <= len(plain(one)) + 1
