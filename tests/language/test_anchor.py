"""An article's own date comes from the article or the user, never from the clock."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest

from newslint.article import Article, BlockKind, Field, FrontMatter
from newslint.language.anchor import find_anchor, find_anchors
from newslint.span import Span
from tests.support import article_of

DAY = datetime.date(2025, 10, 30)


def with_front_matter(key: str, value: str) -> Article:
    article = article_of("Words.", path="story.md")
    source = f"---\n{key}: {value}\n---\n" + article.source
    start = 4 + len(key) + 2
    field = Field(key, value, Span(start, start + len(value)), Span(4, 4 + len(key)))
    matter = FrontMatter("yaml", Span(0, len(source) - len(article.source)), (field,))
    return replace(article, source=source, front_matter=matter)


def test_the_user_s_date_comes_first() -> None:
    anchor = find_anchor(with_front_matter("date", "2020-01-01"), DAY)
    assert anchor is not None
    assert (anchor.date, anchor.origin, anchor.span) == (DAY, "option", None)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("date", "2025-10-30"),
        ("publish_date", "2025-10-30T23:59:00-05:00"),
        ("published", "2025-10-30 08:00:00 +0000"),
        ("datePublished", "October 30, 2025"),
        ("article:published_time", "20251030"),
    ],
)
def test_front_matter_gives_the_date_and_its_place(key: str, value: str) -> None:
    article = with_front_matter(key, value)
    anchor = find_anchor(article)
    assert anchor is not None
    assert (anchor.date, anchor.origin) == (DAY, "front matter")
    assert anchor.span is not None
    assert anchor.span.cut(article.source) == value


@pytest.mark.parametrize(
    "path", ["posts/2025-10-30-ferry.md", "2025/10/30/ferry.html", "20251030_ferry.txt"]
)
def test_a_file_name_gives_the_date(path: str) -> None:
    anchor = find_anchor(article_of("Words.", path=path))
    assert anchor is not None
    assert (anchor.date, anchor.origin) == (DAY, "file name")


@pytest.mark.parametrize(
    ("text", "words", "origin"),
    [
        ("MOUNT AIRY, N.C., Oct. 30, 2025 — The ferry left.", "Oct. 30, 2025", "dateline"),
        ("OSLO (UPC), 30 October 2025 – The ferry left.", "30 October 2025", "dateline"),
        ("October 30, 2025", "October 30, 2025", "text"),
        ("Thursday, October 30, 2025 The ferry left.", "Thursday, October 30, 2025", "dateline"),
        ("Published: Thursday, October 30, 2025 | 8:15 am", "Thursday, October 30, 2025", "text"),
    ],
)
def test_a_dateline_or_date_line_gives_the_date(text: str, words: str, origin: str) -> None:
    article = article_of((BlockKind.HEADLINE, "Ferry leaves"), "By Pia Lund", text, "More.")
    anchor = find_anchor(article)
    assert anchor is not None
    assert (anchor.date, anchor.origin) == (DAY, origin)
    assert anchor.span is not None
    assert anchor.span.cut(article.text) == words


def test_a_dateline_takes_its_year_from_the_file_name() -> None:
    article = article_of("OSLO, Oct. 29 — The ferry left.", path="2025-10-30-ferry.md")
    assert [(a.date.isoformat(), a.origin) for a in find_anchors(article)] == [
        ("2025-10-30", "file name"),
        ("2025-10-29", "dateline"),
    ]


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("The ferry left on October 30, 2025, and sank.", "story.txt"),
        ("October 30, 2025 The ferry left.", "story.txt"),
        ("Thursday, October 30, 2025, saw the ferry leave.", "story.txt"),
        ("OSLO, Oct. 29 — The ferry left.", "story.txt"),
        ("Words.", "12345678901-notes.md"),
        ("Words.", "2025-13-45-notes.md"),
        ("Updated on October 30, 2025", "story.txt"),
    ],
)
def test_without_a_date_of_its_own_there_is_none(text: str, path: str) -> None:
    assert find_anchor(article_of(text, path=path)) is None


@pytest.mark.parametrize(
    "line",
    [
        "By Bo Ash, arts editor; 3 May 2028",
        "Lund Wire, Lund, Wednesday 3 May 2028",
        "Wednesday, May 3, 2028 · Updated 6:10 p.m. to add a reply",
    ],
)
def test_a_line_above_the_story_may_hold_more_than_the_date(line: str) -> None:
    anchor = find_anchor(article_of(line, "The mill shut.", path="story.txt"))
    assert anchor is not None
    assert anchor.date == datetime.date(2028, 5, 3)


@pytest.mark.parametrize("line", ["Photo: Bo Ash, 3 May 2028", "The mill shut on 3 May 2028"])
def test_the_date_of_a_picture_or_of_an_event_is_not_the_articles(line: str) -> None:
    assert find_anchor(article_of(line, "The mill shut.", path="story.txt")) is None
