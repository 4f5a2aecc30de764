"""Bold and dim words in a terminal, for commands that print plain text."""

from __future__ import annotations

import os
import sys

import click


def wants_color(no_color: bool) -> bool:
    """Return whether standard output is a terminal whose user has not refused colour."""
    return sys.stdout.isatty() and not no_color and not os.environ.get("NO_COLOR")


def paint(text: str, style: str) -> str:
    """Return `text` in a style: `bold`, `dim` or `underline` (red carets)."""
    if style == "underline":
        return click.style(text, fg="red")
    return click.style(text, bold=style == "bold", dim=style == "dim")
