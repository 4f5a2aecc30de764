"""Many files: read in batches, so that the language model works on many at once."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice

from newslint.engine.examine import examine
from newslint.engine.plan import Planner
from newslint.errors import Unavailable
from newslint.markup.read import guess_format, parse_article
from newslint.reading import Analyser, Reading, prepare, with_implied
from newslint.result import FileError, FileResult, Notice
from newslint.rule import Rule

#: Files that are parsed together: enough to fill the model's batches, little to hold.
BATCH = 16


@dataclass(frozen=True, slots=True)
class Loaded:
    """A file as it was read: its text, or why there is none.

    `format` is given where the end of the path does not tell.
    """

    path: str
    text: str = ""
    error: FileError | None = None
    format: str | None = None


@dataclass(frozen=True, slots=True)
class Context:
    """What a run needs besides the files.

    `date` stands for the articles' own date (`--date`), `today` is only for suppressions
    that expire. `note` is called with every notice, possibly more than once; `progress`
    with the path of each finished file.
    """

    planner: Planner
    analyser: Analyser
    note: Callable[[Notice], None]
    date: datetime.date | None = None
    today: datetime.date | None = None
    progress: Callable[[str], None] = lambda _: None


@dataclass(frozen=True, slots=True)
class _Task:
    """A file of the current batch, ready to be examined, or done already."""

    done: FileResult
    reading: Reading | None = None
    rules: tuple[Rule, ...] = ()


def run(files: Iterable[Loaded], context: Context) -> Iterator[FileResult]:
    """Yield the result of each file, in the given order; `files` is read as it is needed.

    Raises:
        ConfigError: if the configuration of a file cannot be applied.
    """
    missing: dict[tuple[str, str], set[str]] = {}
    waiting = iter(files)
    while batch := list(islice(waiting, BATCH)):
        tasks = [_task(loaded, context) for loaded in batch]
        _prepare(tasks)
        for task in tasks:
            yield _result(task, context, missing)
            context.progress(task.done.path)
    for (what, hint), rules in sorted(missing.items()):
        context.note(Notice("unavailable", _unavailable(what, hint, rules)))


def _task(loaded: Loaded, context: Context) -> _Task:
    planner = context.planner
    effective = planner.configuration.for_file(loaded.path)
    profile = planner.profile_of(effective)

    def done(*errors: FileError, genre: str | None = None) -> FileResult:
        form = loaded.format or guess_format(loaded.text, loaded.path)
        return FileResult(loaded.path, form, profile, genre, errors=errors, source=loaded.text)

    if loaded.error:
        return _Task(done(loaded.error))
    if not loaded.text.strip():
        context.note(Notice("info", f"{loaded.path} is empty"))
        return _Task(done())
    try:
        article = parse_article(
            loaded.text, loaded.path, options=effective.markup, format=loaded.format
        )
    except Exception as error:  # noqa: BLE001 - whatever one file does, the others go on
        message = f"{loaded.path} cannot be read as an article: {type(error).__name__}: {error}"
        return _Task(done(FileError("parse", message, "report it with the file, if you can")))
    genre = planner.genre(effective, article)
    rules = planner.rules(effective, genre)
    return _Task(done(genre=genre), Reading(article, context.analyser, date=context.date), rules)


def _prepare(tasks: list[_Task]) -> None:
    """Parse together the files whose rules need the same of the language model."""
    groups: dict[frozenset[str], list[Reading]] = {}
    for task in tasks:
        if task.reading is not None:
            needs = with_implied(need for rule in task.rules for need in rule.needs)
            groups.setdefault(needs & {"parse", "names"}, []).append(task.reading)
    for needs, readings in groups.items():
        try:
            prepare(readings, needs)
        except Unavailable:
            pass  # each rule that needs it will say so itself
        except Exception:  # noqa: BLE001 - one text may upset the model: then each on its own
            for reading in readings:
                _prepare_alone(reading, needs)


def _prepare_alone(reading: Reading, needs: frozenset[str]) -> None:
    with suppress(Exception):  # the rules that ask for the parse report it
        prepare([reading], needs)


def _result(task: _Task, context: Context, missing: dict[tuple[str, str], set[str]]) -> FileResult:
    if task.reading is None:
        return task.done

    def undeclared(rule: str, need: str) -> None:
        message = f"rule {rule} asks for {need!r} without declaring it, which makes it slow"
        context.note(Notice("info", message))

    examined = examine(
        task.reading,
        task.rules,
        known=context.planner.known,
        today=context.today,
        undeclared=undeclared,
    )
    for rule, what in examined.unavailable:
        missing.setdefault((what.message, what.hint), set()).add(rule)
    done = task.done
    return FileResult(
        done.path,
        task.reading.article.format,
        done.profile,
        done.genre,
        examined.findings,
        examined.suppressed,
        errors=examined.errors,
        source=done.source if examined.findings else "",
    )


def _unavailable(what: str, hint: str, rules: set[str]) -> str:
    names = sorted(rules)
    more = f" and {len(names) - 2} more rules" if len(names) > 3 else ""
    listed = ", ".join(names[:2] if more else names)
    return f"{what}; not run: {listed}{more}" + (f" ({hint})" if hint else "")
