"""Keeps the figures of measurements, one JSON file each, in `evaluation/results`."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any

from evaluation.attribution import commit_id as commit
from evaluation.data import ROOT

FOLDER = ROOT / "evaluation" / "results"


def write_result(name: str, result: dict[str, Any]) -> None:
    """Keep a result, with today's date and the commit at hand."""
    FOLDER.mkdir(exist_ok=True)
    stamped = {"date": time.strftime("%Y-%m-%d", time.gmtime()), "commit": commit(), **result}
    path = FOLDER / f"{name}.json"
    path.write_text(json.dumps(stamped, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def read_result(name: str, folder: Path = FOLDER) -> dict[str, Any]:
    """Return a result kept before.

    Raises:
        FileNotFoundError: if that was never measured.
    """
    found: dict[str, Any] = json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))
    return found
