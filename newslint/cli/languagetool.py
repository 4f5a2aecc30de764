"""`newslint languagetool`: the grammar server on this machine, for those who want one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from newslint.language.languagetool.address import Address
    from newslint.language.languagetool.server import Running

_PATIENCE = 5.0
_MINUTE = 60

_config = click.option(
    "--config",
    "config_file",
    type=click.Path(dir_okay=False, path_type=Path),
    help="The configuration file (default: found from the working directory upwards).",
)


@click.group()
def languagetool() -> None:
    """Install, start and stop LanguageTool, a second grammar checker.

    It is asked only if the configuration says so, in a table [languagetool]. The server
    that is started here runs on this machine, and no text leaves it.
    """


@languagetool.command()
@_config
def status(config_file: Path | None) -> int:
    """Show what is configured, installed and running.

    Exits 1 if LanguageTool is configured and cannot be used.
    """
    from newslint.config import find
    from newslint.engine.analyser import server_folder
    from newslint.errors import Unavailable
    from newslint.language.languagetool.address import parse_address
    from newslint.language.languagetool.folders import SERVER_JAR
    from newslint.language.languagetool.java import find_java
    from newslint.language.languagetool.server import running

    configuration = find(Path.cwd(), config_file)
    asked = configuration.settings.languagetool
    usable = True
    if asked is None or not asked.is_on:
        _say("configured", "no")
    elif asked.url is not None:
        usable, answer = _answer(parse_address(asked.url))
        _say("configured", f"{asked.url} ({answer})")
    else:
        _say("configured", "a server of our own")
    folder = server_folder(asked, configuration.root)
    there = (folder / SERVER_JAR).is_file()
    _say("installed", str(folder) if there else "no")
    try:
        java = find_java()
        _say("Java", f"{java.major} ({java.program})")
    except Unavailable as missing:
        there = False
        _say("Java", missing.message)
    found = running()
    _say("running", _described(found) if found else "no")
    if asked is not None and asked.local:
        usable = there
    return 0 if usable else 1


@languagetool.command()
@_config
@click.option(
    "--minutes",
    type=click.IntRange(1, 1440),
    default=60,
    show_default=True,
    help="Stop it after so many minutes without a run that uses it.",
)
def start(config_file: Path | None, minutes: int) -> int:
    """Start the server, so that the next runs find it ready.

    A run starts it by itself if the configuration says local = true, and ends it again;
    this keeps it in between.
    """
    from newslint.config import find
    from newslint.engine.analyser import server_folder
    from newslint.language.languagetool.server import LocalServer

    configuration = find(Path.cwd(), config_file)
    folder = server_folder(configuration.settings.languagetool, configuration.root)
    found = LocalServer(folder).stay(minutes * _MINUTE)
    click.echo(f"LanguageTool {found.version} is ready at {found.address.url}")
    return 0


@languagetool.command()
def stop() -> int:
    """Stop the server, even while runs use it."""
    from newslint.language.languagetool import server

    click.echo("LanguageTool has stopped" if server.stop() else "no LanguageTool was running")
    return 0


@languagetool.command()
@click.option(
    "--from",
    "source",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Take the files from this folder, and fetch nothing.",
)
@click.option(
    "--to",
    "target",
    type=click.Path(file_okay=False, path_type=Path),
    help="Where to install (default: where a run looks for it).",
)
@click.option("-y", "--yes", is_flag=True, help="Do not ask.")
def install(source: Path | None, target: Path | None, yes: bool) -> int:
    """Install the server with English, from Maven Central or from a folder.

    Says from where and how much, and asks. Every file must have the SHA-256 that newslint
    knows.
    """
    from newslint.language.languagetool.folders import installed_folder
    from newslint.language.languagetool.install import install as put
    from newslint.language.languagetool.install import jars, megabytes, version

    folder = (target or installed_folder(version())).resolve()
    size = megabytes(jars())
    origin = (
        f"the folder {source}" if source else "Maven Central or the mirror in your Maven settings"
    )
    click.echo(f"LanguageTool {version()} with English: {len(jars())} files, {size} MB")
    click.echo(f"  from  {origin}")
    click.echo(f"  to    {folder}")
    if not yes and not click.confirm("Install it?", default=False):
        click.echo("nothing was installed")
        return 1
    put(folder, source)
    click.echo("installed; every file has the SHA-256 it should have")
    if target is None:
        click.echo("to use it, write in newslint.toml:\n\n[languagetool]\nlocal = true")
    return 0


def _answer(address: Address) -> tuple[bool, str]:
    """Ask the server at an address for its version; no text is sent."""
    from newslint.language.languagetool.client import version_at
    from newslint.language.languagetool.transport import NoAnswer

    try:
        return True, f"LanguageTool {version_at(address, _PATIENCE)}"
    except NoAnswer as error:
        return False, str(error)


def _described(found: Running) -> str:
    from newslint.result import count

    if found.version is None:
        return f"{found.address.url}, starting"
    parts = [
        found.address.url,
        f"LanguageTool {found.version}",
        f"process {found.pid}",
        f"for {count(found.seconds // _MINUTE, 'minute')}",
        f"in use by {count(found.users, 'run')}",
    ]
    if found.stays:
        parts.append(f"stops after {count(found.stays // _MINUTE, 'minute')} without use")
    return ", ".join(parts)


def _say(what: str, value: str) -> None:
    from newslint.reports.visible import one_line

    click.echo(f"{what + ':':<12}{one_line(value)}")
