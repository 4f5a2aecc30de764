"""What the commands that run rules have in common."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from newslint.cli.articles import article_options, load_files, progress_bar, select_files
from newslint.cli.days import DAY, day

if TYPE_CHECKING:
    from newslint.cli.changed import Revision
    from newslint.config import Configuration
    from newslint.engine.lint_files import Means
    from newslint.engine.recipe import Recipe
    from newslint.engine.run import Context
    from newslint.files import Selection
    from newslint.result import (
        BaselineUse,
        FailOn,
        FileError,
        FileResult,
        Loaded,
        Notice,
        Report,
    )

Command = TypeVar("Command", bound=Callable[..., object])


def _names(_: click.Context, __: click.Parameter, given: tuple[str, ...]) -> tuple[str, ...]:
    """Split `--select a,b --select c`."""
    return tuple(name.strip() for value in given for name in value.split(",") if name.strip())


def job_options(command: Command) -> Command:
    """Give a command PATHS, and the options that decide what is read and which rules run."""
    for decorate in (
        click.option("-q", "--quiet", is_flag=True, help="Leave out notices and progress."),
        article_options,
        click.option(
            "--date",
            type=day,
            metavar=DAY,
            help="The date of the articles, for weekdays and `yesterday`.",
        ),
        click.option(
            "--profile",
            metavar="NAME",
            help="The rules to start from, instead of the configured ones.",
        ),
        click.option(
            "--ignore",
            multiple=True,
            callback=_names,
            metavar="NAME,…",
            help="Leave out these rules or groups.",
        ),
        click.option(
            "--select",
            multiple=True,
            callback=_names,
            metavar="NAME,…",
            help="Run only these rules or groups.",
        ),
    ):
        command = decorate(command)
    return command


@dataclass(frozen=True, slots=True, kw_only=True)
class JobOptions:
    """The options of `job_options`, as click hands them over."""

    paths: tuple[str, ...]
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    profile: str | None
    date: datetime.date | None
    config: Path | None
    no_color: bool
    force_exclude: bool
    show_skipped: bool
    stdin_filename: str
    quiet: bool

    @classmethod
    def usual(cls) -> JobOptions:
        """Return the options of who gives none: everything in the working directory."""
        return cls(
            paths=(),
            select=(),
            ignore=(),
            profile=None,
            date=None,
            config=None,
            no_color=False,
            force_exclude=False,
            show_skipped=False,
            stdin_filename="stdin",
            quiet=False,
        )


Options = TypeVar("Options", bound=JobOptions)


def options_of(kind: type[Options], given: Mapping[str, object]) -> Options:
    """Return what click hands over as options: it has checked names and types."""
    return kind(**given)  # type: ignore[arg-type] # see above


@dataclass(frozen=True, slots=True)
class Gate:
    """What the command line says about when a run fails; None leaves it to the settings."""

    max_warnings: int | None = None
    budgets: Mapping[str, int] = field(default_factory=dict)
    exit_zero: bool = False
    strict: bool = False
    strict_baseline: bool = False


ANY_GATE = Gate()


@dataclass(frozen=True)
class Job:
    """What to read, and what to run over it. `files` is read as it is needed."""

    recipe: Recipe
    selection: Selection
    files: Iterator[Loaded]
    progress: Callable[[str], None]
    notices: list[Notice] = field(default_factory=list)

    @property
    def configuration(self) -> Configuration:
        """The configuration of the run."""
        return self.recipe.configuration

    @cached_property
    def context(self) -> Context:
        """What the rules need, loaded when it is first asked for."""
        analyser = self.recipe.analyser()
        return self.recipe.context(
            self.notices.append, analyser, progress=self.progress, warm=analyser.warm
        )

    def results(self, means: Means) -> Iterator[FileResult]:
        """Yield what the rules say of each file, from what is kept or anew.

        Raises:
            ConfigError: if the rules or the configuration are not right.
        """
        from newslint.engine.lint_files import lint_files

        return lint_files(self.files, self.recipe, means, self.notices.append, self.progress)

    def verdict(
        self,
        results: Sequence[FileResult],
        fail_on: FailOn | None = None,
        errors: Sequence[FileError] = (),
        *,
        gate: Gate = ANY_GATE,
        baseline: BaselineUse | None = None,
    ) -> Report:
        """Return what the policy, from the options and the settings, says of these results."""
        from newslint.engine.verdict import Policy, judge

        settings = self.configuration.settings
        policy = Policy(
            fail_on,
            {r.path: self.configuration.for_file(r.path).fail_on for r in results},
            settings.max_warnings if gate.max_warnings is None else gate.max_warnings,
            {**settings.budgets, **gate.budgets},
            gate.exit_zero,
            gate.strict,
            gate.strict_baseline,
        )
        return judge(results, self.notices, policy, errors, baseline)


@contextmanager
def open_job(
    doing: str,
    options: JobOptions,
    *,
    choose: Callable[[Selection], Selection] = lambda selection: selection,
    budgets: Collection[str] = (),
    revision: Revision | None = None,
) -> Iterator[Job]:
    """Find the configuration and the files; show progress until the job is done.

    `choose` may leave files out. `budgets` are rules and groups that the command line names.
    With a `revision`, only what it changed is read, each file after its earlier version.

    Raises:
        ConfigError: if the configuration or an option is not right.
    """
    from newslint.config import find
    from newslint.engine.recipe import Recipe
    from newslint.engine.sending import sent_away

    configuration = find(Path.cwd(), options.config)
    recipe = Recipe(
        configuration,
        options.profile,
        options.select,
        options.ignore,
        options.date,
        datetime.date.today(),  # a clock only for suppressions that expire
    )
    if budgets:
        recipe.planner().validate_names(budgets, "--budget")
    notices: list[Notice] = [*sent_away(configuration)]

    def chosen(found: Selection) -> Selection:
        if revision is None:
            return choose(found)
        force = options.force_exclude
        return choose(revision.select(found, options.paths, configuration, force_exclude=force))

    selection = select_files(
        options.paths,
        configuration,
        notices.append,
        stdin_filename=options.stdin_filename,
        force_exclude=options.force_exclude,
        show_skipped=options.show_skipped,
        choose=chosen,
    )
    if not selection.found:
        recipe.planner()  # a mistake in the configuration is told even then
    texts = len(selection.found) if revision is None else revision.versions(selection)
    load = load_files if revision is None else revision.load
    with progress_bar(doing, texts, quiet=options.quiet) as progress:
        files = load(selection, configuration, notices.append)
        yield Job(recipe, selection, files, progress, notices)
