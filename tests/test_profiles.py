"""Profiles: what each of them switches, on one story; and opinion, which owes no sources."""

from __future__ import annotations

from pathlib import Path

import pytest

import newslint
from newslint.registry import profile_names

pytestmark = pytest.mark.model

STORY = (Path(__file__).parent / "articles" / "profiles" / "ferry.md").read_text(encoding="utf-8")

Place = tuple[str, str]

OFFICIAL = ("anonymity.no-reason", "a bank official")
DOCUMENT = ("attribution.unnamed-document", "Leaked documents")
EXPERTS = ("attribution.vague-collective-source", "Experts")
GUESS = ("claims.writer-speculation", "seems set to")
HEDGE = ("claims.orphan-hedge", "reportedly")
WEEKDAY = ("consistency.weekday-date-mismatch", "Monday, 4 March")
WORDY = ("language.wordy-phrase", "in order to")
STATED = ("quotes.stilted-verb", "stated")
CREDIT = ("secondhand.credit-without-link", "Rastow Gazette")

NEWS: dict[Place, str | None] = {
    OFFICIAL: "warning",
    DOCUMENT: "warning",
    EXPERTS: "warning",
    GUESS: "suggestion",
    HEDGE: "warning",
    WEEKDAY: "error",
    WORDY: "suggestion",
    STATED: "suggestion",
    CREDIT: "warning",
}

#: What differs from news; None is not reported at all.
SWITCHED: dict[str, dict[Place, str | None]] = {
    "news": {},
    "wire": {
        OFFICIAL: "error",
        DOCUMENT: "error",
        HEDGE: "error",
        CREDIT: None,
    },
    "investigation": {OFFICIAL: "error", DOCUMENT: "error", HEDGE: "error"},
    "student": {
        OFFICIAL: "suggestion",
        DOCUMENT: "suggestion",
        EXPERTS: "suggestion",
        GUESS: "suggestion",
        HEDGE: "suggestion",
        WEEKDAY: "suggestion",
        CREDIT: "suggestion",
    },
    "blog": {GUESS: "suggestion", STATED: None},
    "opinion": dict.fromkeys((DOCUMENT, EXPERTS, GUESS)),
    "live": {},
    "strict": {
        OFFICIAL: "error",
        DOCUMENT: "error",
        GUESS: "error",
        HEDGE: "error",
        CREDIT: "error",
    },
}


def found(path: str = "ferry.md", **settings: object) -> dict[Place, str | None]:
    findings = newslint.lint_text(STORY, path=path, settings=settings)
    reported = {(f.rule, f.excerpt): f.severity.label for f in findings}
    return {place: reported.get(place) for place in NEWS}


@pytest.mark.parametrize("profile", profile_names())
def test_a_profile_switches_what_it_says_and_nothing_else(profile: str) -> None:
    assert found(profile=profile) == NEWS | SWITCHED[profile]


@pytest.mark.parametrize(
    ("path", "settings"),
    [
        ("opinion/ferry.md", {}),
        ("site/comment/ferry.md", {}),
        ("ferry.md", {"genre": "opinion"}),
        ("ferry.md", {"profile": "opinion"}),
    ],
)
def test_opinion_is_not_told_to_attribute_opinions_and_its_facts_are_checked(
    path: str, settings: dict[str, object]
) -> None:
    reported = found(path, **settings)
    assert {place for place in (GUESS, EXPERTS) if reported[place]} == set()
    assert reported[WEEKDAY] == "error"
    assert reported[HEDGE] == "warning"
    assert reported[OFFICIAL] == "warning"


def test_a_rule_set_by_its_id_runs_in_opinion_as_well() -> None:
    rules = {"claims.writer-speculation": "warning"}
    assert found("opinion/ferry.md", rules=rules)[GUESS] == "warning"


def test_the_profile_page_shows_what_each_profile_switches() -> None:
    page = (Path(__file__).parent.parent / "docs" / "configuration.md").read_text(encoding="utf-8")
    rows = [line for line in page.splitlines() if line.startswith("| `")]
    for name in profile_names():
        assert any(row.startswith(f"| `{name}` |") for row in rows), name
