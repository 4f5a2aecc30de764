"""Reports: a function each, from a report to one output format."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from importlib import import_module
from typing import TYPE_CHECKING, TextIO, cast

from newslint.result import Report

if TYPE_CHECKING:
    from newslint.ledger import Ledger
    from newslint.rule import RuleSpec


@dataclass(frozen=True, slots=True)
class ReportOptions:
    """How to show a report.

    `width` is that of the terminal in columns, and only limits the lines of source that are
    shown. `quiet` leaves out all but findings and errors. `rules` are those that may have
    found something, by id: a format that explains them takes it from there. `ledgers` are
    those of the articles, by path: who says what, for a format that tells.
    """

    color: bool = False
    width: int = 100
    quiet: bool = False
    rules: Mapping[str, RuleSpec] = field(default_factory=dict)
    ledgers: Mapping[str, Ledger] = field(default_factory=dict)


#: A report writer: (report, stream, options).
Writer = Callable[[Report, TextIO, ReportOptions], None]

#: Output formats, and where their writer is; imported only when chosen.
FORMATS: Mapping[str, str] = {
    "text": "newslint.reports.text:write",
    "concise": "newslint.reports.concise:write",
    "json": "newslint.reports.json:write",
    "jsonl": "newslint.reports.jsonl:write",
    "sarif": "newslint.reports.sarif:write",
    "github": "newslint.reports.github:write",
    "gitlab": "newslint.reports.gitlab:write",
    "junit": "newslint.reports.junit:write",
    "checkstyle": "newslint.reports.checkstyle:write",
    "rdjson": "newslint.reports.rdjson:write",
    "rdjsonl": "newslint.reports.rdjson:write_lines",
    "markdown": "newslint.reports.markdown:write",
}

#: Formats that tell who says what.
WITH_LEDGER = frozenset({"markdown"})

#: Formats that explain the rules.
WITH_RULES = frozenset({"sarif"})

#: Formats without a place for notices and totals.
BARE = frozenset({"concise", "jsonl", "gitlab", "junit", "checkstyle", "rdjson", "rdjsonl"})


def writer(name: str) -> Writer:
    """Return the writer of the format `name`.

    Raises:
        KeyError: if there is no such format.
    """
    module, _, function = FORMATS[name].partition(":")
    return cast("Writer", getattr(import_module(module), function))
