"""From the results of all files to one verdict."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from newslint.finding import Severity
from newslint.result import (
    BaselineUse,
    FailOn,
    FileError,
    FileResult,
    Notice,
    Report,
    Summary,
    count,
)
from newslint.selection import ALL


@dataclass(frozen=True, slots=True)
class Policy:
    """When a run fails.

    `fail_on` is for all files (from the command line), else each file has its own in
    `fail_on_by_path`. `max_warnings` and `budgets` (by rule, group or `all`) are the numbers
    above which it fails. `strict` makes a missing capability an error, `strict_baseline` an
    entry of the baseline that matches nothing a reason to fail. What is suppressed or in the
    baseline counts nowhere.
    """

    fail_on: FailOn | None = None
    fail_on_by_path: Mapping[str, FailOn] = field(default_factory=dict)
    max_warnings: int | None = None
    budgets: Mapping[str, int] = field(default_factory=dict)
    exit_zero: bool = False
    strict: bool = False
    strict_baseline: bool = False


def judge(
    files: Iterable[FileResult],
    notices: Iterable[Notice],
    policy: Policy,
    errors: Sequence[FileError] = (),
    baseline: BaselineUse | None = None,
) -> Report:
    """Return the report of a run: files by path, every notice once, exit code and reason.

    `errors` are those of the run as a whole, `baseline` is what was left out already. 2 means
    that something could not be done, and nothing hides it; 1 that there are findings the
    policy does not allow.
    """
    ordered = tuple(sorted(files, key=lambda f: f.path))
    said = tuple(sorted(set(notices)))
    counts = Counter(f.severity for result in ordered for f in result.findings)
    failures = [*errors, *(error for result in ordered for error in result.errors)]
    code, because = could_not(failures, said, strict=policy.strict)
    if not code and not policy.exit_zero:
        reasons = [*_reasons(ordered, counts, policy), *_stale(baseline, policy)]
        code, because = (1, "; ".join(reasons)) if reasons else (0, None)
    return Report(
        ordered,
        said,
        Summary(
            error=counts[Severity.ERROR],
            warning=counts[Severity.WARNING],
            suggestion=counts[Severity.SUGGESTION],
            suppressed=sum(len(result.suppressed) for result in ordered),
            baselined=sum(result.baselined for result in ordered),
            files=len(ordered),
            errors=len(failures),
            exit=code,
            because=because,
        ),
        tuple(errors),
        baseline,
    )


def could_not(
    failures: Sequence[FileError], notices: Sequence[Notice], *, strict: bool = False
) -> tuple[int, str | None]:
    """Return exit code 2 and what could not be done, or 0 and None.

    With `strict`, a missing capability among the notices counts.
    """
    kinds = Counter(error.kind for error in failures)
    unread = kinds["read"] + kinds["decode"]
    said = [
        *([f"{count(unread, 'file')} could not be read"] if unread else []),
        *([f"{count(kinds['parse'], 'file')} could not be read in full"] if kinds["parse"] else []),
        *([f"{count(kinds['write'], 'file')} could not be written"] if kinds["write"] else []),
        *([f"rules failed {count(kinds['rule'], 'time')}"] if kinds["rule"] else []),
        *([error.message for error in failures if error.kind == "config"]),
    ]
    missing = sum(notice.kind == "unavailable" for notice in notices)
    if missing and strict:
        said.append("something newslint needs is missing (--strict)")
    return (2, "; ".join(said)) if said else (0, None)


def _reasons(
    files: Sequence[FileResult], counts: Mapping[Severity, int], policy: Policy
) -> Iterable[str]:
    """Yield each reason for exit code 1."""
    over: Counter[tuple[FailOn, Severity]] = Counter()
    for result in files:
        level: FailOn = policy.fail_on or policy.fail_on_by_path.get(result.path, "error")
        if level == "never":
            continue
        for finding in result.findings:
            if finding.severity >= Severity[level.upper()]:
                over[level, finding.severity] += 1
    for limit in dict.fromkeys(level for level, _ in over):
        found = [count(over[limit, s], s.label) for s in reversed(Severity) if over[limit, s]]
        yield f"{', '.join(found)} (--fail-on {limit})"
    warnings = counts.get(Severity.WARNING, 0)
    if policy.max_warnings is not None and warnings > policy.max_warnings:
        yield f"{count(warnings, 'warning')} (max-warnings {policy.max_warnings})"
    for name, most in sorted(policy.budgets.items()):
        found_of = sum(
            name in (finding.rule, finding.group, ALL)
            for result in files
            for finding in result.findings
        )
        if found_of > most:
            yield f"{found_of} of {name} (budget {most})"


def _stale(baseline: BaselineUse | None, policy: Policy) -> Iterable[str]:
    """Yield a reason for exit code 1 if the baseline holds what is no more."""
    if policy.strict_baseline and baseline is not None and baseline.unmatched:
        number = sum(entry.count for entry in baseline.unmatched)
        yield f"{count(number, 'finding')} of the baseline no longer found (--strict-baseline)"
