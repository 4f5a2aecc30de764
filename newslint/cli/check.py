"""`newslint check`: articles to findings."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from newslint.cli.articles import (
    article_options,
    load_files,
    progress_bar,
    report_options,
    select_files,
)
from newslint.cli.outputs import (
    keep_ledgers,
    not_to_read,
    parse_outputs,
    without_reports,
    write_reports,
)
from newslint.reports import FORMATS

if TYPE_CHECKING:
    from newslint.ledger import Ledger
    from newslint.reading import Reading
    from newslint.result import FailOn, Notice, Report
    from newslint.rule import RuleSpec


def _names(_: click.Context, __: click.Parameter, given: tuple[str, ...]) -> tuple[str, ...]:
    """Split `--select a,b --select c`."""
    return tuple(name.strip() for value in given for name in value.split(",") if name.strip())


@dataclass(frozen=True, slots=True)
class _Options:
    """The options of `newslint check`, as click hands them over."""

    paths: tuple[str, ...]
    output_format: str | None
    output: tuple[str, ...]
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    fail_on: FailOn | None
    exit_zero: bool
    config: Path | None
    profile: str | None
    date: datetime.datetime | None
    strict: bool
    no_color: bool
    force_exclude: bool
    show_skipped: bool
    stdin_filename: str
    quiet: bool


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
@click.option("--select", multiple=True, callback=_names, help="Run only these rules or groups.")
@click.option("--ignore", multiple=True, callback=_names, help="Leave out these rules or groups.")
@click.option(
    "--fail-on",
    type=click.Choice(("error", "warning", "suggestion", "never")),
    help="The lowest severity that exits 1 (default: error).",
)
@click.option("--exit-zero", is_flag=True, help="Exit 0 whatever is found.")
@click.option("--profile", help="The rules to start from, instead of the configured profile.")
@click.option(
    "--date",
    type=click.DateTime(["%Y-%m-%d"]),
    help="The date of the articles, for weekdays and `yesterday`.",
)
@click.option("--strict", is_flag=True, help="Exit 2 if a capability is missing.")
@article_options
@click.option("-q", "--quiet", is_flag=True, help="Show findings and errors only.")
def check(**given: object) -> int:
    """Check articles: files, folders, globs, or `-` for standard input.

    Without PATHS, the working directory is searched.
    """
    options = _Options(**given)  # type: ignore[arg-type] # click has checked them
    outputs = parse_outputs(options.output, options.output_format)
    ledgers: dict[str, Ledger] = {}
    report, rules = _checked(
        options, not_to_read(outputs, options.paths), keep_ledgers(outputs, ledgers)
    )
    shown = report_options(no_color=options.no_color, quiet=options.quiet)
    shown = replace(shown, rules=rules, ledgers=ledgers)
    return write_reports(report, outputs, shown).summary.exit


def _checked(
    options: _Options, reports: frozenset[str], examined: Callable[[Reading], None]
) -> tuple[Report, Mapping[str, RuleSpec]]:
    """Return what was found, and the rules by id.

    The files in `reports` are not read; `examined` is called with each article.
    """
    from newslint.config import find
    from newslint.engine.analyser import analyser_for, sent_away
    from newslint.engine.plan import Planner
    from newslint.engine.run import Context, run
    from newslint.engine.verdict import Policy, judge
    from newslint.registry import load_rules

    configuration = find(Path.cwd(), options.config)
    settings = configuration.settings
    specs = load_rules([configuration.root / pack for pack in settings.packs])
    planner = Planner(specs, configuration, options.profile, options.select, options.ignore)
    planner.validate()
    notices: list[Notice] = [*sent_away(configuration)]
    selection = select_files(
        options.paths,
        configuration,
        notices.append,
        stdin_filename=options.stdin_filename,
        force_exclude=options.force_exclude,
        show_skipped=options.show_skipped,
    )
    selection = without_reports(selection, reports)
    with progress_bar("checking", len(selection.found), quiet=options.quiet) as progress:
        context = Context(
            planner,
            analyser_for(configuration),
            notices.append,
            options.date.date() if options.date else None,
            datetime.date.today(),  # the one clock: for suppressions that expire
            progress,
            examined,
        )
        results = list(run(load_files(selection, configuration, notices.append), context))
    policy = Policy(
        options.fail_on,
        {result.path: configuration.for_file(result.path).fail_on for result in results},
        settings.max_warnings,
        settings.budgets,
        options.exit_zero,
        options.strict,
    )
    return judge(results, notices, policy), {spec.id: spec for spec in specs}
