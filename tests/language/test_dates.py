"""Dates are found as written, and resolved against the article's own date."""

from __future__ import annotations

import datetime
import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.language.dates import DateKind, find_dates, resolve

THURSDAY = datetime.date(2025, 10, 30)


def day(iso: str) -> datetime.date:
    return datetime.date.fromisoformat(iso)


def resolved(text: str) -> dict[str, object]:
    """Return what each date in `text` means on Thursday, October 30, 2025, in ISO form."""
    found: dict[str, object] = {}
    for mention in find_dates(text):
        days = resolve(mention, THURSDAY)
        if isinstance(days, tuple):
            found[mention.span.cut(text)] = f"{days[0]}..{days[1]}"
        else:
            found[mention.span.cut(text)] = None if days is None else str(days)
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It fell on October 27 at noon.", {"October 27": "2025-10-27"}),
        ("It fell on Oct. 27, 2024, at noon.", {"Oct. 27, 2024": "2024-10-27"}),
        ("It fell on 27 October 2024.", {"27 October 2024": "2024-10-27"}),
        ("It fell on the 3rd of June.", {"3rd of June": "2025-06-03"}),
        ("Dated 2024-02-29.", {"2024-02-29": "2024-02-29"}),
        (
            "Dated 10/27/2025 or 27/10/2025.",
            {"10/27/2025": "2025-10-27", "27/10/2025": "2025-10-27"},
        ),
        ("Dated 4/5/2025.", {"4/5/2025": None}),
        ("On February 30, 2025, it fell.", {"February 30, 2025": None}),
        ("On Dec. 30 or Jan. 2.", {"Dec. 30": "2025-12-30", "Jan. 2": "2026-01-02"}),
        ("On May 5 in May 2024.", {"May 5": "2025-05-05", "May 2024": "2024-05-01..2024-05-31"}),
        ("The 2025 vote.", {"2025": "2025-01-01..2025-12-31"}),
    ],
)
def test_days_months_and_years(text: str, expected: dict[str, object]) -> None:
    assert resolved(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on Friday", {"Friday": "2025-10-24"}),
        ("on Thursday", {"Thursday": "2025-10-30"}),
        ("last Thursday", {"last Thursday": "2025-10-23"}),
        ("next Thursday", {"next Thursday": "2025-11-06"}),
        ("this Friday", {"this Friday": "2025-10-31"}),
        ("yesterday", {"yesterday": "2025-10-29"}),
        ("Tomorrow", {"Tomorrow": "2025-10-31"}),
        ("last week", {"last week": "2025-10-20..2025-10-26"}),
        ("earlier this month", {"earlier this month": "2025-10-01..2025-10-30"}),
        ("later this year", {"later this year": "2025-10-30..2025-12-31"}),
        ("three days ago", {"three days ago": "2025-10-27"}),
        ("two weeks ago", {"two weeks ago": "2025-10-13..2025-10-19"}),
        ("last quarter", {"last quarter": "2025-07-01..2025-09-30"}),
        ("next summer", {"next summer": "2026-06-01..2026-08-31"}),
        ("over the weekend", {"over the weekend": "2025-10-25..2025-10-26"}),
        ("last October", {"last October": "2024-10-01..2024-10-31"}),
        ("in January", {"January": "2026-01-01..2026-01-31"}),
        ("recently, a few days ago", {"recently": None, "a few days ago": None}),
    ],
)
def test_weekdays_and_relative_words(text: str, expected: dict[str, object]) -> None:
    assert resolved(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "between October 24 and October 27",
            {"between October 24 and October 27": "2025-10-24..2025-10-27"},
        ),
        ("from Friday to Wednesday", {"from Friday to Wednesday": "2025-10-24..2025-10-29"}),
        ("October 24-27, 2024", {"October 24-27, 2024": "2024-10-24..2024-10-27"}),
        ("24–27 October", {"24–27 October": "2025-10-24..2025-10-27"}),
        ("from 2019 to 2023", {"from 2019 to 2023": "2019-01-01..2023-12-31"}),
        ("on Monday and Tuesday", {"Monday": "2025-10-27", "Tuesday": "2025-10-28"}),
    ],
)
def test_ranges(text: str, expected: dict[str, object]) -> None:
    assert resolved(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "They march on. It may rain. Mar a bit.",
        "It drew 2,000 people, or in 2000 people.",
        "The 1990s; No. 2024x; page 10/27; 12:30; Fridays.",
        "October 10,000 came.",
    ],
)
def test_what_only_looks_like_a_date_is_left_alone(text: str) -> None:
    assert find_dates(text) == ()


def test_a_weekday_beside_a_day_is_kept_so_that_the_two_can_be_compared() -> None:
    (mention,) = find_dates("On Friday, October 30, it fell.")
    assert (mention.kind, mention.month, mention.day, mention.weekday) == (DateKind.DAY, 10, 30, 4)


def test_spans_are_moved_by_the_offset() -> None:
    (mention,) = find_dates("from May 3 to May 5", 100)
    assert (mention.span.start, mention.span.end) == (100, 119)
    assert mention.first is not None
    assert mention.first.span.start == 105


def test_months_wrap_over_the_turn_of_the_year() -> None:
    (mention,) = find_dates("in December")
    assert resolve(mention, day("2025-01-15")) == (day("2024-12-01"), day("2024-12-31"))
    (mention,) = find_dates("last month")
    assert resolve(mention, day("2025-01-15")) == (day("2024-12-01"), day("2024-12-31"))


_PIECES = st.sampled_from(
    [
        "Oct. ",
        "May ",
        "27",
        "2025",
        "-",
        "/",
        ", ",
        "last ",
        "Friday",
        " and ",
        "between ",
        "ago",
        "0",
    ]
)


@given(st.lists(_PIECES, max_size=12).map("".join), st.dates())
def test_dates_never_overlap_and_resolving_never_fails(text: str, anchor: datetime.date) -> None:
    mentions = find_dates(text)
    for first, second in pairwise(mentions):
        assert first.span.end <= second.span.start
    for mention in mentions:
        days = resolve(mention, anchor)
        assert not isinstance(days, tuple) or days[0] <= days[1]


@pytest.mark.parametrize("unit", ["Oct. ", "1 ", "last ", "between May 4 and ", "2025-", "a few "])
def test_hostile_text_takes_time_in_proportion(unit: str) -> None:
    began = time.process_time()
    find_dates(unit * 10_000)
    assert time.process_time() - began < 4
