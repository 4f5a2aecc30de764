"""One article: every rule has its say, whatever happens to the others."""

from __future__ import annotations

import pytest

from newslint.engine.examine import examine, lint
from newslint.errors import NewslintError, Unavailable
from newslint.finding import Problem
from newslint.reading import Reading
from newslint.span import Span
from tests.rules_for_tests import Fixed, Raising, Undeclared, Word, read


class Lacking(Fixed):
    """Needs what there is not."""

    id: str = "words.lacking"

    def check(self, reading: Reading):  # type: ignore[no-untyped-def] # raises at once
        raise Unavailable("the model is not installed", "install it")


def test_findings_are_sorted_by_place_and_exact_duplicates_are_one() -> None:
    twice = Problem(Span(4, 9), "Here.")
    rules = [Fixed(problems=(Problem(Span(10, 14), "Here."), twice, twice)), Word(word="The")]
    findings = lint(read("The ferry left.\n"), rules)
    assert [f.excerpt for f in findings] == ["The", "ferry", "left"]


def test_the_same_words_in_two_places_are_two_findings() -> None:
    findings = lint(read("A bad day, a bad end.\n"), [Word()])
    assert [f.span for f in findings] == [Span(2, 5), Span(13, 16)]


def test_a_rule_that_raises_is_named_and_the_others_still_run() -> None:
    examined = examine(read("A bad day.\n"), [Raising(), Word()])
    assert [(f.rule, f.excerpt) for f in examined.findings] == [
        ("words.raising", "A"),
        ("words.bad", "bad"),
    ]
    (error,) = examined.errors
    assert (error.kind, error.rule) == ("rule", "words.raising")
    assert error.message == "rule words.raising failed: ZeroDivisionError: no such luck"
    assert error.hint


def test_a_rule_that_points_outside_the_article_has_failed() -> None:
    examined = examine(read("A day.\n"), [Fixed(problems=(Problem(Span(3, 99), "Here."),))])
    assert "words.fixed failed: ValueError: reported characters 3 to 99" in (
        examined.errors[0].message
    )


class GivingUp(Fixed):
    """Knows what to do about its failure."""

    id: str = "words.giving-up"

    def check(self, reading: Reading):  # type: ignore[no-untyped-def] # raises at once
        raise NewslintError("gave up: too slow", "write it simpler")


def test_a_rule_that_says_why_it_failed_is_reported_in_its_words() -> None:
    (error,) = examine(read("A day.\n"), [GivingUp()]).errors
    assert error.message == "rule words.giving-up failed: gave up: too slow"
    assert error.hint == "write it simpler"


def test_a_missing_capability_is_no_error_of_the_rule() -> None:
    examined = examine(read("A bad day.\n"), [Lacking(), Word()])
    assert [rule for rule, _ in examined.unavailable] == ["words.lacking"]
    assert examined.errors == ()
    assert [f.rule for f in examined.findings] == ["words.bad"]


def test_a_rule_that_asks_for_the_undeclared_is_served_and_told_of() -> None:
    asked: list[tuple[str, str]] = []
    examined = examine(
        read("A day.\n"), [Undeclared()], undeclared=lambda rule, need: asked.append((rule, need))
    )
    assert [f.excerpt for f in examined.findings] == ["A day."]
    assert asked == [("words.undeclared", "sentences")]


def test_without_a_listener_asking_for_the_undeclared_fails() -> None:
    (error,) = examine(read("A day.\n"), [Undeclared()]).errors
    assert "asks for 'sentences' without declaring it" in error.message


def test_front_matter_that_cannot_be_read_is_an_error_and_the_body_is_checked() -> None:
    examined = examine(read("---\ntitle: [one\n---\n\nA bad day.\n"), [Word()])
    assert [error.kind for error in examined.errors] == ["parse"]
    assert [f.excerpt for f in examined.findings] == ["bad"]


def test_lint_raises_what_examine_records() -> None:
    with pytest.raises(NewslintError, match=r"words\.raising failed"):
        lint(read("A day.\n"), [Raising()])
    with pytest.raises(Unavailable, match="not installed"):
        lint(read("A day.\n"), [Lacking()])
