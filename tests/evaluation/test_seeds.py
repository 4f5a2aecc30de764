"""The list of what three versions of a story must and must not show."""

from __future__ import annotations

from pathlib import Path

import pytest

from evaluation.seeds import Expectation, Row, main, read_expectations, rows, table
from newslint.finding import Finding, Position, Severity
from newslint.registry import load_rules
from newslint.span import Span


def found(rule: str, line: int, severity: Severity) -> Finding:
    place = Position(line, 4)
    return Finding(rule, severity, "!", "a.txt", Span(0, 1), place, place, "x", "0")


def expected(rule: str | None, line: int | None, severity: Severity | None) -> Expectation:
    return Expectation("S1", "a slip", rule, line, severity, "")


def test_what_must_be_found_counts_in_its_line_and_from_its_severity_on() -> None:
    must = [expected("claims.motive-claim", 3, Severity.WARNING)]
    too_weak = found("claims.motive-claim", 3, Severity.SUGGESTION)
    elsewhere = found("claims.motive-claim", 4, Severity.ERROR)
    right = found("claims.motive-claim", 3, Severity.ERROR)
    assert [row.met for row in rows(must, [], {"S1": [too_weak, elsewhere]})] == [False]
    assert [row.findings for row in rows(must, [], {"S1": [too_weak, right]})] == [(right,)]


def test_what_must_not_be_found_is_met_by_nothing() -> None:
    must_not = [expected(None, None, Severity.ERROR)]
    warning, error = (found("a.b", 1, s) for s in (Severity.WARNING, Severity.ERROR))
    assert [row.met for row in rows([], must_not, {"S1": [warning]})] == [True]
    assert [row.met for row in rows([], must_not, {"S1": [error]})] == [False]


def test_the_table_says_where() -> None:
    right = found("claims.motive-claim", 3, Severity.ERROR)
    row = Row(expected("claims.motive-claim", 3, None), (right,), True)
    assert table([row]).splitlines()[-1] == (
        "| S1 | a slip | claims.motive-claim | 3:4 error | met |"
    )


def test_the_list_names_rules_that_there_are() -> None:
    known = {spec.rule.id for spec in load_rules()}
    must, must_not = read_expectations()
    assert {e.rule for e in (*must, *must_not)} - {None} <= known


@pytest.mark.slow
@pytest.mark.model
def test_the_list_is_met(shared_data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert (shared_data / "seeds").is_dir()
    status = main()
    assert status == 0, capsys.readouterr().out
