"""Importing spaCy at a third less than it costs.

The package imports its own command line, and with that a terminal library, a client for the
web and what validates projects: a third of the time until the first word can be parsed. All
that it takes from there is the function `spacy.info`. So while spaCy is imported, and only if
nobody has imported it before, an empty module stands in for its command line; afterwards
nothing is left of it, and `spacy.info` and `import spacy.cli` do what they always do.

This changes what `import` finds for a moment, in one place, for one name; nothing is put in
the way of other imports.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from importlib import import_module
from types import ModuleType

#: Names the library that multiplies matrices, where the choice made is not wanted: `blis` or
#: `numpy`.
KERNEL_VARIABLE = "NEWSLINT_KERNEL"

_PACKAGE = "spacy"
_STAND_INS = ("spacy.cli", "spacy.cli.info")
#: What tells the libraries that may stand behind numpy to use one thread. It is read when
#: numpy is imported, and never again.
_THREADS = ("OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")


@cache
def import_spacy() -> bool:
    """Import spaCy; return whether numpy is then known to multiply in a single thread.

    The answer is that of the first time: the number of threads is settled with numpy's import.

    Raises:
        ImportError: if spaCy is not installed.
    """
    with _one_thread() as single:
        if _PACKAGE in sys.modules or any(name in sys.modules for name in _STAND_INS):
            import_module(_PACKAGE)
            return single
        try:
            with _without_command_line():
                import_module(_PACKAGE)
        except Exception:  # noqa: BLE001 - another spaCy may need more of it
            import_module(_PACKAGE)
    return single


@contextmanager
def _one_thread() -> Iterator[bool]:
    """Ask numpy for one thread, if it is imported here and the user has not decided."""
    if "numpy" in sys.modules or "OMP_NUM_THREADS" in os.environ:
        yield any(os.environ.get(name) == "1" for name in (*_THREADS, "OMP_NUM_THREADS"))
        return
    asked = [name for name in _THREADS if name not in os.environ]
    os.environ.update(dict.fromkeys(asked, "1"))
    try:
        yield os.environ[_THREADS[0]] == "1"
    finally:
        for name in asked:
            del os.environ[name]


@contextmanager
def _without_command_line() -> Iterator[None]:
    package, module = (ModuleType(name) for name in _STAND_INS)
    package.__path__ = []
    module.__dict__["info"] = _info
    stand_ins = dict(zip(_STAND_INS, (package, module), strict=True))
    sys.modules.update(stand_ins)
    try:
        yield
    finally:
        for name, stand_in in stand_ins.items():
            if sys.modules.get(name) is stand_in:
                del sys.modules[name]


def _info(*given: object, **named: object) -> object:
    """Do what `spacy.info` does, with the command line imported when it is first asked for."""
    return import_module("spacy.cli.info").info(*given, **named)
