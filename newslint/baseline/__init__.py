"""What was found before newslint came: kept as hashes, so that only what is new is reported."""

from newslint.baseline.form import Baseline, parse, written
from newslint.baseline.match import Match, match
from newslint.baseline.store import change, read

__all__ = [
    "Baseline",
    "Match",
    "change",
    "match",
    "parse",
    "read",
    "written",
]
