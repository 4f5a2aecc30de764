"""Several processes for many files.

Each has a pipe of its own: when one dies, it is known which files it had. Where the platform
forks, what was loaded before is shared; elsewhere each process loads it.
"""

from __future__ import annotations

import multiprocessing
import signal
import sys
import warnings
from collections.abc import Callable, Generator, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import islice
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import TYPE_CHECKING, Literal

from newslint.errors import ConfigError
from newslint.result import FileError, FileResult, Loaded, Notice

if TYPE_CHECKING:
    from multiprocessing.context import ForkContext, SpawnContext

    from newslint.engine.run import Missing
    from newslint.ledger import Ledger

#: Files that a worker gets at once.
PORTION = 8
#: Portions, for each worker, that may be handed out before the first of them is back.
_WINDOW = 8


@dataclass(frozen=True, slots=True)
class Done:
    """What a worker made of some files. `missing` is as in `run_batch`."""

    results: tuple[FileResult, ...]
    notices: tuple[Notice, ...] = ()
    missing: Missing = field(default_factory=dict)
    ledgers: Mapping[str, Ledger] = field(default_factory=dict)


#: What a worker does with some files; made in the worker.
Work = Callable[[Sequence[Loaded]], Done]


@dataclass(eq=False)
class _Worker:
    process: BaseProcess
    pipe: Connection
    portion: int | None = None


def spread(
    files: Iterable[Loaded], make: Callable[[], Work], jobs: int, say: Callable[[str], None]
) -> Generator[Done, None, None]:
    """Yield what `jobs` processes make of the files, in the given order.

    `make` is called once in each process; where processes are not forked it is pickled.
    When a process dies, its files are tried once more, one by one; a file with which the
    next one dies too is an error, and the others go on. `say` is told of each death.

    Raises:
        ConfigError: if a worker raises one.
        Exception: whatever else a worker raises.
    """
    pool = _Pool(make, jobs, say)
    waiting = iter(files)
    portions: dict[int, list[Loaded]] = {}
    done: dict[int, Done] = {}
    given = yielded = 0
    try:
        while True:
            while given - yielded < jobs * _WINDOW and pool.has_room():
                portion = list(islice(waiting, PORTION))
                if not portion:
                    break
                portions[given] = portion
                pool.give(given, portion)
                given += 1
            if yielded == given:
                return
            for number, outcome in pool.collect(portions):
                done[number] = outcome
                del portions[number]
            while yielded in done:
                yield done.pop(yielded)
                yielded += 1
    finally:
        pool.stop()


