"""Where in a TOML file a key is set: the standard parser does not say."""

from __future__ import annotations

import re

PYPROJECT = "pyproject.toml"

_TABLE = re.compile(r"\s*\[\[?\s*([^\]]+?)\s*\]\]?")
_KEY = re.compile(r"""\s*("[^"]*"|'[^']*'|[\w.-]+)\s*=""")


def line_of(text: str, keys: tuple[str, ...], *, pyproject: bool = False) -> int | None:
    """Return the 1-based line on which the key with this path is set, if it can be told.

    An index of a list of tables is a number: `("overrides", "0", "genre")`.
    """
    wanted = [part for key in keys for part in key.split(".")]
    if pyproject:
        wanted = ["tool", "newslint", *wanted]
    table: list[str] = []
    counts: dict[str, int] = {}
    best = None
    for number, line in enumerate(text.splitlines(), 1):
        header = _TABLE.match(line)
        key = None if header else _KEY.match(line)
        if header:
            table = _parts(header[1])
            if line.lstrip().startswith("[["):
                index = counts.get(header[1], -1) + 1
                counts[header[1]] = index
                table.append(str(index))
            else:
                table = _inside_lists(table, counts)
            path = table
        elif key:
            path = [*table, *_parts(key[1])]
        else:
            continue
        if path == wanted:
            return number
        # The key may stand in an inline table on the line of its parent.
        if path and path == wanted[: len(path)] and (key or len(path) > len(wanted) - 2):
            best = number if key or best is None else best
    return best


def _inside_lists(table: list[str], counts: dict[str, int]) -> list[str]:
    """Return the path of a table below a list of tables, with the index of the latest one."""
    for name, index in counts.items():
        outer = _parts(name)
        if len(table) > len(outer) and table[: len(outer)] == outer:
            return [*outer, str(index), *table[len(outer) :]]
    return table


def _parts(key: str) -> list[str]:
    return [part.strip().strip("\"'") for part in key.strip().strip("\"'").split(".")]
