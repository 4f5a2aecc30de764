"""`newslint fix`: what can be put right without asking."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

import click

from newslint.cli.delivery import Delivery, say_errors, say_notices
from newslint.cli.job import JobOptions, job_options, open_job, options_of

if TYPE_CHECKING:
    from newslint.fixing import FixedFile
    from newslint.result import FailOn, FileResult, Report


@click.command()
@click.option("--unsafe-fixes", is_flag=True, help="Also apply fixes that may change the meaning.")
@click.option(
    "--diff", is_flag=True, help="Show what would change, write nothing; exit 1 if anything would."
)
@click.option(
    "--fail-on",
    type=click.Choice(("error", "warning", "suggestion", "never")),
    help="The lowest remaining severity that exits 1 (default: error).",
)
@job_options
def fix(*, unsafe_fixes: bool, diff: bool, fail_on: FailOn | None, **given: object) -> int:
    """Fix articles: files, folders, globs, or `-` for standard input to standard output.

    Only fixes that cannot change the meaning are applied, and never to quoted words or
    markup. Without PATHS, the working directory is searched. Exits 1 if errors remain, 2 if
    something could not be done.
    """
    from newslint.fixing import fix_files

    options = options_of(JobOptions, given)
    results: list[FileResult] = []
    fixed: Counter[str] = Counter()
    more = 0
    with open_job("fixing", options) as job:
        delivery = Delivery(job.selection, options.paths, diff=diff)
        for file in fix_files(job.files, job.context, unsafe=unsafe_fixes):
            failed = delivery.deliver(file.result.path, file.before, file.after)
            if failed:
                result = replace(file.found, errors=(*file.found.errors, failed))
            else:
                result = file.result
                more += file.more
                if file.changed:
                    fixed[result.path] = len(file.fixed)
                    if not (options.quiet or diff):
                        click.echo(_line(file), err=delivery.to_stdout)
            results.append(result)
    lost = delivery.finish()
    errors = [lost] if lost else []
    report = job.verdict(results, fail_on, errors)
    say_errors(results, errors)
    code = report.summary.exit
    if diff and code != 2:
        code = 1 if fixed else 0
    if not options.quiet:
        say_notices(job.notices)
        click.echo(_last(report, fixed, more, diff=diff), err=delivery.to_stdout)
    return code


def _line(file: FixedFile) -> str:
    """Return what was fixed in a file, by rule."""
    from newslint.reports.visible import visible

    rules = Counter(finding.rule for finding in file.fixed)
    listed = ", ".join(f"{rule} ({n})" if n > 1 else rule for rule, n in sorted(rules.items()))
    return f"{visible(file.result.path)}: fixed {listed}"


def _last(report: Report, fixed: Counter[str], more: int, *, diff: bool) -> str:
    """Return one line: what was fixed, what remains, and why the run failed."""
    from newslint.finding import Severity
    from newslint.result import count

    done = "nothing to fix"
    if fixed:
        cured = f"{count(fixed.total(), 'finding')} in {count(len(fixed), 'file')}"
        done = f"would fix {cured}" if diff else f"fixed {cured}"
    summary = report.summary
    left = [
        count(summary.of(severity), severity.label)
        for severity in reversed(Severity)
        if summary.of(severity)
    ]
    line = f"{done}; {', '.join(left) or 'nothing'} left"
    if more:
        line += f" ({more} with an unsafe fix: --unsafe-fixes)"
    failed = summary.because and (summary.exit == 2 or not diff)
    return f"{line}; failed: {summary.because}" if failed else line
