"""`newslint init`: from a repository of articles to one that newslint keeps an eye on."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from newslint.cli.known import DEFAULT

if TYPE_CHECKING:
    from newslint.config.sites import Site

_SETTINGS = "newslint.toml"


@click.command()
@click.option("-y", "--yes", is_flag=True, help="Do not ask.")
@click.option("--dry-run", is_flag=True, help="Show what would be written, and write nothing.")
def init(yes: bool, dry_run: bool) -> int:
    """Set newslint up in the working directory: settings, and a baseline of what is there.

    Looks which site generator is used and where the articles are. Nothing that exists is
    overwritten. Without a terminal to ask on, it does what it would propose.
    """
    from newslint.config.sites import detect, starting_settings
    from newslint.errors import ConfigError

    there = _settings_here()
    if there is not None:
        raise ConfigError(
            f"newslint is set up here already, in {there.name}",
            "`newslint baseline create` makes a baseline; to start afresh, delete that first",
        )
    if Path(DEFAULT).exists():
        raise ConfigError(f"{DEFAULT} exists already", "delete it, or write newslint.toml yourself")
    site = detect(Path.cwd())
    text = starting_settings(site, DEFAULT)
    click.echo(_found(site))
    click.echo(f"\n{_SETTINGS} is to hold:\n")
    click.echo("".join(f"    {line}\n" if line else "\n" for line in text.split("\n")[:-1]))
    if dry_run:
        click.echo(f"Then everything found now would go into {DEFAULT}. Nothing was written.")
        return 0
    if not yes and sys.stdin is not None and sys.stdin.isatty():
        click.confirm("Write it, and make a baseline of what is found now?", abort=True)
    return _set_up(text)


def _set_up(text: str) -> int:
    """Write the settings, make the baseline, and say what to do next.

    Raises:
        WriteError: if the settings cannot be written.
    """
    from newslint.cli.baseline import create_baseline
    from newslint.cli.job import JobOptions
    from newslint.files import write_whole
    from newslint.result import count

    settings = Path(_SETTINGS)
    write_whole(settings, text)
    try:
        made = create_baseline(JobOptions.usual())
    except BaseException:
        settings.unlink(missing_ok=True)  # all or nothing: init can then be run again
        raise
    click.echo(f"\nWrote {_SETTINGS} and {DEFAULT}: {count(made.after, 'finding')} known.")
    click.echo(_NEXT)
    return made.code


_NEXT = f"""
Next:
  1. git add {_SETTINGS} {DEFAULT}, and commit them.
  2. newslint check    reports what is new from now on, and fails on new errors.
  3. Let your CI and your commits run it: the guide "Adopting newslint" shows how.
"""


def _settings_here() -> Path | None:
    """Return the configuration file in the working directory, if there is one."""
    from newslint.config import discover

    found = discover(Path.cwd())
    return found if found is not None and found.parent == Path.cwd().resolve() else None


def _found(site: Site) -> str:
    from newslint.reports.visible import visible

    made = f"a site made with {site.generator.capitalize()} ({site.mark})"
    what = made if site.mark else "no site generator that newslint knows"
    where = ", ".join(f"{visible(name)}/" for name in site.folders)
    return f"Found {what}; articles in {where or 'the whole folder'}."
