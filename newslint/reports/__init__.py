"""Reports: a function each, from a report to one output format."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import TextIO, cast

from newslint.result import Report


@dataclass(frozen=True, slots=True)
class ReportOptions:
    """How to show a report.

    `width` is that of the terminal in columns, and only limits the lines of source that are
    shown. `quiet` leaves out all but findings and errors.
    """

    color: bool = False
    width: int = 100
    quiet: bool = False


#: A report writer: (report, stream, options).
Writer = Callable[[Report, TextIO, ReportOptions], None]

#: Output formats, and where their writer is; imported only when chosen.
FORMATS: Mapping[str, str] = {
    "text": "newslint.reports.text:write",
    "concise": "newslint.reports.concise:write",
    "json": "newslint.reports.json:write",
    "github": "newslint.reports.github:write",
}


def writer(name: str) -> Writer:
    """Return the writer of the format `name`.

    Raises:
        KeyError: if there is no such format.
    """
    module, _, function = FORMATS[name].partition(":")
    return cast("Writer", getattr(import_module(module), function))
