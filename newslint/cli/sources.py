"""`newslint sources`: who says what in articles, as a ledger."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

import click

from newslint.cli.articles import (
    article_options,
    load_files,
    progress_bar,
    report_options,
    say_aside,
    select_files,
)

if TYPE_CHECKING:
    from newslint.engine.survey import Survey

_FORMATS = ("text", "json", "csv")


@click.command()
@article_options
@click.option(
    "--output-format",
    type=click.Choice(_FORMATS),
    default="text",
    show_default=True,
    help="How to show the sources; csv is for a spreadsheet.",
)
@click.option("-q", "--quiet", is_flag=True, help="Show sources and errors only.")
def sources(
    paths: tuple[str, ...],
    output_format: str,
    config: Path | None,
    stdin_filename: str,
    *,
    no_color: bool,
    force_exclude: bool,
    show_skipped: bool,
    quiet: bool,
) -> int:
    """List who says what: files, folders, globs, or `-` for standard input.

    Without PATHS, the working directory is searched. Exits 2 if a file could not be read.
    """
    from newslint.config import find
    from newslint.engine.survey import summarise, survey
    from newslint.language.pipeline import DEFAULT_MODEL, SpacyAnalyser
    from newslint.result import Notice

    configuration = find(Path.cwd(), config)
    notices: list[Notice] = []
    selection = select_files(
        paths,
        configuration,
        notices.append,
        stdin_filename=stdin_filename,
        force_exclude=force_exclude,
        show_skipped=show_skipped,
    )
    with progress_bar("reading", len(selection.found), quiet=quiet) as progress:
        found = summarise(
            survey(
                load_files(selection, configuration, notices.append),
                configuration,
                SpacyAnalyser(configuration.settings.model or DEFAULT_MODEL),
                note=notices.append,
                progress=progress,
            ),
            notices,
        )
    write = import_module(f"newslint.reports.sources_{output_format}").write
    write(found, sys.stdout, report_options(no_color=no_color, quiet=quiet))
    if output_format == "csv":
        _aside(found, quiet=quiet)
    return found.exit


def _aside(found: Survey, *, quiet: bool) -> None:
    """Say on standard error what has no row in a spreadsheet: errors always."""
    from newslint.reports.visible import one_line
    from newslint.result import count

    for file in found.files:
        for error in file.errors:
            click.echo(f"{error.kind} error: {one_line(error.message)}", err=True)
        if quiet or file.errors:
            continue
        if not file.english:
            click.echo(f"not in English: {one_line(file.path)}", err=True)
        elif file.ledger.words and not file.ledger.statements:
            click.echo(f"no source: {one_line(file.path)}", err=True)
    if not quiet:
        failed = f"; failed: {found.because}" if found.because else ""
        say_aside(found.notices, f"{count(len(found.files), 'file')}{failed}")
