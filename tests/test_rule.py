"""Rules are frozen values that carry their own documentation."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

import pytest
from pydantic import ValidationError

from newslint.finding import Problem, Severity
from newslint.reading import Reading
from newslint.rule import Example, Rule, spec_of
from newslint.span import Span


class Shouting(Rule):
    """Write in lower case.

    Capitals are hard to read.
    """

    id: str = "language.shouting"
    message: str = "%s shouts; write %s."
    limit: int = 2

    needs: ClassVar[frozenset[str]] = frozenset({"sentences"})

    def check(self, reading: Reading) -> Iterator[Problem]:
        yield self.problem(Span(0, 3), reading.text[:3], "hey")


class Silent(Rule):
    id: str = "language.silent"
    message: str = ""


class Greedy(Rule):
    """Ask for what does not exist."""

    id: str = "language.greedy"
    message: str = ""
    needs: ClassVar[frozenset[str]] = frozenset({"telepathy"})


def test_marks_are_cut_out_and_remembered() -> None:
    text, spans = Example("The [[very]] idea [[of]] it.").unmarked()
    assert text == "The very idea of it."
    assert [span.cut(text) for span in spans] == ["very", "of"]


def test_an_escaped_mark_is_text_and_a_lone_closing_one_too() -> None:
    text, spans = Example(r"See \[[Lyon]] and [[this]].").unmarked()
    assert text == "See [[Lyon]] and this."
    assert [span.cut(text) for span in spans] == ["this"]


@pytest.mark.parametrize("bad", ["[[one [[two]]", "never [[closed"])
def test_marks_that_do_not_pair_are_refused(bad: str) -> None:
    with pytest.raises(ValueError, match=r"nest|closed"):
        Example(bad).unmarked()


def test_a_rule_is_frozen_and_refuses_unknown_options() -> None:
    with pytest.raises(ValidationError):
        Shouting.model_validate({"volume": 11})
    with pytest.raises(ValidationError):
        Shouting().limit = 3  # type: ignore[misc]  # the point of the test


def test_a_severity_may_be_given_by_name() -> None:
    assert Shouting.model_validate({"severity": "error"}).severity is Severity.ERROR
    with pytest.raises(ValidationError, match="suggestion, warning, error"):
        Shouting.model_validate({"severity": "fatal"})


def test_each_placeholder_takes_one_word() -> None:
    problem = Shouting().problem(Span(0, 3), "HEY", "hey")
    assert problem.message == "HEY shouts; write hey."


def test_a_word_that_contains_a_placeholder_is_not_filled_again() -> None:
    problem = Shouting().problem(Span(0, 3), "50%s", "hey")
    assert problem.message == "50%s shouts; write hey."


def test_the_spec_is_read_from_the_class() -> None:
    spec = spec_of(Shouting, "tests")
    assert (spec.id, spec.rule.group, spec.kind) == ("language.shouting", "language", "check")
    assert spec.summary == "Write in lower case."
    assert spec.why == "Capitals are hard to read."
    assert spec.on


def test_a_rule_without_docstring_or_with_an_unknown_need_is_refused() -> None:
    with pytest.raises(ValueError, match="no docstring"):
        spec_of(Silent, "tests")
    with pytest.raises(ValueError, match="telepathy"):
        spec_of(Greedy, "tests")
