"""How reports for people reach the terminal."""

from __future__ import annotations

from typing import TextIO

from rich.console import Console

from newslint.reports import ReportOptions


def console_for(stream: TextIO, options: ReportOptions, *, wrap: bool = True) -> Console:
    """Return a console on which nothing in a text is taken for markup, emoji or a number.

    With `wrap`, tables keep to the width of the options; without it, lines are never broken.
    """
    return Console(
        file=stream,
        width=options.width if wrap else None,
        force_terminal=options.color,
        no_color=not options.color,
        markup=False,
        highlight=False,
        emoji=False,
        soft_wrap=not wrap,
        legacy_windows=False,
    )
