"""Where the annotated news is, and reading it."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any, NotRequired, TypedDict

ROOT = Path(__file__).resolve().parent.parent


class Row(TypedDict):
    """One annotated article: only what the measurements here read."""

    id: str
    text: str
    attributions: NotRequired[list[dict[str, Any]]]


def data_folder(name: str) -> Path:
    """Return the folder of one data set.

    It is looked for in the folder that NEWSLINT_EVAL_DATA names, by default `shared` beside
    the checkout, and in its `eval` folder.

    Raises:
        FileNotFoundError: if it is in neither place.
    """
    folder = Path(os.environ.get("NEWSLINT_EVAL_DATA") or ROOT.parent / "shared")
    for place in (folder / "eval" / name, folder / name):
        if place.is_dir():
            return place
    raise FileNotFoundError(f"no annotated news ({name}) in {folder}: set NEWSLINT_EVAL_DATA")


def read_rows(path: Path) -> list[Row]:
    """Return the articles of a JSONL file."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]
