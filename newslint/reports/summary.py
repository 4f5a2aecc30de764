"""The last line of a report: what was found, and why it failed."""

from __future__ import annotations

from newslint.finding import Severity
from newslint.reports.visible import one_line
from newslint.result import Summary, count


def summary_line(summary: Summary) -> str:
    """Return one line such as `2 errors, 1 warning in 3 files; failed: 2 errors (...)`."""
    found = [
        count(summary.of(severity), severity.label)
        for severity in reversed(Severity)
        if summary.of(severity)
    ]
    aside = [
        f"{number} {word}"
        for number, word in ((summary.suppressed, "suppressed"), (summary.baselined, "baselined"))
        if number
    ]
    if summary.because and not (found or aside) and summary.errors >= summary.files:
        return f"failed: {one_line(summary.because)}"  # "nothing found" would sound like a check
    line = f"{', '.join(found) or 'nothing found'} in {count(summary.files, 'file')}"
    if aside:
        line += f" ({', '.join(aside)})"
    if summary.because:
        line += f"; failed: {one_line(summary.because)}"
    elif found:
        line += "; passed"
    return line
