"""A whole run: what is kept, what is not, and who does it."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import chain, islice
from typing import TYPE_CHECKING

from newslint.cache.store import Store
from newslint.engine.keeping import KeptResults, with_kept
from newslint.engine.recipe import Recipe, remembering
from newslint.result import FileResult, Loaded, Notice

if TYPE_CHECKING:
    from newslint.engine.plan import Planner
    from newslint.engine.workers import Done, Work
    from newslint.ledger import Ledger
    from newslint.reading import Analyser, Reading

#: Characters below which a second process takes longer to start than it saves.
WORTH_ANOTHER = 30_000


@dataclass(frozen=True, slots=True)
class Means:
    """What a run may use: `store` keeps results, `jobs` processes share the work.

    With `ledgers`, it is filled with who says what in each article, by path.
    """

    store: Store | None = None
    jobs: int = 1
    ledgers: dict[str, Ledger] | None = None


def default_jobs() -> int:
    """Return the number of processors that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0)) or 1
    return os.cpu_count() or 1


def lint_files(
    files: Iterable[Loaded],
    recipe: Recipe,
    means: Means,
    note: Callable[[Notice], None],
    progress: Callable[[str], None] = lambda _: None,
) -> Iterator[FileResult]:
    """Yield the result of each file, in the given order; `files` is read as it is needed.

    `note` is called with every notice, possibly more than once; `progress` with the path of
    each finished file.

    Raises:
        ConfigError: if the rules or the configuration are not right. If every file is
            answered from what is kept, they are as they were then.
    """
    run = _Run(recipe, means, note, progress)
    store = means.store
    try:
        if store is None or recipe.today is None or means.ledgers is not None:
            yield from run.examine(iter(files))
        else:
            name_of = recipe.configuration.relative
            kept = KeptResults(store, recipe.identity, name_of, recipe.today)
            yield from with_kept(files, kept, run.examine, progress=progress)
    finally:
        if store is not None:
            store.close()
    if store is not None and store.trouble:
        note(Notice("info", store.trouble))


@dataclass(frozen=True, slots=True)
class _Run:
    recipe: Recipe
    means: Means
    note: Callable[[Notice], None]
    progress: Callable[[str], None]

    def examine(self, files: Iterator[Loaded]) -> Iterator[FileResult]:
        """Yield the results of files about which nothing is kept."""
        from newslint.engine.run import run

        first, jobs = _worth(files, self.means.jobs)
        if jobs > 1:
            yield from self._spread(chain(first, files), jobs)
            return
        analyser = self.recipe.analyser()
        context = self.recipe.context(
            self.note,
            remembering(self.recipe, analyser, self.means.store),
            warm=analyser.warm,
            progress=self.progress,
            examined=_keeper(self.means.ledgers),
        )
        yield from run(chain(first, files), context)

    def _spread(self, files: Iterator[Loaded], jobs: int) -> Iterator[FileResult]:
        from newslint.engine.run import Missing, note_missing
        from newslint.engine.workers import spread

        def say(what: str) -> None:
            self.note(Notice("info", what))

        missing: Missing = {}
        make = Bench(self.recipe, self.means.store, ledgers=self.means.ledgers is not None)
        make.get_ready()
        for done in spread(files, make, jobs, say):
            for notice in done.notices:
                self.note(notice)
            for what, rules in done.missing.items():
                missing.setdefault(what, set()).update(rules)
            if self.means.ledgers is not None:
                self.means.ledgers.update(done.ledgers)
            for result in done.results:
                yield result
                self.progress(result.path)
        note_missing(missing, self.note)


class Bench:
    """Makes the work of one process. What is got ready before is shared where that is forked."""

    def __init__(self, recipe: Recipe, store: Store | None, *, ledgers: bool) -> None:
        """Say what the work is made from, and whether ledgers are asked for."""
        self._recipe = recipe
        self._store = store
        self._ledgers = ledgers
        self._work: Work | None = None

    def get_ready(self) -> None:
        """Load rules and language libraries, if the processes will share them.

        Raises:
            ConfigError: if the rules or the configuration are not right.
        """
        from newslint.engine.workers import start_method

        if start_method() == "fork":
            self._work = self._make(warm=True)
            gc.collect()
            gc.freeze()  # what is shared stays so: nobody writes into it

    def __call__(self) -> Work:
        """Return what to do with some files."""
        return self._work or self._make()

    def _make(self, *, warm: bool = False) -> Work:
        from newslint.engine.run import Missing, run_batch
        from newslint.engine.workers import Done

        notices: list[Notice] = []
        ledgers: dict[str, Ledger] = {}
        recipe = self._recipe
        analyser = recipe.analyser()
        context = recipe.context(
            notices.append,
            remembering(recipe, analyser, self._store),
            warm=analyser.warm,
            examined=_keeper(ledgers if self._ledgers else None),
        )
        if warm:
            warm_up(analyser, context.planner)

        def work(files: Sequence[Loaded]) -> Done:
            missing: Missing = {}
            results = tuple(run_batch(files, context, missing))
            if self._store is not None:
                self._store.flush()
            done = Done(results, tuple(notices), missing, dict(ledgers))
            notices.clear()
            ledgers.clear()
            return done

        return work


def _keeper(ledgers: dict[str, Ledger] | None) -> Callable[[Reading], None]:
    """Return what to call with each article, to fill `ledgers`."""
    if ledgers is None:
        return lambda _: None
    from newslint.engine.survey import sources_of
    from newslint.errors import Unavailable

    def keep(reading: Reading) -> None:
        with suppress(Unavailable):  # the rules that need the model have said so
            ledgers[reading.article.path] = sources_of(reading).ledger

    return keep


def warm_up(analyser: Analyser, planner: Planner) -> None:
    """Load what the rules need of the language libraries, as far as it is there."""
    from newslint.errors import Unavailable
    from newslint.language.tokens import ParseRequest
    from newslint.reading import with_implied
    from newslint.span import Span

    rules = planner.rules(planner.configuration.for_file("any.md"), None)
    needs = with_implied(need for rule in rules for need in rule.needs)
    request = ParseRequest("Rain fell.", 0, (Span(0, 10),))
    with suppress(Unavailable):  # the rules that need it will say so
        if "parse" in needs:
            analyser.parse([request], names="names" in needs)
        if "grammar" in needs:
            analyser.grammar([request])


def _worth(files: Iterator[Loaded], jobs: int) -> tuple[list[Loaded], int]:
    """Return files that were read ahead, and how many processes are worth starting."""
    first: list[Loaded] = []
    size = 0
    if jobs > 1:
        for loaded in islice(files, 64):
            first.append(loaded)
            size += len(loaded.text)
            if size >= WORTH_ANOTHER * jobs:
                break
    return first, max(1, min(jobs, size // WORTH_ANOTHER, len(first)))
