"""Findings drawn to be judged, and the verdicts on them: neither in the repository.

A drawn sample is kept as the places of its findings, without text, so that verdicts can
name them by number.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import asdict, replace
from pathlib import Path

from evaluation.data import ROOT
from evaluation.judgement import Judgement

_SHORT = {"k": "keep", "d": "drop"}
_HEADER = re.compile(r"#\s*sample\s+([0-9a-f]{8})\b")


class VerdictError(ValueError):
    """A file of verdicts that cannot be taken in: its line and what is wrong."""


def write_sample(folder: Path, drawn: Sequence[Judgement]) -> str:
    """Keep a sample of findings, not yet judged, and return its name of eight digits.

    Raises:
        ValueError: if it would lie in the repository.
    """
    if folder.resolve().is_relative_to(ROOT):
        raise ValueError(f"a sample belongs outside the repository: {folder}")
    text = json.dumps([asdict(each) for each in drawn])
    name = hashlib.sha256(text.encode()).hexdigest()[:8]
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.json").write_text(text, encoding="utf-8")
    return name


def read_sample(folder: Path, name: str) -> list[Judgement]:
    """Return a sample that was drawn before.

    Raises:
        VerdictError: if there is no such sample.
    """
    path = folder / f"{name}.json"
    if not path.exists():
        raise VerdictError(f"there is no sample {name} in {folder}: draw it again")
    rows = json.loads(path.read_text(encoding="utf-8"))
    return [Judgement(**{**row, "samples": tuple(row["samples"])}) for row in rows]


def sample_named_in(text: str) -> str | None:
    """Return the sample that a file of verdicts names, as `# sample 1a2b3c4d`."""
    found = _HEADER.search(text)
    return found[1] if found else None


def read_verdicts(
    lines: Iterable[str], drawn: Sequence[Judgement], judge: str, date: str
) -> list[Judgement]:
    """Return the judgements of lines such as `12 keep names the study two lines on`.

    Verdicts may be cut to `k` and `d`; empty lines and those with `#` in front are passed over.

    Raises:
        VerdictError: if a line is not like that, or a number is unknown or comes twice.
    """
    judged: dict[int, Judgement] = {}
    for line, text in enumerate(lines, 1):
        if not text.strip() or text.lstrip().startswith("#"):
            continue
        number, verdict, why = (*text.split(maxsplit=2), "", "")[:3]
        if not number.isdecimal() or not 0 < int(number) <= len(drawn):
            raise VerdictError(f"line {line}: {number!r} is no number from 1 to {len(drawn)}")
        if int(number) in judged:
            raise VerdictError(f"line {line}: {number} is judged twice")
        made = replace(
            drawn[int(number) - 1],
            verdict=_SHORT.get(verdict, verdict),
            why=why.strip(),
            judge=judge,
            date=date,
        )
        try:
            made.validate()
        except ValueError as error:
            raise VerdictError(f"line {line}: {error}") from None
        judged[int(number)] = made
    return list(judged.values())
