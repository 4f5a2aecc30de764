"""What a rule reports, and what newslint reports.

A rule yields `Problem`s in the coordinates of the article's text. The engine turns each into
a `Finding` in the coordinates of the source file. Both are frozen.
"""

from __future__ import annotations

import hashlib
import unicodedata
from dataclasses import dataclass
from enum import IntEnum

from newslint.span import Span


class Severity(IntEnum):
    """How much a finding matters; compares in that order."""

    SUGGESTION = 1
    WARNING = 2
    ERROR = 3

    @property
    def label(self) -> str:
        """The lower-case name used in every output."""
        return _LABELS[self]


#: In a table: names are worked out anew each time.
_LABELS = {severity: severity.name.lower() for severity in Severity}


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """Replace the characters of `span` with `replacement`; an empty span inserts."""

    span: Span
    replacement: str


@dataclass(frozen=True, slots=True)
class Fix:
    """Edits that cure a problem: sorted, not overlapping.

    `safe` means that the meaning cannot change, so it may be applied unasked.
    """

    edits: tuple[Edit, ...]
    safe: bool = False


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that explains the problem, with a word on why."""

    span: Span
    message: str


@dataclass(frozen=True, slots=True)
class Problem:
    """What a rule yields.

    `span`, the `fix` and `related` are in text coordinates, or in source coordinates when
    `in_source` is set. `document` marks a problem of the article as a whole; its span is
    only where to show it. `at_most` lowers the rule's severity for this one problem.
    """

    span: Span
    message: str
    fix: Fix | None = None
    in_source: bool = False
    document: bool = False
    at_most: Severity | None = None
    related: tuple[Related, ...] = ()
    engine: str = "newslint"
    engine_rule: str | None = None


@dataclass(frozen=True, slots=True)
class Position:
    """A 1-based line and column; columns count code points."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Finding:
    """What is reported: everything in source coordinates.

    `excerpt` is always `source[span.start:span.end]`, and never empty. `start` is the
    position of the first character, `end` the one after the last. `anchored` says that the
    span is only where to show a finding of the whole document, not what it is about.
    """

    rule: str
    severity: Severity
    message: str
    path: str
    span: Span
    start: Position
    end: Position
    excerpt: str
    fingerprint: str
    scope: str = "span"
    link: str | None = None
    fix: Fix | None = None
    related: tuple[Related, ...] = ()
    engine: str = "newslint"
    engine_rule: str | None = None
    anchored: bool = False

    @property
    def group(self) -> str:
        """The part of the rule's id before the first full stop."""
        return self.rule.partition(".")[0]

    @property
    def sort_key(self) -> tuple[str, int, int, str, str]:
        """Order within a report: by path, place, rule, message."""
        return (self.path, self.span.start, self.span.end, self.rule, self.message)


def fingerprint(rule: str, excerpt: str, sentence: str) -> str:
    """Return the identity of a finding that survives moving and re-wrapping.

    The first 16 hexadecimal digits of SHA-256 over rule, excerpt and sentence, each NFC,
    case-folded and with white space collapsed, joined by NUL.
    """
    parts = (
        " ".join(unicodedata.normalize("NFC", part).casefold().split())
        for part in (rule, excerpt, sentence)
    )
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]
