"""One finding a line, each a JSON object as in the JSON report, with the path of its file.

Errors, notices and totals are no findings: the command line says them on standard error.
"""

from __future__ import annotations

import json
from typing import TextIO

from newslint.reports import ReportOptions
from newslint.reports.json import finding_values
from newslint.result import Report


def write(report: Report, stream: TextIO, options: ReportOptions) -> None:  # noqa: ARG001 - Writer
    """Write every finding, by path and place."""
    for result in report.files:
        # Not `json.dump`, which is written in Python and takes several times as long.
        stream.writelines(
            json.dumps({"path": result.path, **finding_values(finding)}) + "\n"
            for finding in result.findings
        )
