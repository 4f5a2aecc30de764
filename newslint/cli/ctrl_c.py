"""Ctrl-C that no library swallows.

A library may take the interrupt that strikes while it loads for a part that is not installed,
and go on. So that Ctrl-C is asked for is remembered, and asked about after each file.
"""

from __future__ import annotations

import signal
import sys
import threading
from types import FrameType


class CtrlC:
    """The handler of SIGINT: raises KeyboardInterrupt, and remembers that it did."""

    def __init__(self) -> None:
        """Start with nothing pressed."""
        self.pressed = False

    def __call__(self, number: int, frame: FrameType | None) -> None:
        """Do what Python does on SIGINT, and remember it.

        Raises:
            KeyboardInterrupt: always.
        """
        self.pressed = True
        signal.default_int_handler(number, frame)


def watch() -> None:
    """Remember Ctrl-C from now on, unless the caller of the process has it ignored."""
    if threading.current_thread() is not threading.main_thread():
        return
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, CtrlC())
        sys.unraisablehook = _say_unless_remembered


def _say_unless_remembered(unraisable: sys.UnraisableHookArgs, /) -> None:
    """Report what could not be raised, but no Ctrl-C: that is remembered, and heeded soon."""
    if unraisable.exc_type is not KeyboardInterrupt:
        sys.__unraisablehook__(unraisable)


def heed() -> None:
    """Stop if Ctrl-C was pressed and something went on all the same.

    Raises:
        KeyboardInterrupt: if so.
    """
    handler = signal.getsignal(signal.SIGINT)
    if isinstance(handler, CtrlC) and handler.pressed:
        raise KeyboardInterrupt
