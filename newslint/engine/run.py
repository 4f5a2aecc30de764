"""Many files: read in batches, so that the language model works on many at once."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import islice

from newslint.article import Article
from newslint.engine.examine import examine
from newslint.engine.plan import Planner
from newslint.engine.recalling import RuleSet
from newslint.errors import Unavailable
from newslint.markup.options import MarkupOptions
from newslint.markup.read import guess_format, parse_article
from newslint.reading import Analyser, Reading, prepare, with_implied
from newslint.recent import Recent
from newslint.result import FileError, FileResult, Loaded, Notice
from newslint.rule import Rule

#: Files that are parsed together: enough to fill the model's batches, little to hold.
BATCH = 16
#: What a result that is kept weighs in bytes, about: each finding, each letter of the file.
_FINDING, _LETTER = 2_000, 4


@dataclass(frozen=True, slots=True)
class Context:
    """What a run needs besides the files.

    `date` stands for the articles' own date (`--date`), `today` is only for suppressions
    that expire. `note` is called with every notice, possibly more than once; `progress`
    with the path of each finished file, `examined` with each article when its rules have run.
    `warm` is called before anything is parsed for rules that need grammar. With `recent`, what
    is worked out of a block or a whole file is kept for the next time; it goes with `analyser`.
    """

    planner: Planner
    analyser: Analyser
    note: Callable[[Notice], None]
    date: datetime.date | None = None
    today: datetime.date | None = None
    progress: Callable[[str], None] = lambda _: None
    examined: Callable[[Reading], None] = lambda _: None
    warm: Callable[[], None] = lambda: None
    recent: Recent | None = None


#: The rules that lacked something: by its message and hint, and whether they ran all the same.
Missing = dict[tuple[str, str, bool], set[str]]


@dataclass(frozen=True, slots=True)
class _Task:
    """A file of the current batch, ready to be examined, or done already."""

    done: FileResult
    reading: Reading | None = None
    rules: tuple[Rule, ...] = ()
    key: Hashable = None


def run(files: Iterable[Loaded], context: Context) -> Iterator[FileResult]:
    """Yield the result of each file, in the given order; `files` is read as it is needed.

    Raises:
        ConfigError: if the configuration of a file cannot be applied.
    """
    missing: Missing = {}
    waiting = iter(files)
    while batch := list(islice(waiting, BATCH)):
        yield from run_batch(batch, context, missing)
    note_missing(missing, context.note)


def run_batch(batch: Sequence[Loaded], context: Context, missing: Missing) -> Iterator[FileResult]:
    """Yield the results of files that are parsed together; what they lack goes to `missing`.

    Raises:
        ConfigError: if the configuration of a file cannot be applied.
    """
    tasks = [_task(loaded, context) for loaded in batch]
    if any("grammar" in rule.needs for task in tasks for rule in task.rules):
        context.warm()
    _prepare(tasks)
    for task in tasks:
        yield _result(task, context, missing)
        context.progress(task.done.path)


def note_missing(missing: Missing, note: Callable[[Notice], None]) -> None:
    """Say what the rules of a whole run lacked: once for each thing that is missing."""
    for (what, hint, partial), rules in sorted(missing.items()):
        note(Notice("unavailable", _unavailable(what, hint, rules, partial=partial)))


def open_article(
    loaded: Loaded, options: MarkupOptions, note: Callable[[Notice], None]
) -> Article | FileError | None:
    """Return the article in a file, or why there is none; None if the file is empty.

    `note` is told of an empty one.
    """
    if loaded.error:
        return loaded.error
    if not loaded.text.strip():
        note(Notice("info", f"{loaded.path} is empty"))
        return None
    try:
        return parse_article(loaded.text, loaded.path, options=options, format=loaded.format)
    except Exception as error:  # noqa: BLE001 - whatever one file does, the others go on
        message = f"{loaded.path} cannot be read as an article: {type(error).__name__}: {error}"
        return FileError("parse", message, "report it with the file, if you can")


def _task(loaded: Loaded, context: Context) -> _Task:
    planner = context.planner
    effective = planner.configuration.for_file(loaded.path)
    profile = planner.profile_of(effective)

    def done(*errors: FileError, genre: str | None = None) -> FileResult:
        form = loaded.format or guess_format(loaded.text, loaded.path)
        return FileResult(
            loaded.path, form, profile, genre, errors=errors, source=loaded.text, complete=False
        )

    article = open_article(loaded, effective.markup, context.note)
    if article is None:  # an empty file: every rule has nothing to find
        every = planner.rules(effective, effective.genre or effective.default_genre)
        return _Task(replace(done(), ran=tuple(rule.id for rule in every)))
    if isinstance(article, FileError):
        return _Task(done(article))
    genre = planner.genre(effective, article)
    rules = planner.rules(effective, genre)
    reading = Reading(article, context.analyser, date=context.date, recent=context.recent)
    task = _Task(done(genre=genre), reading, rules)
    if context.recent is None:
        return task
    # All that a result depends on besides the analyser, which goes with what is recent.
    key = (
        ("result", loaded.path, article.format, loaded.text, effective.markup, profile, genre),
        (RuleSet(rules), planner.known, planner.accepted(effective), context.date, context.today),
    )
    known: FileResult | None = context.recent.get(key)
    return replace(task, key=key) if known is None else _Task(known)


def _prepare(tasks: list[_Task]) -> None:
    """Parse together the files whose rules need the same of the language model."""
    groups: dict[frozenset[str], list[Reading]] = {}
    for task in tasks:
        if task.reading is not None:
            needs = with_implied(need for rule in task.rules for need in rule.needs)
            groups.setdefault(needs & {"parse", "names", "grammar"}, []).append(task.reading)
    for needs, readings in groups.items():
        prepare_together(readings, needs)


def prepare_together(readings: Sequence[Reading], needs: frozenset[str]) -> None:
    """Parse many articles in one batch; who then asks for a parse learns what went wrong."""
    try:
        prepare(readings, needs)
    except Unavailable:
        pass  # each one that needs it will say so itself
    except Exception:  # noqa: BLE001 - one text may upset the model: then each on its own
        for reading in readings:
            _prepare_alone(reading, needs)


def _prepare_alone(reading: Reading, needs: frozenset[str]) -> None:
    with suppress(Exception):  # the rules that ask for the parse report it
        prepare([reading], needs)


def _result(task: _Task, context: Context, missing: Missing) -> FileResult:
    if task.reading is None:
        return task.done

    asked: list[str] = []

    def undeclared(rule: str, need: str) -> None:
        asked.append(rule)
        message = f"rule {rule} asks for {need!r} without declaring it, which makes it slow"
        context.note(Notice("info", message))

    examined = examine(
        task.reading,
        task.rules,
        known=context.planner.known,
        today=context.today,
        undeclared=undeclared,
        accepted=context.planner.accepted(context.planner.configuration.for_file(task.done.path)),
        recent=context.recent,
    )
    for rule, what in examined.unavailable:
        missing.setdefault((what.message, what.hint, what.partial), set()).add(rule)
    context.examined(task.reading)
    done = task.done
    result = FileResult(
        done.path,
        task.reading.article.format,
        done.profile,
        done.genre,
        examined.findings,
        examined.suppressed,
        errors=examined.errors,
        source=done.source if examined.findings else "",
        suppressions=examined.suppressions,
        ran=examined.ran,
        complete=not (examined.unavailable or asked),
    )
    if context.recent is not None and result.complete and not result.errors:
        weight = _LETTER * len(done.source) + _FINDING * len(result.findings) + _FINDING
        context.recent.put(task.key, result, weight)
    return result


def _unavailable(what: str, hint: str, rules: set[str], *, partial: bool) -> str:
    names = sorted(rules)
    more = f" and {len(names) - 2} more rules" if len(names) > 3 else ""
    listed = ", ".join(names[:2] if more else names)
    run = "run without it" if partial else "not run"
    return f"{what}; {run}: {listed}{more}" + (f" ({hint})" if hint else "")
