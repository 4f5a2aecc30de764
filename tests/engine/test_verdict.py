"""When a run fails, and how it says why."""

from __future__ import annotations

import dataclasses

import pytest

from newslint.engine.verdict import Policy, judge
from newslint.finding import Severity
from newslint.result import ErrorKind, FileError, FileResult, Notice
from tests.reports.sample import FINDING


def file(*severities: Severity, path: str = "a.md", rule: str = "quotes.nested") -> FileResult:
    found = tuple(dataclasses.replace(FINDING, severity=s, rule=rule) for s in severities)
    return FileResult(path, "markdown", "news", findings=found)


E, W, S = Severity.ERROR, Severity.WARNING, Severity.SUGGESTION


@pytest.mark.parametrize(
    ("found", "policy", "code", "because"),
    [
        ([], Policy(), 0, None),
        ([W, S], Policy(), 0, None),
        ([E, E, W], Policy(), 1, "2 errors (--fail-on error)"),
        ([E, W, W], Policy("warning"), 1, "1 error, 2 warnings (--fail-on warning)"),
        ([S], Policy("suggestion"), 1, "1 suggestion (--fail-on suggestion)"),
        ([E], Policy("never"), 0, None),
        ([E], Policy(exit_zero=True), 0, None),
        ([W, W], Policy(max_warnings=2), 0, None),
        ([W, W], Policy(max_warnings=1), 1, "2 warnings (max-warnings 1)"),
        ([S, S], Policy(budgets={"quotes": 2}), 0, None),
        ([S, S], Policy(budgets={"quotes": 1}), 1, "2 of quotes (budget 1)"),
        ([S], Policy(budgets={"quotes.nested": 0}), 1, "1 of quotes.nested (budget 0)"),
    ],
)
def test_the_policy_decides(
    found: list[Severity], policy: Policy, code: int, because: str | None
) -> None:
    summary = judge([file(*found)], [], policy).summary
    assert (summary.exit, summary.because) == (code, because)


def test_each_file_may_have_its_own_level() -> None:
    policy = Policy(fail_on_by_path={"a.md": "never", "b.md": "warning"})
    summary = judge([file(E), file(W, path="b.md")], [], policy).summary
    assert summary.because == "1 warning (--fail-on warning)"


def test_what_could_not_be_done_exits_2_and_nothing_hides_it() -> None:
    broken = FileResult("a.md", "markdown", "news", errors=(FileError("read", "gone"),))
    summary = judge([broken], [], Policy("never", exit_zero=True)).summary
    assert (summary.exit, summary.errors) == (2, 1)
    assert summary.because == "1 file could not be read"


@pytest.mark.parametrize(
    ("kinds", "because"),
    [
        (("read", "decode"), "2 files could not be read"),
        (("parse",), "1 file could not be read in full"),
        (("rule", "rule"), "rules failed 2 times"),
    ],
)
def test_what_could_not_be_done_is_counted_by_kind(
    kinds: tuple[ErrorKind, ...], because: str
) -> None:
    errors = tuple(FileError(kind, "x") for kind in kinds)
    summary = judge([FileResult("a.md", "markdown", "news", errors=errors)], [], Policy()).summary
    assert summary.because == because


def test_a_missing_capability_fails_only_under_strict() -> None:
    notice = Notice("unavailable", "the model is not installed")
    assert judge([], [notice], Policy()).summary.exit == 0
    summary = judge([], [notice, notice], Policy(strict=True)).summary
    assert (summary.exit, summary.because) == (
        2,
        "something newslint needs is missing (--strict)",
    )


def test_files_are_sorted_and_notices_said_once() -> None:
    notice = Notice("info", "a.md is empty")
    report = judge([file(path="b.md"), file(path="a.md")], [notice, notice], Policy())
    assert [f.path for f in report.files] == ["a.md", "b.md"]
    assert report.notices == (notice,)
