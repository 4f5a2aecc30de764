"""Readability by textstat."""

from __future__ import annotations

from newslint.language.measures import Readability


def measure(text: str) -> Readability:
    """Return the readability of `text`."""
    return Readability(0, 0, 0.0, 0.0, 0.0, 0.0)
