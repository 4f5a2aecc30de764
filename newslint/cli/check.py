"""`newslint check`: articles to findings."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from newslint.cli.articles import report_options
from newslint.cli.changed import change_options, revision_asked
from newslint.cli.job import Gate, JobOptions, job_options, open_job, options_of
from newslint.cli.known import baseline_options, in_force
from newslint.cli.outputs import (
    not_to_read,
    parse_outputs,
    without_reports,
    write_reports,
)
from newslint.cli.suppressions import add_suppressions, terms_options
from newslint.reports import FORMATS, WITH_LEDGER, WITH_RULES

if TYPE_CHECKING:
    from newslint.ledger import Ledger
    from newslint.result import FailOn


@dataclass(frozen=True, slots=True, kw_only=True)
class _Options(JobOptions):
    """The options of `newslint check`, as click hands them over."""

    output_format: str | None
    output: tuple[str, ...]
    fail_on: FailOn | None
    max_warnings: int | None
    budget: dict[str, int]
    exit_zero: bool
    strict: bool
    jobs: int | None
    no_cache: bool
    staged: bool
    diff: str | None
    baseline: Path | None
    no_baseline: bool
    strict_baseline: bool
    add_suppressions: str | None
    by: str | None
    until: datetime.date | None

    @property
    def gate(self) -> Gate:
        """When the run fails, as far as the command line says."""
        return Gate(
            self.max_warnings, self.budget, self.exit_zero, self.strict, self.strict_baseline
        )


def _budgets(
    _: click.Context, parameter: click.Parameter, given: tuple[str, ...]
) -> dict[str, int]:
    """Read `--budget language=20`."""
    budgets = {}
    for value in given:
        name, equals, most = value.partition("=")
        if not name or not equals or not most.isascii() or not most.isdigit():
            raise click.BadParameter(
                f"{value!r} is not a rule or group and a number, as in language=20",
                param=parameter,
            )
        budgets[name] = int(most)
    return budgets


@click.command()
@click.option(
    "--output-format",
    type=click.Choice(tuple(FORMATS)),
    help="How to show what was found (default: text).",
)
@click.option(
    "--output",
    multiple=True,
    metavar="FORMAT:PATH",
    help="Also write a report in this format to this file (`-`: standard output).",
)
@click.option(
    "--fail-on",
    type=click.Choice(("error", "warning", "suggestion", "never")),
    help="The lowest severity that exits 1 (default: error).",
)
@click.option(
    "--max-warnings",
    type=click.IntRange(min=0),
    metavar="N",
    help="The number of warnings above which to exit 1.",
)
@click.option(
    "--budget",
    multiple=True,
    callback=_budgets,
    metavar="NAME=N",
    help="The number of findings of a rule or group above which to exit 1.",
)
@click.option("--exit-zero", is_flag=True, help="Exit 0 whatever is found.")
@click.option("--strict", is_flag=True, help="Exit 2 if a capability is missing.")
@click.option(
    "-j",
    "--jobs",
    type=click.IntRange(1),
    help="Processes to share the work (default: as many as there are processors).",
)
@click.option("--no-cache", is_flag=True, help="Check every file anew, and keep nothing.")
@change_options
@baseline_options
@click.option(
    "--strict-baseline", is_flag=True, help="Exit 1 if the baseline holds what is no more."
)
@click.option(
    "--add-suppressions",
    metavar="REASON",
    help="Report nothing: write a suppression for everything that would be reported.",
)
@terms_options("--add-suppressions")
@job_options
def check(**given: object) -> int:
    """Check articles: files, folders, globs, or `-` for standard input.

    Without PATHS, the working directory is searched.
    """
    from newslint.cli.cache import store_for
    from newslint.engine.lint_files import Means, default_jobs

    options = options_of(_Options, given)
    if options.add_suppressions is not None:
        if options.staged or options.diff is not None:
            raise click.UsageError("--add-suppressions does not go with --staged or --diff.")
        return _suppress(options, options.add_suppressions)
    if options.by is not None or options.until is not None:
        raise click.UsageError("--by and --until go with --add-suppressions REASON.")
    outputs = parse_outputs(options.output, options.output_format)
    formats = {output.format for output in outputs}
    ledgers: dict[str, Ledger] | None = {} if formats & WITH_LEDGER else None
    reports = not_to_read(outputs, options.paths)
    revision = revision_asked(staged=options.staged, diff=options.diff, paths=options.paths)
    with open_job(
        "checking",
        options,
        choose=lambda selection: without_reports(selection, reports),
        budgets=options.budget,
        revision=revision,
    ) as job:
        known = in_force(job.configuration, options.baseline, off=options.no_baseline)
        store = None if options.no_cache else store_for(job.configuration)
        means = Means(store, options.jobs or default_jobs(), ledgers)
        results = list(job.results(means))
    now, before = (results, {}) if revision is None else revision.split(results)
    use = None
    if known is not None:
        match = known.match(job, now, options.paths)
        now, use = list(match.results), known.use(match, job.notices.append)
        before = {
            path: known.match(job, [earlier], options.paths).results[0]
            for path, earlier in before.items()
        }
    if revision is not None:
        now = revision.narrowed(now, before, job.configuration, job.notices.append)
    report = job.verdict(now, options.fail_on, gate=options.gate, baseline=use)
    shown = report_options(no_color=options.no_color, quiet=options.quiet)
    shown = replace(shown, ledgers=ledgers or {})
    if formats & WITH_RULES:
        shown = replace(shown, rules={spec.id: spec for spec in job.context.planner.specs})
    return write_reports(report, outputs, shown).summary.exit


def _suppress(options: _Options, reason: str) -> int:
    """Do what `newslint suppressions --add` does, to what a check would report."""
    if options.output or options.output_format:
        raise click.UsageError("--add-suppressions writes no report: leave out --output.")
    return add_suppressions(
        options,
        reason,
        options.by,
        options.until,
        baseline=options.baseline,
        no_baseline=options.no_baseline,
    )
