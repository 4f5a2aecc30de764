"""Ctrl-C stops a run even where a library took it for a part that is not installed."""

import signal
import sys
from collections.abc import Iterator

import pytest

from newslint.cli.articles import progress_bar
from newslint.cli.ctrl_c import CtrlC, watch


@pytest.fixture(autouse=True)
def handler_as_before() -> Iterator[None]:
    before, hook = signal.getsignal(signal.SIGINT), sys.unraisablehook
    yield
    signal.signal(signal.SIGINT, before)
    sys.unraisablehook = hook


def swallow() -> None:
    """Do as a library does that looks for a part it can do without."""
    try:
        signal.raise_signal(signal.SIGINT)
    except BaseException:  # noqa: BLE001 - this is what the test is about
        return
    raise AssertionError("SIGINT is ignored here")


@pytest.mark.parametrize("terminal", [False, True])
def test_a_swallowed_interrupt_is_heard_after_the_file(
    terminal: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: terminal, raising=False)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    watch()
    with progress_bar("checking", 30, quiet=False) as progress:
        progress("a.md")
        swallow()
        with pytest.raises(KeyboardInterrupt):
            progress("b.md")


def test_an_interrupt_that_the_caller_has_ignored_stays_ignored() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    watch()
    assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN


def test_nothing_stops_while_nobody_presses_it() -> None:
    signal.signal(signal.SIGINT, signal.default_int_handler)
    watch()
    assert isinstance(signal.getsignal(signal.SIGINT), CtrlC)
    with progress_bar("checking", 1, quiet=False) as progress:
        progress("a.md")


class _Interrupted:
    """Something that is cleared away just when Ctrl-C is pressed."""

    def __del__(self) -> None:
        signal.raise_signal(signal.SIGINT)


def test_an_interrupt_while_something_is_cleared_away_prints_no_traceback(
    capsys: pytest.CaptureFixture[str],
) -> None:
    signal.signal(signal.SIGINT, signal.default_int_handler)
    watch()
    held = _Interrupted()
    del held
    assert capsys.readouterr().err == ""
    with progress_bar("checking", 1, quiet=False) as progress, pytest.raises(KeyboardInterrupt):
        progress("a.md")
