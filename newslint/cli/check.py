"""`newslint check`: articles to findings."""

from __future__ import annotations

import datetime
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from newslint.reports import FORMATS, ReportOptions, writer

if TYPE_CHECKING:
    from newslint.config import Configuration
    from newslint.engine.run import Loaded
    from newslint.files import Selection
    from newslint.result import FailOn, Notice, Report

#: Files from which progress is worth showing.
_MANY = 20


def _names(_: click.Context, __: click.Parameter, given: tuple[str, ...]) -> tuple[str, ...]:
    """Split `--select a,b --select c`."""
    return tuple(name.strip() for value in given for name in value.split(",") if name.strip())


@dataclass(frozen=True, slots=True)
class _Options:
    """The options of `newslint check`, as click hands them over."""

    paths: tuple[str, ...]
    output_format: str
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
@click.argument("paths", nargs=-1)
@click.option(
    "--output-format",
    type=click.Choice(tuple(FORMATS)),
    default="text",
    show_default=True,
    help="How to show what was found.",
)
@click.option("--select", multiple=True, callback=_names, help="Run only these rules or groups.")
@click.option("--ignore", multiple=True, callback=_names, help="Leave out these rules or groups.")
@click.option(
    "--fail-on",
    type=click.Choice(("error", "warning", "suggestion", "never")),
    help="The lowest severity that exits 1 (default: error).",
)
@click.option("--exit-zero", is_flag=True, help="Exit 0 whatever is found.")
@click.option(
    "--config",
    type=click.Path(dir_okay=False, path_type=Path),
    help="The configuration file (default: found from the working directory upwards).",
)
@click.option("--profile", help="The rules to start from, instead of the configured profile.")
@click.option(
    "--date",
    type=click.DateTime(["%Y-%m-%d"]),
    help="The date of the articles, for weekdays and `yesterday`.",
)
@click.option("--strict", is_flag=True, help="Exit 2 if a capability is missing.")
@click.option("--no-color", is_flag=True, help="Do not colour the output.")
@click.option("--force-exclude", is_flag=True, help="Leave out excluded files even when named.")
@click.option("--show-skipped", is_flag=True, help="List what was left out, and why.")
@click.option(
    "--stdin-filename",
    default="stdin",
    show_default=True,
    help="What standard input (`-`) is called, and which format it has.",
)
@click.option("-q", "--quiet", is_flag=True, help="Show findings and errors only.")
def check(**given: object) -> int:
    """Check articles: files, folders, globs, or `-` for standard input.

    Without PATHS, the working directory is searched.
    """
    options = _Options(**given)  # type: ignore[arg-type] # click has checked them
    report = _checked(options)
    shown = ReportOptions(
        color=_color(options),
        width=shutil.get_terminal_size((100, 24)).columns if sys.stdout.isatty() else 100,
        quiet=options.quiet,
    )
    writer(options.output_format)(report, sys.stdout, shown)
    if options.output_format == "concise" and not options.quiet:
        _aside(report)
    return report.summary.exit


def _checked(options: _Options) -> Report:
    from newslint.config import find
    from newslint.engine.plan import Planner
    from newslint.engine.run import Context, run
    from newslint.engine.verdict import Policy, judge
    from newslint.files import find_files
    from newslint.language.pipeline import DEFAULT_MODEL, SpacyAnalyser
    from newslint.registry import load_rules
    from newslint.result import Notice
    from newslint.settings import not_yet

    configuration = find(Path.cwd(), options.config)
    settings = configuration.settings
    specs = load_rules([configuration.root / pack for pack in settings.packs])
    planner = Planner(specs, configuration, options.profile, options.select, options.ignore)
    planner.validate()
    notices = [
        Notice("info", f"the setting {key!r} has no effect in this version of newslint")
        for key in not_yet(settings)
    ]
    selection = find_files(
        options.paths or (".",),
        configuration,
        stdin_name=options.stdin_filename,
        force_exclude=options.force_exclude,
    )
    for left in selection.left:
        if left.loud or options.show_skipped:
            notices.append(Notice("skipped", f"{left.path}: {left.why}"))
    if not selection.found and not selection.missing:
        notices.append(Notice("info", "no articles to check"))
    with _progress(len(selection.found), options) as progress:
        context = Context(
            planner,
            SpacyAnalyser(settings.model or DEFAULT_MODEL),
            notices.append,
            options.date.date() if options.date else None,
            datetime.date.today(),  # the one clock: for suppressions that expire
            progress,
        )
        results = list(run(_loaded(selection, configuration, notices.append), context))
    policy = Policy(
        options.fail_on,
        {result.path: configuration.for_file(result.path).fail_on for result in results},
        settings.max_warnings,
        settings.budgets,
        options.exit_zero,
        options.strict,
    )
    return judge(results, notices, policy)


def _loaded(
    selection: Selection, configuration: Configuration, note: Callable[[Notice], None]
) -> Iterator[Loaded]:
    """Yield the files that can be read and errors for the others."""
    from newslint.engine.run import Loaded
    from newslint.errors import ReadError
    from newslint.files import NotAnArticle, TooLarge, read_source
    from newslint.result import FileError, Notice

    def failed(path: str, error: ReadError) -> Loaded:
        kind: Literal["read", "decode"] = "decode" if error.kind == "decode" else "read"
        return Loaded(path, error=FileError(kind, error.message, error.hint))

    for missing in selection.missing:
        yield failed(missing.path, missing.error)
    for found in selection.found:
        most = configuration.for_file(found.path).max_file_size
        stdin = sys.stdin.buffer.read(most + 1) if found.file is None else b""
        try:
            yield Loaded(found.path, read_source(found, most, stdin))
        except TooLarge as error:  # a limit the user set or may raise: said, never a failure
            note(Notice("skipped", f"{error.message}: {error.hint}"))
        except NotAnArticle as error:
            if found.named:
                yield failed(found.path, error)
            else:
                note(Notice("skipped", error.message))
        except ReadError as error:
            yield failed(found.path, error)


def _color(options: _Options) -> bool:
    return sys.stdout.isatty() and not options.no_color and not os.environ.get("NO_COLOR")


def _aside(report: Report) -> None:
    """Say on standard error what a report for scripts has no place for."""
    from newslint.reports.summary import summary_line
    from newslint.reports.visible import one_line

    for notice in report.notices:
        click.echo(f"{notice.kind}: {one_line(notice.message)}", err=True)
    click.echo(summary_line(report.summary), err=True)


def _progress(files: int, options: _Options) -> AbstractContextManager[Callable[[str], None]]:
    if files < _MANY or options.quiet or not sys.stderr.isatty():
        return nullcontext(lambda _: None)
    return _bar(files)


@contextmanager
def _bar(files: int) -> Iterator[Callable[[str], None]]:
    """Show a bar on standard error, and take it away at the end."""
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("checking", total=files)
        yield lambda _: bar.advance(task)
