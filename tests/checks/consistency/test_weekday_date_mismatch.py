"""Weekdays are held against the calendar, never against today."""

from __future__ import annotations

import datetime

from hypothesis import given
from hypothesis import strategies as st

from newslint.checks.consistency.weekday_date_mismatch import WeekdayDateMismatch
from newslint.finding import Severity
from newslint.language.dates import MONTHS, WEEKDAYS
from newslint.language.pipeline import SpacyAnalyser
from newslint.markup.read import parse_article
from newslint.reading import Reading

RULE = WeekdayDateMismatch()


def test_the_day_of_what_was_held_on_a_date() -> None:
    told = "The board lost Saturday's village vote, held on 14 June."
    assert messages(told, "2026-06-16") == [
        (
            "Saturday's village vote, held on 14 June",
            Severity.ERROR,
            "14 June 2026 is a Sunday: check the weekday and the date.",
        )
    ]
    assert messages(told.replace("Saturday", "Sunday"), "2026-06-16") == []


RANGE = "Divers went down three times between June 3 and June 6."


def messages(source: str, date: str | None = None) -> list[tuple[str, Severity, str]]:
    day = datetime.date.fromisoformat(date) if date else None
    article = parse_article(source, "story.md")
    reading = Reading(article, SpacyAnalyser(), date=day).declaring(RULE.needs)
    return [
        (p.span.cut(article.text), min(p.at_most or RULE.severity, RULE.severity), p.message)
        for p in RULE.check(reading)
    ]


@given(
    st.dates(datetime.date(1950, 1, 1), datetime.date(2080, 12, 31)),
    st.integers(min_value=0, max_value=6),
)
def test_a_full_date_needs_no_other_date(day: datetime.date, weekday: int) -> None:
    written = f"{WEEKDAYS[weekday]}, {MONTHS[day.month - 1]} {day.day}, {day.year}"
    found = messages(f"The lock was opened on {written}, to cheers.")
    if weekday == day.weekday():
        assert found == []
    else:
        assert found == [
            (
                written,
                Severity.ERROR,
                f"{day.day} {MONTHS[day.month - 1]} {day.year} is a {WEEKDAYS[day.weekday()]}:"
                " check the weekday and the date.",
            )
        ]


def test_a_date_without_a_year_is_the_one_nearest_to_the_article() -> None:
    story = "The lock will open on Monday, 5 January."
    assert messages(story, "2025-12-30") == []
    assert [words for words, _, _ in messages(story, "2024-12-30")] == ["Monday, 5 January"]


def test_a_guessed_year_is_only_a_warning_where_the_paragraph_names_another() -> None:
    story = "In 2019 the lock was shut. It opened on Monday, 5 January, after a flood."
    assert [severity for _, severity, _ in messages(story, "2024-12-30")] == [Severity.WARNING]


def test_the_old_calendar_and_quotations_are_only_warnings() -> None:
    old = "The lock was begun on Monday, January 6, 1850."
    quoted = 'The sign says: "Opened on Monday, January 7, 2030."'
    assert [s for _, s, _ in messages(old)] == [Severity.WARNING]
    assert [s for _, s, _ in messages(quoted)] == []
    quoted = 'The sign says: "Opened on Sunday, January 7, 2030."'
    assert [s for _, s, _ in messages(quoted)] == [Severity.WARNING]


def test_the_last_of_several_dated_events_must_fall_on_one_of_the_days() -> None:
    # 3 June 2030 is a Monday.
    story = f"{RANGE} The last of these dives was on Saturday."
    ((words, severity, message),) = messages(story, "2030-06-10")
    assert (words, severity) == ("Saturday", Severity.ERROR)
    assert "Monday 3 June 2030 to Thursday 6 June 2030" in message
    assert messages(story.replace("Saturday", "Wednesday"), "2030-06-10") == []


def test_the_days_may_stand_at_the_end_of_the_paragraph_above() -> None:
    story = f"{RANGE}\n\nThe last of these dives was on Saturday."
    assert [words for words, _, _ in messages(story, "2030-06-10")] == ["Saturday"]


def test_a_weekday_that_is_not_tied_to_the_days_is_another_day() -> None:
    assert messages(f"{RANGE} The lock opens on Saturday.", "2030-06-10") == []
    assert messages(f"{RANGE} The first of them was shown last Saturday.", "2030-06-10") == []


def test_a_week_has_every_weekday() -> None:
    story = "Divers went down between June 3 and June 9. The last of these dives was on Saturday."
    assert messages(story, "2030-06-20") == []


def test_without_a_date_the_article_is_told_so_once() -> None:
    story = (
        f"{RANGE} The last of these dives was on Saturday.\n\n"
        "The lock opens on Monday, 8 July. It was begun on Friday, 4 May."
    )
    found = messages(story)
    assert [(words, severity) for words, severity, _ in found] == [("Saturday", Severity.WARNING)]
    assert "no date" in found[0][2]
