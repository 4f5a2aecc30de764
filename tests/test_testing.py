"""The example runner, which plug-in authors use as well: it must not let a fault pass."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

import pytest

from newslint.finding import Edit, Fix, Problem
from newslint.patterns.rule_file import read_rule
from newslint.reading import Reading
from newslint.rule import Example, Rule
from newslint.span import Span
from newslint.testing import cases, complaint, find, fixed, shown
from tests.rules_for_tests import NoAnalyser, Undeclared

PIER = read_rule(
    """
extends: substitution
message: "Write “%s” for “%s”."
action: {name: replace}
swap: {pier: quay}
examples:
  - text: "A [[pier]]."
    fixed: "A quay."
  - text: "A quay."
""",
    "house.pier",
    "house/pier.yml",
    "house",
)


class Restless(Rule):
    """Never be content."""

    id: str = "house.restless"
    message: str = "Longer."
    needs: ClassVar[frozenset[str]] = frozenset()

    def check(self, reading: Reading) -> Iterator[Problem]:
        yield self.problem(Span(0, 1), fix=Fix((Edit(Span(0, 1), "aa"),)))


def said(text: str, fixed: str | None = None) -> str:
    return complaint(PIER.rule, Example(text, fixed), NoAnalyser()) or ""


def test_cases_are_named_after_rule_and_number() -> None:
    assert [str(case) for case in cases([PIER])] == ["house.pier-1", "house.pier-2"]


def test_an_example_that_holds_gives_no_complaint() -> None:
    for case in cases([PIER]):
        assert complaint(case.rule, case.example, NoAnalyser()) is None


def test_what_is_not_found_is_complained_of() -> None:
    assert "expected 'A [[quay]].', found nothing" in said("A [[quay]].")


def test_what_is_not_marked_is_complained_of() -> None:
    wrong = said("A pier.")
    assert "expected nothing, found 'A [[pier]].'" in wrong
    assert "1:3 Write “quay” for “pier”." in wrong


def test_a_place_that_is_one_letter_off_is_complained_of() -> None:
    assert "expected 'A[[ pier]].', found 'A [[pier]].'" in said("A[[ pier]].")


def test_a_fix_that_gives_another_text_is_complained_of() -> None:
    wrong = said("A [[pier]].", fixed="A wharf.")
    assert wrong == "house.pier: fixing gives 'A quay.', the example says 'A wharf.'"


def test_a_message_with_a_gap_is_complained_of() -> None:
    rule = PIER.rule.model_copy(update={"message": "%s %s %s"})
    assert "has a %s too many" in (complaint(rule, Example("A [[pier]]."), NoAnalyser()) or "")


def test_fixing_that_never_ends_is_an_error() -> None:
    with pytest.raises(ValueError, match=r"house\.restless still has fixes after 10 rounds"):
        fixed(Restless(), "abc", Example("abc"), NoAnalyser())


def test_a_need_that_was_not_declared_is_an_error() -> None:
    with pytest.raises(Exception, match="asks for 'sentences' without declaring it"):
        find(Undeclared(), "One.", Example("One."), NoAnalyser())


def test_options_and_format_come_from_the_example() -> None:
    example = Example("<p>A [[quay]].</p>", path="a.html", options=(("swap", {"quay": "pier"}),))
    assert complaint(PIER.rule, example, NoAnalyser()) is None


def test_marks_are_shown_as_in_an_example() -> None:
    assert shown("abcd", [Span(1, 2), Span(2, 3)]) == "'a[[b]][[c]]d'"
    assert shown("abcd", []) == "nothing"
