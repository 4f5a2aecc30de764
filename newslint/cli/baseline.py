"""`newslint baseline`: what is known of an archive, so that checks report what is new."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from newslint.cli.delivery import say_errors, say_notices
from newslint.cli.job import JobOptions, job_options, open_job, options_of
from newslint.cli.known import DEFAULT, baseline_file, match_in, shown, unmatched_line

if TYPE_CHECKING:
    from newslint.baseline import Baseline, Match
    from newslint.config import Configuration
    from newslint.result import FileResult

_FILE = click.option(
    "--baseline",
    "file",
    type=click.Path(dir_okay=False, path_type=Path),
    help=f"The file of the baseline (default: the configured one, else {DEFAULT}).",
)


@click.group()
def baseline() -> None:
    """Keep a list of what is known, so that checks report only what is new.

    The list holds hashes, not text. Commit it with the articles.
    """


@baseline.command()
@_FILE
@job_options
def create(file: Path | None, **given: object) -> int:
    """Make the baseline from everything that is found now. Overwrites nothing."""
    options = options_of(JobOptions, given)
    return create_baseline(options, file).code


@baseline.command()
@click.option("--grow", is_flag=True, help="Also take in what is new: it will not be reported.")
@_FILE
@job_options
def update(grow: bool, file: Path | None, **given: object) -> int:
    """Take out of the baseline what is no longer found, and follow articles that moved.

    It only shrinks, unless --grow is given. With PATHS, only what concerns them changes;
    with --select, only what concerns these rules.
    """
    options = options_of(JobOptions, given)
    return _change(options, file, lambda m: m.grown if grow else m.shrunk, _must_exist).code


@baseline.command()
@_FILE
@job_options
def prune(file: Path | None, **given: object) -> int:
    """Take out of the baseline what is no longer found, and change nothing else."""
    options = options_of(JobOptions, given)
    return _change(options, file, lambda match: match.pruned, _must_exist).code


@baseline.command()
@click.option(
    "--output-format",
    type=click.Choice(("text", "json")),
    default="text",
    show_default=True,
    help="How to show it.",
)
@click.option("--config", type=click.Path(dir_okay=False, path_type=Path), help="As in check.")
@_FILE
def show(output_format: str, config: Path | None, file: Path | None) -> int:
    """Show how much is in the baseline, by rule and by article. Nothing is checked."""
    from newslint.baseline import read
    from newslint.config import find
    from newslint.reports.visible import visible, visible_path
    from newslint.result import count

    place = _file_for(find(Path.cwd(), config), file)
    known = read(place)
    rules, paths = Counter[str](), Counter[str]()
    for entry in known.entries:
        rules[entry.rule] += entry.count
        paths[entry.path] += entry.count
    if output_format == "json":
        values = {
            "version": 1,
            "file": place.as_posix(),
            "total": known.total,
            "rules": dict(rules.most_common()),
            "paths": dict(sorted(paths.items())),
        }
        json.dump(values, sys.stdout, indent=1)
        click.echo()
        return 0
    for title, counts in (("rule", rules), ("article", paths)):
        for name, number in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
            told = visible(name) if title == "rule" else visible_path(name)
            click.echo(f"{number:>7}  {told}")
        if counts:
            click.echo()
    articles = count(len(paths), "article")
    click.echo(
        f"{count(known.total, 'known finding')} of {count(len(rules), 'rule')} in {articles}"
    )
    return 0


@dataclass(frozen=True, slots=True)
class Changed:
    """What became of a baseline: its file, how much it knew and knows, and the exit code."""

    file: Path
    before: int
    after: int
    code: int


def create_baseline(options: JobOptions, file: Path | None = None) -> Changed:
    """Make the baseline, by default the configured one; say how much there was to take in.

    Raises:
        ConfigError: if the file exists.
    """
    from newslint.errors import ConfigError

    def refuse(there: Baseline | None) -> None:
        if there is not None:
            raise ConfigError(
                "there is a baseline already", "`newslint baseline update --grow` adds to it"
            )

    return _change(options, file, lambda match: match.grown, refuse)


def _change(
    options: JobOptions,
    given: Path | None,
    wanted: Callable[[Match], Baseline],
    check: Callable[[Baseline | None], None],
) -> Changed:
    """Run the rules, and write what is wanted of the outcome; say what has changed.

    `check` is called with the baseline as it is, before the work and again before it is
    written, and raises if that cannot be.
    """
    from newslint.baseline import Baseline, change
    from newslint.cli.cache import store_for
    from newslint.engine.lint_files import Means, default_jobs

    file = _file_for(_configuration(options), given)
    check(_there(file))
    unmatched = ""
    with open_job("checking", options) as job:
        results = list(job.results(Means(store_for(job.configuration), default_jobs())))

    def to(now: Baseline | None) -> Baseline:
        nonlocal unmatched
        check(now)
        match = match_in(now or Baseline(), job, results, options.paths)
        unmatched = unmatched_line(match.unmatched) if match.unmatched else ""
        return wanted(match)

    before, after = change(file, to)
    summary = job.verdict(results, "never").summary
    say_errors(results, [])
    if not options.quiet:
        say_notices(job.notices)
        if unmatched:
            click.echo(unmatched)
        click.echo(_last(file, before, after, results))
    return Changed(file, before.total, after.total, summary.exit)


def _last(file: Path, before: Baseline, after: Baseline, results: list[FileResult]) -> str:
    from newslint.result import count

    known = f"{file} knows {count(after.total, 'finding')}"
    was = "" if before == after else f" ({before.total} before)"
    return f"{known}{was}; {count(len(results), 'article')} checked"


def _there(file: Path) -> Baseline | None:
    from newslint.baseline import read

    return read(file) if file.exists() else None


def _must_exist(there: Baseline | None) -> None:
    from newslint.errors import ConfigError

    if there is None:
        raise ConfigError("there is no baseline yet", "make it with `newslint baseline create`")


def _configuration(options: JobOptions) -> Configuration:
    from newslint.config import find

    return find(Path.cwd(), options.config)


def _file_for(configuration: Configuration, given: Path | None) -> Path:
    return baseline_file(configuration, given) or shown(configuration.root / DEFAULT)
