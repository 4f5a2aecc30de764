"""`newslint suppressions`: what writers asked to be ignored, and asking it for them."""

from __future__ import annotations

import datetime
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from newslint.cli.articles import report_options
from newslint.cli.days import DAY, day
from newslint.cli.delivery import Delivery, say_errors, say_notices
from newslint.cli.job import JobOptions, job_options, open_job, options_of
from newslint.cli.known import baseline_options, in_force

if TYPE_CHECKING:
    from newslint.result import FileResult

Command = TypeVar("Command", bound=Callable[..., object])


def terms_options(option: str) -> Callable[[Command], Command]:
    """Return what gives a command the terms of suppressions; they go with `option`."""

    def decorate(command: Command) -> Command:
        for add in (
            click.option(
                "--until", type=day, metavar=DAY, help=f"With {option}: the last day it holds."
            ),
            click.option("--by", metavar="NAME", help=f"With {option}: who says so."),
        ):
            command = add(command)
        return command

    return decorate


@click.command()
@click.option(
    "--output-format",
    type=click.Choice(("text", "json")),
    default="text",
    show_default=True,
    help="How to list the suppressions.",
)
@click.option("--add", metavar="REASON", help="Suppress everything that is found now.")
@terms_options("--add")
@click.option("--diff", is_flag=True, help="With --add: show what would change, write nothing.")
@baseline_options
@job_options
def suppressions(
    *,
    output_format: str,
    add: str | None,
    by: str | None,
    until: datetime.date | None,
    diff: bool,
    baseline: Path | None,
    no_baseline: bool,
    **given: object,
) -> int:
    """List the suppressions in articles: files, folders, globs, or `-` for standard input.

    Each is shown with its reason and owner, and with what became of it: active, unused,
    expired, malformed, without a reason, or not checked because its rules did not run.
    Without PATHS, the working directory is searched.

    With --add, suppressions are written instead, one for each block in which something is
    found that the baseline does not know; --select and --ignore choose the rules.
    """
    options = options_of(JobOptions, given)
    if add is not None:
        return add_suppressions(
            options,
            add,
            by,
            until,
            baseline=baseline,
            no_baseline=no_baseline,
            diff=diff,
        )
    if by is not None or until is not None or diff:
        raise click.UsageError("--by, --until and --diff go with --add REASON.")
    return _list(options, output_format)


def _list(options: JobOptions, output_format: str) -> int:
    from newslint.engine.lint_files import Means
    from newslint.reports.suppressions import write_json, write_text

    with open_job("checking", options) as job:
        results = list(job.results(Means()))
    report = job.verdict(results, fail_on="never")
    shown = report_options(no_color=options.no_color, quiet=options.quiet)
    (write_json if output_format == "json" else write_text)(report, sys.stdout, shown)
    return report.summary.exit


def add_suppressions(
    options: JobOptions,
    reason: str,
    by: str | None = None,
    until: datetime.date | None = None,
    *,
    baseline: Path | None = None,
    no_baseline: bool = False,
    diff: bool = False,
) -> int:
    """Suppress what a check would report, and say how much that was; return the exit code.

    1 if something is found that no suppression could be written for, or, with `diff`, if
    anything would change; 2 if something could not be done.

    Raises:
        ConfigError: if the reason or the name cannot be written, or the date has passed.
    """
    from newslint.errors import ConfigError
    from newslint.silencing import silence_files
    from newslint.suppression.directives import Terms
    from newslint.suppression.wording import checked_terms

    terms = checked_terms(Terms(reason, by, until))
    if terms.until and terms.until < datetime.date.today():
        raise ConfigError(f"{terms.until} has passed", "give --until a day to come")
    results: list[FileResult] = []
    covered = files = left = 0
    with open_job("checking", options) as job:
        delivery = Delivery(job.selection, options.paths, diff=diff)
        known = in_force(job.configuration, baseline, off=no_baseline)
        new = None if known is None else known.by_article(job, options.paths)
        for file in silence_files(job.files, job.context, terms, new):
            result = file.result
            failed = delivery.deliver(result.path, file.before, file.after)
            if failed:
                result = replace(result, errors=(*result.errors, failed))
            else:
                covered += file.covered
                files += file.before != file.after
                left += len(file.left)
            results.append(result)
    lost = delivery.finish()
    errors = [lost] if lost else []
    summary = job.verdict(results, "never", errors).summary
    say_errors(results, errors)
    if not options.quiet:
        say_notices(job.notices)
        click.echo(_last(covered, files, left, summary.because, diff=diff), err=delivery.to_stdout)
    if summary.exit:
        return summary.exit
    return int(files > 0 if diff else left > 0)


def _last(covered: int, files: int, left: int, because: str | None, *, diff: bool) -> str:
    """Return one line: what was suppressed, and what could not be."""
    from newslint.result import count

    line = "nothing to suppress"
    if covered:
        what = f"{count(covered, 'finding')} in {count(files, 'file')}"
        line = f"would suppress {what}" if diff else f"suppressed {what}"
    if left:
        line += f"; {left} left, where no suppression can stand"
    return f"{line}; failed: {because}" if because else line
