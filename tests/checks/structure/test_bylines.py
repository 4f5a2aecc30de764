"""Who signed, and who did not."""

from __future__ import annotations

import pytest

from newslint.checks._bylines import find_byline, generic_part
from newslint.checks.structure.generic_byline import GenericByline
from newslint.checks.structure.missing_byline import MissingByline
from newslint.checks.structure.missing_date import MissingDate
from newslint.finding import Severity
from newslint.markup.read import parse_article
from tests.checks.conftest import Ask

STORY = " ".join(["The mill by the river has stood there since the town was young."] * 8)


def byline(source: str, path: str = "story.md") -> str | None:
    found = find_byline(parse_article(source, path))
    return found.names if found else None


@pytest.mark.parametrize(
    ("source", "names"),
    [
        ("---\nauthor: Ada Lind\n---\n\nThe mill burnt.", "Ada Lind"),
        ("---\nauthors:\n  - Ada Lind\n  - Rob Moe\n---\n\nThe mill burnt.", "Ada Lind"),
        ("---\nauthor:\n  name: Ada Lind\n---\n\nThe mill burnt.", "Ada Lind"),
        ("# Mill burns\n\nBy Ada Lind\n\nThe mill burnt.", "Ada Lind"),
        ("# Mill burns\n\n*Words by Ada Lind and Rob Moe*\n\nIt burnt.", "Ada Lind and Rob Moe"),
        ("# Mill burns\n\nThe mill burnt.\n\nReporting by Ada Lind", "Ada Lind"),
        ("# Mill burns\n\nBERGEN (AFP) — The mill burnt.", "AFP"),
        ("# Mill burns\n\nBERGEN (Staff) — The mill burnt.", "Staff"),
        ("# Mill burns\n\nBy Ada Lind | Bergen | 3 May 2031\n\nIt burnt.", "Ada Lind"),
        ("# Mill burns\n\nBy our staff, Bergen, Friday 3 May 2031\n\nIt burnt.", "our staff"),
        ("# Mill burns\n\nBERGEN, Friday (Fjord Wire) - By Ada Lind\n\nIt burnt.", "Ada Lind"),
        ("# Mill burns\n\nSports Desk\n\nThe mill burnt.", "Sports Desk"),
        ("# Mill burns\n\nBy:\n\nThe mill burnt.", "By:"),
    ],
)
def test_where_a_byline_is_found(source: str, names: str) -> None:
    assert byline(source) == names


@pytest.mark.parametrize(
    "source",
    [
        "# Mill burns\n\nBy noon the mill had burnt.",
        "# Mill burns\n\nBy Monday.",
        "# Mill burns\n\n## Staff\n\nThe mill burnt.",
        "# Mill burns\n\nStaff fled.\n\nThe mill burnt.",
        "# Mill burns\n\nBERGEN (population 900) — The mill burnt.",
        "---\nauthor: ''\n---\n\nThe mill burnt.",
    ],
)
def test_what_is_no_byline(source: str) -> None:
    assert byline(source) is None


def test_people_and_desks() -> None:
    assert generic_part("Post Staff") == "collective"
    assert generic_part("  ADMIN ") == "placeholder"
    assert generic_part("Culture Desk") == "placeholder"
    assert generic_part("La Redacción") == "placeholder"
    assert generic_part("Team Courier") == "collective"
    assert generic_part("Ada Lind, staff writer") is None
    assert generic_part("Ada Lind and staff") is None
    assert generic_part("Desk Andersen") is None


def test_a_generic_byline_is_marked_where_it_is_written(ask: Ask) -> None:
    rule = GenericByline()
    assert ask(rule, "---\nauthor: 'unknown'\n---\n\nIt burnt.") == [("unknown", Severity.WARNING)]
    assert ask(rule, "# Mill burns\n\nBy City Desk\n\nIt burnt.") == [
        ("City Desk", Severity.WARNING)
    ]
    assert ask(rule, "# Mill burns\n\nBy —\n\nIt burnt.") == [("By —", Severity.WARNING)]
    assert ask(rule, "# Mill burns\n\nBy Courier Staff\n\nIt burnt.") == [
        ("Courier Staff", Severity.SUGGESTION)
    ]


def test_bare_text_may_be_signed_elsewhere(ask: Ask) -> None:
    rule = MissingByline()
    assert ask(rule, f"# Mill burns\n\n{STORY}") == [("Mill burns", Severity.WARNING)]
    fields = f"---\ntitle: Mill burns\ndate: 2031-03-04\n---\n\n{STORY}"
    assert ask(rule, fields) == [("Mill burns", Severity.WARNING)]
    bare = f"Mill burns\n\nOSLO, March 4 - It burnt.\n\n{STORY}"
    assert [severity for _, severity in ask(rule, bare, path="mill.txt")] == [Severity.SUGGESTION]


def test_the_page_that_a_story_was_taken_from_may_name_its_writer(ask: Ask) -> None:
    taken = f"# Mill burns\n\n{STORY}\n\nOriginal URL: https://mill.example/fire"
    assert ask(MissingByline(), taken) == [("Mill burns", Severity.SUGGESTION)]


def test_copy_that_gives_its_day_gives_its_writer(ask: Ask) -> None:
    dated = f"Mill burns\nPublished 4 March 2031\n\n{STORY}"
    found = ask(MissingByline(), dated, path="mill.txt")
    assert [severity for _, severity in found] == [Severity.WARNING]


def test_a_date_may_come_from_anywhere(ask: Ask) -> None:
    rule = MissingDate()
    story = f"# Mill burns\n\n{STORY}"
    assert ask(rule, story) == [("Mill burns", Severity.WARNING)]
    assert ask(rule, story, date="2031-03-04") == []
    assert ask(rule, story, path="posts/2031-03-04-mill.md") == []
    assert ask(rule, f"# Mill burns\n\nMarch 4, 2031\n\n{STORY}") == []


def test_a_snippet_needs_neither(ask: Ask) -> None:
    for rule in (MissingByline(), MissingDate()):
        assert ask(rule, "# Mill burns\n\nIt burnt down in the night.") == []
        assert ask(rule, "") == []


def test_an_author_left_empty_is_marked_at_its_key(ask: Ask) -> None:
    source = f"---\ntitle: Mill burns\nauthor:\n---\n\n{STORY}"
    assert ask(MissingByline(), source) == [("author", Severity.WARNING)]
