"""Processes that share the work: in order, and without loss when one of them dies."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from newslint.engine import workers
from newslint.engine.workers import PORTION, Done, Work, spread
from newslint.errors import ConfigError
from newslint.result import FileResult, Loaded


@dataclass(frozen=True)
class Make:
    """Work that can be told to die, to fail or to take its time; it can be sent anywhere."""

    folder: Path
    deadly: tuple[str, ...] = ()
    once: tuple[str, ...] = ()
    failing: Exception | None = None
    slow: str = ""

    def __call__(self) -> Work:
        return self._work

    def _work(self, files: Sequence[Loaded]) -> Done:
        for loaded in files:
            if loaded.path == self.slow:
                time.sleep(0.3)
            if loaded.path in self.deadly:
                os.kill(os.getpid(), signal.SIGKILL)
            if loaded.path in self.once and not (self.folder / loaded.path).exists():
                (self.folder / loaded.path).touch()
                os.kill(os.getpid(), signal.SIGKILL)
            if self.failing:
                raise self.failing
        return Done(tuple(FileResult(loaded.path, "text", "news") for loaded in files))


FILES = [Loaded(f"{n:03}.txt", "text") for n in range(PORTION * 5 + 3)]


def paths(make: Callable[[], Work], said: list[str] | None = None) -> list[str]:
    done = spread(FILES, make, 2, (said if said is not None else []).append)
    return [result.path for one in done for result in one.results]


@pytest.fixture(params=["fork", "spawn"])
def method(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Each way of starting a process that there is."""
    chosen: str = request.param
    if chosen == "fork" and not hasattr(os, "fork"):
        pytest.skip("nothing forks here")
    monkeypatch.setattr(workers, "start_method", lambda: chosen)
    return chosen


pytestmark = pytest.mark.skipif(os.name == "nt", reason="a process is killed otherwise there")


def test_results_come_in_the_order_of_the_files(method: str, tmp_path: Path) -> None:
    assert paths(Make(tmp_path, slow="000.txt")) == [loaded.path for loaded in FILES]


def test_a_process_that_dies_loses_nothing(method: str, tmp_path: Path) -> None:
    said: list[str] = []
    assert paths(Make(tmp_path, once=("011.txt",)), said) == [loaded.path for loaded in FILES]
    assert len(said) == 1
    assert said[0].startswith("a process of newslint was killed (SIGKILL); read again, one by one")
    assert "011.txt" in said[0]


def test_a_file_that_kills_twice_is_an_error_and_the_others_go_on(
    method: str, tmp_path: Path
) -> None:
    make = Make(tmp_path, deadly=("011.txt", "012.txt"))
    results = [r for one in spread(FILES, make, 2, lambda _: None) for r in one.results]
    assert [r.path for r in results] == [loaded.path for loaded in FILES]
    lost = {r.path: r.errors[0].message for r in results if r.errors}
    assert lost == {
        path: f"{path} was not checked: the process that read it was killed (SIGKILL), twice"
        for path in ("011.txt", "012.txt")
    }


def test_a_mistake_in_the_configuration_stops_the_run(method: str, tmp_path: Path) -> None:
    make = Make(tmp_path, failing=ConfigError("no such rule", "choose another"))
    with pytest.raises(ConfigError, match="no such rule") as caught:
        paths(make)
    assert caught.value.hint == "choose another"


def test_what_else_fails_in_a_process_fails_here(method: str, tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match="ZeroDivisionError: by nought"):
        paths(Make(tmp_path, failing=ZeroDivisionError("by nought")))


def test_no_process_is_left_behind(method: str, tmp_path: Path) -> None:
    import multiprocessing

    run = spread(FILES, Make(tmp_path), 2, lambda _: None)
    next(run)
    run.close()
    assert multiprocessing.active_children() == []


def test_a_large_file_does_not_stop_the_pipe(method: str, tmp_path: Path) -> None:
    files = [Loaded(f"{n}.txt", "x" * 300_000) for n in range(40)]
    done = list(spread(files, Make(tmp_path), 2, lambda _: None))
    assert [r.path for one in done for r in one.results] == [loaded.path for loaded in files]
