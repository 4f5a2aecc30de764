"""Days on the command line."""

from __future__ import annotations

import datetime

import click

#: How the help texts show that a day is wanted.
DAY = "YYYY-MM-DD"


def day(value: str) -> datetime.date:
    """Return the day that an option's value names, as in 2027-01-31.

    Raises:
        click.BadParameter: if it names none.
    """
    try:
        return datetime.datetime.strptime(value, "%Y-%m-%d").date()
    except ValueError:
        raise click.BadParameter(f"{value!r} is no day: write it as in 2027-01-31.") from None
