"""The command `newslint`: finds the command that was asked for, and reports what stops it.

Commands are imported only when they run, so that `newslint --version` is quick.
"""

from __future__ import annotations

import gc
import io
import os
import sys
import traceback
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from difflib import get_close_matches
from importlib import import_module
from itertools import pairwise
from typing import TextIO

import click

from newslint import __version__
from newslint.cli.ctrl_c import watch
from newslint.errors import NewslintError

#: Interrupted by Ctrl-C, and by a reader that went away: 128 and the number of the signal.
_INTERRUPTED = 130
_BROKEN_PIPE = 141
#: New objects after which Python looks for what nobody needs any more; by default it does so
#: after a few hundred, many times over while results are read, and finds nothing.
NEW_OBJECTS = 200_000


@dataclass(frozen=True, slots=True)
class Entry:
    """A command: where its function is, and one line of help. A hidden one is an alias."""

    target: str
    summary: str
    hidden: bool = False


COMMANDS: Mapping[str, Entry] = {
    "check": Entry("newslint.cli.check:check", "Check articles and report what was found."),
    "lint": Entry("newslint.cli.check:check", "The same as check.", hidden=True),
    "fix": Entry("newslint.cli.fix:fix", "Put right what can be put right without asking."),
    "baseline": Entry(
        "newslint.cli.baseline:baseline", "Keep what is known, to report only what is new."
    ),
    "suppressions": Entry(
        "newslint.cli.suppressions:suppressions", "List what writers asked to be ignored, and why."
    ),
    "sources": Entry("newslint.cli.sources:sources", "List who says what in articles."),
    "rules": Entry("newslint.cli.rules:rules", "List the rules."),
    "explain": Entry("newslint.cli.explain:explain", "Explain a rule, with examples."),
    "test": Entry("newslint.cli.test:test", "Run the examples of rules of your own."),
    "new-rule": Entry("newslint.cli.new_rule:new_rule", "Write the file of a new rule."),
    "init": Entry("newslint.cli.init:init", "Set newslint up in a repository of articles."),
    "config": Entry("newslint.cli.config:config", "Show which settings apply to a file."),
    "cache": Entry("newslint.cli.cache:cache", "Show or clear what is kept between runs."),
    "languagetool": Entry(
        "newslint.cli.languagetool:languagetool", "Install, start and stop a grammar server."
    ),
}


class _Commands(click.Group):
    """A group that imports a command when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - as above
        entry = COMMANDS.get(cmd_name)
        if entry is None:
            return None
        module, _, name = entry.target.partition(":")
        command = getattr(import_module(module), name)
        assert isinstance(command, click.Command)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            near = get_close_matches(args[0], COMMANDS, 1)
            if not near:
                raise
            message = f"{error.format_message()} Did you mean {near[0]!r}?"
            raise click.UsageError(message, ctx) from None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - as above
        with formatter.section("Commands"):
            formatter.write_dl([(n, e.summary) for n, e in COMMANDS.items() if not e.hidden])


@click.command(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="newslint")
@click.option("--debug", is_flag=True, help="Show where newslint itself fails.")
def cli(debug: bool) -> None:
    """Read news articles as a copy desk does: who said what, and does the rest hold together?"""


def main(argv: Sequence[str] | None = None) -> int:
    """Run `newslint` with these arguments (default: those of the process); return exit code.

    0: nothing to complain about; 1: findings that the policy does not allow; 2: something
    could not be done; 130: interrupted; 141: nobody read the output to its end.
    """
    given = list(sys.argv[1:] if argv is None else argv)
    options = given[: given.index("--")] if "--" in given else given
    debug = "--debug" in options
    arguments = [a for a in options if a != "--debug"] + given[len(options) :]
    gc.set_threshold(NEW_OBJECTS)
    if sys.stdout is None:  # closed by the caller, who then wants the exit code only
        sys.stdout = io.StringIO()
    if argv is None:
        watch()
        # To find plug-ins of pydantic, all that is installed would be looked through once more.
        os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    try:
        return _run(arguments, options, debug=debug)
    except BrokenPipeError:
        _silence(sys.stdout, sys.stderr)
        return _BROKEN_PIPE
    except KeyboardInterrupt:  # outside of any command
        return _INTERRUPTED
    finally:
        if argv is None:  # the process ends: to look for cycles in a model once more takes 0.2 s
            gc.freeze()


def _run(arguments: list[str], options: Sequence[str], *, debug: bool) -> int:
    """Run the command, and tell what stops it; return the exit code.

    Raises:
        BrokenPipeError: if nobody reads what the command says.
    """
    try:
        code = cli.main(arguments, prog_name="newslint", standalone_mode=False)
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except SystemExit:  # so says click that nobody reads
        raise BrokenPipeError from None
    except click.ClickException as error:
        _say(error.show)
        return _failed(error.format_message(), "", options, code=error.exit_code)
    except click.Abort:
        _say(lambda: click.echo("newslint: interrupted", err=True))
        return _failed("interrupted", "", options, code=_INTERRUPTED)
    except NewslintError as error:
        said = [
            f"newslint: {_plain(error.message)}",
            *([f"  {_plain(error.hint)}"] if error.hint else []),
        ]
        _say(lambda: click.echo("\n".join(said), err=True))
        return _failed(error.message, error.hint, options)
    except Exception as error:  # noqa: BLE001 - the last resort: say so, and exit 2
        if debug:
            traceback.print_exc()
        what = f"newslint itself failed: {type(error).__name__}: {error}"
        hint = "please report it; run again with --debug to see where"
        _say(lambda: click.echo(f"{_plain(what)}\n  {hint}", err=True))
        return _failed(what, hint, options)
    return code if isinstance(code, int) else 0


def _say(speak: Callable[[], object]) -> None:
    """Say what stops newslint; that nobody reads it must not change the exit code."""
    try:
        speak()
        sys.stderr.flush()
    except OSError:
        _silence(sys.stderr)


def _silence(*streams: TextIO | None) -> None:
    """Lead streams nowhere: Python would try to write the rest at exit, and complain."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in streams:
        with suppress(OSError, ValueError, AttributeError):  # not every stream has a file
            os.dup2(nowhere, stream.fileno())  # type: ignore[union-attr] # suppressed as well
    os.close(nowhere)


def _failed(message: str, hint: str, options: Sequence[str], *, code: int = 2) -> int:
    """Keep the promise that JSON output is valid on every exit; return the exit code."""
    if not _wants_json(options):
        return code
    from newslint.reports import ReportOptions
    from newslint.reports.json import write
    from newslint.result import FileError, Notice, Report, Summary

    summary = Summary(errors=1, exit=code, because=message)
    error = FileError("config", message, hint)
    report = Report((), (Notice("info", message),), summary, (error,))
    try:
        write(report, sys.stdout, ReportOptions())
        sys.stdout.flush()
    except OSError:  # nobody reads it: what went wrong is told by the exit code
        _silence(sys.stdout)
    return code


def _wants_json(options: Sequence[str]) -> bool:
    for name, wanted in (("--output-format", "json"), ("--output", "json:-")):
        if f"{name}={wanted}" in options or (name, wanted) in pairwise(options):
            return True
    return False


def _plain(text: str) -> str:
    from newslint.reports.visible import one_line

    return one_line(text)