class _Pool:
    """The workers, and which portion each of them has.

    A worker is only ever sent something when it waits for it: a pipe takes little, and two
    processes that both wait for the other to read would wait for ever.
    """

    def __init__(self, make: Callable[[], Work], jobs: int, say: Callable[[str], None]) -> None:
        self._make = make
        self._jobs = jobs
        self._say = say
        self._method = start_method()
        self._workers: list[_Worker] = []

    def has_room(self) -> bool:
        return len(self._workers) < self._jobs or any(w.portion is None for w in self._workers)

    def give(self, number: int, portion: list[Loaded]) -> None:
        worker = next((w for w in self._workers if w.portion is None), None)
        if worker is None:
            worker = self._start()
            self._workers.append(worker)
        worker.portion = number
        with suppress(OSError):  # it has died: `collect` finds out
            worker.pipe.send((number, portion))

    def collect(self, portions: Mapping[int, list[Loaded]]) -> list[tuple[int, Done]]:
        """Wait until something is done, and return it."""
        found: list[tuple[int, Done]] = []
        by_pipe = {worker.pipe: worker for worker in self._workers}
        for ready in wait(list(by_pipe)):
            assert isinstance(ready, Connection)
            worker = by_pipe[ready]
            try:
                number, outcome = worker.pipe.recv()
            except (EOFError, OSError):
                self._workers.remove(worker)
                how = _ended(worker)
                if worker.portion is not None:
                    found.append((worker.portion, self._again(portions[worker.portion], how)))
                continue
            if isinstance(outcome, BaseException):
                raise outcome
            worker.portion = None
            found.append((number, outcome))
        return found

    def stop(self) -> None:
        for worker in self._workers:
            worker.pipe.close()
            worker.process.terminate()
        for worker in self._workers:
            worker.process.join()

    def _start(self) -> _Worker:
        context = _context(self._method)
        ours, theirs = context.Pipe()
        forked = self._method == "fork"
        inherited = [*(worker.pipe for worker in self._workers), ours] if forked else []
        process = context.Process(target=_serve, args=(theirs, inherited, self._make), daemon=True)
        with warnings.catch_warnings():
            # Python warns of threads in a process that forks; ours hold no lock then.
            warnings.simplefilter("ignore", DeprecationWarning)
            process.start()
        theirs.close()
        return _Worker(process, ours)

    def _again(self, portion: Sequence[Loaded], how: str) -> Done:
        """Return what comes of files that a worker died of, each with a worker that may die."""
        paths = ", ".join(loaded.path for loaded in portion)
        self._say(f"a process of newslint {how}; read again, one by one: {paths}")
        outcomes: list[Done] = []
        worker: _Worker | None = None
        for loaded in portion:
            worker = worker or self._start()
            try:
                worker.pipe.send((0, [loaded]))
                _, outcome = worker.pipe.recv()
            except (EOFError, OSError):
                outcomes.append(Done((_lost(loaded, _ended(worker)),)))
                worker = None
                continue
            if isinstance(outcome, BaseException):
                raise outcome
            outcomes.append(outcome)
        if worker is not None:
            worker.pipe.close()
            worker.process.join()
        return _together(outcomes)


def start_method() -> Literal["fork", "spawn"]:
    """Return how processes are started here; forking is safe and quick on Linux only."""
    return "fork" if sys.platform == "linux" else "spawn"


def _context(method: Literal["fork", "spawn"]) -> ForkContext | SpawnContext:
    if method == "fork":
        return multiprocessing.get_context("fork")
    return multiprocessing.get_context("spawn")


def _serve(pipe: Connection, inherited: Sequence[Connection], make: Callable[[], Work]) -> None:
    """Do what the pipe asks for, until it is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the main process ends this one
    for connection in inherited:
        connection.close()
    try:
        work = make()
        while True:
            number, portion = pipe.recv()
            pipe.send((number, work(portion)))
    except (EOFError, BrokenPipeError):
        pass
    except Exception as error:  # noqa: BLE001 - it is raised again in the main process
        with suppress(OSError):
            pipe.send((0, _sendable(error)))


def _sendable(error: Exception) -> Exception:
    if isinstance(error, ConfigError):
        return ConfigError(error.message, error.hint)
    return RuntimeError(f"{type(error).__name__}: {error}")


def _ended(worker: _Worker) -> str:
    worker.pipe.close()
    worker.process.join()
    code = worker.process.exitcode or 0
    if code >= 0:
        return f"ended with {code}"
    try:
        return f"was killed ({signal.Signals(-code).name})"
    except ValueError:
        return f"was killed (signal {-code})"


def _lost(loaded: Loaded, how: str) -> FileResult:
    error = FileError(
        "parse",
        f"{loaded.path} was not checked: the process that read it {how}, twice",
        "give newslint more memory, or lint this file on its own to see why",
    )
    return FileResult(loaded.path, loaded.format or "text", "", errors=(error,), complete=False)


def _together(outcomes: Sequence[Done]) -> Done:
    missing: Missing = {}
    for outcome in outcomes:
        for what, rules in outcome.missing.items():
            missing.setdefault(what, set()).update(rules)
    return Done(
        tuple(result for outcome in outcomes for result in outcome.results),
        tuple(notice for outcome in outcomes for notice in outcome.notices),
        missing,
        {path: ledger for outcome in outcomes for path, ledger in outcome.ledgers.items()},
    )
