"""`newslint check`: articles to findings."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import click

from newslint.cli.articles import report_options
from newslint.cli.job import JobOptions, job_options, open_job
from newslint.cli.outputs import (
    not_to_read,
    parse_outputs,
    without_reports,
    write_reports,
)
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
    exit_zero: bool
    strict: bool
    jobs: int | None
    no_cache: bool


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
@click.option("--exit-zero", is_flag=True, help="Exit 0 whatever is found.")
@click.option("--strict", is_flag=True, help="Exit 2 if a capability is missing.")
@click.option(
    "-j",
    "--jobs",
    type=click.IntRange(1),
    help="Processes to share the work (default: as many as there are processors).",
)
@click.option("--no-cache", is_flag=True, help="Check every file anew, and keep nothing.")
@job_options
def check(**given: object) -> int:
    """Check articles: files, folders, globs, or `-` for standard input.

    Without PATHS, the working directory is searched.
    """
    from newslint.cli.cache import store_for
    from newslint.engine.lint_files import Means
    from newslint.engine.workers import default_jobs

    options = _Options(**given)  # type: ignore[arg-type] # click has checked them
    outputs = parse_outputs(options.output, options.output_format)
    formats = {output.format for output in outputs}
    ledgers: dict[str, Ledger] | None = {} if formats & WITH_LEDGER else None
    reports = not_to_read(outputs, options.paths)
    with open_job(
        "checking", options, choose=lambda selection: without_reports(selection, reports)
    ) as job:
        store = None if options.no_cache else store_for(job.configuration)
        means = Means(store, options.jobs or default_jobs(), ledgers)
        results = list(job.results(means))
    report = job.verdict(
        results, options.fail_on, exit_zero=options.exit_zero, strict=options.strict
    )
    shown = report_options(no_color=options.no_color, quiet=options.quiet)
    shown = replace(shown, ledgers=ledgers or {})
    if formats & WITH_RULES:
        shown = replace(shown, rules={spec.id: spec for spec in job.context.planner.specs})
    return write_reports(report, outputs, shown).summary.exit
