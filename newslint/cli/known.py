"""The baseline on the command line: which file it is, and what it says of a run."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

if TYPE_CHECKING:
    from newslint.baseline import Baseline, Match
    from newslint.cli.job import Job
    from newslint.config import Configuration
    from newslint.result import BaselineUse, FileResult, Known, Notice

#: What the file is called where nobody has said.
DEFAULT = "newslint-baseline.json"

#: Articles that a notice about entries of the baseline names.
_NAMED = 3

Command = TypeVar("Command", bound=Callable[..., object])


def baseline_options(command: Command) -> Command:
    """Give a command the options that choose the baseline."""
    for decorate in (
        click.option("--no-baseline", is_flag=True, help="Report also what the baseline knows."),
        click.option(
            "--baseline",
            type=click.Path(dir_okay=False, path_type=Path),
            help="The file of known findings, instead of the configured one.",
        ),
    ):
        command = decorate(command)
    return command


def baseline_file(configuration: Configuration, given: Path | None) -> Path | None:
    """Return the file of the baseline: the given one, else the configured one, if any."""
    if given is not None:
        return given
    name = configuration.settings.baseline
    return shown(configuration.root / name) if name is not None else None


@dataclass(frozen=True, slots=True)
class InForce:
    """A baseline in force, with the file it came from."""

    file: Path
    baseline: Baseline

    def match(self, job: Job, results: Sequence[FileResult], paths: Sequence[str]) -> Match:
        """Return which of `results`, those of the articles in `paths`, are new."""
        return match_in(self.baseline, job, results, paths)

    def by_article(self, job: Job, paths: Sequence[str]) -> Callable[[FileResult], FileResult]:
        """Return what takes the known findings out of the result of one article."""
        from newslint.baseline import Baseline

        here: dict[str, list[Known]] = {}
        for entry in self.baseline.entries:
            here.setdefault(entry.path, []).append(entry)
        root = job.configuration.root
        gone = [e for path, own in here.items() if not os.path.lexists(root / path) for e in own]

        def new(result: FileResult) -> FileResult:
            own = here.get(job.configuration.relative(result.path), [])
            entries = tuple(sorted({*own, *gone}))
            return match_in(Baseline(entries), job, [result], paths).results[0]

        return new

    def use(self, match: Match, note: Callable[[Notice], None]) -> BaselineUse:
        """Return what reports say of the baseline; `note` is told what matches nothing."""
        from newslint.result import BaselineUse, Notice

        if match.unmatched:
            said = f"{unmatched_line(match.unmatched)}; `newslint baseline update` takes them out"
            note(Notice("info", f"{self.file}: {said}"))
        return BaselineUse(self.file.as_posix(), match.unmatched)


def in_force(configuration: Configuration, given: Path | None, *, off: bool) -> InForce | None:
    """Return the baseline that applies, if one does.

    Raises:
        ConfigError: if there is no such file, or it cannot be read.
    """
    from newslint.baseline import read

    file = None if off else baseline_file(configuration, given)
    return None if file is None else InForce(file, read(file))


def match_in(
    baseline: Baseline, job: Job, results: Sequence[FileResult], paths: Sequence[str]
) -> Match:
    """Return what `baseline` knows of the results of a job over `paths`."""
    from newslint.baseline import match

    root = job.configuration.root
    folders = [job.configuration.relative(p) for p in paths or (".",) if Path(p).is_dir()]

    def searched(path: str) -> bool:
        return any(f == "." or path == f or path.startswith(f"{f}/") for f in folders)

    return match(
        baseline,
        results,
        job.configuration.relative,
        gone=cache(lambda path: not os.path.lexists(root / path)),
        searched=searched,
        known_rules=lambda: job.context.planner.known,
    )


def unmatched_line(unmatched: Sequence[Known]) -> str:
    """Return how many known findings are no more, and in which articles."""
    from newslint.result import count

    number = sum(entry.count for entry in unmatched)
    paths = list(dict.fromkeys(entry.path for entry in unmatched))
    named = ", ".join(paths[:_NAMED])
    more = f" and {count(len(paths) - _NAMED, 'more article')}" if len(paths) > _NAMED else ""
    return f"{count(number, 'known finding')} no longer found in {named}{more}"


def shown(file: Path) -> Path:
    """Return a path as messages show it: relative to the working directory, if it is below."""
    try:
        return file.relative_to(Path.cwd())
    except ValueError:
        return file
