"""Who says what, for a spreadsheet: one row for each speaker."""

from __future__ import annotations

import csv
from typing import TextIO

from newslint.engine.survey import Survey
from newslint.reports import ReportOptions
from newslint.reports.visible import one_line

COLUMNS = (
    "path",
    "speaker",
    "kind",
    "role",
    "line",
    "column",
    "attributions",
    "statements",
    "relayed",
    "refusals",
    "quoted_words",
    "words_in_article",
)

#: With one of these a spreadsheet takes a cell for a formula; some take the wide forms too.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def write(survey: Survey, stream: TextIO, options: ReportOptions) -> None:  # noqa: ARG001 - a writer
    """Write a header and the speakers, by file and in order of appearance."""
    rows = csv.writer(stream, lineterminator="\n")
    rows.writerow(COLUMNS)
    for file in survey.files:
        for entry in file.ledger.entries:
            speaker = entry.speaker
            rows.writerow(
                (
                    cell(file.path),
                    cell(entry.label),
                    speaker.kind.value,
                    cell(speaker.role or ""),
                    entry.place.line,
                    entry.place.column,
                    speaker.attributions,
                    entry.statements,
                    entry.relayed,
                    entry.refusals,
                    speaker.quoted_words,
                    file.ledger.words,
                )
            )


def cell(text: str) -> str:
    """Return `text` as a cell that is one line and that no spreadsheet takes for a formula."""
    shown = one_line(text)
    return f"'{shown}" if text.startswith(_FORMULA) or shown.startswith(_FORMULA) else shown
