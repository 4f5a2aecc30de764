"""What goes into a run, and what it hands to a report.

The field names are those of the JSON report, which is a contract.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Literal

from newslint.finding import Finding, Severity
from newslint.span import Span

#: The step that failed.
ErrorKind = Literal["read", "decode", "parse", "rule", "config", "write"]
#: A missing capability, a file left out, or something worth knowing.
NoticeKind = Literal["unavailable", "skipped", "info"]
#: The lowest severity that makes a run fail.
FailOn = Literal["error", "warning", "suggestion", "never"]


@dataclass(frozen=True, slots=True)
class FileError:
    """Something that kept a file from being checked in full. Any one of them exits 2."""

    kind: ErrorKind
    message: str
    hint: str = ""
    rule: str | None = None


@dataclass(frozen=True, slots=True)
class Loaded:
    """A file as it was read: its text, or why there is none.

    `format` is given where the end of the path does not tell.
    """

    path: str
    text: str = ""
    error: FileError | None = None
    format: str | None = None


@dataclass(frozen=True, slots=True, order=True)
class Notice:
    """Something the reader of a report should know that is not a finding."""

    kind: NoticeKind
    message: str


@dataclass(frozen=True, slots=True)
class Suppressed:
    """A finding that the writer asked to ignore, and what the writer said about it."""

    finding: Finding
    reason: str
    by: str | None = None
    until: datetime.date | None = None


#: What becomes of a suppression. One whose rules did not run can be neither of the first two.
SuppressionState = Literal["active", "unused", "expired", "malformed", "no reason", "not checked"]


@dataclass(frozen=True, slots=True)
class Suppression:
    """One suppression as it stands in a file (`span`, in the source), and what becomes of it.

    `verb` is `ignore`, `off` or `ignore-file`, or empty where it could not be read. `uses`
    counts the findings it suppresses; `detail` says what is wrong with it, if anything is.
    """

    span: Span
    line: int
    verb: str
    rules: tuple[str, ...]
    state: SuppressionState
    reason: str = ""
    by: str | None = None
    until: datetime.date | None = None
    uses: int = 0
    detail: str = ""


@dataclass(frozen=True, slots=True)
class FileResult:
    """All that is said of one file.

    `source` is the decoded file, or empty where nothing was found in it: a report shows
    lines of it. `ran` are the ids of the rules that ran to their end. `complete` is False
    where something was missing that another run may have.
    """

    path: str
    format: str
    profile: str
    genre: str | None = None
    findings: tuple[Finding, ...] = ()
    suppressed: tuple[Suppressed, ...] = ()
    baselined: int = 0
    errors: tuple[FileError, ...] = ()
    source: str = ""
    suppressions: tuple[Suppression, ...] = ()
    ran: tuple[str, ...] = ()
    complete: bool = True


@dataclass(frozen=True, slots=True, order=True)
class Known:
    """Findings of a baseline: so many of one rule and fingerprint, in the article at `path`.

    `path` is relative to the configuration. Those of the whole document are `anchored` where
    they are shown: in the same article they are known again by their rule alone.
    """

    path: str
    rule: str
    fingerprint: str
    count: int = 1
    anchored: bool = False


@dataclass(frozen=True, slots=True)
class BaselineUse:
    """What a baseline did in a run: its file, and the entries that match nothing any more."""

    file: str
    unmatched: tuple[Known, ...] = ()


@dataclass(frozen=True, slots=True)
class Summary:
    """Counts over all files, the exit code, and why it is not 0 (None when it is).

    `files` counts every file that was looked at, `errors` what could not be done.
    """

    error: int = 0
    warning: int = 0
    suggestion: int = 0
    suppressed: int = 0
    baselined: int = 0
    files: int = 0
    errors: int = 0
    exit: int = 0
    because: str | None = None

    def of(self, severity: Severity) -> int:
        """Return the number of findings of one severity."""
        return (self.suggestion, self.warning, self.error)[severity - 1]


@dataclass(frozen=True, slots=True)
class Report:
    """The outcome of a run: files sorted by path, notices, and what failed as a whole.

    With a `baseline`, the findings are those that are not in it.
    """

    files: tuple[FileResult, ...]
    notices: tuple[Notice, ...]
    summary: Summary
    errors: tuple[FileError, ...] = ()
    baseline: BaselineUse | None = None


def count(number: int, noun: str) -> str:
    """Return `1 error`, `2 errors`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
